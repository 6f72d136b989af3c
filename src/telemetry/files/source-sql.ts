import { unread } from '../../trackers/power/power-cell.js';
import type { Layout, TimeColumn, ValueColumn } from './layout.js';

/** How a table in text is read: as numbers and times, which is fast, or as text, which takes cells of any kind. */
export type Typing = 'typed' | 'text';

export interface SourceOptions {
  readonly typing: Typing;
  /** In which times are that name no zone: a name, or an offset in microseconds. */
  readonly timeZone: string | number;
  /** `mark` adds the number of the file as `f`; with `machine` a file is a machine, too, where no column names machines. */
  readonly files?: 'mark' | 'machine' | undefined;
}

/** A text in SQL. */
export const quotedSql = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A column in SQL, and whether its cells are text. */
type Column = (at: number) => { readonly sql: string; readonly isText: boolean; readonly type: string | undefined };

/**
 * The samples of files of one layout: `k` names device, host, model and number; `t` is the time in microseconds, `w` the value in W or
 * J, and `odd` the cell that is no value.
 *
 * @param links Names of the files that no database takes for patterns.
 */
export function sourceSql(layout: Layout, links: readonly string[], options: SourceOptions): string {
  const column = columnsOf(layout, options.typing);
  const text = (at: number | undefined): string | undefined => (at === undefined ? undefined : textSql(column(at), layout));
  const time = timeSql(layout.time, column, options.timeZone);
  const from = fromSql(layout, links, options.typing, options.files !== undefined);
  const host = text(layout.host) ?? (options.files === 'machine' ? `CAST(${fileNumber} AS VARCHAR)` : undefined);
  const mark = options.files === 'mark' ? `, ${fileNumber} AS f` : '';
  const values = layout.values.map((value) => ({ device: value.device ?? '', ...valueSql(value, column(value.at), layout.decimalComma) }));
  const [first] = values;
  const key = (device: string): string => keySql([device, host, text(layout.model), text(layout.label)]);
  if (values.length === 1 && first !== undefined) {
    return `SELECT ${key(text(layout.device) ?? quotedSql(first.device))} AS k, ${time} AS t, ${first.value} AS w, ${first.odd} AS odd${mark} FROM ${from}`;
  }
  const each = values.map(({ device, value, odd }) => `{device: ${quotedSql(device)}, w: ${value}, odd: ${odd}}`);
  return `SELECT ${key('one.device')} AS k, t, one.w AS w, one.odd AS odd${mark} FROM (SELECT *, ${time} AS t, unnest([${each.join(', ')}]) AS one FROM ${from})`;
}

/** The number of a file, by its name in the work folder. */
const fileNumber = String.raw`CAST(regexp_extract(filename, '(\d+)[.a-z]*$', 1) AS INTEGER)`;

function columnsOf({ storage, names, types, values }: Layout, typing: Typing): Column {
  if (storage === 'words') return (at) => ({ sql: `c[${at + 1}]`, isText: true, type: undefined });
  if (storage === 'csv') return (at) => ({ sql: `c${at}`, isText: typing === 'text', type: undefined });
  const withUnit = values.filter(({ cellUnit }) => cellUnit !== undefined).map(({ at }) => at);
  return (at) => {
    const type = types?.[at];
    return { sql: identifier(names[at] ?? ''), isText: type === 'VARCHAR' || withUnit.includes(at), type };
  };
}

function textSql({ sql, type }: ReturnType<Column>, { isPadded }: Layout): string {
  if (isPadded) return `trim(${sql})`;
  return type === undefined || type === 'VARCHAR' ? sql : `CAST(${sql} AS VARCHAR)`;
}

/** Device, host, model and number, as far as there are any. */
function keySql(parts: readonly (string | undefined)[]): string {
  const last = parts.findLastIndex((part) => part !== undefined);
  const given = parts.slice(0, last + 1);
  if (given.length === 1) return given[0] ?? "''";
  return given.map((part) => (part === undefined ? "''" : `coalesce(${part}, '')`)).join(' || chr(31) || ');
}

/** Times as microseconds since 1970. */
function timeSql({ at, kind, factor }: TimeColumn, column: Column, timeZone: string | number): string {
  const [first = { sql: '', isText: true, type: undefined }, second] = at.map(column);
  const { isText } = first;
  const whole = second === undefined ? first.sql : `${compactDate(first.sql)} || ' ' || ${second.sql}`;
  const as = (type: string): string => (isText ? `TRY_CAST(${whole} AS ${type})` : whole);
  if (kind === 'epoch')
    return factor === 1 && !isText ? `CAST(${whole} AS BIGINT)` : `CAST(${as('DOUBLE')} * ${factor.toExponential()} AS BIGINT)`;
  if (kind === 'zoned') return `epoch_us(${as('TIMESTAMPTZ')})`;
  const local = first.type === undefined || isText || first.type === 'TIMESTAMP' ? as('TIMESTAMP') : `CAST(${whole} AS TIMESTAMP)`;
  if (typeof timeZone === 'number') return timeZone === 0 ? `epoch_us(${local})` : `epoch_us(${local}) - ${timeZone}`;
  return `epoch_us(timezone(${quotedSql(timeZone)}, ${local}))`;
}

