import { type Path, pathText } from './yaml/yaml.js';

export interface Pruned {
  readonly value: unknown;
  /** Paths of what was left out or replaced; nothing is reported of it. */
  readonly placeholders: readonly string[];
}

/**
 * A copy without the wrong parts at some paths, or without the smallest part around each that can be left out.
 *
 * What a manifest can't do without (`model`, the kind of a phase) gets a placeholder, so that everything else can still be
 * checked. Phases keep their places, so that later paths stay right; of other lists the whole is left out. All are left out
 * in one pass, since a file of another kind can have thousands of them.
 */
export function without(root: unknown, paths: readonly Path[]): Pruned {
  const targets = paths.map(removable);
  return { value: replaced(root, { at: [], targets }), placeholders: targets.map(pathText) };
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

/** A part of the value, with what is to be left out of it, as steps from here. */
interface Part {
  readonly at: Path;
  readonly targets: readonly Path[];
}

function replaced(root: unknown, { at, targets }: Part): unknown {
  if (targets.some(({ length }) => length === 0)) return placeholderAt(at);
  const byStep = new Map<string | number, Path[]>();
  for (const [step = '', ...rest] of targets) {
    const own = byStep.get(step) ?? [];
    own.push(rest);
    byStep.set(step, own);
  }
  const inside = (step: string | number, value: unknown): unknown => {
    const own = byStep.get(step);
    return own === undefined ? value : replaced(value, { at: [...at, step], targets: own });
  };
  if (Array.isArray(root)) return root.map((item: unknown, index) => inside(index, item));
  if (typeof root !== 'object' || root === null) return root;
  const kept = Object.entries(root).map(([key, value]) => [key, inside(key, value)] as const);
  // A key that is missing and can't be gets its placeholder, too.
  const added = [...byStep].flatMap(([step, own]) =>
    Object.hasOwn(root, step) || own.every(({ length }) => length > 0) ? [] : [[String(step), placeholderAt([...at, step])] as const],
  );
  return Object.fromEntries([...kept, ...added].filter(([, value]) => value !== undefined));
}
