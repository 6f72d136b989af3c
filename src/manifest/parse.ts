import { InputError } from '../diagnostics/diagnostic.js';
import { fileMessages } from '../diagnostics/file-messages.js';
import type { Message } from '../diagnostics/message.js';
import type { Reported } from '../diagnostics/report.js';
import { buildManifest } from './build.js';
import { type Fault, faultsOf } from './faults/issues.js';
import { kindOf } from './kind.js';
import type { Manifest } from './manifest.js';
import { messages } from './messages.js';
import { without } from './prune.js';
import { collectReports, type ReportedDiagnostics } from './reported.js';
import { type ParsedManifest, schemaFor } from './schema.js';
import { pathText, readYaml, type YamlText } from './yaml/yaml.js';
import { unspacedKey } from './yaml/yaml-faults.js';

/** A manifest as its text has it. What is wrong so far is in `reported`, since a part that is right can still be resolved. */
export interface ParsedText {
  readonly manifest: Manifest;
  readonly reported: ReportedDiagnostics;
}

/**
 * Parses a manifest: YAML or JSON text in, its short forms written out, numbers in canonical units. Nothing is looked up.
 *
 * @param file Path of the manifest, for its diagnostics.
 * @throws {InputError} Where nothing can be made of the text: a fault of syntax, no mapping, no usable part.
 */
export function parseText(text: string, file?: string): ParsedText {
  const yaml = yamlOf(text, file);
  const { parsed, faults, placeholders } = shapeOf(yaml.value);
  const reports = collectReports(yaml, file, faults.flatMap(reportedOf), placeholders);
  if (parsed === undefined) reports.throwErrors();
  // Without a fault there is a value.
  if (parsed === undefined) throw new TypeError('A manifest without faults was not parsed');
  return { manifest: buildManifest(parsed, { yaml, text, file, report: reports.report }), reported: reports };
}

function yamlOf(text: string, file: string | undefined): YamlText {
  if (text.trim() === '') throw new InputError([{ ...fileMessages.emptyFile(), file, line: 1, column: 1 }]);
  const { read, diagnostics } = readYaml(text);
  if (read === undefined) throw new InputError(diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
  return read;
}

const reportedOf = ({ sentence, path, part }: Fault): readonly Reported[] =>
  sentence === undefined ? [] : [{ ...sentence, path: pathText(path), part }];

interface Shape {
  /** The manifest without the parts whose shape is wrong, so that the rest can still be checked. */
  readonly parsed?: ParsedManifest | undefined;
  readonly faults: readonly Fault[];
  /** Paths of the parts that are missing from it, or that replace what the person wrote. */
  readonly placeholders: readonly string[];
}

/** Zod would write a program for each mapping and compile it, which takes longer than a manifest takes to be read without. */
const once = { jitless: true };

function shapeOf(root: unknown): Shape {
  if (isNothing(root)) return { faults: [{ sentence: fileMessages.emptyFile(), path: [], part: 'key' }], placeholders: [] };
  if (typeof root !== 'object' || Array.isArray(root))
    return { faults: [{ sentence: notAMapping(root), path: [], part: 'key' }], placeholders: [] };
  let value: unknown = root;
  const schema = schemaFor(root);
  let result = schema.safeParse(value, once);
  let first: readonly Fault[] | undefined;
  const placeholders: string[] = [];
  while (!result.success && placeholders.length < 10_000) {
    const faults = faultsOf(result.error.issues, value);
    // Later rounds find what pruning broke, and not what the person wrote.
    first ??= faults;
    const pruned = without(
      value,
      faults.map(({ path }) => path),
    );
    value = pruned.value;
    placeholders.push(...pruned.placeholders);
    result = schema.safeParse(value, once);
  }
  return { parsed: result.success ? result.data : undefined, faults: first ?? [], placeholders };
}

function notAMapping(root: unknown): Message {
  const key = typeof root === 'string' ? unspacedKey(root) : undefined;
  return key === undefined ? messages.notAMapping(kindOf(root)) : messages.noSpaceAfterColon(key, 'not-a-mapping');
}

function isNothing(root: unknown): root is null | undefined {
  return root === null || root === undefined || (typeof root === 'object' && !Array.isArray(root) && Object.keys(root).length === 0);
}