/** A date with signs between its parts: `nvidia-smi dmon` writes none. */
const compactDate = (date: string): string =>
  `CASE WHEN length(${date}) = 8 THEN left(${date}, 4) || '-' || substr(${date}, 5, 2) || '-' || substr(${date}, 7) ELSE ${date} END`;

function valueSql(
  { size, cellUnit }: ValueColumn,
  { sql, isText }: ReturnType<Column>,
  decimalComma: boolean,
): { readonly value: string; readonly odd: string } {
  const sized = (value: string): string => (size === 1 ? value : `${value} * ${size.toExponential()}`);
  if (!isText) return { value: sized(`CAST(${sql} AS DOUBLE)`), odd: 'NULL::VARCHAR' };
  const cell = `rtrim(${sql})`;
  const bare =
    cellUnit === undefined
      ? cell
      : `CASE WHEN suffix(${cell}, ${quotedSql(` ${cellUnit}`)}) THEN left(${cell}, -${cellUnit.length + 1}) END`;
  const value = `TRY_CAST(${decimalComma ? `replace(${bare}, ',', '.')` : bare} AS DOUBLE)`;
  return {
    value: sized(`CASE WHEN isfinite(${value}) THEN ${value} END`),
    odd: `CASE WHEN ${value} IS NULL AND NOT regexp_matches(lower(trim(coalesce(${sql}, ''))), ${quotedSql(`^$|${unread.source}`)}) THEN ${sql} END`,
  };
}

/** The line of a text, whatever is in it. */
export const linesSql = (link: string): string =>
  `read_csv(${quotedSql(link)}, auto_detect = false, quote = '', escape = '', header = false, delim = '\\x1F', parallel = false, columns = {'line': 'VARCHAR'})`;

function fromSql(layout: Layout, links: readonly string[], typing: Typing, isNamed: boolean): string {
  const files = `[${links.map(quotedSql).join(', ')}]`;
  const { storage, names, types, delimiter, marked, unread: seen } = layout;
  const named = isNamed ? ', filename = true' : '';
  if (storage === 'parquet') return `read_parquet(${files}${named})`;
  if (storage === 'json') {
    const columns = names.map((name, at) => `${quotedSql(name)}: '${types?.[at] ?? 'VARCHAR'}'`);
    return `read_json(${files}, format = 'auto', columns = {${columns.join(', ')}}, ignore_errors = ${delimiter !== '['}${named})`;
  }
  if (storage === 'words') {
    const rows = `SELECT string_split_regex(trim(line), '\\s+') AS c${isNamed ? ', filename' : ''} FROM read_csv(${files}, auto_detect = false, quote = '', escape = '', header = false, delim = '\\x1F', columns = {'line': 'VARCHAR'}${named}) WHERE line NOT LIKE '#%'`;
    return marked === undefined ? `(${rows})` : `(SELECT * FROM (${rows}) WHERE c[${marked.at + 1}] = ${quotedSql(marked.word)})`;
  }
  const columns = names.map((_, at) => `'c${at}': '${typing === 'text' ? 'VARCHAR' : typeOf(layout, at)}'`);
  // Each makes reading slower: others, which the beginning does not have, make it read as text.
  const nulls = ['', ...seen.flatMap((cell) => [cell, ` ${cell}`])].map(quotedSql).join(', ');
  const table = `read_csv(${files}, auto_detect = false, header = true, delim = ${quotedSql(delimiter)}, quote = '"', escape = '"', columns = {${columns.join(', ')}}, ${typing === 'typed' && seen.length > 0 ? `nullstr = [${nulls}], ` : ''}ignore_errors = true, store_rejects = true, rejects_limit = 0${named})`;
  const [first = 0] = layout.time.at;
  // The header is repeated where two logs were joined.
  return typing === 'typed' ? table : `(SELECT * FROM ${table} WHERE trim(c${first}) IS DISTINCT FROM ${quotedSql(names[first] ?? '')})`;
}

/** The type that a column is read as: those that are not used are read as text, which costs nothing. */
function typeOf({ time, values }: Layout, at: number): string {
  if (time.at.includes(at)) return time.kind === 'local' ? 'TIMESTAMP' : time.kind === 'zoned' ? 'TIMESTAMPTZ' : 'DOUBLE';
  return values.some((value) => value.at === at) ? 'DOUBLE' : 'VARCHAR';
}
