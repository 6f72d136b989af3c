import type { z } from 'zod';
import type { Message } from '../../diagnostics/message.js';
import { nearest } from '../../diagnostics/nearest.js';
import { kindOf } from '../kind.js';
import { messages } from '../messages.js';
import { type Path, pathText } from '../yaml/yaml.js';
import { choiceMeant } from './meant.js';
import { type KeyContext, unknownKey } from './unknown-keys.js';

/** What is wrong with a manifest's shape: in a sentence, and where. */
export interface Fault {
  /** Absent where it is one of very many unknown keys: their number is said. */
  readonly sentence?: Message | undefined;
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** More unknown keys than these are of another format, and are counted. */
const maxUnknownKeys = 20;

/** Every fault that the schema finds in a value; none where its shape is right. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], root: unknown): readonly Fault[] {
  const found = issues.flatMap((issue) => leaves(issue, root, []));
  // A value of the wrong kind also fails the checks of the right kind, which says nothing new.
  const wrongKind = new Set(found.filter(({ issue }) => issue.code === 'invalid_type').map(({ path }) => pathText(path)));
  const leafs = found.filter(({ issue, path }) => issue.code !== 'too_small' || !wrongKind.has(pathText(path)));
  const many = leafs.filter(({ key }) => key !== undefined).slice(maxUnknownKeys);
  const silent = new Set(many.slice(1));
  const context: KeyContext = { hasPhases: at(root, ['phases']) !== undefined, said: new Set() };
  return leafs.map((leaf) => faultOf(leaf, context, silent.has(leaf) ? 'silent' : leaf === many[0] ? { more: many.length } : undefined));
}

interface Leaf {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
  readonly value: unknown;
  /** An unknown key; all else in the value at `path` is valid. */
  readonly key?: string | undefined;
}

/** The faults inside an issue. Of a union: those of the alternative whose kind the value has. */
function leaves(issue: z.core.$ZodIssue, root: unknown, base: Path): readonly Leaf[] {
  const path: Path = [...base, ...(issue.path as Path)];
  const value = at(root, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ issue, path, value, key }));
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find(
      (alternative) => !alternative.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
    );
    if (meant !== undefined) return meant.flatMap((inner) => leaves(inner, root, path));
  }
  return [{ issue, path, value }];
}

/** The fault that a leaf is, in words. */
function faultOf({ issue, path, value, key }: Leaf, context: KeyContext, among: 'silent' | { readonly more: number } | undefined): Fault {
  if (key !== undefined) {
    const own: Path = [...path, key];
    if (among === 'silent') return { path: own, part: 'key' };
    const [, beforeColon] = /^([A-Za-z_]\w*):[^\s/]/.exec(key) ?? [];
    if (beforeColon !== undefined) return { sentence: messages.noSpaceAfterColon(beforeColon, 'unknown-key'), path: own, part: 'key' };
    if (isAfterComma(key, value)) return { sentence: messages.commaInText(key), path: own, part: 'key' };
    if (path[0] === 'report' && key === 'language') return { sentence: messages.noLanguage(), path: own, part: 'key' };
    return {
      sentence: among === undefined ? unknownKey(key, path, context) : messages.moreUnknownKeys(among.more),
      path: own,
      part: 'key',
    };
  }
  const own = issue.code === 'custom' ? (issue.params?.['sentence'] as Message | undefined) : undefined;
  if (own !== undefined) return { sentence: own, path, part: own.id === 'unknown-key' ? 'key' : 'value' };
  return { sentence: plainSentence(issue, path, value), path, part: value === undefined ? 'key' : 'value' };
}

/** `{ hardware: 8 x A100, 2 x EPYC }` has a key `2 x EPYC` without a value: text that a comma cut. */
function isAfterComma(key: string, value: unknown): boolean {
  const own = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return own === null && /[ \d]/.test(key);
}

/** The sentence for what zod found by itself. */
function plainSentence(issue: z.core.$ZodIssue, path: Path, value: unknown): Message {
  const name = String(path.at(-1) ?? '');
  if (name === 'carboncard' && path.length === 1) return messages.unsupportedVersion(String(value));
  if (value === undefined) {
    const expected = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : `Add \`${name}:\``;
    return messages.missingKey(name, name === 'model' ? "Add `model:` with the model's name" : expected);
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    return messages.notAChoice(String(value), choices, choiceMeant(String(value), choices) ?? nearest(String(value), choices)[0]);
  }
  if (name === 'hardware' && isTexts(value)) return messages.severalDevices(value);
  if (issue.code === 'invalid_union') return messages.wrongType(kindOf(value), 'text or a mapping');
  if (name === 'year' && (typeof value === 'string' || typeof value === 'number')) return messages.notAYear(String(value));
  if (issue.code === 'invalid_type' && name === 'year') return messages.wrongType(kindOf(value), 'a year, such as 2023');
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string' && /^[\w.-]+$/.test(value))
    return messages.wrongType('text', `a list: \`${name}: [${value}]\``);
  if (issue.code === 'invalid_type') return messages.wrongType(kindOf(value), expectations[issue.expected] ?? issue.expected);
  if (issue.code === 'too_small' && issue.origin === 'string') return messages.wrongType('empty', 'text');
  if (issue.code === 'too_small' && issue.origin === 'array') return messages.wrongType('an empty list', 'at least one');
  if (issue.code === 'too_small') return messages.wrongType(String(value), `at least ${issue.minimum}`);
  if (issue.code === 'too_big') return messages.wrongType(String(value), `at most ${issue.maximum}`);
  if (issue.code === 'invalid_format' || issue.code === 'custom') return messages.wrongType(`"${value}"`, issue.message);
  return messages.invalid(issue.message);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string');
}

/** Zod's kinds of values, in a reader's words. */
const expectations: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  object: 'a mapping',
  record: 'a mapping of names',
  array: 'a list',
};

/** The value at a path; `undefined` where there is none. */
function at(root: unknown, path: Path): unknown {
  let value: unknown = root;
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  return value;
}
