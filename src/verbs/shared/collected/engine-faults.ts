import { InputError, MissingError } from '../../../diagnostics/diagnostic.js';
import { EngineError } from '../../../io/duckdb/index.js';
import { messages } from '../../../telemetry/messages.js';
import type { Linked } from './source.js';

/**
 * Asks DuckDB for something, and says in the words of the program why it could not.
 *
 * @throws {InputError} Where a file is damaged, or the limit of memory is too small.
 * @throws {MissingError} Where the disk is full.
 */
export async function withFile<Result>(sources: readonly Linked[], ask: () => Promise<Result>, memoryLimit = ''): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EngineError) throw faultOf(error, sources, memoryLimit);
    throw error;
  }
}

function faultOf(error: EngineError, sources: readonly Linked[], memoryLimit: string): Error {
  const { kind, link, line } = error.problem;
  const source = sources.find((one) => one.link === link) ?? (sources.length === 1 ? sources[0] : undefined);
  const at = source === undefined ? {} : { file: source.file };
  switch (kind) {
    case 'memory':
      return new InputError([messages.memoryLimit(memoryLimit)]);
    case 'disk':
      return new MissingError(
        'There is not enough space on the disk for what does not fit into memory',
        'Free space, or name a folder on another disk with `--temp-dir`',
      );
    case 'compressed':
      return new InputError([{ ...messages.cutFile(source?.stored === 'zstd' ? 'zstd' : 'gzip'), ...at }]);
    case 'not-utf8':
      return new InputError([{ ...messages.notUtf8(), ...at, ...(line === undefined ? {} : { line }) }]);
    case 'damaged':
      return new InputError([{ ...messages.damagedFile(source?.stored === 'parquet' ? 'Parquet' : 'text'), ...at }]);
    case 'unreadable':
      return new InputError([{ ...messages.unreadableFile(), ...at }]);
    case 'other':
      return error;
  }
}
