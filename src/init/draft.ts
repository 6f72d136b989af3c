import { isHubId } from '../assessment/bom/package-url.js';
import { initHeading, placeholderName } from '../manifest/open-questions.js';
import { fieldsOf, type Known } from '../runs/fields.js';
import type { Group } from '../runs/groups.js';
import type { Overlap } from '../runs/overlap-readings.js';
import { widthOf } from '../runs/spans.js';
import { cardModel } from './card-lines.js';
import type { OddLine } from './odd-lines.js';
import { type OverlapQuestion, whereText } from './overlap-lines.js';
import { isPueOpen, phaseKindOf, phaseLines } from './phase-lines.js';
import { namesOf } from './phase-names.js';
import { type Answers, type GuessedPhase, type PhaseQuestionId, questionIds } from './questions.js';
import { comment, type DraftLine, lineText, question, scalar } from './yaml-text.js';

/** What was read of all logs. */
export interface Logged {
  /** Names of the logs, as a person tells them apart. */
  readonly logs: readonly string[];
  readonly groups: readonly Group[];
  /** Runs that overlap in time; their phases are groups. */
  readonly overlaps: readonly Overlap[];
  /** The `from` that reads the runs of a group and no others. */
  readonly fromOf: (group: Group) => string | undefined;
  /** What is odd about the logs of a group, each with the name of its log and its line. */
  readonly oddOf: (group: Group) => readonly OddLine[];
}

/** A manifest that a person goes on with. */
export interface Draft {
  readonly text: string;
  readonly openQuestions: number;
}

const heading = (from: string): readonly string[] => [
  `${initHeading} ${from}.`,
  '# A line that ends with a question mark is an open question: answer it, or remove the question mark.',
  'carboncard: 1',
];

/** The shortest manifest, with a question for each value that is missing. */
export function starter(answers: Answers): Draft {
  const { hardware, time, place, year } = answers;
  const line = (key: string, value: string | undefined, example: string, asked: string): DraftLine =>
    value === undefined ? question(`# ${key}: ${example}`, asked) : `${key}: ${/^\d{4}$/.test(value) ? value : scalar(value)}`;
  return drafted([
    ...heading('without a log'),
    ...modelLines(answers),
    line('hardware', hardware, '8 x A100 80GB', 'which devices, and how many'),
    line('duration', time, '3 weeks', 'how long, in wall-clock time'),
    line('location', place, 'aws us-west-2', 'where: a country, a state, a cloud region'),
    line('year', year, '2023', 'when'),
    '',
    '# Values that make the report more precise, where they were recorded:',
    '# energy: { value: 1.61 MWh, boundary: node }  # measured: at the accelerator, components, node or facility',
    '# includes: restarts  # what the hours include beside the final run',
    '',
  ]);
}

/** Questions that neither the logs nor a person have answered. */
export function unanswered(
  { groups, overlaps, fromOf }: Pick<Logged, 'groups' | 'overlaps' | 'fromOf'>,
  answers: Answers,
  known: Known,
): readonly SharedQuestionId[] {
  const phases = groups.map((group) => ({ ...group, fields: fieldsOf(group.sums, whereText(group), known) }));
  const isOverlapOpen = groups.some((group) => overlapOf(group, { overlaps, fromOf })?.from !== undefined);
  const isLogged: Readonly<Record<SharedQuestionId, (phase: (typeof phases)[number]) => boolean>> = {
    model: () => false,
    hardware: ({ fields }) => fields.hardware !== undefined,
    time: ({ fields }) => fields.duration !== undefined,
    place: ({ sums, fields }) => fields.location !== undefined || sums.kinds('intensity').length > 0,
    year: ({ fields }) => fields.year !== undefined,
    boundary: ({ fields }) => fields.energy === undefined || fields.energy.boundary !== undefined,
    pue: ({ fields }) => !isPueOpen(fields),
    includes: (group) => phaseKindOf(group) === 'deployment',
    machine: () => !isOverlapOpen,
  };
  const asked = phases.length === 0 ? starterIds : questionIds;
  return asked.filter((id) => answers[id] === undefined && (phases.length === 0 || !phases.every(isLogged[id])));
}

type SharedQuestionId = (typeof questionIds)[number];
/** Without a log the energy is calculated: nothing was measured, and the tables have a PUE. */
const starterIds = ['model', 'hardware', 'time', 'place', 'year'] as const;

/** More guesses than this are corrected faster in the manifest. */
const maxGuesses = 8;

