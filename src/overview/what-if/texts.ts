import { type EmissionScale, emissionScale } from '../../charts/emission-scale.js';
import { plainText } from '../../charts/plain-text.js';
import { atPlace, digitsFor, percent, placeOf, significant, THIN } from '../../units/format.js';
import type { Quantity } from '../../units/quantity.js';
import type { GridSeries, Verdict, WhatIfAlternative, WhatIfBase, WhatIfKind, WhatIfTable } from '../../what-if/what-if.js';
import { massUnit } from '../figures.js';

/** The one unit of a table: that of its largest figure. */
export function scaleOf({ base, alternatives }: WhatIfTable): EmissionScale {
  return emissionScale(Math.max(0, ...[base, ...alternatives].map((one) => one?.emissions.value ?? 0)));
}

/** `50.5` of 50.5 t, without its unit. */
export function amount(q: Quantity<'kgCO2e'>, scale: EmissionScale): string {
  return significant(scale.of(q.value), digitsFor(q));
}

/** A difference with its sign, and its interval to the same place: `−3.2`, `−4.0 to −2.4`. */
export function differenceTexts(
  q: Quantity<'kgCO2e'>,
  scale: EmissionScale,
): { readonly value: string; readonly interval?: string | undefined } {
  const { value, low, high } = q;
  const leads = Math.max(Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0));
  if (leads === 0) return { value: '0' };
  // An end that is above 0, or below it, does not round to 0, where it decides whether a difference is sure.
  const isLost = (place: number): boolean =>
    [low, high].some((end) => end !== undefined && end !== 0 && Math.abs(scale.of(end)) < 0.5 * 10 ** place);
  const first = placeOf(scale.of(leads), 2);
  const place = [first, first - 1, first - 2].find((one) => !isLost(one)) ?? first;
  const signed = (number: number): string => `${scale.of(number) > 0 ? '+' : ''}${atPlace(scale.of(number), place)}`;
  return { value: signed(value), ...(low === undefined || high === undefined ? {} : { interval: `${signed(low)} to ${signed(high)}` }) };
}

/** `t` of `t CO₂e`. */
export const unitOf = (scale: EmissionScale): string => massUnit(scale.unit);

const kinds: Readonly<Record<WhatIfKind, { readonly title: string; readonly one: string }>> = {
  regions: { title: 'In another cloud region', one: 'Region' },
  locations: { title: 'In another place', one: 'Place' },
  years: { title: 'In another year', one: 'Year' },
  hardware: { title: 'On other hardware', one: 'Hardware' },
  load: { title: 'At another load', one: 'Load' },
  lifetime: { title: 'With another lifetime of the hardware', one: 'Lifetime' },
  convention: { title: 'With another convention for making the hardware', one: 'Convention' },
};
const sides = { development: 'development', deployment: 'use' } as const;
const verdicts: Readonly<Record<Verdict, string>> = {
  'lower': 'lower',
  'higher': 'higher',
  'within-noise': 'within the noise',
  'same': 'no difference',
  'unknown': 'not assessed',
};

/** Sentences of the page and of the chart. */
export const words = {
  asItIs: ({ label }: WhatIfBase): string => plainText(label ?? 'the runs as they are'),
  title: (name: string): string => `What if: alternatives for ${plainText(name)}`,
  table: ({ by, of }: WhatIfTable): string => `${kinds[by].title} (${sides[of]})`,
  column: ({ by }: WhatIfTable): string => kinds[by].one,
  verdict: ({ verdict, isBase }: Pick<WhatIfAlternative, 'verdict' | 'isBase'>): string =>
    isBase === true ? 'as it is' : verdict === undefined ? '' : verdicts[verdict],
  side: (of: WhatIfTable['of']): string => sides[of],
  base: (label: string | undefined, figure: string): string => `As it is${label === undefined ? '' : `, ${label}`}: ${figure}.`,
  noBase: 'The tables have no figure for the place of the runs, so there is no difference to show.',
  reported: (figure: string, on: WhatIfBase['reportedOn']): string =>
    on === 'other-series'
      ? `The total of the report, ${figure}, rests on another series of the tables.`
      : `The total of the report, ${figure}, rests on the grid intensity that the manifest declares. Here the grid comes from the tables everywhere, also for the runs as they are.`,
  series: ({ sources, basis }: GridSeries): string =>
    `All grid intensities are of one basis (${basis.replace(', average', '').replace(', location-based', '')}), from ${sources.map(plainText).join('; ')}.`,
  counts: (alternatives: readonly WhatIfAlternative[]): string => {
    const others = alternatives.filter(({ isBase }) => isBase !== true);
    const of = (verdict: Verdict): number => others.filter((one) => one.verdict === verdict).length;
    const parts = (['lower', 'higher', 'within-noise', 'same', 'unknown'] as const).map((id) => [of(id), verdicts[id]] as const);
    const shown = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    return shown.length === 0 ? '' : `Of ${others.length} alternatives: ${shown.join(', ')}.`;
  },
  without: (label: string, reason: string): string => `No figure for ${label}: ${reason}`,
  method:
    'Each alternative is the same manifest with one thing changed. A declared PUE is kept; else that of the region or the provider is taken. What both sides depend on, such as hours and power, is sampled once, so that it cancels in the difference.',
  noise: `A difference is lower or higher where its 90${THIN}% interval does not contain 0. Where it does, the difference is within the noise and no saving.`,
  promise:
    'This is not a promise. A grid intensity is the average of a year; what moving a run would change also depends on the hour, on what supplies the added load, and on the work of moving it.',
  lead: ({ base, by, of }: WhatIfTable, best: WhatIfAlternative | undefined): string => {
    const verb = of === 'deployment' ? 'use' : 'development';
    if (best?.verdict !== 'lower' || base === undefined) return `No alternative of ${verb} is lower beyond the noise`;
    const less = percent((base.emissions.value - best.emissions.value) / base.emissions.value);
    const where = by === 'regions' || by === 'locations' ? `In ${best.label}` : `${kinds[by].one} ${best.label}`;
    return `${plainText(where)}, ${verb} would have emitted ${less} less`;
  },
} as const;
