import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { fileMessages } from '../../../diagnostics/file-messages.js';
import type { Message } from '../../../diagnostics/message.js';
import { nearest } from '../../../diagnostics/nearest.js';
import type { Report } from '../../../diagnostics/report.js';
import { findCountry } from '../../../factors/grid/index.js';
import { devicesNamed, findDevice, processorNamed } from '../../../factors/hardware/index.js';
import { powerLimitOf } from '../../../plausibility/power-limit.js';
import type { Known } from '../../../runs/fields.js';
import { messages as runMessages } from '../../../runs/messages.js';
import { createRunPowers } from '../../../runs/run-powers.js';
import { faultOf, isZero } from '../../../runs/sound-run.js';
import { createTerms, type Tables } from '../../../runs/terms.js';
import { findCountryPlace, findRegionIn, parsePlace } from '../../../search/places.js';
import { unnamedTable } from '../../../trackers/csv-columns.js';
import { trackerIds } from '../../../trackers/ids.js';
import { recognised, trackers } from '../../../trackers/index.js';
import { messages as shared } from '../../../trackers/messages.js';
import type { RunRecord } from '../../../trackers/record.js';
import { createSeenIds } from '../../../trackers/seen-ids.js';
import { createTally } from '../../../trackers/tally.js';
import { rejoined } from '../../../trackers/texts/rejoined.js';
import type { FoundRun, ReadOptions, Tracker } from '../../../trackers/tracker.js';
import { messages } from '../messages.js';

/** Enough of a log to recognise its format. */
const beginningLength = 65_536;

export interface LogOptions extends ReadOptions {
  /** Id of a format, where the log leaves it open. */
  readonly format?: string | undefined;
}

/** Finds runs that are in several logs, by the tool's own ids. */
export interface Duplicates {
  /** Whether the run is in an earlier log. */
  readonly has: (found: FoundRun) => boolean;
  /** Ends a log; true where an earlier log has runs of it. */
  readonly next: () => boolean;
}

export function createDuplicates(): Duplicates {
  const logs = createSeenIds();
  let [log, any] = [0, false];
  return {
    has: ({ id }) => {
      if (id === undefined) return false;
      const first = logs.add(id, log);
      any ||= first !== log;
      return first !== log;
    },
    next: () => {
      const hadAny = any;
      [log, any] = [log + 1, false];
      return hadAny;
    },
  };
}

export interface ReadLog {
  readonly tracker: Tracker;
  /** What is odd about it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A log whose text comes piece by piece, however large it is. */
export interface LogText {
  /** The name of the file, without its folders. */
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

/**
 * Reads the text of a log, whatever its format, and hands on each run.
 *
 * @returns What is odd about it, without the name of its file.
 * @throws {InputError} With what is wrong with its rows.
 */
export async function readRuns({ name, pieces: text }: LogText, options: LogOptions, onRun: (found: FoundRun) => void): Promise<ReadLog> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    beginning += piece.value;
    if (beginning.length >= beginningLength) break;
  }
  if (beginning === '') throw new InputError([{ ...fileMessages.emptyFile('log'), line: 1, column: 1 }]);
  try {
    const tracker = trackerOf(beginning, options, name);
    const odd = createTally();
    const powers = createRunPowers(known);
    const inTerms = createTerms(tables, (message, { lines }) => odd.report({ ...message, line: lines[1] }));
    const found: Diagnostic[] = [];
    let [zeros, isAnyMeasured] = [0, false];
    for await (const finding of tracker.read(rejoined(beginning, pieces), { ...options, limitOf })) {
      if ('diagnostic' in finding) found.push(finding.diagnostic);
      else {
        const inTables = inTerms(finding.run, finding.listsDies ?? tracker.listsDies ?? false);
        const run = soundRun(inTables, odd.report);
        zeros += run === inTables ? 0 : 1;
        isAnyMeasured ||= run.energy !== undefined;
        powers.check(run, finding.cpu);
        onRun(run === finding.run ? finding : { ...finding, run });
      }
    }
    if (zeros > 0 && !isAnyMeasured) throw new InputError([{ ...shared.nothingMeasured(), line: 1, column: 1 }]);
    return { tracker, diagnostics: [...found, ...odd.diagnostics(), ...powers.findings()] };
  } finally {
    await pieces.return?.(undefined);
  }
}

