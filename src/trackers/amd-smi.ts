import { error } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { highestSample } from '../plausibility/sample-power.js';
import { createLogReport } from './log-report.js';
import type { PowerSource } from './power/recording.js';
import { seriesRuns, seriesTime } from './power/series.js';
import type { SeriesColumns } from './power/series-columns.js';
import { headerIn } from './texts/csv-rows.js';
import type { LogItem, LogText, ReadOptions, Tracker } from './tracker.js';

/** What the reader of amd-smi reports. */
export const messages = {
  noTimes: () =>
    error('no-times', 'This output of amd-smi has powers and no times, so it gives no energy.', {
      expected: 'the output of `amd-smi metric --power --watch 1 --csv --file power.csv`, or of `amd-smi monitor -p -w 1 --csv`',
      note: 'With `--watch` amd-smi writes the column `timestamp`.',
    }),
} as const;

/** Columns with the power of a socket: of `metric` in its versions, and of `monitor`. The first that a log has is read. */
const powers = ['socket_power', 'current_socket_power', 'average_socket_power', 'power_usage', 'power'] as const;
/** Columns beside the power that only amd-smi writes. */
const others = [
  'gfx_activity',
  'umc_activity',
  'gfx_voltage',
  'soc_voltage',
  'power_management',
  'xcp',
  'hotspot_temperature',
  'gfx',
  'gfx_clk',
];

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[([]w[)\]]$/, '')
    .trimEnd();

/**
 * `amd-smi metric --power --watch 1 --csv` and `amd-smi monitor -p -w 1 --csv`: `timestamp` in seconds since 1970, `gpu` with the
 * index, `socket_power` (`power_usage` of `monitor`) in watts, with the unit or without, `N/A` where it was not read. The header
 * comes again before each sample, and a line about `CTRL + C` is above the first. On MI250 and MI250X, a GPU is one of two dies,
 * and the first of them reports the power of both; the second has `N/A` or 0.
 */
export const amdSmi = {
  id: 'amd-smi',
  title: 'amd-smi',
  recognises: (beginning) => {
    const names = headerIn(withoutHint(beginning)).map(bare);
    const power = powers.find((one) => names.includes(one));
    if (power === undefined || !names.includes('gpu')) return false;
    return power !== 'power' || names.some((name) => others.includes(name));
  },
  read,
} as const satisfies Tracker;

/** What `--watch` prints above the table. */
const hint = /^\uFEFF?(?:\s*\r?\n|'?CTRL'?[^\r\n]*\r?\n)+/i;
const withoutHint = (text: string): string => text.replace(hint, '');

async function* read(text: LogText, { limitOf }: ReadOptions = {}): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const options = { repeatsHeader: true, skip: /^\uFEFF?'?CTRL'?/i };
  yield* await seriesRuns(text, log, columnsIn, (columns) => sourceOf(columns, limitOf), options);
  yield* log.remarks();
}

function columnsIn(header: readonly string[], report: Report): SeriesColumns | undefined {
  const named = (name: string): string | undefined => header.find((column) => bare(column) === name);
  const [time, device, name] = [named('timestamp'), named('gpu'), named('market_name')];
  const power = powers.map(named).find((column) => column !== undefined);
  if (time === undefined) report(messages.noTimes());
  if (time === undefined || power === undefined) return undefined;
  return { time, factor: undefined, isSince1970: true, powers: [{ column: power, unit: 'W', device: '' }], device, name };
}

function sourceOf(columns: SeriesColumns, limitOf: ReadOptions['limitOf']): PowerSource {
  return {
    tracker: 'amd-smi',
    project: undefined,
    boundary: 'accelerator',
    device: 'GPU',
    column: columns.powers[0]?.column ?? powers[0],
    highest: (name) => highestSample('accelerator', name === undefined ? undefined : limitOf?.(name)),
    timeText: (stamp) => seriesTime(stamp, columns),
    askForDevice: 'a column `gpu`',
    whySilent: 'amd-smi prints N/A for a GPU whose power it cannot read.',
    hasDies: true,
  };
}
