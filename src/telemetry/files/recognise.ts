import { InputError } from '../../diagnostics/diagnostic.js';
import { messages as smi } from '../../trackers/nvidia-smi/messages.js';
import { delimiterIn, writtenStyle } from '../../trackers/texts/decimal-commas.js';
import { nameAndUnit } from '../../trackers/texts/name-and-unit.js';
import { messages } from '../messages.js';
import { cellsOf } from './cells.js';
import type { Layout } from './layout.js';
import { type NamedColumns, type TableHead, tableLayout, timeColumn, valueColumn } from './table-layout.js';

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
  const head = tableHead(beginning);
  const isNamed = Object.values(columns).some((one) => one !== undefined);
  const layout = (isNamed ? undefined : nvidiaSmi(head)) ?? tableLayout(head, columns, 'csv');
  if (layout === undefined) throw new InputError([messages.unknownTelemetry(head.names)]);
  return layout;
}

function tableHead(beginning: string): TableHead {
  const lines = beginning
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const delimiter = delimiterIn(lines[0] ?? '');
  const [names = [], ...rows] = lines.slice(0, maxRows).map((line) => cellsOf(line, delimiter));
  return { storage: 'csv', names, delimiter, decimalComma: writtenStyle(beginning, delimiter).hasDecimalCommas, rows };
}

function nvidiaSmi(head: TableHead): Layout | undefined {
  const names = head.names.map((name) => nameAndUnit(name).name);
  const place = (words: readonly string[]): number | undefined => words.map((word) => names.indexOf(word)).find((at) => at >= 0);
  const power = place(smiPowers);
  if (power === undefined) return undefined;
  const time = place(['timestamp']);
  if (time === undefined) throw new InputError([smi.noTimes()]);
  const device = place(smiDevices);
  const index = place(['index']);
  return {
    format: 'nvidia-smi',
    storage: 'csv',
    kind: 'power',
    names: head.names,
    delimiter: head.delimiter,
    decimalComma: head.decimalComma,
    time: timeColumn(head, time, undefined),
    values: [valueColumn(head, power, undefined, 'power', false)],
    device,
    host: undefined,
    model: place(smiNames),
    label: index === device ? undefined : index,
  };
}
