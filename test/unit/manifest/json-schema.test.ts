import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../src/manifest/faults/issues.js';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.js';
import { usualUnits } from '../../../src/manifest/schema/quantity-definition.js';
import { manifestSchema } from '../../../src/manifest/schema.js';
import { readYaml } from '../../../src/manifest/yaml/yaml.js';
import { parseQuantity } from '../../../src/units/parse.js';
import type { Dimension } from '../../../src/units/quantity.js';
import { schemaFaults, validatorOf } from '../json-validator.js';

/** A JSON Schema, as far as these tests walk it. */
interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = manifestJsonSchema() as Schema;
const validate = validatorOf(schema);
const runs = readdirSync('fixtures/runs').map((slug) => `fixtures/runs/${slug}/carboncard.yaml`);
const contentOf = (file: string): unknown => readYaml(readFileSync(file, 'utf8')).read?.value;
const isShape = (value: unknown): boolean => manifestSchema.safeParse(value).success;

function resolved(part: Schema): Schema {
  const name = part.$ref?.replace('#/$defs/', '');
  return name === undefined ? part : { ...schema.$defs?.[name], ...part };
}

/** A property of the schema, and how a value of it makes a manifest. */
interface Place {
  readonly path: string;
  readonly part: Schema;
  readonly manifest: (value: unknown) => unknown;
}

/** Every property that a manifest can have, at every place. */
function placesIn(part: Schema, path: string, manifest: Place['manifest']): readonly Place[] {
  const { properties = {}, required = [], anyOf = [], items, additionalProperties, ...about } = resolved(part);
  const base = Object.fromEntries(required.map((key) => [key, resolved(properties[key] ?? {}).examples?.[0] ?? '1 kWh']));
  const isQuantity = 'value' in properties;
  return [
    { path, part: about, manifest },
    ...Object.entries(properties).flatMap(([key, inner]) =>
      isQuantity
        ? [{ path: `${path}.${key}`, part: resolved(inner), manifest }]
        : placesIn(inner, `${path}.${key}`, (value) => manifest({ ...base, [key]: value })),
    ),
    ...anyOf.flatMap((inner) => placesIn(inner, path, manifest)),
    ...(items === undefined ? [] : placesIn(items, `${path}[]`, (value) => manifest([value]))),
    ...(typeof additionalProperties === 'object'
      ? placesIn(additionalProperties, `${path}.*`, (value) => manifest({ [path.includes('columns') ? 'energy' : 'a']: value }))
      : []),
  ];
}

const places = placesIn(schema, '', (value) => value);

