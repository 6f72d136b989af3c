import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Sentence } from '../diagnostics/messages.js';
import { csvRows, headerIn } from './csv-rows.js';
import { messages } from './messages.js';
import { overlaps } from './overlaps.js';
import type { EnergyParts, RunPlace, RunRecord } from './record.js';
import type { LogText, Reading, Tracker } from './tracker.js';

/** Columns that every version has; all others came, went or moved. `emissions_rate` changed its unit and is never read. */
const required = ['timestamp', 'duration', 'emissions', 'energy_consumed'] as const;

/** g/kWh that CodeCarbon takes where it knows no other, and how near the implied figure must be. */
const fallback = 475;
const near = 0.002;

/** Parts and total are floating-point sums of the same samples. */
const sumTolerance = 1e-6;

/** W: half of a rating of 85 W, for a processor that is not in CodeCarbon's table. */
const guessedCpuPower = 42.5;

type Cell = (column: string) => string | undefined;

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

interface Row {
  readonly line: number;
  readonly id: string | undefined;
  readonly isTask: boolean;
  readonly run: RunRecord;
  readonly diagnostics: readonly Diagnostic[];
}

async function read(text: LogText): Promise<Reading> {
  const diagnostics: Diagnostic[] = [];
  const faults: Diagnostic[] = [];
  const rows: Row[] = [];
  let header: Header | undefined;
  for await (const { line, cells } of csvRows(text)) {
    const tell = (sentence: Sentence, column = 1): void => {
      (sentence.severity === 'error' ? faults : diagnostics).push({ ...sentence, line, column });
    };
    if (header === undefined) {
      header = new Map(cells.map((name, at) => [name.trim(), at]));
      for (const column of required) if (!header.has(column)) tell(messages.missingColumn(column, cells));
      if (faults.length > 0) break;
    } else if (cells.length !== header.size) tell(messages.cellCount(cells.length, header.size));
    else if (isHeader(header, cells)) tell(messages.repeatedHeader());
    else {
      const row = rowOf(header, cells, line, tell);
      if (row !== undefined) rows.push(row);
    }
    // A file that is wrong throughout says so often enough.
    if (faults.length >= 20) break;
  }
  if (faults.length > 0) throw new InputError(faults);
  if (rows.length === 0) throw new InputError([{ ...messages.noRows(), line: 1, column: 1 }]);
  const runs = joined(rows, diagnostics);
  return { runs, diagnostics: [...diagnostics, ...overlaps(runs)] };
}

/** Column by name; two of one name make every row too long. */
type Header = ReadonlyMap<string, number>;

function isHeader(header: Header, cells: readonly string[]): boolean {
  return cells[header.get('energy_consumed') ?? 0] === 'energy_consumed';
}

function rowOf(
  header: Header,
  cells: readonly string[],
  line: number,
  tell: (sentence: Sentence, column?: number) => void,
): Row | undefined {
  let isSound = true;
  const fail = (sentence: Sentence): undefined => {
    isSound = false;
    tell(sentence);
    return undefined;
  };
  const cell: Cell = (column) => {
    const text = cells[header.get(column) ?? -1]?.trim();
    return text === '' || text === undefined || text === 'None' || text === 'nan' ? undefined : text;
  };
  const number = (column: string): number | undefined => {
    const text = cell(column);
    if (text === undefined) return undefined;
    if (!/^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text)) return fail(messages.notANumber(column, text));
    const value = Number(text);
    return value < 0 ? fail(messages.negative(column, value)) : value;
  };
  const isTask = header.has('task_name');
  const total = number('energy_consumed');
  const seconds = number('duration');
  const reported = number('emissions');
  const pue = number('pue') ?? 1;
  const parts = { gpu: number('gpu_energy'), cpu: number('cpu_energy'), ram: number('ram_energy') };
  const ended = cell('timestamp');
  if (ended === undefined || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/.test(ended))
    fail(messages.badCell('timestamp', ended ?? '', 'a time such as 2023-11-09T15:13:33'));
  const country = cell('country_iso_code');
  if (country !== undefined && !/^[A-Za-z]{3}$/.test(country)) fail(messages.badCell('country_iso_code', country, 'three letters, as FRA'));
  if (isSound && total === undefined) fail(messages.badCell('energy_consumed', '', 'the energy of the run in kWh'));
  if (isSound && seconds === undefined) fail(messages.badCell('duration', '', 'the duration of the run in seconds'));
  if (pue < 1) fail(messages.pueBelowOne(pue));
  const sum = sumOf(parts);
  if (isSound && total !== undefined && sum !== undefined && Math.abs(sum - total) > sumTolerance * Math.max(sum, total))
    fail(messages.sumOfParts(sum, total));
  if (!isSound || total === undefined || seconds === undefined || ended === undefined) return undefined;
  const found: Diagnostic[] = [];
  const note = (sentence: Sentence): void => {
    found.push({ ...sentence, line, column: 1 });
  };
  const accelerator = acceleratorOf(cell, number('gpu_count'), note);
  if (parts.gpu === 0 && accelerator !== undefined) note(messages.notMeasured('The GPU'));
  if (number('cpu_power') === guessedCpuPower) note(messages.guessedPower());
  const place = placeOf(cell);
  noteFallback(total, reported, place, note);
  const version = cell('codecarbon_version');
  const project = cell('project_name') ?? cell('experiment_name');
  return {
    line,
    id: cell('run_id'),
    isTask,
    diagnostics: found,
    run: {
      tracker: 'codecarbon',
      ...(version !== undefined && /^[\d.a-z]{1,20}$/i.test(version) && { version }),
      lines: [line, line],
      // The tool's own name stands there where nobody gave one.
      ...(project !== undefined && project !== 'codecarbon' && { project }),
      ended: ended.replace(' ', 'T').slice(0, 19),
      hours: seconds / 3600,
      energy: total / pue,
      boundary: 'components',
      parts: partsOf(parts, pue, accelerator !== undefined),
      pue,
      // Sensors of the GPU; what CodeCarbon says of processors and memory may be either, and is modelled more often.
      isMeasured: parts.gpu !== undefined && parts.gpu > total / 2,
      ...(reported !== undefined && { reported }),
      ...(accelerator !== undefined && { accelerator }),
      place,
    },
  };
}

