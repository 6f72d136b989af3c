import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import type { RunRecord } from '../record.js';
import { mappedColumn } from '../texts/columns.js';
import { itemLines, numberIn, own, readJson, wholeText } from '../texts/json-text.js';
import type { FoundRun, LogItem, LogText, Tracker } from '../tracker.js';
import { messages } from './messages.js';
import { acceleratorIn, isUntracked, methodOf, phases, placeIn } from './terms.js';
import { partsIn, wholeRun } from './whole.js';

/** Measures of one task that are read. */
const maxMeasures = 1000;

/** kWh from units that older reports state, in small letters. Newer ones are in kWh without a unit, although the key says `powerConsumption`. */
const spelt: ReadonlyMap<string, string> = new Map([
  ['', 'kWh'],
  ['kwh', 'kWh'],
  ['wh', 'Wh'],
  // Nobody measures a model in milliwatt-hours.
  ['mwh', 'MWh'],
  ['gwh', 'GWh'],
  ['mjoule', 'MJ'],
  ['mj', 'MJ'],
  ['kjoule', 'kJ'],
  ['kj', 'kJ'],
  ['joule', 'J'],
  ['joules', 'J'],
  ['j', 'J'],
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
  const units = measures.map((measure: unknown) => own(measure, 'unit'));
  const isAllUnknown = units.every((unit) => conversionOf(unit) === undefined);
  const parts = partsIn(measures);
  const runs = measures.slice(0, maxMeasures).flatMap((measure: unknown, at): readonly FoundRun[] => {
    const lines = items[at] ?? [1, 1];
    const unit = unitText(units[at]);
    const report = log.at(lines[0]);
    const toKwh = conversionOf(units[at]);
    if (toKwh === undefined) {
      report(isAllUnknown ? messages.unknownUnit(unit) : messages.measureOfUnknownUnit(unit));
      return [];
    }
    if (unit !== '') report(messages.oldUnit(unit));
    const alternative = measures.length > 1 && parts === undefined ? nameOf(measures, at) : undefined;
    const run: RunRecord = { ...recordOf(measure, { common, toKwh, lines }, report), alternative };
    return [{ run, listsDies: methodOf(own(measure, 'measurementMethod')).listsDies }];
  });
  if (measures.length > maxMeasures) log.report(shared.wrongShape('measures', `at most ${maxMeasures} of one task`));
  log.throwErrors();
  const one = parts === undefined || runs.length < parts.length ? undefined : wholeRun(parts, boampsReport, runs);
  if (one === undefined && runs.length > 1) log.report(messages.alternatives(runs.length));
  yield* one === undefined ? runs : [{ run: one }];
  yield* log.remarks();
}

/** What the report states for all measures. */
type Common = Pick<RunRecord, 'version' | 'phase' | 'requests' | 'accelerator' | 'intensity' | 'place' | 'ended' | 'accuracy'>;

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
    place: placeIn(environment, own(own(boampsReport, 'infrastructure'), 'cloudProvider')),
    accuracy: accuracyOf(own(boampsReport, 'quality'), report),
  };
}

/** What the format says of each quality: the percentage of error. */
const accuracies: ReadonlyMap<string, number> = new Map([
  ['high', 0.1],
  ['medium', 0.25],
  ['low', 0.5],
]);

function accuracyOf(quality: unknown, report: Report): number | undefined {
  const word = typeof quality === 'string' ? quality.trim().toLowerCase() : '';
  const accuracy = accuracies.get(word);
  if (accuracy !== undefined) report(messages.quality(word, accuracy * 100));
  return accuracy;
}

interface MeasureContext {
  readonly common: Common;
  readonly toKwh: (value: number) => number;
  readonly lines: readonly [number, number];
}

function recordOf(measure: unknown, { common, toKwh, lines }: MeasureContext, report: Report): RunRecord {
  const consumption = numberIn(own(measure, 'powerConsumption'), 'powerConsumption', report);
  if (isAbsent(own(measure, 'powerConsumption'))) report(messages.noConsumption());
  const seconds = numberIn(own(measure, 'measurementDuration'), 'measurementDuration', report);
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
    energy: consumption === undefined || isZero ? undefined : toKwh(consumption),
    boundary,
    parts: {},
    isMeasured: isMeasured && !isZero,
    idle: idleOf(measure, boundary, toKwh, report),
  };
}

/** `""` stands for no value in reports that people filled in. */
function isAbsent(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * The power of the machine before the task (W), from the calibration: kWh over seconds. It is a baseline where the energy is that
 * of the GPUs alone. A meter of the machine, or of its processors, includes it.
 */
function idleOf(measure: unknown, boundary: RunRecord['boundary'], toKwh: (value: number) => number, report: Report): number | undefined {
  const kwh = numberIn(own(measure, 'powerCalibrationMeasurement'), 'powerCalibrationMeasurement', report);
  const seconds = numberIn(own(measure, 'durationCalibrationMeasurement'), 'durationCalibrationMeasurement', report);
  // Without a calibration, tools write 0.
  if (kwh === undefined || seconds === undefined || kwh === 0 || seconds === 0) return undefined;
  const watts = Number(((toKwh(kwh) * 3.6e6) / seconds).toPrecision(6));
  report((boundary === undefined ? messages.idleUnclear : boundary === 'accelerator' ? messages.idlePower : messages.idleInside)(watts));
  return boundary === 'accelerator' ? watts : undefined;
}

function unitText(unit: unknown): string {
  return unit === undefined ? '' : typeof unit === 'string' ? unit.trim() : typeof unit;
}

function conversionOf(unit: unknown): ((value: number) => number) | undefined {
  const name = unit === undefined || typeof unit === 'string' ? spelt.get((unit ?? '').trim().toLowerCase()) : undefined;
  return name === undefined ? undefined : mappedColumn({ energy: { column: 'powerConsumption', unit: name } }, 'energy')?.factor;
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
