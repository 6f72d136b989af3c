import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import type { RunRecord } from '../record.js';
import { figureOf, itemLines, own, readJson, wholeText } from '../texts/json-text.js';
import type { Finding, LogText, Tracker } from '../tracker.js';
import { acceleratorIn, methodOf, phases, placeIn } from './terms.js';

/** Faults that are told before a file is given up. */
const mostFaults = 20;

/** kWh in each unit that older reports state; now it is kWh without a word, whatever the name `powerConsumption` says. */
const units: ReadonlyMap<string, (value: number) => number> = new Map([
  ['kwh', (value) => value],
  ['wh', (value) => value / 1000],
  // Nobody measures milliwatt-hours of a model.
  ['mwh', (value) => value * 1000],
  ['mjoule', (value) => value / 3.6],
  ['mj', (value) => value / 3.6],
  ['kj', (value) => value / 3600],
  ['j', (value) => value / 3.6e6],
]);

/**
 * A BoAmps report: one task, with its measures in kWh and seconds. Several measures may be of the same energy by
 * several methods, so that each is a run which says so.
 */
export const boamps = {
  id: 'boamps',
  title: 'BoAmps report',
  recognises: (beginning) =>
    /^\uFEFF?\s*\{/.test(beginning) &&
    /"(?:powerConsumption|measurementMethod)"\s*:/.test(beginning) &&
    /"(?:measures|task|infrastructure)"\s*:/.test(beginning),
  read,
} as const satisfies Tracker;

type Tell = (sentence: Message) => void;

async function* read(text: LogText): AsyncGenerator<Finding> {
  const whole = await wholeText(text);
  const report = readJson(whole);
  const measures = own(report, 'measures');
  if (measures !== undefined && !Array.isArray(measures))
    throw new InputError([{ ...messages.wrongShape('measures', 'a list'), line: 1, column: 1 }]);
  if (measures === undefined || measures.length === 0) throw new InputError([{ ...messages.noMeasures(), line: 1, column: 1 }]);
  const faults: Diagnostic[] = [];
  const odd: Diagnostic[] = [];
  const tellAt =
    (line: number): Tell =>
    (sentence) => {
      (sentence.severity === 'error' ? faults : odd).push({ ...sentence, line, column: 1 });
    };
  const items = itemLines(whole, 'measures');
  const common = commonOf(report, tellAt(1));
  const runs = measures.slice(0, mostFaults * 50).map((measure: unknown, at): RunRecord => {
    const lines = items[at] ?? [1, 1];
    return { ...recordOf(measure, common, lines, tellAt(lines[0])), ...(measures.length > 1 && { alternative: nameOf(measures, at) }) };
  });
  if (measures.length > runs.length) tellAt(1)(messages.wrongShape('measures', `no more than ${runs.length} of one task`));
  if (faults.length > 0) throw new InputError(faults.slice(0, mostFaults));
  for (const run of runs) yield { run };
  if (runs.length > 1) tellAt(1)(messages.alternatives(runs.length));
  for (const diagnostic of odd) yield { diagnostic };
}

/** What the report says of all measures. */
type Common = Pick<RunRecord, 'version' | 'phase' | 'requests' | 'accelerator' | 'intensity' | 'place' | 'ended'>;

function commonOf(report: unknown, tell: Tell): Common {
  const header = own(report, 'header');
  const task = own(report, 'task');
  const environment = own(report, 'environment');
  const version = own(header, 'formatVersion');
  const stage = own(task, 'taskStage');
  const phase = typeof stage === 'string' ? phases.get(stage.toLowerCase().replace(/[^a-z]/g, '')) : undefined;
  const requests = phase === 'deployment' ? figureOf(own(task, 'nbRequest'), 'nbRequest', tell) : undefined;
  const accelerator = acceleratorIn(own(own(report, 'infrastructure'), 'components'), tell);
  const intensity = figureOf(own(environment, 'powerSourceCarbonIntensity'), 'powerSourceCarbonIntensity', tell);
  const ended = timeOf(own(header, 'reportDatetime'), 'reportDatetime', tell);
  return {
    ...(typeof version === 'string' && /^\d[\d.]{0,15}$/.test(version) && { version }),
    ...(phase !== undefined && { phase }),
    ...(requests !== undefined && requests > 0 && { requests }),
    ...(accelerator !== undefined && { accelerator }),
    ...(intensity !== undefined && { intensity }),
    ...(ended !== undefined && { ended }),
    place: placeIn(environment),
  };
}

function recordOf(measure: unknown, common: Common, lines: readonly [number, number], tell: Tell): RunRecord {
  if (own(measure, 'powerConsumption') === undefined) tell(messages.noConsumption());
  const consumption = figureOf(own(measure, 'powerConsumption'), 'powerConsumption', tell);
  const seconds = figureOf(own(measure, 'measurementDuration'), 'measurementDuration', tell);
  const unit = own(measure, 'unit');
  const inKwh = units.get(unit === undefined ? 'kwh' : typeof unit === 'string' ? unit.trim().toLowerCase() : '');
  if (inKwh === undefined) tell(messages.unknownEnergyUnit(typeof unit === 'string' ? unit : typeof unit));
  else if (unit !== undefined) tell(messages.oldUnit(String(unit)));
  const started = timeOf(own(measure, 'measurementDateTime'), 'measurementDateTime', tell);
  const { boundary, isMeasured } = methodOf(own(measure, 'measurementMethod'));
  const isZero = consumption === 0 && seconds !== 0;
  if (isZero) tell(messages.notMeasured('This measure'));
  const { ended, ...rest } = common;
  return {
    tracker: 'boamps',
    lines,
    ...rest,
    // The date of the report stands in for that of the measurement.
    ...(started !== undefined ? { started } : ended !== undefined && { ended }),
    ...(seconds !== undefined && { hours: seconds / 3600 }),
    ...(consumption !== undefined && inKwh !== undefined && !isZero && { energy: inKwh(consumption) }),
    ...(boundary !== undefined && { boundary }),
    parts: {},
    isMeasured: isMeasured && !isZero,
  };
}

/** `codecarbon`, or `codecarbon 2` where a method stands there again. What is no plain word may be anything. */
function nameOf(measures: readonly unknown[], at: number): string {
  const methods = measures.map((measure) => {
    const method = own(measure, 'measurementMethod');
    return typeof method === 'string' && /^[\w .+-]{1,40}$/.test(method) ? method.trim() : 'measure';
  });
  const method = methods[at] ?? 'measure';
  const before = methods.slice(0, at).filter((other) => other === method).length;
  return before === 0 ? method : `${method} ${before + 1}`;
}

const time = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d))?/;

function timeOf(value: unknown, name: string, tell: Tell): string | undefined {
  if (value === undefined || value === '') return undefined;
  const [, date, clock] = typeof value === 'string' ? (time.exec(value) ?? []) : [];
  if (date === undefined) tell(messages.unclearTime(name));
  return date === undefined || clock === undefined ? date : `${date}T${clock}`;
}