function sumOf({ gpu, cpu, ram }: { readonly [Part in keyof EnergyParts]: number | undefined }): number | undefined {
  if (cpu === undefined || ram === undefined) return undefined;
  return cpu + ram + (gpu ?? 0);
}

function partsOf(
  { gpu, cpu, ram }: { readonly [Part in keyof EnergyParts]: number | undefined },
  pue: number,
  hasGpu: boolean,
): EnergyParts {
  const isMeasured = gpu !== undefined && (gpu > 0 || !hasGpu);
  return {
    ...(isMeasured && gpu > 0 && { gpu: gpu / pue }),
    ...(cpu !== undefined && { cpu: cpu / pue }),
    ...(ram !== undefined && { ram: ram / pue }),
  };
}

/** `2 x Tesla V100-SXM2-32GB`; on a Mac the name alone. Kinds that stand together are not parted by anything. */
function acceleratorOf(cell: Cell, count: number | undefined, note: (sentence: Sentence) => void): RunRecord['accelerator'] {
  const text = cell('gpu_model');
  if (text === undefined) return undefined;
  const kinds = [...text.matchAll(/(\d+) x /g)];
  if (kinds.length > 1) {
    note(messages.severalModels(text));
    return undefined;
  }
  const name = text.replace(/^\d+ x /, '').trim();
  const cards = count ?? Number(kinds[0]?.[1] ?? 1);
  return name === '' || !Number.isInteger(cards) || cards < 1 ? undefined : { name, count: cards };
}

function placeOf(cell: Cell): RunPlace {
  const country = cell('country_iso_code')?.toUpperCase();
  const region = cell('region');
  const [cloud, cloudRegion] = [cell('cloud_provider'), cell('cloud_region')];
  return {
    ...(country !== undefined && { country }),
    ...(region !== undefined && { region }),
    ...(cell('on_cloud') === 'Y' && cloud !== undefined && cloudRegion !== undefined && { cloud, cloudRegion }),
  };
}

function noteFallback(total: number, reported: number | undefined, { country }: RunPlace, note: (sentence: Sentence) => void): void {
  if (reported === undefined || total === 0 || country === undefined) return;
  const implied = (reported / total) * 1000;
  if (Math.abs(implied / fallback - 1) < near) note(messages.worldAverage(fallback, country));
}

/** Rows of one run hold its total so far, and the last is the run; rows of tasks are parts of it, and add. */
function joined(rows: readonly Row[], diagnostics: Diagnostic[]): readonly RunRecord[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.id ?? `line ${row.line}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const faults: Diagnostic[] = [];
  const runs = [...groups.values()].map((group) => {
    const last = group.at(-1) as Row;
    const lines = [group[0]?.line ?? last.line, last.line] as const;
    diagnostics.push(...last.diagnostics);
    if (group.length === 1) return last.run;
    if (last.isTask) return { ...last.run, ...addedUp(group.map(({ run }) => run)), lines };
    for (const [n, { line, run }] of group.entries()) {
      const before = group[n - 1]?.run.energy;
      if (before !== undefined && run.energy < before) faults.push({ ...messages.shrinking(before, run.energy), line, column: 1 });
    }
    diagnostics.push({ ...messages.cumulative(group.length), line: last.line, column: 1 });
    return { ...last.run, lines };
  });
  if (faults.length > 0) throw new InputError(faults);
  return runs;
}

function addedUp(runs: readonly RunRecord[]): Pick<RunRecord, 'energy' | 'hours' | 'parts' | 'reported'> {
  const sum = (figureOf: (run: RunRecord) => number | undefined): number | undefined => {
    const values = runs.map(figureOf).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
  };
  const parts = { gpu: sum((run) => run.parts.gpu), cpu: sum((run) => run.parts.cpu), ram: sum((run) => run.parts.ram) };
  const reported = sum((run) => run.reported);
  return {
    energy: sum((run) => run.energy) ?? 0,
    hours: sum((run) => run.hours) ?? 0,
    parts: partsOf(parts, 1, parts.gpu !== undefined),
    ...(reported !== undefined && { reported }),
  };
}
