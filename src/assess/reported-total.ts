import type { Line } from '../assessment/assessment.js';
import type { IdsOf, Message } from '../diagnostics/message.js';
import type { Phase } from '../manifest/manifest.js';
import { messages } from '../plausibility/messages.js';
import { totalSlip } from '../plausibility/slips.js';
import { thresholds } from '../plausibility/thresholds.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted, rounded } from '../units/format.js';
import { type Interval, intervalOf, quantity } from '../units/quantity.js';

/** A phase whose authors report a total, with what was resolved and counted for it. */
export interface ReportedPhase {
  readonly reported: NonNullable<Phase['reported']>;
  readonly phase: Phase;
  readonly resolved: ResolvedPhase;
  readonly lines: readonly Omit<Line, 'share'>[];
}

type Finding = Message<IdsOf<typeof messages>>;

/**
 * Compares the total that authors report with the same inputs at the boundary of their claim: with what they declare alone, or,
 * where defaults are in play, with each boundary that is usual.
 */
export function reportedTotalFinding(context: ReportedPhase): Finding | undefined {
  const { reported } = context;
  const dynamic = context.lines.find(({ component }) => component === 'dynamic');
  if (dynamic === undefined) return undefined;
  const withoutPue = totalOfEnergy(context);
  if (withoutPue !== undefined) return withoutPue;
  const totals = totalsOf(context, dynamic);
  const isDeclared = areDeclared(context, dynamic);
  // Defaults have intervals, and any boundary may be meant; what is declared has one value, to the digits that were written.
  const agrees = ({ value, low, high }: Total): boolean =>
    isDeclared
      ? isNear(reported.value, value, thresholds.totalOff.value) || isRounded(value, reported)
      : reported.value >= low && reported.value <= high;
  const candidates = isDeclared
    ? [totals.declared, totals.everything, totals.withHardware, ...totals.market]
    : [...totals.all, ...totals.market];
  const fitting = candidates.filter(agrees);
  if (fitting.length > 0) return isDeclared ? undefined : fits(reported.value, nearestOf(fitting, reported.value));
  const { value } = isDeclared ? totals.declared : nearestOf(totals.all, reported.value);
  return differs(context, value);
}

/** Where defaults are in play, a reader sees what the total was compared with. */
function fits(reported: number, { value, name = 'the inputs' }: Total): Finding {
  const isClose = isNear(reported, value, thresholds.totalAgrees.value);
  return messages.totalAgrees(text(reported), name, text(value), isClose);
}

function differs({ reported, resolved }: ReportedPhase, calculated: number): Finding | undefined {
  if (!(calculated > 0) || !(reported.value > 0)) return undefined;
  const ratio = reported.value / calculated;
  const slip = totalSlip(ratio, resolved.pue?.value);
  const times = Math.max(ratio, 1 / ratio);
  const [own, ours] = [text(reported.value), text(calculated)];
  return times > thresholds.totalFarOff.value ? messages.totalFarOff(own, ours, times, slip) : messages.totalOff(own, ours, slip);
}

/** Energy × intensity, where nothing says what the energy includes: it may be that of the facility. */
function totalOfEnergy({ reported, phase, resolved }: ReportedPhase): Finding | undefined {
  const { energy } = phase;
  const { grid } = resolved;
  if (energy === undefined || energy.boundary !== undefined || grid === undefined) return undefined;
  const product = (energy.value * grid.intensity.value) / 1000;
  if (!isNear(reported.value, product, thresholds.slipFits.value)) return undefined;
  return messages.totalWithoutPue(text(reported.value), formatted(quantity(energy.value, 'kWh')).text);
}

/** Whether all inputs of the work and of the facility are the manifest's own or published factors, and no default. */
function areDeclared({ resolved }: ReportedPhase, dynamic: ReportedPhase['lines'][number]): boolean {
  const isOwn = ({ basis, path }: { readonly basis: string; readonly path?: string | undefined }): boolean =>
    basis !== 'assumed' || path !== undefined;
  return dynamic.inputs.every(isOwn) && (resolved.pue === undefined || isOwn(resolved.pue));
}

