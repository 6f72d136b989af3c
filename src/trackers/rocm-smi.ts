import { error } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { highestSample } from '../plausibility/sample-power.js';
import { createLogReport, fatal } from './log-report.js';
import type { PowerSource } from './power/recording.js';
import { seriesRuns, seriesTime } from './power/series.js';
import type { SeriesColumns } from './power/series-columns.js';
import { headerIn } from './texts/csv-rows.js';
import { beginningOf } from './texts/rejoined.js';
import type { LogItem, LogText, ReadOptions, Tracker } from './tracker.js';

const asked =
  'the output of `amd-smi metric --power --watch 1 --csv --file power.csv`; or a loop that writes the time in front of each row';

/** What the reader of rocm-smi reports. */
export const messages = {
  noTimes: () =>
    error('no-times', 'rocm-smi writes powers and no times, so its output gives no energy.', {
      expected: asked,
      note: 'With a column `timestamp` in front of `device`, in seconds since 1970 or as a date, the table is read.',
    }),
  text: () =>
    error('not-a-power-log', 'This is the text that rocm-smi prints. It has one reading of each GPU, and no series.', { expected: asked }),
} as const;

const power = /^(?:Average|Current Socket) Graphics Package Power \(W\)$/;
const printed = /={5} ROCm System Management Interface ={5}/;
const timeNames = ['timestamp', 'time', 'date'];

/**
 * `rocm-smi --showpower --csv`: `device` (`card0`) and `Average Graphics Package Power (W)`, or `Current Socket …` from ROCm 6 on.
 * The tool has no option for times. Loops that call it put a column in front, and then it is read. On MI250 and MI250X the second
 * die of each module has `N/A (Secondary die)`: the first one reports the power of both.
 */
export const rocmSmi = {
  id: 'rocm-smi',
  title: 'rocm-smi',
  recognises: (beginning) => headerIn(beginning).some((name) => power.test(name)) || printed.test(beginning.slice(0, 4096)),
  read,
} as const satisfies Tracker;

async function* read(text: LogText, { limitOf }: ReadOptions = {}): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const { beginning, whole } = await beginningOf(text);
  if (printed.test(beginning)) throw fatal(messages.text());
  yield* await seriesRuns(whole, log, columnsIn, (columns) => sourceOf(columns, limitOf), { repeatsHeader: true });
  yield* log.remarks();
}

function columnsIn(header: readonly string[], report: Report): SeriesColumns | undefined {
  const time = header.find((name) => timeNames.includes(name.toLowerCase()));
  if (time === undefined) report(messages.noTimes());
  const [column] = header.filter((name) => power.test(name));
  if (time === undefined || column === undefined) return undefined;
  const named = (...names: readonly string[]): string | undefined => names.find((name) => header.includes(name));
  return {
    ...{ time, factor: undefined, powers: [{ column, unit: 'W', device: '' }] },
    device: named('device'),
    name: named('Card Series', 'Card series', 'Device Name'),
  };
}

function sourceOf(columns: SeriesColumns, limitOf: ReadOptions['limitOf']): PowerSource {
  return {
    tracker: 'rocm-smi',
    project: undefined,
    boundary: 'accelerator',
    device: 'GPU',
    column: columns.powers[0]?.column ?? 'Average Graphics Package Power (W)',
    highest: (name) => highestSample('accelerator', name === undefined ? undefined : limitOf?.(name)),
    timeText: (stamp) => seriesTime(stamp, columns),
    askForDevice: 'a column `device`',
    whySilent: 'rocm-smi prints N/A for a GPU whose power it cannot read.',
    hasDies: true,
  };
}
