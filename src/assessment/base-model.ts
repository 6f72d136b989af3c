import type { Quantity } from '../units/quantity.js';
import type { LineBoundary } from './ids.js';

/** A model that this one was made from, such as a base or a teacher: shown by reference, never added to a total. */
export interface BaseModel {
  /** Id on the Hub: `meta-llama/Llama-2-7b`. */
  readonly id?: string | undefined;
  /** Name for readers. */
  readonly name: string;
  /** Emissions of its development; absent where they are not stated. */
  readonly emissions?: Quantity<'kgCO2e'> | undefined;
  /** Electricity of its development. */
  readonly energy?: Quantity<'kWh'> | undefined;
  /** What a published figure covers; absent where `counted` says it. */
  readonly boundary?: LineBoundary | undefined;
  /** What its assessment counts, in words. */
  readonly counted?: string | undefined;
  /** Id of an entry of `sources`; absent where no figure is stated and nothing is cited. */
  readonly source?: string | undefined;
}
