import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { beginningOfFile, type Engine, type Stored, type WorkFolder } from '../../../io/duckdb/index.js';
import { parquetLayout } from '../../../telemetry/files/parquet-layout.js';
import { textLayout } from '../../../telemetry/files/recognise.js';
import { linesSql, quotedSql } from '../../../telemetry/files/source-sql.js';
import type { NamedColumns } from '../../../telemetry/files/table-layout.js';
import { readNamed } from '../file-faults.js';
import { withFile } from './engine-faults.js';
import type { Linked, Source } from './source.js';

const extensions: Readonly<Record<Stored, string>> = { parquet: '.parquet', gzip: '.gz', zstd: '.zst', plain: '.txt' };

/** Lines from which a compressed text is recognised. */
const maxLines = 200;

/** Faults that are reported, where many files have one. */
const maxFaults = 20;

/**
 * Finds out what files are, by their content.
 *
 * @throws {InputError} With the fault of each file that is unknown, or can't be read.
 */
export async function openSources(
  files: readonly string[],
  columns: NamedColumns,
  folder: WorkFolder,
  engine: Engine,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  const faults: Diagnostic[] = [];
  for (const file of files) {
    try {
      sources.push(await readNamed(file, 'log', () => sourceOf(file, columns, folder, engine)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.diagnostics.map((diagnostic) => ({ file, ...diagnostic })));
      if (faults.length >= maxFaults) break;
    }
  }
  if (faults.length > 0) throw new InputError(faults.slice(0, maxFaults));
  return sources;
}

async function sourceOf(file: string, columns: NamedColumns, folder: WorkFolder, engine: Engine): Promise<Source> {
  const { stored, text, lines } = await beginningOfFile(file);
  const linked: Linked = { file, stored, link: await folder.linkTo(file, extensions[stored]) };
  const layout = await withFile([linked], async () => {
    if (stored === 'parquet') return parquetLayout(await parquetHead(linked.link, engine), columns);
    return textLayout(stored === 'plain' ? text : await firstLines(linked.link, engine), columns);
  });
  return { ...linked, layout, rows: stored === 'parquet' ? await parquetRows(linked, engine) : lines };
}

async function parquetRows(linked: Linked, engine: Engine): Promise<number> {
  const [row] = await withFile([linked], () =>
    engine.rows(`SELECT CAST(sum(num_rows) AS DOUBLE) AS rows FROM parquet_file_metadata(${quotedSql(linked.link)})`),
  );
  return Number(row?.['rows']);
}

async function firstLines(link: string, engine: Engine): Promise<string> {
  const rows = await engine.rows(`SELECT line FROM ${linesSql(link)} LIMIT ${maxLines}`);
  return rows.map(({ line }) => `${line ?? ''}\n`).join('');
}

async function parquetHead(link: string, engine: Engine) {
  const from = `read_parquet(${quotedSql(link)})`;
  const columns = await engine.rows(`DESCRIBE SELECT * FROM ${from}`);
  const rows = await engine.rows(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${from} LIMIT ${maxLines}`);
  return {
    names: columns.map((row) => String(row['column_name'])),
    types: columns.map((row) => String(row['column_type'])),
    rows: rows.map((row) => columns.map(({ column_name: name }) => String(row[String(name)] ?? ''))),
  };
}