describe('manifestJsonSchema', () => {
  it.each(runs)('accepts %s', (file) => expect(schemaFaults(validate, contentOf(file))).toEqual([]));

  it('has a title and a text for every key, which say what the default is and give an example', () => {
    const keys = places.filter(({ path }) => /\.[a-z_$]+$/i.test(path) && !path.endsWith('.*'));
    expect(keys.length).toBeGreaterThan(150);
    const silent = keys.filter(({ path }) => !keys.some((other) => other.path === path && other.part.title && other.part.description));
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(places.find(({ path }) => path === '.phases[].load')?.part.description).toBe(
      'Average power ÷ rated power. This is neither the utilisation that nvidia-smi shows nor the MFU. A number or a percentage. Default: 80 % (60 % to 100 %) in training from 64 accelerators on, 40 % (15 % to 90 %) in deployment, else 75 % (40 % to 100 %). Example: `80 %`.',
    );
  });

  it('has examples that the parser and the schema accept at their place', () => {
    const examples = places.flatMap(({ path, part, manifest }) =>
      (part.examples ?? []).map((example) => [path, example, manifestOf(manifest(example))] as const),
    );
    expect(examples.length).toBeGreaterThan(150);
    const wrong = examples.flatMap(([path, example, value]) => [
      ...schemaFaults(validate, value).map((fault) => [path, example, fault]),
      ...(manifestSchema.safeParse(value).error?.issues ?? []).map((issue) => [path, example, issue.message]),
    ]);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(usualUnits))('names units of %s that can be read: %j', (dimension, units) => {
    for (const unit of units) expect(parseQuantity(`2 ${unit}`, dimension as Dimension, false)).toMatchObject({ ok: true });
  });

  it('defines once what is used in several places', () => {
    expect(Object.keys(schema.$defs ?? {})).toEqual(
      expect.arrayContaining(['site', 'hardware', 'phase', 'grid', 'embodied', 'from', 'energy-boundary-instrument', 'quantity.low']),
    );
    expect(JSON.stringify(schema).length).toBeLessThan(96_000);
  });

  it('names no address', () => {
    // But for an example of a value that is one.
    const text = JSON.stringify(schema).replaceAll('https://huggingface.co/bigscience/bloom/raw/main/README.md', '');
    expect(text.replace('https://json-schema.org/draft/2020-12/schema', '')).not.toContain('http');
    expect(schema).toMatchObject({ $id: 'urn:carboncard:manifest:1', title: 'carboncard manifest' });
  });
});

/** The root needs a model, whatever else is tried. */
const manifestOf = (value: unknown): unknown => (typeof value === 'object' && value !== null ? { model: 'M', ...value } : value);

/** Invalid manifests whose shape is right, and what is wrong instead. */
const notOfShape: Readonly<Record<string, string>> = {
  'above-100-percent': 'the number in a text',
  'alias-bomb': 'YAML',
  'baseline-inside-boundary': 'two records contradict each other',
  'duplicate-key': 'YAML',
  'duplicate-name': 'two phases have one name',
  'host-share-with-baseline': 'two records contradict each other',
  'instrument-not-measured': 'two keys contradict each other',
  'market-zero-uncited': 'the number in a text',
  'mfu-without-flops': 'a record is missing',
  'negative': 'the number in a text',
  'no-energy': 'a record is missing',
  'no-market-claim': 'a look-up',
  'no-peak': 'a look-up',
  'no-phases': 'a record is missing',
  'no-place': 'a record is missing',
  'no-slug': 'the letters of a text',
  'not-mergeable': 'YAML',
  'not-yaml': 'YAML',
  'occupancy-with-reserved-hours': 'two records contradict each other',
  'pue-with-measured-overhead': 'two records contradict each other',
  'range-order': 'the numbers in texts',
  'several-market-figures': 'two records contradict each other',
  'thousands-separator': 'the number in a text',
  'unknown-alias': 'YAML',
  'unknown-device': 'a look-up',
  'unknown-hardware': 'a look-up',
  'unknown-site': 'a look-up',
  'unsafe-slug': 'the letters of a text',
  'wrong-dimension': 'the unit in a text',
  'year-not-of-run': 'two records contradict each other',
};

describe('invalid manifests', () => {
  const names = readdirSync('fixtures/invalid').map((file) => file.replace('.yaml', ''));

  it.each(names.filter((name) => !(name in notOfShape)))('%s is rejected', (name) => {
    expect(validate(contentOf(`fixtures/invalid/${name}.yaml`) ?? null)).toBe(false);
  });

  it.each(Object.entries(notOfShape))('%s is accepted, since its fault is not one of shape: %s', (name) => {
    const value = contentOf(`fixtures/invalid/${name}.yaml`);
    if (value !== undefined) expect(schemaFaults(validate, value)).toEqual([]);
    expect(names).toContain(name);
  });
});

describe('schema and parser', () => {
  const contents = [
    ...runs.map(contentOf),
    ...places.flatMap(({ part, manifest }) => (part.examples ?? []).map((one) => manifestOf(manifest(one)))),
  ];
  const wrong = [true, null, [], {}, 5, [5], { a: 5 }];

  const isMapping = (part: unknown): part is object => typeof part === 'object' && part !== null && !Array.isArray(part);
  const addKey = (part: unknown): unknown => (isMapping(part) ? { ...part, zzz: 1 } : part);
  const dropKey = (part: unknown): unknown => (isMapping(part) ? Object.fromEntries(Object.entries(part).slice(1)) : part);

  /** Every path of a value, deepest last. */
  function pathsIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    const inside = Array.isArray(value)
      ? value.flatMap((item, n) => pathsIn(item, [...path, n]))
      : Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]));
    return [path, ...inside];
  }

  /** A copy with what is at a path changed. */
  function changed(value: unknown, [step, ...rest]: readonly (string | number)[], change: (part: unknown) => unknown): unknown {
    if (step === undefined) return change(value);
    if (Array.isArray(value)) return value.map((item, n) => (n === step ? changed(item, rest, change) : item));
    return { ...(value as object), [step]: changed((value as Record<string, unknown>)[step], rest, change) };
  }

  /** Faults of numbers and their order, which the parser alone sees. */
  const ofContent = (value: unknown): boolean => {
    const issues = manifestSchema.safeParse(value).error?.issues ?? [];
    return faultsOf(issues, value).every(({ sentence }) => ['range-order', 'above-100-percent'].includes(sentence?.id ?? ''));
  };

  it('agree on any manifest with a wrong type, an unknown key or a missing key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...contents),
        fc.nat(),
        fc.oneof(
          fc.constantFrom(...wrong).map((by) => () => by),
          fc.constant(addKey),
          fc.constant(dropKey),
        ),
        (content, n, change) => {
          const paths = pathsIn(content);
          const value = changed(content, paths[n % paths.length] ?? [], change);
          if (isShape(value)) expect(schemaFaults(validate, value)).toEqual([]);
          else if (!ofContent(value)) expect([validate(value), value]).toEqual([false, value]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