/**
 * A run as it can be counted: without an energy where that is 0 over seconds.
 *
 * @throws {InputError} Where its figures or its time cannot be, with its line.
 */
function soundRun(run: RunRecord, report: Report): RunRecord {
  const line = run.lines[1];
  const fault = faultOf(run);
  if (fault !== undefined) throw new InputError([{ ...fault, line, column: 1 }]);
  if (!isZero(run)) return run;
  report({ ...runMessages.runNotMeasured(), line });
  return { ...run, energy: undefined, parts: {}, reported: undefined };
}

/** By the format that was named, else by columns that only a plain table needs, else by what the text looks like. */
function trackerOf(beginning: string, { format, columns }: LogOptions, name: string): Tracker {
  if (format !== undefined) {
    const id = trackerIds.find((known) => known === format);
    if (id === undefined) throw new InputError([messages.unknownLogFormat(format, trackerIds, nearest(format, trackerIds)[0])]);
    return trackers[id];
  }
  // Of the oldest protocol, which is text.
  if (/^\(d?p\d+\n|^c\w[\w.]*\n\w+\np\d+\n/.test(beginning)) throw new InputError([messages.pickle()]);
  const [tracker, ...others] = recognised(beginning);
  if (columns !== undefined) return tracker?.id === 'impact-framework' ? tracker : trackers.csv;
  // A card without a section is still one, and says nothing.
  if (tracker === undefined && /\.(?:md|markdown)$/i.test(name) && unnamedTable(beginning) === undefined) return trackers['model-card'];
  if (tracker === undefined && looksLikeManifest(beginning)) throw new InputError([messages.manifestAsLog()]);
  if (tracker === undefined) throw new InputError([unrecognised(beginning, name)]);
  if (others.length > 0) throw new InputError([messages.severalFormats([tracker, ...others].map(({ id }) => id))]);
  return tracker;
}

/** What to do with a text that no reader takes: with a table, to name its columns. */
function unrecognised(beginning: string, name: string): Message {
  const pointer = pointerIn(beginning);
  const table = pointer === undefined ? unnamedTable(beginning) : undefined;
  if (table !== undefined) return messages.unnamedColumns(name, table);
  const tools = Object.values(trackers).filter(({ id }) => id !== 'csv');
  return messages.unknownLog(
    pointer,
    tools.map(({ title }) => title),
  );
}

/** The tool whose pointer is in the place of a file that is kept elsewhere. */
function pointerIn(text: string): string | undefined {
  if (text.startsWith('version https://git-lfs.github.com/')) return 'git LFS';
  if (/^(?:\/annex\/|(?:\.\.\/)*\.git\/annex\/)/.test(text)) return 'git-annex';
  return undefined;
}

/** The words of logs in the terms of the factor tables. */
const tables: Tables = {
  dies: (name) => devicesNamed(name)[0]?.dies ?? 1,
  countryCode: (text) => findCountry(text).found?.code,
};
const limitOf = (name: string): number | undefined => known.limit(name)?.limit;

/** What the factor tables have of the names in logs. */
export const known: Known = {
  device: (name) => findDevice(name).found !== undefined,
  processor: (name) => processorNamed(name) !== undefined,
  limit: (name) => powerLimitOf(devicesNamed(name)),
  country: (code) => findCountry(code).found !== undefined,
  place: (text) => parsePlace(text).found !== undefined,
  zone: (country, region) => findRegionIn(country, region).found?.zone,
  spelt,
};

/** The label of a place, where a person who writes it gets the same place with the same remarks. */
function spelt(country: string, region: string | undefined): string | undefined {
  const logged = region === undefined ? findCountryPlace(country) : findRegionIn(country, region);
  if (logged.found === undefined) return undefined;
  const { label } = logged.found;
  return JSON.stringify(parsePlace(label)) === JSON.stringify(logged) ? label : undefined;
}

/** Whether a text has the keys of a manifest: with phases, or in the short form. */
function looksLikeManifest(text: string): boolean {
  return /^phases:/m.test(text) || (/^model:/m.test(text) && /^(?:hardware|duration|location):/m.test(text));
}
