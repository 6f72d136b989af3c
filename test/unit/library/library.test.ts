import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { assessmentJsonSchema } from '../../../src/assessment/schema-at-build.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { findLibraryModels, isLibraryId, libraryIds, listLibrary, readLibraryModel } from '../../../src/library/library.js';
import { readSides } from '../../../src/verbs/shared/compared/read-sides.js';
import { root } from '../../docs/blocks.js';
import { schemaFaults, validatorOf } from '../json-validator.js';
import { assessedModel, inKilograms } from './assessed.js';

const validate = validatorOf(assessmentJsonSchema());

const entries = await listLibrary();

it('has a manifest for each model, and no other', () => {
  const files = readdirSync(join(root, 'src/library/models'));
  expect(files.toSorted()).toEqual(libraryIds.map((id) => `${id}.yaml`).toSorted());
});

it('has at least 25 models', () => {
  expect(libraryIds.length).toBeGreaterThanOrEqual(25);
  expect(new Set(libraryIds).size).toBe(libraryIds.length);
});

describe('a model is found', () => {
  it.each([
    ['opt', ['opt-175b']],
    ['OPT-175B', ['opt-175b']],
    ['GPT3', ['gpt-3']],
    ['Stable Diffusion', ['stable-diffusion-v1']],
    ['gemma', ['gemma']],
    ['llama 2', ['llama-2-7b', 'llama-2-13b', 'llama-2-70b']],
    ['bloo', []],
    ['', []],
    ['…', []],
  ])('by %s', async (asked, ids) => expect(await findLibraryModels(asked)).toEqual(ids));

  it('by its id and by its name', async () => {
    for (const { id, name } of entries) {
      expect(await findLibraryModels(id)).toEqual([id]);
      expect(await findLibraryModels(name.toUpperCase())).toContain(id);
    }
  });
});

describe('words for a side', () => {
  const faultsOf = (word: string) =>
    readSides([word]).catch((error: unknown) => (error instanceof InputError ? error.diagnostics : Promise.reject(error)));

  it('may mean several', async () => {
    expect(await faultsOf('Llama 2')).toMatchObject([{ id: 'several-models', expected: expect.stringMatching(/llama-2-7b.*llama-2-70b/) }]);
  });

  it('are a path where they have a slash', async () => {
    expect(await faultsOf('runs/opt')).toMatchObject([{ id: 'unknown-model' }]);
  });
});

it('lists them by the year of the figure', () => {
  expect(entries.map(({ id }) => id)).toEqual(libraryIds);
  const years = entries.map(({ year }) => year);
  expect(years).toEqual(years.toSorted((a, b) => a - b));
});

it('knows its ids, and no other word', () => {
  expect(libraryIds.every(isLibraryId)).toBe(true);
  expect(['BLOOM', 'bloom.yaml', '', 'constructor', 'toString'].some(isLibraryId)).toBe(false);
});

it('names the text by no path of this machine', async () => {
  const { id, file, text } = await readLibraryModel('bloom');
  expect({ id, file }).toEqual({ id: 'bloom', file: 'library/bloom.yaml' });
  expect(text).toMatch(/^# BLOOM/);
});

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  it('is called so in its manifest', async () => {
    const { manifest } = (await assessedModel(id)).resolved;
    expect(manifest.slug).toBe(id);
    expect(manifest.model.name).toBe(entry.name);
  });

  it('has the figures of the list as what is reported', async () => {
    const { manifest } = (await assessedModel(id)).resolved;
    const stated = manifest.phases.flatMap(({ phase, reported, emissions }) => {
      const figure = reported ?? emissions;
      return figure === undefined ? [] : [{ phase, kilograms: figure.value }];
    });
    expect(stated).toEqual(entry.published.map((figure) => ({ phase: figure.phase, kilograms: inKilograms(figure) })));
  });

  it('has a citation for the model and for every figure', async () => {
    const { resolved, assessment } = await assessedModel(id);
    expect(resolved.manifest.model.cite).toMatch(/\b(?:19|20)\d\d\b/);
    expect(resolved.manifest.model.url).toMatch(/^https:\/\//);
    const titles = assessment.sources.map(({ title }) => title);
    expect(titles.filter((title) => /declared without citation/.test(title))).toEqual([]);
  });

  it('has an assessment with intervals that agrees with its schema', async () => {
    const assessment = assess((await assessedModel(id)).resolved);
    expect(schemaFaults(validate, JSON.parse(JSON.stringify(assessment)))).toEqual([]);
    for (const { emissions } of assessment.lines) {
      expect(emissions.low).toBeLessThanOrEqual(emissions.value);
      expect(emissions.high).toBeGreaterThanOrEqual(emissions.value);
    }
  });

  it('says why what is outside its boundary is not counted', async () => {
    const states = (await assessedModel(id)).assessment.states.filter(({ state }) => state === 'not-counted');
    expect(states.filter(({ reason }) => reason === undefined || /system boundary/.test(reason))).toEqual([]);
  });
});
