import { z } from 'zod';
import type { QuantityRules } from '../schema/quantity-rules.js';
import { manifestSchema } from '../schema.js';
import type { Path } from '../yaml/yaml.js';

/** What zod keeps of a schema. */
type Definition = { readonly _zod?: { readonly def: Readonly<Record<string, unknown>> } | undefined };

/** The keys that a place in the manifest takes, from the schema itself. */
export function knownKeys(path: Path): readonly string[] {
  return Object.keys(shapeAt(path));
}

/** The keys of a place that are mappings which take a key themselves: `energy`, of a phase, takes `boundary`. */
export function keysThatTake(key: string, path: Path): readonly string[] {
  return Object.entries(shapeAt(path)).flatMap(([name, schema]) => (ownKeysOf(schema).includes(key) ? [name] : []));
}

/**
 * Places that take a key, as the steps to them, the shortest first: `['phases', '*', 'hardware', 'embodied']` for `lifetime`.
 *
 * Without those of quantities, whose keys are the same everywhere.
 */
export function placesOf(key: string): readonly (readonly string[])[] {
  index ??= indexed();
  const places = index.get(key) ?? [];
  // An alternative is asked for by the key of what it changes, which has its place elsewhere.
  const own = places.filter(([first]) => first !== 'what_if');
  return own.length > 0 ? own : places;
}

let index: ReadonlyMap<string, readonly (readonly string[])[]> | undefined;

/** Breadth first; each mapping is entered once, since sites and hardware have several places. */
function indexed(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const places = new Map<string, (readonly string[])[]>();
  const seen = new Set<unknown>();
  const queue: { readonly schema: unknown; readonly steps: readonly string[] }[] = [{ schema: manifestSchema, steps: [] }];
  for (const { schema, steps } of queue) {
    const def = unwrapped(schema);
    if (seen.has(def)) continue;
    seen.add(def);
    if (def['type'] === 'union') queue.push(...(def['options'] as unknown[]).map((option) => ({ schema: option, steps })));
    if (def['type'] === 'array') queue.push({ schema: def['element'], steps: [...steps, '*'] });
    if (def['type'] === 'record') queue.push({ schema: def['valueType'], steps: [...steps, '*'] });
    if (def['type'] !== 'object') continue;
    for (const [key, value] of Object.entries(def['shape'] as object)) {
      places.set(key, [...(places.get(key) ?? []), steps]);
      queue.push({ schema: value, steps: [...steps, key] });
    }
  }
  return places;
}

/** The mapping at a path: its keys, with the schema of each. */
function shapeAt(path: Path): Readonly<Record<string, unknown>> {
  let options: readonly unknown[] = [manifestSchema];
  for (const step of path) options = options.flatMap((schema) => inside(schema, step));
  return Object.assign({}, ...options.map((schema) => shapeOf(unwrapped(schema)) ?? {})) as Record<string, unknown>;
}

/** The keys of a mapping; of a quantity, those that not every quantity has. */
function ownKeysOf(schema: unknown): readonly string[] {
  const def = unwrapped(schema);
  if (def['type'] !== 'pipe') return Object.keys(shapeOf(def) ?? {});
  const meta = z.globalRegistry.get(def['in'] as z.ZodType)?.['quantity'] as { readonly rules: QuantityRules } | undefined;
  return meta?.rules.also ?? [];
}

/** The definition of a schema, without `optional`. */
function unwrapped(schema: unknown): Readonly<Record<string, unknown>> {
  const def = (schema as Definition)._zod?.def ?? {};
  return def['type'] === 'optional' ? unwrapped(def['innerType']) : def;
}

/** The keys of a mapping, with the schema of each; of a union, those of all alternatives. */
function shapeOf(def: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  if (def['type'] === 'union')
    return Object.assign({}, ...(def['options'] as unknown[]).map((option) => shapeOf(unwrapped(option)) ?? {})) as Record<string, unknown>;
  if (def['type'] === 'record') {
    const entries = unwrapped(def['keyType'])['entries'] as Readonly<Record<string, string>> | undefined;
    return entries && Object.fromEntries(Object.values(entries).map((key) => [key, def['valueType']]));
  }
  return def['type'] === 'object' ? (def['shape'] as Readonly<Record<string, unknown>>) : undefined;
}

/** The schemas that the value of a key, or an item, can have. */
function inside(schema: unknown, step: string | number): readonly unknown[] {
  const def = unwrapped(schema);
  if (def['type'] === 'union') {
    const found = (def['options'] as unknown[]).map((option) => ({ option, schemas: inside(option, step) }));
    // A key of a mapping is no name of an entry: `hardware` at the top is one machine, or machines by name.
    const own = found.filter(
      ({ option, schemas }) => unwrapped(option)['type'] === 'object' && schemas.some((one) => shapeOf(unwrapped(one))),
    );
    return (own.length > 0 ? own : found).flatMap(({ schemas }) => schemas);
  }
  if (def['type'] === 'array') return [def['element']];
  if (def['type'] === 'record') return [def['valueType']];
  const shape = shapeOf(def) ?? {};
  const found = Object.hasOwn(shape, String(step)) ? shape[String(step)] : undefined;
  return found === undefined ? [] : [found];
}
