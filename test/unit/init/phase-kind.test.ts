import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phaseKindIn } from '../../../src/init/phase-kind.js';
import { initManifest } from '../../../src/verbs/init.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

describe('what a name says was done', () => {
  it.each([
    ['hp-search', 'experiments'],
    ['lr_sweep_3', 'experiments'],
    ['ablation', 'experiments'],
    ['lora-sweep', 'experiments'],
    ['finetune', 'finetuning'],
    ['fine-tuning', 'finetuning'],
    ['my-model-sft', 'finetuning'],
    ['RLHF', 'finetuning'],
    ['dpo.csv', 'finetuning'],
    ['qlora', 'finetuning'],
    ['eval', 'evaluation'],
    ['benchmarks', 'evaluation'],
    ['evalHarness', 'evaluation'],
    ['pretrain', 'training'],
    ['train_log.csv', 'training'],
    ['serving', 'deployment'],
    ['inference-endpoint', 'deployment'],
    ['deploy', 'deployment'],
    ['tokenize', 'data'],
    ['data-preprocessing', 'data'],
    ['codecarbon', undefined],
    ['emissions.csv', undefined],
    ['medieval', undefined],
    ['metadata', undefined],
    ['', undefined],
  ])('%s: %s', (name, kind) => {
    expect(phaseKindIn(name)).toBe(kind);
  });
});

it('is the kind of the phase, as a question, by the project or else the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-kind-'));
  try {
    const log = (name: string, project: string): string => {
      writeFileSync(join(folder, name), emissionsCsv(versions['3.0.7'] ?? '', [{ project_name: project, run_id: project }]));
      return join(folder, name);
    };
    const { text } = await initManifest([log('a.csv', 'hp-search'), log('b.csv', 'finetune'), log('eval.csv', 'codecarbon')], {
      out: join(folder, 'carboncard.yaml'),
    });
    expect(text.split('\n').filter((line) => line.includes('- phase:'))).toEqual([
      '  - phase: experiments  # by the name hp-search: is it right?',
      '  - phase: finetuning  # by the name finetune: is it right?',
      '  - phase: evaluation  # by the name eval.csv: is it right?',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
