import type { z } from 'zod';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { messages, type Sentence } from '../diagnostics/messages.js';
import { nearest } from '../diagnostics/nearest.js';
import { checkManifest } from './checks.js';
import { describe } from './field.js';
import { isGiven } from './given.js';
import type { Manifest, Phase } from './manifest.js';
import { manifestSchema, type ParsedManifest, type ParsedPhase, workKeys } from './schema.js';
import { slugOf } from './slug.js';
import { type Path, pathText, type Read, readYaml } from './yaml.js';

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
  if (found.some((d) => d.severity === 'error') || manifest === undefined) throw new InputError(inOrder(found));
  return manifest;
}

type Tell = (sentence: Sentence, path: Path, part?: 'key' | 'value') => void;

/** The manifest's shape, without the parts that are wrong, so that what remains can still be questioned. */
function shape(read: Read, text: string, file: string | undefined, tell: Tell): Manifest | undefined {
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) {
    tell(messages.notAMapping(describe(read.value)), []);
    return undefined;
  }
  let value: unknown = read.value;
  let result = manifestSchema.safeParse(value);
  for (let round = 0; !result.success && round < 40; round += 1) {
    const issues = result.error.issues.flatMap((issue) => leaves(issue, value, []));
    if (round === 0) for (const { sentence, path, part } of issues.map((issue) => told(issue))) tell(sentence, path, part);
    value = issues.reduce((pruned, { path, key }) => without(pruned, key === undefined ? path : [...path, key]), value);
    result = manifestSchema.safeParse(value);
  }
  return result.success ? toManifest(result.data, read, text, file, tell) : undefined;
}

interface Leaf {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
  readonly value: unknown;
  /** An unknown key: the value at `path` is right but for it. */
  readonly key?: string;
}

/** The faults inside an issue: of a union, those of the alternative that was meant, by the kind of value. */
function leaves(issue: z.core.$ZodIssue, root: unknown, base: Path): readonly Leaf[] {
  const path: Path = [...base, ...(issue.path as Path)];
  const value = at(root, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ issue, path, value, key }));
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((alternative) => !alternative.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0));
    if (meant !== undefined) return meant.flatMap((inner) => leaves(inner, root, path));
  }
  return [{ issue, path, value }];
}

function told({ issue, path, value, key }: Leaf): { sentence: Sentence; path: Path; part: 'key' | 'value' } {
  if (key !== undefined) {
    const known = knownKeys(path);
    return { sentence: messages.unknownKey(key, known, nearest(key, known)[0]), path: [...path, key], part: 'key' };
  }
  if (issue.code === 'custom') return { sentence: issue.params?.['sentence'] as Sentence, path, part: 'value' };
  return { sentence: plainSentence(issue, path, value), path, part: value === undefined ? 'key' : 'value' };
}

function plainSentence(issue: z.core.$ZodIssue, path: Path, value: unknown): Sentence {
  const name = String(path.at(-1) ?? '');
  if (name === 'carboncard' && path.length === 1) return messages.unsupportedVersion(String(value));
  if (value === undefined) return messages.missingKey(name, name === 'model' ? "the model's name" : 'a value');
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    return messages.notAChoice(String(value), choices, nearest(String(value), choices)[0]);
  }
  if (issue.code === 'invalid_union') return messages.wrongType(describe(value), 'text or a mapping');
  if (issue.code === 'invalid_type') return messages.wrongType(describe(value), expectations[issue.expected] ?? issue.expected);
  if (issue.code === 'too_small' && issue.origin === 'string') return messages.wrongType('empty', 'text');
  if (issue.code === 'too_small' && issue.origin === 'array') return messages.wrongType('an empty list', 'at least one');
  if (issue.code === 'too_small') return messages.wrongType(String(value), `at least ${issue.minimum}`);
  if (issue.code === 'too_big') return messages.wrongType(String(value), `at most ${issue.maximum}`);
  if (issue.code === 'invalid_format') return messages.wrongType(`\`${value}\``, issue.message);
  return messages.invalid(issue.message);
}

const expectations: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  object: 'a mapping',
  record: 'a mapping of names',
  array: 'a list',
};

/** The keys that a place in the manifest takes, from the schema itself. */
function knownKeys(path: Path): readonly string[] {
  let options: readonly unknown[] = [manifestSchema];
  for (const step of path) options = options.flatMap((schema) => inside(schema, step));
  return [...new Set(options.flatMap((schema) => Object.keys(shapeOf(unwrapped(schema)) ?? {})))];
}

type Definition = { readonly _zod?: { readonly def: Readonly<Record<string, unknown>> } };

function unwrapped(schema: unknown): Readonly<Record<string, unknown>> {
  const def = (schema as Definition)._zod?.def ?? {};
  return def['type'] === 'optional' ? unwrapped(def['innerType']) : def;
}

function shapeOf(def: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  if (def['type'] === 'union') return Object.assign({}, ...(def['options'] as unknown[]).map((option) => shapeOf(unwrapped(option)) ?? {})) as Record<string, unknown>;
  return def['type'] === 'object' ? (def['shape'] as Readonly<Record<string, unknown>>) : undefined;
}

