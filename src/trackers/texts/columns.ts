import { InputError } from '../../diagnostics/diagnostic.js';
import type { ColumnMap, ColumnMeaning } from '../../manifest/schema/log-columns.js';
import { findUnit } from '../../units/convert.js';
import { canonicalUnit, type Dimension } from '../../units/quantity.js';
import { messages } from '../messages.js';
import { nameAndUnit } from './name-and-unit.js';

/** A column that a person has named for a meaning. */
export interface MappedColumn {
  /** Without the unit in brackets. */
  readonly name: string;
  /** As it was written, with its brackets: the header of the table may have the unit too. */
  readonly written: string;
  readonly unit: string | undefined;
  /** Converts a value in its unit to kWh, h or kgCO2e. Where the meaning has no unit, the value is unchanged. */
  readonly factor: (value: number) => number;
}

const dimensions: Partial<Record<ColumnMeaning, Dimension>> = { energy: 'energy', duration: 'time', emissions: 'emissions' };

/**
 * The column that a map names for a meaning, with its unit: for `energy: used (Wh)` it is `used`, and 5 become 0.005 kWh.
 *
 * @throws {InputError} Where a quantity has no unit, or a unit of another dimension.
 */
export function mappedColumn(map: ColumnMap, meaning: ColumnMeaning): MappedColumn | undefined {
  const asked = Object.hasOwn(map, meaning) ? map[meaning] : undefined;
  if (asked === undefined) return undefined;
  const dimension = dimensions[meaning];
  if (typeof asked !== 'string') {
    const { column, unit } = asked;
    return { name: column, written: column, unit, factor: dimension === undefined ? (value) => value : factorOf(meaning, dimension, unit) };
  }
  if (dimension === undefined) return { name: asked, written: asked, unit: undefined, factor: (value) => value };
  const { name, unit } = nameAndUnit(asked);
  return { name, written: asked, unit, factor: factorOf(meaning, dimension, unit) };
}

/**
 * The column of a header whose name is a stem with a unit in brackets: `duration(s)` for `duration`. Tools fix both, and a person or
 * a fork may change the unit.
 *
 * @param slips Units that a tool misspells.
 * @throws {InputError} Where the unit is unknown, or of another dimension.
 */
export function columnWithUnit(
  names: readonly string[],
  stem: string,
  meaning: ColumnMeaning,
  slips: ReadonlyMap<string, string> = new Map(),
): MappedColumn | undefined {
  for (const name of names) {
    const unit = name.startsWith(stem) ? /^\s*[([]([^()[\]]*)[)\]]\s*$/.exec(name.slice(stem.length))?.[1]?.trim() : undefined;
    if (unit !== undefined) return mappedColumn({ [meaning]: { column: name, unit: slips.get(unit) ?? unit } }, meaning);
  }
  return undefined;
}

function factorOf(meaning: ColumnMeaning, dimension: Dimension, unit = ''): (value: number) => number {
  const fault = (): InputError => new InputError([messages.columnUnit(meaning, unit.trim(), canonicalUnit[dimension])]);
  const found = findUnit(unit, dimension);
  // Hours of devices are not hours of wall-clock time.
  if (found.kind !== 'found' || found.dimension !== dimension || found.ofAccelerators === true) throw fault();
  // Division keeps 3.6e6 J exactly 1 kWh; multiplication by 1 ÷ 3.6e6 would be a little off.
  const inverse = Math.round(1 / found.factor);
  return found.factor < 1 && Math.abs(inverse * found.factor - 1) < 1e-12 ? (value) => value / inverse : (value) => value * found.factor;
}
