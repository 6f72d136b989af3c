import type { Report } from '../../diagnostics/report.js';
import { measuredEnergy } from '../measured.js';
import { messages as shared } from '../messages.js';
import type { RunBoundary, RunRecord } from '../record.js';
import { worldAverageAt } from '../world-averages.js';
import { constantAt } from './grid.js';
import { cpuMeterOf, type Epoch, isFilled, type OpenRun } from './lines.js';
import { messages } from './messages.js';

/** Share by which the energies of the two logs may differ, since both are rounded. */
const tolerance = 0.05;

/** Energy that was calculated from power and seconds of the epochs; kWh without PUE. */
interface Watched {
  readonly gpu: number | undefined;
  readonly cpu: number | undefined;
  readonly ram: number | undefined;
  readonly total: number;
  readonly boundary: RunBoundary;
  readonly seconds: number;
  /** Of epochs whose energy is not in the total. */
  readonly unreadSeconds: number;
  /** Of GPUs with 0 W beside others. */
  readonly unreadGpuSeconds: number;
  readonly epochs: number;
}

/** The run of a log; `undefined` where it has no energy. */
export function runOf(open: OpenRun, report: Report): RunRecord | undefined {
  const { actual, pue, gpus, country } = open;
  const watched = watchedOf(open, report);
  const stated = measuredEnergy(actual?.energy, (actual?.seconds ?? 0) / 3600);
  const energy = watched?.total ?? (stated === undefined ? undefined : stated / (pue ?? 1));
  if (energy === undefined) {
    if (open.isUnread || actual?.energy === 0) report(shared.nothingMeasured());
    else report(open.isPredicted ? messages.onlyPredicted() : messages.noEpochs());
    return undefined;
  }
  const intensity = open.average ?? open.intensity;
  const constant = constantOf(open, intensity);
  reportOn(open, watched, intensity, report);
  const seconds = watched === undefined ? actual?.seconds : watched.seconds;
  const [name] = gpus;
  return {
    tracker: 'carbontracker',
    version: open.version,
    lines: [open.first, open.last],
    started: open.started,
    ended: open.ended,
    hours: seconds === undefined ? undefined : seconds / 3600,
    energy,
    boundary: boundaryOf(open, watched),
    unread: unreadOf(open, watched),
    parts: { gpu: watched?.gpu, cpu: watched?.cpu, ram: watched?.ram },
    pue: pue === 1 ? undefined : pue,
    isMeasured: isMeasured(open, watched),
    reported: actual?.grams === undefined ? undefined : actual.grams / 1000,
    intensity,
    intensityOf: constant === undefined ? undefined : `a constant of carbontracker, ${constant}, and not the grid of the site`,
    accelerator: gpus.length === 0 ? undefined : { name: new Set(gpus).size === 1 ? name : undefined, count: gpus.length },
    place: { country },
  };
}

/** Hours of epochs, and of GPUs in the others, whose energy is not in the sum. */
function unreadOf({ gpus }: OpenRun, watched: Watched | undefined): RunRecord['unread'] {
  if (watched === undefined || watched.unreadSeconds + watched.unreadGpuSeconds === 0) return undefined;
  const { seconds, unreadSeconds, unreadGpuSeconds } = watched;
  const ofEpochs = unreadSeconds / 3600;
  const ofGpus = unreadGpuSeconds / 3600;
  if (unreadGpuSeconds === 0) return { hours: ofEpochs, acceleratorHours: gpus.length === 0 ? undefined : gpus.length * ofEpochs };
  const isKnown = gpus.length > 0 || unreadSeconds === 0;
  return { hours: seconds / 3600, acceleratorHours: isKnown ? ofGpus + gpus.length * ofEpochs : undefined, what: 'some of the GPUs' };
}

function watchedOf(open: OpenRun, report: Report): Watched | undefined {
  const epochs = [...open.epochs, open.epoch].filter(isFilled);
  const timed = epochs.filter(({ seconds }) => seconds !== undefined);
  if (timed.length < epochs.length) report(messages.epochWithoutTime(epochs.length - timed.length));
  const read = readEpochs(open, timed, report);
  if (read === undefined) return undefined;
  const { boundary, epochs: counted, parts } = read;
  const kwh = (part: Part): number | undefined => {
    const joules = counted.flatMap(({ [part]: watts, seconds = 0 }: Epoch) => (watts === undefined ? [] : [watts * seconds]));
    return joules.length === 0 ? undefined : joules.reduce((sum, value) => sum + value, 0) / 3.6e6;
  };
  const sums = parts.map(kwh).filter((value) => value !== undefined);
  const secondsOf = (own: readonly Epoch[]): number => own.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  return {
    gpu: parts.includes('gpu') ? kwh('gpu') : undefined,
    cpu: parts.includes('cpu') ? kwh('cpu') : undefined,
    ram: parts.includes('ram') ? kwh('ram') : undefined,
    total: sums.reduce((sum, value) => sum + value, 0),
    boundary,
    seconds: secondsOf(timed),
    unreadSeconds: secondsOf(timed.filter((epoch) => !counted.includes(epoch))),
    unreadGpuSeconds: counted.reduce((sum, { unreadGpus = 0, seconds = 0 }) => sum + unreadGpus * seconds, 0),
    epochs: counted.length,
  };
}

