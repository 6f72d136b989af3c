import type { FactorSource } from './factor.js';
import { type RangeId, rangeIds } from './range-ids.js';
import { ownAssumption } from './sources.js';

export { type RangeId, rangeIds } from './range-ids.js';

/**
 * How far the true value may be from a figure that has no range of its own.
 *
 * `share`: ± a share of the value. `times`: ×/÷ k, a lognormal whose *mean* is the value, since many of them around the
 * median would push a sum up with every line. `none`: a definition or a convention, which has no uncertainty.
 */
export type Spread =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'times'; readonly k: number }
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
  modelled: ['modelled, as published', share(0.1), 'Same as declared figures.'],
  declared: ['declared in the manifest or a publication', share(0.1), 'Rounding, and parts of the count that are not named.'],
  assumed: ['assumed, inferred or back-calculated', times(1.25), 'Wider than any published spread.'],
  'grid-zone': [
    'grid of a zone, in its year',
    times(1.11),
    '90 % of 119 figures in two editions of one table lie within ×/÷ 1.07; never narrower than a declared figure (±10 %).',
  ],
  'grid-country': [
    'grid of a country, in its year',
    times(1.4),
    'Difference between production and consumption mix: 90 % of 173 pairs of large power systems (Our World in Data, Electricity Maps) lie within ×/÷ 1.40.',
  ],
  'grid-other-year': [
    'grid of another year, at most three away',
    times(1.5),
    '90 % of 704 pairs of zones three years apart lie within ×/÷ 1.53; one year apart, within 1.24.',
  ],
  'grid-coarser-place': [
    'grid of a country for a place in it',
    times(3),
    '90 % of 66 zones with cloud regions lie within ×/÷ 3.0 of their country.',
  ],
  'power-observed': ['power observed on other runs', share(0.1), 'Average power of one generation in its maker’s own data centres.'],
  'rating-highest-variant': ['rating of the highest variant of a name', times(1.2), 'Variants of one name differ by about 20 %.'],
  'pue-region': ['PUE of a cloud region', times(1.2), 'Variation of PUE − 1 from year to year.'],
  'pue-fleet': ['PUE of a provider’s whole fleet', times(1.5), 'Variation of PUE − 1 between regions of one provider.'],
  'pue-world': ['PUE, world average', times(2), 'PUE − 1 is 0.1 in hyperscale data centres and 1 in old ones.'],
  'water-on-site': ['on-site water of a provider', times(1.5), 'Variation between seasons, regions and years.'],
  'water-off-site': [
    'water of generating a country’s electricity',
    times(2),
    'Differences between sources and methods, mainly in reservoirs.',
  ],
  'impact-per-kwh': ['other impacts of a country’s electricity', times(2), 'One source, without a year.'],
  'embodied-footprint': [
    'manufacture, by the maker’s product carbon footprint',
    times(1.3),
    'Differences between databases of one method.',
  ],
  'embodied-lower-bound': [
    'manufacture, published as a lower bound',
    times(1.5),
    '127.6 to 150 kg are published for one A100, and more where boards are included.',
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
