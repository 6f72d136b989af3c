import type { Basis, MeasurementBoundary } from '../assessment/assessment.js';
import type { Message } from '../diagnostics/message.js';
import { type Country, findCountry } from '../factors/grid/countries.js';
import { under } from '../resolve/references.js';
import type { Dimension, Unit } from '../units/quantity.js';
import type { Instrument } from './instruments.js';
import type { ManifestQuantity } from './manifest-quantity.js';
import { messages } from './messages.js';
import type { ParsedPhase } from './schema.js';

/** What the logs of a phase come to, in the manifest's own terms. What they don't say is absent. */
export interface LoggedPhase {
  /** Tools, logs and lines. */
  readonly cite: string;
  readonly energy?:
    | {
        /** kWh */
        readonly value: number;
        readonly boundary?: MeasurementBoundary | undefined;
        readonly basis: Basis;
        readonly instrument?: Instrument | undefined;
      }
    | undefined;
  readonly pue?: number | undefined;
  /** Hours on the clock. */
  readonly duration?: number | undefined;
  readonly accelerators?: number | undefined;
  readonly accelerator_hours?: number | undefined;
  /** A device that our tables know. */
  readonly hardware?: string | undefined;
  readonly location?: ParsedPhase['location'] | undefined;
  /** Places, where there are several. */
  readonly places?: readonly string[] | undefined;
  readonly year?: number | undefined;
  readonly requests?: number | undefined;
  /** kgCO2e, as the log states them. */
  readonly embodied?: number | undefined;
  /** The tool's own total, kgCO2e. */
  readonly reported?: number | undefined;
  /** What is odd about the logs; those of severity `error` keep the phase from being read. */
  readonly findings: readonly Message[];
}

/** Logged phases by the path of the phase; that of the only one, at the top, is empty. */
export type LoggedPhases = ReadonlyMap<string, LoggedPhase>;

type Told = (sentence: Message, path: string) => void;

/**
 * A phase with what its logs say where it says nothing itself: what a person wrote stands.
 *
 * @param path Path of the phase.
 * @param hasSite Whether the place is said elsewhere in the manifest.
 */
export function withLogs<P extends Partial<ParsedPhase>>(phase: P, path: string, logged: LoggedPhase, hasSite: boolean, tell: Told): P {
  const at = under(path, 'from');
  for (const finding of logged.findings) tell(finding, at);
  const given = (
    value: number | undefined,
    unit: Unit,
    dimension: Dimension,
    more: Partial<ManifestQuantity> = {},
  ): ManifestQuantity | undefined =>
    value === undefined ? undefined : { value, unit, dimension, path: at, identity: `${at}.${unit}`, cite: logged.cite, ...more };
  const { energy } = logged;
  const more = energy && {
    basis: energy.basis,
    ...(energy.boundary !== undefined && { boundary: energy.boundary }),
    ...(energy.instrument !== undefined && { instrument: energy.instrument }),
  };
  const isPlaced = hasSite || phase.site !== undefined || phase.location !== undefined;
  if (!isPlaced && logged.places !== undefined) tell(messages.logPlaces(logged.places), at);
  tellOfOtherPlace(phase, logged, at, tell);
  if (phase.energy !== undefined && energy !== undefined) tell(messages.logEnergyNotUsed(), at);
  const saysHours = phase.accelerator_hours !== undefined || phase.flops !== undefined;
  const fields: Partial<ParsedPhase> = defined({
    energy: phase.power === undefined ? given(energy?.value, 'kWh', 'energy', more) : undefined,
    pue: given(logged.pue, '1', 'ratio'),
    duration: saysHours ? undefined : given(logged.duration, 'h', 'time'),
    accelerators: hasCount(phase) ? undefined : given(logged.accelerators, 'accelerators', 'accelerators'),
    accelerator_hours: phase.duration === undefined && !saysHours ? given(logged.accelerator_hours, 'h', 'time') : undefined,
    requests: given(logged.requests, 'requests', 'requests'),
    embodied: given(logged.embodied, 'kgCO2e', 'emissions'),
    reported: given(logged.reported, 'kgCO2e', 'emissions'),
    hardware: logged.hardware,
    location: isPlaced ? undefined : logged.location,
    year: phase.started === undefined ? logged.year : undefined,
  });
  return { ...fields, ...defined(phase) } as P;
}

/** Whether the phase's own hardware says how many: `8 x A100`. */
function hasCount({ hardware }: Partial<ParsedPhase>): boolean {
  return typeof hardware === 'string' ? /^\s*\d/.test(hardware) : hardware?.accelerators !== undefined;
}

/** A phase that is said to have been elsewhere than its logs say it was. */
function tellOfOtherPlace(phase: Partial<ParsedPhase>, { location }: LoggedPhase, at: string, tell: Told): void {
  const [said, logged] = [countryOf(phase.location), countryOf(location)];
  if (said !== undefined && logged !== undefined && said.code !== logged.code) tell(messages.logOtherPlace(logged.name), at);
}

function countryOf(location: ParsedPhase['location'] | undefined): Country | undefined {
  const text = typeof location === 'string' ? location : location?.country;
  return text === undefined ? undefined : findCountry(text).found;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
