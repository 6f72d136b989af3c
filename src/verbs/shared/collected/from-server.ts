import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { textDigest } from '../../../io/digest.js';
import { HttpError } from '../../../io/http/http-error.js';
import { type KeptReplies, openKeptReplies } from '../../../io/http/kept-replies.js';
import { openServer, type Server } from '../../../io/http/server.js';
import { highestSample } from '../../../plausibility/sample-power.js';
import type { Measured } from '../../../telemetry/measured.js';
import { messages } from '../../../telemetry/messages.js';
import { boundaryOf } from '../../../telemetry/prometheus/boundary.js';
import { type Fleet, fleetOf } from '../../../telemetry/prometheus/devices.js';
import type { Terms } from '../../../telemetry/prometheus/expressions.js';
import { instantSeconds } from '../../../telemetry/prometheus/instants.js';
import { type Metric, metricOf, metricUnits } from '../../../telemetry/prometheus/metrics.js';
import { type Plan, type PlanInput, planOf } from '../../../telemetry/prometheus/plan.js';
import { narrowed, publicText, type Selector, selectorOf } from '../../../telemetry/prometheus/selector.js';
import { type Asker, askerOf } from './ask.js';
import { cardLimit, type IdleThreshold, idleThreshold } from './card-limits.js';
import type { Collection, CollectOptions } from './collection.js';
import { type FirstLook, firstLook, knownMetricsOf, seriesOf, type Time } from './first-look.js';
import { defaults, saidOf } from './options.js';
import { longestGaps } from './server-gaps.js';
import { measuredOf } from './server-measured.js';
import { httpFault, serverMessages } from './server-messages.js';
import { sumsOf } from './server-sums.js';
import type { Sums } from './server-terms.js';

