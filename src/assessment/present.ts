/**
 * A copy without keys whose value is `undefined`, at any depth. Inside the program an absent field is `undefined`; what
 * leaves it is plain JSON, in which an absent field has no key.
 */
export function present<T>(value: T): T {
  if (Array.isArray(value)) return value.map(present) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, present(item)])) as T;
}
