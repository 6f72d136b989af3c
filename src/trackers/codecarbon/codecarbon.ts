import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import { createOpenRuns, mostOpen } from '../open-runs.js';
import type { EnergyParts, RunPlace, RunRecord } from '../record.js';
import { createTally } from '../tally.js';
import { csvBatches, headerIn } from '../texts/table-rows.js';
import type { Finding, LogText, Tracker } from '../tracker.js';

/** Columns that every version has; all others came, went or moved. `emissions_rate` changed its unit and is never read. */
const required = ['timestamp', 'duration', 'emissions', 'energy_consumed'] as const;

/** g/kWh that CodeCarbon takes where it knows no other, and how near the implied figure must be. */
const fallback = 475;
const near = 0.002;

/** Parts and total are floating-point sums of the same samples. */
const sumTolerance = 1e-6;

/** W: half of a rating of 85 W, for a processor that is not in CodeCarbon's table. */
const guessedCpuPower = 42.5;

/** Shares of the energy from which on it is said that memory is reckoned, and that it is reckoned large: 3 W for 8 GB of a whole node. */
const someRam = 0.1;
const muchRam = 1 / 3;

/** W above which a mean draw is no single machine's processors, or no card's. */
const mostCpuPower = 1500;
const mostGpuPower = 1500;

/** Faults that are told before a file is given up: one that is wrong throughout says so often enough. */
const mostFaults = 20;

/**
 * `emissions.csv` of CodeCarbon, all versions: columns by name, energies in kWh, duration in seconds, emissions in
 * kilograms. From 2.2.3 on, where the file has a column `pue`, energies include it. `timestamp` is the end of a run.
 */
export const codecarbon = {
  id: 'codecarbon',
  title: 'CodeCarbon',
  recognises: (beginning) => {
    const header = headerIn(beginning);
    return required.every((column) => header.includes(column));
  },
  read,
} as const satisfies Tracker;

/** Column by name; two of one name make every row too long. */
type Header = ReadonlyMap<string, number>;
type Tell = (sentence: Message, line: number) => void;

/** A row that was checked: the figures of a run up to it, kWh, s and kgCO2e, PUE in the energies. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly total: number;
  readonly seconds: number;
  readonly emissions: number | undefined;
  readonly gpu: number | undefined;
  readonly cpu: number | undefined;
  readonly ram: number | undefined;
  readonly pue: number;
}

/** A run that may still grow. */
interface Active {
  readonly first: number;
  rows: number;
  row: Row;
}

async function* read(text: LogText): AsyncGenerator<Finding> {
  const odd = createTally();
  const faults: Diagnostic[] = [];
  const tell: Tell = (sentence, line) => {
    if (sentence.severity === 'error') faults.push({ ...sentence, line, column: 1 });
    else odd.tell(sentence, line);
  };
  const open = createOpenRuns<Active>();
  const machineIn = createMachines();
  let header: Header | undefined;
  let rows = 0;
  for await (const batch of csvBatches(text, { unfinished: (line) => tell(messages.unfinishedRow(), line) })) {
    for (const { line, cells } of batch) {
      if (faults.length >= mostFaults) break;
      if (header === undefined) {
        header = headerOf(cells, line, tell);
        continue;
      }
      if (isHeader(header, cells)) {
        tell(messages.repeatedHeader(), line);
        continue;
      }
      const row = rowOf(header, cells, line, tell);
      if (row === undefined) continue;
      rows += 1;
      const id = cellOf(header, cells, 'run_id');
      if (id === undefined) {
        yield { run: recordOf(header, { first: line, rows: 1, row }, machineIn(header, cells), tell) };
        continue;
      }
      if (open.hasEnded(id)) tell(messages.farApart(mostOpen), line);
      const before = open.get(id);
      const ended = open.put(id, before === undefined ? { first: line, rows: 1, row } : joined(before, row, header.has('task_name'), tell));
      if (ended !== undefined) yield { run: recordOf(header, ended[1], machineIn(header, ended[1].row.cells), tell), id: ended[0] };
    }
    if (faults.length > 0 && (faults.length >= mostFaults || rows === 0)) break;
  }
  if (faults.length > 0) throw new InputError(faults);
  if (header === undefined || rows === 0) throw new InputError([{ ...messages.noRows(), line: 1, column: 1 }]);
  for (const [id, run] of open.rest()) yield { run: recordOf(header, run, machineIn(header, run.row.cells), tell), id };
  for (const diagnostic of odd.diagnostics()) yield { diagnostic };
}

