import { describe, expect, it } from 'vitest';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.js';
import { faultsOf, grid, made } from '../made.js';

const phase = (kind: string): string => `{ phase: ${kind}, site: { ${grid} }, energy: { value: 10 kWh, boundary: node } }`;

describe('the kind of a phase', () => {
  it.each([
    ['fine-tuning', 'finetuning'],
    ['Fine-tuning', 'finetuning'],
    ['fine_tuning', 'finetuning'],
    ['Fine tuning', 'finetuning'],
    ['FineTuning', 'finetuning'],
    ['pre-training', 'training'],
    ['Pretraining', 'training'],
    ['Evaluation', 'evaluation'],
  ])('%s is read as %s', (written, kind) => {
    expect(made(phase(written)).phases.map((facts) => facts.phase)).toEqual([kind]);
  });

  it('that is none is refused', () => {
    expect(faultsOf(() => made(phase('tuning')))).not.toEqual([]);
  });

  it('has its own words in the JSON Schema', () => {
    expect(JSON.stringify(manifestJsonSchema())).toContain(
      '"enum":["data","experiments","training","finetuning","evaluation","deployment"]',
    );
  });
});
