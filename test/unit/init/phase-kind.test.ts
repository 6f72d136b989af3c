import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
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
    ['sft-v2', 'finetuning'],
    ['gpt2-finetuning', 'finetuning'],
    ['kestrelSFT', 'finetuning'],
    ['RLHFv2', 'finetuning'],
    ['dpo2', 'finetuning'],
    ['bert-base-uncased-finetuned-squad', 'finetuning'],
    ['reward_modeling', 'finetuning'],
    ['prompt-tuning', 'finetuning'],
    ['post-training', 'finetuning'],
    ['vllm-grpo', 'finetuning'],
    ['llama-3-8b-Instruct', 'finetuning'],
    ['llama-3-8b-Instruct-inference', 'deployment'],
    ['lora-inference', 'deployment'],
    ['vllm-server', 'deployment'],
    ['hpSweep2', 'experiments'],
    ['LRSweep', 'experiments'],
    ['hyperparameter_tuning', 'experiments'],
    ['optuna_study', 'experiments'],
    ['exp1', 'experiments'],
    ['sft_experiment_3', 'finetuning'],
    ['pretrain_7b', 'training'],
    ['continued-pretraining', 'training'],
    ['MyModelTraining', 'training'],
    ['job_train_8xA100', 'training'],
    ['data_parallel_training', 'training'],
    ['trainer_state.json', 'training'],
    ['all_results.json', 'training'],
    // Nothing is trained yet, or only the tokenizer.
    ['train_data_prep', 'data'],
    ['pretraining-data', 'data'],
    ['sft_data', 'data'],
    ['tokenizer-training', 'data'],
    ['train_tokenizer', 'data'],
    ['evalharness', 'evaluation'],
    ['mmlu_eval', 'evaluation'],
    ['mmlu', 'evaluation'],
    ['gsm8k', 'evaluation'],
    ['eval_dpo', 'evaluation'],
    ['finetuned_model_eval', 'evaluation'],
    ['inference-benchmark', 'evaluation'],
    // Topics, hosts and models.
    ['causal-inference', undefined],
    ['retrieval', undefined],
    ['text-generation', undefined],
    ['gpu-server-2', undefined],
    ['distilbert', undefined],
    ['interval', undefined],
    ['conv2d', undefined],
    ['hp-zbook', undefined],
    ['nasnet', undefined],
  ])('%s: %s', (name, kind) => {
    expect(phaseKindIn(name)).toBe(kind);
  });
});

it('says the same with another case, other signs between words, and a number behind', () => {
  const names = fc.constantFrom('hp search', 'lr sweep', 'fine tune', 'sft', 'model eval', 'pre train', 'data crawl', 'serve model', 'dpo');
  fc.assert(
    fc.property(names, fc.constantFrom('-', '_', '.', ' '), fc.nat({ max: 99 }), fc.boolean(), (name, sign, number, isUpper) => {
      const written = `${name.replaceAll(' ', sign)}${sign}v${number}.csv`;
      expect(phaseKindIn(isUpper ? written.toUpperCase() : written)).toBe(phaseKindIn(name));
    }),
  );
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
