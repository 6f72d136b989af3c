import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { made, madeOf } from '../made.js';
import { written } from './written.js';

interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
}
interface Side {
  readonly scores: readonly {
    readonly functionalUnit: string;
    readonly R: { readonly value: number };
    readonly score: Quantity;
    readonly text: string;
  }[];
  readonly E?: Quantity;
  readonly I?: Quantity;
  readonly O: Quantity;
  readonly M?: Quantity;
  readonly C: Quantity;
  readonly softwareBoundary: { readonly included: readonly object[]; readonly excluded: readonly { readonly what: string }[] };
  readonly method: readonly string[];
}
interface File {
  readonly provider?: Side;
  readonly consumer?: Side;
  readonly ghgProtocol: {
    readonly development?: { readonly locationBased?: Quantity; readonly marketBased?: Quantity; readonly asPublished?: Quantity };
    readonly offsets?: { readonly emissions: Quantity };
    readonly notes: readonly string[];
  };
  readonly goalAndScope: Readonly<Record<string, unknown>>;
}

async function sciOf(assessment: Assessment): Promise<{ readonly file: File; readonly text: string; readonly ids: readonly string[] }> {
  const { files, ids } = await written('sci', assessment);
  const text = String(files.get('sci.json'));
  return { file: JSON.parse(text) as File, text, ids };
}

const scoreOf = (side: Side | undefined, unit: string) => side?.scores.find(({ functionalUnit }) => functionalUnit === unit);
const fixtures = ['bloom', 'bloom-project', 'five-phases', 'least', 'meena', 'olmo-2-7b', 'twelve-phases'];

describe.each([...fixtures.map((slug) => `runs/${slug}`), 'formats/published'])('%s', (slug) => {
  it('SCI = (E × I + M) per R, with the interval around it', async () => {
    const { assessment } = await assessFile(`fixtures/${slug}/carboncard.yaml`);
    const { file, text } = await sciOf(assessment);
    const sides = [file.provider, file.consumer].filter((side) => side !== undefined);
    expect(sides.length).toBe([assessment.totals.development, assessment.totals.deployment].filter((total) => total !== undefined).length);
    for (const { E, I, O, M, C, scores } of sides) {
      if (E !== undefined && I !== undefined) expect((E.value * I.value) / 1000).toBeCloseTo(O.value, 6);
      expect(O.value + (M?.value ?? 0)).toBeCloseTo(C.value, 6);
      for (const { R, score } of scores) {
        expect(score.value).toBeCloseTo((C.value * 1000) / R.value, 12);
        if (score.low !== undefined) expect(score.low <= score.value && score.value <= (score.high ?? 0)).toBe(true);
        expect(score.low === undefined).toBe(C.low === undefined);
      }
    }
    expect(text).not.toMatch(/\bLCA\b|compliant/);
  });
});

describe('M', () => {
  it('is by calendar, where the report counts by occupancy: 9.53 t of BLOOM, not 11.2 t', async () => {
    const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
    const { file } = await sciOf(assessment);
    expect(file.provider?.M?.value).toBeCloseTo(9529.735, 2);
    expect(file.provider?.C.value).toBeCloseTo(39_320.998 + 9529.735, 1);
    expect(file.provider?.M?.low).toBeLessThan(9529);
    expect(file.provider?.method.join(' ')).toContain('50.5 t CO₂e in all; by calendar, as here, it is 48.9 t CO₂e');
  });

  it('takes the share of a phase', async () => {
    const phase = (share: string) =>
      made(
        `{ phase: training, ${share}location: FR, year: 2024, hardware: { accelerator: A100, embodied: { accelerator: 150 kg, server: 2500 kg, lifetime: 6 years, occupancy: 85 % } }, accelerators: 8, accelerator_hours: 8000 }`,
      );
    const [whole, quarter] = [await sciOf(phase('')), await sciOf(phase('share: 25 %, '))];
    expect(quarter.file.provider?.M?.value).toBeCloseTo((whole.file.provider?.M?.value ?? 0) / 4, 9);
    const [alternative] = phase('share: 25 %, ').embodiedAlternatives;
    expect(alternative?.emissions.value).toBeCloseTo(quarter.file.provider?.M?.value ?? 0, 9);
  });
});

const grid = 'location: FR, year: 2024, grid: { intensity: 100 g/kWh }, system_boundary: [dynamic]';

