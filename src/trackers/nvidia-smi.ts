import { InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { atMost } from '../units/format.js';
import { messages } from './messages.js';
import { localSeconds } from './texts/local-time.js';
import { csvRows, headerIn } from './texts/table-rows.js';
import type { Finding, LogText, Tracker } from './tracker.js';

/** The same draw by its names: the sampled one, its average, its instant value. */
const powerColumns = ['power.draw', 'power.draw.average', 'power.draw.instant'] as const;
const gpuColumns = ['uuid', 'gpu_uuid', 'index', 'pci.bus_id', 'gpu_bus_id'] as const;
const nameColumns = ['name', 'gpu_name'] as const;

/** Times the shortest time between samples that the longest may be. */
const uneven = 10;

/** A row where the header should be: the log was written with `noheader`. */
const headless = /^\uFEFF?(?:[^,\n]*, )*\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3}, /;

/** Seconds without a row that are said to be a gap. */
const gap = 60;

/**
 * `nvidia-smi --query-gpu=timestamp,power.draw,… --format=csv`: a row for each GPU and sample, cells with their units or, by
 * `nounits`, units in the header. Energy is the trapezoid of power over time, GPU by GPU, at the accelerators.
 */
export const nvidiaSmi = {
  id: 'nvidia-smi',
  title: 'nvidia-smi',
  recognises: (beginning) => {
    const header = columnsOf(headerIn(beginning));
    return (header.has('timestamp') && powerColumns.some((column) => header.has(column))) || headless.test(beginning);
  },
  read,
} as const satisfies Tracker;

interface Column {
  readonly at: number;
  /** `W` of `power.draw [W]`. */
  readonly unit: string | undefined;
}

function columnsOf(cells: readonly string[]): ReadonlyMap<string, Column> {
  return new Map(
    cells.map((cell, at) => {
      const [, name = '', unit] = /^\s*([^[]*?)\s*(?:\[(.*)\])?\s*$/.exec(cell) ?? [];
      return [name, { at, unit }] as const;
    }),
  );
}

/** What has been added up of one GPU. */
interface Gpu {
  first: number;
  time: number;
  watts: number;
  /** W × s */
  joules: number;
  samples: number;
}

async function* read(text: LogText): AsyncGenerator<Finding> {
  let unfinished: number | undefined;
  const gpus = new Map<string, Gpu>();
  let columns: ReadonlyMap<string, Column> | undefined;
  let name: string | undefined;
  let ended: string | undefined;
  const lines = { first: 0, last: 0 };
  const odd = { noReading: 0, gaps: 0, longest: 0, header: 0, apart: [Infinity, 0] as [number, number] };
  for await (const { line, cells } of csvRows(text, {
    unfinished: (line) => {
      unfinished = line;
    },
  })) {
    const refuse = (sentence: Message): InputError => new InputError([{ ...sentence, line, column: 1 }]);
    if (columns === undefined) {
      columns = columnsOf(cells);
      if (!columns.has('timestamp')) throw refuse(messages.noHeader());
      continue;
    }
    if (cells.length !== columns.size) throw refuse(messages.cellCount(cells.length, columns.size));
    const cell = (names: readonly string[]): string | undefined => {
      const column = names.map((one) => columns?.get(one)).find((found) => found !== undefined);
      return column === undefined ? undefined : cells[column.at]?.trim();
    };
    const stamp = cell(['timestamp']) ?? '';
    if (stamp === 'timestamp') {
      odd.header = line;
      continue;
    }
    const time = localSeconds(stamp);
    if (time === undefined) throw refuse(messages.badTime(stamp));
    const watts = wattsOf(cell(powerColumns) ?? '', columns, refuse);
    if (lines.first === 0) lines.first = line;
    lines.last = line;
    if (watts === undefined) {
      odd.noReading++;
      continue;
    }
    name ??= cell(nameColumns);
    ended = stamp;
    const key = cell(gpuColumns) ?? '';
    const gpu = gpus.get(key);
    if (gpu === undefined) {
      gpus.set(key, { first: time, time, watts, joules: 0, samples: 1 });
      continue;
    }
    const seconds = time - gpu.time;
    if (seconds === 0 && key === '') throw refuse(messages.noGpuColumn());
    if (seconds < 0) throw refuse(messages.backwards());
    if (seconds > 0) odd.apart = [Math.min(odd.apart[0], seconds), Math.max(odd.apart[1], seconds)];
    if (seconds > gap) {
      odd.gaps++;
      odd.longest = Math.max(odd.longest, Math.round(seconds));
    }
    gpu.joules += ((gpu.watts + watts) / 2) * seconds;
    Object.assign(gpu, { time, watts, samples: gpu.samples + 1 });
  }
  yield* findingsOf(gpus, { name, ended, lines, odd });
  if (unfinished !== undefined) yield { diagnostic: { ...messages.unfinishedRow(), line: unfinished, column: 1 } };
}

/** `22.89 W`, or a number under `[W]`; nothing for what was not read. */
function wattsOf(text: string, columns: ReadonlyMap<string, Column>, refuse: (sentence: Message) => InputError): number | undefined {
  if (/^\[?(?:N\/A|Not Supported|Unknown Error|Insufficient Permissions)\]?$/i.test(text) || text === '') return undefined;
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(\S*)$/.exec(text) ?? [];
  if (digits === undefined) throw refuse(messages.notANumber('power.draw', text));
  const own =
    unit === '' || unit === undefined ? powerColumns.map((one) => columns.get(one)).find((found) => found !== undefined)?.unit : unit;
  if (own !== 'W') throw refuse(messages.unitOfPower(text));
  return Number(digits);
}

interface Rest {
  readonly name: string | undefined;
  readonly ended: string | undefined;
  readonly lines: { readonly first: number; readonly last: number };
  readonly odd: {
    readonly noReading: number;
    readonly gaps: number;
    readonly longest: number;
    readonly header: number;
    readonly apart: readonly [number, number];
  };
}

function* findingsOf(gpus: ReadonlyMap<string, Gpu>, { name, ended, lines, odd }: Rest): Generator<Finding> {
  const read = [...gpus.values()].filter(({ samples }) => samples > 1);
  if (read.length === 0) throw new InputError([{ ...messages.noPower(), line: 1, column: 1 }]);
  const tell = (sentence: Message, line = lines.last): Finding => ({ diagnostic: { ...sentence, line, column: 1 } });
  const joules = read.reduce((sum, gpu) => sum + gpu.joules, 0);
  const start = Math.min(...read.map(({ first }) => first));
  const end = Math.max(...read.map(({ time }) => time));
  yield {
    run: {
      tracker: 'nvidia-smi',
      lines: [lines.first, lines.last],
      ...(ended !== undefined && { ended: ended.replaceAll('/', '-').replace(' ', 'T').slice(0, 19) }),
      hours: (end - start) / 3600,
      energy: joules / 3.6e6,
      boundary: 'accelerator',
      parts: { gpu: joules / 3.6e6 },
      isMeasured: true,
      ...(name !== undefined && { accelerator: { name, count: read.length } }),
      place: {},
    },
  };
  if (odd.header !== 0) yield tell(messages.repeatedHeader(), odd.header);
  if (odd.noReading !== 0) yield tell(messages.noReading(odd.noReading));
  const [shortest, longest] = odd.apart;
  if (odd.gaps === 0 && longest > uneven * shortest) yield tell(messages.unevenSamples(atMost(shortest, 2), atMost(longest, 2)));
  if (odd.gaps !== 0) yield tell(messages.gaps(odd.gaps, odd.longest));
}
