import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import type { Message } from '../../../diagnostics/message.js';
import type { LoggedPhase } from '../../../manifest/logged.js';
import type { Selection } from '../../../manifest/schema/from.js';
import type { ReadFiles } from '../../../resolve/resolve.js';
import { fieldsOf } from '../../../runs/fields.js';
import { overlapMessage, messages as runMessages } from '../../../runs/messages.js';
import { createOverlaps, type EndedOverlaps, type Overlaps } from '../../../runs/overlaps.js';
import { createSums, type Sums } from '../../../runs/sums.js';
import { createFaults, type Faults } from '../faults.js';
import { messages } from '../messages.js';
import type { FileOfManifest, NamedFiles } from '../named/named-files.js';
import { createSelection } from './log-selection.js';
import { readLogOf } from './read-log-of.js';
import { createDuplicates, known } from './read-runs.js';

/** More files than any run leaves: a pattern that names more is a mistake. */
const maxLogs = 10_000;

/**
 * Reads the logs that the phases of a manifest name, from its folder on. A phase whose logs have faults is left out.
 *
 * @param file The manifest.
 */
export async function loggedPhases(file: string, named: ReadonlyMap<string, Selection>, files: NamedFiles): Promise<ReadFiles> {
  const overlaps = createOverlaps();
  const attempts = new Map<string, Attempt>();
  for (const [path, selection] of named) {
    const faults = createFaults();
    attempts.set(path, { faults, logs: await faults.attempt(() => readPhase(file, selection, { path, overlaps, files })) });
  }
  const found = overlapFindings(overlaps.end(), named);
  const phases = new Map<string, LoggedPhase>();
  for (const [path, { logs, faults }] of attempts) {
    if (logs !== undefined) phases.set(path, loggedPhase(logs, found.get(path) ?? []));
    // What is wrong with the selection itself is reported where the manifest makes it.
    else if (logFaults(faults).length === 0) phases.set(path, { cite: '', diagnostics: faults.all() });
  }
  return { phases, faults: [...attempts.values()].flatMap(({ faults }) => logFaults(faults)) };
}

interface Attempt {
  readonly logs: PhaseLogs | undefined;
  readonly faults: Faults;
}

function logFaults(faults: Faults): readonly Diagnostic[] {
  return faults.all().filter((fault) => fault.file !== undefined);
}

/** What was read for a phase. */
interface PhaseLogs {
  readonly sums: Sums;
  /** Names of logs that have a run of the phase. */
  readonly used: ReadonlySet<string>;
  readonly lines: readonly [first: number, last: number];
  readonly findings: readonly Diagnostic[];
}

interface PhaseContext {
  readonly path: string;
  readonly overlaps: Overlaps;
  readonly files: NamedFiles;
}

async function readPhase(manifest: string, selection: Selection, { path, overlaps, files }: PhaseContext): Promise<PhaseLogs> {
  const faults = createFaults();
  const findings: Diagnostic[] = [];
  const sums = createSums();
  const selected = createSelection(selection);
  const used = new Set<string>();
  const lines: [number, number] = [Infinity, 0];
  const duplicates = createDuplicates();
  const { format, columns, boundary, energy_plugin: energyPlugin } = selection;
  const options = { format, columns, boundary, energyPlugin };
  for (const { file, name } of await filesOf(files, manifest, selection)) {
    await faults.attempt(async () => {
      const { diagnostics } = await readLogOf(files, { file, options }, (found) => {
        if (duplicates.has(found) || !selected.takes(found)) return;
        used.add(name);
        lines[0] = Math.min(lines[0], found.run.lines[0]);
        lines[1] = Math.max(lines[1], found.run.lines[1]);
        overlaps.add({ found, log: name, phase: path, sameMachine: selection.same_machine, count: sums.add });
      });
      findings.push(...diagnostics.map((diagnostic) => namedInManifest(diagnostic, name, files.fileFrom(manifest, name) === file)));
      if (duplicates.next()) findings.push(messages.runInTwoLogs(name));
      if (await files.isThere(`${file}.bak`)) findings.push(messages.backupBeside(name));
    });
  }
  faults.throwIfAny();
  if (used.size === 0) throw new InputError([selected.fault()]);
  return { sums, used, lines, findings };
}

function loggedPhase({ sums, used, lines, findings }: PhaseLogs, overlaps: readonly Message[]): LoggedPhase {
  if (sums.runs === 0) return { cite: '', diagnostics: [runMessages.countedElsewhere()] };
  const fields = fieldsOf(sums, citedLines([...used], lines), known);
  return { ...fields, diagnostics: [...fields.diagnostics, ...findings, ...overlaps] };
}

/** What is found of runs at the same time, by the path of the phase: of several phases, by the last of them. */
function overlapFindings(
  { overlaps, apart, meanwhile, tooMany }: EndedOverlaps,
  named: ReadonlyMap<string, Selection>,
): ReadonlyMap<unknown, readonly Message[]> {
  const findings = new Map<unknown, readonly Message[]>();
  const add = (path: unknown, message: Message): void => void findings.set(path, [...(findings.get(path) ?? []), message]);
  for (const overlap of overlaps) add(overlap.phases.at(-1), overlapMessage(overlap));
  const paths = [...named.keys()];
  for (const one of apart)
    add(
      paths.findLast((path) => one.phases.some((phases) => phases.includes(path))),
      runMessages.readApart(one),
    );
  for (const [path, runs] of meanwhile) add(path, runMessages.measuredMeanwhile(runs));
  for (const [path, { same_machine }] of named)
    if (
      same_machine === true &&
      !meanwhile.has(path) &&
      !overlaps.some(({ kind, phases }) => kind === 'counted-once' && phases.includes(path))
    )
      add(path, runMessages.nothingCountedOnce());
  if (tooMany !== undefined) add(paths.at(-1), tooMany);
  return findings;
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

async function filesOf(named: NamedFiles, manifest: string, { logs }: Selection): Promise<readonly FileOfManifest[]> {
  const faults: Message[] = [];
  const files = new Map<string, FileOfManifest>();
  for (const pattern of typeof logs === 'string' ? [logs] : logs) {
    const found = await named.filesNamed(pattern, manifest);
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
