import { isThere, placeOf, wayTo } from '../../../io/files.js';
import { type InitLogs, readInitRuns } from './init-runs.js';
import { type LogOptions, readLog } from './read-logs.js';

interface InitLogOptions extends LogOptions {
  /** The manifest, from whose folder on logs are named. */
  readonly out: string;
}

/**
 * The runs of all logs in groups that may be phases. A run that is in two logs counts in the first.
 *
 * @throws {InputError} With every fault of every log.
 */
export function readInitLogs(files: readonly string[], options: InitLogOptions): Promise<InitLogs> {
  const folder = options.out === '-' ? '.' : placeOf(options.out).folder;
  const names = namesOf(files);
  const logs = files.map((file) => ({
    file,
    log: names.get(file) ?? file,
    way: wayTo(folder, file),
    read: (onRun: Parameters<typeof readLog>[2]) => readLog(file, options, onRun),
    hasBackup: () => isThere(`${file}.bak`),
  }));
  return readInitRuns(logs, options);
}

/** Names of logs by their paths. */
type Names = ReadonlyMap<string, string>;

/** The name of each file without its folders; those of one name with as many folders as tell them apart. */
function namesOf(files: readonly string[]): Names {
  const parts = new Map(files.map((file) => [file, file.replaceAll('\\', '/').split('/')]));
  const names = new Map<string, string>();
  for (let folders = 0; names.size < parts.size; folders++) {
    const nameOf = (own: readonly string[]): string => own.slice(-1 - folders).join('/');
    const counts = new Map<string, number>();
    for (const own of parts.values()) counts.set(nameOf(own), (counts.get(nameOf(own)) ?? 0) + 1);
    for (const [file, own] of parts)
      if (!names.has(file) && (counts.get(nameOf(own)) === 1 || folders >= own.length)) names.set(file, nameOf(own));
  }
  return new Map(files.map((file) => [file, names.get(file) ?? file]));
}
