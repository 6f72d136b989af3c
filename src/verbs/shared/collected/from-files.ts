import { join } from 'node:path';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { type FileDigest, fileDigest, textDigest } from '../../../io/digest.js';
import { type Engine, makeWorkFolder, openEngine, type WorkFolder } from '../../../io/duckdb/index.js';
import { filesOfPatterns, placeOf } from '../../../io/files.js';
import type { Measurement } from '../../../measurement/measurement.js';
import { highestSample } from '../../../plausibility/sample-power.js';
import type { NamedColumns } from '../../../telemetry/files/table-layout.js';
import { type Integrated, integrate } from '../../../telemetry/integrate.js';
import { messages } from '../../../telemetry/messages.js';
import { repeatedSamples } from '../../../telemetry/repeated-hour.js';
import { messages as verbMessages } from '../messages.js';
import { cardLimit, type IdleThreshold, idleThreshold } from './card-limits.js';
import type { Collection, CollectOptions, CollectProgress } from './collection.js';
import { withFile } from './engine-faults.js';
import { namedColumns } from './named-columns.js';
import { openSources } from './open-sources.js';
import { defaults, memoryLimitOf, saidOf, type TimeZone, timeZoneOf } from './options.js';
import { type ReadSamples, readSamples } from './read-samples.js';
import { remarksOn } from './remarks.js';
import type { Source } from './source.js';

/**
 * Reads files of telemetry of any size: which files → what each is → one table of samples → the integral.
 *
 * @throws {InputError} With what is wrong with the files or the options.
 * @throws {MissingError} Where DuckDB is not installed, or the disk is full.
 */
export async function collectFromFiles(patterns: readonly string[], options: CollectOptions): Promise<Collection> {
  const columns = namedColumns(options.columns);
  const memory = memoryLimitOf(options.memoryLimit);
  const files = await filesNamed(patterns);
  const folder = await makeWorkFolder(options.tempDir);
  let engine: Engine | undefined;
  try {
    engine = await openEngine(folder, { memory, threads: options.threads });
    return await collected(files, columns, { ...options, memoryLimit: options.memoryLimit ?? defaults.memoryLimit }, engine, folder);
  } finally {
    engine?.close();
    folder.remove();
  }
}

async function filesNamed(patterns: readonly string[]): Promise<readonly string[]> {
  const { files, unmatched } = await filesOfPatterns(patterns);
  if (unmatched.length > 0) throw new InputError(unmatched.map((pattern) => verbMessages.noTelemetryFound(pattern)));
  return files;
}

async function collected(
  files: readonly string[],
  columns: NamedColumns,
  options: CollectOptions,
  engine: Engine,
  folder: WorkFolder,
): Promise<Collection> {
  const zone = await timeZoneOf(options.timeZone, engine);
  const sources = await openSources(files, columns, folder, engine);
  const progress = followed(engine, sources, options);
  try {
    // Meanwhile: DuckDB has threads of its own.
    const digests = digestsOf(sources);
    digests.catch(() => undefined);
    const samples = await withFile(
      sources,
      () =>
        readSamples(engine, sources, {
          timeZone: zone.sql,
          isMachinePerFile: options.machinePerFile === true,
          kept: join(folder.spill, 'samples.parquet'),
        }),
      options.memoryLimit,
    );
    progress.next('integrating');
    const { integrated, idle } = await withFile(sources, () => integral(engine, samples, options), options.memoryLimit);
    const repeated = await repeatedIn(engine, samples, integrated, zone);
    return collectionOf(sources, await digests, { samples, integrated, idle, repeated }, zone, options);
  } finally {
    progress.end();
  }
}

async function repeatedIn(engine: Engine, { layouts }: ReadSamples, { measured }: Integrated, { sql, name = '' }: TimeZone) {
  const isNamed = typeof sql === 'string' && layouts.some(({ time }) => time.kind === 'local');
  const first = Math.min(...measured.devices.map(({ start }) => start));
  const last = Math.max(...measured.devices.map(({ end }) => end));
  return { count: isNamed ? await repeatedSamples(engine, sql, { first, last }) : 0, zone: name };
}

