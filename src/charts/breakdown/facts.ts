import { componentPhrases } from '../../assessment/component-names.js';
import { THIN } from '../../units/format.js';
import { intervalOf, quantity } from '../../units/quantity.js';
import { emissionsText, withNamedInterval } from '../emission-scale.js';
import type { ChartFacts, MarkFact } from '../facts.js';
import { lowered } from '../plain-text.js';
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

/** The emissions of a bar with their interval, with as many digits as the label of the bar. */
function wholeText({ emissions, label }: Part): string {
  const own = withNamedInterval(emissions);
  const [figure = '', interval] = own.split(', ');
  const written = `${label.split(' · ')[0]} CO₂e`;
  const isFiner = digitsOf(written) > digitsOf(figure) && unitOf(written) === unitOf(figure);
  return [isFiner ? written : figure, interval].filter((word) => word !== undefined).join(', ');
}

/** Digits of the number before the unit, whose 2 of CO₂e is none. */
const digitsOf = (figure: string): number => (figure.split(THIN)[0] ?? '').replace(/[^0-9]/g, '').length;
const unitOf = (figure: string): string | undefined => figure.split(THIN)[1];
