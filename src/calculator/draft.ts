import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { draft, starter } from '../init/draft.js';
import type { Answers } from '../init/questions.js';
import { type InitLog, readInitRuns } from '../verbs/shared/logs/init-runs.js';
import { known, readRuns } from '../verbs/shared/logs/read-runs.js';
import type { DraftedManifest, NamedText } from './calculation.js';
import { findingsIn } from './findings.js';
import { piecesOf } from './pieces.js';

/** A manifest from the answers of a form. An answer that is empty is a question in it. */
export function fromAnswers(answers: Answers): DraftedManifest {
  const given = Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer === undefined || answer.trim() === '' ? [] : [[id, answer.trim()]])),
  );
  return { ...starter(given), findings: [] };
}

/**
 * A manifest from logs, as `carboncard init` writes it: read → draft.
 *
 * @returns No text where a log has a fault: the findings say which.
 */
export async function fromLogs(files: readonly NamedText[]): Promise<DraftedManifest> {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const findings = (diagnostics: readonly Diagnostic[]) => findingsIn(diagnostics, (file) => texts.get(file));
  try {
    const { read, logged, diagnostics } = await readInitRuns(files.map(logOf), {});
    return { ...draft(logged, {}, known), logs: read, findings: await findings(diagnostics) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { findings: await findings(error.diagnostics) };
  }
}

function logOf({ name, text }: NamedText): InitLog {
  return {
    file: name,
    log: name,
    way: name,
    read: async (onRun) => {
      const { tracker, diagnostics } = await named(name, () => readRuns({ name, pieces: piecesOf(text) }, {}, onRun));
      return { tracker, diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file: name })) };
    },
    hasBackup: async () => false,
  };
}

async function named<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
  }
}
