import { bases } from '../../assessment/ids.js';
import type { Dimension } from '../../units/quantity.js';

/** Keys of a quantity that only some quantities have. */
export type ExtraKey = 'boundary' | 'instrument' | 'for' | 'key' | 'of' | 'method' | 'by_calendar';

/** Idle machines: nodes that are on during the run, or machines that are held without working. */
export const idleKinds = ['baseline', 'reserved'] as const;

/** What a quantity may be. */
export interface QuantityRules {
  /** What the text may be; the first is meant where the unit does not decide. */
  readonly dimensions: readonly [Dimension, ...Dimension[]];
  /** Whether a number without a unit is allowed, because it cannot be mistaken here. */
  readonly bare?: boolean | undefined;
  readonly aboveZero?: boolean | undefined;
  readonly whole?: boolean | undefined;
  readonly rule?: 'pue' | 'share' | undefined;
  /** Keys beyond those that every quantity has. */
  readonly also?: readonly ExtraKey[] | undefined;
}

/** Relations to the publication beyond the bases: the figure is not printed there. */
export const origins = ['inferred', 'back-calculated'] as const;
/** What `basis` may be. */
export const basisWords: readonly string[] = [...bases, ...origins];

const common = ['value', 'low', 'high', 'unit', 'cite', 'url', 'year', 'licence', 'basis'] as const;

/** The keys of a quantity that is a mapping. */
export type QuantityKey = (typeof common)[number] | ExtraKey | 'unknown';

/** Figures that a line is made from, which several lines may be unsure by together. */
const figures: readonly Dimension[] = ['energy', 'emissions', 'ratio'];

/** The keys that a quantity takes: those of every quantity, and its own. */
export const quantityKeys = ({ also = [], dimensions }: Pick<QuantityRules, 'also' | 'dimensions'>): readonly QuantityKey[] => [
  ...common,
  ...also,
  ...(dimensions.some((one) => figures.includes(one)) ? (['unknown'] as const) : []),
];