type Part = 'gpu' | 'cpu' | 'ram' | 'other';

interface ReadEpochs {
  readonly boundary: RunBoundary;
  readonly epochs: readonly Epoch[];
  readonly parts: readonly Part[];
}

/**
 * The epochs and components whose energies can be added: those of the GPUs where some epoch has one, with the processors where all of
 * these have them; else those of the processors, which are not the energy of a run on GPUs that were found and not read.
 */
function readEpochs({ gpus }: OpenRun, timed: readonly Epoch[], report: Report): ReadEpochs | undefined {
  const has = (part: Part) => (epoch: Epoch) => epoch[part] !== undefined;
  const [ofGpu, ofOthers] = [timed.filter(has('gpu')), timed.filter((epoch) => has('cpu')(epoch) || has('other')(epoch))];
  if (ofGpu.length > 0) {
    const isWhole = ofGpu.every(has('cpu'));
    if (!isWhole && ofGpu.some(has('cpu'))) report(messages.cpuOfSomeEpochs());
    return isWhole
      ? { boundary: 'components', epochs: ofGpu, parts: ['gpu', 'cpu', 'ram', 'other'] }
      : { boundary: 'accelerator', epochs: ofGpu, parts: ['gpu'] };
  }
  if (ofOthers.length === 0) return undefined;
  if (gpus.length > 0) report(messages.gpusNotMeasured());
  return { boundary: gpus.length > 0 ? 'processors' : 'components', epochs: ofOthers, parts: ['cpu', 'ram', 'other'] };
}

/** What the intensity is, where it is a constant of the tool. */
function constantOf({ isDefaulted }: OpenRun, intensity: number | undefined): string | undefined {
  return constantAt(intensity) ?? (isDefaulted && intensity !== undefined ? 'an average of a country' : undefined);
}

/** Energy of the output includes a PUE; where it is not stated, it is that of the facility. */
function boundaryOf({ pue, hasCpu }: OpenRun, watched: Watched | undefined): RunRecord['boundary'] {
  if (watched !== undefined) return watched.boundary;
  if (pue === undefined) return 'facility';
  // Where the log lists components, the energy is of these.
  return hasCpu === false ? 'accelerator' : 'components';
}

/** Whether more than half of the energy was read from a sensor: that of a processor may be half of its rating. */
function isMeasured({ cpus, gpus }: OpenRun, watched: Watched | undefined): boolean {
  if (cpuMeterOf(cpus) !== 'rating') return true;
  return watched === undefined ? gpus.length > 0 : (watched.gpu ?? 0) > watched.total / 2;
}

function reportOn(open: OpenRun, watched: Watched | undefined, intensity: number | undefined, report: Report): void {
  const { actual, pue, country } = open;
  if (open.isInterrupted) report(messages.interrupted());
  reportOnCpu(open, watched, report);
  if (pue !== undefined) report(messages.pueOfTool(pue));
  else if (watched === undefined) report(messages.unstatedPue());
  if (watched !== undefined && pue !== undefined && actual?.energy !== undefined && actual.epochs === watched.epochs) {
    const stated = actual.energy / pue;
    if (Math.abs(stated / watched.total - 1) > tolerance) report(messages.otherEnergy(stated, watched.total));
  }
  const average = intensity === undefined ? undefined : worldAverageAt(intensity);
  const constant = constantOf(open, intensity);
  if (average !== undefined) report(shared.worldAverage(average, country));
  else if (intensity !== undefined && constant !== undefined) report(messages.constantIntensity(intensity, constant));
}

/** Reports what the tool did not read of processors and memory. */
function reportOnCpu({ cpus }: OpenRun, watched: Watched | undefined, report: Report): void {
  const meter = cpuMeterOf(cpus);
  const isRead = watched === undefined ? meter !== undefined : watched.cpu !== undefined;
  if (!isRead) return;
  if (meter === 'package') report(messages.memoryNotRead());
  else if (meter === 'rating') report(messages.cpuByRating());
  else if (meter === undefined) report(messages.memoryUnknown());
}