interface Total extends Interval {
  readonly value: number;
  /** What it counts, in words. */
  readonly name?: string | undefined;
}

interface Totals {
  /** What the manifest declares: the work, its PUE, a baseline and infrastructure. */
  readonly declared: Total;
  readonly everything: Total;
  readonly withHardware: Total;
  /** The same two by the market-based figures, where the manifest has them: a publication may report these. */
  readonly market: readonly Total[];
  /** At each boundary that is usual: accelerators, node, both with PUE, everything. */
  readonly all: readonly Total[];
}

function totalsOf({ lines, resolved }: ReportedPhase, dynamic: ReportedPhase['lines'][number]): Totals {
  // The authors' total is of the whole phase, whatever part of it this model counts.
  const share = resolved.share?.input.value ?? 1;
  const sumOf = (takes: (line: ReportedPhase['lines'][number]) => boolean): Total =>
    lines.filter(takes).reduce((sum, { emissions }) => added(sum, scaled(totalIn(emissions), 1 / share)), none);
  const pue: Total = resolved.pue === undefined ? one : totalIn(resolved.pue);
  const work = sumOf((line) => line === dynamic);
  const idle = sumOf(
    ({ component, inputs }) => component === 'idle' && inputs.every(({ path, basis }) => basis !== 'assumed' || path !== undefined),
  );
  const metered = resolved.overhead === undefined ? none : sumOf(({ component }) => component === 'overhead');
  const node = sumOf(({ component }) => !['embodied', 'overhead', 'idle'].includes(component));
  const everything = sumOf(({ component }) => component !== 'embodied');
  const withHardware = sumOf(() => true);
  return {
    declared: added(multiplied(added(work, idle), pue), metered),
    everything,
    withHardware,
    market: marketTotalsOf(lines, 1 / share),
    // Where two are the same, the first name is taken.
    all: [
      { ...withHardware, name: 'the total' },
      { ...everything, name: 'all electricity' },
      { ...work, name: 'the accelerators' },
      { ...multiplied(work, pue), name: 'accelerators × PUE' },
      { ...node, name: 'the nodes' },
      { ...multiplied(node, pue), name: 'nodes × PUE' },
    ],
  };
}

function marketTotalsOf(lines: ReportedPhase['lines'], scale: number): readonly Total[] {
  if (lines.every(({ emissionsMarket }) => emissionsMarket === undefined)) return [];
  const sumOf = (own: ReportedPhase['lines']): Total =>
    own.reduce((sum, { emissions, emissionsMarket = emissions }) => added(sum, scaled(totalIn(emissionsMarket), scale)), none);
  const electricity = sumOf(lines.filter(({ component }) => component !== 'embodied'));
  return [
    { ...sumOf(lines), name: 'the market-based total' },
    { ...electricity, name: 'all electricity, market-based' },
  ];
}

const none: Total = { value: 0, low: 0, high: 0 };
const one: Total = { value: 1, low: 1, high: 1 };

function totalIn(q: {
  readonly value: number;
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}): Total {
  return { value: q.value, ...(intervalOf(q) ?? { low: q.value, high: q.value }) };
}

function added(a: Total, b: Total): Total {
  return { value: a.value + b.value, low: a.low + b.low, high: a.high + b.high };
}

function multiplied(a: Total, b: Total): Total {
  return { value: a.value * b.value, low: a.low * b.low, high: a.high * b.high };
}

function scaled({ value, low, high }: Total, by: number): Total {
  return { value: value * by, low: low * by, high: high * by };
}

function nearestOf(totals: readonly Total[], reported: number): Total {
  const distance = ({ value }: Total): number => Math.abs(Math.log(reported / value));
  return totals.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function isNear(one: number, other: number, share: number): boolean {
  return Math.abs(one - other) <= share * Math.max(one, other);
}

/** Whether a value is written as that figure, to the digits that the figure has: 0.0326 g as 0.03 g. */
function isRounded(value: number, { value: written, halfPlace }: ReportedPhase['reported']): boolean {
  return halfPlace !== undefined && Math.abs(value - written) <= halfPlace;
}

function text(kg: number): string {
  return formatted(quantity(rounded(kg, 3), 'kgCO2e')).text;
}
