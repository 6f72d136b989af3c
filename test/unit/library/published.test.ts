import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryIds, listLibrary } from '../../../src/library/library.js';
import { auditFiles } from '../../../src/verbs/audit.js';
import { root } from '../../docs/blocks.js';
import { assessedModel, inKilograms, kilograms } from './assessed.js';
import { reproduced } from './reproduced.js';

const entries = await listLibrary();
const figures = entries.flatMap((entry) =>
  entry.published.map((published, at) => ({ id: entry.id, published, ours: reproduced[entry.id][at] })),
);

describe('a manifest gives what its publication prints', () => {
  it.each(figures.map((figure) => [`${figure.id}: ${figure.published.value} ${figure.published.unit}`, figure] as const))('%s', async (_, {
    id,
    published,
    ours,
  }) => {
    if (ours === undefined) throw new TypeError(`${id} has no figure in reproduced.ts`);
    const { assessment } = await assessedModel(id);
    const field = ours.by === 'market' ? 'emissionsMarket' : 'emissions';
    const calculated = (kilograms(assessment, published.phase, field) / inKilograms(published)) * published.value;
    expect(Math.abs(calculated / published.value - 1), ours.why).toBeLessThanOrEqual(ours.within);
    // The table states the figure to the digits that it has.
    expect(Math.abs(calculated / ours.calculated - 1)).toBeLessThan(0.0005);
  });
});

it('each figure has a calculated one, and the other way round', () => {
  const counts = entries.map(({ id, published }) => [id, published.length]);
  expect(Object.entries(reproduced).map(([id, all]) => [id, all.length])).toEqual(counts);
});

/** What is odd in a publication, as the assessment reports it. */
const warnings: Readonly<Record<string, readonly string[]>> = {
  'llama-3.3-70b': ['reported-total'],
};
const notes: Readonly<Record<string, readonly string[]>> = {
  // 340 kg beside 914 kWh × 394 g/kWh = 360 kg.
  bloom: ['reported-total'],
};

describe('warnings of a manifest are those of its publication', () => {
  it.each(entries.map(({ id }) => id))('%s', async (id) => {
    const { assessment } = await assessedModel(id);
    const found = assessment.diagnostics.filter(({ severity }) => severity !== 'note').map((one) => one.id);
    expect(found).toEqual(warnings[id] ?? []);
    const totals = assessment.diagnostics.filter((one) => one.severity === 'note' && one.id.startsWith('reported-total'));
    expect(totals.map((one) => one.id)).toEqual(notes[id] ?? []);
  });

  it('and audits find nothing else', async () => {
    const audited = await auditFiles(libraryIds.map((id) => join(root, `src/library/models/${id}.yaml`)));
    const found = audited.flatMap(({ findings }, at) => findings.map(({ severity, id }) => `${libraryIds[at]}: ${severity} ${id}`));
    expect(found).toEqual(['bloom: note reported-total', 'llama-3.3-70b: warning reported-total']);
  });

  it('Llama 3.3: 12.9 t, where 7.0 million GPU-hours are 2.03 kt', async () => {
    const { assessment } = await assessedModel('llama-3.3-70b');
    const warning = assessment.diagnostics.find(({ id }) => id === 'reported-total');
    expect(warning?.message).toContain('12.9\u202ft CO₂e, but the inputs give 2.03\u202fkt CO₂e: they differ by a factor of 157');
  });
});

describe('traps of publications', () => {
  it('GPT-3: 502 t are the processors, 552 t are processors and PUE', async () => {
    const { lines } = (await assessedModel('gpt-3')).assessment;
    const [dynamic = 0, overhead = 0] = ['dynamic', 'overhead'].map(
      (id) => lines.find(({ component }) => component === id)?.emissions.value,
    );
    // 502 t and 552 t as printed, each within the rounding of the days.
    expect(Math.abs(dynamic / 502_000 - 1)).toBeLessThan(0.0034);
    expect(Math.abs((dynamic + overhead) / 552_000 - 1)).toBeLessThan(0.0034);
  });

  it('BLOOM: 24.7 t are the GPUs, 50.5 t are GPUs, idle machines, infrastructure and hardware', async () => {
    const { assessment } = await assessedModel('bloom');
    const training = assessment.lines.filter(({ phase }) => phase === 'training');
    const tonnes = Object.fromEntries(training.map(({ component, emissions }) => [component, Number((emissions.value / 1000).toFixed(1))]));
    // The paper prints 14.6 t for idle machines and infrastructure together.
    expect(tonnes).toEqual({ dynamic: 24.7, embodied: 11.2, idle: 10.3, overhead: 4.3 });
  });

  it('OLMo 2 13B: 101 t have the PUE twice, if 230 MWh are those of the GPUs', async () => {
    const { assessment } = await assessedModel('olmo-2-13b');
    const [dynamic] = assessment.lines.filter(({ component }) => component === 'dynamic');
    expect(dynamic?.energy?.value).toBe(257_000);
    expect(Math.round(230 * 1.12)).toBe(258);
  });
});
