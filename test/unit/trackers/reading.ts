import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import type { MachineMarks } from '../../../src/trackers/machine-marks.js';
import type { RunRecord } from '../../../src/trackers/record.js';
import type { ReadOptions, Tracker } from '../../../src/trackers/tracker.js';

/** A text in pieces, as a file is read. */
export async function* pieces(text: string, size = 97): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** All that a reader yields for a text. */
export async function readAll(
  tracker: Tracker,
  text: string,
  options: ReadOptions = {},
  size = 97,
): Promise<{ readonly runs: readonly RunRecord[]; readonly diagnostics: readonly Diagnostic[] }> {
  const runs: RunRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const finding of tracker.read(pieces(text, size), options)) {
    if ('run' in finding) runs.push(finding.run);
    else diagnostics.push(finding.diagnostic);
  }
  return { runs, diagnostics };
}

/** What a reader says of the machine of each run. */
export async function machinesOf(
  tracker: Tracker,
  text: string,
  options: ReadOptions = {},
): Promise<readonly (MachineMarks | undefined)[]> {
  const machines: (MachineMarks | undefined)[] = [];
  for await (const finding of tracker.read(pieces(text), options)) if ('run' in finding) machines.push(finding.machine);
  return machines;
}

/** The errors of a text; none where it is valid. */
export async function faultsOf(tracker: Tracker, text: string, options: ReadOptions = {}): Promise<readonly Diagnostic[]> {
  try {
    await readAll(tracker, text, options);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
}
