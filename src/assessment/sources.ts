import type { Quantity } from '../units/quantity.js';
import type { LineInput } from './line.js';

/** Where a number comes from. */
export interface Source {
  /** Id that inputs refer to. */
  readonly id: string;
  /** Title of the publication, or the manifest. */
  readonly title: string;
  /** Address of the publication. */
  readonly url?: string | undefined;
  /** Year of the publication. */
  readonly year?: number | undefined;
  /** Licence of the data. */
  readonly licence?: string | undefined;
}

/** Offsets that were bought or retired: shown separately, never subtracted. */
export interface Offsets {
  /** Emissions that the offsets claim to compensate. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** Id of an entry of `sources`. */
  readonly source: string;
}

/** A row of the default ranges that an input took. */
export interface RangeTaken {
  /** Id of the row. */
  readonly id: string;
  /** What the row is for. */
  readonly title: string;
  /** The range in words: `±10 %`, `×/÷ 1.25`. */
  readonly size: string;
  /** What the size is based on. */
  readonly note: string;
}

/** How much one input contributes to the uncertainty of the headline total. */
export interface Contribution extends Pick<LineInput, 'path' | 'low' | 'high' | 'range'> {
  /** Name of the input, as in the lines. */
  readonly input: string;
  /** Titles of the phases that use the input. */
  readonly phases?: readonly string[] | undefined;
  /** The input's value; absent where it is one unknown in several figures, such as the energies of one model. */
  readonly value?: LineInput['value'] | undefined;
  /** Its unit. */
  readonly unit?: LineInput['unit'] | undefined;
  /** Where it comes from: `measured`, `declared`, `table`, `modelled` or `assumed`. */
  readonly basis?: LineInput['basis'] | undefined;
  /**
   * Share of the input in the variance of the total.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly share: number;
}
