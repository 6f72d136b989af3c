import { nearest } from '../../diagnostics/nearest.js';
import type { Report } from '../../diagnostics/report.js';
import type { ColumnMap } from '../../manifest/schema/log-columns.js';
import { messages as shared } from '../messages.js';
import { nameAndUnit } from '../texts/name-and-unit.js';
import { messages } from './messages.js';
import { wattsIn } from './power-cell.js';

/** A column with a power over time. */
export interface PowerColumn {
  /** As in the header. */
  readonly column: string;
  /** Unit of its numbers; absent where each cell has one. */
  readonly unit: string | undefined;
  /** What the power is of: the name of the column, or of the device in it. */
  readonly device: string;
  /** What messages call the column, where its name may be that of a host or a run. */
  readonly called?: string | undefined;
  /** The run that it belongs to, where the table has several. */
  readonly run?: string | undefined;
}

/** The columns of a table that has powers over time. */
export interface SeriesColumns {
  readonly time: string;
  /** Seconds of the unit of the time; absent where that is seen by its numbers. */
  readonly factor: number | undefined;
  /** Whether the tool counts its times from 1970. */
  readonly isSince1970?: boolean | undefined;
  readonly powers: readonly PowerColumn[];
  readonly device?: string | undefined;
  /** The model of the device. */
  readonly name?: string | undefined;
  readonly project?: string | undefined;
}

/** Seconds of the units that times are in. */
const timeUnits: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  milliseconds: 1e-3,
  s: 1,
  sec: 1,
  seconds: 1,
  min: 60,
  minutes: 60,
  h: 3600,
  hours: 3600,
};

/** What a name says of its unit: `powerWatts`, `power_kw`. `_mw` may be milli or mega. */
const unitsInNames: readonly (readonly [RegExp, string])[] = [
  [/watts?$/i, 'W'],
  [/[_.\s-]k[wW]$/, 'kW'],
  [/[_.\s-][wW]$/, 'W'],
];

const unitInName = (name: string): string | undefined => unitsInNames.find(([words]) => words.test(name))?.[1];

/** Twins of a column, with the lowest and the highest power of the time that a row is of. */
export const isTwin = (name: string): boolean => /__(?:MIN|MAX)$/i.test(name);

/** The columns of a table by what a person named for them. What is missing or has no unit is reported. */
export function seriesColumns(header: readonly string[], map: ColumnMap, report: Report): SeriesColumns | undefined {
  const inHeader = (text: string): string | undefined => {
    const { name } = nameAndUnit(text);
    return [text, name].find((one) => header.includes(one)) ?? header.find((one) => nameAndUnit(one).name === name);
  };
  const named = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    const found = inHeader(text);
    if (found === undefined) report(messages.noSuchColumn(nameAndUnit(text).name, nearest(nameAndUnit(text).name, header)[0], header));
    else if (header.indexOf(found) !== header.lastIndexOf(found)) report(shared.columnTwice(found));
    return found;
  };
  const { time, power, device, project } = map;
  if (time === undefined) report(messages.noTimeColumn());
  if (map.energy !== undefined) report(messages.powerAndEnergy());
  const asked = power === undefined ? [] : Array.isArray(power) ? power : [power];
  const powers = asked.flatMap((one) => {
    const { name, unit } = typeof one === 'string' ? nameAndUnit(one) : { name: one.column, unit: one.unit };
    const isPattern = name.includes('*') && !header.includes(name);
    const found = isPattern ? header.filter((column) => fits(name, column)) : [named(typeof one === 'string' ? one : name)];
    if (found.length === 0) report(messages.noSuchColumn(name, undefined, header));
    return found.flatMap((column) => {
      if (column === undefined) return [];
      // A person typed the name of a column, and not those that a pattern fits.
      return powerColumn(column, unit, isPattern ? `column ${header.indexOf(column) + 1}` : nameAndUnit(column).name, report);
    });
  });
  const [timeColumn, deviceColumn, projectColumn] = [
    named(time),
    named(device),
    named(typeof project === 'string' ? project : project?.column),
  ];
  const factor = timeColumn === undefined ? undefined : factorOf(time, timeColumn, report);
  return timeColumn === undefined ? undefined : { time: timeColumn, factor, powers, device: deviceColumn, project: projectColumn };
}

/** Whether a column has a name of a pattern. `*` is any text. */
function fits(pattern: string, column: string): boolean {
  if (isTwin(column)) return false;
  const parts = pattern.split('*');
  const names = [column, nameAndUnit(column).name];
  return names.some((name) => {
    let at = 0;
    return parts.every((part, index) => {
      const found = index === parts.length - 1 ? name.length - part.length : name.indexOf(part, at);
      if (found < at || !name.startsWith(part, found) || (index === 0 && found !== 0)) return false;
      at = found + part.length;
      return true;
    });
  });
}

function powerColumn(column: string, asked: string | undefined, called: string, report: Report): readonly PowerColumn[] {
  const unit = asked ?? nameAndUnit(column).unit ?? unitInName(column);
  if (unit !== undefined && wattsIn(unit) === undefined) report(shared.columnUnit('power', unit, 'W'));
  return [{ column, unit, device: nameAndUnit(column).name, called }];
}

function factorOf(asked: string | undefined, column: string, report: Report): number | undefined {
  const unit =
    (asked === undefined ? undefined : nameAndUnit(asked).unit) ??
    nameAndUnit(column).unit ??
    /_(ms|us|ns|sec|seconds|s|minutes|min)$/.exec(column)?.[1];
  if (unit === undefined) return undefined;
  const factor = Object.hasOwn(timeUnits, unit) ? timeUnits[unit] : undefined;
  // A header may have `time (UTC)`.
  if (factor === undefined && asked !== undefined && nameAndUnit(asked).unit === unit && asked !== column)
    report(shared.columnUnit('time', unit, 's'));
  return factor;
}
