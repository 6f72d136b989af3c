import type { Figure, Subject } from '../claims/claim.js';
import { companion, isPlain, placeOf } from '../claims/companions.js';
import { publishedSpan } from '../claims/grids.js';
import { worldAverageFar, worldAverageNear } from '../claims/thresholds.js';
import { worldAverages } from '../factors/grid/world-averages.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** Given `IN`, CodeCarbon reports 475 g instead of India's 713, and nothing in its file tells. */
export const worldAverage = {
  id: 'world-average',
  severity: 'warning',
  question: "Is the grid the place's own, and not a world average that a tool fell back to?",
  audit: (subject) => {
    const found = subject.figures.flatMap((figure) => {
      const place = placeOf(subject, figure)?.place;
      if (place?.country === undefined || !isPlain(figure) || figure.value <= 0) return [];
      const own = publishedSpan(place);
      if (own === undefined) return [];
      const implied = impliedBy(subject, figure);
      const average = worldAverages.find((value) => implied !== undefined && Math.abs(implied.value / value - 1) <= worldAverageNear);
      if (implied === undefined || average === undefined) return [];
      if (average > own.low * (1 - worldAverageFar) && average < own.high * (1 + worldAverageFar)) return [];
      // Nor can rounding have made it of a figure of the place.
      if (implied.high > own.low && implied.low < own.high) return [];
      return [{ at: figure.at, sentence: messages.worldAverage(average, place.label, own.low, own.high) }];
    });
    return found.slice(0, 1);
  },
} as const satisfies Audit;

/** The intensity that a figure is, or gives with the energy beside it; g/kWh. */
function impliedBy(subject: Subject, figure: Figure): Pick<Figure, 'value' | 'low' | 'high'> | undefined {
  if (figure.measure === 'intensity') return figure;
  // Of emissions with two digits, many a grid gives the same.
  if (figure.measure !== 'emissions' || (figure.high - figure.low) / figure.value > 0.02) return undefined;
  const energy = companion(subject, figure, 'energy', (candidate) => isPlain(candidate) && candidate.low > 0);
  if (energy === undefined) return undefined;
  return { value: figure.value / energy.value, low: figure.low / energy.high, high: figure.high / energy.low };
}
