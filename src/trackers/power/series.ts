import type { Report } from '../../diagnostics/report.js';
import { fatal, type LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { checkExcelTime } from '../texts/excel-time.js';
import { type Moment, type MomentKind, momentIn, momentText } from '../texts/moment.js';
import { beginningOf } from '../texts/rejoined.js';
import { cellOf, type TableRow } from '../texts/table.js';
import type { FoundRun, LogText } from '../tracker.js';
import { messages } from './messages.js';
import { figuresOf, powerIn } from './power-cell.js';
import { createPowerLog, type PowerLog, runsOf } from './power-log.js';
import { type PowerTable, powerTable } from './power-table.js';
import type { PowerSource } from './recording.js';
import { createRejects } from './rejects.js';
import type { PowerColumn, SeriesColumns } from './series-columns.js';

/** What a table with powers is about, once its header was read. */
export type SourceOf = (columns: SeriesColumns, project: string | undefined) => PowerSource;

/** Runs that a table may have, each with series of its own. */
const maxRuns = 1000;

interface Series {
  readonly table: PowerTable;
  readonly columns: SeriesColumns;
  /** The samples of a run that has a row on this line. */
  readonly samplesOf: (run: string | undefined, line: number) => PowerLog;
  /** What the first time is counted from: all others have to be the same. */
  kind: MomentKind | undefined;
}

/**
 * The runs of a table with powers over time: a row for each device and time, or a column for each device.
 *
 * @param columnsIn The columns, by the header; errors are reported.
 * @throws {InputError} Where rows are wrong, there is no power, or there are too many runs.
 */
export async function seriesRuns(
  text: LogText,
  log: LogReport,
  columnsIn: (header: readonly string[], report: Report) => SeriesColumns | undefined,
  sourceOf: SourceOf,
  { repeatsHeader, skip }: { readonly repeatsHeader?: boolean; readonly skip?: RegExp } = {},
): Promise<readonly FoundRun[]> {
  const rejects = createRejects(log);
  const logs = new Map<string | undefined, PowerLog>();
  let series: Series | undefined;
  let source: PowerSource | undefined;
  const table = powerTable(skip === undefined ? text : withoutFirst(text, skip), log, rejects, {
    repeatsHeader,
    columnsIn: (header, report) => {
      const columns = columnsIn(header, report);
      if (columns !== undefined) {
        source = sourceOf(columns, undefined);
        series = { table, columns, samplesOf: (run, line) => samplesOf(run, columns, line), kind: undefined };
      }
      return new Map(header.map((name, at) => [name, at]));
    },
  });
  const samplesOf = (run: string | undefined, columns: SeriesColumns, line: number): PowerLog => {
    const known = logs.get(run);
    if (known !== undefined) return known;
    if (logs.size >= maxRuns) throw fatal(messages.tooManyRuns(maxRuns), line);
    const samples = createPowerLog(sourceOf(columns, run), log, rejects);
    logs.set(run, samples);
    return samples;
  };
  for await (const rows of table.rows) for (const row of rows) if (series !== undefined) addRow(series, row);
  table.end();
  log.throwErrors();
  if (source === undefined) throw fatal(shared.noRows());
  const kind = series?.kind;
  const machine = kind === 'epoch' || kind === 'zoned' ? { isUtc: true } : undefined;
  return runsOf([...logs.values()], source, log, rejects).map(({ run }) => ({ run, machine }));
}

function addRow(series: Series, row: TableRow): void {
  const { table, columns } = series;
  const stamp = cellOf(row, columns.time) ?? '';
  checkExcelTime(columns.time, stamp, row.line);
  const moment = momentIn(stamp, columns);
  series.kind ??= moment?.kind;
  if (moment === undefined) table.reject(row, shared.badTime(figuresOf(stamp)));
  else if (moment.kind !== series.kind) table.reject(row, messages.otherKindOfTime(figuresOf(stamp)));
  else for (const power of columns.powers) addCell(series, row, power, moment);
}

function addCell({ table, columns, samplesOf }: Series, row: TableRow, power: PowerColumn, { seconds: time }: Moment): void {
  const text = cellOf(row, power.column);
  const [own, run] = [columns.device === undefined ? undefined : cellOf(row, columns.device), projectOf(row, columns, power)];
  const isWide = columns.powers.length > 1;
  const device = [isWide ? power.device : undefined, own].filter((part) => part !== undefined).join(' ');
  const samples = samplesOf(run, row.line);
  // A device in each column: what has no cell in a row has another time of its own.
  const isElsewhere = isWide && (text === undefined || /^nan$/i.test(text));
  const found = isElsewhere
    ? undefined
    : table.accept(
        row,
        powerIn(text, power.unit, {
          column: power.called ?? power.column,
          expected: 'a unit in brackets behind the name of the column, such as `power (W)`',
        }),
      );
  if (isElsewhere || found === undefined) samples.expect(device, row.line);
  else
    samples.add(
      {
        line: row.line,
        device,
        name: columns.name && cellOf(row, columns.name),
        stamp: cellOf(row, columns.time) ?? '',
        time,
        watts: found.watts,
      },
      row.headers,
    );
}

function projectOf(row: TableRow, { project }: SeriesColumns, { run }: PowerColumn): string | undefined {
  return run ?? (project === undefined ? undefined : cellOf(row, project));
}

/** A text without its first line where that is none of the table; an empty line stays, so that the others keep their numbers. */
async function* withoutFirst(text: LogText, shape: RegExp): AsyncGenerator<string> {
  const { beginning, whole } = await beginningOf(text);
  let rest = shape.test(beginning) ? (/^[^\n]*/.exec(beginning)?.[0].length ?? 0) : 0;
  for await (const piece of whole) {
    yield piece.slice(rest);
    rest = Math.max(0, rest - piece.length);
  }
}

/** A time of the table as a run states it. */
export function seriesTime(stamp: string, columns: SeriesColumns): string | undefined {
  const moment = momentIn(stamp, columns);
  return moment && momentText(stamp, moment);
}
