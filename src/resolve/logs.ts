import type { Report } from '../diagnostics/report.js';
import { type Country, findCountry } from '../factors/grid/countries.js';
import type { LoggedPhase, LoggedPhases } from '../manifest/logged.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { ParsedSite } from '../manifest/schema.js';
import { ownPlaceKeys } from '../manifest/shared-keys.js';
import { under } from '../manifest/yaml/yaml.js';
import type { Dimension, Unit } from '../units/quantity.js';
import { messages } from './messages/manifest.js';

/**
 * A manifest whose phases have what their logs say, where the manifest says nothing itself.
 *
 * @param logs Absent where only the text of the manifest was given: a phase that names logs is then an error.
 */
export function withLogs(manifest: Manifest, logs: LoggedPhases | undefined, report: Report): Manifest {
  const hasOneSite = Object.keys(manifest.sites).length === 1;
  const phases = manifest.phases.map((phase) => {
    if (phase.from === undefined) {
      if (phase.same_machine === true) report({ ...messages.sameMachineWithoutLogs(), path: under(phase.path, 'same_machine') });
      return phase;
    }
    const path = under(phase.path, 'from');
    if (logs === undefined) report({ ...messages.logsNotGiven(), path, part: 'value' });
    const logged = logs?.get(phase.path);
    const hasSite = hasOneSite && phase.path !== '';
    const hasWue = siteOf(phase, manifest)?.wue !== undefined;
    return logged === undefined ? phase : phaseWithLogs(phase, logged, { path, hasSite, hasWue, report });
  });
  return { ...manifest, phases };
}

/** The site that a phase names or has; the only one, where it names none. */
function siteOf({ site, path }: Phase, { sites }: Manifest): ParsedSite | undefined {
  if (typeof site === 'object') return site;
  const names = Object.keys(sites);
  const name = site ?? (names.length === 1 && path !== '' ? names[0] : undefined);
  return name === undefined || !Object.hasOwn(sites, name) ? undefined : sites[name];
}
/** A value of the log as a quantity of the manifest. */
type Quantify = (
  value: number | undefined,
  unit: Unit,
  dimension: Dimension,
  more?: Partial<ManifestQuantity>,
) => ManifestQuantity | undefined;

interface LogContext {
  /** Path of the phase's `from`. */
  readonly path: string;
  /** Whether the place is given elsewhere in the manifest. */
  readonly hasSite: boolean;
  /** Whether the site of the phase has on-site water, which then takes precedence. */
  readonly hasWue: boolean;
  readonly report: Report;
}

function phaseWithLogs(phase: Phase, logged: LoggedPhase, { path, hasSite, hasWue, report }: LogContext): Phase {
  for (const finding of logged.diagnostics) if (!isAnswered(finding.id, phase, logged)) report({ ...finding, path, part: 'value' });
  const quantity: Quantify = (value, unit, dimension, more = {}) =>
    value === undefined ? undefined : { value, unit, dimension, path, identity: `${path}.${unit}`, cite: logged.cite, ...more };
  const { energy } = logged;
  const isPlaced = hasSite || ownPlaceKeys.some((key) => phase[key] !== undefined);
  if (!isPlaced && logged.places !== undefined) report({ ...messages.logPlaces(logged.places), path, part: 'value' });
  reportOtherPlace(phase, logged, path, report);
  if (phase.energy !== undefined && energy !== undefined) report({ ...messages.logEnergyNotUsed(), path });
  const hasHours = phase.accelerator_hours !== undefined || phase.flops !== undefined;
  const fields: Partial<Phase> = {
    energy: phase.power === undefined ? quantity(energy?.value, 'kWh', 'energy', energy) : undefined,
    ...unmeteredFields(phase, logged, quantity),
    pue: quantity(logged.pue, '1', 'ratio'),
    duration: hasHours ? undefined : quantity(logged.duration, 'h', 'time'),
    accelerators: hasCount(phase) ? undefined : quantity(logged.accelerators, 'accelerators', 'accelerators'),
    accelerator_hours: phase.duration === undefined && !hasHours ? quantity(logged.accelerator_hours, 'h', 'time') : undefined,
    requests: quantity(logged.requests, 'requests', 'requests'),
    wue: hasWue ? undefined : quantity(logged.wue, 'L/kWh', 'water intensity'),
    // The baseline belongs to the energy of the same log, and beside it the rest of the node is not counted again.
    idle: [phase.energy, phase.power, phase.host, phase.host_share].every((given) => given === undefined)
      ? quantity(logged.idle, 'W', 'power')
      : undefined,
    ...wholeFields(phase, logged, quantity),
    embodied: quantity(logged.embodied, 'kgCO2e', 'emissions', logged.embodiedEvidence),
    reported: quantity(logged.reported, 'kgCO2e', 'emissions'),
    record: recordFor(phase, logged),
    hardware: logged.hardware,
    location: isPlaced ? undefined : logged.location,
    year: phase.started === undefined ? logged.year : undefined,
  };
  return { ...fields, ...declared(phase), not_counted: notCountedOf(phase, logged) };
}

