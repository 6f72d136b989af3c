import { error, warning } from '../diagnostics/message.js';
import { createLogReport, fatal } from './log-report.js';
import { numberIn, own, readJson, wholeText } from './texts/json-text.js';
import type { LogItem, LogText, Tracker } from './tracker.js';

/** What the reader of the Trainer's files reports. */
export const messages = {
  trainingNotEnded: () =>
    error('training-not-ended', 'No finished training in this file: `train_runtime` is missing.', {
      expected: 'the results of a training, or its state at the end',
    }),
  trainedAgain: (parts: number) =>
    warning('trained-again', `The history has ${parts} trainings. The time is that of the last one only.`, {
      note: 'The others are earlier parts of a resumed training, or other trainings.',
    }),
  lastSegment: () =>
    warning(
      'last-segment',
      'The time does not fit the number of samples and their rate. The training was probably resumed, and the time is that of its last part only.',
      { note: 'Give the whole time as `duration:`.' },
    ),
  noHardware: () =>
    warning('no-hardware-named', 'The Trainer records neither the hardware nor the number of accelerators, and measures no electricity.', {
      note: 'Add `hardware: 8 x A100 80GB` beside it.',
    }),
} as const;

/** Characters of a file. The state of a long training has a line for each step that was logged. */
const maxText = 100_000_000;

/** Share by which rate × time and the number of samples may differ, since all are rounded. */
const alike = 0.05;

/**
 * What the Trainer of Hugging Face writes: `train_results.json`, `all_results.json`, `trainer_state.json`. They have the
 * time and operations of a training, but no electricity, hardware or place.
 */
export const hfTrainer = {
  id: 'hf-trainer',
  title: 'Hugging Face Trainer',
  recognises: (beginning) =>
    /^\s*\{/.test(beginning) &&
    (/"train_runtime"\s*:/.test(beginning) || (/"global_step"\s*:/.test(beginning) && /"log_history"\s*:/.test(beginning))),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const whole = await wholeText(text, maxText);
  const value = readJson(whole);
  const log = createLogReport();
  const trainings = trainingsIn(value);
  const results = trainings.at(-1);
  if (results === undefined) throw fatal(messages.trainingNotEnded());
  const number = (name: string, of: unknown = results): number | undefined => numberIn(own(of, name), name, log.report);
  const seconds = number('train_runtime');
  const flops = number('total_flos') ?? number('total_flos', value);
  const rate = number('train_samples_per_second');
  // Versions without steps per second wrote them as the rate of samples.
  const samples = number('train_steps_per_second') === undefined ? undefined : number('train_samples');
  const epochs = number('epoch') ?? number('num_train_epochs', value);
  log.throwErrors();
  if (seconds === undefined) throw fatal(messages.trainingNotEnded());
  if (trainings.length > 1) log.report(messages.trainedAgain(trainings.length));
  else if (isLastPart({ seconds, rate, samples, epochs })) log.report(messages.lastSegment());
  log.report(messages.noHardware());
  yield {
    run: {
      tracker: 'hf-trainer',
      lines: [1, whole.trimEnd().split('\n').length],
      hours: seconds / 3600,
      parts: {},
      isMeasured: false,
      flops: flops === 0 ? undefined : flops,
      place: {},
    },
    // Three files describe the same training without an id. The four decimals of its seconds identify it.
    id: `hf-trainer ${seconds}`,
  };
  yield* log.remarks();
}

/** The results of each training that has ended: one in a file of results, any number in the history of a state. */
function trainingsIn(value: unknown): readonly unknown[] {
  if (own(value, 'train_runtime') !== undefined) return [value];
  const history = own(value, 'log_history');
  return Array.isArray(history) ? history.filter((entry) => own(entry, 'train_runtime') !== undefined) : [];
}

/** Whether the samples at this rate need more than this time. After a resumption the time is that of the last part. */
function isLastPart({
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
