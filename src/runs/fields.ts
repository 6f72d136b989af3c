import type { Message } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import type { LoggedPart, LoggedPhase } from '../manifest/logged.js';
import type { PowerLimit } from '../plausibility/power-limit.js';
import { trackers } from '../trackers/index.js';
import type { RunPlace } from '../trackers/record.js';
import { messages } from './messages.js';
import { meteredOf, weakest } from './metered.js';
import { powerRecordOf } from './power-record.js';
import { type Sums, yearOf } from './sums.js';
import { unusedCardsFinding } from './unused-cards.js';

/** What the factor tables have. */
export interface Known {
  readonly device: (name: string) => boolean;
  /** Whether a name in a log is that of a processor whose rated power is known. */
  readonly processor?: ((name: string) => boolean) | undefined;
  /** What the device of a name can take. */
  readonly limit: (name: string) => PowerLimit | undefined;
  readonly country: (code: string) => boolean;
  readonly place: (text: string) => boolean;
  /** Id of a part of a country that has a grid of its own. */
  readonly zone: (country: string, region: string) => string | undefined;
  /** A country, or a part of it, as people write it: `Oregon, US`; only where that is looked up as the same place. */
  readonly spelt: (country: string, region: string | undefined) => string | undefined;
}

/**
 * Runs as the fields of a phase. Where runs differ in something that a phase has once, that of the most energy is used,
 * and the difference is reported. Energies of different boundaries can't be added, and neither can alternatives.
 *
 * @param where Logs and lines, for the citation.
 */
export function fieldsOf(sums: Sums, where: string, known: Known): LoggedPhase {
  const findings: Message[] = [];
  const report: Report = (diagnostic) => {
    findings.push(diagnostic);
  };
  const odd: Message[] = [];
  const hardware = hardwareOf(sums, known, (diagnostic) => void odd.push(diagnostic));
  // What is not counted comes before all else.
  const metered = meteredOf(sums, hardware, report);
  findings.push(...odd);
  const [place, ...otherPlaces] = placesOf(sums, known);
  const isOnePlace = place !== undefined && otherPlaces.length === 0;
  const record = powerRecordOf(sums.powers, sums.kinds('boundary')[0]?.boundary);
  const fields: LoggedPhase = {
    cite: sums.runs === 0 ? where : `${toolsOf(sums)}, ${where}`,
    ...metered,
    energy: metered.energy && { ...metered.energy, ...errorOf(metered.energy.value, sums), missed: record?.uncovered?.value },
    record,
    pue: pueOf(sums),
    duration: timeOf(sums, 'hours'),
    ...countOf(sums),
    hardware,
    location: isOnePlace ? locationOf(place, known) : undefined,
    places: place === undefined || isOnePlace ? undefined : [place, ...otherPlaces].map(placeText),
    year: mainYearOf(sums, report),
    requests: sums.total('requests'),
    embodied: sums.total('embodied'),
    embodiedEvidence: {
      ...rangeOf(sums, 'embodied'),
      basis: weakest(sums.kinds('embodiedBasis').map(({ stated }) => stated?.embodiedBasis)),
    },
    reported: sums.total('reported'),
    wue: wueOf(sums),
    idle: idleOf(sums),
    whole: wholeOf(sums),
    diagnostics: findings,
  };
  const unused = unusedCardsFinding(sums, fields, known.limit);
  return unused === undefined ? fields : { ...fields, diagnostics: [...findings, unused] };
}

/** Hours of the runs; `undefined` for 0, which a log states of a run that it did not time. */
function timeOf(sums: Sums, key: 'hours' | 'acceleratorHours'): number | undefined {
  const hours = sums.total(key);
  return hours === 0 ? undefined : hours;
}

/** Where runs have different PUEs, the one that gives the same energy. */
function pueOf(sums: Sums): number | undefined {
  const [energy, facility] = [sums.total('energy'), sums.total('facility')];
  if (energy === undefined || facility === undefined || facility === energy || energy === 0) return undefined;
  const [run, ...others] = sums.kinds('pue');
  return others.length === 0 && run?.pue !== undefined ? run.pue : facility / energy;
}

/** The ends of the energy, where the authors of all runs state how far off it may be. */
function errorOf(kWh: number, sums: Sums): { readonly low?: number; readonly high?: number } {
  const stated = rangeOf(sums, 'energy');
  if (stated !== undefined) return stated;
  const error = sums.isWhole('error') ? sums.total('error') : undefined;
  return error === undefined ? {} : { low: kWh - error, high: kWh + error };
}

/** The interval of a figure, where every run that has the figure states one. Its ends are added: errors of one kind go the same way. */
function rangeOf(sums: Sums, figure: 'energy' | 'embodied'): { readonly low: number; readonly high: number } | undefined {
  const [low, high] = [sums.total(`${figure}Low`), sums.total(`${figure}High`)];
  const isWhole = sums.count(`${figure}Low`) === sums.count(figure);
  return low === undefined || high === undefined || !isWhole ? undefined : { low, high };
}

