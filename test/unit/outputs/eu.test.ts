import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { rangeOfTime } from '../../../src/outputs/eu/computation.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { grid, made, madeOf } from '../made.js';
import { written } from './written.js';

const place = `location: FR, year: 2024, ${grid}`;
const trained = `{ phase: training, ${place}, energy: { value: 433.2 MWh, boundary: facility, instrument: meter }, accelerators: 512, accelerator_hours: 1228800, duration: 100 days, hardware: A100, flops: { value: 3.14e23 FLOP, method: 6 × parameters × tokens }, system_boundary: [dynamic] }`;

/** The form, with blanks as people type them. */
async function form(assessment: Assessment): Promise<{ readonly text: string; readonly ids: readonly string[] }> {
  const { files, ids } = await written('eu', assessment);
  return {
    text: String(files.get('eu.md'))
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      .replaceAll('\u2060', ''),
    ids,
  };
}

describe('the form', () => {
  it('has the figures of a training that states all of them', async () => {
    const { text, ids } = await form(madeOf(`phases: [${trained}]`));
    expect(text).toContain('**For the AI Office:** 100 days on the wall clock. Hardware days: 5.1 × 10⁴ A100 days (taken as SXM4 80GB).');
    expect(text).toContain('**For national competent authorities:** 3 to 6 months.');
    expect(text).toContain('3.1 × 10²³ FLOPs.');
    expect(text).toContain('10²³ FLOPs.');
    expect(text).toContain('**Measurement methodology:** As declared by the authors: 6 × parameters × tokens (3.14 × 10²³ FLOP).');
    expect(text).toContain('4.3 × 10² MWh (430 MWh).');
    expect(text).toContain('**Measurement methodology:** Measured: 100 % metered.');
    expect(ids).toEqual(['eu-no-inference']);
  });

  it('has energy and no emissions', async () => {
    const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
    const { text } = await form(assessment);
    expect(text).toContain('6.9 × 10² MWh (690 MWh).');
    expect(text).not.toMatch(/CO₂|CO2|\bLCA\b|compliant/);
  });

  it.each([
    ['a deployment alone', [`{ phase: deployment, ${place}, energy: 914 kWh }`], ['eu-no-training', 'eu-no-inference'], 4],
    [
      'a published total',
      ['{ phase: training, emissions: 8930 t }'],
      ['eu-no-training-time', 'eu-no-hardware-days', 'eu-no-compute', 'eu-no-energy', 'eu-no-inference'],
      5,
    ],
    [
      'an energy alone',
      [`{ phase: finetuning, ${place}, energy: 12 kWh }`],
      ['eu-no-training-time', 'eu-no-hardware-days', 'eu-no-compute', 'eu-no-inference'],
      4,
    ],
  ] as const)('says N/A with the reason, and names the key: %s', async (_, phases, wanted, count) => {
    const { text, ids } = await form(made(...phases));
    expect(ids).toEqual(wanted);
    expect(text.match(/N\/A: \w/g)).toHaveLength(count);
    expect(text).not.toMatch(/\b0 (?:MWh|FLOPs|days)/);
  });

  it('keeps two digits of each end of an interval, and says who declared the energy', async () => {
    const energy = '{ value: 10.2 kWh, low: 9.6 kWh, high: 10.7 kWh, boundary: facility }';
    const { text } = await form(made(`{ phase: training, ${place}, energy: ${energy} }`));
    expect(text).toContain('90 % interval: 0.0096 to 0.011 MWh.');
    expect(text).toContain('0.0096–0.011');
    expect(text).toContain('**Measurement methodology:** Declared by the authors: 100 % declared by the authors.');
    expect(text).not.toContain('Estimated');
    expect(text).toMatch(/Included: [^.;]+, including [^.]+\./);
  });

  it('takes the share of hours and operations: 25 % of 1,228,800 h ÷ 24 and of 3.2e23', async () => {
    const { text } = await form(
      madeOf(`phases: [${trained.replace('{ phase: training,', '{ phase: training, share: 25 %,').replace('3.14e23', '3.2e23')}]`),
    );
    expect(text).toContain('Hardware days: 1.3 × 10⁴ A100 days (taken as SXM4 80GB).');
    expect(text).toContain('Counted for this model: 25 % of Training; the wall-clock time is that of the whole phase.');
    expect(text).toContain('8.0 × 10²² FLOPs.');
    expect(text).toContain('(8 × 10²² FLOP, which is 25 % of the phase).');
    expect(text).toContain('1.1 × 10² MWh (110 MWh).');
  });

  it('adds phases of training, and names those that are no part of it', async () => {
    const { text, ids } = await form(
      made(
        `{ phase: experiments, ${place}, energy: 40 MWh, system_boundary: [dynamic] }`,
        `{ phase: training, name: a, ${place}, energy: 100 MWh, duration: 10 days, flops: { value: 1e22 FLOP, method: counted }, system_boundary: [dynamic] }`,
        `{ phase: training, name: b, ${place}, energy: 150 MWh, duration: 20 days, flops: { value: 2e22 FLOP, method: counted }, system_boundary: [dynamic] }`,
      ),
    );
    expect(text).toContain('2.5 × 10² MWh (250 MWh).');
    expect(text).toContain('30 days on the wall clock, one phase after the other: Training (a) 10 days, Training (b) 20 days.');
    expect(text).toContain('3.0 × 10²² FLOPs.');
    expect(text).toContain('Not included: Experiments (40 MWh).');
    expect(ids).not.toContain('eu-no-energy');
  });

  it('says of which phase a figure is not known', async () => {
    const { text, ids } = await form(
      made(
        `{ phase: training, ${place}, energy: 100 MWh, duration: 10 days, system_boundary: [dynamic] }`,
        '{ phase: finetuning, emissions: 3 t }',
      ),
    );
    expect(text).toContain('(100 MWh), without Fine-tuning, of which it is not known.');
    expect(ids).toContain('eu-no-energy');
  });

  it('has a benchmark of inference with its task and hardware', async () => {
    const text = (method: string) => `{ name: M, inference_flops: { value: 5.1e17 FLOP${method} } }`;
    const withMethod = await form(await modelOf(text(', method: "generating 100,000 tokens on 64 A100"')));
    expect(withMethod.text).toContain('5.1 × 10¹⁷ FLOPs.');
    expect(withMethod.text).toContain('generating 100,000 tokens on 64 A100 (5.1 × 10¹⁷ FLOP).');
    expect(withMethod.ids).toEqual([]);
    expect((await form(await modelOf(text('')))).ids).toEqual(['eu-no-inference-method']);
  });
});