/** Phases whose kind the log does not state. */
export function guessedPhases({ groups }: Pick<Logged, 'groups'>): readonly GuessedPhase[] {
  const names = namesOf(groups);
  const guessed = groups.flatMap((group, n) => {
    const [run] = group.sums.kinds('tool');
    if (run === undefined || run.phase !== undefined) return [];
    const [log = ''] = group.logs.keys();
    return [{ id: phaseId(n), name: names[n] ?? run.project ?? log, runs: group.runs, guess: phaseKindOf(group) }];
  });
  return guessed.length > maxGuesses ? [] : guessed;
}

function phaseId(n: number): PhaseQuestionId {
  return `phase-${n}`;
}

/** A manifest from logs, for a person to read, correct and keep. */
export function draft(logged: Logged, answers: Answers, known: Known): Draft {
  const { logs, groups } = logged;
  const names = namesOf(groups);
  const { named, bases } = cardModel(groups.flatMap(({ sums }) => sums.kinds('tool').flatMap(({ model }) => model ?? [])));
  const isAlternative = ({ logs: own, sums }: Group, n: number): boolean =>
    sums.kinds('alternative').length > 0 && groups.slice(0, n).some((other) => [...own.keys()].some((log) => other.logs.has(log)));
  return drafted([
    ...heading(`from ${logs.map(comment).join(', ')}`),
    ...(named === undefined || answers.model !== undefined ? modelLines(answers, projectsIn(groups)) : [named]),
    ...bases,
    'phases:',
    ...groups.flatMap((group, n) => {
      const lines = phaseLines(
        group,
        { id: phaseId(n), name: names[n], overlap: overlapOf(group, logged), odd: logged.oddOf(group), from: logged.fromOf(group) },
        answers,
        known,
      );
      if (!isAlternative(group, n)) return lines;
      return [
        '  # Another measure, which may be of the same energy. Use it instead of the one above, not in addition.',
        ...lines.map(commentedOut),
      ];
    }),
    '',
  ]);
}

function overlapOf(group: Group, { overlaps, fromOf }: Pick<Logged, 'overlaps' | 'fromOf'>): OverlapQuestion | undefined {
  const own = overlaps.filter(({ phases }) => phases.includes(group));
  if (own.length === 0) return undefined;
  const [several] = own.filter(({ phases, logs }) => phases.length > 1 && new Set(logs.values()).size > 1);
  // Logs of two tools are of one machine or not. Where they are, one of them is enough.
  const [whole] = several === undefined ? [] : (several.phases as readonly Group[]).toSorted(byExtent);
  return {
    overlaps: own,
    from: several === undefined ? fromOf(group) : undefined,
    whole: whole === undefined || whole === group ? undefined : [...whole.logs.keys()].slice(0, 3).join(', '),
  };
}

/** The group that has most of the machine first; of those that have as much, the one with the most energy. */
function byExtent(a: Group, b: Group): number {
  const width = ({ sums }: Group): number => widthOf(sums.kinds('boundary')[0]?.boundary ?? 'accelerator');
  return width(b) - width(a) || (b.sums.total('energy') ?? 0) - (a.sums.total('energy') ?? 0);
}

function drafted(lines: readonly DraftLine[]): Draft {
  return { text: lines.map(lineText).join('\n'), openQuestions: lines.filter((line) => typeof line !== 'string').length };
}

function commented(text: string): string {
  const indent = text.length - text.trimStart().length;
  return text.startsWith('#', indent) ? text : `${text.slice(0, indent)}# ${text.slice(indent)}`;
}

function commentedOut(line: DraftLine): DraftLine {
  const out = commented(lineText(line));
  return typeof line === 'string' ? out : { question: out };
}

/** Names of the projects of the logs from which a folder can be named. */
function projectsIn(groups: readonly Group[]): readonly string[] {
  const names = groups.flatMap(({ sums }) => sums.kinds('tool').flatMap(({ project }) => project?.trim() ?? []));
  return [...new Set(names)].filter((name) => /[A-Za-z0-9]/.test(name));
}

/** @param projects The only one is suggested as the name of the model. */
function modelLines({ model }: Answers, [project, ...others]: readonly string[] = []): readonly DraftLine[] {
  if (model === undefined && project !== undefined && others.length === 0)
    return [question(`model: ${scalar(project)}`, "the project in the log: is it the model's name")];
  if (model === undefined) return [question(`model: ${placeholderName}`, 'its name, or { id: org/name, name: … }')];
  // The Hub names models in this way.
  return [isHubId(model) ? `model: { id: ${model} }` : `model: ${scalar(model)}`];
}
