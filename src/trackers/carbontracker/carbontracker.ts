import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import type { RunRecord } from '../record.js';
import { createTally } from '../tally.js';
import { textLines } from '../texts/text-lines.js';
import type { Finding, LogText, Tracker } from '../tracker.js';
import { type Block, durationOf, type Epoch, isFilled, wattsOf } from './lines.js';

/** World averages that it falls back to, g/kWh. */
const averages = [475, 481];

/** Share by which the energies of the two logs may differ, both being rounded. */
const alike = 0.05;

const stamp = /^\s*(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) - (.*)$/;
const block = /^(?:CarbonTracker:\s*)?(Actual|Predicted) consumption(?: for (\d+) epoch\(s\))?:/;

/**
 * The logs of carbontracker: the standard one, with watts and seconds of each epoch, and the output, with the energy of
 * all. Watts hold no PUE; the energy of the output does, and the output does not say which.
 */
export const carbontracker = {
  id: 'carbontracker',
  title: 'carbontracker',
  recognises: (beginning) =>
    /^\uFEFF?\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - /.test(beginning) &&
    /Average power usage \(W\) for \w+:|(?:Actual|Predicted) consumption(?: for \d+ epoch\(s\))?:|carbontracker version |CarbonTracker: /.test(
      beginning,
    ),
  read,
} as const satisfies Tracker;

/** What has been read of a run. */
interface Open {
  first: number;
  last: number;
  started?: string | undefined;
  ended?: string | undefined;
  version?: string | undefined;
  /** The coefficient that energies of the output hold. */
  pue?: number | undefined;
  gpus: readonly string[];
  epochs: Epoch[];
  epoch: Epoch;
  actual?: Block | undefined;
  isPredicted: boolean;
  isInterrupted: boolean;
  intensity?: number | undefined;
  average?: number | undefined;
  place?: string | undefined;
}

const opened = (line: number): Open => ({
  first: line,
  last: line,
  gpus: [],
  epochs: [],
  epoch: {},
  isPredicted: false,
  isInterrupted: false,
});

async function* read(text: LogText): AsyncGenerator<Finding> {
  const odd = createTally();
  const faults: Diagnostic[] = [];
  const tell = (sentence: Message, line: number): void => {
    if (sentence.severity === 'error') faults.push({ ...sentence, line, column: 1 });
    else odd.tell(sentence, line);
  };
  const runs: RunRecord[] = [];
  let open: Open | undefined;
  let into: Block | undefined;
  /** A list of watts that goes on in the next line. */
  let list: { readonly component: string; text: string } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const run = recordOf(open, (sentence) => tell(sentence, open?.last ?? 1));
    if (run !== undefined) runs.push(run);
    open = undefined;
    into = undefined;
  };
  for await (const batch of textLines(text, (line) => odd.tell(messages.unfinishedRow(), line))) {
    for (const { line, text: whole } of batch) {
      if (faults.length >= 20) break;
      const [, time, after] = stamp.exec(whole.replace(/^\uFEFF/, '')) ?? [];
      const said = (after ?? whole).trim().replace(/^CarbonTracker:\s*/, '');
      if (list !== undefined && time === undefined) {
        list.text += ` ${said}`;
        if (!said.includes(']')) continue;
      } else list = undefined;
      if (
        (said.startsWith('The following components were found') || said.startsWith('carbontracker version')) &&
        open !== undefined &&
        hasData(open)
      )
        close();
      open ??= opened(line);
      open.last = line;
      if (time !== undefined) {
        const at = time.replace(' ', 'T');
        open.started ??= at;
        open.ended = at;
      }
      const [, component, watts] = /^Average power usage \(W\) for (\w+):\s*(.*)$/.exec(said) ?? [];
      if (component !== undefined && watts !== undefined) {
        list = { component, text: watts };
        if (watts.startsWith('[') && !watts.includes(']')) continue;
      }
      if (list !== undefined) {
        addWatts(open, list.component, list.text, (sentence) => tell(sentence, line));
        list = undefined;
        continue;
      }
      into = blockOf(said, open, into);
      addLine(said, open, into, (sentence) => tell(sentence, line));
    }
  }
  close();
  if (faults.length > 0) throw new InputError(faults);
  if (runs.length === 0) throw new InputError([{ ...messages.noEpochs(), line: 1, column: 1 }]);
  // The tool writes two logs of each run, and an id in neither: they begin in the same second.
  for (const run of runs) yield { run, ...(run.started !== undefined && { id: `carbontracker ${run.started}` }) };
  for (const diagnostic of odd.diagnostics()) yield { diagnostic };
}

