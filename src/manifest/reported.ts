import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { insufficiencies } from '../diagnostics/insufficiencies.js';
import type { Report, Reported } from '../diagnostics/report.js';
import { sharedKeys } from './shared-keys.js';
import { pathSteps, type YamlText } from './yaml/yaml.js';

/**
 * What is reported of one manifest while it is parsed and resolved, each with its place in the text: so that the errors of
 * both stages come all at once.
 */
export interface ReportedDiagnostics {
  readonly report: Report;
  /** Whether the value at a path is a placeholder for a faulty part; nothing is reported of it. */
  readonly isPlaceholder: (path: string) => boolean;
  /** @throws {InputError} With every error so far, from top to bottom. */
  readonly throwErrors: () => void;
  /** Warnings and notes, each once, in the order in which they were reported. */
  readonly remarks: () => readonly Diagnostic[];
}

/**
 * @param shapeFaults What is wrong with the shape of the text: always a cause, never a consequence.
 * @param placeholders Paths of the parts that were left out of the value, or replaced in it.
 */
export function collectReports(
  { positionOf }: YamlText,
  file: string | undefined,
  shapeFaults: readonly Reported[],
  placeholders: readonly string[],
): ReportedDiagnostics {
  const found: Reported[] = [];
  const isPlaceholder = (path: string): boolean => placeholders.some((part) => isWithin(path, part));
  const placedError = ({ part = 'key', phase: _, ...diagnostic }: Reported): Diagnostic => ({
    ...diagnostic,
    file,
    ...positionOf(pathSteps(diagnostic.path ?? ''), part),
  });
  // One that names a file is about a row of a log: it has a line already.
  const placedRemark = ({ part: _, phase: _phase, path, ...diagnostic }: Reported): Diagnostic => ({
    ...diagnostic,
    ...(path !== '' && { path }),
    ...(diagnostic.file === undefined && positionOf(pathSteps(path ?? ''), 'value')),
  });
  const asksForPlaceholder = ({ id, path = '' }: Reported): boolean =>
    id === 'missing-key' && placeholders.some((part) => isWithin(part, path));
  return {
    report: (diagnostic) => {
      const isOfPlaceholder = isPlaceholder(diagnostic.path ?? '') || isPlaceholder(diagnostic.phase ?? '');
      if (!isOfPlaceholder && !asksForPlaceholder(diagnostic)) found.push(diagnostic);
    },
    isPlaceholder,
    throwErrors: () => {
      const shape = shapeFaults.map(placedError);
      const others = found.filter(({ severity }) => severity === 'error');
      const errors = oneForAllPlaces([...shape, ...withoutConsequences(others, shapeFaults).map(placedError)]);
      if (errors.length > 0) throw new InputError(distinct(errors.toSorted(byPosition)));
    },
    remarks: () => distinct(found.filter(({ severity }) => severity !== 'error').map(placedRemark)),
  };
}

/** One error for all phases without a place: one key at the top can give it to all of them. */
function oneForAllPlaces(errors: readonly Diagnostic[]): readonly Diagnostic[] {
  const [first, ...others] = errors.filter(({ id }) => id === 'no-place');
  if (first === undefined || others.length === 0) return errors;
  const note = `The same holds for ${others.length} more ${others.length === 1 ? 'phase' : 'phases'}. A \`location:\` at the top of the manifest is that of every phase without a place.`;
  return errors.flatMap((error) => (error === first ? [{ ...error, note }] : others.includes(error) ? [] : [error]));
}

/** Each once: the same sentence on the same path is one thing to say. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ id, path, message }) => {
    const key = JSON.stringify([id, path, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function isWithin(path: string, part: string): boolean {
  return path === part || (path.startsWith(part) && /^[.[]/.test(path.slice(part.length)));
}

/** The key of a phase, or of the top, that a fault is at; empty where it is the phase itself. */
function keyOf(cause: string, phase: string): string {
  const inner = isWithin(cause, phase) && phase !== '' ? cause.slice(phase.length + 1) : cause;
  return /^\w*/.exec(inner)?.[0] ?? '';
}

/** Keys that what a phase lacks can be in. A key that none of these lists has may be a misspelt one, and have meant any of them. */
const keysOf = {
  work: ['energy', 'power', 'load', 'flops', 'duration', 'accelerator_hours', 'accelerators', 'reserved_hours', 'hardware'],
  place: ['site', 'sites', 'location', 'cloud', 'region', 'grid'],
  other: [
    'phase',
    'name',
    'requests',
    'tokens',
    'includes',
    'runs',
    'memory',
    'cite',
    'pue',
    'wue',
    'share',
    'embodied',
    'reported',
    'idle',
    'overhead',
    'host',
  ],
} as const;

const workLacks: readonly string[] = ['no-energy', 'no-time', 'no-power', 'accelerators-missing'];
const placeLacks: readonly string[] = ['no-place'];

/** Whether a fault at a key leaves alone what a phase lacks: an energy in a wrong unit says nothing of the place. */
function isUnrelated(id: string, key: string): boolean {
  const has = (list: readonly string[]): boolean => list.includes(key);
  if (workLacks.includes(id)) return has(keysOf.place) || has(keysOf.other);
  return placeLacks.includes(id) && (has(keysOf.work) || has(keysOf.other));
}

/** Errors without those that follow from another one: a phase whose site has a wrong unit seems to lack a site too. */
function withoutConsequences(found: readonly Reported[], shapeFaults: readonly Reported[]): readonly Reported[] {
  const isConsequence = ({ id }: Reported): boolean => insufficiencies.includes(id);
  const causes = [...shapeFaults, ...found.filter((fault) => !isConsequence(fault))].map(({ path }) => path ?? '');
  const isOfWork = (cause: string): boolean => !/^(model|slug|phases|report|output|factors)\b/.test(cause);
  const isShared = (cause: string): boolean => ['sites', ...sharedKeys].some((key) => isWithin(cause, key));
  const follows = ({ id, path = '', phase: resolved = '' }: Reported): boolean => {
    // What a phase lacks may be reported at the key that it shares with others: `hours` in the phase, `hardware` at the top.
    const phase = /^phases\[\d+\]/.exec(path)?.[0];
    const isOf = (cause: string): boolean => isWithin(cause, phase ?? resolved) || (phase === undefined && isOfWork(cause));
    return causes.some((cause) => (isOf(cause) || isShared(cause)) && !isUnrelated(id, keyOf(cause, phase ?? resolved)));
  };
  return found.filter((fault) => !isConsequence(fault) || !follows(fault));
}
