import type { PhaseKind } from '../assessment/ids.js';
import type { KindGuess } from '../runs/groups.js';

/** Words from which a pattern is made; each is a whole word of the name, or several. */
const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(`\\b(?:${patterns.join('|')})\\b`);

/**
 * Words of a name that say what was done, in the order in which they are asked: a sweep of fine-tunings is a sweep, the evaluation of
 * a fine-tuned model is an evaluation, and preparing training data is work on data. Words that are also topics (`text generation`),
 * hosts (`gpu server`) or parts of a model's name (`distilbert`) are left out; `instruct` and `experiment` decide last.
 */
const words: readonly (readonly [PhaseKind, RegExp])[] = [
  [
    'experiments',
    anyOf(
      ...[
        'hpo',
        'hp ?(?:search|tun\\w*|opt\\w*)',
        'hpt',
        'hparams?',
        'hyper ?param\\w*',
        'hyper ?opt',
        'hyper ?tun\\w*',
        'sweeps?',
        'sweeping',
        'ablat\\w*',
      ],
      '(?:grid|random|architecture|lr|nas) ?search',
      ...['optuna', 'ray ?tune', 'smoke ?tests?', 'scaling laws?'],
    ),
  ],
  [
    'data',
    anyOf(
      '(?:(?:pre ?)?train(?:ing)?|eval|test|sft|dpo|instruct(?:ion)?) ?(?:data|datasets?|corpus)',
      ...['tokeni[sz]er? (?:train|fit)\\w*', 'train\\w* (?:(?:a |the )?tokeni[sz]er|bpe)'],
    ),
  ],
  [
    'evaluation',
    anyOf(
      ...['(?:lm ?)?evals?', 'evaluat\\w*', 'eval ?harness', 'harness', 'bench', 'benchmarks?', 'benchmarking', 'validat(?:e|ion)', 'val'],
      ...['leaderboard', 'human ?eval', 'mt ?bench', 'big ?bench', 'truthful ?qa'],
    ),
  ],
  [
    'deployment',
    anyOf(
      'serv(?:e|ed|ing)',
      '(?:model|api|llm|vllm|inference) ?server',
      '(?<!\\b(?:causal|bayesian|variational|statistical) )infer(?:ence|encing)?',
      'endpoints?',
      'deploy\\w*',
    ),
  ],
  [
    'finetuning',
    anyOf(
      ...[
        '\\w*fine ?tun\\w*',
        'ft',
        'sft',
        'rlhf',
        'rlaif',
        'rlvr',
        'dpo',
        'ppo',
        'grpo',
        'orpo',
        'kto',
        'ipo',
        'simpo',
        'rloo',
        'q?lora',
        'dora',
        'peft',
      ],
      ...[
        '(?:reward|rm) ?(?:model\\w*|train\\w*)',
        'adapters?',
        '(?:instruct(?:ion)?|prompt|prefix) ?tun\\w*',
        'distill(?:ed|ing|ation)?',
        'post ?train\\w*',
      ],
    ),
  ],
  ['deployment', anyOf('vllm', 'tgi', 'sglang', 'tensorrt', 'production', 'prod')],
  [
    'data',
    anyOf(
      ...[
        'data(?! ?(?:parallel|cent(?:er|re)|loader))',
        'datasets?',
        'corpus',
        'tokeni[sz]\\w*',
        'pre ?process\\w*',
        'preproc',
        'crawl\\w*',
      ],
      ...['scrap(?:e|ing)', 'dedup\\w*', 'etl'],
    ),
  ],
  ['training', anyOf('(?:pre ?)?train(?:ing|er|ed)?', 'retrain\\w*')],
  ['evaluation', anyOf('mmlu', 'gsm ?k', 'hellaswag', 'bbh', 'ifeval', 'gpqa', 'winogrande')],
  ['finetuning', anyOf('instruct')],
  ['experiments', anyOf('experiments?', 'exps?', 'debug', 'prelim\\w*')],
];

/** Files of a tool of training, whose names say what the tool is for. */
const trainerFile = /^(?:trainer_state|train_results|all_results)\b/;

/** What a project's, an experiment's or a file's name says of what was done; nothing where it says nothing. */
export function phaseKindIn(name: string): PhaseKind | undefined {
  if (trainerFile.test(name)) return 'training';
  const plain = plainWords(name);
  return words.find(([, word]) => word.test(plain))?.[0];
}

/** A name as words: `kestrelSFT-v2.csv` is `kestrel sft`. Digits part words, as in `dpo2`; the ending of a file is none. */
function plainWords(name: string): string {
  return name
    .replace(/\.(?:csv|tsv|jsonl?|txt|log|ya?ml|out)$/i, '')
    .replace(/v(?=\d)/gi, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** The first name that says what was done. */
export function kindGuess(names: readonly (string | undefined)[]): KindGuess | undefined {
  for (const name of names) {
    const kind = name === undefined ? undefined : phaseKindIn(name);
    if (kind !== undefined && name !== undefined) return { kind, name };
  }
  return undefined;
}
