import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { createRowRuns } from '../open-runs.js';
import type { RunRecord } from '../record.js';
import { csvRows, headerIn } from '../texts/csv-rows.js';
import { type Columns, cellOf, columnsNamed, tableRows } from '../texts/table.js';
import type { FoundRun, LogItem, LogText, Tracker } from '../tracker.js';
import { worldAverageAt } from '../world-averages.js';
import { messages } from './messages.js';
import { absent, joined, type QuantityColumns, quantities, quantitiesIn, type Row, required, rowOf } from './rows.js';

/** Intensities that every grid is between (gCO2e/kWh). */
const minIntensity = 1;
const maxIntensity = 1500;

/**
 * `emission.csv` of Eco2AI: energy with a PUE that it does not state, by default in kWh, seconds and kilograms: the
 * names of the columns have the units. Rows with the same id are
 * the epochs of one run, and are added. Without epochs the row is written again, and the last one counts.
 */
export const eco2ai = {
  id: 'eco2ai',
  title: 'Eco2AI',
  listsDies: true,
  recognises: (beginning) => {
    const header = headerIn(beginning);
    const hasQuantity = (stem: string): boolean => header.some((column) => column.startsWith(`${stem}(`));
    return required.every((column) => header.includes(column)) && Object.values(quantities).every(hasQuantity);
  },
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const runs = createRowRuns<Row>();
  let isAnyMeasured = false;
  const found = ([id, run]: readonly [string | undefined, Row]): FoundRun => ({
    run: recordOf(run, log.at(run.line)),
    id,
    cpu: run.cpu,
  });
  let columns: QuantityColumns | undefined;
  const columnsIn = (names: readonly string[], report: Report): Columns => {
    columns = quantitiesIn(names, report);
    return columnsNamed(required)(names, report);
  };
  for await (const rows of tableRows(csvRows(text, log), log, { columnsIn, absent }))
    for (const source of rows) {
      const row = columns && rowOf(source, columns);
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
  const { first, line, energy, hours, emissions, started, project, accelerator, place } = row;
  const unread = energy === undefined ? undefined : row.unreadHours;
  reportOn(row, report);
  return {
    tracker: 'eco2ai',
    lines: [first, line],
    project,
    started,
    hours,
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

function reportOn({ hasProcessor, hasGpuName, energy, emissions, accelerator, place }: Row, report: Report): void {
  if (energy === undefined) return;
  report(shared.hiddenPue());
  if (hasProcessor === false) report(messages.noProcessor(accelerator !== undefined));
  if (!hasGpuName) report(messages.noGpuName());
  if (energy === 0 || emissions === undefined) return;
  const intensity = (emissions / energy) * 1000;
  const average = worldAverageAt(intensity);
  if (average !== undefined) report(shared.worldAverage(average, place.country));
  else if (intensity < minIntensity || intensity > maxIntensity) report(messages.oddIntensity(intensity));
}
