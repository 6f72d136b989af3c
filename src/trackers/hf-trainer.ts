import { InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import type { RunRecord } from './record.js';
import { figureOf, own, readJson, wholeText } from './texts/json-text.js';
import type { Finding, LogText, Tracker } from './tracker.js';

/** The state of a long training has a line for each step that was logged. */
const mostText = 100_000_000;

/** Share by which samples ÷ rate and the time may differ: both are printed rounded. */
const alike = 0.05;

/**
 * What the Trainer of Hugging Face leaves: `train_results.json`, `all_results.json`, `trainer_state.json`. Time and
 * operations of a training; no electricity, no hardware, no place.
 */
export const hfTrainer = {
  id: 'hf-trainer',
  title: 'Hugging Face Trainer',
  recognises: (beginning) =>
    /^\s*\{/.test(beginning) &&
    (/"train_runtime"\s*:/.test(beginning) || (/"global_step"\s*:/.test(beginning) && /"log_history"\s*:/.test(beginning))),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<Finding> {
  const whole = await wholeText(text, mostText);
  const value = readJson(whole);
  const faults: Message[] = [];
  const odd: Message[] = [];
  const lines = [1, whole.trimEnd().split('\n').length] as const;
  const entries = entriesIn(value);
  const results = entries.at(-1);
  if (results === undefined) throw new InputError([{ ...messages.trainingNotEnded(), line: 1, column: 1 }]);
  const figure = (name: string, of: unknown = results): number | undefined => figureOf(own(of, name), name, (fault) => faults.push(fault));
  const seconds = figure('train_runtime');
  const flops = figure('total_flos') ?? figure('total_flos', value);
  const rate = figure('train_samples_per_second');
  // Versions without it wrote steps a second as the rate of samples.
  const steps = figure('train_steps_per_second');
  const samples = steps === undefined ? undefined : figure('train_samples');
  const epochs = figure('epoch') ?? figure('num_train_epochs', value);
  if (faults.length > 0) throw new InputError(faults.map((fault) => ({ ...fault, line: 1, column: 1 })));
  if (seconds === undefined) throw new InputError([{ ...messages.trainingNotEnded(), line: 1, column: 1 }]);
  if (entries.length > 1) odd.push(messages.trainedAgain(entries.length));
  else if (isSegment({ seconds, rate, samples, epochs })) odd.push(messages.lastSegment());
  odd.push(messages.noHardware());
  const run: RunRecord = {
    tracker: 'hf-trainer',
    lines,
    hours: seconds / 3600,
    parts: {},
    isMeasured: false,
    ...(flops !== undefined && flops > 0 && { flops }),
    place: {},
  };
  // Three files say the same of one training, and no id: its seconds have four decimals.
  yield { run, id: `hf-trainer ${seconds}` };
  for (const sentence of odd) yield { diagnostic: { ...sentence, line: 1, column: 1 } };
}

/** The results of each training that has ended: one in a file of results, in a state those that its history holds. */
function entriesIn(value: unknown): readonly unknown[] {
  if (own(value, 'train_runtime') !== undefined) return [value];
  const history = own(value, 'log_history');
  return Array.isArray(history) ? history.filter((entry) => own(entry, 'train_runtime') !== undefined) : [];
}

/** Whether the rate is of more than the time: after a resumption the time is that of the last part. */
function isSegment({
  seconds,
  rate,
  samples,
  epochs,
}: {
  readonly seconds: number;
  readonly rate: number | undefined;
  readonly samples: number | undefined;
  readonly epochs: number | undefined;
}): boolean {
  if (rate === undefined || samples === undefined || epochs === undefined || rate === 0 || seconds === 0) return false;
  const seen = rate * seconds;
  const isOf = (count: number): boolean => Math.abs(seen / count - 1) <= alike;
  return samples > 0 && epochs > 0 && !isOf(samples) && !isOf(samples * epochs) && !isOf(samples * Math.ceil(epochs));
}
