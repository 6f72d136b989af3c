import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { grid, made, madeOf, omissionOf } from '../made.js';
import { rendered } from '../sections/rendered.js';

const phase = (kind: string, rest = ''): string =>
  `{ phase: ${kind}, site: { ${grid} }, energy: { value: 10 kWh, boundary: node }${rest} }`;

describe('failed and preliminary runs', () => {
  const reasonOf = (...phases: readonly string[]) => omissionOf(made(...phases), 'failed-runs')?.reason;

  it('are unknown where nothing is said', () => {
    expect(reasonOf(phase('training'))).toBe(reasons.failedRuns);
  });

  it('are not listed as left out where the hours include them; the method says so', () => {
    const a = made(phase('training', ', includes: [restarts, failed runs]'));
    expect(omissionOf(a, 'failed-runs')).toBeUndefined();
    expect(rendered('not-counted', a)).not.toMatch(/failed/i);
    expect(rendered('method', a)).toContain('the hours of Training include restarts and failed runs.');
  });

  it('are counted where a phase is named after them', () => {
    expect(reasonOf(phase('training'), phase('experiments', ', name: Failed and preliminary runs'))).toBeUndefined();
    expect(reasonOf(phase('training'), phase('experiments', ', name: unfailing'))).toBeDefined();
  });

  it('are outside the hours where the manifest says so', () => {
    const a = made(phase('training', ', includes: none'));
    expect(omissionOf(a, 'failed-runs')?.reason).toBe('no record given; the hours exclude them, according to the manifest');
    expect(rendered('method', a)).toContain('the hours of Training exclude failed and restarted runs.');
  });

  it('are unknown of some phases', () => {
    expect(reasonOf(phase('training', ', includes: restarts'), phase('evaluation'), phase('experiments', ', includes: none'))).toBe(
      'no record given; it is unknown whether the hours of evaluation include them; the hours of experiments exclude them, according to the manifest',
    );
  });

  it('have the reason of the manifest', () => {
    expect(reasonOf(phase('training', ', includes: restarts, not_counted: { failed-runs: "no log" }'))).toBe('no log');
  });
});

describe('the base model of a fine-tune', () => {
  it('is the first thing that is not counted, where it is not given', () => {
    const a = made(phase('finetuning'));
    expect(a.omissions[0]).toEqual({ id: 'base-model', what: 'The base model that was fine-tuned', reason: reasons.noBaseModel });
    expect(
      rendered('not-counted', a)
        .split('\n')
        .find((line) => line.startsWith('- ')),
    ).toContain('The base model');
  });

  it('is not asked for where it was trained too, or is given', () => {
    expect(omissionOf(made(phase('finetuning'), phase('training')), 'base-model')).toBeUndefined();
    const given = madeOf(`base_model: { id: a/b, emissions: 3 t, cite: card }\nphases:\n  - ${phase('finetuning')}`);
    expect(omissionOf(given, 'base-model')).toBeUndefined();
  });
});

describe('manufacture, in what else is counted', () => {
  it('is listed for further impacts and for water, where those are counted', () => {
    const a = madeOf('impacts: [adpe, primary-energy]\nlocation: France\nyear: 2022\nenergy: { value: 10 kWh, boundary: node }');
    expect(omissionOf(a, 'impacts-of-manufacture')?.reason).toBe(
      'no factors for abiotic resource depletion (ADP, elements) and primary energy; of the abiotic resource depletion that MLCA (Morand et al. 2024) found for BLOOM, manufacture was 97 %',
    );
    expect(omissionOf(a, 'water-of-manufacture')?.reason).toBe('no factors; only water of generating electricity is counted');
    const bare = made(phase('training'));
    expect(omissionOf(bare, 'impacts-of-manufacture') ?? omissionOf(bare, 'water-of-manufacture')).toBeUndefined();
  });
});

it('what does not apply is apart from what is left out', () => {
  const a = madeOf(`hardware: 1 x RTX 4090\nduration: 10 h\nlocation: France\nyear: 2022`);
  const text = rendered('not-counted', a);
  expect(text).toContain('Not applicable: Cooling and losses: no data centre is around the machines.');
  expect(text).not.toMatch(/^- Training, overhead/m);
});
