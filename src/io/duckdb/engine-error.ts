/** Why DuckDB could not do what was asked. What it says itself has paths and settings of its own, and is not for people. */
export interface EngineProblem {
  readonly kind: /** The limit of memory is too small. */
    | 'memory'
    /** What does not fit into memory does not fit on the disk either. */
    | 'disk'
    /** A file is damaged, or is not of its format. */
    | 'damaged'
    /** A compressed file ends too early, or is damaged. */
    | 'compressed'
    | 'not-utf8'
    | 'unreadable'
    | 'other';
  /** The link under which the file was read. */
  readonly link?: string | undefined;
  /** Line of the file. */
  readonly line?: number | undefined;
}

export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly problem: EngineProblem,
    cause: unknown,
  ) {
    super(`DuckDB: ${problem.kind === 'other' ? firstLine(cause) : problem.kind}`, { cause });
  }
}

/** What nobody has words for is a fault of the program, whose report needs it. */
function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
}

/** What DuckDB says, by what it means; the first that fits counts. */
const kinds: readonly (readonly [RegExp, EngineProblem['kind']])[] = [
  [/no space left|max_temp_directory_size|failed to offload|disk quota/i, 'disk'],
  [/out of memory|could not allocate|failed to allocate|memory limit/i, 'memory'],
  [/gzip|zstd|decompress|failed to inflate|unexpected end of.*stream|corrupt.*stream/i, 'compressed'],
  [/not utf-?8|invalid unicode|unicode|encoding/i, 'not-utf8'],
  [/magic bytes|parquet|thrift|invalid (?:file|footer)|corrupt|too small to be|checksum|snappy|footer/i, 'damaged'],
  [/cannot open file|no files found|permission|could not read/i, 'unreadable'],
];

/** @param folder The folder of the links. */
export function engineErrorOf(error: unknown, folder: string): EngineError {
  const text = error instanceof Error ? error.message : String(error);
  const kind = kinds.find(([words]) => words.test(text))?.[1] ?? 'other';
  const at = text.indexOf(folder);
  const link = at < 0 ? undefined : /^[\w./\\:-]+/.exec(text.slice(at))?.[0].replace(/[.:]+$/, '');
  const line = Number(/^(?:CSV Error on )?Line:? (\d+)/im.exec(text)?.[1] ?? Number.NaN);
  return new EngineError({ kind, link, line: Number.isFinite(line) ? line : undefined }, error);
}
