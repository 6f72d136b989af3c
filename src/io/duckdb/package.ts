import { MissingError } from '../../diagnostics/diagnostic.js';
import { codeOf } from '../system-error.js';

type Package = typeof import('@duckdb/node-api');

/** Not a literal in the import below: declarations of the compiled module would name packages below this one. */
const name = '@duckdb/node-api';

/**
 * DuckDB, which `collect` alone needs, and which an installation may lack: it is large, and made for some platforms only.
 *
 * @throws {MissingError} Where it is not installed, or not made for this platform.
 */
export async function loadDuckDB(load: () => Promise<Package> = () => import(name)): Promise<Package> {
  try {
    return await load();
  } catch (error) {
    const isThere = codeOf(error) !== 'ERR_MODULE_NOT_FOUND' && codeOf(error) !== 'MODULE_NOT_FOUND';
    throw new MissingError(
      isThere ? 'DuckDB, which reads telemetry, does not start on this machine' : 'DuckDB, which reads telemetry, is not installed',
      isThere
        ? 'Use Linux, macOS or Windows on x64, or Linux or macOS on arm64: @duckdb/node-api is made for these'
        : 'npm install @duckdb/node-api@1.4.4-r.1   # with -g where carboncard was installed with -g; in a clone: npm ci',
    );
  }
}