describe('the example of unknown operations', () => {
  const expected = async (model: string, phase: string): Promise<string | undefined> => {
    const { messages } = await written('eu', await modelOf(model, phase));
    return messages.find(({ id }) => id === 'eu-no-compute')?.expected;
  };
  const unknown = (more: string): string => `{ phase: training, ${place}, energy: 100 MWh${more} }`;

  it('is 6 × 7e9 parameters × 2e12 tokens = 8.4e22 of this model', async () => {
    expect(await expected('{ name: M, parameters: 7B }', unknown(', tokens: 2e12'))).toBe(
      'Add `flops: { value: 8.4e22 FLOP, method: 6 × parameters × tokens }` to Training',
    );
  });

  it('is of no model that is known where parameters or tokens are not', async () => {
    const example = 'Add `flops:` to the phase, such as `flops: { value: 1.23e21 FLOP, method: 6 × parameters × tokens }`';
    expect(await expected('M', unknown(', tokens: 2e12'))).toBe(example);
    expect(await expected('{ name: M, parameters: 7B }', unknown(''))).toBe(example);
  });
});

async function modelOf(model: string, phase = trained): Promise<Assessment> {
  const { assess } = await import('../../../src/assess/assess.js');
  const { parseManifest } = await import('../../../src/resolve/resolve.js');
  return assess(parseManifest(`model: ${model}\nphases: [${phase}]`), { samples: 0 });
}

it.each([
  [30, 'Less than 1 month'],
  [31, '1 to 3 months'],
  [92, '3 to 6 months'],
  [183, 'More than 6 months'],
])('%s days are in the range %s', (days, range) => {
  expect(rangeOfTime(days)).toBe(range);
});
