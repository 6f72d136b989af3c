import type { Layout, TimeColumn, ValueColumn } from './layout.js';

/** How text is read: as numbers and times, which is fast, or as text, which takes cells of any kind. */
export type Typing = 'typed' | 'text';

export interface SourceOptions {
  readonly typing: Typing;
  /** In which times are that name no zone. */
  readonly timeZone: string;
}

/** A text in SQL. */
export const quotedSql = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What tools write where they can't read a value. */
const unread = String.raw`^\s*(\[.*|unknown error.*|not supported.*|not available.*|unable to .*|(n/a|nan|none|null|-|err!?)\s*(\(.*)?|)\s*$`;
/** The same as cells of a column of numbers. */
const unreadCells = ['', 'N/A', '[N/A]', '[Not Supported]', '[Unknown Error]', '[GPU is lost]', 'nan', 'NaN', 'null', 'None', '-'];

/**
 * The samples of files of one layout: `k` names device, host and model; `t` is the time in microseconds, `w` the value in W or J, and
 * `odd` the cell that is no value.
 *
 * @param links Names of the files that no database takes for patterns.
 */
export function sourceSql(layout: Layout, links: readonly string[], options: SourceOptions): string {
  const isText = layout.storage === 'words' || (layout.storage === 'csv' && options.typing === 'text');
  const column = (at: number): string =>
    layout.storage === 'words' ? `c[${at + 1}]` : layout.storage === 'csv' ? `c${at}` : named(layout.names[at] ?? '');
  const time = timeSql(layout.time, column, isText, options.timeZone);
  const [first] = layout.values;
  const isWide = layout.values.length > 1;
  const device = isWide ? 'one.device' : layout.device === undefined ? quotedSql(first?.device ?? '') : textOf(column(layout.device));
  const [host, model, label] = [layout.host, layout.model, layout.label].map((at) => (at === undefined ? undefined : textOf(column(at))));
  const key = keySql([device, host, model, label]);
  const from = fromSql(layout, links, options.typing);
  if (!isWide && first !== undefined) {
    const { value, odd } = valueSql(first, column(first.at), isText, layout.decimalComma);
    return `SELECT ${key} AS k, ${time} AS t, ${value} AS w, ${odd} AS odd FROM ${from}`;
  }
  const pairs = layout.values.map((one) => {
    const { value, odd } = valueSql(one, column(one.at), isText, layout.decimalComma);
    return `{device: ${quotedSql(one.device ?? '')}, w: ${value}, odd: ${odd}}`;
  });
  return `SELECT ${key} AS k, t, one.w AS w, one.odd AS odd FROM (SELECT *, ${time} AS t, unnest([${pairs.join(', ')}]) AS one FROM ${from})`;
}

const textOf = (column: string): string => `trim(CAST(${column} AS VARCHAR))`;

/** Device, host, model and number, as far as there are any. */
function keySql(parts: readonly (string | undefined)[]): string {
  const last = parts.findLastIndex((part) => part !== undefined);
  return parts
    .slice(0, last + 1)
    .map((part) => (part === undefined ? "''" : `coalesce(${part}, '')`))
    .join(' || chr(31) || ');
}

/** Times as microseconds since 1970. */
function timeSql({ at, kind, factor }: TimeColumn, column: (at: number) => string, isText: boolean, timeZone: string): string {
  const whole = at.map(column).join(" || ' ' || ");
  if (kind === 'epoch') return `CAST(${isText ? `TRY_CAST(${whole} AS DOUBLE)` : whole} * ${factor.toExponential()} AS BIGINT)`;
  if (kind === 'zoned') return `epoch_us(${isText ? `TRY_CAST(${whole} AS TIMESTAMPTZ)` : whole})`;
  const local = isText ? `TRY_CAST(${at.length > 1 ? compact(column(at[0] ?? 0), column(at[1] ?? 0)) : whole} AS TIMESTAMP)` : whole;
  return timeZone === 'UTC' ? `epoch_us(${local})` : `epoch_us(timezone(${quotedSql(timeZone)}, ${local}))`;
}

/** A date without signs, as `nvidia-smi dmon` writes it, and a clock. */
const compact = (date: string, time: string): string =>
  `left(${date}, 4) || '-' || substr(${date}, 5, 2) || '-' || substr(${date}, 7) || ' ' || ${time}`;

function valueSql(
  { size, cellUnit }: ValueColumn,
  cell: string,
  isText: boolean,
  decimalComma: boolean,
): { readonly value: string; readonly odd: string } {
  const sized = (value: string): string => (size === 1 ? value : `${value} * ${size.toExponential()}`);
  if (!isText) return { value: sized(`CAST(${cell} AS DOUBLE)`), odd: 'NULL::VARCHAR' };
  const plain = decimalComma ? `replace(${cell}, ',', '.')` : cell;
  const digits =
    cellUnit === undefined
      ? plain
      : `CASE WHEN suffix(rtrim(${cell}), ${quotedSql(` ${cellUnit}`)}) THEN left(rtrim(${plain}), -${cellUnit.length + 1}) END`;
  const value = `TRY_CAST(${digits} AS DOUBLE)`;
  return {
    value: sized(value),
    odd: `CASE WHEN ${value} IS NULL AND NOT regexp_matches(lower(coalesce(${cell}, '')), ${quotedSql(unread)}) THEN ${cell} END`,
  };
}

function fromSql(layout: Layout, links: readonly string[], typing: Typing): string {
  const files = `[${links.map(quotedSql).join(', ')}]`;
  const { storage, names, delimiter } = layout;
  if (storage === 'parquet') return `read_parquet(${files})`;
  if (storage === 'json') {
    const columns = names.map((name, at) => `${quotedSql(name)}: '${typeOf(layout, at, 'typed')}'`);
    return `read_json(${files}, columns = {${columns.join(', ')}}, ignore_errors = true)`;
  }
  const plain = "auto_detect = false, quote = '', escape = '', header = false, ignore_errors = true, null_padding = false";
  if (storage === 'words')
    return `(SELECT string_split_regex(trim(line), '\\s+') AS c FROM read_csv(${files}, ${plain}, delim = '\\x1F', columns = {'line': 'VARCHAR'}) WHERE line NOT LIKE '#%')`;
  const columns = names.map((_, at) => `'c${at}': '${typing === 'text' ? 'VARCHAR' : typeOf(layout, at, typing)}'`);
  const nulls = [...unreadCells, ...unreadCells.map((cell) => ` ${cell}`)].map(quotedSql).join(', ');
  return `read_csv(${files}, auto_detect = false, header = true, delim = ${quotedSql(delimiter)}, quote = '"', escape = '"', columns = {${columns.join(', ')}}, ${typing === 'typed' ? `nullstr = [${nulls}], ` : ''}ignore_errors = true, store_rejects = true)`;
}

/** The type that a column is read as: those that are not used are read as text, which costs nothing. */
function typeOf({ time, values }: Layout, at: number, _typing: Typing): string {
  if (time.at.includes(at)) return time.kind === 'local' ? 'TIMESTAMP' : time.kind === 'zoned' ? 'TIMESTAMPTZ' : 'DOUBLE';
  return values.some((value) => value.at === at) ? 'DOUBLE' : 'VARCHAR';
}
