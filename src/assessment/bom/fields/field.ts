import { plainDecimal } from '../../../units/format.js';
import { inUnit } from '../../../units/in-unit.js';
import { parseQuantity } from '../../../units/parse.js';
import type { Dimension, Quantity } from '../../../units/quantity.js';
import { propertyPrefix } from '../properties.js';

/** A property whose value may be missing. */
export type PropertyDraft = readonly [name: string, value: string | undefined];

/** Values of properties by name; a name may have several. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** Called with a property whose value is none of its kind. */
export type OnInvalid = (name: string, text: string) => void;

/** How a fact is written as properties and read from them: one definition, so that neither side can lack what the other has. */
export interface Field<T> {
  readonly write: (value: T) => readonly PropertyDraft[];
  readonly read: (properties: Properties, onInvalid: OnInvalid) => T | undefined;
}

/** A field for each key of a type. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: Field<NonNullable<T[K]>> };

/** A key that no property has, with the reason. */
export const elsewhere = <T>(_reason: string): Field<T> => ({ write: () => [], read: () => undefined });

/** Every digit that is not the error of an addition. */
const digits = 15;

/** A number with its unit: `433196 kWh`. */
export function amountText(value: number | undefined, unit?: string): string | undefined {
  if (value === undefined) return undefined;
  return unit === undefined || unit === '' ? plainDecimal(value, digits) : `${plainDecimal(value, digits)} ${unit}`;
}

export function word(name: string): Field<string> {
  return { write: (value) => [[name, value]], read: (properties) => properties.get(name)?.[0] };
}

/** Several texts, each a property of the same name. */
export function words(name: string): Field<readonly string[]> {
  return { write: (all) => all.map((value) => [name, value]), read: (properties) => properties.get(name) };
}

export function choice<T extends string>(name: string, known: readonly T[]): Field<T> {
  return {
    write: (value) => [[name, value]],
    read: (properties, onInvalid) => {
      const text = properties.get(name)?.[0];
      const found = known.find((one) => one === text);
      if (text !== undefined && found === undefined) onInvalid(name, text);
      return found;
    },
  };
}

/** A number without a unit. */
export function count(name: string): Field<number> {
  return {
    write: (value) => [[name, amountText(value)]],
    read: (properties, onInvalid) => {
      const text = properties.get(name)?.[0];
      if (text === undefined) return undefined;
      if (/^\d+(?:\.\d+)?$/.test(text) && Number.isFinite(Number(text))) return Number(text);
      onInvalid(name, text);
      return undefined;
    },
  };
}

/**
 * A quantity with its interval: `name`, `name:low` and `name:high`, each with the unit.
 *
 * @param written The unit in the properties, where the program has another one: tonnes for kilograms.
 */
export function quantityOf<U extends string>(name: string, dimension: Dimension, unit: U, written: string = unit): Field<Quantity<U>> {
  const numberOf = (key: string, properties: Properties, onInvalid: OnInvalid): number | undefined => {
    const text = properties.get(key)?.[0];
    if (text === undefined) return undefined;
    const parsed = parseQuantity(text, dimension, unit === '');
    if (parsed.ok && Number.isFinite(parsed.value) && parsed.value >= 0) return parsed.value;
    onInvalid(key, text);
    return undefined;
  };
  return {
    write: (value) => {
      const { value: middle, low, high } = written === unit ? value : inUnit(value, dimension, written);
      return [
        [name, amountText(middle, written)],
        [`${name}:low`, amountText(low, written)],
        [`${name}:high`, amountText(high, written)],
      ];
    },
    read: (properties, onInvalid) => {
      const value = numberOf(name, properties, onInvalid);
      const [low, high] = [numberOf(`${name}:low`, properties, onInvalid), numberOf(`${name}:high`, properties, onInvalid)];
      if (value === undefined) return undefined;
      // An interval without its value inside is none.
      const isInterval = low !== undefined && high !== undefined && low <= value && value <= high;
      return isInterval ? { value, unit, low, high } : { value, unit };
    },
  };
}

/**
 * Several facts together; nothing where none of them is stated, or where one that is needed lacks.
 *
 * @param needs Without it there are no such facts.
 */
export function record<T extends object>(fields: FieldsOf<T>, needs?: keyof T): Field<T> {
  const keys = Object.keys(fields) as (keyof T)[];
  return {
    write: (value) =>
      keys.flatMap((key) => {
        const part = value[key];
        return part === undefined || part === null ? [] : fields[key].write(part as NonNullable<T[keyof T]>);
      }),
    read: (properties, onInvalid) => {
      const found = keys.flatMap((key) => {
        const part = fields[key].read(properties, onInvalid);
        return part === undefined ? [] : [[key, part] as const];
      });
      const isWhole = needs === undefined ? found.length > 0 : found.some(([key]) => key === needs);
      return isWhole ? (Object.fromEntries(found) as T) : undefined;
    },
  };
}

/** Several of one kind, told apart by a number: `carboncard:base-model-2:name` is the `carboncard:name` of the second. */
export function numbered<T>(what: string, field: Field<T>): Field<readonly T[]> {
  return {
    write: (all) =>
      all.flatMap((one, n) =>
        field
          .write(one)
          .map(([name, value]): PropertyDraft => [`${propertyPrefix}${what}-${n + 1}:${name.slice(propertyPrefix.length)}`, value]),
      ),
    read: (properties, onInvalid) => {
      const groups = new Map<string, Map<string, readonly string[]>>();
      const begin = `${propertyPrefix}${what}-`;
      for (const [name, values] of properties) {
        const [, n, key] = name.startsWith(begin) ? (/^(\d{1,6}):(.+)$/s.exec(name.slice(begin.length)) ?? []) : [];
        if (n === undefined || key === undefined) continue;
        const group = groups.get(n) ?? new Map<string, readonly string[]>();
        groups.set(n, group.set(`${propertyPrefix}${key}`, values));
      }
      const inFull = (name: string, n: string): string => `${begin}${n}:${name.slice(propertyPrefix.length)}`;
      return [...groups].flatMap(([n, group]) => field.read(group, (name, text) => onInvalid(inFull(name, n), text)) ?? []);
    },
  };
}
