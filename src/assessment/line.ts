import type { Quantity } from '../units/quantity.js';
import type { Basis, ComponentId, InputBasis, impactUnits, LineBoundary, PhaseKind } from './ids.js';

/** Further impact categories, where the manifest asks for them and a factor exists; of electricity alone. */
export interface Impacts {
  /** Abiotic resource depletion of elements. */
  readonly 'adpe'?: Quantity<(typeof impactUnits)['adpe']> | undefined;
  /** Primary energy. */
  readonly 'primary-energy'?: Quantity<(typeof impactUnits)['primary-energy']> | undefined;
}

/** A number that a line is calculated from, in the unit that the formula takes. */
export interface LineInput {
  /** Name of the input, as in the formula: `grid intensity`. */
  readonly name: string;
  /** The number itself. */
  readonly value: number;
  /** Its unit; empty for a ratio. */
  readonly unit: string;
  /** Its 5 % point, in the same unit; absent where it has no range. */
  readonly low?: number | undefined;
  /** Its 95 % point, in the same unit; absent where it has no range. */
  readonly high?: number | undefined;
  /** Id of the row of the default ranges that gave `low` and `high`; absent where the manifest or the source gives them. */
  readonly range?: string | undefined;
  /** Present for a count or a convention, which needs no range. */
  readonly exact?: true | undefined;
  /** Id of an entry of `sources`. */
  readonly source: string;
  /** Where it comes from: `measured`, `declared` by the authors, `table` (a factor of the tables), `modelled` or `assumed`. */
  readonly basis: InputBasis;
  /** What a factor describes, in the words of its table: `Grid zone US-NW-BPAT, 2023`; of what the manifest gives, its `unknown`. */
  readonly of?: string | undefined;
  /** How the number relates to its publication where it is not printed there: `inferred`, `back-calculated`. */
  readonly origin?: string | undefined;
  /** Path of the value in the manifest, such as `phases[0].energy`; absent for a factor or a default. */
  readonly path?: string | undefined;
  /** Line of the manifest, from 1. */
  readonly line?: number | undefined;
  /** Column of the manifest, from 1. */
  readonly column?: number | undefined;
}

/** One step of a line's arithmetic. */
export interface LineStep {
  /** Name of the result: `dynamic energy`. */
  readonly name: string;
  /** The formula by the names of its inputs: `accelerator-hours × power`. */
  readonly formula: string;
  /** The formula with numbers: `1,082,990 h × 400 W = 433,196 kWh`; the result alone where nothing is calculated. */
  readonly numbers: string;
}

/** One phase × component. A footprint consists of its lines. */
export interface Line {
  /** `phase.component`, or `phase.name.component`. */
  readonly id: string;
  /** Kind of the phase. */
  readonly phase: PhaseKind;
  /** Name of the phase, where it has one. */
  readonly name?: string | undefined;
  /** What caused the emissions. */
  readonly component: ComponentId;
  /** Location-based emissions. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** Market-based emissions; on every line where any phase states contracts, a provider's claim or a residual mix, else on none. */
  readonly emissionsMarket?: Quantity<'kgCO2e'> | undefined;
  /** Electricity; absent where there is none, as for embodied emissions. */
  readonly energy?: Quantity<'kWh'> | undefined;
  /** Water consumed; absent where it is unknown. */
  readonly water?: Quantity<'L'> | undefined;
  /** Further impact categories, where the manifest asks for them and a factor exists. */
  readonly impacts?: Impacts | undefined;
  /**
   * Share of the line in the emissions of its total, development or deployment; absent where that total is 0.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly share?: number | undefined;
  /** The weakest evidence that the line rests on. */
  readonly basis: Basis;
  /** What the number covers: where the meter was, `unstated`, or `cradle-to-gate` for embodied emissions. */
  readonly boundary: LineBoundary;
  /** The formula by the names of its inputs: `accelerator-hours × power × grid intensity`. */
  readonly formula: string;
  /** The same step by step, by name and with numbers. */
  readonly steps: readonly LineStep[];
  /** Every number that the formula takes, each with its source. */
  readonly inputs: readonly LineInput[];
  /** Named shares of the line, such as servers and accelerators of embodied emissions. */
  readonly parts?: readonly LinePart[] | undefined;
  /** Remarks for the reader of the line. */
  readonly notes: readonly string[];
}

/** A named share of a line, such as the servers of embodied emissions. */
export interface LinePart extends Pick<Line, 'emissions' | 'energy'> {
  /** Name of the part. */
  readonly name: string;
}

/** The id of a line: `training.dynamic`, or `training.104B.dynamic` where the phase has a name. */
export function lineId({ phase, name, component }: Pick<Line, 'phase' | 'name' | 'component'>): string {
  return [phase, name, component].filter((part) => part !== undefined).join('.');
}
