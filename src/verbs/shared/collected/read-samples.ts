import { InputError } from '../../../diagnostics/diagnostic.js';
import type { Engine } from '../../../io/duckdb/index.js';
import type { Layout } from '../../../telemetry/files/layout.js';
import { quotedSql, sourceSql, type Typing } from '../../../telemetry/files/source-sql.js';
import { messages } from '../../../telemetry/messages.js';
import type { Source } from './source.js';

/** Files that are read together. */
interface Group {
  readonly layout: Layout;
  readonly sources: readonly Source[];
}

export interface ReadSamples {
  readonly layouts: readonly Layout[];
  /** Lines of tables that are no rows. */
  readonly skipped: number;
  /** The first of them. */
  readonly firstSkipped: { readonly file: string; readonly line: number } | undefined;
  /** Files that have a device at the same time, which is named by a number alone, so that it may be of several machines. */
  readonly together: number;
}

/**
 * Makes the table `samples` of all files. What is text is read once, and kept as numbers in a Parquet file: a table in memory takes 32 bytes
 * a sample, which DuckDB would write to the disk and read again several times. Parquet is read where it is. Tables are read as numbers and
 * times first, and as text where a cell is neither.
 *
 * @param options.kept Where the Parquet file is written.
 * @throws {InputError} Where files have powers and others have counters.
 */
export async function readSamples(
  engine: Engine,
  sources: readonly Source[],
  { timeZone, isMachinePerFile, kept }: { readonly timeZone: string | number; readonly isMachinePerFile: boolean; readonly kept: string },
): Promise<ReadSamples> {
  const groups = groupsOf(sources);
  const kinds = new Set(groups.map(({ layout }) => layout.kind));
  if (kinds.size > 1) throw new InputError([messages.mixedKinds()]);
  const [texts, tables] = [groups.filter(isText), groups.filter((group) => !isText(group))];
  const isMarked = !isMachinePerFile && sources.length > 1 && groups.every(({ layout }) => layout.host === undefined);
  const files = isMachinePerFile ? ('machine' as const) : isMarked ? ('mark' as const) : undefined;
  const mark = isMarked ? ', f' : '';
  const select = ({ layout, sources: own }: Group, typing: Typing): string =>
    sourceSql(
      layout,
      own.map(({ link }) => link),
      { typing, timeZone, files },
    );
  const views = tables.map((group) => select(group, 'text'));
  let skipped: Skipped = { skipped: 0, firstSkipped: undefined };
  if (texts.length > 0) {
    const isTyped = texts.every(({ layout }) => canBeTyped(layout));
    if (isTyped) await keep(engine, kept, texts, (group) => `SELECT k, t, w${mark} FROM (${select(group, 'typed')})`);
    const isOdd = !isTyped || (await hasOddCells(engine));
    if (isOdd) await keep(engine, kept, texts, (group) => select(group, 'text'));
    skipped = await skippedLines(engine, sources);
    views.push(`SELECT k, t, w, ${isOdd ? 'odd' : 'NULL::VARCHAR AS odd'}${mark} FROM read_parquet(${quotedSql(kept)})`);
  }
  await engine.run(`CREATE OR REPLACE TEMP VIEW samples AS ${views.join(' UNION ALL ')}`);
  return { layouts: groups.map(({ layout }) => layout), together: isMarked ? await filesTogether(engine) : 0, ...skipped };
}

type Skipped = Pick<ReadSamples, 'skipped' | 'firstSkipped'>;

/** How many files have samples of a device between those that another file has of it. */
async function filesTogether(engine: Engine): Promise<number> {
  const [row] =
    await engine.rows(`WITH spans AS (SELECT k, f, min(t) AS first, max(t) AS last FROM samples WHERE w IS NOT NULL GROUP BY k, f)
SELECT count(DISTINCT a.f)::INTEGER AS n FROM spans a JOIN spans b ON a.k IS NOT DISTINCT FROM b.k AND a.f <> b.f AND a.first < b.last AND b.first < a.last`);
  return Number(row?.['n'] ?? 0);
}

const isText = ({ layout }: Group): boolean => layout.storage !== 'parquet';

const canBeTyped = ({ storage, values, decimalComma }: Layout): boolean =>
  storage === 'csv' && !decimalComma && values.every(({ cellUnit }) => cellUnit === undefined);

async function keep(engine: Engine, file: string, groups: readonly Group[], select: (group: Group) => string): Promise<void> {
  await engine.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  await engine.run(`COPY (${groups.map(select).join(' UNION ALL ')}) TO ${quotedSql(file)} (FORMAT parquet)`);
}

async function hasRejects(engine: Engine): Promise<boolean> {
  return (await engine.rows("SELECT 1 AS one FROM duckdb_tables() WHERE table_name = 'reject_errors'")).length > 0;
}

/** Whether a cell of a table is no number, or no time. */
async function hasOddCells(engine: Engine): Promise<boolean> {
  return (
    (await hasRejects(engine)) && (await engine.rows("SELECT 1 AS one FROM reject_errors WHERE error_type = 'CAST' LIMIT 1")).length > 0
  );
}

async function skippedLines(engine: Engine, sources: readonly Source[]): Promise<Skipped> {
  if (!(await hasRejects(engine))) return { skipped: 0, firstSkipped: undefined };
  const rows = await engine.rows(
    'SELECT file_path, min(line)::INTEGER AS line, count(DISTINCT line)::INTEGER AS n FROM reject_errors JOIN reject_scans USING (scan_id, file_id) GROUP BY file_path ORDER BY file_path',
  );
  const found = rows.map((row) => ({
    file: sources.find(({ link }) => link === row['file_path'])?.file ?? '',
    line: Number(row['line']),
    n: Number(row['n']),
  }));
  const [first] = found.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { skipped: found.reduce((sum, { n }) => sum + n, 0), firstSkipped: first };
}

function groupsOf(sources: readonly Source[]): readonly Group[] {
  const groups = new Map<string, { readonly layout: Layout; readonly sources: Source[] }>();
  for (const source of sources) {
    const key = JSON.stringify([source.layout, source.stored]);
    const group = groups.get(key) ?? { layout: source.layout, sources: [] };
    group.sources.push(source);
    groups.set(key, group);
  }
  return [...groups.values()];
}
