import { error } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { highestSample } from '../plausibility/sample-power.js';
import { createLogReport } from './log-report.js';
import type { PowerSource } from './power/recording.js';
import { seriesRuns, seriesTime } from './power/series.js';
import type { SeriesColumns } from './power/series-columns.js';
import type { LogItem, LogText, Tracker } from './tracker.js';

/** What the reader of exports of Weights & Biases reports. */
export const messages = {
  byStep: () =>
    error('no-times', 'This export of Weights & Biases has powers by step and no times, so it gives no energy.', {
      expected:
        'an export with the x axis Relative Time (Process) or Wall Time; or `run.history(stream="events").to_csv("power.csv")` in Python',
    }),
  grouped: (run: string) =>
    error('grouped-runs', `${JSON.stringify(run)} is a group of runs: its power is an average over them.`, {
      expected: 'an export of the runs without grouping',
    }),
} as const;

/**
 * The power of a GPU: `system.gpu.0.powerWatts` in the API's tables, `run - system/gpu.0.powerWatts` in those of a panel, with
 * `/l:…` behind it for one of several machines. `gpu.process.0.…` is the same GPU again.
 */
const power = /^(?:(.*) - )?(?:system[./])?gpu\.(\d+)\.powerWatts(\/l:.*)?$/;
const inHeader = /(?:^|[",;\t./ ])gpu\.\d+\.powerWatts(?:\/l:[^",;\t]*)?(?=$|[",;\t])/m;

/** Columns with a time, the best first, each with seconds or a date. */
const times = ['_timestamp', 'Wall Time', 'timestamp', '_runtime', 'Relative Time (Process)', 'Relative Time (Wall)'] as const;

/**
 * Powers of GPUs that Weights & Biases recorded, as a table: from the API (`run.history(stream="events")`, with `_timestamp` in
 * seconds since 1970 and `_runtime` in seconds) or from a panel, with a column for each run and GPU. A panel also writes
 * `…__MIN` and `…__MAX`, the extremes of the time that a row stands for, which are not added.
 */
export const wandb = {
  id: 'wandb',
  title: 'Weights & Biases',
  recognises: (beginning) => inHeader.test(/^\uFEFF?([^\r\n]*)/.exec(beginning)?.[1] ?? ''),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  yield* await seriesRuns(text, log, columnsIn, sourceOf);
  yield* log.remarks();
}

function columnsIn(header: readonly string[], report: Report): SeriesColumns | undefined {
  const powers = header.flatMap((column) => {
    const [, run, index, machine = ''] = power.exec(column) ?? [];
    return index === undefined ? [] : [{ column, unit: 'W', device: `gpu.${index}${machine}`, called: `gpu.${index}.powerWatts`, run }];
  });
  const grouped = powers.find(({ run }) => run?.startsWith('Group: '))?.run;
  if (grouped !== undefined) report(messages.grouped(grouped));
  const time = times.find((column) => header.includes(column));
  if (time === undefined) report(messages.byStep());
  return time === undefined ? undefined : { time, factor: undefined, isSince1970: time === '_timestamp', powers };
}

function sourceOf(columns: SeriesColumns, project: string | undefined): PowerSource {
  return {
    tracker: 'wandb',
    project,
    boundary: 'accelerator',
    device: 'GPU',
    column: columns.powers[0]?.called ?? 'gpu.0.powerWatts',
    highest: () => highestSample('accelerator'),
    timeText: (stamp) => seriesTime(stamp, columns),
    askForDevice: 'one row for each time',
  };
}