/** Shows how far DuckDB is, until it is done. */
function followed(
  engine: Engine,
  sources: readonly Source[],
  { onProgress }: CollectOptions,
): { readonly next: (step: CollectProgress['step']) => void; readonly end: () => void } {
  if (onProgress === undefined) return { next: () => undefined, end: () => undefined };
  let current: CollectProgress['step'] = 'reading';
  const rows = sources.reduce<number | undefined>(
    (sum, source) => (sum === undefined || source.rows === undefined ? undefined : sum + source.rows),
    0,
  );
  const timer = setInterval(() => onProgress({ step: current, share: engine.progress().share, rows }), progressEvery);
  const next = (step: CollectProgress['step']): void => {
    current = step;
  };
  return { next, end: () => clearInterval(timer) };
}

/** Milliseconds between two looks at how far it is. */
const progressEvery = 200;

type NamedDigest = FileDigest & { readonly name: string };

/** @throws {InputError} Where a compressed file ends too early. */
async function digestsOf(sources: readonly Source[]): Promise<readonly NamedDigest[]> {
  const digests: NamedDigest[] = [];
  for (const { file, stored } of sources) {
    const compression = stored === 'gzip' || stored === 'zstd' ? stored : undefined;
    const digest = await fileDigest(file, compression);
    if (!digest.isWhole) throw new InputError([{ ...messages.cutFile(compression ?? 'gzip'), file }]);
    digests.push({ name: placeOf(file).name, ...digest });
  }
  return digests;
}

async function integral(
  engine: Engine,
  { layouts }: ReadSamples,
  { gap = defaults.gap, idleBelow, boundary }: CollectOptions,
): Promise<{ readonly integrated: Integrated; readonly idle: IdleThreshold | undefined }> {
  const isCards = (boundary ?? boundaryOf(layouts)) === 'accelerator';
  let idle: IdleThreshold | undefined;
  const integrated = await integrate(engine, {
    kind: layouts[0]?.kind ?? 'power',
    gap,
    idleBelow: (models) => {
      idle = idleThreshold(idleBelow, models);
      return idle?.value;
    },
    highest: (model) => highestSample(isCards ? 'accelerator' : 'other', model === undefined ? undefined : cardLimit(model)),
    word: isCards ? 'gpu' : 'device',
  });
  if (integrated === undefined) throw new InputError([messages.noTelemetryRows()]);
  return { integrated, idle };
}

/** What the powers include where no option says it: tools that read cards are known, and a table may be of anything. */
function boundaryOf(layouts: readonly { readonly boundary: 'accelerator' | undefined }[]): Measurement['boundary'] {
  return layouts.every(({ boundary }) => boundary === 'accelerator') ? 'accelerator' : 'node';
}

/** `1.csv.gz`: the name of a log is often that of its machine. */
function publicName(at: number, name: string): string {
  return `${at + 1}${/(?:\.(?:csv|tsv|txt|log|json|jsonl|ndjson|parquet|gz|zst))*$/i.exec(name)?.[0] ?? ''}`;
}

/** Files that the measurement names; its digest is of all. */
const maxInputs = 20;

function collectionOf(
  sources: readonly Source[],
  digests: readonly NamedDigest[],
  read: Pick<Parameters<typeof remarksOn>[0], 'samples' | 'integrated' | 'idle' | 'repeated'>,
  zone: TimeZone,
  options: CollectOptions,
): Collection {
  const { samples, integrated, idle } = read;
  const { layouts } = samples;
  const isLocal = layouts.some(({ time }) => time.kind === 'local');
  const inputs = digests
    .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
    .map(({ name, bytes, sha256 }, at) => ({ name: publicName(at, name), bytes, sha256 }));
  const diagnostics: readonly Diagnostic[] = remarksOn({
    sources,
    ...read,
    isZoneAssumed: isLocal && zone.name === undefined,
    options,
  });
  return {
    measured: integrated.measured,
    facts: {
      source: {
        format: [...new Set(layouts.map(({ format }) => format))].sort().join(', ').slice(0, 40),
        inputs: inputs.slice(0, maxInputs),
        inputCount: inputs.length,
        digest: textDigest(inputs.map(({ sha256 }) => `${sha256}\n`).join('')),
      },
      method: {
        integral: layouts[0]?.kind === 'counter' ? 'counter' : 'trapezoid',
        idleBelow: idle === undefined ? undefined : { value: idle.value, unit: 'W', from: idle.from },
        timeZone: isLocal ? (zone.name ?? 'UTC') : undefined,
        options: saidOf(options),
      },
      boundary: options.boundary ?? boundaryOf(layouts),
      rejected: integrated.rejected,
    },
    diagnostics,
  };
}
