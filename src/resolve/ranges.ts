import type { Basis } from '../assessment/assessment.js';
import { type RangeId, rangeOf, type Spread } from '../factors/ranges.js';
import type { Input } from '../formulas/expression.js';
import type { Instrument } from '../manifest/instruments.js';

/** What of an input says how far the truth may lie from it. */
export type Ranged = Pick<Input, 'low' | 'high' | 'centre' | 'above' | 'range' | 'exact'>;

export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Only what the value has above this is unsure: 1 for a PUE. */
  readonly above?: number | undefined;
}

/** The default range of each instrument. */
const instrumentRanges: Readonly<Record<Instrument, RangeId>> = {
  'meter': 'meter',
  'pdu': 'meter',
  'bmc': 'node-sensor',
  'ipmi': 'node-sensor',
  'nvidia-smi': 'gpu-sensor',
  'nvml': 'gpu-sensor',
  'dcgm': 'gpu-sensor',
  'rocm-smi': 'gpu-sensor',
  'rapl': 'gpu-sensor',
  'zeus': 'gpu-sensor',
  'codecarbon': 'gpu-sensor',
  'carbontracker': 'gpu-sensor',
  'gpu-sensor': 'gpu-sensor',
};

/** The row for a figure of the manifest without a range: by its instrument, else by how good the evidence is. */
export function rangeByEvidence(basis: Basis, instrument: Instrument | undefined): RangeId {
  return basis === 'measured' && instrument !== undefined ? instrumentRanges[instrument] : basis;
}

/**
 * The ends that a row of the default ranges gives a value. Where a bound cuts off one of them, the other moves on by as
 * much: high ÷ low stays that of the row, or a load assumed as 1 would seem surer than a power that was measured.
 */
export function defaultRange(value: number, id: RangeId, { min, max, above = 0 }: Bounds): Ranged {
  const { spread } = rangeOf(id);
  if (spread.kind === 'none') return { exact: true };
  if (spread.kind === 'digits') return clockRange(value, undefined);
  const [down, up] = multipliers(spread);
  const excess = value - above;
  const [lowest, highest] = [(min ?? -Infinity) - above, (max ?? Infinity) - above];
  const [bottom, top] = [excess * down, excess * up];
  const isCut = bottom < lowest || top > highest;
  const low = Math.max(lowest, Math.min(bottom, (highest * down) / up));
  const high = Math.min(highest, Math.max(top, lowest > 0 ? (lowest * up) / down : top));
  return {
    low: Math.min(above + low, value),
    high: Math.max(above + high, value),
    // Cut off, the value is the median and each half reaches to its end: the mean of what is left would lie elsewhere.
    centre: spread.kind === 'times' && !isCut ? 'mean' : undefined,
    above: above === 0 ? undefined : above,
    range: id,
  };
}

/**
 * The range of hours or of a time: half of the last place that was written, at least 1 % and at most 10 % of the value.
 *
 * @param halfPlace Absent for what a log recorded, to the second.
 */
export function clockRange(value: number, halfPlace: number | undefined): Ranged {
  const { spread } = rangeOf('clock');
  if (spread.kind !== 'digits' || value === 0) return { exact: true };
  const share = Math.min(spread.max, Math.max(spread.min, (halfPlace ?? 0) / value));
  return { low: value * (1 - share), high: value * (1 + share), range: 'clock' };
}

/** 95 % point of the standard normal. */
const z95 = 1.6448536269514722;

/**
 * 5 % and 95 % points of a figure of 1. A lognormal ×/÷ k is divided by exp(σ²/2), σ = ln k ÷ 1.645, so that its mean is 1.
 * Seven digits, since the last ones of `Math.log` and `Math.exp` differ from one engine to the next.
 */
function multipliers(spread: Extract<Spread, { kind: 'share' | 'times' }>): readonly [down: number, up: number] {
  if (spread.kind === 'share') return [1 - spread.share, 1 + spread.share];
  const sigma = Math.log(spread.k) / z95;
  const drift = Math.exp((sigma * sigma) / 2);
  const round = (x: number): number => Number(x.toPrecision(7));
  return [round(1 / spread.k / drift), round(spread.k / drift)];
}

const steps: Readonly<Record<string, RangeId>> = {
  'nearest-year': 'grid-other-year',
  'other-basis': 'grid-other-basis',
};

/** The widest of the rows that a factor of the grid and the steps of its look-up ask for. */
export function rangeAfterSteps(own: RangeId, stepIds: readonly string[]): RangeId {
  const size = (id: RangeId): number => {
    const { spread } = rangeOf(id);
    return spread.kind === 'times' ? spread.k : spread.kind === 'share' ? 1 + spread.share : 1;
  };
  const asked = stepIds.flatMap((id) => steps[id] ?? []);
  return asked.reduce((widest, id) => (size(id) > size(widest) ? id : widest), own);
}