function hasData({ epochs, epoch, actual, isPredicted }: Open): boolean {
  return epochs.length > 0 || isFilled(epoch) || actual !== undefined || isPredicted;
}

/** An epoch has each figure once; what comes a second time is of the next. */
function nextEpoch(open: Open, key: keyof Epoch): void {
  if (!(key in open.epoch)) return;
  open.epochs.push(open.epoch);
  open.epoch = {};
}

function addWatts(open: Open, component: string, text: string, tell: (sentence: Message) => void): void {
  const key = component === 'gpu' ? 'gpu' : component === 'cpu' ? 'cpu' : 'other';
  nextEpoch(open, key);
  const watts = wattsOf(text);
  if (watts === 'none') tell(messages.noWatts(component));
  else if (watts === undefined) tell(messages.notANumber(`Average power usage (W) for ${component}`, text));
  open.epoch[key] = typeof watts === 'number' ? watts : undefined;
}

function blockOf(said: string, open: Open, into: Block | undefined): Block | undefined {
  const [, kind, epochs] = block.exec(said) ?? [];
  if (kind === undefined) return into;
  const begun: Block = epochs === undefined ? {} : { epochs: Number(epochs) };
  // The last says what all came to; those above say it so far.
  if (kind === 'Actual') open.actual = begun;
  else open.isPredicted = true;
  return begun;
}

function addLine(said: string, open: Open, into: Block | undefined, tell: (sentence: Message) => void): void {
  const version = /^carbontracker version (\d[\w.]{0,15})/.exec(said)?.[1];
  if (version !== undefined) open.version = version;
  const pue = /multiplied by a PUE coefficient of (\d+(?:\.\d+)?)/.exec(said)?.[1];
  if (pue !== undefined) {
    const value = Number(pue);
    if (value >= 1) open.pue = value;
    else tell(messages.pueBelowOne(value));
  }
  const gpus = /components were found:.*?GPU with device\(s\) (.*?)\.(?:\s|$)/.exec(said)?.[1];
  if (gpus !== undefined) open.gpus = gpus.split(',').map((name) => name.trim());
  if (/^Epoch \d+:/.test(said)) {
    nextEpoch(open, 'number');
    open.epoch.number = Number(/\d+/.exec(said)?.[0]);
  }
  const duration = /^Duration:\s*(.*)$/.exec(said)?.[1];
  if (duration !== undefined) {
    nextEpoch(open, 'seconds');
    const seconds = durationOf(duration);
    if (seconds === undefined) tell(messages.badDuration(duration));
    else open.epoch.seconds = seconds;
  }
  if (into !== undefined) addFigure(said, into, tell);
  const [, average, there] =
    /^Average carbon intensity during training was ([\d.]+) ?g\S*\/kWh(?: at detected location: (.*?)\.?$)?/.exec(said) ?? [];
  if (average !== undefined) open.average = Number(average);
  const [, intensity, here] = /^Carbon intensity: ([\d.]+) ?g\S*\/kWh(?: at (.*?)\.?$)?/.exec(said) ?? [];
  if (intensity !== undefined) open.intensity = Number(intensity);
  const place = countryIn(there ?? here);
  if (place !== undefined) open.place = place;
  if (/^Training was interrupted/.test(said)) open.isInterrupted = true;
}

function addFigure(said: string, into: Block, tell: (sentence: Message) => void): void {
  const [, name, text = ''] = /^(Time|Energy|CO2eq):\s*(.*)$/.exec(said) ?? [];
  if (name === undefined) return;
  const value = name === 'Time' ? durationOf(text) : figureIn(text, name === 'Energy' ? 'kWh' : 'g');
  if (value === undefined) tell(name === 'Time' ? messages.badDuration(text) : messages.notANumber(name, text));
  else if (name === 'Time') into.seconds = value;
  else if (name === 'Energy') into.energy = value;
  else into.grams = value;
}

