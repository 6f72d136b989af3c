import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { explanationBlocks } from '../../../src/cli/texts/explanation-text.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { explain } from '../../../src/explain/explain.js';
import { plain } from '../../../src/units/format.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { faultsOf, grid, madeOf, omissionOf } from '../made.js';
import { rendered } from '../sections/rendered.js';

const finetuning = `phases:\n  - { phase: finetuning, site: { ${grid} }, energy: { value: 10 kWh, boundary: facility } }\n`;
const training = `model: { id: org/base, name: Base }\nphases:\n  - { phase: training, site: { ${grid} }, energy: { value: 1 MWh, boundary: facility }, system_boundary: [dynamic, overhead] }\n`;
const published = 'base_model: { id: a/llama, name: Llama, emissions: 31.22 t, energy: 74 MWh, boundary: facility, cite: Llama card }';

describe('a base model with published figures', () => {
  const a = madeOf(`${published}\n${finetuning}`);

  it('is shown by reference and in no total: 10 kWh × 100 g/kWh = 1 kg', () => {
    expect(a.totals.development?.emissions.value).toBeCloseTo(1, 9);
    const source = a.sources.find(({ title }) => title === 'Llama card')?.id;
    expect(a.baseModels).toEqual([
      {
        id: 'a/llama',
        name: 'Llama',
        emissions: { value: 31220, unit: 'kgCO2e' },
        energy: { value: 74000, unit: 'kWh' },
        boundary: 'facility',
        source,
      },
    ]);
  });

  it('has a sentence in the card and in the report, with its boundary and source', () => {
    expect(plain(rendered('summary', a))).toContain('\nNot included: the development of Llama, 31.2 t CO₂e (boundary: the facility).\n');
    expect(plain(rendered('cover', a))).toMatch(
      /Not included, by reference: the development of Llama, 31.2\S? ?t CO₂e \(boundary: the facility\) \\\[\d\]\./,
    );
  });

  it('is beside the total in `explain`', () => {
    const { baseModels } = explain(a);
    expect(baseModels).toMatchObject([{ name: 'Llama', source: { title: 'Llama card' } }]);
    expect(JSON.stringify(explanationBlocks(explain(a), (id) => id)).replaceAll('\u202f', ' ')).toContain(
      'Not included, by reference: Llama, 31.2 t CO₂e (boundary: the facility; Llama card (year not stated)).',
    );
  });

  it('may be one of several', () => {
    const two = madeOf(
      `base_model:\n  - { name: Base, emissions: 3 t, cite: x }\n  - { name: Teacher, emissions: 4 t, cite: y }\n${finetuning}`,
    );
    expect(two.baseModels?.map(({ name, boundary }) => [name, boundary])).toEqual([
      ['Base', 'unstated'],
      ['Teacher', 'unstated'],
    ]);
  });

  it.each([
    ['base_model: { id: a/b, emissions: 3 t }', ['missing-key']],
    ['base_model: { id: a/b, energy: 3 MWh }', ['missing-key']],
    ['cite: own report\nbase_model: { id: a/b, emissions: 3 t }', ['missing-key']],
    ['base_model: { emissions: 3 t, cite: x }', ['missing-key']],
    ['base_model: ../base', ['wrong-type']],
    ['base_model: /models/base', ['wrong-type']],
    ['base_model: base.yaml', ['base-model-not-given']],
  ])('%s is a fault', (key, ids) => {
    expect(faultsOf(() => madeOf(`${key}\n${finetuning}`))).toEqual(ids);
  });
});

