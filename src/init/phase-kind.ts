import type { PhaseKind } from '../assessment/ids.js';

/** Words of a name that say what was done, in the order in which they are asked: a sweep of fine-tunings is a sweep. */
const words: readonly (readonly [PhaseKind, RegExp])[] = [
  ['experiments', /\b(?:hp|hpo|hparams?|hyper ?param\w*|sweeps?|ablations?|(?:grid|random) search|optuna|experiments?)\b/],
  ['evaluation', /\b(?:evals?|evaluat\w*|bench|benchmarks?|benchmarking)\b/],
  ['finetuning', /\b(?:fine ?tun\w*|sft|rlhf|dpo|ppo|grpo|q?lora|instruct|distill?\w*)\b/],
  ['deployment', /\b(?:serv(?:e|ing|er)|inference|endpoints?|deploy\w*|production)\b/],
  ['data', /\b(?:data|datasets?|tokeni[sz]\w*|preprocess\w*|pre process\w*|crawl\w*)\b/],
  ['training', /\b(?:pre ?train\w*|train(?:ing|er)?)\b/],
];

/** What a project's or file's name says of what was done; nothing where it says nothing. */
export function phaseKindIn(name: string): PhaseKind | undefined {
  const plain = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
  return words.find(([, word]) => word.test(plain))?.[0];
}
