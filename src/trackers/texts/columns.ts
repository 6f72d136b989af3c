import { InputError } from '../../diagnostics/diagnostic.js';
import type { ColumnMap, ColumnMeaning } from '../../manifest/schema/log-columns.js';
import { findUnit } from '../../units/convert.js';
import { canonicalUnit, type Dimension } from '../../units/quantity.js';
import { messages } from '../messages.js';

/** A column that a person has named for what it means. */
export interface MappedColumn {
  /** Without the unit in brackets. */
  readonly name: string;
  /** As it was written, brackets and all: a table's own header may hold the unit too. */
  readonly written: string;
  readonly unit: string | undefined;
  /** A value in its unit to kWh, h or kgCO2e; as it is where the meaning has no unit. */
  readonly factor: (value: number) => number;
}

const dimensions: Partial<Record<ColumnMeaning, Dimension>> = { energy: 'energy', duration: 'time', emissions: 'emissions' };

/** Hours of devices are no hours on the clock. */
const deviceHours = /^(?:accelerator|gpu|tpu|device|chip|node)/i;

/**
 * The column that a map names for a meaning, with its unit: of `energy: used (Wh)` it is `used`, and 5 are 0.005 kWh.
 *
 * @throws {InputError} Where a quantity has no unit, or one of something else.
 */
export function mappedColumn(map: ColumnMap, meaning: ColumnMeaning): MappedColumn | undefined {
  const given = Object.hasOwn(map, meaning) ? map[meaning] : undefined;
  if (given === undefined) return undefined;
  const dimension = dimensions[meaning];
  if (typeof given !== 'string') {
    const { column, unit } = given;
    return { name: column, written: column, unit, factor: dimension === undefined ? (value) => value : factorOf(meaning, dimension, unit) };
  }
  if (dimension === undefined) return { name: given, written: given, unit: undefined, factor: (value) => value };
  const [, name = given, unit] = /^\s*(.*?)\s*(?:\(([^()]*)\)|\[([^[\]]*)\])\s*$/.exec(given)?.filter((part) => part !== undefined) ?? [];
  return { name: name.trim(), written: given, unit: unit?.trim(), factor: factorOf(meaning, dimension, unit) };
}

function factorOf(meaning: ColumnMeaning, dimension: Dimension, unit = ''): (value: number) => number {
  const refuse = (): InputError => new InputError([messages.columnUnit(meaning, unit.trim(), canonicalUnit[dimension])]);
  if (unit.trim() === '' || (dimension === 'time' && deviceHours.test(unit.trim()))) throw refuse();
  const found = findUnit(unit, dimension);
  if (found.kind !== 'found' || found.dimension !== dimension) throw refuse();
  // 3.6e6 J are 1 kWh, where 1 ÷ 3.6e6 of each would be a little off.
  const inverse = Math.round(1 / found.factor);
  return found.factor < 1 && Math.abs(inverse * found.factor - 1) < 1e-12 ? (value) => value / inverse : (value) => value * found.factor;
}
