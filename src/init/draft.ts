import type { LoggedPhase } from '../manifest/logged.js';
import { fieldsOf, type Known, placeText } from '../runs/fields.js';
import { type Sums, yearOf } from '../runs/sums.js';
import type { RunRecord } from '../trackers/record.js';
import { atMost } from '../units/format.js';
import { type Answers, type QuestionId, questionIds } from './questions.js';

/** Groups of the runs of one log. */
export interface LoggedGroups {
  /** The file's name, without folders. */
  readonly log: string;
  readonly groups: readonly Sums[];
}

/** What a person says, beside what logs do. */
export type DraftOptions = Answers;

/** A phase to be. */
interface Group {
  readonly log: string;
  readonly sums: Sums;
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

/** What neither logs nor a person have said: without logs everything that is not an option. */
export function unanswered(logs: readonly LoggedGroups[], options: DraftOptions, known: Known): readonly QuestionId[] {
  const phases = logs.flatMap(({ log, groups }) => groups.map((sums) => ({ sums, fields: fieldsOf(sums, log, known) })));
  const isLogged: Readonly<Record<QuestionId, (phase: (typeof phases)[number]) => boolean>> = {
    model: () => false,
    hardware: ({ fields }) => fields.hardware !== undefined,
    time: ({ fields }) => fields.duration !== undefined || fields.energy !== undefined,
    place: ({ sums, fields }) => fields.location !== undefined || sums.kinds('intensity').length > 0,
    year: ({ fields }) => fields.year !== undefined,
  };
  return questionIds.filter((id) => options[id] === undefined && (phases.length === 0 || !phases.every(isLogged[id])));
}

/** A manifest of what logs say, to be read, corrected and kept. */
export function draft(logs: readonly LoggedGroups[], options: DraftOptions, known: Known): string {
  const groups = logs.flatMap(({ log, groups: own }) => own.map((sums) => ({ log, sums })));
  const names = namesOf(groups);
  const isAlternative = ({ log, sums }: Group, n: number): boolean =>
    sums.kinds('alternative').length > 0 && groups.findIndex((other) => other.log === log) < n;
  return [
    ...heading(`from ${logs.map(({ log }) => comment(log)).join(', ')}`),
    ...modelLines(options),
    'phases:',
    ...groups.flatMap((group, n) => {
      const lines = phaseLines(group, names[n], options, known);
      if (!isAlternative(group, n)) return lines;
      return [
        '  # Another measure, which may be of the same energy: in place of the one above, not beside it.',
        ...lines.map(commentedOut),
      ];
    }),
    '',
  ].join('\n');
}

function commentedOut(line: string): string {
  return line.replace(/^( *)(?! *#)/, '$1# ');
}

function modelLines({ model }: DraftOptions): readonly string[] {
  if (model === undefined) return ['model: My model  # its name, or { id: org/name, name: … }?'];
  // As the Hub names its models.
  return [/^[\w.-]+\/[\w.-]+$/.test(model) ? `model: { id: ${model} }` : `model: ${scalar(model)}`];
}

/** Phases of one kind need names that differ; the only one needs none. */
function namesOf(groups: readonly Group[]): readonly (string | undefined)[] {
  if (groups.length < 2) return groups.map(() => undefined);
  const taken = new Set<string>();
  const isOneLog = new Set(groups.map(({ log }) => log)).size === 1;
  return groups.map(({ log, sums }, n) => {
    const [run] = sums.kinds('tool');
    const stem = isOneLog ? undefined : log.replace(/\.[A-Za-z]+$/, '');
    const place = run === undefined ? '' : placeText(run.place);
    const first = run?.project ?? run?.alternative ?? stem;
    const more = [place, run === undefined ? '' : yearOf(run), run?.accelerator?.name].filter((part) => part !== undefined && part !== '');
    // What tells it from the others, the shortest first.
    const wanted = [first, ...more.map((part) => [first, part].filter((text) => text !== undefined).join(', '))].find(
      (name) => name !== undefined && !taken.has(name),
    );
    let name = wanted ?? first ?? `runs ${n + 1}`;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted ?? first ?? 'runs'} ${copy}`;
    taken.add(name);
    return name;
  });
}

function phaseLines({ log, sums }: Group, name: string | undefined, options: DraftOptions, known: Known): readonly string[] {
  const [run] = sums.kinds('tool');
  if (run === undefined) return [];
  const where = `${log}, ${linesText(sums)}`;
  const fields = fieldsOf(sums, where, known);
  const parts = (['gpu', 'cpu', 'ram'] as const).flatMap((part) => {
    const figure = sums.figure(part);
    return figure === undefined ? [] : [`${part.toUpperCase()} ${atMost(figure, 3)} kWh`];
  });
  const cite = JSON.stringify(fields.cite);
  const quantity = (key: string, value: number | undefined, unit: string): readonly string[] =>
    value === undefined ? [] : [`    ${key}: { value: ${decimal(value)} ${unit}, cite: ${cite} }`];
  const flops = sums.figure('flops');
  return [
    run.phase === undefined
      ? '  - phase: training  # or data, experiments, finetuning, evaluation, deployment?'
      : `  - phase: ${run.phase}  # as the log says`,
    ...(name === undefined ? [] : [`    name: ${scalar(name)}`]),
    `    # ${sums.runs === 1 ? 'One run' : `${sums.runs} runs`}, ${comment(where)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`,
    ...fields.findings.filter(({ id }) => id !== 'unknown-device').map(({ message }) => `    # ${comment(message)}`),
    ...energyLines(fields, cite),
    ...quantity('reported', fields.reported, 'kgCO2e'),
    ...(fields.pue === undefined ? [] : [`    pue: { value: ${decimal(fields.pue)}, cite: ${cite} }`]),
    ...quantity('embodied', fields.embodied, 'kgCO2e'),
    ...hardwareLines(run, fields, options),
    ...(fields.duration === undefined ? durationLine(options) : [`    duration: ${decimal(fields.duration)} h`]),
    ...(flops === undefined
      ? []
      : [`    # flops: ${flops} FLOP  # in place of the duration, where the number of accelerators is not known`]),
    ...(fields.requests === undefined ? [] : [`    requests: ${fields.requests}`]),
    ...placeLines(sums, fields, options),
    yearLine(fields, options),
    ...(run.phase === 'deployment' ? [] : ['    # includes: restarts  # do the hours hold failed or restarted parts?']),
  ];
}

function energyLines({ energy }: LoggedPhase, cite: string): readonly string[] {
  if (energy === undefined) return ['    # energy: { value: 1.61 MWh, boundary: node }  # was it metered?'];
  const { value, boundary, basis, instrument } = energy;
  const about = [
    `value: ${decimal(value)} kWh`,
    ...(boundary === undefined ? [] : [`boundary: ${boundary}`]),
    `basis: ${basis}`,
    ...(instrument === undefined ? [] : [`instrument: ${instrument}`]),
    `cite: ${cite}`,
  ];
  return [
    `    energy: { ${about.join(', ')} }`,
    ...(boundary === undefined
      ? ['    # boundary: node  # in `energy`: was it metered at the accelerator, components, node or facility?']
      : []),
  ];
}

function yearLine({ year }: LoggedPhase, options: DraftOptions): string {
  const said = options.year ?? year;
  return said === undefined ? '    # year: 2023  # when?' : `    year: ${said}`;
}

function durationLine({ time }: DraftOptions): readonly string[] {
  return [time === undefined ? '    # duration: 3 weeks  # how long, on the clock?' : `    duration: ${scalar(time)}`];
}

function hardwareLines(
  { accelerator }: RunRecord,
  { hardware, accelerators, accelerator_hours: hours }: LoggedPhase,
  options: DraftOptions,
): readonly string[] {
  const said = options.hardware ?? hardware;
  const name = accelerator?.name;
  const device =
    said !== undefined
      ? `    hardware: ${scalar(said)}`
      : name === undefined
        ? '    # hardware: A100 80GB  # which accelerators, for the emissions of making them?'
        : `    # hardware: ${comment(name)}  # our tables don't know it: which is it?`;
  const count = options.hardware !== undefined && /^\s*\d/.test(options.hardware) ? undefined : accelerators;
  return [
    device,
    ...(count === undefined ? [] : [`    accelerators: ${count}`]),
    ...(hours === undefined ? [] : [`    accelerator_hours: ${decimal(hours)}`]),
  ];
}

function placeLines(sums: Sums, { location, cite }: LoggedPhase, options: DraftOptions): readonly string[] {
  if (options.place !== undefined) return [`    location: ${scalar(options.place)}`];
  if (typeof location === 'string') return [`    location: ${scalar(location)}`];
  if (location !== undefined) {
    const region = location.region === undefined ? '' : `, region: ${JSON.stringify(location.region)}`;
    return [`    location: { country: ${scalar(location.country)}${region} }`];
  }
  const [run, ...others] = sums.kinds('intensity');
  if (run?.intensity !== undefined && others.length === 0)
    return [
      `    site: { grid: { intensity: { value: ${decimal(run.intensity)} gCO2e/kWh, cite: ${JSON.stringify(cite)} } } }  # where was it?`,
    ];
  const [unknown] = sums.kinds('place');
  const text = unknown === undefined ? '' : comment(placeText(unknown.place));
  return [text === '' ? '    # location: France  # where?' : `    # location: ${text}  # our tables don't know it: where is it?`];
}

function linesText({ lines: [first, last] }: Sums): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

/** All digits of a number, without an exponent where it is small. */
function decimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e-');
  return exponent === undefined ? mantissa : `0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('.', '')}`;
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
