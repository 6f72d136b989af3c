import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import { createOpenRuns, mostOpen } from '../open-runs.js';
import type { RunPlace, RunRecord } from '../record.js';
import { createTally } from '../tally.js';
import { csvBatches, headerIn } from '../texts/table-rows.js';
import type { Finding, LogText, Tracker } from '../tracker.js';

const required = ['id', 'start_time', 'duration(s)', 'CO2_emissions(kg)'] as const;

/** kWh in both; versions before 2025-03 have a slip in the name. */
const energyColumns = ['power_consumption(kWh)', 'power_consumption(kWTh)'] as const;

/** World averages that tools fall back to, g/kWh, and how near the implied figure must be. */
const averages = [475, 481];
const near = 0.002;

/** g/kWh that no grid is below or above. */
const leastIntensity = 1;
const mostIntensity = 1500;

/** W of processors, and of a card, above which a mean draw is no single machine's. */
const mostPower = 1500;

const mostFaults = 20;

/**
 * `emission.csv` of Eco2AI: energy in kWh with a PUE that it does not state, seconds, kilograms. Rows of one id are the
 * epochs of one run, and add; without epochs the row is written anew, so that the last counts.
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

type Header = ReadonlyMap<string, number>;
type Tell = (sentence: Message, line: number) => void;

interface Row {
  readonly line: number;
  readonly isEpoch: boolean;
  readonly energy: number | undefined;
  readonly seconds: number;
  readonly emissions: number | undefined;
  readonly started: string;
  readonly project: string | undefined;
  readonly accelerator: RunRecord['accelerator'];
  readonly place: RunPlace;
}

/** Rows of a run so far. */
interface Open {
  readonly first: number;
  readonly started: string;
  readonly row: Row;
}

async function* read(text: LogText): AsyncGenerator<Finding> {
  const odd = createTally();
  const faults: Diagnostic[] = [];
  const tell: Tell = (sentence, line) => {
    if (sentence.severity === 'error') faults.push({ ...sentence, line, column: 1 });
    else odd.tell(sentence, line);
  };
  const open = createOpenRuns<Open>();
  let header: Header | undefined;
  let rows = 0;
  for await (const batch of csvBatches(text, { unfinished: (line) => tell(messages.unfinishedRow(), line) })) {
    for (const { line, cells } of batch) {
      if (faults.length >= mostFaults) break;
      if (header === undefined) {
        header = headerOf(cells, line, tell);
        continue;
      }
      if (cells[0] === 'id' && cells.length === header.size) {
        tell(messages.repeatedHeader(), line);
        continue;
      }
      const id = cellOf(header, cells, 'id');
      const row = rowOf(header, cells, line, tell);
      if (row === undefined) continue;
      rows += 1;
      if (id === undefined) {
        yield { run: recordOf({ first: line, started: row.started, row }, tell) };
        continue;
      }
      if (open.hasEnded(id)) tell(messages.farApart(mostOpen), line);
      const before = open.get(id);
      const ended = open.put(id, before === undefined ? { first: line, started: row.started, row } : joined(before, row, tell));
      if (ended !== undefined) yield { run: recordOf(ended[1], tell), id: ended[0] };
    }
    if (faults.length > 0 && (faults.length >= mostFaults || rows === 0)) break;
  }
  if (faults.length > 0) throw new InputError(faults);
  if (header === undefined || rows === 0) throw new InputError([{ ...messages.noRows(), line: 1, column: 1 }]);
  for (const [id, run] of open.rest()) yield { run: recordOf(run, tell), id };
  for (const diagnostic of odd.diagnostics()) yield { diagnostic };
}

function headerOf(cells: readonly string[], line: number, tell: Tell): Header {
  const names = cells.map((name) => name.trim());
  for (const column of required) if (!names.includes(column)) tell(messages.missingColumn(column, cells), line);
  if (!energyColumns.some((column) => names.includes(column))) tell(messages.missingColumn(energyColumns[0], cells), line);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) tell(messages.columnTwice(twice), line);
  return new Map(names.map((name, at) => [name, at]));
}

function cellOf(header: Header, cells: readonly string[], column: string): string | undefined {
  const at = header.get(column);
  const text = at === undefined ? undefined : cells[at]?.trim();
  return text === '' || text === 'nan' || text === 'N/A' || text === 'None' ? undefined : text;
}

const numeric = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?$/;

