import { InputError } from '../../../diagnostics/diagnostic.js';
import type { Engine } from '../../../io/duckdb/index.js';
import type { Layout } from '../../../telemetry/files/layout.js';
import { sourceSql, type Typing } from '../../../telemetry/files/source-sql.js';
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
}

/**
 * Makes the table `samples` of all files. What is text is read once, and kept as numbers, in memory or on disk; Parquet is read where it
 * is. Tables are read as numbers and times first, and as text where a cell is neither.
 *
 * @throws {InputError} Where files have powers and others have counters.
 */
export async function readSamples(engine: Engine, sources: readonly Source[], timeZone: string | number): Promise<ReadSamples> {
  const groups = groupsOf(sources);
  const kinds = new Set(groups.map(({ layout }) => layout.kind));
  if (kinds.size > 1) throw new InputError([messages.mixedKinds()]);
  const [texts, tables] = [groups.filter(isText), groups.filter((group) => !isText(group))];
  const select = ({ layout, sources: own }: Group, typing: Typing): string =>
    sourceSql(
      layout,
      own.map(({ link }) => link),
      { typing, timeZone },
    );
  const views = tables.map((group) => select(group, 'text'));
  let skipped: Pick<ReadSamples, 'skipped' | 'firstSkipped'> = { skipped: 0, firstSkipped: undefined };
  if (texts.length > 0) {
    const isTyped = texts.every(({ layout }) => canBeTyped(layout));
    if (isTyped) await load(engine, texts, (group) => `SELECT k, t, w FROM (${select(group, 'typed')})`);
    const isOdd = !isTyped || (await hasOddCells(engine));
    if (isOdd) await load(engine, texts, (group) => select(group, 'text'));
    skipped = await skippedLines(engine, sources);
    views.push(`SELECT k, t, w, ${isOdd ? 'odd' : 'NULL::VARCHAR AS odd'} FROM texts`);
  }
  await engine.run(`CREATE OR REPLACE TEMP VIEW samples AS ${views.join(' UNION ALL ')}`);
  return { layouts: groups.map(({ layout }) => layout), ...skipped };
}

const isText = ({ layout }: Group): boolean => layout.storage !== 'parquet';

const canBeTyped = ({ storage, values, decimalComma }: Layout): boolean =>
  storage === 'csv' && !decimalComma && values.every(({ cellUnit }) => cellUnit === undefined);

async function load(engine: Engine, groups: readonly Group[], select: (group: Group) => string): Promise<void> {
  await engine.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  await engine.run(`CREATE OR REPLACE TEMP TABLE texts AS ${groups.map(select).join(' UNION ALL ')}`);
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

async function skippedLines(engine: Engine, sources: readonly Source[]): Promise<Pick<ReadSamples, 'skipped' | 'firstSkipped'>> {
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
