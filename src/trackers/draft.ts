import { atMost } from '../units/format.js';
import type { RunRecord } from './record.js';

/** Runs of one log, with how it is named in the manifest. */
export interface LoggedRuns {
  /** The file's name, without folders. */
  readonly log: string;
  readonly title: string;
  readonly runs: readonly RunRecord[];
}

export interface DraftOptions {
  readonly model?: string | undefined;
  readonly hardware?: string | undefined;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: string | undefined;
  /** Whether our tables know a device by a name. */
  readonly knowsDevice: (name: string) => boolean;
  /** Whether a country is one. */
  readonly knowsCountry: (code: string) => boolean;
}

/** A phase to be: runs of one project, on one machine, in one place and year. */
interface Group {
  readonly logged: LoggedRuns;
  readonly runs: readonly RunRecord[];
}

const heading = (from: string): readonly string[] => [
  `# Manifest of a model's runs for carboncard, begun ${from}.`,
  '# A question mark at the end of a line wants an answer: mend the line, or take the mark away.',
  'carboncard: 1',
];

/** The least manifest, with a question for each thing that nobody has said. */
export function starter(options: DraftOptions): string {
  const { hardware, time, place, year } = options;
  const line = (key: string, value: string | undefined, example: string, question: string): string =>
    value === undefined ? `# ${key}: ${example}  # ${question}?` : `${key}: ${/^\d{4}$/.test(value) ? value : scalar(value)}`;
  return [
    ...heading('without a log'),
    ...modelLines(options),
    line('hardware', hardware, '8 x A100 80GB', 'which devices, and how many'),
    line('duration', time, '3 weeks', 'how long, on the clock'),
    line('location', place, 'aws us-west-2', 'where: a country, a state, a cloud region'),
    line('year', year, '2023', 'when'),
    '',
    '# More that makes the report surer, where it was recorded:',
    '# energy: { value: 1.61 MWh, boundary: node }  # metered: accelerator, components, node or facility',
    '# includes: restarts  # what the hours hold beside the final run',
    '',
  ].join('\n');
}

/** A manifest of what logs say, to be read, corrected and kept. */
export function draft(logs: readonly LoggedRuns[], options: DraftOptions): string {
  const groups = logs.flatMap((logged) => groupsOf(logged));
  const names = namesOf(groups);
  return [
    ...heading(`from ${logs.map(({ log }) => comment(log)).join(', ')}`),
    ...modelLines(options),
    'phases:',
    ...groups.flatMap((group, n) => phaseLines(group, names[n], options)),
    '',
  ].join('\n');
}

function modelLines({ model }: DraftOptions): readonly string[] {
  if (model === undefined) return ['model: My model  # its name, or { id: org/name, name: … }?'];
  // As the Hub names its models.
  return [/^[\w.-]+\/[\w.-]+$/.test(model) ? `model: { id: ${model} }` : `model: ${scalar(model)}`];
}