function headerOf(cells: readonly string[], line: number, tell: Tell): Header {
  const header = new Map(cells.map((name, at) => [name.trim(), at]));
  for (const column of required) if (!header.has(column)) tell(messages.missingColumn(column, cells), line);
  // 3.1 to 3.2.3 put what was empty at first behind the rest.
  if ((header.get('cloud_provider') ?? 0) > (header.get('pue') ?? Infinity)) tell(messages.columnsMoved(), line);
  return header;
}

function isHeader(header: Header, cells: readonly string[]): boolean {
  return cells[header.get('energy_consumed') ?? 0] === 'energy_consumed';
}

function cellOf(header: Header, cells: readonly string[], column: string): string | undefined {
  const at = header.get(column);
  const text = at === undefined ? undefined : cells[at]?.trim();
  return text === '' || text === undefined || text === 'None' || text === 'nan' ? undefined : text;
}

const numeric = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

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
  const number = (column: string): number | undefined => {
    const text = cellOf(header, cells, column);
    if (text === undefined) return undefined;
    if (!numeric.test(text)) return fail(messages.notANumber(column, text));
    const value = Number(text);
    if (!Number.isFinite(value)) return fail(messages.notANumber(column, text));
    return value < 0 ? fail(messages.negative(column, value)) : value;
  };
  const total = number('energy_consumed');
  const seconds = number('duration');
  const emissions = number('emissions');
  const [gpu, cpu, ram] = [number('gpu_energy'), number('cpu_energy'), number('ram_energy')];
  const pue = number('pue') ?? 1;
  const ended = cellOf(header, cells, 'timestamp');
  if (ended === undefined || !time.test(ended)) fail(messages.badCell('timestamp', ended ?? '', 'a time such as 2023-11-09T15:13:33'));
  const country = cellOf(header, cells, 'country_iso_code');
  if (country !== undefined && !/^[A-Za-z]{2,3}$/.test(country))
    fail(messages.badCell('country_iso_code', country, 'the code of a country, as FRA'));
  if (isSound && total === undefined) fail(messages.badCell('energy_consumed', '', 'the energy of the run in kWh'));
  if (isSound && seconds === undefined) fail(messages.badCell('duration', '', 'the duration of the run in seconds'));
  if (pue < 1) fail(messages.pueBelowOne(pue));
  if (isSound && total !== undefined && cpu !== undefined && ram !== undefined) {
    const sum = cpu + ram + (gpu ?? 0);
    // Chips of another kind have a column of their own, in the total or beside it.
    const sums = [sum, sum + (number('neuron_energy') ?? 0)];
    if (!sums.some((one) => Math.abs(one - total) <= sumTolerance * Math.max(one, total))) fail(messages.sumOfParts(sum, total));
  }
  if (!isSound || total === undefined || seconds === undefined) return undefined;
  return { line, cells, total, seconds, emissions, gpu, cpu, ram, pue };
}

/** Rows of one run hold its total so far, and the last is the run; rows of tasks are parts of it, and add. */
function joined(before: Active, row: Row, areTasks: boolean, tell: Tell): Active {
  const { first, rows } = before;
  if (!areTasks) {
    if (row.total < before.row.total) tell(messages.shrinking(before.row.total, row.total), row.line);
    return { first, rows: rows + 1, row };
  }
  const add = (one: number | undefined, other: number | undefined): number | undefined =>
    one === undefined ? other : other === undefined ? one : one + other;
  const sums = {
    total: before.row.total + row.total,
    seconds: before.row.seconds + row.seconds,
    emissions: add(before.row.emissions, row.emissions),
    gpu: add(before.row.gpu, row.gpu),
    cpu: add(before.row.cpu, row.cpu),
    ram: add(before.row.ram, row.ram),
  };
  return { first, rows: rows + 1, row: { ...row, ...sums } };
}

