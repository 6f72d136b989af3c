import { DuckDBInstance } from '@duckdb/node-api';

/** Writes a file with DuckDB, from a query: formats that Node cannot write. */
export async function writtenByDuckDB(query: string, file: string, format: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run(`COPY (${query}) TO '${file}' (${format})`);
  } finally {
    connection.closeSync();
  }
  return file;
}
