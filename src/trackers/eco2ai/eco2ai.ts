import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { createRowRuns } from '../open-runs.js';
import type { RunRecord } from '../record.js';
import { csvRows, headerIn } from '../texts/csv-rows.js';
import { cellOf, tableRows } from '../texts/table.js';
import type { FoundRun, LogItem, LogText, Tracker } from '../tracker.js';
import { worldAverageAt } from '../world-averages.js';
import { messages } from './messages.js';
import { absent, columnsIn, energyColumns, joined, type Row, required, rowOf } from './rows.js';

/** Intensities that every grid is between (gCO2e/kWh). */
const minIntensity = 1;
const maxIntensity = 1500;

/** W on average that neither the processors of one machine nor one GPU exceed. */
const maxPower = 1500;

/**
 * `emission.csv` of Eco2AI: energy in kWh with a PUE that it does not state, seconds, kilograms. Rows with the same id are
 * the epochs of one run, and are added. Without epochs the row is written again, and the last one counts.
 */
export const eco2ai = {
  id: 'eco2ai',
  title: 'Eco2AI',
  recognises: (beginning) => {
    const header = headerIn(beginning);
    return required.every((column) => header.includes(column)) && energyColumns.some((column) => header.includes(column));
  },
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const runs = createRowRuns<Row>();
  let isAnyMeasured = false;
  const found = ([id, run]: readonly [string | undefined, Row]): FoundRun => ({ run: recordOf(run, log.at(run.line)), id });
  for await (const rows of tableRows(csvRows(text, log), log, { columnsIn, absent }))
    for (const source of rows) {
      const row = rowOf(source);
      if (row === undefined) continue;
      isAnyMeasured ||= row.energy !== undefined;
      const report = log.at(source.line);
      const ended = runs.add(cellOf(source, 'id'), (before) => (before === undefined ? row : joined(before, row, report)), report);
      if (ended !== undefined) yield found(ended);
    }
  log.throwErrors();
  if (runs.count() === 0) throw fatal(shared.noRows());
  if (!isAnyMeasured) throw fatal(shared.nothingMeasured());
  for (const run of runs.rest()) yield found(run);
  yield* log.remarks();
}

function recordOf(row: Row, report: Report): RunRecord {
  const { first, line, energy, seconds, emissions, started, project, accelerator, place, unreadSeconds } = row;
  const unread = energy === undefined || unreadSeconds === undefined ? undefined : unreadSeconds / 3600;
  reportOn(row, report);
  return {
    tracker: 'eco2ai',
    lines: [first, line],
    project,
    started,
    hours: seconds / 3600,
    energy,
    boundary: boundaryOf(row),
    unread:
      unread === undefined
        ? undefined
        : { hours: unread, acceleratorHours: accelerator?.count === undefined ? undefined : accelerator.count * unread },
    parts: {},
    // For the processors, at least, the tool reads only the rating and the load.
    isMeasured: false,
    reported: energy === undefined ? undefined : emissions,
    accelerator,
    place,
  };
}

/** GPUs alone where no processor was found. Memory is inside too, and small. */
function boundaryOf({ hasProcessor, accelerator }: Row): RunRecord['boundary'] {
  if (hasProcessor !== false) return 'components';
  return accelerator === undefined ? undefined : 'accelerator';
}

function reportOn({ hasProcessor, hasGpuName, energy, seconds, emissions, accelerator, place }: Row, report: Report): void {
  if (energy === undefined) return;
  report(shared.hiddenPue());
  if (hasProcessor === false) report(messages.noProcessor(accelerator !== undefined));
  if (!hasGpuName) report(messages.noGpuName());
  const maxWatts = maxPower * (1 + (accelerator?.count ?? 0));
  // In less than a minute, one late sample makes the average large.
  const watts = seconds < 60 ? 0 : (energy / (seconds / 3600)) * 1000;
  if (watts > maxWatts) report(shared.tooMuchPower('the machine', Math.round(watts), maxWatts));
  if (energy === 0 || emissions === undefined) return;
  const intensity = (emissions / energy) * 1000;
  const average = worldAverageAt(intensity);
  if (average !== undefined) report(shared.worldAverage(average, place.country));
  else if (intensity < minIntensity || intensity > maxIntensity) report(messages.oddIntensity(intensity));
}
