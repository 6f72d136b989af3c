import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { findCountry } from '../../factors/grid/index.js';
import { filesNamed, isThere, type NamedFile, placeOf } from '../../io/files.js';
import type { LoggedPhase } from '../../manifest/logged.js';
import type { Selection } from '../../manifest/schema/from.js';
import type { ReadLogs } from '../../resolve/resolve.js';
import { fieldsOf } from '../../runs/fields.js';
import { createSums } from '../../runs/sums.js';
import type { FoundRun } from '../../trackers/tracker.js';
import { messages } from './messages.js';
import { createDuplicates, known, readLog } from './read-logs.js';

/** More files than any run leaves; a pattern that names them is meant otherwise. */
const mostLogs = 10_000;

/**
 * Reads the logs that the phases of a manifest name, from its folder on. A phase whose logs are at fault has none.
 *
 * @param file The manifest.
 */
export async function loggedPhases(file: string, named: ReadonlyMap<string, Selection>): Promise<ReadLogs> {
  const phases = new Map<string, LoggedPhase>();
  const faults: Diagnostic[] = [];
  for (const [path, selection] of named) {
    try {
      phases.set(path, await loggedPhase(placeOf(file).folder, selection));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const ofLogs = error.diagnostics.filter((fault) => fault.file !== undefined);
      faults.push(...ofLogs);
      if (ofLogs.length === 0) phases.set(path, { cite: '', findings: error.diagnostics });
    }
  }
  return { phases, faults };
}

async function loggedPhase(folder: string, selection: Selection): Promise<LoggedPhase> {
  const findings: Message[] = [];
  const faults: Diagnostic[] = [];
  const sums = createSums();
  const chosen = createChoice(selection);
  const used = new Set<string>();
  const duplicates = createDuplicates();
  for (const { file, name } of await filesOf(folder, selection)) {
    try {
      const { diagnostics } = await readLog(
        file,
        { format: selection.format, columns: selection.columns, energyPlugin: selection.energy_plugin },
        (found) => {
          if (duplicates.has(found) || !chosen.takes(found)) return;
          used.add(name);
          sums.add(found.run);
        },
      );
      findings.push(...diagnostics.map((found) => messages.inLog(name, found)));
      if (duplicates.next()) findings.push(messages.runInTwoLogs(name));
      if (await isThere(`${file}.bak`)) findings.push(messages.backupBeside(name));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.diagnostics);
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  if (sums.runs === 0) throw new InputError([chosen.fault()]);
  const fields = fieldsOf(sums, whereOf([...used], sums.lines), known);
  return { ...fields, findings: [...findings, ...fields.findings] };
}

async function filesOf(folder: string, { logs }: Selection): Promise<readonly NamedFile[]> {
  const faults: Message[] = [];
  const files = new Map<string, NamedFile>();
  for (const pattern of typeof logs === 'string' ? [logs] : logs) {
    const found = await filesNamed(pattern, folder);
    if (found.length === 0) faults.push(messages.noLogFound(pattern, 'its folder'));
    for (const one of found) files.set(one.file, one);
  }
  if (files.size > mostLogs) faults.push(messages.tooManyLogs(files.size, mostLogs));
  if (faults.length > 0) throw new InputError(faults);
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function whereOf(names: readonly string[], [first, last]: readonly [number, number]): string {
  const [one, ...others] = names;
  if (others.length > 3) return `${one} and ${others.length} more logs`;
  if (others.length > 0) return [one, ...others].join(', ');
  return `${one}, ${first === last ? `line ${first}` : `lines ${first} to ${last}`}`;
}

/** Which runs are taken, and what to say where none is. */
function createChoice({ project, run, country, since, until }: Selection): {
  readonly takes: (found: FoundRun) => boolean;
  readonly fault: () => Message;
} {
  const seen = { project: new Set<string>(), country: new Set<string>() };
  const wanted = (words: string | readonly string[] | undefined): readonly string[] | undefined =>
    typeof words === 'string' ? [words] : words;
  const [projects, ids] = [wanted(project), wanted(run)];
  const code = (text: string): string => findCountry(text).found?.code ?? text.toLowerCase();
  return {
    takes: ({ run: record, id }) => {
      // The measures of one task are told apart by their method.
      const names = [record.project, record.alternative].filter((name) => name !== undefined);
      for (const name of names) if (seen.project.size < 100) seen.project.add(name);
      if (record.place.country !== undefined && seen.country.size < 100) seen.country.add(record.place.country);
      if (projects !== undefined && !names.some((name) => projects.includes(name))) return false;
      if (ids !== undefined && (id === undefined || !ids.includes(id))) return false;
      if (country !== undefined && (record.place.country === undefined || code(record.place.country) !== code(country))) return false;
      const day = (record.started ?? record.ended)?.slice(0, 10);
      if (since !== undefined && (day === undefined || day < since)) return false;
      return until === undefined || (day !== undefined && day <= until);
    },
    fault: () => {
      if (projects !== undefined && !projects.some((name) => seen.project.has(name)))
        return messages.noRunSelected(`of project ${projects.join(' or ')}`, [...seen.project]);
      if (country !== undefined && ![...seen.country].some((found) => code(found) === code(country)))
        return messages.noRunSelected(`in ${country}`, [...seen.country]);
      if (ids !== undefined) return messages.noRunSelected('one of those with these ids', []);
      return messages.noRunSelected(`of these days, or of all that was asked for`, []);
    },
  };
}