/** Whether an input is the address of a server, and not a file. */
export function isServer(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/** A server keeps no duplicates, and no sample without a time or a device. */
const neverRejected = { 'duplicate': 0, 'without-time': 0, 'without-device': 0 };

/** What a test may set: how patient the program is, and from when on the server sums. */
export interface ServerLimits extends Pick<PlanInput, 'maxRaw' | 'maxPoints'> {
  readonly firstWaitSeconds?: number | undefined;
  readonly patienceSeconds?: number | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly onReceived?: ((values: number) => void) | undefined;
}

/**
 * Asks a server for the energy of its devices: what series there are → how finely they were sampled → sums in the server, window by
 * window → the measurement. The samples stay where they are.
 *
 * @param address The server, with the path that `/api/v1` follows.
 * @throws {InputError} Where what is asked for is invalid or not there.
 * @throws {MissingError} Where the server is away, or the way to it is closed. What it answered is kept for the next call.
 */
export async function collectFromServer(address: string, options: CollectOptions, limits: ServerLimits = {}): Promise<Collection> {
  const time = timeOf(options);
  const { unit } = options;
  if (unit !== undefined && !Object.hasOwn(metricUnits, unit)) throw new InputError([serverMessages.invalidUnit(unit)]);
  const server = serverAt(address, options, limits);
  const kept = await openKeptReplies(
    [address, options.tenant ?? '', options.query ?? '', String(time.start), String(time.end)],
    options.environment ?? process.env,
  );
  try {
    const collection = await askedFor({ server, address, kept }, time, options, limits);
    return { ...collection, written: kept.remove };
  } catch (error) {
    // Where the answers are no measurement, the next call asks again. A token that expired says nothing of the answers before.
    if (error instanceof InputError && !(error.cause instanceof HttpError)) await kept.remove();
    throw error;
  }
}

interface Source {
  readonly server: Server;
  readonly address: string;
  readonly kept: KeptReplies;
}

async function askedFor({ server, address, kept }: Source, time: Time, options: CollectOptions, limits: ServerLimits): Promise<Collection> {
  const asker = askerOf(server, kept, address);
  const named = await selectorFor(asker, options, time);
  // Before the unit is asked for: a mistyped name has none.
  const all = await seriesOf(asker, named, time);
  const metric = knownMetric(named, options);
  const selector = metric.exclude === undefined ? named : narrowed(named, metric.exclude.label, metric.exclude.condition);
  const series = selector === named ? all : await seriesOf(asker, selector, time);
  const fleet = fleetOf(series, metric, labelsOf(options.by, series));
  const look = await firstLook(asker, selector, series.length, time);
  if (look?.interval === undefined) throw new InputError([serverMessages.noSample()]);
  const { gap = defaults.gap } = options;
  const plan = planOf({ ...look, ...limits, interval: look.interval, longestStep: look.interval * gap, series: series.length });
  const { boundary, isAssumed } = boundaryOf(selector.metric, metric, series, options.boundary);
  const idle = idleOf(options, fleet, boundary);
  const terms = termsOf(selector, metric, plan, fleet, idle);
  const onDone = (done: number, all: number): void => options.onProgress?.({ step: 'asking', share: done / all, rows: look.samples });
  const input = { asker, fleet, plan, terms, highest: highestOf(metric, boundary, fleet), first: look.first, last: look.last, onDone };
  const sums = await sumsOf(input);
  const measured = measuredOf(sums, {
    fleet,
    plan,
    metric,
    isIdleTold: idle !== undefined,
    longestGaps: await longestGaps(input, sums),
  });
  if (measured.devices.length === 0) throw new InputError([serverMessages.noSample()]);
  limits.onReceived?.(asker.received());
  return {
    measured,
    facts: {
      source: { format: 'prometheus', queries: [publicText(selector)], digest: digestOf(selector, look, measured) },
      method: {
        integral: metric.kind === 'power' ? 'trapezoid' : 'counter',
        idleBelow: idle === undefined ? undefined : { value: idle.value, unit: 'W', from: idle.from },
        options: saidOf(options),
      },
      boundary,
      rejected: { ...neverRejected, ...rejectedOf(sums) },
    },
    diagnostics: diagnosticsOf({ server, asker, fleet, metric, selector, sums, measured, idle, isAssumed }),
  };
}

function timeOf({ start, end }: CollectOptions): Time {
  const [from, to] = [start, end].map((text) => (text === undefined ? undefined : instantSeconds(text)));
  const faults = [
    ...(from === undefined ? [serverMessages.invalidInstant('--start', start)] : []),
    ...(to === undefined ? [serverMessages.invalidInstant('--end', end)] : []),
  ];
  if (from === undefined || to === undefined) throw new InputError(faults);
  if (to <= from) throw new InputError([serverMessages.emptyTime()]);
  return { start: from, end: to };
}

function serverAt(address: string, { environment = process.env, tenant, onProgress }: CollectOptions, limits: ServerLimits): Server {
  try {
    return openServer(address, { environment, tenant, onWait: () => onProgress?.({ step: 'waiting' }), ...limits });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const fault = httpFault(error.problem, address);
    if ('remedy' in fault) throw error;
    throw new InputError([fault]);
  }
}

async function selectorFor(asker: Asker, { query }: CollectOptions, time: Time): Promise<Selector> {
  if (query === undefined) throw new InputError([serverMessages.noQuery(await knownMetricsOf(asker, time))]);
  const selector = selectorOf(query);
  if (selector === undefined) throw new InputError([serverMessages.notASelector(query)]);
  return selector;
}

function knownMetric({ metric: name }: Selector, { unit }: CollectOptions): Metric {
  const metric = metricOf(name, unit);
  if (metric === undefined) throw new InputError([serverMessages.unknownUnit(name)]);
  return metric;
}

function labelsOf(by: string | undefined, series: readonly Readonly<Record<string, string>>[]): readonly string[] | undefined {
  const names = by
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names === undefined || names.length === 0) return undefined;
  const known = [...new Set(series.flatMap((labels) => Object.keys(labels)))].filter((name) => name !== '__name__').sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new InputError(unknown.map((name) => serverMessages.unknownLabel(name, known)));
  return names;
}

