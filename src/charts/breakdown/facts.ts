import { componentPhrases } from '../../assessment/component-names.js';
import { formatted, THIN } from '../../units/format.js';
import { intervalOf, quantity } from '../../units/quantity.js';
import { emissionsText, massText, withNamedInterval } from '../emission-scale.js';
import type { ChartFacts, MarkFact } from '../facts.js';
import { lowered, figure as plainFigure } from '../plain-text.js';
import { barsOf } from './marks.js';
import type { BarBlock, Panel } from './panels.js';
import type { Part, Segment } from './parts.js';

/** What each segment of each bar shows. */
export function breakdownFacts(panels: readonly Panel[]): ChartFacts {
  const drawn = panels.filter(({ isWords }) => !isWords);
  return Object.fromEntries(drawn.map(({ blocks }, index) => [barsOf(index), blocks.flatMap(blockFacts)]));
}

function blockFacts({ block, parts }: BarBlock): readonly MarkFact[] {
  const several = new Set(parts.map(({ phase }) => phase)).size > 1;
  return parts.flatMap((part) => {
    const share = part.label.split(' · ')[1];
    const of = share === undefined ? '' : `; ${share} of ${lowered(block.name)}`;
    if (part.segments.length < 2) {
      const name = several && part.phase !== undefined ? `${part.phase}, ${lowered(part.name)}` : part.name;
      return [{ name, value: `${wholeText(part)}${of}` }];
    }
    const within = { name: part.name, value: `${wholeText(part)}${of}` };
    return part.segments.map((segment) => ({
      name: componentPhrases[segment.component],
      value: segmentText(part, segment),
      within,
    }));
  });
}

/** Emissions of a component of a bar, with their interval where they are those of one line; else rounded as those of the bar. */
function segmentText({ lines, emissions }: Part, { component, kilograms }: Segment): string {
  const own = lines.filter((line) => line.component === component);
  const [line] = own;
  const interval = own.length === 1 && line !== undefined ? intervalOf(line.emissions) : undefined;
  if (interval !== undefined) return withNamedInterval(quantity(kilograms, 'kgCO2e', interval));
  const whole = intervalOf(emissions);
  if (whole === undefined || !(emissions.value > 0)) return emissionsText(quantity(kilograms, 'kgCO2e'));
  const part = kilograms / emissions.value;
  return emissionsText(quantity(kilograms, 'kgCO2e', { low: whole.low * part, high: whole.high * part }));
}

/** The figure of the label of a bar, which is rounded to add up, with the interval of the bar. */
function wholeText({ emissions, label }: Part): string {
  const figure = label.split(' · ')[0] ?? '';
  const { interval } = formatted(emissions);
  if (interval === undefined) return `${figure} CO₂e`;
  const unit = massText(emissions).split(THIN)[1] ?? '';
  const own = figure.endsWith(`${THIN}${unit}`) ? '' : `${THIN}${unit}`;
  return `${figure} CO₂e, 90${THIN}% interval ${plainFigure(interval)}${own}`;
}