function recordOf(header: Header, { first, rows, row }: Active, machine: Machine, tell: Tell): RunRecord {
  const { line, cells, total, seconds, emissions, gpu, cpu, ram, pue } = row;
  const cell = (column: string): string | undefined => cellOf(header, cells, column);
  const note = (sentence: Message): void => tell(sentence, line);
  if (rows > 1 && !header.has('task_name')) note(messages.cumulative(rows));
  const { accelerator, several, place } = machine;
  if (several !== undefined) note(messages.severalModels(several));
  const hours = seconds / 3600;
  if (gpu === 0 && accelerator !== undefined) note(messages.notMeasured('The GPU'));
  if (Number(cell('cpu_power')) === guessedCpuPower) note(messages.guessedPower());
  if (ram !== undefined && ram > total * someRam) note(ram > total * muchRam ? messages.muchRam() : messages.reckonedRam());
  if (place.country !== undefined && place.region === undefined && place.cloudRegion === undefined) note(messages.noRegion());
  noteDraw('The CPU', cpu, pue, hours, mostCpuPower, note);
  noteDraw('The GPU', gpu, pue * (accelerator?.count ?? 1), hours, mostGpuPower, note);
  noteFallback(total, emissions, place, note);
  const version = cell('codecarbon_version');
  const project = cell('project_name') ?? cell('experiment_name');
  return {
    tracker: 'codecarbon',
    ...(version !== undefined && /^[\d.a-z]{1,20}$/i.test(version) && { version }),
    lines: [first, line],
    // The tool's own name stands there where nobody gave one.
    ...(project !== undefined && project !== 'codecarbon' && { project }),
    ended: (cell('timestamp') ?? '').replace(' ', 'T').slice(0, 19),
    hours,
    energy: total / pue,
    boundary: 'components',
    parts: partsOf(row),
    ...(pue !== 1 && { pue }),
    // Sensors of the GPU; what CodeCarbon says of processors and memory may be either, and is modelled more often.
    isMeasured: gpu !== undefined && gpu > total / 2,
    ...(emissions !== undefined && { reported: emissions }),
    ...(accelerator !== undefined && { accelerator }),
    place,
  };
}

function partsOf({ gpu, cpu, ram, pue }: Row): EnergyParts {
  const parts: { gpu?: number | undefined; cpu?: number | undefined; ram?: number | undefined } = {};
  // 0 is what it writes where it found no GPU, or could not measure one.
  if (gpu !== undefined && gpu > 0) parts.gpu = gpu / pue;
  if (cpu !== undefined) parts.cpu = cpu / pue;
  if (ram !== undefined) parts.ram = ram / pue;
  return parts;
}

interface Machine {
  readonly accelerator?: { readonly name: string; readonly count: number } | undefined;
  /** Where several kinds of card stand together, which nothing parts. */
  readonly several?: string | undefined;
  readonly place: RunPlace;
}

const machineColumns = ['gpu_model', 'gpu_count', 'country_iso_code', 'region', 'on_cloud', 'cloud_provider', 'cloud_region'] as const;

/** What rows say of machine and place: mostly what the row before says, and then the same object. */
function createMachines(): (header: Header, cells: readonly string[]) => Machine {
  let columns: readonly number[] | undefined;
  let last: readonly string[] = [];
  let machine: Machine = { place: {} };
  return (header, cells) => {
    columns ??= machineColumns.flatMap((column) => header.get(column) ?? []);
    if (last.length > 0 && columns.every((at) => last[at] === cells[at])) return machine;
    last = cells;
    machine = machineOf((column) => cellOf(header, cells, column));
    return machine;
  };
}

/** `2 x Tesla V100-SXM2-32GB`; on a Mac the name alone. */
function machineOf(cell: (column: (typeof machineColumns)[number]) => string | undefined): Machine {
  const country = cell('country_iso_code')?.toUpperCase();
  const region = cell('region');
  const [cloud, cloudRegion] = [cell('cloud_provider'), cell('cloud_region')];
  const place: RunPlace = {
    ...(country !== undefined && { country }),
    ...(region !== undefined && { region }),
    ...(cell('on_cloud') === 'Y' && cloud !== undefined && cloudRegion !== undefined && { cloud, cloudRegion }),
  };
  const text = cell('gpu_model');
  if (text === undefined) return { place };
  const kinds = [...text.matchAll(/(\d+) x /g)];
  if (kinds.length > 1) return { place, several: text };
  const name = text.replace(/^\d+ x /, '').trim();
  const count = Number(cell('gpu_count') ?? kinds[0]?.[1] ?? 1);
  return name === '' || !Number.isInteger(count) || count < 1 ? { place } : { place, accelerator: { name, count } };
}

/** @param machines What the energy is divided by: PUE, and cards. */
function noteDraw(
  what: string,
  energy: number | undefined,
  machines: number,
  hours: number,
  most: number,
  note: (sentence: Message) => void,
): void {
  // Shorter than a minute, one late sample is a large draw.
  if (energy === undefined || hours < 1 / 60) return;
  const watts = (energy / machines / hours) * 1000;
  if (watts > most) note(messages.tooMuchPower(what, Math.round(watts), most));
}

function noteFallback(total: number, reported: number | undefined, { country }: RunPlace, note: (sentence: Message) => void): void {
  if (reported === undefined || total === 0) return;
  const implied = (reported / total) * 1000;
  if (Math.abs(implied / fallback - 1) < near) note(messages.worldAverage(fallback, country));
}