describe('a base model whose emissions are not stated', () => {
  const hub = 'meta-llama/Llama-3.1-8B';

  it.each([
    `base_model: ${hub}`,
    `base_model: [${hub}]`,
    `base_model: { id: ${hub} }`,
  ])('%s is shown by reference, and not counted', (key) => {
    const a = madeOf(`${key}\n${finetuning}`);
    expect(a.baseModels).toEqual([{ id: hub, name: hub }]);
    expect(omissionOf(a, 'base-model')?.reason).toBe(`the emissions of ${hub} are not known`);
    expect(rendered('summary', a)).toMatch(/Not included: the development of meta-llama\S+, whose emissions are unknown\./);
    expect(rendered('cover', a)).toMatch(/Not included, by reference: the development of meta-llama\S+, whose emissions are unknown\./);
    expect(JSON.stringify(explanationBlocks(explain(a), (id) => id))).toContain(
      `Not included, by reference: ${hub}, whose emissions are unknown.`,
    );
  });

  it('may be cited, and be one of several', () => {
    const a = madeOf(`base_model: [{ id: ${hub}, cite: its card }, { name: Teacher, emissions: { value: 4 t, cite: y } }]\n${finetuning}`);
    expect(a.baseModels?.map(({ emissions, source }) => [emissions?.value, a.sources.find(({ id }) => id === source)?.title])).toEqual([
      [undefined, 'its card'],
      [4000, 'y'],
    ]);
    expect(omissionOf(a, 'base-model')?.reason).toBe(`the emissions of ${hub} are not known`);
  });
});

describe('a base model in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'carboncard-base-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => join(folder, 'carboncard.yaml');
  const resolved = (base: string) => resolveText(`model: M\nbase_model: ${base}\n${finetuning}`, file());
  const faults = async (base: string): Promise<readonly object[]> => {
    try {
      await resolved(base);
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics;
      throw error;
    }
    return [];
  };

  it('is assessed from its manifest: 1,000 kWh × 100 g/kWh = 100 kg, with what that counts', async () => {
    writeFileSync(join(folder, 'base.yaml'), training);
    const a = assess(await resolved('base.yaml'));
    expect(a.baseModels).toMatchObject([{ id: 'org/base', name: 'Base', emissions: { value: 100, unit: 'kgCO2e' } }]);
    expect(a.baseModels?.[0]?.counted).toBe('dynamic, host, idle and overhead emissions of training');
    expect(a.totals.development?.emissions.value).toBeCloseTo(1, 9);
  });

  it('is taken from an assessment as it is', async () => {
    writeFileSync(join(folder, 'base.yaml'), training);
    const [one] = assess(await resolved('base.yaml')).baseModels ?? [];
    const base = assess(await resolveText(training, join(folder, 'base.yaml')));
    writeFileSync(join(folder, 'assessment.json'), JSON.stringify(base));
    const [other] = assess(await resolved('assessment.json')).baseModels ?? [];
    expect({ ...other, source: '' }).toEqual({ ...one, source: '' });
  });

  it('that is not there is a fault of the manifest, at its line', async () => {
    expect(await faults('none.yaml')).toMatchObject([{ id: 'not-found', file: file(), line: 2 }]);
  });

  it('with a fault of its own is reported with its own file and line', async () => {
    writeFileSync(join(folder, 'base.yaml'), training.replace('1 MWh', '1 MWx'));
    expect(await faults('base.yaml')).toMatchObject([{ file: join(folder, 'base.yaml'), line: 3 }]);
  });

  it('without a development total, incomplete, or in a circle is a fault', async () => {
    writeFileSync(join(folder, 'use.yaml'), training.replace('training', 'deployment'));
    expect(await faults('use.yaml')).toMatchObject([{ id: 'base-model-without-total', line: 2 }]);
    writeFileSync(join(folder, 'bad.json'), '{ "lines": [], "totals": {} }');
    expect(await faults('bad.json')).toMatchObject([{ id: 'not-an-assessment', line: 1 }]);
    writeFileSync(file(), `model: M\nbase_model: carboncard.yaml\n${finetuning}`);
    expect(await faults('carboncard.yaml')).toMatchObject([{ id: 'base-model-circle', line: 2 }]);
  });
});

it('`report.language` has no effect and is refused with the reason', () => {
  expect(() => madeOf(`report: { language: fr }\n${finetuning}`)).toThrow('Unknown key `language`: the report is in English.');
});
