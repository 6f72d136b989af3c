import type { ComponentId, ImpactCategory, LineBoundary, PhaseFacts, PhaseKind, PlaceFacts, TaskFacts } from '../assessment/assessment.js';
import type { EnergySource } from '../assessment/bom/activities.js';
import type { PowerRecord } from '../assessment/recorded/power.js';
import type { Factor } from '../factors/factor.js';
import type { Citation, Expression, Input } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';

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
  /** Emissions that are published as a total, with nothing to calculate them from. */
  readonly published?: PublishedTotal | undefined;
  /** Accelerator-hours without energy on record, where it can't be calculated. */
  readonly unmeteredHours?: number | undefined;
  /** What the nodes take outside the meter of the work. */
  readonly host: Host;
  readonly pue?: Input | undefined;
  /** Why no facility is around the machines; absent where there is one. */
  readonly noFacility?: string | undefined;
  readonly overhead?: ClusterEnergy | undefined;
  readonly baseline?: ClusterEnergy | undefined;
  readonly reserved?: Reserved | undefined;
  readonly grid?: Grid | undefined;
  readonly wue?: Input | undefined;
  readonly embodied?: Embodied | undefined;
  /** Why there is no embodied record to count from, where the reason is known. */
  readonly embodiedMissing?: string | undefined;
  readonly facts: Facts;
}

/** A rated power is one of the factor tables, or of the manifest. */
export type RatedBy = 'tables' | 'manifest';

/** The electricity of the work itself. */
export interface Work {
  /** Energy of the work at the boundary of its meter. */
  readonly energy: Expression;
  /** Where it was metered, as stated. */
  readonly metered: LineBoundary;
  /** Where it is taken to have been metered: at the accelerators where nothing is stated and there are some. */
  readonly boundary: LineBoundary;
  /** Best basis that the evidence allows; a weak input takes the line further down. */
  readonly evidence: 'measured' | 'modelled' | 'declared';
  /** Where a part of the energy was not metered: the part that was, and the other, which is calculated, at the boundary of its rated power. */
  readonly unmetered?:
    | {
        readonly metered: Expression;
        readonly evidence: 'measured' | 'modelled' | 'declared';
        readonly energy: Expression;
        readonly boundary: LineBoundary;
      }
    | undefined;
  /** Who gave the rated power, where the energy is made from one and nothing was metered. */
  readonly ratedBy?: RatedBy | undefined;
}

/** Emissions of a phase as published, for what a boundary covers. */
export interface PublishedTotal {
  readonly emissions: Input;
  readonly boundary: LineBoundary;
}

/** The rest of the nodes: electricity of its own, a part of another line, or unknown. */
export type Host =
  | {
      readonly state: 'counted';
      readonly energy: Expression;
      readonly evidence: Work['evidence'];
      readonly parts?: readonly { readonly name: string; readonly energy: Expression; readonly evidence: Work['evidence'] }[] | undefined;
    }
  | { readonly state: 'included'; readonly in: 'dynamic' | 'idle'; readonly reason: string }
  | { readonly state: 'missing'; readonly reason: string }
  /** By the system boundary, with its energy by the default share where that is known. */
  | { readonly state: 'outside'; readonly reason: string; readonly energy?: Expression | undefined };

/** Machines that were held without working. A line needs their energy, or their power. */
export interface Reserved {
  /** Energy on record. */
  readonly record?: ClusterEnergy | undefined;
  /** Accelerator-hours that machines were held for, where they are more than the busy ones. */
  readonly hours?: { readonly held: Expression; readonly busy: Expression } | undefined;
  /** Power of one accelerator with its share of the host. */
  readonly power?: Input | undefined;
  /** The same by defaults (W), for the size of what is left out. */
  readonly likelyPower?: number | undefined;
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
  /** Who supplied the electricity, and what it was generated from, as the manifest says. */
  /** Where the intensity is that of the hours in which it ran. */
  readonly hourly?: GridHours | undefined;
  readonly provider?: string | undefined;
  readonly energySource?: EnergySource | undefined;
}

/** Hours whose energy and intensity an intensity was made from. */
export interface GridHours {
  /** Hours since 1970, of the first and the last. */
  readonly first: number;
  readonly last: number;
  readonly hours: number;
  /** kWh of these hours, and Σ energy × intensity in grams. */
  readonly energy: number;
  readonly grams: number;
  /** Mean of the intensities, each hour alike (gCO2e/kWh). */
  readonly mean: number;
  readonly withoutIntensity?: { readonly hours: number; readonly energy: number } | undefined;
  readonly withoutEnergy: number;
  readonly estimated: number;
  readonly column: string;
  /** The yearly average of the same place. */
  readonly yearly?:
    | {
        readonly title: string;
        readonly value: number;
        readonly year?: number | undefined;
        readonly kind?: string | undefined;
        readonly source: Citation | undefined;
      }
    | undefined;
}

export interface Embodied {
  readonly convention?: 'occupancy' | 'calendar' | undefined;
  readonly emissions: Expression;
  readonly parts: readonly { readonly name: string; readonly emissions: Expression }[];
  readonly evidence: 'modelled' | 'declared';
  /** What was made beside the devices and is not counted, as it has no figure. */
  readonly lacks?: 'servers' | 'rest-of-computer' | undefined;
  /** The same by the other convention, where what it needs is known. */
  readonly alternative?:
    | { readonly convention: 'occupancy' | 'calendar'; readonly emissions: Expression; readonly occupancy?: number | undefined }
    | undefined;
}

export interface Facts {
  readonly device?: string | undefined;
  readonly statedDevice?: string | undefined;
  readonly deviceType?: PhaseFacts['deviceType'];
  readonly accelerators?: Input | undefined;
  readonly acceleratorHours?: Expression | undefined;
  readonly power?: Expression | undefined;
  /** Power over time, as a log has it. */
  readonly powerRecord?: PowerRecord | undefined;
  readonly runHours?: Expression | undefined;
  readonly duration?: Input | undefined;
  readonly place?: PlaceFacts | undefined;
  readonly requests?: Input | undefined;
  readonly tokens?: { readonly input: Input; readonly key?: string | undefined } | undefined;
  readonly flops?: ManifestQuantity | undefined;
  /** What is cited for it. */
  readonly flopsSource?: Citation | undefined;
  readonly year?: number | undefined;
  readonly started?: string | undefined;
  readonly task?: TaskFacts | undefined;
  readonly includes?: readonly string[] | undefined;
  readonly runs?: number | undefined;
  /** GB */
  readonly memory?: number | undefined;
}
