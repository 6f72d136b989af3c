import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { fileMessages } from '../diagnostics/file-messages.js';
import { insufficiencies } from '../diagnostics/insufficiencies.js';
import type { Message } from '../diagnostics/message.js';
import { buildManifest, type Tell } from './build.js';
import { checkManifest } from './checks.js';
import { describe } from './field.js';
import { type Fault, faultsOf } from './issues.js';
import type { LoggedPhases } from './logged.js';
import type { Manifest } from './manifest.js';
import { messages } from './messages.js';
import { without } from './prune.js';
import { from, type Selection, selectionOf } from './schema/from.js';
import { manifestSchema, type ParsedManifest } from './schema.js';
import { type Path, pathSteps, pathText, readYaml } from './yaml.js';

/** The logs that a text names for its phases, by the phase's path; empty where the text is no manifest. */
export function logsNamedIn(text: string): ReadonlyMap<string, Selection> {
  const named = new Map<string, Selection>();
  // Reading YAML twice is for those that name logs.
  if (!/\bfrom\b/.test(text)) return named;
  const root = readYaml(text).read?.value;
  const phases = isMapping(root) && Array.isArray(root['phases']) ? root['phases'].entries() : [];
  const found: readonly (readonly [string, unknown])[] = [
    ['', root],
    ...[...phases].map(([index, phase]) => [`phases[${index}]`, phase] as const),
  ];
  for (const [path, phase] of found) {
    const written = isMapping(phase) ? from.safeParse(phase['from']) : undefined;
    if (written?.success === true) named.set(path, selectionOf(written.data));
  }
  return named;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a manifest: YAML or JSON text in, everything that a person wrote out, numbers in canonical units.
 *
 * @param logs What the logs say that its phases name; they are files, and so for the caller to read.
 * @throws {InputError} With every error that the text has, in its order: syntax, or else shape, quantities, names and
 *   contradictions together.
 */
export function parseManifest(text: string, file?: string, logs?: LoggedPhases): Manifest {
  if (text.trim() === '') throw new InputError([{ ...fileMessages.emptyFile(), ...(file !== undefined && { file }), line: 1, column: 1 }]);
  const { read, diagnostics } = readYaml(text);
  if (read === undefined) throw new InputError(diagnostics.map((d) => ({ ...d, ...(file !== undefined && { file }) })));
  const placed = (sentence: Message, path: Path, part: 'key' | 'value' = 'key'): Diagnostic => ({
    ...sentence,
    path: pathText(path),
    ...(file !== undefined && { file }),
    ...read.positionOf(path, part),
  });
  const { parsed, faults, ours } = shapeOf(read.value);
  const wrong = faults.map(({ sentence, path, part }) => placed(sentence, path, part));
  const found: Diagnostic[] = [];
  const isOurs = (path: string): boolean => ours.some((part) => isWithin(path, part));
  const ask: Tell = (sentence, path, part) => {
    const at = pathText(path);
    const asksForOurs = sentence.id === 'missing-key' && ours.some((part) => isWithin(part, at));
    if (!isOurs(at) && !asksForOurs) found.push(placed(sentence, path, part));
  };
  const manifest = parsed && buildManifest(parsed, { read, text, file, logs }, ask);
  if (manifest !== undefined) for (const { sentence, path, part } of checkManifest(manifest, isOurs)) ask(sentence, pathSteps(path), part);
  const errors = [...wrong, ...withoutConsequences(found, wrong)];
  if (errors.some((d) => d.severity === 'error') || manifest === undefined) throw new InputError(inOrder(errors));
  return manifest;
}

interface Shape {
  /** The manifest without the parts whose shape is wrong, so that what remains can still be questioned. */
  readonly parsed?: ParsedManifest | undefined;
  readonly faults: readonly Fault[];
  /** Paths of the parts that are missing from it, or stand in for what the person wrote: nothing is said of them. */
  readonly ours: readonly string[];
}

function shapeOf(root: unknown): Shape {
  if (isNothing(root)) return { faults: [{ sentence: fileMessages.emptyFile(), path: [], part: 'key' }], ours: [] };
  if (typeof root !== 'object' || Array.isArray(root))
    return { faults: [{ sentence: messages.notAMapping(describe(root)), path: [], part: 'key' }], ours: [] };
  let value: unknown = root;
  let result = manifestSchema.safeParse(value);
  let first: readonly Fault[] | undefined;
  const ours: string[] = [];
  while (!result.success && ours.length < 10_000) {
    const faults = faultsOf(result.error.issues, value);
    // Later rounds find what pruning broke, and not what the person wrote.
    first ??= faults;
    for (const { path } of faults) {
      const pruned = without(value, path);
      value = pruned.value;
      ours.push(pruned.ours);
    }
    result = manifestSchema.safeParse(value);
  }
  const shape = { faults: first ?? [], ours };
  return result.success ? { parsed: result.data, ...shape } : shape;
}

function isNothing(root: unknown): root is null | undefined {
  return root === null || root === undefined || (typeof root === 'object' && !Array.isArray(root) && Object.keys(root).length === 0);
}

function isWithin(path: string, part: string): boolean {
  return path === part || (path.startsWith(part) && /^[.[]/.test(path.slice(part.length)));
}

/**
 * What was found, without what follows from another fault: a phase whose site has a wrong unit seems to lack a site too.
 *
 * @param wrong What is wrong with the shape: always a cause, never a consequence.
 */
function withoutConsequences(found: readonly Diagnostic[], wrong: readonly Diagnostic[]): readonly Diagnostic[] {
  const isConsequence = ({ id }: Diagnostic): boolean => insufficiencies.includes(id);
  const causes = [...wrong, ...found.filter((d) => !isConsequence(d))].map(({ path }) => path ?? '');
  const isOfWork = (cause: string): boolean => !/^(model|slug|phases|report|output|factors)\b/.test(cause);
  const follows = ({ path = '' }: Diagnostic): boolean => {
    const phase = /^phases\[\d+\]/.exec(path)?.[0];
    return causes.some((cause) => (phase === undefined ? isOfWork(cause) : isWithin(cause, phase)) || /^(sites|hardware)\b/.test(cause));
  };
  return found.filter((d) => !isConsequence(d) || !follows(d));
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .filter((d) => {
      const key = `${d.id} ${d.path} ${d.message}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
