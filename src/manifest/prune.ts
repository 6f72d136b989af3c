import { type Path, pathText } from './yaml.js';

export interface Pruned {
  readonly value: unknown;
  /** Path of what was left out or replaced; nothing is reported of it. */
  readonly placeholder: string;
}

/**
 * A copy without the wrong part at a path, or without the smallest part around it that can be left out.
 *
 * What a manifest can't do without (`model`, the kind of a phase) gets a placeholder, so that everything else can still be
 * checked. Phases keep their places, so that later paths stay right; of other lists the whole is left out.
 */
export function without(root: unknown, path: Path): Pruned {
  const target = removable(path);
  return { value: replaced(root, target, placeholderAt(target)), placeholder: pathText(target) };
}

function removable(path: Path): Path {
  const item = path.findIndex((step, at) => typeof step === 'number' && !(at === 1 && path[0] === 'phases'));
  if (item >= 0) return path.slice(0, item);
  return path.at(-1) === 'country' ? path.slice(0, -1) : path;
}

function placeholderAt(path: Path): unknown {
  if (path[0] === 'model' && path.length === 1) return '\0';
  if (path[0] !== 'phases') return undefined;
  if (path.length === 1) return [];
  if (path.length === 2) return { phase: 'training' };
  return path.length === 3 && path[2] === 'phase' ? 'training' : undefined;
}

function replaced(root: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (typeof root !== 'object' || root === null) return root;
  if (Array.isArray(root)) return root.map((item: unknown, index) => (index === step ? replaced(item, rest, by) : item));
  const key = String(step);
  const others = Object.entries(root).filter(([name]) => name !== key);
  const part = rest.length > 0 && !Object.hasOwn(root, key) ? undefined : replaced((root as Record<string, unknown>)[key], rest, by);
  return Object.fromEntries(part === undefined ? others : [...others, [key, part]]);
}