function figureIn(text: string, unit: string): number | undefined {
  const [, digits, found] = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(\w+)$/i.exec(text.trim()) ?? [];
  return digits === undefined || found !== unit || !Number.isFinite(Number(digits)) ? undefined : Number(digits);
}

/** The last part of `Copenhagen, Capital Region, DK`: a city is more than a report has to say. */
function countryIn(place: string | undefined): string | undefined {
  const last = place?.split(',').at(-1)?.trim();
  return last !== undefined && /^\p{L}[\p{L} .'-]{1,40}$/u.test(last) ? last : undefined;
}

function recordOf(open: Open, tell: (sentence: Message) => void): RunRecord | undefined {
  const epochs = [...open.epochs, open.epoch].filter(isFilled);
  const timed = epochs.filter(({ seconds }) => seconds !== undefined);
  const { actual, pue, version, gpus, place } = open;
  if (timed.length < epochs.length) tell(messages.epochWithoutTime(epochs.length - timed.length));
  const kwh = (of: (epoch: Epoch) => number | undefined): number | undefined => {
    const joules = timed.flatMap((epoch) => {
      const watts = of(epoch);
      return watts === undefined ? [] : [watts * (epoch.seconds ?? 0)];
    });
    return joules.length === 0 ? undefined : joules.reduce((sum, value) => sum + value, 0) / 3.6e6;
  };
  const parts = { gpu: kwh(({ gpu }) => gpu), cpu: kwh(({ cpu }) => cpu) };
  const watched = [parts.gpu, parts.cpu, kwh(({ other }) => other)].filter((value) => value !== undefined);
  const own = watched.length === 0 ? undefined : watched.reduce((sum, value) => sum + value, 0);
  const stated = actual?.energy;
  if (own === undefined && stated === undefined) {
    tell(open.isPredicted ? messages.onlyPredicted() : messages.noEpochs());
    return undefined;
  }
  if (open.isInterrupted) tell(messages.interrupted());
  const isWatched = own !== undefined;
  const boundary = parts.cpu !== undefined || (!isWatched && gpus.length === 0) ? 'components' : isWatched ? 'accelerator' : 'components';
  if (pue !== undefined) tell(messages.pueOfTool(pue));
  if (!isWatched && pue === undefined) tell(messages.unstatedPue());
  if (isWatched && stated !== undefined && pue !== undefined && actual?.epochs === timed.length && Math.abs(stated / pue / own - 1) > alike)
    tell(messages.otherEnergy(stated / pue, own));
  const seconds = isWatched ? timed.reduce((sum, epoch) => sum + (epoch.seconds ?? 0), 0) : actual?.seconds;
  const intensity = open.average ?? open.intensity;
  const average = averages.find((value) => intensity !== undefined && Math.abs(intensity / value - 1) < 0.002);
  if (average !== undefined) tell(messages.worldAverage(average, place));
  const [name] = gpus;
  return {
    tracker: 'carbontracker',
    ...(version !== undefined && { version }),
    lines: [open.first, open.last],
    ...(open.started !== undefined && { started: open.started }),
    ...(open.ended !== undefined && { ended: open.ended }),
    ...(seconds !== undefined && { hours: seconds / 3600 }),
    energy: own ?? (stated as number) / (pue ?? 1),
    boundary: !isWatched && pue === undefined ? 'facility' : boundary,
    parts: { ...(parts.gpu !== undefined && { gpu: parts.gpu }), ...(parts.cpu !== undefined && { cpu: parts.cpu }) },
    ...(pue !== undefined && pue !== 1 && { pue }),
    isMeasured: true,
    ...(actual?.grams !== undefined && { reported: actual.grams / 1000 }),
    ...(intensity !== undefined && { intensity }),
    ...(gpus.length > 0 && { accelerator: { ...(name !== undefined && new Set(gpus).size === 1 && { name }), count: gpus.length } }),
    place: place === undefined ? {} : { country: place },
  };
}
