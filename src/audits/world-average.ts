import type { Audit } from './audit.js';
import { companion, isPlain, placeOf } from './claims/companions.js';
import { publishedSpan } from './claims/grids.js';
import { messages } from './messages.js';
import { worldAverageFar, worldAverageNear, worldAverages } from './thresholds.js';

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
      const implied = figure.measure === 'intensity' ? figure.value : figure.measure === 'emissions' ? impliedBy(figure) : undefined;
      const average = worldAverages.find((value) => implied !== undefined && Math.abs(implied / value - 1) <= worldAverageNear);
      if (average === undefined || (average > own.low * (1 - worldAverageFar) && average < own.high * (1 + worldAverageFar))) return [];
      return [{ at: figure.at, sentence: messages.worldAverage(average, place.label, own.low, own.high) }];

      function impliedBy(emissions: typeof figure): number | undefined {
        const energy = companion(subject, emissions, 'energy', (candidate) => isPlain(candidate) && candidate.value > 0);
        if (energy === undefined) return undefined;
        // Rounded figures imply a span, which says nothing of one value in it.
        const spread = (emissions.high - emissions.low) / emissions.value + (energy.high - energy.low) / energy.value;
        return spread < 0.04 ? emissions.value / energy.value : undefined;
      }
    });
    return found.slice(0, 1);
  },
} as const satisfies Audit;
