import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { engineErrorOf } from '../../../../src/io/duckdb/engine-error.js';
import { withFile } from '../../../../src/verbs/shared/collected/engine-faults.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What DuckDB says where a sort does not fit. */
async function errorOfSort(settings: Readonly<Record<string, string>>, maxSpill?: string): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', ...settings });
  const connection = await instance.connect();
  if (maxSpill !== undefined) await connection.run(`SET max_temp_directory_size = '${maxSpill}'`);
  const sort = 'CREATE TABLE sorted AS SELECT hash(i) AS h, hash(i + 1) AS g FROM range(5000000) r(i) ORDER BY h';
  try {
    return await connection.run(sort).then(
      () => undefined,
      (error: unknown) => error,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const translated = (error: unknown): Promise<unknown> =>
  withFile(
    [],
    () => {
      throw engineErrorOf(error, folder);
    },
    '20MB',
  ).catch((fault: unknown) => fault);

describe('what DuckDB says', () => {
  it('of too little memory is an error of the option that sets it', async () => {
    const error = await errorOfSort({ memory_limit: '20MB', temp_directory: '' });
    expect(await translated(error)).toMatchObject({ diagnostics: [{ id: 'memory-limit', message: expect.stringContaining('20MB') }] });
  });

  it('of a full disk asks for another folder', async () => {
    const error = await errorOfSort({ memory_limit: '20MB', temp_directory: folder }, '1MB');
    expect(await translated(error)).toMatchObject({ name: 'MissingError', remedy: expect.stringContaining('--temp-dir') });
    expect(await translated(new Error('IO Error: Could not write file: No space left on device'))).toMatchObject({ name: 'MissingError' });
  });
});