/** Power over time; what gaps in it would have used belongs to the energy of the log. */
function recordFor({ energy, power }: Phase, { record }: LoggedPhase): Phase['record'] {
  const isUsed = energy === undefined && power === undefined;
  return record === undefined || isUsed ? record : { ...record, uncovered: undefined };
}

/** What the log did not measure; where the phase gives its own energy, the log's is not used, and neither is what it lacks. */
function unmeteredFields(phase: Phase, logged: LoggedPhase, quantity: Quantify): Partial<Phase> {
  if (phase.energy !== undefined) return {};
  const { host, unmetered_hours: hours } = logged;
  return {
    host: host && quantity(host.value, 'kWh', 'energy', { basis: host.basis, boundary: 'components', instrument: host.instrument }),
    unmetered_hours: phase.power === undefined ? quantity(hours, 'h', 'time') : undefined,
  };
}

/** What the log lists beside its energy, and nothing else: what it does not list is not counted. */
function wholeFields(phase: Phase, { whole }: LoggedPhase, quantity: Quantify): Partial<Phase> {
  if (whole === undefined || phase.energy !== undefined || phase.power !== undefined) return {};
  const { counted, host, idle, overhead } = whole;
  return {
    host: quantity(host?.value, 'kWh', 'energy', { ...host, identity: `${phase.path}.host` }),
    idle: quantity(idle?.value, 'kWh', 'energy', {
      ...idle,
      identity: `${phase.path}.idle`,
      of: host === undefined ? undefined : 'reserved',
    }),
    overhead: quantity(overhead?.value, 'kWh', 'energy', { ...overhead, identity: `${phase.path}.overhead` }),
    system_boundary: ['embodied', ...counted],
  };
}

/** Whether the phase gives what the log lacks, so that what is said of the log does not hold of the phase. */
function isAnswered(id: string, { energy, power, hardware, embodied }: Phase, logged: LoggedPhase): boolean {
  const { notCounted, host, unmetered_hours: hours } = logged;
  if (id === 'unknown-device') return hardware !== undefined || embodied !== undefined;
  if (id === 'several-devices') return hardware !== undefined;
  // The energy of the log is used for nothing.
  if (id === 'partly-metered' || id === 'card-not-counted')
    return energy !== undefined || (id === 'partly-metered' && host === undefined && hours !== undefined && isNewDevice(hardware, logged));
  if (id !== 'accelerators-not-measured') return false;
  return energy !== undefined || power !== undefined || (hardware !== undefined && notCounted?.dynamic !== undefined);
}

/** Whether the phase names the device where the log does not. */
function isNewDevice(hardware: Phase['hardware'], logged: LoggedPhase): boolean {
  return hardware !== undefined && logged.hardware === undefined;
}

/** What can't be calculated from the log alone: with a device, an energy or a power of the manifest it can. */
function notCountedOf(phase: Phase, { notCounted = {} }: LoggedPhase): Phase['not_counted'] {
  const { energy, power, hardware } = phase;
  const isGiven = [energy, power, hardware].some((given) => given !== undefined);
  const { dynamic, unmetered } = notCounted;
  const ofLog = {
    ...(!isGiven && dynamic !== undefined && { dynamic }),
    ...(energy === undefined && unmetered !== undefined && { unmetered }),
  };
  return Object.keys(ofLog).length === 0 ? phase.not_counted : { ...ofLog, ...phase.not_counted };
}

/** What the phase gives itself: an absent key must not hide the log's. */
function declared(phase: Phase): Phase {
  return Object.fromEntries(Object.entries(phase).filter(([, value]) => value !== undefined)) as Phase;
}

/** Whether the phase's own hardware says how many: `8 x A100`. */
function hasCount({ hardware }: Phase): boolean {
  return typeof hardware === 'string' ? /^\s*\d/.test(hardware) : hardware?.accelerators !== undefined;
}

/** Reports a phase whose place is another than that of its logs. */
function reportOtherPlace(phase: Phase, { location }: LoggedPhase, path: string, report: Report): void {
  const [declaredCountry, logged] = [countryOf(phase.location), countryOf(location)];
  if (declaredCountry !== undefined && logged !== undefined && declaredCountry.code !== logged.code)
    report({ ...messages.logOtherPlace(logged.name), path });
}

function countryOf(location: Phase['location']): Country | undefined {
  const text = typeof location === 'string' ? location : location?.country;
  return text === undefined ? undefined : findCountry(text).found;
}
