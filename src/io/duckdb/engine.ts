import { engineErrorOf } from './engine-error.js';
import { loadDuckDB } from './package.js';
import type { WorkFolder } from './work-folder.js';

/** A value of a row: whole numbers are bigint. */
export type Cell = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** How far a query is. */
export interface EngineProgress {
  /** From 0 to 1; absent where it is unknown. */
  readonly share: number | undefined;
}

/** DuckDB in memory, with the limits that it is given. */
export interface Engine {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  readonly progress: () => EngineProgress;
  readonly close: () => void;
}

export interface EngineLimits {
  /** Such as `2GB`. */
  readonly memory: string;
  readonly threads?: number | undefined;
}

/**
 * Starts DuckDB. It reads nothing but what is in the work folder, and what is linked from there: no settings of the user, no
 * extensions, no network.
 *
 * @throws {MissingError} Where it is not installed.
 */
export async function openEngine(folder: WorkFolder, { memory, threads }: EngineLimits): Promise<Engine> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    extension_directory: folder.path,
    secret_directory: folder.path,
    temp_directory: folder.spill,
    memory_limit: memory,
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw engineErrorOf(error, folder.path);
    }
  };
  const run = (sql: string): Promise<void> => guarded(async () => void (await connection.run(sql)));
  await run(`SET home_directory = ${textSql(folder.path)}`);
  await run(`SET allowed_directories = [${textSql(folder.path)}]`);
  await run("SET enable_external_access = false; SET TimeZone = 'UTC'; SET preserve_insertion_order = false");
  await run('SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET lock_configuration = true');
  return {
    run,
    rows: (sql) => guarded(async () => (await connection.runAndReadAll(sql)).getRowObjects() as unknown as readonly Row[]),
    progress: () => {
      const { percentage } = connection.progress;
      return { share: percentage >= 0 ? percentage / 100 : undefined };
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text in SQL. */
function textSql(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
