import { type Path, type Plain, plain } from '../../../claims/plain.js';

export interface SchemaContext {
  /** The `$defs` of the schema. */
  readonly definitions: Plain;
  /** Whether a key that the schema requires is needed here. */
  readonly isNeeded: (path: Path) => boolean;
}

/**
 * The path of the first part of a value that is not of its JSON Schema; nothing where all are. It knows the keywords that decide
 * what a program can read: `$ref`, `anyOf`, `type`, `const`, `enum`, `required`, `properties` and `items`. Unknown keys are no fault.
 */
export function schemaFault(value: unknown, schema: Plain, context: SchemaContext, path: Path = []): Path | undefined {
  const { $ref, anyOf, type, enum: words, properties, items, required } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.replace(/^#\/\$defs\//, '');
    return schemaFault(value, plain(context.definitions[name]), context, path);
  }
  if (Array.isArray(anyOf)) {
    const isAny = anyOf.some((one) => schemaFault(value, plain(one), context, path) === undefined);
    return isAny ? undefined : path;
  }
  const isConstant = !Object.hasOwn(schema, 'const') || schema['const'] === value;
  const isWord = !Array.isArray(words) || words.includes(value);
  if (!isOfType(type, value) || !isConstant || !isWord) return path;
  if (Array.isArray(value)) {
    const of = plain(items);
    return firstOf(value, (item, n) => schemaFault(item, of, context, [...path, n]));
  }
  const object = plain(value);
  const missing = Array.isArray(required)
    ? required.map(String).find((key) => object[key] === undefined && context.isNeeded([...path, key]))
    : undefined;
  if (missing !== undefined) return [...path, missing];
  const known = Object.entries(plain(properties)).filter(([key]) => object[key] !== undefined);
  return firstOf(known, ([key, of]) => schemaFault(object[key], plain(of), context, [...path, key]));
}

/** A path in words: `phases[0].grid.market`. */
export function pathText(path: Path): string {
  return path.map((part, n) => (typeof part === 'number' ? `[${part}]` : n === 0 ? part : `.${part}`)).join('');
}

function firstOf<T>(all: readonly T[], find: (one: T, n: number) => Path | undefined): Path | undefined {
  for (const [n, one] of all.entries()) {
    const found = find(one, n);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isOfType(type: unknown, value: unknown): boolean {
  if (Array.isArray(type)) return type.some((one) => isOfType(one, value));
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      return true;
  }
}
