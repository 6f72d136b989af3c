import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import type { RunRecord } from './record.js';
import { createTally } from './tally.js';
import { utcText } from './texts/epoch-time.js';
import { figureOf, own } from './texts/json-text.js';
import { textLines } from './texts/text-lines.js';
import type { Finding, LogText, Tracker } from './tracker.js';

/** W that the tool gives the process: its share of the processors with their memory, and of the cards. */
const powers = { cpu: 'rapl_estimated_attributable_power_draw', gpu: 'nvidia_estimated_attributable_power_draw' } as const;

/** Seconds without a line that are told. */
const longGap = 60;

const mostFaults = 20;

/**
 * `data.json` of experiment-impact-tracker: a line of JSON for each sample, with watts over the time since the one before.
 * The PUE of 1.58 that its own totals have is in none of them.
 */
export const experimentImpactTracker = {
  id: 'experiment-impact-tracker',
  title: 'experiment-impact-tracker',
  recognises: (beginning) => {
    const [first = ''] = beginning.replace(/^\uFEFF/, '').split('\n');
    return first.startsWith('{') && /"timestamp"\s*:/.test(first) && /"(?:rapl|nvidia)_estimated_attributable_power_draw"\s*:/.test(first);
  },
  read,
} as const satisfies Tracker;

/** Energy of what is watched by itself. */
interface Meter {
  joules: number;
  /** Time up to which the energy is known. */
  until: number;
  readings: number;
  missing: number;
}

async function* read(text: LogText): AsyncGenerator<Finding> {
  const odd = createTally();
  const faults: Diagnostic[] = [];
  let unfinished = 0;
  const meters = new Map<keyof typeof powers, Meter>();
  const lines: [number, number] = [0, 0];
  let [started, ended, count, longest, gaps] = [Number.NaN, Number.NaN, 0, 0, 0];
  let cards = 0;
  const intensities = { sum: 0, count: 0 };
  for await (const batch of textLines(text, (line) => {
    unfinished = line;
  })) {
    for (const { line, text: whole } of batch) {
      if (faults.length >= mostFaults) break;
      const tell = (sentence: Message): void => {
        faults.push({ ...sentence, line, column: 1 });
      };
      const sample = sampleIn(whole);
      if (sample === undefined) {
        // Who stops the process while it writes leaves a part of a line.
        if (line === unfinished && count > 0) odd.tell(messages.cutLine(), line);
        else tell(messages.notJson());
        continue;
      }
      const time = figureOf(own(sample, 'timestamp'), 'timestamp', tell);
      if (time === undefined || utcText(time) === undefined) {
        tell(messages.badTime(String(time ?? '')));
        continue;
      }
      if (time < ended) tell(messages.backwards());
      if (count > 0 && time - ended > longGap) {
        gaps += 1;
        longest = Math.max(longest, time - ended);
      }
      for (const [part, key] of Object.entries(powers) as [keyof typeof powers, string][]) {
        const meter = meters.get(part) ?? { joules: 0, until: count === 0 ? time : started, readings: 0, missing: 0 };
        meters.set(part, meter);
        addReading(meter, figureOf(own(sample, key), key, tell), time);
      }
      const intensity = figureOf(own(sample, 'realtime_carbon_intensity'), 'realtime_carbon_intensity', tell);
      if (intensity !== undefined) {
        intensities.sum += intensity;
        intensities.count += 1;
      }
      cards = Math.max(cards, cardsIn(sample));
      if (count === 0) [started, lines[0]] = [time, line];
      [ended, lines[1]] = [time, line];
      count += 1;
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  const [gpu, cpu] = [energyOf(meters.get('gpu')), energyOf(meters.get('cpu'))];
  if (count < 2 || !(ended > started) || (gpu === undefined && cpu === undefined))
    throw new InputError([{ ...messages.noSamples(), line: 1, column: 1 }]);
  const run: RunRecord = {
    tracker: 'experiment-impact-tracker',
    lines,
    ...timesOf(started, ended),
    hours: (ended - started) / 3600,
    energy: (gpu ?? 0) + (cpu ?? 0),
    boundary: cpu === undefined ? 'accelerator' : 'components',
    parts: { ...(gpu !== undefined && { gpu }), ...(cpu !== undefined && { cpu }) },
    isMeasured: true,
    ...(intensities.count > 0 && { intensity: intensities.sum / intensities.count }),
    ...(cards > 0 && { accelerator: { count: cards } }),
    place: {},
  };
  yield { run };
  odd.tell(messages.attributedPower(), lines[0]);
  for (const [part, meter] of meters) {
    if (meter.readings === 0) continue;
    if (meter.missing > 0) odd.tell(messages.missingReadings(part.toUpperCase(), meter.missing), lines[1]);
    if (meter.until < ended) odd.tell(messages.lastReadings(part.toUpperCase(), ended - meter.until), lines[1]);
  }
  if (gaps > 0) odd.tell(messages.longGaps(gaps, Math.round(longest)), lines[1]);
  for (const diagnostic of odd.diagnostics()) yield { diagnostic };
}

/** A line of Python's JSON, whose NaN and Infinity are none. */
function sampleIn(line: string): unknown {
  const clean = line.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => (token.startsWith('"') ? token : 'null'));
  try {
    const value = JSON.parse(clean) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The mean power since the sample before; one that is missing is taken to be as the next. */
function addReading(meter: Meter, watts: number | undefined, time: number): void {
  if (watts === undefined) {
    meter.missing += 1;
    return;
  }
  meter.joules += watts * (time - meter.until);
  meter.until = time;
  meter.readings += 1;
}

function energyOf(meter: Meter | undefined): number | undefined {
  return meter === undefined || meter.readings === 0 ? undefined : meter.joules / 3.6e6;
}

function cardsIn(sample: unknown): number {
  const states = own(sample, 'per_gpu_performance_state');
  return typeof states === 'object' && states !== null ? Object.keys(states).length : 0;
}

function timesOf(from: number, until: number): { readonly started?: string | undefined; readonly ended?: string | undefined } {
  const [started, ended] = [utcText(from), utcText(until)];
  return { ...(started !== undefined && { started }), ...(ended !== undefined && { ended }) };
}
