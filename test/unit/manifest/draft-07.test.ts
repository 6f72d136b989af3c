import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inDraft07 } from '../../../src/manifest/draft-07.js';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.js';
import { jsonSchema } from '../../../src/verbs/schema.js';
import { validatorOf } from '../json-validator.js';

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false });
const older = inDraft07(manifestJsonSchema());
const [isValidIn07, isValid] = [ajv.compile(older), validatorOf(manifestJsonSchema())];

const files = [
  ...readdirSync('fixtures/runs').map((name) => `fixtures/runs/${name}/carboncard.yaml`),
  ...readdirSync('fixtures/invalid')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `fixtures/invalid/${name}`),
];

/** What a file holds, where it can be read at all. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(JSON.stringify(parse(readFileSync(file, 'utf8'))));
  } catch {
    return undefined;
  }
}

describe('the schema in the terms of draft-07', () => {
  it('has no keyword that draft-07 lacks, and nothing beside a reference', () => {
    const text = JSON.stringify(older);
    expect(text).not.toMatch(/"\$defs"|#\/\$defs|"dependentRequired"|2020-12/);
    expect(text).not.toMatch(/"\$ref":"[^"]*",|,"\$ref"/);
    expect(older).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: 'urn:carboncard:manifest:1' });
  });

  it('accepts and rejects the same', () => {
    const answers = files.map((file) => [file, contentOf(file)] as const).filter(([, value]) => value !== undefined);
    expect(answers.length).toBeGreaterThan(40);
    expect(answers.filter(([, value]) => isValidIn07(value) !== isValid(value)).map(([file]) => file)).toEqual([]);
    expect(new Set(answers.map(([, value]) => isValidIn07(value)))).toEqual(new Set([true, false]));
  });

  it('still asks for the keys that belong together', () => {
    const energy = (value: object) => ({
      model: 'M',
      phases: [{ phase: 'training', location: 'FR', energy: { value: '1 MWh', ...value } }],
    });
    expect([isValidIn07(energy({ low: '0.9 MWh', high: '1.1 MWh' })), isValidIn07(energy({ low: '0.9 MWh' }))]).toEqual([true, false]);
  });

  it('is what `schema --draft-07` prints, of the assessment too', () => {
    expect(jsonSchema('manifest', { isDraft07: true })).toEqual(older);
    expect(() => ajv.compile(jsonSchema('assessment', { isDraft07: true }))).not.toThrow();
  });
});
