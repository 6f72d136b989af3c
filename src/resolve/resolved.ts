import type { ComponentId, ImpactCategory, LineBoundary, PhaseKind, PlaceFacts } from '../assessment/assessment.js';
import type { Factor } from '../factors/factor.js';
import type { Expression, Input } from '../formulas/expression.js';

/** A phase with everything looked up that its lines are made from. Numbers are inputs of expressions, with their sources. */
export interface ResolvedPhase {
  readonly phase: PhaseKind;
  readonly name?: string | undefined;
  readonly title: string;
  readonly path: string;
  /** Components that the manifest lets count. */
  readonly boundary: readonly ComponentId[];
  readonly notCounted: Readonly<Partial<Record<string, string>>>;
  readonly share?: { readonly input: Input; readonly key?: string | undefined } | undefined;
  readonly work?: Work | undefined;
  readonly pue?: Input | undefined;
  /** PUE that is published for the place or its provider, where none is applied: it says how much is left out. */
  readonly publishedPue?: Factor<'1'> | undefined;
  readonly overhead?: ClusterEnergy | undefined;
  readonly baseline?: ClusterEnergy | undefined;
  /** Accelerator-hours that machines were held for, where they are more than the busy ones; a line needs the power too. */
  readonly reserved?: { readonly hours: Expression; readonly busy: Expression; readonly power?: Input | undefined } | undefined;
  readonly grid?: Grid | undefined;
  readonly wue?: Input | undefined;
  readonly embodied?: Embodied | undefined;
  /** Why there is no embodied record to count from, where the reason is known. */
  readonly embodiedMissing?: string | undefined;
  readonly facts: Facts;
}

/** The electricity of the work itself. */
export interface Work {
  /** Energy of the work at the boundary of its meter, host share included where one was added. */
  readonly energy: Expression;
  /** Boundary of the evidence. */
  readonly metered: LineBoundary;
  /** Boundary of `energy`: wider than `metered` where a host share was added. */
  readonly boundary: LineBoundary;
  /** Best basis that the evidence allows; a weak input takes the line further down. */
  readonly evidence: 'measured' | 'modelled' | 'declared';
  /** The program supplied the power, so nothing was metered. */
  readonly isDefaultPower: boolean;
  readonly parts?: readonly { readonly name: string; readonly energy: Expression }[] | undefined;
}

/** Electricity of a cluster over the run, beside that of the work. */
export interface ClusterEnergy {
  readonly energy: Expression;
  readonly evidence: 'measured' | 'modelled' | 'declared';
}

export interface Grid {
  /** Location-based. */
  readonly intensity: Input;
  /** Market-based: of a contract or of the residual mix; absent where the manifest says nothing of either. */
  readonly market?: { readonly intensity: Input; readonly kind: 'contract' | 'claim' | 'residual mix' } | undefined;
  readonly water?: Input | undefined;
  /** Per kWh, of the categories that the manifest asks for. */
  readonly impacts: { readonly [C in ImpactCategory]?: Input };
  /** Other figures for the same place and year, to show beside and never to mix in. */
  readonly alternatives: readonly Factor[];
  readonly year?: number | undefined;
  readonly zone?: string | undefined;
  readonly lifeCycle?: string | undefined;
}

export interface Embodied {
  readonly convention?: 'occupancy' | 'calendar' | undefined;
  readonly emissions: Expression;
  readonly parts: readonly { readonly name: string; readonly emissions: Expression }[];
  readonly evidence: 'modelled' | 'declared';
  /** The same by the other convention, where what it needs is known. */
  readonly alternative?: { readonly convention: 'occupancy' | 'calendar'; readonly emissions: Expression } | undefined;
}

export interface Facts {
  readonly device?: string | undefined;
  readonly accelerators?: Input | undefined;
  readonly acceleratorHours?: Expression | undefined;
  readonly power?: Expression | undefined;
  readonly runHours?: Expression | undefined;
  readonly duration?: Input | undefined;
  readonly place?: PlaceFacts | undefined;
  readonly requests?: Input | undefined;
  readonly tokens?: { readonly input: Input; readonly key?: string | undefined } | undefined;
  readonly year?: number | undefined;
  readonly includes?: readonly string[] | undefined;
}
