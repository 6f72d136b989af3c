import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { initHeading, placeholderName } from '../manifest/open-questions.js';
import { fieldsOf, type Known, placeText } from '../runs/fields.js';
import { type Sums, yearOf } from '../runs/sums.js';
import { type Group, isPueOpen, phaseKindOf, phaseLines } from './phase-lines.js';
import { type Answers, type GuessedPhase, type PhaseQuestionId, questionIds } from './questions.js';
import { comment, type DraftLine, lineText, question, scalar } from './yaml-text.js';

/** Groups of the runs of one log. */
export interface LoggedGroups {
  /** The file's name, without folders. */
  readonly log: string;
  readonly groups: readonly Sums[];
  /** What is odd about the log. */
  readonly odd?: readonly Diagnostic[] | undefined;
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
export function unanswered(logs: readonly LoggedGroups[], answers: Answers, known: Known): readonly SharedQuestionId[] {
  const phases = logs.flatMap(({ log, groups }) => groups.map((sums) => ({ log, sums, fields: fieldsOf(sums, log, known) })));
  const isLogged: Readonly<Record<SharedQuestionId, (phase: (typeof phases)[number]) => boolean>> = {
    model: () => false,
    hardware: ({ fields }) => fields.hardware !== undefined,
    time: ({ fields }) => fields.duration !== undefined,
    place: ({ sums, fields }) => fields.location !== undefined || sums.kinds('intensity').length > 0,
    year: ({ fields }) => fields.year !== undefined,
    boundary: ({ fields }) => fields.energy === undefined || fields.energy.boundary !== undefined,
    pue: ({ fields }) => !isPueOpen(fields),
    includes: (group) => phaseKindOf(group) === 'deployment',
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
export function guessedPhases(logs: readonly LoggedGroups[]): readonly GuessedPhase[] {
  const groups = groupsOf(logs);
  const names = namesOf(groups);
  const guessed = groups.flatMap((group, n) => {
    const [run] = group.sums.kinds('tool');
    if (run === undefined || run.phase !== undefined) return [];
    return [{ id: phaseId(n), name: names[n] ?? run.project ?? group.log, runs: group.sums.runs, guess: phaseKindOf(group) }];
  });
  return guessed.length > maxGuesses ? [] : guessed;
}

function groupsOf(logs: readonly LoggedGroups[]): readonly Group[] {
  return logs.flatMap(({ log, groups, odd = [] }) =>
    groups.map((sums, n) => ({ log, sums, odd: odd.filter((one) => ownerOf(one, groups) === n) })),
  );
}

/** The first group with runs around the line of a diagnostic; the first of all for one about the log as a whole. */
function ownerOf({ line }: Diagnostic, groups: readonly Sums[]): number {
  const owner = groups.findIndex(({ lines: [first, last] }) => line !== undefined && line >= first && line <= last);
  return Math.max(0, owner);
}

function phaseId(n: number): PhaseQuestionId {
  return `phase-${n}`;
}

/** A manifest from logs, for a person to read, correct and keep. */
export function draft(logs: readonly LoggedGroups[], answers: Answers, known: Known): Draft {
  const groups = groupsOf(logs);
  const names = namesOf(groups);
  const isAlternative = ({ log, sums }: Group, n: number): boolean =>
    sums.kinds('alternative').length > 0 && groups.findIndex((other) => other.log === log) < n;
  return drafted([
    ...heading(`from ${logs.map(({ log }) => comment(log)).join(', ')}`),
    ...modelLines(answers, projectsIn(groups)),
    'phases:',
    ...groups.flatMap((group, n) => {
      const lines = phaseLines(group, { id: phaseId(n), name: names[n] }, answers, known);
      if (!isAlternative(group, n)) return lines;
      return [
        '  # Another measure, which may be of the same energy. Use it instead of the one above, not in addition.',
        ...lines.map(commentedOut),
      ];
    }),
    '',
  ]);
}

function drafted(lines: readonly DraftLine[]): Draft {
  return { text: lines.map(lineText).join('\n'), openQuestions: lines.filter((line) => typeof line !== 'string').length };
}

function commentedOut(line: DraftLine): DraftLine {
  const out = lineText(line).replace(/^( *)(?! *#)/, '$1# ');
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
  return [/^[\w.-]+\/[\w.-]+$/.test(model) ? `model: { id: ${model} }` : `model: ${scalar(model)}`];
}

/** Several phases need different names. A single one needs none. */
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
    // The shortest name that differs from the others.
    const wanted = [first, ...more.map((part) => [first, part].filter((text) => text !== undefined).join(', '))].find(
      (name) => name !== undefined && !taken.has(name),
    );
    let name = wanted ?? first ?? `runs ${n + 1}`;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted ?? first ?? 'runs'} ${copy}`;
    taken.add(name);
    return name;
  });
}
