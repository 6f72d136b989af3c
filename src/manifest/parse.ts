import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { insufficiencies, messages, type Sentence } from '../diagnostics/messages.js';
import { buildManifest, type Tell } from './build.js';
import { checkManifest } from './checks.js';
import { describe } from './field.js';
import { faultsOf } from './issues.js';
import type { Manifest } from './manifest.js';
import { without } from './prune.js';
import { manifestSchema } from './schema.js';
import { type Path, pathSteps, pathText, type Read, readYaml } from './yaml.js';

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
  const manifest = shape(read, text, file, tell);
  if (manifest !== undefined) for (const { sentence, path, part } of checkManifest(manifest)) tell(sentence, pathSteps(path), part);
  if (found.some((d) => d.severity === 'error') || manifest === undefined) throw new InputError(inOrder(withoutConsequences(found)));
  return manifest;
}

/** The manifest without the parts whose shape is wrong, so that what remains can still be questioned. */
function shape(read: Read, text: string, file: string | undefined, tell: Tell): Manifest | undefined {
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) {
    tell(messages.notAMapping(describe(read.value)), []);
    return undefined;
  }
  let value: unknown = read.value;
  let result = manifestSchema.safeParse(value);
  for (let round = 0; !result.success && round < 40; round += 1) {
    const faults = faultsOf(result.error.issues, value);
    if (round === 0) for (const { sentence, path, part } of faults) tell(sentence, path, part);
    value = faults.reduce((pruned, { path }) => without(pruned, path), value);
    result = manifestSchema.safeParse(value);
  }
  return result.success ? buildManifest(result.data, read, text, file, tell) : undefined;
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
