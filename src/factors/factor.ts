import type { RangeId } from './range-ids.js';

/** Where a published number comes from. */
export interface FactorSource {
  /** Kebab-case, stable: reports cite it. */
  readonly id: string;
  readonly title: string;
  readonly url?: string | undefined;
  /** Year of the publication or edition. */
  readonly year: number;
  readonly licence: string;
}

/** A published number, with what a reader needs to judge it. */
export interface Factor<U extends string = string> {
  /** Kebab-case, unique among all factors: `grid-fr-2022`, `device-a100-sxm4-80gb-power`. */
  readonly id: string;
  /** What it is, in a reader's words: `France, 2022`. */
  readonly title: string;
  readonly value: number;
  /** 5 % and 95 % points, where the source gives a spread. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Figure of an independent source for the same place and year: the range reaches to it. */
  readonly other?: number | undefined;
  /** Row of the table of default ranges, where the source gives no spread. */
  readonly range?: RangeId | undefined;
  readonly unit: U;
  /** Year that the figure is for, where it has one. */
  readonly year?: number | undefined;
  readonly zone?: string | undefined;
  /** What a reader could get wrong: `life-cycle`, `production mix`, `rated power`, `cradle-to-gate`. */
  readonly kind: string;
  readonly note?: string | undefined;
  readonly source: FactorSource;
}

/** What a look-up took in place of what was asked for: `no figure for 2025; 2023 is the nearest year`. */
export interface LookupStep {
  readonly id: 'nearest-year' | 'coarser-place' | 'other-basis' | 'variant-taken' | 'zone-taken' | 'country-or-state' | 'processors-beside';
  readonly text: string;
}

export type Lookup<T> =
  | { readonly found: T; readonly steps: readonly LookupStep[] }
  /** Several match and the difference matters, or none matches: what could have been meant, nearest first; the years, for `no-year`. */
  | { readonly found?: undefined; readonly why: 'ambiguous' | 'unknown' | 'no-year'; readonly candidates: readonly string[] };
