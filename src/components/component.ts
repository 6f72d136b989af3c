import type { Basis, ComponentId, ImpactCategory, LineBoundary } from '../assessment/assessment.js';
import type { Expression } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';

/** A line before its numbers are calculated. */
export interface LineDraft {
  readonly component: ComponentId;
  /** kWh; absent for embodied. */
  readonly energy?: Expression | undefined;
  /** kgCO2e, location-based. */
  readonly emissions: Expression;
  /** kgCO2e, market-based: by contract or residual mix where there is one, else the same as location-based. */
  readonly market: Expression;
  /** kgCO2e of embodied emissions by calendar, whatever convention the line has; absent on other lines. */
  readonly calendar?: Expression | undefined;
  /** What `market` rests on; absent on embodied lines. */
  readonly instrument?: 'contract' | 'claim' | 'residual mix' | 'none' | undefined;
  /** L */
  readonly water?: Expression | undefined;
  /** Each in the unit of its category. */
  readonly impacts?: { readonly [C in ImpactCategory]?: Expression } | undefined;
  readonly boundary: LineBoundary;
  /** Best basis that the evidence allows; an assumed input makes the line `assumed`. */
  readonly evidence: Exclude<Basis, 'assumed'>;
  readonly parts?:
    | readonly {
        readonly name: string;
        readonly emissions: Expression;
        readonly energy?: Expression | undefined;
        /** Of the part, where the parts differ in their evidence. */
        readonly evidence?: Exclude<Basis, 'assumed'> | undefined;
      }[]
    | undefined;
  readonly notes: readonly string[];
}

/** Why a component is not counted, with its size where one is known. */
export interface Gap {
  readonly reason: string;
  /** About how much electricity that is, by default figures (kWh). */
  readonly size?: number | undefined;
}

/** The outcome for a component in a phase: a line, or why there is none. */
export type Outcome =
  | { readonly state: 'counted'; readonly draft: LineDraft }
  | { readonly state: 'included'; readonly in: ComponentId; readonly reason: string }
  | (Gap & { readonly state: 'not-counted' })
  | { readonly state: 'not-applicable'; readonly reason: string };

export interface Component {
  readonly id: ComponentId;
  /** Why the component is inside the meter of another line, where it is; asked also where it may not count by itself. */
  readonly includedIn?: ((phase: ResolvedPhase) => { readonly in: ComponentId; readonly reason: string } | undefined) | undefined;
  /** Why it is not counted where the system boundary leaves it out, if there is more to say. */
  readonly outside?: ((phase: ResolvedPhase) => Gap) | undefined;
  /** The outcome in a phase that has the component inside its system boundary, given those of the components before it. */
  readonly assess: (phase: ResolvedPhase, before: Partial<Record<ComponentId, Outcome>>) => Outcome;
}
