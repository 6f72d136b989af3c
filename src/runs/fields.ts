import type { Message } from '../diagnostics/message.js';
import { type Instrument, instruments } from '../manifest/instruments.js';
import type { LoggedPhase } from '../manifest/logged.js';
import { trackers } from '../trackers/index.js';
import { messages } from '../trackers/messages.js';
import type { RunPlace, RunRecord } from '../trackers/record.js';
import { type Sums, yearOf } from './sums.js';

/** What our tables know. */
export interface Known {
  readonly device: (name: string) => boolean;
  readonly country: (code: string) => boolean;
  readonly place: (text: string) => boolean;
  /** Id of the part of a country that has a grid of its own. */
  readonly zone: (country: string, region: string) => string | undefined;
}

/**
 * Runs as the fields of a phase. Where they differ in what a phase has one of, the one with the most energy is taken and
 * that is said; energies of different boundaries don't add, and neither do alternatives.
 *
 * @param where Logs and lines, for the citation.
 */
export function fieldsOf(sums: Sums, where: string, known: Known): LoggedPhase {
  const findings: Message[] = [];
  const tell = (sentence: Message): void => {
    findings.push(sentence);
  };
  const [first] = sums.kinds('tool');
  const energy = energyOf(sums, tell);
  const pue = pueOf(sums);
  const names = sums.kinds('accelerator').flatMap(({ accelerator }) => accelerator?.name ?? []);
  const [name] = names;
  const isOneName = new Set(names).size === 1;
  if (names.length > 0 && !isOneName) tell(messages.severalDevices([...new Set(names)]));
  const isKnown = name !== undefined && known.device(name);
  if (isOneName && name !== undefined && !isKnown) tell(messages.unknownDevice(name));
  const counts = sums.kinds('count');
  const [one, ...others] = counts;
  const hours = sums.figure('hours');
  const acceleratorHours = sums.figure('acceleratorHours');
  const places = placesOf(sums, known);
  const [place] = places;
  const years = sums.kinds('year').flatMap((run) => yearOf(run) ?? []);
  const [year] = years;
  if (year !== undefined && years.length > 1) tell(messages.severalYears([...years].sort(), year));
  const location = place === undefined || places.length > 1 ? undefined : locationOf(place, known);
  const reported = sums.figure('reported');
  return {
    cite: first === undefined ? where : `${toolsOf(sums)}, ${where}`,
    ...(energy && { energy }),
    ...(pue !== undefined && { pue }),
    ...(hours !== undefined && { duration: hours }),
    ...(one?.accelerator?.count !== undefined && others.length === 0 && { accelerators: one.accelerator.count }),
    ...((others.length > 0 || one === undefined) && acceleratorHours !== undefined && { accelerator_hours: acceleratorHours }),
    ...(isOneName && isKnown && { hardware: name }),
    ...(location !== undefined && { location }),
    ...(places.length > 1 && { places: places.map(placeText) }),
    ...(year !== undefined && { year: Number(year) }),
    ...figureOf('requests'),
    ...figureOf('embodied'),
    ...(reported !== undefined && { reported }),
    findings,
  };
  function figureOf<Id extends 'requests' | 'embodied'>(id: Id): { readonly [Key in Id]?: number } {
    const value = sums.figure(id);
    return (value === undefined ? {} : { [id]: value }) as { readonly [Key in Id]?: number };
  }
}

function energyOf(sums: Sums, tell: (sentence: Message) => void): LoggedPhase['energy'] {
  const value = sums.figure('energy');
  if (value === undefined) return undefined;
  const alternatives = sums.kinds('alternative');
  if (alternatives.length > 1) tell(messages.severalMeasures(alternatives.flatMap(({ alternative }) => alternative ?? [])));
  if (!sums.isWhole('energy')) tell(messages.partlyMetered());
  const boundaries = sums.kinds('boundary').map(({ boundary }) => boundary);
  const [run] = sums.kinds('boundary');
  if (boundaries.length > 1) tell(messages.severalBoundaries(boundaries.map((boundary) => boundary ?? 'unknown')));
  const isMeasured = (sums.figure('measured') ?? 0) > value / 2;
  const instrument = run === undefined || !isMeasured ? undefined : instrumentOf(run);
  return {
    value,
    ...(run?.boundary !== undefined && { boundary: run.boundary }),
    basis: isMeasured ? 'measured' : run?.tracker === declaring ? 'declared' : 'modelled',
    ...(instrument !== undefined && { instrument }),
  };
}

/** What people wrote, and no tool measured or reckoned. */
const declaring: string = 'model-card';

function instrumentOf({ tracker, boundary }: RunRecord): Instrument | undefined {
  const own = instruments.find((id) => id === tracker);
  return own ?? (boundary === 'node' ? 'bmc' : 'gpu-sensor');
}

/** Of several PUEs, the one that brings the same energy. */
function pueOf(sums: Sums): number | undefined {
  const [energy, facility] = [sums.figure('energy'), sums.figure('facility')];
  if (energy === undefined || facility === undefined || facility === energy || energy === 0) return undefined;
  const [run] = sums.kinds('pue');
  return sums.kinds('pue').length === 1 && run?.pue !== undefined ? run.pue : facility / energy;
}

function toolsOf(sums: Sums): string {
  const versions = new Map<string, string[]>();
  for (const { tracker, version } of sums.kinds('tool')) {
    const { title } = trackers[tracker];
    versions.set(title, [...(versions.get(title) ?? []), ...(version === undefined ? [] : [version])]);
  }
  return [...versions].map(([title, own]) => [title, own.slice(0, 3).join(' and ')].filter((text) => text !== '').join(' ')).join(', ');
}

/** Places with a grid of their own: regions of a country that have none are the country. */
function placesOf(sums: Sums, known: Known): readonly RunPlace[] {
  const grids = new Map<string, RunPlace[]>();
  for (const { place } of sums.kinds('place')) {
    const { cloud, cloudRegion, country = '', region = '' } = place;
    const key = JSON.stringify([cloud, cloudRegion, country, known.zone(country, region)]);
    grids.set(key, [...(grids.get(key) ?? []), place]);
  }
  return [...grids.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0) return first ?? [];
    const { region: _, ...whole } = first;
    return whole;
  });
}

/** A cloud region that is known, else the country; neither where our tables know none of them. */
export function locationOf({ cloud, cloudRegion, country, region }: RunPlace, known: Known): LoggedPhase['location'] {
  const inCloud = cloud === undefined || cloudRegion === undefined ? undefined : `${cloud} ${cloudRegion}`;
  if (inCloud !== undefined && known.place(inCloud)) return inCloud;
  if (country === undefined || !known.country(country)) return undefined;
  return { country, ...(region !== undefined && { region }) };
}

export function placeText({ cloud, cloudRegion, country, region }: RunPlace): string {
  if (cloud !== undefined && cloudRegion !== undefined) return `${cloud} ${cloudRegion}`;
  return [country, region].filter((part) => part !== undefined).join(', ');
}
