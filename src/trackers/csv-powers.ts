import type { MeasurementBoundary } from '../assessment/assessment.js';
import type { ColumnMap } from '../manifest/schema/log-columns.js';
import { highestSample } from '../plausibility/sample-power.js';
import { createLogReport } from './log-report.js';
import { messages } from './power/messages.js';
import type { PowerSource } from './power/recording.js';
import { seriesRuns, seriesTime } from './power/series.js';
import { type SeriesColumns, seriesColumns } from './power/series-columns.js';
import type { LogItem, LogText } from './tracker.js';

/** Names of columns whose power is that of accelerators. */
const accelerator = /gpu|accelerator|cuda|tpu|npu|rocm|nvidia/i;

/**
 * A table with powers over time, whose columns a person has named: `{ time, power, device }`, with a row for each device and time,
 * or with a column for each device. Exports of TensorBoard (`Wall time,Step,Value`) are such tables. The unit of a power is in
 * brackets, in the mapping or in the header, or in each cell.
 */
export async function* readPowers(text: LogText, columns: ColumnMap, boundary?: MeasurementBoundary): AsyncGenerator<LogItem> {
  const log = createLogReport();
  yield* await seriesRuns(
    text,
    log,
    (header, report) => columnsOf(header, columns, report),
    (found, project) => sourceOf(found, project, boundary),
  );
  yield* log.remarks();
}

function columnsOf(header: readonly string[], map: ColumnMap, report: Parameters<typeof seriesColumns>[2]): SeriesColumns | undefined {
  if (map.power === undefined) report(messages.noPowerColumn());
  return seriesColumns(header, map, report);
}

function sourceOf(columns: SeriesColumns, project: string | undefined, boundary: MeasurementBoundary | undefined): PowerSource {
  const { powers, device = '' } = columns;
  const isNamed = accelerator.test(device) || powers.every(({ column }) => accelerator.test(column));
  const isGpu = boundary === undefined ? isNamed : boundary === 'accelerator';
  return {
    tracker: 'csv',
    project,
    boundary: boundary ?? (isGpu ? 'accelerator' : undefined),
    device: isGpu ? 'GPU' : 'device',
    column: powers[0]?.called ?? 'power',
    highest: () => highestSample(isGpu ? 'accelerator' : 'other'),
    timeText: (stamp) => seriesTime(stamp, columns),
    askForDevice: 'the column with the device too: `device: gpu`; or a file for each device',
    nameOf: powers.length > 1 && columns.device === undefined ? (id) => powers.find((power) => power.device === id)?.called : undefined,
  };
}
