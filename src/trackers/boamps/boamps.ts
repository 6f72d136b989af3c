import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import type { RunRecord } from '../record.js';
import { itemLines, numberIn, own, readJson, wholeText } from '../texts/json-text.js';
import type { LogItem, LogText, Tracker } from '../tracker.js';
import { messages } from './messages.js';
import { acceleratorIn, isUntracked, methodOf, phases, placeIn } from './terms.js';

/** Measures of one task that are read. */
const maxMeasures = 1000;

/** kWh from each unit that older reports state. Newer reports are in kWh without a unit, although the key says `powerConsumption`. */
const units: ReadonlyMap<string, (value: number) => number> = new Map([
  ['kwh', (value) => value],
  ['wh', (value) => value / 1000],
  // MWh: nobody measures a model in milliwatt-hours.
  ['mwh', (value) => value * 1000],
  ['mjoule', (value) => value / 3.6],
  ['mj', (value) => value / 3.6],
  ['kj', (value) => value / 3600],
  ['j', (value) => value / 3.6e6],
]);

/**
 * A BoAmps report: one task, with its measures in kWh and seconds. Several measures may be of the same energy by
 * different methods, so each is a run with the name of its method as `alternative`.
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

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const whole = await wholeText(text);
  const boampsReport = readJson(whole);
  const measures = own(boampsReport, 'measures') ?? [];
  if (!Array.isArray(measures)) throw fatal(shared.wrongShape('measures', 'a list'));
  if (measures.length === 0) throw fatal(messages.noMeasures());
  const log = createLogReport();
  const items = itemLines(whole, 'measures');
  const common = commonOf(boampsReport, log.at(1));
  const runs = measures.slice(0, maxMeasures).map((measure: unknown, at): RunRecord => {
    const lines = items[at] ?? [1, 1];
    const alternative = measures.length > 1 ? nameOf(measures, at) : undefined;
    return { ...recordOf(measure, common, lines, log.at(lines[0])), alternative };
  });
  if (measures.length > runs.length) log.report(shared.wrongShape('measures', `at most ${maxMeasures} of one task`));
  log.throwErrors();
  if (runs.length > 1) log.report(messages.alternatives(runs.length));
  for (const run of runs) yield { run };
  yield* log.remarks();
}

/** What the report states for all measures. */
type Common = Pick<RunRecord, 'version' | 'phase' | 'requests' | 'accelerator' | 'intensity' | 'place' | 'ended'>;

function commonOf(boampsReport: unknown, report: Report): Common {
  const header = own(boampsReport, 'header');
  const task = own(boampsReport, 'task');
  const environment = own(boampsReport, 'environment');
  const version = own(header, 'formatVersion');
  const stage = own(task, 'taskStage');
  const phase = typeof stage === 'string' ? phases.get(stage.toLowerCase().replace(/[^a-z]/g, '')) : undefined;
  const requests = phase === 'deployment' ? numberIn(own(task, 'nbRequest'), 'nbRequest', report) : undefined;
  return {
    version: typeof version === 'string' && /^\d[\d.]{0,15}$/.test(version) ? version : undefined,
    phase,
    requests: requests === 0 ? undefined : requests,
    accelerator: acceleratorIn(own(own(boampsReport, 'infrastructure'), 'components'), report),
    intensity: numberIn(own(environment, 'powerSourceCarbonIntensity'), 'powerSourceCarbonIntensity', report),
    ended: timeOf(own(header, 'reportDatetime'), 'reportDatetime', report),
    place: placeIn(environment),
  };
}

function recordOf(measure: unknown, common: Common, lines: readonly [number, number], report: Report): RunRecord {
  if (own(measure, 'powerConsumption') === undefined) report(messages.noConsumption());
  const consumption = numberIn(own(measure, 'powerConsumption'), 'powerConsumption', report);
  const seconds = numberIn(own(measure, 'measurementDuration'), 'measurementDuration', report);
  const toKwh = conversionOf(own(measure, 'unit'), report);
  const started = timeOf(own(measure, 'measurementDateTime'), 'measurementDateTime', report);
  const method = methodOf(own(measure, 'measurementMethod'));
  const isGpuRead = !isUntracked(own(measure, 'gpuTrackingMode')) || common.accelerator === undefined;
  const { isMeasured } = method;
  // A meter of the components that does not track the GPUs reads processors and memory.
  const isOfTool = method.boundary === 'components' || method.boundary === undefined;
  const boundary = isOfTool && !isGpuRead ? 'processors' : method.boundary;
  if (boundary === 'processors') report(messages.gpuNotTracked());
  const isZero = consumption === 0 && seconds !== 0;
  if (isZero) report(shared.notMeasured('This measure'));
  return {
    tracker: 'boamps',
    lines,
    ...common,
    started,
    // The date of the report is used only where the measure has none.
    ended: started === undefined ? common.ended : undefined,
    hours: seconds === undefined ? undefined : seconds / 3600,
    energy: consumption === undefined || isZero ? undefined : toKwh?.(consumption),
    boundary,
    parts: {},
    isMeasured: isMeasured && !isZero,
  };
}

function conversionOf(unit: unknown, report: Report): ((value: number) => number) | undefined {
  const toKwh = units.get(unit === undefined ? 'kwh' : typeof unit === 'string' ? unit.trim().toLowerCase() : '');
  if (toKwh === undefined) report(messages.unknownUnit(typeof unit === 'string' ? unit : typeof unit));
  else if (unit !== undefined) report(messages.oldUnit(String(unit)));
  return toKwh;
}

/** `codecarbon`, or `codecarbon 2` for the second measure of a method. Text that is not plain words may be private. */
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

function timeOf(value: unknown, name: string, report: Report): string | undefined {
  if (value === undefined || value === '') return undefined;
  const [, date, clock] = typeof value === 'string' ? (time.exec(value) ?? []) : [];
  if (date === undefined) report(shared.unclearTime(name));
  return date === undefined || clock === undefined ? date : `${date}T${clock}`;
}