describe('functional units', () => {
  it('per training token, parameter and FLOP: 100 MWh × 100 g/kWh = 10 t ÷ 1e12, 7e9 and 4.2e22', async () => {
    const { file, ids } = await sciOf(
      await (async () => {
        const { assess } = await import('../../../src/assess/assess.js');
        const { parseManifest } = await import('../../../src/resolve/resolve.js');
        return assess(
          parseManifest(
            `model: { name: M, parameters: 7B }\nphases: [{ phase: training, ${grid}, energy: 100 MWh, tokens: 1T, flops: 4.2e22 FLOP }]`,
          ),
        );
      })(),
    );
    expect(scoreOf(file.provider, 'training token')?.score).toMatchObject({ value: 1e-5, unit: 'gCO2e/training token' });
    expect(scoreOf(file.provider, 'parameter')?.score.value).toBeCloseTo(1e7 / 7e9, 12);
    expect(scoreOf(file.provider, 'FLOP')?.score.value).toBeCloseTo(1e7 / 4.2e22, 20);
    expect(scoreOf(file.provider, 'training token')?.text).toContain('10.0 g CO₂e per million training tokens');
    expect(ids).toEqual([]);
  });

  it('takes the share of tokens and operations too: 25 % of 10 t ÷ 25 % of 1e12 tokens', async () => {
    const { file } = await sciOf(
      made(`{ phase: training, share: 25 %, ${grid}, energy: 100 MWh, tokens: 1e12, flops: { value: 4.2e22 FLOP, method: counted } }`),
    );
    expect(file.provider?.C.value).toBeCloseTo(2500, 9);
    expect(scoreOf(file.provider, 'training token')?.R.value).toBe(2.5e11);
    expect(scoreOf(file.provider, 'training token')?.score.value).toBeCloseTo(1e-5, 15);
    expect(scoreOf(file.provider, 'FLOP')?.R.value).toBe(1.05e22);
  });

  it('per request and per token of a deployment: 10 kWh × 100 g/kWh ÷ 1,000 and 50,000', async () => {
    const { file, ids } = await sciOf(made(`{ phase: deployment, ${grid}, energy: 10 kWh, requests: 1000, tokens: 50000 }`));
    expect(scoreOf(file.consumer, 'request')?.score.value).toBeCloseTo(1, 12);
    expect(scoreOf(file.consumer, 'token')?.score.value).toBeCloseTo(0.02, 12);
    expect(file.provider).toBeUndefined();
    expect(ids).toEqual([]);
  });

  it.each([
    ['no unit of the provider', `{ phase: training, ${grid}, energy: 10 kWh }`, ['sci-no-functional-unit']],
    ['no unit of the consumer', `{ phase: deployment, ${grid}, energy: 10 kWh }`, ['sci-no-functional-unit']],
    ['tokens alone', `{ phase: training, ${grid}, energy: 10 kWh, tokens: 1e9 }`, ['sci-other-units']],
    ['a published total', '{ phase: training, emissions: 8930 t, tokens: 1e12 }', ['sci-published-total', 'sci-other-units']],
  ])('%s: says which key to add', async (_, phase, wanted) => {
    const { ids, file } = await sciOf(made(phase));
    expect(ids).toEqual(wanted);
    if (wanted.includes('sci-no-functional-unit')) expect([...(file.provider?.scores ?? []), ...(file.consumer?.scores ?? [])]).toEqual([]);
  });

  it('names the phase that is meant', async () => {
    const expectedOf = async (...phases: readonly string[]) =>
      (await written('sci', made(...phases))).messages.map(({ expected }) => expected);
    const tuned = `{ phase: finetuning, ${grid}, energy: 10 kWh }`;
    expect(await expectedOf(tuned)).toEqual([
      'Add `tokens:` of the phase `finetuning`, or `parameters:` of `model`, or `flops:` of the phase `finetuning`',
    ]);
    const [named] = await expectedOf(
      `{ phase: training, name: a, ${grid}, energy: 10 kWh, tokens: 1e9 }`,
      `{ phase: training, name: b, ${grid}, energy: 10 kWh, flops: 1e20 FLOP }`,
    );
    expect(named).toBe('Add `tokens:` of the phase `training` (b), or `parameters:` of `model`, or `flops:` of the phase `training` (a)');
  });

  it('none where one of several trainings does not state its tokens', async () => {
    const phase = (name: string, more = '') => `{ phase: training, name: ${name}, ${grid}, energy: 10 kWh${more} }`;
    const { file } = await sciOf(made(phase('a', ', tokens: 1e9'), phase('b')));
    expect(file.provider?.scores).toEqual([]);
  });
});