function termsOf(selector: Selector, { kind, scale }: Metric, { grid, longest }: Plan, { by }: Fleet, idle?: IdleThreshold): Terms {
  return { series: selector.text, kind, grid, longest, by, idleBelow: idle === undefined ? undefined : idle.value / scale };
}

/** What a person gave; else of GPUs whose models are all known. */
function idleOf({ idleBelow }: CollectOptions, { devices }: Fleet, boundary: Metric['boundary']): IdleThreshold | undefined {
  const models = devices.flatMap(({ model }) => model ?? []);
  const isKnown = boundary === 'accelerator' && models.length === devices.length;
  return idleThreshold(idleBelow, isKnown ? [...new Set(models)].sort() : []);
}

/** Joules that no counter reaches. DCGM shows a missing value as some 9.2e18, here mJ. */
const highestCounter = 1e15;

/** Values above it are no samples: as for files, by the highest limit of the models where all of them are known. */
function highestOf({ kind, scale }: Metric, boundary: Metric['boundary'], { devices }: Fleet): number {
  if (kind === 'energy') return highestCounter / scale;
  const limits = devices.map(({ model }) => (model === undefined ? undefined : cardLimit(model)));
  const highest = limits.every((limit) => limit !== undefined) && limits.length > 0 ? Math.max(...limits) : undefined;
  return highestSample(boundary === 'accelerator' ? 'accelerator' : 'other', highest) / scale;
}

/**
 * Of what the replies amount to, and not of their bytes: these depend on how the time was divided, which depends on how busy the server
 * was.
 */
function digestOf(selector: Selector, { first, last, samples }: FirstLook, { devices, parts }: Measured): string {
  const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(10)) : value);
  return textDigest(JSON.stringify([selector.text, first, last, samples, devices, parts], rounded));
}

function rejectedOf({ rejected: { notAvailable, negative, implausible } }: Sums) {
  return { 'not-available': notAvailable, 'negative': negative, 'implausible': implausible };
}

interface Found {
  readonly server: Server;
  readonly asker: Asker;
  readonly fleet: Fleet;
  readonly metric: Metric;
  readonly selector: Selector;
  readonly sums: Sums;
  readonly measured: Measured;
  readonly idle: IdleThreshold | undefined;
  readonly isAssumed: boolean;
}

function diagnosticsOf({ server, asker, fleet, metric, selector, sums, measured, idle, isAssumed }: Found): readonly Diagnostic[] {
  const span = Math.max(...measured.devices.map(({ end }) => end)) - Math.min(...measured.devices.map(({ start }) => start));
  const gappy = measured.devices.filter(({ covered }) => covered < 0.99 * span).length;
  const silent = fleet.devices.length - measured.devices.length;
  const resets = measured.devices.reduce((sum, device) => sum + (device.resets ?? 0), 0);
  const invalid = Object.values(rejectedOf(sums)).reduce((sum, count) => sum + count, 0);
  return [
    ...(server.isExposed ? [serverMessages.exposedCredentials()] : []),
    ...[...asker.warnings].sort().map((warning) => serverMessages.partial(warning)),
    ...(isAssumed ? [messages.boundaryAssumed(`"${selector.metric}"`)] : []),
    ...(idle === undefined ? [messages.idleNotTold()] : []),
    ...(metric.noun === 'node' && measured.devices.some(({ name }) => name.includes('sensor'))
      ? [serverMessages.overlappingSensors()]
      : []),
    ...(gappy + silent > 0 ? [serverMessages.longGap(gappy + silent, fleet.devices.length)] : []),
    ...(invalid > 0 ? [serverMessages.invalidSamples(invalid)] : []),
    ...(resets > 0 ? [serverMessages.counterRestarts(resets)] : []),
  ];
}