/** A row that was checked; nothing where something in it can't be what it says. */
function rowOf(header: Header, cells: readonly string[], line: number, tell: Tell): Row | undefined {
  if (cells.length !== header.size) {
    tell(messages.cellCount(cells.length, header.size), line);
    return undefined;
  }
  let isSound = true;
  const fail = (sentence: Message): undefined => {
    isSound = false;
    tell(sentence, line);
    return undefined;
  };
  const figure = (column: string): number | undefined => {
    const text = cellOf(header, cells, column);
    if (text === undefined) return undefined;
    const value = numeric.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value)) return fail(messages.notANumber(column, text));
    return value < 0 ? fail(messages.negative(column, value)) : value;
  };
  const energy = figure(energyColumns.find((column) => header.has(column)) ?? energyColumns[0]);
  const [seconds, emissions] = [figure('duration(s)'), figure('CO2_emissions(kg)')];
  const started = cellOf(header, cells, 'start_time');
  if (isSound && seconds === undefined) fail(messages.badCell('duration(s)', '', 'seconds'));
  if (started === undefined || !time.test(started))
    fail(messages.badCell('start_time', started ?? '', 'a time such as 2023-11-25 19:14:27'));
  const accelerator = acceleratorOf(cellOf(header, cells, 'GPU_name'));
  if (accelerator === 'unclear') fail(messages.badCell('GPU_name', cellOf(header, cells, 'GPU_name') ?? '', 'a name and `N device(s)`'));
  if (!isSound || seconds === undefined || started === undefined || accelerator === 'unclear') return undefined;
  const isMeasured = energy !== undefined && (energy > 0 || seconds < 1);
  if (!isMeasured) tell(messages.rowNotMeasured(), line);
  return {
    line,
    isEpoch: cellOf(header, cells, 'epoch') !== undefined,
    energy: isMeasured ? energy : undefined,
    seconds,
    emissions,
    started: started.replace(' ', 'T').slice(0, 19),
    project: cellOf(header, cells, 'project_name'),
    accelerator,
    place: placeOf(cellOf(header, cells, 'region/country')),
  };
}

/** `Quadro T1000 with Max-Q Design 1 device(s)`; ` 0 device(s)` is none. */
function acceleratorOf(text: string | undefined): RunRecord['accelerator'] | 'unclear' {
  if (text === undefined) return undefined;
  const [, name = '', count] = /^(.*?)\s*(\d{1,4}) device\(s\)$/.exec(text) ?? [];
  if (count === undefined) return 'unclear';
  return Number(count) === 0 ? undefined : { ...(name !== '' && { name }), count: Number(count) };
}

/** `IN/Delhi`, or a country alone. */
function placeOf(text: string | undefined): RunPlace {
  const [country = '', region = ''] = (text ?? '').split('/').map((part) => part.trim());
  if (country === '') return {};
  return { country, ...(region !== '' && { region }) };
}

function joined({ first, started, row: before }: Open, row: Row, tell: Tell): Open {
  if (!row.isEpoch && !before.isEpoch) {
    tell(messages.writtenAnew(), row.line);
    return { first, started, row };
  }
  return {
    first,
    started,
    row: {
      ...row,
      energy: plus(before.energy, row.energy),
      seconds: before.seconds + row.seconds,
      emissions: plus(before.emissions, row.emissions),
    },
  };
}

function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a + b;
}

function recordOf({ first, started, row }: Open, tell: Tell): RunRecord {
  const { energy, seconds, emissions, project, accelerator, place, line } = row;
  const hours = seconds / 3600;
  if (energy !== undefined) {
    tell(messages.hiddenPue(), line);
    const most = mostPower * (1 + (accelerator?.count ?? 0));
    const watts = hours < 1 / 60 ? 0 : (energy / hours) * 1000;
    if (watts > most) tell(messages.tooMuchPower('The machine', Math.round(watts), most), line);
  }
  if (energy !== undefined && energy > 0 && emissions !== undefined) {
    const implied = (emissions / energy) * 1000;
    const average = averages.find((value) => Math.abs(implied / value - 1) < near);
    if (average !== undefined) tell(messages.worldAverage(average, place.country), line);
    else if (implied < leastIntensity || implied > mostIntensity) tell(messages.oddIntensity(implied), line);
  }
  return {
    tracker: 'eco2ai',
    lines: [first, line],
    ...(project !== undefined && { project }),
    started,
    hours,
    ...(energy !== undefined && { energy, boundary: 'components' }),
    parts: {},
    // Of the processors, at least, it knows the rating and the load alone.
    isMeasured: false,
    ...(emissions !== undefined && energy !== undefined && { reported: emissions }),
    ...(accelerator !== undefined && { accelerator }),
    place,
  };
}
