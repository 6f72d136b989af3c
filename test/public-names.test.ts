// The names that scripts, manifests and programs of others rely on, in lists that are committed: docs/versions.md says what is promised of
// them. A name that changes or goes fails here, so that it is a decision, with an entry in CHANGELOG.md, and no accident.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { componentIds } from '../src/assessment/ids.js';
import { severitiesOf } from '../src/audits/audit.js';
import { audits } from '../src/audits/index.js';
import { chartIds } from '../src/charts/ids.js';
import { commands } from '../src/cli/command-table.js';
import { exitCodes } from '../src/cli/exit-codes.js';
import { editions } from '../src/factors/edition.js';
import * as api from '../src/index.js';
import { libraryIds } from '../src/library/ids.js';
import { defaultOutputIds, outputIds, outputNames, outputTexts } from '../src/outputs/ids.js';
import { trackerIds } from '../src/trackers/ids.js';
import { assessmentJsonSchema, manifestJsonSchema } from '../src/verbs/schema.js';
import { diagnosticIds } from './diagnostic-ids.js';
import { expectGolden } from './golden-file.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const list = (name: string, lines: readonly string[]): void =>
  expectGolden(join(root, `test/public-names/${name}.txt`), `${lines.join('\n')}\n`);

/** What of a JSON Schema is read here. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | false;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** The paths of all keys that a schema has, with fixed values; a definition is named there, and has its own lines. */
function keysOf(schema: Schema, path: string): readonly string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [`${at}${schema.required?.includes(key) === true ? ' (required)' : ''}`, ...keysOf(child, at)];
  });
  const fixed = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  return [
    ...(schema.$ref === undefined ? [] : [`${path}: ${schema.$ref.replace('#/$defs/', '#')}`]),
    ...(fixed.length === 0 ? [] : [`${path} = ${fixed.map((value) => JSON.stringify(value)).join(' | ')}`]),
    ...own,
    ...(typeof schema.items === 'object' ? keysOf(schema.items, `${path}[]`) : []),
    ...(typeof schema.additionalProperties === 'object' ? keysOf(schema.additionalProperties, `${path}.*`) : []),
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => (some ?? []).flatMap((child) => keysOf(child, path))),
  ];
}

function keysOfDocument(document: object): readonly string[] {
  const { $defs, ...schema } = document as Schema;
  const definitions = Object.entries($defs ?? {}).flatMap(([name, child]) => keysOf(child, `#${name}`));
  return [...new Set([...keysOf(schema, ''), ...definitions])].toSorted();
}

/** The names that a module exports by name as types, and the modules whose types it passes on. */
function exportedTypes(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause, isTypeOnly, moduleSpecifier } = statement;
    if (exportClause === undefined || !ts.isNamedExports(exportClause))
      return isTypeOnly && moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? [`* of ${moduleSpecifier.text}`] : [];
    return exportClause.elements.filter((element) => isTypeOnly || element.isTypeOnly).map(({ name }) => name.text);
  });
}

/** The texts of all modules. */
function sources(): readonly string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(join(root, 'src', name), 'utf8'));
}

describe('the public names', () => {
  it('of the command line: commands, arguments, options, exit codes and variables of the environment', () => {
    const lines = commands.flatMap(({ name, argument, options }) => [
      `${name}${argument === undefined ? '' : ` ${argument.name}`}`,
      ...options.map(({ flags }) => `  ${flags}`),
    ]);
    const variables = new Set(sources().flatMap((text) => text.match(/\bCARBONCARD_[A-Z_]+\b/g) ?? []));
    const codes = Object.entries(exitCodes).map(([name, code]) => `exit ${code} ${name}`);
    list('command-line', [...lines, ...codes, ...[...variables].toSorted().map((name) => `variable ${name}`)]);
  });

  it('of the manifest: its keys, and the words that a key takes', () => {
    const keys = keysOfDocument(manifestJsonSchema());
    expect(keys).toEqual(expect.arrayContaining(['carboncard = 1', 'model (required)', 'audits.arithmetic']));
    list('manifest', keys);
  });

  it('of assessment.json: its keys, with the version of its schema', () => {
    const keys = keysOfDocument(assessmentJsonSchema());
    expect(keys).toEqual(expect.arrayContaining(['schemaVersion = "1.0"', '#Line.id (required)']));
    list('assessment', keys);
  });

  it('of the API: what the package exports', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly exports: object };
    const types = exportedTypes('src/index.ts').toSorted();
    expect(types).toEqual(expect.arrayContaining(['* of ./assessment/assessment.js', 'Manifest', 'RenderOptions']));
    const values = Object.keys(api).toSorted();
    list('api', [
      ...Object.keys(exports).map((path) => `entry ${path}`),
      ...values.map((name) => `value ${name}`),
      ...types.map((name) => `type ${name}`),
    ]);
  });

  it('ids: formats with their files, components, charts, audits, logs, published models, editions', () => {
    list('ids', [
      ...outputIds.map((id) => `format ${[id, ...(outputNames[id] ?? [])].join(' ')}: ${outputTexts[id].files}`),
      `formats by default ${defaultOutputIds.join(' ')}`,
      ...componentIds.map((id) => `component ${id}`),
      ...chartIds.map((id) => `chart ${id}`),
      ...Object.values(audits).map((audit) => `audit ${audit.id} ${severitiesOf(audit).join(' ')}`),
      ...trackerIds.map((id) => `log ${id}`),
      ...libraryIds.map((id) => `model ${id}`),
      ...editions.map((id) => `edition ${id}`),
    ]);
  });

  it('ids of diagnostics', () => {
    const ids = diagnosticIds(sources());
    expect(ids).toEqual(expect.arrayContaining(['open-questions', 'withdrawn-factor', 'unknown-device']));
    // By a condition, by a function that gives the severity or takes the id, and by the type of what the id is made of.
    expect(ids).toEqual(expect.arrayContaining(['hourly-series', 'power-coverage', 'implausible-host', 'implied-mfu', 'figure-inferred']));
    list('diagnostics', ids);
  });
});