/** On-site water per kWh (L/kWh) of the runs that have one, by their energy. */
function wueOf(sums: Sums): number | undefined {
  const [water, energy] = [sums.total('water'), sums.total('waterEnergy')];
  return water === undefined || energy === undefined || energy === 0 ? undefined : Number((water / energy).toPrecision(12));
}

/** The power of the idle machine (W), where all runs have the same. */
function idleOf(sums: Sums): number | undefined {
  const [run, ...others] = sums.kinds('idle');
  return others.length === 0 ? run?.idle : undefined;
}

/** What is counted beside the energy, where all runs list the same components. */
function wholeOf(sums: Sums): LoggedPhase['whole'] {
  const [run, ...others] = sums.kinds('whole');
  if (run?.whole === undefined || others.length > 0) return undefined;
  const { counted, bases = {} } = run.whole;
  const part = (component: 'host' | 'idle' | 'overhead', id: 'host' | 'idleEnergy' | 'overhead'): LoggedPart | undefined => {
    const [value, error] = [sums.total(id), sums.total(`${id}Error`)];
    if (value === undefined) return undefined;
    const isWhole = error !== undefined && sums.count(`${id}Error`) === sums.count(id);
    return { value, ...(isWhole && { low: value - error, high: value + error }), basis: bases[component] };
  };
  return { counted, host: part('host', 'host'), idle: part('idle', 'idleEnergy'), overhead: part('overhead', 'overhead') };
}

/** The device of all runs, where the tables have it. */
function hardwareOf(sums: Sums, known: Known, report: Report): string | undefined {
  const names = new Set(sums.kinds('accelerator').flatMap(({ accelerator }) => accelerator?.name ?? []));
  const [name] = names;
  if (name === undefined) return processorOf(sums, known);
  if (names.size > 1) report(messages.severalDevices([...names]));
  else if (!known.device(name)) report(messages.unknownDevice(name));
  else return name;
  return undefined;
}

/** The processor that did the work and was not read, where its rated power is known. */
function processorOf(sums: Sums, known: Known): string | undefined {
  const [run, ...others] = sums.kinds('processor');
  const name = run?.processor;
  return name !== undefined && others.length === 0 && known.processor?.(name) === true ? name : undefined;
}

/** The number of accelerators where all runs have the same, else the accelerator-hours. */
function countOf(sums: Sums): Pick<LoggedPhase, 'accelerators' | 'accelerator_hours'> {
  const [run, ...others] = sums.kinds('count');
  if (run !== undefined && others.length === 0) return { accelerators: run.accelerator?.count };
  return { accelerator_hours: timeOf(sums, 'acceleratorHours') };
}

/** The year with the most energy. */
function mainYearOf(sums: Sums, report: Report): number | undefined {
  const years = sums.kinds('year').flatMap((run) => yearOf(run) ?? []);
  const [year] = years;
  if (year === undefined) return undefined;
  if (years.length > 1) report(messages.severalYears([...years].sort(), year));
  return Number(year);
}

/** Names and versions of the tools: `CodeCarbon 2.3.1 and 2.4.0, nvidia-smi`. */
function toolsOf(sums: Sums): string {
  const versions = new Map<string, string[]>();
  for (const { tracker, version } of sums.kinds('tool')) {
    const { title } = trackers[tracker];
    versions.set(title, [...(versions.get(title) ?? []), ...(version === undefined ? [] : [version])]);
  }
  return [...versions].map(([title, own]) => [title, own.slice(0, 3).join(' and ')].filter((text) => text !== '').join(' ')).join(', ');
}

/** Places with a grid of their own. Regions without one are joined to their country. */
function placesOf(sums: Sums, known: Known): readonly RunPlace[] {
  const grids = new Map<string, RunPlace[]>();
  for (const { place } of sums.kinds('place')) {
    const { cloud, cloudRegion, country = '', region = '' } = place;
    const key = JSON.stringify([cloud, cloudRegion, country, known.zone(country, region)]);
    grids.set(key, [...(grids.get(key) ?? []), place]);
  }
  return [...grids.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.length === 0 ? first : { ...first, region: undefined };
  });
}

/** A cloud region of the tables, else a country of the tables. */
export function locationOf({ cloud, cloudRegion, country, region, named }: RunPlace, known: Known): LoggedPhase['location'] {
  if (named !== undefined && known.place(named)) return named;
  // A part of a country whose name is of that alone, such as Ontario.
  if (country === undefined && cloud === undefined && region !== undefined && known.place(region)) return region;
  const inCloud = cloud === undefined || cloudRegion === undefined ? undefined : `${cloud} ${cloudRegion}`;
  if (inCloud !== undefined && known.place(inCloud)) return inCloud;
  return country === undefined || !known.country(country) ? undefined : { country, region };
}

export function placeText({ cloud, cloudRegion, country, region }: RunPlace): string {
  if (cloud !== undefined && cloudRegion !== undefined) return `${cloud} ${cloudRegion}`;
  return [country, region].filter((part) => part !== undefined).join(', ');
}