function groupsOf(logged: LoggedRuns): readonly Group[] {
  const groups = new Map<string, RunRecord[]>();
  for (const run of logged.runs) {
    const { project, place, accelerator, pue, version } = run;
    const key = JSON.stringify([project, place, accelerator, pue, version, yearOf(run)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()].map((runs) => ({ logged, runs }));
}

/** Phases of one kind need names that differ; the only one needs none. */
function namesOf(groups: readonly Group[]): readonly (string | undefined)[] {
  if (groups.length < 2) return groups.map(() => undefined);
  const taken = new Set<string>();
  return groups.map(({ runs }, n) => {
    const wanted = runs[0]?.project ?? `runs ${n + 1}`;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted} ${copy}`;
    taken.add(name);
    return name;
  });
}

function phaseLines({ logged, runs }: Group, name: string | undefined, options: DraftOptions): readonly string[] {
  const first = runs[0];
  if (first === undefined) return [];
  const sum = (figureOf: (run: RunRecord) => number | undefined): number | undefined => {
    const figures = runs.map(figureOf).filter((figure) => figure !== undefined);
    return figures.length === 0 ? undefined : figures.reduce((total, figure) => total + figure, 0);
  };
  const energy = sum((run) => run.energy) ?? 0;
  const measured = sum((run) => (run.isMeasured ? run.energy : 0)) ?? 0;
  const isMeasured = measured > energy / 2;
  const reported = sum((run) => run.reported);
  const where = `${logged.log}, ${linesText(runs)}`;
  const own = reported === undefined || energy === 0 ? undefined : ownTotal(first, energy, reported);
  const cite = [
    `${logged.title}${first.version === undefined ? '' : ` ${first.version}`}, ${where}`,
    ...(own === undefined ? [] : [own]),
  ].join('; ');
  const basis = isMeasured ? `basis: measured, instrument: ${first.tracker}` : 'basis: modelled';
  const parts = (['gpu', 'cpu', 'ram'] as const).flatMap((part) => {
    const figure = sum((run) => run.parts[part]);
    return figure === undefined ? [] : [`${part.toUpperCase()} ${atMost(figure, 3)} kWh`];
  });
  const hours = sum((run) => run.hours) ?? 0;
  return [
    '  - phase: training  # or data, experiments, finetuning, evaluation, deployment?',
    ...(name === undefined ? [] : [`    name: ${scalar(name)}`]),
    `    # ${runs.length === 1 ? 'One run' : `${runs.length} runs`}, ${comment(where)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`,
    `    energy: { value: ${energy} kWh, boundary: ${first.boundary ?? 'components'}, ${basis}, cite: ${JSON.stringify(cite)} }`,
    ...(first.pue === undefined ? [] : [`    pue: { value: ${first.pue}, cite: ${JSON.stringify(`${logged.title}, ${logged.log}`)} }`]),
    ...hardwareLines(first, options),
    `    duration: ${hours} h`,
    ...placeLines(first, options),
    year(first, options),
    '    # includes: restarts  # do the hours hold failed or restarted parts?',
  ];
}

function year(run: RunRecord, options: DraftOptions): string {
  const known = yearOf(run) ?? options.year;
  return known === undefined ? '    # year: 2023  # when?' : `    year: ${known}`;
}

/** What the tool itself made of the energy, for the report to set beside what comes out here. */
function ownTotal({ pue = 1 }: RunRecord, energy: number, reported: number): string {
  return `its own total is ${atMost(reported, 4)} kg CO2e, at ${atMost((reported / (energy * pue)) * 1000, 4)} g/kWh`;
}

function hardwareLines({ accelerator }: RunRecord, { knowsDevice }: DraftOptions): readonly string[] {
  if (accelerator === undefined) return ['    # hardware: A100 80GB  # the accelerator, for the emissions of making it?'];
  const { name, count } = accelerator;
  if (name === undefined) return ['    # hardware: A100 80GB  # which accelerators?', `    accelerators: ${count}`];
  const device = knowsDevice(name)
    ? `    hardware: ${scalar(name)}`
    : `    # hardware: ${comment(name)}  # our tables don't know it: which is it?`;
  return [device, `    accelerators: ${count}`];
}

function placeLines({ place }: RunRecord, { knowsCountry, place: given }: DraftOptions): readonly string[] {
  if (given !== undefined) return [`    location: ${scalar(given)}`];
  const { country, region, cloud, cloudRegion } = place;
  if (cloud !== undefined && cloudRegion !== undefined) return [`    location: ${scalar(`${cloud} ${cloudRegion}`)}`];
  if (country === undefined || !knowsCountry(country)) return ['    # location: France  # where?'];
  return [`    location: { country: ${country}${region === undefined ? '' : `, region: ${JSON.stringify(region)}`} }`];
}

function linesText(runs: readonly RunRecord[]): string {
  const first = Math.min(...runs.map(({ lines }) => lines[0]));
  const last = Math.max(...runs.map(({ lines }) => lines[1]));
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

function yearOf({ ended }: RunRecord): string | undefined {
  return ended?.slice(0, 4);
}

/** Text as YAML takes it for text: plain where nothing else can be meant, else in quotes. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9 ._()/+-]*$/.test(text) && !/^[\d.eE+-]+$|^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text);
  return isPlain && text === text.trim() ? text : JSON.stringify(text);
}

/** Text that stays in its comment. */
function comment(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
