import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import type { Message } from '../../../diagnostics/message.js';
import { fileFrom, filesNamed, isThere, type NamedFile, placeOf } from '../../../io/files.js';
import type { LoggedPhase } from '../../../manifest/logged.js';
import type { Selection } from '../../../manifest/schema/from.js';
import type { ReadFiles } from '../../../resolve/resolve.js';
import { fieldsOf } from '../../../runs/fields.js';
import { createSums } from '../../../runs/sums.js';
import { createFaults } from '../faults.js';
import { messages } from '../messages.js';
import { createSelection } from './log-selection.js';
import { createDuplicates, known, readLog } from './read-logs.js';

/** More files than any run leaves: a pattern that names more is a mistake. */
const maxLogs = 10_000;

/**
 * Reads the logs that the phases of a manifest name, from its folder on. A phase whose logs have faults is left out.
 *
 * @param file The manifest.
 */
export async function loggedPhases(file: string, named: ReadonlyMap<string, Selection>): Promise<ReadFiles> {
  const phases = new Map<string, LoggedPhase>();
  const faults: Diagnostic[] = [];
  for (const [path, selection] of named) {
    const own = createFaults();
    const phase = await own.attempt(() => loggedPhase(file, selection));
    const ofLogs = own.all().filter((fault) => fault.file !== undefined);
    faults.push(...ofLogs);
    if (phase !== undefined) phases.set(path, phase);
    // What is wrong with the selection itself is reported where the manifest makes it.
    else if (ofLogs.length === 0) phases.set(path, { cite: '', diagnostics: own.all() });
  }
  return { phases, faults };
}

async function loggedPhase(manifest: string, selection: Selection): Promise<LoggedPhase> {
  const faults = createFaults();
  const findings: Diagnostic[] = [];
  const sums = createSums();
  const selected = createSelection(selection);
  const used = new Set<string>();
  const duplicates = createDuplicates();
  const options = { format: selection.format, columns: selection.columns, energyPlugin: selection.energy_plugin };
  for (const { file, name } of await filesOf(placeOf(manifest).folder, selection)) {
    await faults.attempt(async () => {
      const { diagnostics } = await readLog(file, options, (found) => {
        if (duplicates.has(found) || !selected.takes(found)) return;
        used.add(name);
        sums.add(found.run);
      });
      findings.push(...diagnostics.map((diagnostic) => namedInManifest(diagnostic, name, fileFrom(manifest, name) === file)));
      if (duplicates.next()) findings.push(messages.runInTwoLogs(name));
      if (await isThere(`${file}.bak`)) findings.push(messages.backupBeside(name));
    });
  }
  faults.throwIfAny();
  if (sums.runs === 0) throw new InputError([selected.fault()]);
  const fields = fieldsOf(sums, citedLines([...used], sums.lines), known);
  return { ...fields, diagnostics: [...findings, ...fields.diagnostics] };
}

/**
 * A diagnostic of a log as it is in the assessment: with the log's name as the manifest names it, never with a path of this
 * machine. The sentence names the log too, since a report shows the sentence alone.
 *
 * @param isFound Whether the name leads from the manifest to the log, which is not so where the manifest has an absolute path.
 */
function namedInManifest({ file: _, message, ...diagnostic }: Diagnostic, name: string, isFound: boolean): Diagnostic {
  const { line, column, ...rest } = diagnostic;
  if (line === undefined) return { ...diagnostic, message: `${name}: ${message}` };
  const sentence = `${name}, line ${line}: ${message}`;
  return isFound ? { ...rest, line, column, file: name, message: sentence } : { ...rest, message: sentence };
}

async function filesOf(folder: string, { logs }: Selection): Promise<readonly NamedFile[]> {
  const faults: Message[] = [];
  const files = new Map<string, NamedFile>();
  for (const pattern of typeof logs === 'string' ? [logs] : logs) {
    const found = await filesNamed(pattern, folder);
    if (found.length === 0) faults.push(messages.noLogFound(pattern));
    for (const one of found) files.set(one.file, one);
  }
  if (files.size > maxLogs) faults.push(messages.tooManyLogs(files.size, maxLogs));
  if (faults.length > 0) throw new InputError(faults);
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `emissions.csv, lines 2 to 5` */
function citedLines(names: readonly string[], [first, last]: readonly [number, number]): string {
  const [one, ...others] = names;
  if (others.length > 3) return `${one} and ${others.length} more logs`;
  if (others.length > 0) return [one, ...others].join(', ');
  return `${one}, ${first === last ? `line ${first}` : `lines ${first} to ${last}`}`;
}
