import type { FactorSource } from './factor.js';
import { type RangeId, rangeIds } from './range-ids.js';
import { ownAssumption } from './sources.js';

export { type RangeId, rangeIds } from './range-ids.js';

/**
 * How far the true value may be from a figure that has no range of its own.
 *
 * `share`: ± a share of the value. `times`: ×/÷ k, a lognormal whose *mean* is the value, since many of them around the
 * median would push a sum up with every line. `digits`: ± half of the last place written, within two shares of the value. `none`: a
 * definition or a convention, which has no uncertainty.
 */
export type Spread =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'times'; readonly k: number }
  | { readonly kind: 'digits'; readonly min: number; readonly max: number }
  | { readonly kind: 'none' };

/** A row of the one table of default ranges. */
export interface DefaultRange {
  readonly id: RangeId;
  /** What the row is for, in a reader's words. */
  readonly title: string;
  readonly spread: Spread;
  /** What the size rests on. */
  readonly note: string;
  readonly source: FactorSource;
}

const share = (size: number): Spread => ({ kind: 'share', share: size });
const times = (k: number): Spread => ({ kind: 'times', k });

type Row = readonly [title: string, spread: Spread, note: string];

/**
 * Sizes are 5 % and 95 % points. A better basis never has the larger high ÷ low, so no default is surer than a declared
 * figure; a PUE's range is of PUE − 1.
 */
const rows: Readonly<Record<RangeId, Row>> = {
  definition: [
    'a rating, a count or a convention',
    { kind: 'none' },
    'No uncertainty: the load describes how much of its rating a device takes.',
  ],
  meter: ['measured with a meter or PDU', share(0.02), 'Class 1 and 2 meters.'],
  'node-sensor': ['measured by the node (BMC, IPMI, RAPL with memory)', share(0.05), 'Sensors of power supplies.'],
  'gpu-sensor': [
    'measured by the accelerator’s sensor',
    share(0.1),
    'nvidia-smi samples power only a quarter of the time on A100 and H100 (arXiv 2312.02741).',
  ],
  measured: ['measured, with an unnamed instrument', share(0.1), 'Same as the least accurate instrument.'],
  declared: ['declared in the manifest or a publication', share(0.1), 'Rounding, and parts of the count that are not named.'],
  modelled: ['modelled, as published', times(1.5), 'A model in place of a meter; one sample for all figures of a method.'],
  assumed: ['assumed, inferred or back-calculated', times(1.5), 'No better than a model.'],
  clock: [
    'hours and times, by the digits written',
    { kind: 'digits', min: 0.01, max: 0.1 },
    'Half of the last place written, at least ±1 % and at most ±10 %. Trailing zeros of whole numbers from 1,000 on are no digits.',
  ],
  'grid-zone': [
    'grid of a zone, in its year',
    times(1.4),
    'Same as a country: 82 % of 636 pairs of independent sources for one country and year (Ember, Electricity Maps) lie within ×/÷ 1.4.',
  ],
  'grid-country': [
    'grid of a country, in its year',
    times(1.4),
    '82 % of 636 pairs of independent sources for one country and year (Ember, Electricity Maps) lie within ×/÷ 1.4, 85 % of those of large countries. The range reaches to the other source.',
  ],
  'grid-small-country': [
    'grid of a country of fewer than 5 million people, in its year',
    times(1.6),
    '90 % of 218 pairs of independent sources for one small country and year lie within ×/÷ 1.6.',
  ],
  'grid-estimate': [
    'grid of a zone that the source estimates: one figure for all years, or less than 3 % between them',
    times(2),
    '96 % of 138 pairs of such an estimate and an independent source lie within ×/÷ 2; the farthest by a factor of 2.7.',
  ],
  'grid-several-zones': [
    'grid of a country with several zones, none of them named',
    times(1.7),
    'Most zones of Sweden, Italy, Japan, India and Norway lie within ×/÷ 1.7 of their country.',
  ],
  'grid-wide-zones': [
    'grid of a country whose zones differ widely, none of them named',
    times(2),
    'Most electricity of the United States, Australia and Brazil is from zones within ×/÷ 2 of their country.',
  ],
  'grid-widest-zones': ['grid of Canada, no province named', times(5), 'From hydropower in Québec to coal and gas in Alberta.'],
  'grid-other-year': [
    'grid of another year, at most three away',
    times(1.5),
    '90 % of 704 pairs of zones three years apart lie within ×/÷ 1.53; one year apart, within 1.24.',
  ],
  'grid-other-basis': [
    'grid on another basis than its series: produced for consumed, or the reverse',
    times(1.6),
    '91 % of 636 pairs of a production and a consumption mix for one country and year lie within ×/÷ 1.6.',
  ],
  'power-observed': ['power observed on other runs', share(0.2), 'Average power of one generation in its maker’s own data centres.'],
  'rating-highest-variant': ['rating of the highest variant of a name', times(1.2), 'Variants of one name differ by about 20 %.'],
  'pue-region': ['PUE of a cloud region', times(1.2), 'Variation of PUE − 1 from year to year.'],
  'pue-design': [
    'PUE by the design of a cloud region',
    times(1.6),
    'Microsoft’s newest design is 1.12, and PUE − 1 of its regions in operation is 0.12 to 0.19 in temperate climates.',
  ],
  'pue-fleet': ['PUE of a provider’s whole fleet', times(1.5), 'Variation of PUE − 1 between regions of one provider.'],
  'pue-world': ['PUE, world average', times(2), 'PUE − 1 is 0.1 in hyperscale data centres and 1 in old ones.'],
  'water-on-site': ['on-site water of a provider', times(1.5), 'Variation between seasons, regions and years.'],
  'water-fleet': [
    'on-site water of a provider’s whole fleet, of an unknown region',
    times(5),
    'Regions of AWS used from 0.01 to 2.75 L/kWh in 2024, and 0.15 on average.',
  ],
  'water-off-site': [
    'water of generating a country’s electricity',
    times(2),
    'Differences between sources and methods, mainly in reservoirs.',
  ],
  'impact-per-kwh': ['other impacts of a country’s electricity', times(2), 'One source, without a year.'],
  'embodied-footprint': [
    'manufacture, by the maker’s product carbon footprint',
    times(2),
    'Published figures for one device differ by a factor of two: 164 to 370 kg for an H100.',
  ],
  'embodied-server': ['manufacture of a server', times(2), 'From 1,313 kg (Dell R740) to 5,700 kg (AWS p5) without accelerators.'],
  'embodied-estimate': ['manufacture, estimated', times(3), 'By die area and memory, or by class.'],
};

export const defaultRanges: readonly DefaultRange[] = rangeIds.map((id) => {
  const [title, spread, note] = rows[id];
  return { id, title, spread, note, source: ownAssumption };
});

/** The row for figures without a range of their own. */
export function rangeOf(id: RangeId): DefaultRange {
  const [title, spread, note] = rows[id];
  return { id, title, spread, note, source: ownAssumption };
}