function inside(schema: unknown, step: string | number): readonly unknown[] {
  const def = unwrapped(schema);
  if (def['type'] === 'union') return (def['options'] as unknown[]).flatMap((option) => inside(option, step));
  if (def['type'] === 'array') return [def['element']];
  if (def['type'] === 'record') return [def['valueType']];
  const found = shapeOf(def)?.[String(step)];
  return found === undefined ? [] : [found];
}

function at(root: unknown, path: Path): unknown {
  let value: unknown = root;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  return value;
}

/** A copy without what stands at a path; a list keeps its places, so that later paths stay true. */
function without(root: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof root !== 'object' || root === null) return root;
  if (Array.isArray(root)) return root.map((item: unknown, index) => (index === step ? (rest.length === 0 ? placeholder : without(item, rest)) : item));
  return Object.fromEntries(
    Object.entries(root).flatMap(([key, value]) => {
      if (key !== String(step)) return [[key, value]];
      return rest.length === 0 ? required(key) : [[key, without(value, rest)]];
    }),
  );
}

/** What stands in for a part that is wrong and can't be left out. */
const placeholder = { phase: 'training', name: '\0' };
const required = (key: string): [string, unknown][] => (key === 'model' ? [['model', '\0']] : key === 'phase' ? [['phase', 'training']] : key === 'country' ? [['country', '\0']] : []);

function toManifest(parsed: ParsedManifest, read: Read, text: string, file: string | undefined, tell: Tell): Manifest {
  const placed = withPaths(parsed, []) as ParsedManifest;
  const model = typeof placed.model === 'string' ? { name: placed.model } : placed.model;
  const name = model.name ?? model.id;
  if (name === undefined) tell(messages.missingKey('name', "the model's name, or its id on the Hub"), ['model']);
  const slug = slugIn(placed, name ?? 'model', tell);
  const { id, parameters, cite, url } = 'id' in model || 'parameters' in model || 'cite' in model || 'url' in model ? model : ({} as Exclude<ParsedManifest['model'], string>);
  const { system_boundary: systemBoundary, not_counted: notCounted } = placed;
  return {
    model: {
      name: name ?? 'model',
      ...(id !== undefined && { id }),
      ...(parameters !== undefined && { parameters: parameters.value }),
      ...(cite !== undefined && { cite }),
      ...(url !== undefined && { url }),
    },
    slug,
    sites: placed.sites ?? {},
    hardware: typeof placed.hardware === 'object' ? placed.hardware : {},
    phases: phasesIn(placed, tell),
    ...(systemBoundary !== undefined && { systemBoundary }),
    ...(notCounted !== undefined && { notCounted }),
    ...(placed.cite !== undefined && { cite: placed.cite }),
    report: placed.report ?? {},
    ...(placed.output?.formats !== undefined && { formats: placed.output.formats }),
    ...(placed.factors !== undefined && { factors: placed.factors }),
    positionOf: (path) => read.positionOf(pathSteps(path), 'value'),
    ...(file !== undefined && { file }),
    text,
  };
}

function slugIn(parsed: ParsedManifest, name: string, tell: Tell): string {
  const model = typeof parsed.model === 'string' ? {} : parsed.model;
  if (parsed.slug !== undefined && model.slug !== undefined && parsed.slug !== model.slug) tell(messages.twoSlugs(), ['slug'], 'value');
  const given = parsed.slug ?? model.slug;
  const slug = slugOf({ name, ...(given !== undefined && { slug: given }), ...(model.id !== undefined && { id: model.id }) });
  if ('slug' in slug) return slug.slug;
  const inModel = typeof parsed.model === 'string' ? ['model'] : ['model', slug.at];
  tell(slug.problem, slug.at === 'slug' && parsed.slug !== undefined ? ['slug'] : inModel, 'value');
  return '';
}

/** The phases, or the one that a manifest without `phases` describes at its top. */
function phasesIn(parsed: ParsedManifest, tell: Tell): readonly Phase[] {
  const shared: readonly string[] = ['system_boundary', 'not_counted', 'cite'];
  const here = workKeys.filter((key) => parsed[key] !== undefined && !shared.includes(key) && !(key === 'hardware' && typeof parsed.hardware === 'object'));
  if (parsed.phases !== undefined) {
    for (const key of here) tell(messages.phasesBesideShorthand(key), [key]);
    if (parsed.phases.length === 0) tell(messages.noPhases(), ['phases']);
    return parsed.phases.map((phase, index) => ({ ...phase, path: `phases[${index}]` }));
  }
  if (here.length === 0) {
    tell(messages.noPhases(), []);
    return [];
  }
  const work = Object.fromEntries(here.map((key) => [key, parsed[key]])) as Omit<ParsedPhase, 'phase'>;
  return [{ phase: 'training', ...work, path: '' }];
}

/** Gives every quantity the path at which the manifest has it. */
function withPaths(value: unknown, path: Path): unknown {
  if (isGiven(value)) return { ...value, path: pathText(path) };
  if (Array.isArray(value)) return value.map((item: unknown, index) => withPaths(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPaths(item, [...path, key])]));
}

/** The steps of a path's text; the inverse of `pathText`. */
export function pathSteps(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([\w$-]+)/g)].map(([, index, quoted, word]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(`"${quoted}"`) as string) : (word ?? ''),
  );
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
