import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessmentSchemaText, schemaFile } from '../../../scripts/assessment-schema.mjs';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { assessmentJsonSchema } from '../../../src/assessment/schema-at-build.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import * as chartAssessments from '../charts/assessments.js';
import { schemaFaults, validatorOf } from '../json-validator.js';
import { made } from '../made.js';

const schema = assessmentJsonSchema();
const validate = validatorOf(schema);
/** As a reader of the file gets it: keys that are undefined are not there. */
const faultsOf = (assessment: unknown): readonly string[] => schemaFaults(validate, JSON.parse(JSON.stringify(assessment)));

describe('assessments', () => {
  it.each(readdirSync('reports').filter((name) => !name.startsWith('index.')))('reports/%s/assessment.json is valid', (slug) => {
    expect(faultsOf(JSON.parse(readFileSync(`reports/${slug}/assessment.json`, 'utf8')))).toEqual([]);
  });

  it.each(readdirSync('fixtures/runs').filter((slug) => !/\bfrom:/.test(manifestText(slug))))('of fixtures/runs/%s is valid', (slug) => {
    expect(faultsOf(assess(parseManifest(manifestText(slug))))).toEqual([]);
  });

  it.each(
    Object.entries(chartAssessments).filter(([, value]) => typeof value === 'object'),
  )('%s of the charts is valid', (_, assessment) => {
    expect(faultsOf(assessment)).toEqual([]);
  });

  it.each([
    [
      'a deployment with requests, tokens and a market figure',
      '{ phase: deployment, site: { grid: { intensity: 100 g/kWh, market: { value: 0 g/kWh, cite: c } } }, energy: { value: 9 kWh, boundary: node }, requests: 1000, tokens: { value: 5e6, key: output }, duration: 10 days }',
    ],
    [
      'a place from the tables, a device and defaults',
      '{ phase: training, location: FR, year: 2022, hardware: 8 x A100 80GB, duration: 10 h }',
    ],
    [
      'a cloud region',
      '{ phase: training, site: { cloud: gcp, region: us-central1 }, year: 2021, hardware: 8 x A100 80GB, duration: 10 h }',
    ],
    [
      'embodied emissions by calendar',
      '{ phase: training, location: FR, year: 2022, hardware: { accelerator: A100, embodied: { convention: calendar } }, accelerators: 8, duration: 10 h }',
    ],
  ])('%s: valid', (_, phase) => expect(faultsOf(made(phase))).toEqual([]));
});

function manifestText(slug: string): string {
  return readFileSync(`fixtures/runs/${slug}/carboncard.yaml`, 'utf8');
}

describe('what is not an assessment', () => {
  const bloom: Assessment = JSON.parse(readFileSync('reports/bloom/assessment.json', 'utf8'));
  type Node = Record<string, unknown>;
  /** Every object in the assessment, by its path. */
  function objectsIn(value: unknown, path: string): readonly (readonly [string, Node])[] {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${path}/${key}`));
    return Array.isArray(value) ? inside : [[path, value as Node], ...inside];
  }

  it('an added key is found in every object', () => {
    const copy = structuredClone(bloom);
    const objects = objectsIn(copy, '');
    for (const [, object] of objects) object['zzz'] = 1;
    const found = schemaFaults(validate, copy).filter((fault) => fault.includes('"additionalProperty":"zzz"'));
    expect(new Set(found).size).toBe(objects.length);
    expect(objects.length).toBeGreaterThan(100);
  });

  it('a missing key that the types require is found, wherever it is', () => {
    const required = [
      'id',
      'phase',
      'component',
      'emissions',
      'basis',
      'boundary',
      'formula',
      'steps',
      'inputs',
      'notes',
      'source',
      'value',
      'unit',
    ];
    const keys = objectsIn(bloom, '').flatMap(([path, object]) =>
      Object.keys(object)
        .filter((key) => required.includes(key) && path.startsWith('/lines/0'))
        .map((key) => [path, key] as const),
    );
    expect(keys.length).toBeGreaterThan(20);
    for (const [path, key] of keys) {
      const copy = structuredClone(bloom);
      delete objectsIn(copy, '').find(([at]) => at === path)?.[1][key];
      expect(schemaFaults(validate, copy).join('\n')).toContain(`"missingProperty":"${key}"`);
    }
  });

  it.each([
    ['/lines/0/emissions', { unit: 'gCO2e' }, 'must be equal to constant'],
    ['/lines/0/emissions', { unit: 'kWh' }, 'must be equal to constant'],
    ['/totals/development/energy', { unit: 'MWh' }, 'must be equal to constant'],
    ['/lines/0/emissions', { value: '12' }, 'must be number'],
    ['/lines/0/emissions', { low: 1, high: undefined }, 'must have property high when property low is present'],
    ['/lines/0', { basis: 'guessed' }, 'must be equal to one of the allowed values'],
    ['/lines/0', { share: 1.2 }, 'must be <= 1'],
    ['', { schemaVersion: '2.0' }, 'must be equal to constant'],
  ])('%s with %j: %s', (path, change, message) => {
    const copy = structuredClone(bloom);
    Object.assign(objectsIn(copy, '').find(([at]) => at === path)?.[1] ?? {}, change);
    expect(faultsOf(copy).join('\n')).toContain(message);
  });
});

describe('the schema', () => {
  it('is what the types say; run `npm run schema` where it is not', () => {
    expect(assessmentSchemaText()).toBe(readFileSync(schemaFile, 'utf8'));
  });

  it('describes every property and every definition', () => {
    const nodes = (value: unknown): readonly Record<string, unknown>[] =>
      typeof value !== 'object' || value === null ? [] : [value as Record<string, unknown>, ...Object.values(value).flatMap(nodes)];
    const described = nodes(schema).flatMap(({ properties, $defs }) => [properties, $defs].flatMap((group) => Object.entries(group ?? {})));
    expect(described.length).toBeGreaterThan(100);
    expect(described.filter(([, { description }]) => typeof description !== 'string' || description === '')).toEqual([]);
  });

  it('names no address', () => {
    expect(JSON.stringify(schema).replace('https://json-schema.org/draft/2020-12/schema', '')).not.toContain('http');
    expect(schema).toMatchObject({ $id: 'urn:carboncard:assessment:1', title: 'carboncard assessment' });
  });
});
