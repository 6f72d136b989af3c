import { describe, expect, it } from 'vitest';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { schemaFaults, validatorOf } from '../../json-validator.js';
import { assessed, fixtures, rendered } from './rendered.js';
import { spdxSchema } from './spdx-schema.js';

const validate = validatorOf(spdxSchema);
const faults = (json: unknown) => schemaFaults(validate, json);

type Node = Readonly<Record<string, unknown>>;

function graphOf(json: unknown): readonly Node[] {
  return (json as { readonly '@graph': readonly Node[] })['@graph'];
}

function nodesOf(json: unknown, type: string): readonly Node[] {
  return graphOf(json).filter((node) => node['type'] === type);
}

const phase = (more: object) => ({ phase: 'training', location: 'France', year: 2024, energy: '120 kWh', ...more });
const model = { id: 'org/m', version: '1.2', released: '2024-05-06', supplier: 'Org' };

describe.each(fixtures)('%s', (file) => {
  it('is valid by the schema of SPDX 3.0.1, and refers to its own elements alone', async () => {
    const { assessment } = await assessFile(file);
    const dated = { ...assessment, report: { ...assessment.report, date: '2026-11-01' } };
    const { json } = await rendered('spdx', dated);
    expect(faults(json)).toEqual([]);
    const graph = graphOf(json);
    const ids = graph.flatMap(({ spdxId }) => (spdxId === undefined ? [] : [spdxId]));
    expect(new Set(ids).size).toBe(ids.length);
    const [document] = nodesOf(json, 'SpdxDocument');
    expect([...((document?.['element'] ?? []) as readonly string[]), document?.['spdxId']].toSorted()).toEqual(ids.toSorted());
    const [creation] = nodesOf(json, 'CreationInfo');
    const named = graph.flatMap(({ from, suppliedBy }) => [from, suppliedBy].filter((one) => one !== undefined));
    for (const id of [...named, ...(creation?.['createdBy'] as unknown[]), ...(creation?.['createdUsing'] as unknown[])])
      expect(ids).toContain(id);
  });
});

describe('an SPDX document', () => {
  it('has the energy of training, fine-tuning and inference in kWh, as a decimal without an exponent', async () => {
    const phases = [
      phase({ name: 'a', energy: '2.5 GWh' }),
      phase({ name: 'b', energy: '0.00000012 kWh' }),
      phase({ phase: 'finetuning', energy: '3.6 MJ' }),
      phase({ phase: 'deployment', energy: '7 kWh', duration: '1 day' }),
      phase({ phase: 'evaluation' }),
    ];
    const assessment = await assessed({ model, report: { date: '2026-01-02' }, system_boundary: ['dynamic'], phases });
    const { json, messages } = await rendered('spdx', assessment);
    expect(faults(json)).toEqual([]);
    const energy = nodesOf(json, 'ai_AIPackage')[0]?.['ai_energyConsumption'] as Readonly<Record<string, readonly Node[]>>;
    const amounts = Object.entries(energy).map(([key, list]) => [
      key,
      Array.isArray(list) ? list.map((one) => one['ai_energyQuantity']) : list,
    ]);
    expect(Object.fromEntries(amounts)).toEqual({
      type: 'ai_EnergyConsumption',
      ai_trainingEnergyConsumption: ['2500000', '0.00000012'],
      ai_finetuningEnergyConsumption: ['1'],
      ai_inferenceEnergyConsumption: ['7'],
    });
    expect(messages.find(({ id }) => id === 'spdx-phase-in-properties')?.message).toContain('Evaluation');
  });

  it('claims the AI profile where the model has all that it requires, else names the keys', async () => {
    const given = await rendered('spdx', await assessed({ model, report: { date: '2026-01-02' }, ...phase({ phase: undefined }) }));
    expect(nodesOf(given.json, 'SpdxDocument')[0]?.['profileConformance']).toEqual(['core', 'software', 'extension', 'ai']);
    expect(nodesOf(given.json, 'ai_AIPackage')[0]).toMatchObject({
      software_packageVersion: '1.2',
      releaseTime: '2024-05-06T00:00:00Z',
      software_packageUrl: 'pkg:huggingface/org/m@1.2',
      software_downloadLocation: 'https://huggingface.co/org/m',
    });
    expect(given.messages).toEqual([]);
    const lacking = await rendered('spdx', await assessed({ model: 'M', report: { date: '2026-01-02' }, ...phase({ phase: undefined }) }));
    expect(faults(lacking.json)).toEqual([]);
    expect(nodesOf(lacking.json, 'SpdxDocument')[0]?.['profileConformance']).not.toContain('ai');
    expect(lacking.messages.map(({ id, severity, expected }) => [id, severity, expected])).toEqual([
      ['spdx-incomplete-package', 'note', '`released`, `supplier`, `version` and `url` in `model`'],
    ]);
  });

  it('asks for a date where it is unknown', async () => {
    const { json, messages } = await rendered('spdx', await assessed({ model, ...phase({ phase: undefined }) }));
    expect(messages.map(({ id, severity }) => [id, severity])).toEqual([['spdx-no-date', 'warning']]);
    expect(faults(json).length).toBeGreaterThan(0);
  });

  it('has a published total in properties alone, and never as 0 kWh', async () => {
    const phases = [phase({ energy: undefined, emissions: { value: '8930 t', boundary: 'facility', cite: 'card' } })];
    const { json, messages } = await rendered('spdx', await assessed({ model, report: { date: '2026-01-02' }, phases }));
    expect(nodesOf(json, 'ai_AIPackage')[0]).not.toHaveProperty('ai_energyConsumption');
    expect(JSON.stringify(json)).toContain('8930 tCO2eq, training, dynamic, facility');
    expect(messages.map(({ id }) => id)).toContain('spdx-no-energy');
  });
});

it('the schema refuses what the model does not have', async () => {
  const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
  const { text } = await rendered('spdx', assessment);
  const changes: readonly (readonly [string, string])[] = [
    ['"kilowattHour"', '"kWh"'],
    ['"ai_trainingEnergyConsumption"', '"ai_training"'],
    ['"specVersion": "3.0.1"', '"specVersion": "3.0.0"'],
    ['T00:00:00Z', ''],
    ['"689842.067708333"', '"6.9e5"'],
    ['"hasDeclaredLicense",', '"contains",'],
    ['"type": "Tool"', '"type": "Hammer"'],
  ];
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    expect(faults(JSON.parse(text.replace(from, to))), from).not.toEqual([]);
  }
});
