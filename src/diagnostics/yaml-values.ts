/**
 * Whether two values that were read from YAML are the same, whatever the order of their keys.
 *
 * @example isSameValue({ a: [1, 'x'], b: NaN }, { b: NaN, a: [1, 'x'] }) //=> true
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && isSameValue(at(one, key), at(other, key)));
}

function at(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}
