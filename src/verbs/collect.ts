import { version } from '../assessment/version.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { checkReplaceable, placeOf, writeWhole } from '../io/files.js';
import { type Measurement, measurementKind, measurementSchema } from '../measurement/measurement.js';
import { measurementOf } from '../telemetry/measurement-of.js';
import { messages } from '../telemetry/messages.js';
import type { Collection, CollectOptions } from './shared/collected/collection.js';
import { collectFromServer, isServer } from './shared/collected/from-server.js';

export type { Measurement } from '../measurement/measurement.js';
export type { CollectOptions, CollectProgress } from './shared/collected/collection.js';

/**
 * Reads power telemetry of any size, and writes what it amounts to into one small file: inputs → samples → integral → measurement →
 * file.
 *
 * @param inputs Files, patterns such as `logs/**\/*.csv`, or the address of one server.
 * @throws {InputError} With what is wrong with the inputs, and nothing written.
 * @throws {WriteError} Where the file can't be written, or another kind of file is there.
 * @throws {MissingError} Where DuckDB is not installed.
 */
export async function collect(inputs: readonly string[], options: CollectOptions = {}): Promise<Collected> {
  const file = options.out ?? defaultName(inputs);
  // Before hours of work; and never over the telemetry itself.
  if (file !== standardOutput) await checkReplaceable(file, measurementBeginning);
  const collection = await collectionOf(inputs, options);
  const measurement = measurementSchema.parse(measurementOf(collection.measured, { ...collection.facts, program: version }));
  const text = `${JSON.stringify(measurement, undefined, 2)}\n`;
  if (file !== standardOutput) {
    const { folder, name } = placeOf(file);
    await writeWhole(folder, new Map([[name, text]]));
  }
  await collection.written?.();
  return { file, text, measurement, diagnostics: collection.diagnostics };
}

/** What a measurement file begins with. */
const measurementBeginning = new RegExp(`^\\s*\\{\\s*"kind":\\s*"${measurementKind}"`);

/** The name by which standard output is asked for. */
const standardOutput = '-';

export interface Collected {
  readonly file: string;
  readonly text: string;
  readonly measurement: Measurement;
  readonly diagnostics: readonly Diagnostic[];
}

async function collectionOf(inputs: readonly string[], options: CollectOptions): Promise<Collection> {
  const [first, ...others] = inputs;
  if (first === undefined) throw new InputError([messages.nothingToCollect()]);
  if (inputs.some(isServer)) {
    if (others.length > 0) throw new InputError([messages.filesAndServer()]);
    refuse(options, ofFiles, messages.optionsOfFiles);
    return collectFromServer(first, options);
  }
  refuse(options, ofServer, messages.optionsOfServer);
  const { collectFromFiles } = await import('./shared/collected/from-files.js');
  return collectFromFiles(inputs, options);
}

type Flags = Readonly<Partial<Record<keyof CollectOptions, string>>>;

/** Options that say how files are read. */
const ofFiles: Flags = {
  columns: '--columns',
  machinePerFile: '--machine-per-file',
  timeZone: '--time-zone',
  memoryLimit: '--memory-limit',
  tempDir: '--temp-dir',
  threads: '--threads',
};

/** Options that say what a server is asked. */
const ofServer: Flags = { query: '--query', start: '--start', end: '--end', unit: '--unit', by: '--by', tenant: '--tenant' };

/** Refuses options that would have no effect. */
function refuse(options: CollectOptions, flags: Flags, message: (flags: readonly string[]) => Message): void {
  const given = Object.entries(flags).flatMap(([key, flag]) => (options[key as keyof CollectOptions] === undefined ? [] : [flag]));
  if (given.length > 0) throw new InputError([message(given)]);
}

/** `power.measurement.json` for `logs/power.csv.gz`. */
function defaultName([first = '']: readonly string[]): string {
  const { name } = placeOf(first);
  const stem =
    isServer(first) || /[*?[\]{}]/.test(name) ? 'power' : name.replace(/(?:\.(?:csv|txt|log|jsonl?|ndjson|parquet|gz|zst))+$/i, '');
  return `${stem === '' ? 'power' : stem}.measurement.json`;
}
