import type { Quantity } from '../units/quantity.js';
import type { StateKind } from './ids.js';
import type { Line } from './line.js';

/** What happened to one phase × component: counted, included in another line, not counted, or not applicable. */
export interface State extends Pick<Line, 'phase' | 'name' | 'component'> {
  /** Whether it is counted, and if not, why it has no line. */
  readonly state: StateKind;
  /** For `included`: id of the line that contains it. */
  readonly in?: string | undefined;
  /** Why, in a sentence or a few words. */
  readonly reason?: string | undefined;
  /** For `not-counted`: about how much electricity it is, by default figures, where that is known. */
  readonly size?: Quantity<'kWh'> | undefined;
}

/** A part of the life cycle that no line covers, such as failed runs or end of life. */
export interface Omission {
  /** Stable name of the part, for scripts. */
  readonly id: string;
  /** The part in words. */
  readonly what: string;
  /** Why it is not counted. */
  readonly reason: string;
  /** Titles of the phases that it is not counted for; absent where it is of the model as a whole. */
  readonly phases?: readonly string[] | undefined;
  /** Titles of the phases whose figures perhaps include it; `phases` then has those whose figures do not. */
  readonly unknownIn?: readonly string[] | undefined;
}

/** The same embodied emissions by the other convention, for comparison; never a part of a total. */
export interface EmbodiedAlternative {
  /** Id of the line that it is compared with. */
  readonly line: string;
  /** The other convention: busy hours and occupancy, or reserved hours. */
  readonly convention: 'occupancy' | 'calendar';
  /** The default busy share of the lifetime that `occupancy` was calculated with. */
  readonly occupancy?: number | undefined;
  /** Embodied emissions by that convention. */
  readonly emissions: Quantity<'kgCO2e'>;
}

/** Embodied emissions as they would be with another lifetime of the hardware; never a part of a total. */
export interface EmbodiedByLifetime {
  /** Lifetime in years. */
  readonly years: number;
  /** Embodied emissions with that lifetime. */
  readonly emissions: Quantity<'kgCO2e'>;
}
