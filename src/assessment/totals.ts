import type { Quantity } from '../units/quantity.js';
import type { ComponentId, EquivalentId } from './ids.js';
import type { Impacts, Line } from './line.js';

/** Sum of the lines of one component. */
export interface ComponentTotal extends Pick<Line, 'component' | 'emissions' | 'energy'> {
  /**
   * Share of the component in the emissions of the total; absent where the total is 0.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly share?: number | undefined;
}

/** Sum of the lines of one basis. */
export interface BasisTotal extends Pick<Line, 'basis' | 'emissions'> {
  /**
   * Share of the basis in the emissions of the total; absent where the total is 0.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly share?: number | undefined;
}

/** Sum of the lines of one phase. */
export interface PhaseTotal extends Pick<Line, 'phase' | 'name' | 'emissions' | 'energy'> {
  /** Emissions of all phases after it in the list together; for the first 20 phases. */
  readonly smaller?: Quantity<'kgCO2e'> | undefined;
}

/** Emissions of a total with all embodied emissions by calendar. */
export interface ByCalendar {
  /** All emissions, location-based. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** The embodied ones alone. */
  readonly embodied: Quantity<'kgCO2e'>;
}

/** Sum of lines: development, deployment, or the life cycle. */
export interface Total {
  /** Location-based emissions. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** Market-based emissions: embodied unchanged, all electricity market-based. */
  readonly emissionsMarket?: Quantity<'kgCO2e'> | undefined;
  /** Electricity; absent where no line has any. */
  readonly energy?: Quantity<'kWh'> | undefined;
  /** Water consumed; absent where no line has any. */
  readonly water?: Quantity<'L'> | undefined;
  /** Further impact categories, where the manifest asks for them and a factor exists. */
  readonly impacts?: Impacts | undefined;
  /** The same with embodied emissions by calendar, as ISO/IEC 21031 counts them; absent where none are by occupancy. */
  readonly byCalendar?: ByCalendar | undefined;
  /** The sums of each component. */
  readonly components: readonly ComponentTotal[];
  /** The sums of each phase, the largest first; of development and of deployment alone. */
  readonly phases?: readonly PhaseTotal[] | undefined;
  /** The sums of each basis, the best evidence first; of a line with parts of different evidence, each part by its own. */
  readonly byBasis?: readonly BasisTotal[] | undefined;
  /**
   * What most cards print, for comparison: energy of the accelerators × PUE × grid. Absent unless every phase has energy at its
   * accelerators and a PUE.
   */
  readonly acceleratorsTimesPue?: Quantity<'kgCO2e'> | undefined;
}

/** Deployment divided by its requests. */
export interface PerRequest extends Pick<Total, 'emissions' | 'emissionsMarket' | 'energy' | 'water'> {
  /** Requests that the deployment answered: this model's, where it shares the phase. */
  readonly requests: number;
  /** Components that have a line in every deployment. */
  readonly components: readonly ComponentId[];
}

/** One deployment of several divided by its requests. */
export interface PerRequestOfPhase extends Pick<Line, 'name' | 'emissions' | 'energy'> {
  /** Requests that this deployment answered: this model's, where it shares the phase. */
  readonly requests: number;
  /** Components that are counted in the figure. */
  readonly components: readonly ComponentId[];
}

/** Deployment divided by its tokens. */
export interface PerToken extends Pick<Total, 'emissions' | 'energy'> {
  /** Tokens that the deployment processed: this model's, where it shares the phase. */
  readonly tokens: number;
  /** Which tokens are counted, in the words of the manifest: `output`. */
  readonly which?: string | undefined;
}

/** Sum of the deployment's lines. */
export interface DeploymentTotal extends Total {
  /** Time that the deployment covers. */
  readonly period?: Quantity<'h'> | undefined;
  /** Per request over all deployments; present where each states its requests. */
  readonly perRequest?: PerRequest | undefined;
  /** Per request of each deployment that states its requests; present where there are several deployments. */
  readonly perPhase?: readonly PerRequestOfPhase[] | undefined;
  /** Per token; present where every deployment phase states its tokens. */
  readonly perToken?: PerToken | undefined;
}

/** Development and deployment together. */
export interface LifecycleTotal extends Total {
  /** Time that the deployment covers. */
  readonly period: Quantity<'h'>;
}

/** Requests after which deployment has emitted as much as development, by the components that both sides count. */
export interface BreakEven {
  /** Number of requests. */
  readonly requests: number;
  /** Its 5 % point; absent where no interval was assessed. */
  readonly low?: number | undefined;
  /** Its 95 % point; absent where no interval was assessed. */
  readonly high?: number | undefined;
  /** What is compared: making hardware, electricity, or both. */
  readonly compares: readonly ('embodied' | 'electricity')[];
  /** Components of these that one side or the other has. */
  readonly components: readonly ComponentId[];
  /** Emissions of development, by what is compared. */
  readonly development: Quantity<'kgCO2e'>;
  /** Emissions of one request, by what is compared. */
  readonly perRequest: Quantity<'kgCO2e'>;
  /** Days at the load of the stated period; absent without a period. */
  readonly days?: number | undefined;
}

/** How much the model is used, steadily. */
export interface UseLoad {
  /** `use`: given as `use` in the manifest. `period`: what the deployment served in its period. */
  readonly from: 'use' | 'period';
  /** Requests in a year of 365 days. */
  readonly requests?: Quantity<'requests/year'> | undefined;
  /** Tokens in a year of 365 days. */
  readonly tokens?: Quantity<'tokens/year'> | undefined;
  /** Which tokens: `output`. */
  readonly which?: string | undefined;
  /** Id of an entry of `sources`; absent for the load of the period. */
  readonly source?: string | undefined;
}

/** A day in the calendar, with those of the interval. */
export interface BreakEvenDate {
  /** ISO date of the release, from which the days are counted. */
  readonly released: string;
  /** ISO date. */
  readonly day: string;
  /** ISO date of the 5 % point; absent where no interval was assessed. */
  readonly earliest?: string | undefined;
  /** ISO date of the 95 % point; absent where it is more than 100 years after the release, or no interval was assessed. */
  readonly latest?: string | undefined;
}

/** Use against development, by the components that both sides count: after how much use it has emitted as much, and on which day. */
export interface UseAgainstDevelopment {
  /** Components that every phase of both sides has. */
  readonly components: readonly ComponentId[];
  /** Components of development that are not compared. */
  readonly onlyDevelopment: readonly ComponentId[];
  /** Components of use that are not compared. */
  readonly onlyUse: readonly ComponentId[];
  /** How making the hardware is divided among its users on each side, where it is compared and calculated. */
  readonly conventions?: UseConventions | undefined;
  /** Emissions of development, by the compared components. */
  readonly development: Quantity<'kgCO2e'>;
  /** Emissions of one request, by the compared components. */
  readonly perRequest?: Quantity<'kgCO2e'> | undefined;
  /** Emissions of one token, by the compared components. */
  readonly perToken?: Quantity<'kgCO2e'> | undefined;
  /** Requests after which use has emitted as much as development. */
  readonly requests?: Quantity<'requests'> | undefined;
  /** Tokens after which use has emitted as much as development. */
  readonly tokens?: Quantity<'tokens'> | undefined;
  /** Which tokens: `output`. */
  readonly which?: string | undefined;
  /** The load that the days are for; absent where the manifest states none. */
  readonly load?: UseLoad | undefined;
  /** Emissions of a day of use at this load, by the compared components. */
  readonly perDay?: Quantity<'kgCO2e'> | undefined;
  /** Days of use after which it has emitted as much as development: `development` ÷ `perDay`. */
  readonly days?: Quantity<'days'> | undefined;
  /** Why there are no days: no use, use without emissions, or more than 100 years, also at the low end of the interval. */
  readonly never?: 'no-load' | 'no-emissions' | 'beyond-100-years' | undefined;
  /** The day in the calendar; present where the manifest has the day of release, and `days` are at most 100 years. */
  readonly date?: BreakEvenDate | undefined;
}

/** Conventions of embodied emissions on both sides; absent for figures as published. */
export interface UseConventions {
  /** That of development. */
  readonly development?: Convention | undefined;
  /** That of use. */
  readonly use?: Convention | undefined;
}

/** How embodied emissions are divided among the users of the hardware; `both` where phases of a side differ. */
export type Convention = 'occupancy' | 'calendar' | 'both';

/** A total in everyday terms: how much of an activity emits as much, or uses as much electricity. */
export interface Equivalent {
  /** Stable name of the activity, for scripts. */
  readonly id: EquivalentId;
  /** The activity in words: `driving a petrol car`. */
  readonly title: string;
  /** The total that it stands for. */
  readonly of: 'development' | 'deployment';
  /** How much of the activity; its interval is that of the total alone. */
  readonly amount: Quantity<'km'> | Quantity<'passenger-km'> | Quantity<'household-years'>;
  /** Titles of the phases that have no energy, so that an amount by electricity leaves them out; absent where there are none. */
  readonly without?: readonly string[] | undefined;
  /** What one unit of the activity emits, or uses. */
  readonly factor: Quantity<'gCO2e/km'> | Quantity<'gCO2e/passenger-km'> | Quantity<'kWh/year'>;
  /** Year that the factor is for. */
  readonly year?: number | undefined;
  /** What a reader could get wrong: which car, which flight, which households. */
  readonly kind: string;
  /** Id of an entry of `sources`. */
  readonly source: string;
}
