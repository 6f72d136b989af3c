import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { draft, type LoggedGroups, starter, unanswered } from '../init/draft.js';
import { type Answers, type Ask, questions } from '../init/questions.js';
import { isThere, placeOf, WriteError, writeNew } from '../io/files.js';
import { createGroups } from '../runs/groups.js';
import { messages } from './shared/messages.js';
import { createDuplicates, known, type LogOptions, readLog } from './shared/read-logs.js';

export type { Answers, Ask, Question } from '../init/questions.js';

export interface InitOptions extends LogOptions {
  readonly out: string;
  /** Puts to a person what neither they nor the logs have said. */
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
  readonly logs: readonly { readonly file: string; readonly tracker: string; readonly runs: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Begins a manifest, from logs where there are some. What is there is never overwritten.
 *
 * @throws {InputError} With every fault of every log, or where the manifest is there already, and nothing written.
 */
export async function initManifest(logs: readonly string[], options: InitOptions): Promise<InitiatedManifest> {
  const faults: Diagnostic[] = [];
  const diagnostics: Diagnostic[] = [];
  const read: (LoggedGroups & { readonly file: string; readonly title: string })[] = [];
  const duplicates = createDuplicates();
  for (const file of new Set(logs)) {
    try {
      const groups = createGroups();
      const { tracker, diagnostics: odd } = await readLog(file, options, (found) => {
        if (!duplicates.has(found)) groups.add(found.run);
      });
      diagnostics.push(...odd);
      if (duplicates.next()) diagnostics.push({ ...messages.runInTwoLogs(placeOf(file).name), file });
      if (await isThere(`${file}.bak`)) diagnostics.push({ ...messages.backupBeside(placeOf(file).name), file });
      const countries = [...new Set(groups.list().flatMap((group) => group.kinds('place').flatMap(({ place }) => place.country ?? [])))];
      if (countries.length > 1) diagnostics.push({ ...messages.severalCountries(countries), file });
      read.push({ file, log: placeOf(file).name, title: tracker.title, groups: groups.list() });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.diagnostics);
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  const answers = await answersTo(read, options);
  const text = read.length === 0 ? starter(answers) : draft(read, answers, known);
  try {
    await writeNew(options.out, text);
  } catch (error) {
    if (error instanceof WriteError && error.problem.kind === 'occupied') throw new InputError([messages.manifestThere(options.out)]);
    throw error;
  }
  return {
    file: options.out,
    text,
    logs: read.map(({ file, title, groups }) => ({ file, tracker: title, runs: groups.reduce((sum, { runs }) => sum + runs, 0) })),
    diagnostics,
  };
}

async function answersTo(logs: readonly LoggedGroups[], options: InitOptions): Promise<Answers> {
  const { ask, model, hardware, time, place, year } = options;
  const said = { model, hardware, time, place, year };
  if (ask === undefined) return said;
  // Nobody answers questions for a file that can't be written.
  if (await isThere(options.out)) throw new InputError([messages.manifestThere(options.out)]);
  const open = unanswered(logs, said, known);
  const answers = await ask(questions(known).filter(({ id }) => open.includes(id)));
  if (answers === undefined) throw new InputError([messages.notAnswered()]);
  return { ...said, ...answers };
}
