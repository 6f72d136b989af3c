import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { assessmentDraft } from '../init/assessment-draft.js';
import { draft, guessedPhases, type Logged, starter, unanswered } from '../init/draft.js';
import { type Answers, type Ask, phaseQuestion, type Question, questions } from '../init/questions.js';
import { defaultManifest } from '../io/default-paths.js';
import { isThere, placeOf, WriteError, writeNew } from '../io/files.js';
import { parseColumns } from '../manifest/columns-text.js';
import type { ColumnMap } from '../manifest/schema/log-columns.js';
import { readInitLogs } from './shared/logs/init-logs.js';
import { known, type LogOptions } from './shared/logs/read-logs.js';
import { messages } from './shared/messages.js';

export type { Answers, Ask, Choice, Question } from '../init/questions.js';

/**
 * Starts a manifest, from logs where there are some: read → ask → draft → write. An existing file is never overwritten.
 *
 * With `out: '-'` nothing is written: the text is in the result.
 *
 * @throws {InputError} With every fault of every log, or where the manifest exists, and nothing written.
 */
export async function initManifest(files: readonly string[], options: InitOptions = {}): Promise<InitiatedManifest> {
  const { out = defaultManifest } = options;
  const columns = typeof options.columns === 'string' ? parseColumns(options.columns) : options.columns;
  const ofAssessment = await fromAssessment(files, options, out);
  if (ofAssessment !== undefined) return ofAssessment;
  const { read, logged, diagnostics } = await readInitLogs([...new Set(files)], { ...options, columns, out });
  const answers = await answersTo(logged, { ...options, out });
  const { text, openQuestions } = read.length === 0 ? starter(answers) : draft(logged, answers, known);
  if (out !== standardOutput) await writeManifest(out, text);
  return {
    file: out,
    text,
    openQuestions,
    logs: read,
    diagnostics,
  };
}

/** A manifest from an assessment, or from a file of another format that was written from one; nothing where no file is one. */
async function fromAssessment(files: readonly string[], options: InitOptions, out: string): Promise<InitiatedManifest | undefined> {
  const { format, model } = options;
  if (format !== undefined) return undefined;
  const { assessmentFile, joinedReports } = await import('./shared/drafted/assessment-file.js');
  const read = await Promise.all(files.map(async (file) => ({ file, found: await assessmentFile(file) })));
  const unused = ofLogs.filter((key) => options[key] !== undefined).map((key) => `--${key}`);
  const own = read.find(({ found }) => found?.kind === 'assessment');
  if (own !== undefined && files.length > 1) throw new InputError([{ ...messages.assessmentBesideLogs(), file: own.file }]);
  const stated = joinedReports(read.flatMap(({ found }) => found ?? []));
  // What lacks in other formats, the options say; beside other logs they are logs.
  if (stated === undefined || read.some(({ found }) => found === undefined)) return undefined;
  const { assessment, diagnostics, kind } = stated;
  if (unused.length > 0 && kind === 'boamps') return undefined;
  const [file = ''] = files;
  if (unused.length > 0) throw new InputError([{ ...messages.optionsBesideAssessment(unused), file }]);
  const named = model === undefined ? assessment : { ...assessment, model: { ...assessment.model, name: model } };
  const names = [...new Set(files.map((one) => placeOf(one).name))].join(', ');
  const { text, openQuestions } = assessmentDraft(named, names, kind === 'boamps' ? kind : 'assessment');
  if (out !== standardOutput) await writeManifest(out, text);
  const logs = read.map(({ file: log, found }) => ({ file: log, tracker: kind, runs: found?.assessment.phases.length ?? 0 }));
  return { file: out, text, openQuestions, logs, diagnostics };
}

/** Options that say of logs what an assessment states itself. */
const ofLogs = ['hardware', 'time', 'place', 'year', 'columns'] as const satisfies readonly (keyof InitOptions)[];

/** The name by which standard output is asked for. */
const standardOutput = '-';

export interface InitOptions extends Omit<LogOptions, 'columns'> {
  /** The columns of a table by their meaning, or as a text: `time: timestamp, power: power (W)`. */
  readonly columns?: ColumnMap | string | undefined;
  /** The manifest to write; `carboncard.yaml` where absent, `-` for none. */
  readonly out?: string | undefined;
  /** Asks a person what neither the options nor the logs say. */
  readonly ask?: Ask | undefined;
  readonly model?: string | undefined;
  readonly hardware?: string | undefined;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: string | undefined;
}

export interface InitiatedManifest {
  readonly file: string;
  readonly text: string;
  /** Lines of the text that ask for a value. */
  readonly openQuestions: number;
  readonly logs: readonly { readonly file: string; readonly tracker: string; readonly runs: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

async function writeManifest(file: string, text: string): Promise<void> {
  try {
    await writeNew(file, text);
  } catch (error) {
    if (error instanceof WriteError && error.problem.kind === 'occupied') throw new InputError([messages.manifestThere(file)]);
    throw error;
  }
}

/** A time or a year that nobody could mean is an error; a device or a place that the tables lack may still be right. */
function checkOptions(answers: Answers): void {
  const invalid = questions(known).flatMap(({ id, objection }) => {
    const answer = answers[id];
    if (answer === undefined || (id !== 'time' && id !== 'year')) return [];
    const expected = objection(answer);
    return expected === undefined ? [] : [messages.invalidAnswer(id, answer, expected)];
  });
  if (invalid.length > 0) throw new InputError(invalid);
}

/** What the options give, and the answers at the terminal. */
async function answersTo(logged: Logged, options: InitOptions & { readonly out: string }): Promise<Answers> {
  const { ask, model, hardware, time, place, year } = options;
  const fromOptions = { model, hardware, time, place, year };
  checkOptions(fromOptions);
  if (ask === undefined) return fromOptions;
  // Checked before the questions are asked: the answers would be lost.
  if (options.out !== standardOutput && (await isThere(options.out))) throw new InputError([messages.manifestThere(options.out)]);
  const open = unanswered(logged, fromOptions, known);
  const isOpen = ({ id }: Question): boolean => open.some((one) => one === id);
  const answers = await ask([...questions(known).filter(isOpen), ...guessedPhases(logged).map(phaseQuestion)]);
  if (answers === undefined) throw new InputError([messages.notAnswered()]);
  return { ...fromOptions, ...answers };
}
