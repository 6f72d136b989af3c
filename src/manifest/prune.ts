import type { Path } from './yaml.js';

/** A copy without what stands at a path; a list keeps its places, so that later paths stay true. */
export function without(root: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof root !== 'object' || root === null) return root;
  if (Array.isArray(root))
    return root.map((item: unknown, index) => (index === step ? (rest.length === 0 ? placeholder : without(item, rest)) : item));
  return Object.fromEntries(
    Object.entries(root).flatMap(([key, value]) => {
      if (key !== String(step)) return [[key, value]];
      return rest.length === 0 ? required(key) : [[key, without(value, rest)]];
    }),
  );
}

/** What stands in for a part that is wrong and can't be left out; nothing is said of it. */
const placeholder = { phase: 'training', name: '\0' };
const required = (key: string): [string, unknown][] =>
  key === 'model' ? [['model', '\0']] : key === 'phase' ? [['phase', 'training']] : key === 'country' ? [['country', '\0']] : [];
