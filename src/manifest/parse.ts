import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { insufficiencies, messages, type Sentence } from '../diagnostics/messages.js';
import { buildManifest, type Tell } from './build.js';
import { checkManifest } from './checks.js';
import { describe } from './field.js';
import { type Fault, faultsOf } from './issues.js';
import type { Manifest } from './manifest.js';
import { without } from './prune.js';
import { manifestSchema, type ParsedManifest } from './schema.js';
import { type Path, pathSteps, pathText, readYaml } from './yaml.js';

/**
 * Reads a manifest: YAML or JSON text in, everything that a person wrote out, numbers in canonical units.
 *
 * @throws {InputError} With every error that the text has, in its order: syntax, or else shape, quantities, names and
 *   contradictions together.
 */
export function parseManifest(text: string, file?: string): Manifest {
  if (text.trim() === '') throw new InputError([{ ...messages.emptyFile(), ...(file !== undefined && { file }), line: 1, column: 1 }]);
  const { read, diagnostics } = readYaml(text);
  if (read === undefined) throw new InputError(diagnostics.map((d) => ({ ...d, ...(file !== undefined && { file }) })));
  const found: Diagnostic[] = [];
  const tell = (sentence: Sentence, path: Path, part: 'key' | 'value' = 'key'): void => {
    found.push({ ...sentence, path: pathText(path), ...(file !== undefined && { file }), ...read.positionOf(path, part) });
  };
  const { parsed, faults, pruned } = shapeOf(read.value);
  for (const { sentence, path, part } of faults) tell(sentence, path, part);
  // What was put in the place of a wrong part isn't the person's, so nothing is said of it.
  const isOurs = (id: string, path: string): boolean =>
    pruned.some((part) => path.startsWith(part) || (id === 'duplicate-name' && part.endsWith('.phase')));
  const ask: Tell = (sentence, path, part) => {
    if (!isOurs(sentence.id, pathText(path))) tell(sentence, path, part);
  };
  const manifest = parsed && buildManifest(parsed, read, text, file, ask);
  if (manifest !== undefined) for (const { sentence, path, part } of checkManifest(manifest)) ask(sentence, pathSteps(path), part);
  if (found.some((d) => d.severity === 'error') || manifest === undefined) throw new InputError(inOrder(withoutConsequences(found)));
  return manifest;
}

interface Shape {
  /** The manifest without the parts whose shape is wrong, so that what remains can still be questioned. */
  readonly parsed?: ParsedManifest;
  readonly faults: readonly Fault[];
  /** Paths of the parts that are missing from it. */
  readonly pruned: readonly string[];
}

function shapeOf(root: unknown): Shape {
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return { faults: [{ sentence: messages.notAMapping(describe(root)), path: [], part: 'key' }], pruned: [] };
  }
  let value: unknown = root;
  let result = manifestSchema.safeParse(value);
  const rounds: (readonly Fault[])[] = [];
  while (!result.success && rounds.length < 40) {
    const faults = faultsOf(result.error.issues, value);
    rounds.push(faults);
    value = faults.reduce((pruned, { path }) => without(pruned, path), value);
    result = manifestSchema.safeParse(value);
  }
  // Later rounds find what pruning broke, and not what the person wrote.
  const shape = { faults: rounds[0] ?? [], pruned: rounds.flat().map(({ path }) => pathText(path)) };
  return result.success ? { parsed: result.data, ...shape } : shape;
}

/**
 * Without what follows from another fault: a phase whose site has a wrong unit seems to lack a site too.
 */
function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isConsequence = (d: Diagnostic): boolean => insufficiencies.includes(d.id);
  const causes = diagnostics.filter((d) => !isConsequence(d)).map(({ path }) => path ?? '');
  const follows = ({ path = '' }: Diagnostic): boolean => {
    const phase = /^phases\[\d+\]/.exec(path)?.[0] ?? '';
    return causes.some((cause) => cause.startsWith(phase) || /^(sites|hardware)\b/.test(cause));
  };
  return diagnostics.filter((d) => !isConsequence(d) || !follows(d));
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
