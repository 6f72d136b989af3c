import { InputError } from '../../diagnostics/diagnostic.js';
import { messages as smi } from '../../trackers/nvidia-smi/messages.js';
import { headless } from '../../trackers/nvidia-smi/nvidia-smi.js';
import { isDmon, otherOutput } from '../../trackers/nvidia-smi/other-outputs.js';
import { delimiterIn, writtenStyle } from '../../trackers/texts/decimal-commas.js';
import { nameAndUnit } from '../../trackers/texts/name-and-unit.js';
import { messages } from '../messages.js';
import { cellsOf } from './cells.js';
import type { Layout } from './layout.js';
import { type NamedColumns, type TableHead, tableLayout, timeColumn, valueColumn } from './table-layout.js';
import { dcgmLayout, dmonLayout, isDcgm } from './words-layout.js';

/** Names of the power column of nvidia-smi; the first that a log has is read. */
const smiPowers = ['power.draw', 'power.draw.average', 'power.draw.instant'];
const smiDevices = ['uuid', 'gpu_uuid', 'index', 'pci.bus_id', 'gpu_bus_id'];
const smiNames = ['name', 'gpu_name'];

/** Rows from which units and kinds of times are seen. */
const maxRows = 200;

/**
 * The layout of a text by its beginning.
 *
 * @throws {InputError} Where it is unknown, with what to do.
 */
export function textLayout(beginning: string, columns: NamedColumns): Layout {
  const text = beginning.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(text)) return jsonLayout(text, columns);
  if (isDmon(text)) return dmonLayout(text);
  if (isDcgm(text)) return dcgmLayout(text);
  const other = otherOutput(text);
  if (other !== undefined) throw new InputError([other]);
  if (headless.test(text)) throw new InputError([{ ...smi.noHeader(), line: 1, column: 1 }]);
  const head = tableHead(text);
  const isNamed = Object.values(columns).some((one) => one !== undefined);
  const layout = (isNamed ? undefined : (nvidiaSmi(head) ?? zeusMonitor(head))) ?? tableLayout(head, columns, 'csv');
  if (layout === undefined) throw new InputError([{ ...messages.unknownTelemetry(head.names), line: 1, column: 1 }]);
  return layout;
}

function tableHead(text: string): TableHead {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const delimiter = delimiterIn(lines[0] ?? '');
  const [names = [], ...rows] = lines.slice(0, maxRows).map((line) => cellsOf(line, delimiter));
  const isPadded = lines.slice(0, maxRows).some((line) => line.includes(`${delimiter} `) || line.includes(` ${delimiter}`));
  return { storage: 'csv', names, delimiter, isPadded, decimalComma: writtenStyle(text, delimiter).hasDecimalCommas, rows };
}

/** `nvidia-smi --query-gpu=timestamp,power.draw,… --format=csv`: cells have their units; with `nounits` the header has them. */
function nvidiaSmi(head: TableHead): Layout | undefined {
  const names = head.names.map((name) => nameAndUnit(name).name);
  const place = (words: readonly string[]): number | undefined => words.map((word) => names.indexOf(word)).find((at) => at >= 0);
  const power = place(smiPowers);
  if (power === undefined) return undefined;
  const time = place(['timestamp']);
  if (time === undefined) throw new InputError([{ ...smi.noTimes(), line: 1, column: 1 }]);
  const device = place(smiDevices);
  const index = place(['index']);
  return {
    ...head,
    format: 'nvidia-smi',
    kind: 'power',
    time: timeColumn(head, time, undefined),
    values: [valueColumn(head, power, undefined, 'power', false)],
    device,
    host: undefined,
    model: place(smiNames),
    label: index === device ? undefined : index,
    unread: [],
    boundary: 'accelerator',
    ...withoutRows,
  };
}

/** The power monitor of Zeus up to 2023: `Time,Power` of one GPU, local times with nanoseconds and milliwatts. */
function zeusMonitor(head: TableHead): Layout | undefined {
  if (head.names.join() !== 'Time,Power' || !head.rows.every(([, power = '']) => /^\d+$/.test(power))) return undefined;
  const [value] = [{ at: 1, name: 'Power', size: 1e-3, cellUnit: undefined, device: undefined }];
  return {
    ...head,
    ...{ format: 'zeus', kind: 'power', time: timeColumn(head, 0, undefined), values: [value] },
    ...{ device: undefined, host: undefined, model: undefined, label: undefined, unread: [], boundary: 'accelerator' },
    ...withoutRows,
  };
}

/** What a layout does not have of a beginning. */
const withoutRows = { rows: undefined } as const;

/** A line for each sample, each an object; or one list of objects. */
function jsonLayout(text: string, columns: NamedColumns): Layout {
  const objects = objectsIn(text);
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const rows = objects.map((object) => names.map((name) => cellText(object[name])));
  const head = { storage: 'json', names, delimiter: text.trimStart().charAt(0), isPadded: false, decimalComma: false, rows } as const;
  const layout = tableLayout(head, columns, 'json');
  if (layout === undefined) throw new InputError([{ ...messages.unknownTelemetry(names), line: 1, column: 1 }]);
  const types = names.map((_, at) => {
    if (layout.time.at.includes(at))
      return layout.time.kind === 'local' ? 'TIMESTAMP' : layout.time.kind === 'zoned' ? 'TIMESTAMPTZ' : 'DOUBLE';
    return layout.values.some((value) => value.at === at && value.cellUnit === undefined) ? 'DOUBLE' : 'VARCHAR';
  });
  return { ...layout, types };
}

const cellText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function objectsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = text.trimStart().startsWith('[')
    ? text.split(/(?<=\})\s*,/).map((part) => part.replace(/^\s*\[/, '').replace(/\]\s*$/, ''))
    : text.split(/\r?\n/);
  return lines.slice(0, maxRows).flatMap((line): readonly Readonly<Record<string, unknown>>[] => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value as Readonly<Record<string, unknown>>] : [];
    } catch {
      // The last line of a beginning is cut.
      return [];
    }
  });
}