describe('beside the scores', () => {
  it('two results of the GHG Protocol and the offsets, each by its label, none subtracted', async () => {
    const { file } = await sciOf(
      madeOf(
        'offsets: { value: 3 t, cite: registry }\nphases: [{ phase: training, location: FR, year: 2024, grid: { intensity: 100 g/kWh, market: { value: 10 g/kWh, cite: contract } }, energy: 100 MWh, system_boundary: [dynamic] }]',
      ),
    );
    expect(file.ghgProtocol.development).toMatchObject({ locationBased: { value: 10_000, unit: 'kgCO2e' }, marketBased: { value: 1000 } });
    expect(file.ghgProtocol.offsets?.emissions.value).toBe(3000);
    expect(file.provider?.C.value).toBe(10_000);
    expect(file.provider?.I?.value).toBeCloseTo(100, 9);
  });

  it('a total as published apart from the location-based result', async () => {
    const published = '{ phase: training, emissions: 8930 t }';
    const tuned = `{ phase: finetuning, ${grid}, energy: 10 kWh }`;
    const { file: alone } = await sciOf(made(published));
    expect(Object.keys(alone.ghgProtocol.development ?? {})).toEqual(['asPublished']);
    expect(alone.ghgProtocol.development?.asPublished?.value).toBe(8_930_000);
    const { file: both } = await sciOf(made(published, tuned));
    expect(both.ghgProtocol.development?.asPublished?.value).toBe(8_930_000);
    // 10 kWh × 100 g/kWh
    expect(both.ghgProtocol.development?.locationBased?.value).toBeCloseTo(1, 9);
  });

  it('a method of the terms that are there', async () => {
    const published = '{ phase: training, emissions: 8930 t, system_boundary: [dynamic] }';
    const { file: alone } = await sciOf(made(published));
    expect(alone.provider?.method).toEqual([
      'O of Training is as published, without E and I.',
      'M: making the hardware is not counted, so C is too low by it.',
      'C = O. low and high are the 5 % and 95 % points.',
    ]);
    const { file: both } = await sciOf(made(published, `{ phase: finetuning, ${grid}, energy: 10 kWh, tokens: 1e9 }`));
    expect(both.provider?.method[0]).toContain(', of Fine-tuning alone,');
    expect(both.provider?.method.some((text) => text.startsWith('I:'))).toBe(false);
  });

  it.each([
    [', market: { value: 10 g/kWh, cite: contract }', 0],
    ['', 1],
  ])('a note on electricity without an instrument only where there is some: %s', async (market, count) => {
    const phase = (kind: string, more: string) =>
      `{ phase: ${kind}, location: FR, year: 2024, grid: { intensity: 100 g/kWh${more} }, energy: 10 kWh, system_boundary: [dynamic] }`;
    const { file } = await sciOf(made(phase('training', ', market: { value: 10 g/kWh, cite: contract }'), phase('finetuning', market)));
    const notes = file.ghgProtocol.notes.filter((text) => text.startsWith('Market-based: '));
    expect(notes).toHaveLength(count);
    for (const note of notes) expect(note).toContain('the electricity of Fine-tuning has no instrument');
  });

  it('a statement of goal and scope, in the words of the standard', async () => {
    const { file } = await sciOf(made(`{ phase: training, ${grid}, energy: 10 kWh, tokens: 1e9 }`));
    expect(Object.keys(file.goalAndScope)).toEqual([
      ...['goal', 'functionalUnit', 'systemBoundary', 'cutOff', 'allocation', 'impactAssessment', 'dataQuality', 'interpretation'],
    ]);
    expect(String(file.goalAndScope['goal'])).toMatch(/^A screening carbon footprint/);
  });

  it('what is left out of each boundary, without what is of the other', async () => {
    const { file } = await sciOf(
      made(`{ phase: training, ${grid}, energy: 10 kWh, tokens: 1e9 }`, `{ phase: deployment, ${grid}, energy: 10 kWh, requests: 5 }`),
    );
    const whats = (side: Side | undefined) => side?.softwareBoundary.excluded.map(({ what }) => what) ?? [];
    expect(whats(file.provider)).toContain('Failed and preliminary runs');
    expect(whats(file.consumer)).not.toContain('Failed and preliminary runs');
    expect(whats(file.consumer)).toContain('Deployment: making the hardware');
    expect(whats(file.provider).some((what) => /[Ww]ater/.test(what))).toBe(false);
  });
});
