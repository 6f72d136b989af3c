import { type Basis, bases } from '../assessment/ids.js';
import type { Report } from '../diagnostics/report.js';
import { type Instrument, instruments } from '../manifest/instruments.js';
import type { LoggedPhase } from '../manifest/logged.js';
import type { TrackerId } from '../trackers/ids.js';
import type { RunBoundary, RunRecord } from '../trackers/record.js';
import { atMost } from '../units/format.js';
import { messages } from './messages.js';
import type { Sums } from './sums.js';

/** What was measured in runs, and what was not. */
export type Metered = Pick<LoggedPhase, 'energy' | 'host' | 'unmetered_hours' | 'notCounted'>;

/** Formats whose figures a person wrote or copied. */
const declared: readonly TrackerId[] = ['model-card', 'codecarbon-output', 'cyclonedx'];

const boundaryWords: Readonly<Record<RunBoundary | 'unknown', string>> = {
  accelerator: 'accelerator',
  components: 'components',
  processors: 'components without the accelerators',
  node: 'node',
  facility: 'facility',
  unknown: 'unknown',
};

/**
 * The energy of runs, of one boundary, and what it does not include. Accelerators that the tool names and did not read have no energy:
 * what was read of processors and memory is then energy of the host.
 *
 * @param hardware The device of the runs, where the factor tables have it.
 */
export function meteredOf(sums: Sums, hardware: string | undefined, report: Report): Metered {
  const value = sums.total('energy');
  if (value === undefined) return {};
  const alternatives = sums.kinds('alternative');
  if (alternatives.length > 1) report(messages.severalMeasures(alternatives.flatMap(({ alternative }) => alternative ?? [])));
  const boundaries = sums.kinds('boundary');
  if (boundaries.length > 1) report(messages.severalBoundaries(boundaries.map(({ boundary }) => boundaryWords[boundary ?? 'unknown'])));
  const [run] = boundaries;
  const isMeasured = (sums.total('measured') ?? 0) > value / 2;
  const [whole] = sums.kinds('whole');
  const stated = weakest(sums.kinds('basis').map((one) => one.stated?.basis));
  const figure = {
    value,
    basis:
      whole?.whole !== undefined
        ? whole.whole.basis
        : stated !== undefined
          ? stated
          : isMeasured
            ? 'measured'
            : declared.some((id) => id === run?.tracker)
              ? 'declared'
              : 'modelled',
    instrument: run === undefined || !isMeasured || whole !== undefined ? undefined : instrumentOf(run),
  } as const;
  const boundary = run?.boundary;
  if (boundary === 'processors') return { host: figure, ...withoutAccelerators(sums, hardware, report) };
  return { energy: { ...figure, boundary }, ...withoutMeter(sums, hardware, boundary, report) };
}

/** The weakest of several evidences; nothing where none is stated. */
export function weakest(all: readonly (Basis | undefined)[]): Basis | undefined {
  return bases.findLast((basis) => all.includes(basis));
}

function instrumentOf({ tracker, boundary }: RunRecord): Instrument | undefined {
  // A BOM does not say what metered its energy, and neither does a table of powers.
  if (tracker === 'cyclonedx' || (tracker === 'csv' && boundary === undefined)) return undefined;
  return instruments.find((id) => id === tracker) ?? (boundary === 'node' ? 'bmc' : 'gpu-sensor');
}

/** Accelerators that were not read: calculated where device, number and hours are known, else not counted. */
function withoutAccelerators(sums: Sums, hardware: string | undefined, report: Report): Metered {
  const why = whyNotCalculated(sums, hardware);
  report(why === undefined ? messages.acceleratorsCalculated(hardware ?? '') : messages.acceleratorsNotCounted(why));
  if (!sums.isWhole('energy')) report(messages.hostPartlyMetered(sums.runs - sums.count('energy'), sums.runs));
  return why === undefined ? {} : { notCounted: { dynamic: `the GPUs were not measured, and ${why}` } };
}

function whyNotCalculated(sums: Sums, hardware: string | undefined): string | undefined {
  const [run] = sums.kinds('accelerator');
  if (hardware === undefined)
    return run?.accelerator?.name === undefined ? 'their model is unknown' : `${run.accelerator.name} is not in the factor tables`;
  return sums.isWhole('acceleratorHours') ? undefined : 'their number or hours are unknown';
}

/** Runs, parts of runs and cards without a reading, beside others that have one. */
function withoutMeter(sums: Sums, hardware: string | undefined, boundary: RunBoundary | undefined, report: Report): Metered {
  const cards = sums.kinds('unreadCards').flatMap(({ unreadCards }) => unreadCards ?? []);
  for (const card of cards) report(messages.cardNotCounted(card));
  const [without, hours] = [sums.runs - sums.count('energy'), sums.total('unmetered')];
  const ofCards = cards.length === 0 ? undefined : { unmetered: reasonOf(cards) };
  if (without === 0 && hours === undefined) return { notCounted: ofCards };
  const ofTime = sums.kinds('unread')[0]?.unread?.what ?? 'a part of the time';
  const runs = without === 0 ? ofTime : without === 1 ? `one of ${sums.runs} runs` : `${without} of ${sums.runs} runs`;
  const what = hours === undefined ? runs : `${runs} (${atMost(hours, 4)}\u202fh)`;
  const isWhole = sums.count('unmetered') === sums.count('unmeteredAcceleratorHours');
  const acceleratorHours = isWhole ? sums.total('unmeteredAcceleratorHours') : undefined;
  // Energy at the facility includes a PUE, which a rated power does not.
  const isUsable = acceleratorHours !== undefined && acceleratorHours > 0 && boundary !== 'facility';
  report(messages.partlyMetered(what, isUsable ? hardware : undefined));
  if (isUsable) return { unmetered_hours: acceleratorHours, notCounted: ofCards };
  return { notCounted: { unmetered: reasonOf([what, ...cards]) } };
}

function reasonOf(parts: readonly string[]): string {
  return `no energy on record of ${parts.join('; ')}`;
}
