import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { draft, guessedPhases, type LoggedGroups, starter, unanswered } from '../init/draft.js';
import { type Answers, type Ask, phaseQuestion, type Question, questions } from '../init/questions.js';
import { defaultManifest } from '../io/default-paths.js';
import { isThere, placeOf, WriteError, writeNew } from '../io/files.js';
import { fieldsOf } from '../runs/fields.js';
import { createGroups } from '../runs/groups.js';
import { impliedPowerFinding } from '../runs/implied-power.js';
import { forAll } from './shared/faults.js';
import { createDuplicates, known, type LogOptions, readLog } from './shared/logs/read-logs.js';
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
  const logs = await readInitLogs(files, options);
  const answers = await answersTo(logs, { ...options, out });
  const { text, openQuestions } = logs.length === 0 ? starter(answers) : draft(logs, answers, known);
  if (out !== standardOutput) await writeManifest(out, text);
  return {
    file: out,
    text,
    openQuestions,
    logs: logs.map(logSummary),
    diagnostics: logs.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The name by which standard output is asked for. */
const standardOutput = '-';

export interface InitOptions extends LogOptions {
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

interface InitLog extends LoggedGroups {
  readonly file: string;
  /** The tool that wrote it. */
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
}

function logSummary({ file, title, groups }: InitLog): InitiatedManifest['logs'][number] {
  return { file, tracker: title, runs: groups.reduce((sum, { runs }) => sum + runs, 0) };
}

/** The runs of each log in groups that may be phases. A run that is in two logs counts in the first. */
function readInitLogs(files: readonly string[], options: InitOptions): Promise<readonly InitLog[]> {
  const duplicates = createDuplicates();
  return forAll(new Set(files), async (file): Promise<InitLog> => {
    const groups = createGroups();
    const { tracker, diagnostics } = await readLog(file, options, (found) => {
      if (!duplicates.has(found)) groups.add(found.run);
    });
    const log = placeOf(file).name;
    const odd = [
      ...diagnostics,
      ...(duplicates.next() ? [messages.runInTwoLogs(log)] : []),
      ...((await isThere(`${file}.bak`)) ? [messages.backupBeside(log)] : []),
      ...severalCountries(groups.list()),
    ];
    // What is not counted comes first.
    const ofGroups = groups.list().flatMap((group): readonly Message[] => {
      const fields = fieldsOf(group, log, known);
      const implied = impliedPowerFinding(group, fields, known);
      return [...fields.diagnostics.filter(({ id }) => id !== 'unknown-device'), ...(implied === undefined ? [] : [implied])];
    });
    return {
      file,
      log,
      title: tracker.title,
      groups: groups.list(),
      odd,
      diagnostics: [...ofGroups, ...odd].map((message) => ({ ...message, file })),
    };
  });
}

function severalCountries(groups: LoggedGroups['groups']): readonly Message[] {
  const countries = new Set(groups.flatMap((group) => group.kinds('place').flatMap(({ place }) => place.country ?? [])));
  return countries.size > 1 ? [messages.severalCountries([...countries])] : [];
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
async function answersTo(logs: readonly LoggedGroups[], options: InitOptions & { readonly out: string }): Promise<Answers> {
  const { ask, model, hardware, time, place, year } = options;
  const fromOptions = { model, hardware, time, place, year };
  checkOptions(fromOptions);
  if (ask === undefined) return fromOptions;
  // Checked before the questions are asked: the answers would be lost.
  if (options.out !== standardOutput && (await isThere(options.out))) throw new InputError([messages.manifestThere(options.out)]);
  const open = unanswered(logs, fromOptions, known);
  const isOpen = ({ id }: Question): boolean => open.some((one) => one === id);
  const answers = await ask([...questions(known).filter(isOpen), ...guessedPhases(logs).map(phaseQuestion)]);
  if (answers === undefined) throw new InputError([messages.notAnswered()]);
  return { ...fromOptions, ...answers };
}
