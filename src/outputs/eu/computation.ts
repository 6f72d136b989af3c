import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { deviceName } from '../../assessment/phase-facts.js';
import { atMost, counted, percentExactly, THIN } from '../../units/format.js';
import { inUnit } from '../../units/in-unit.js';
import { listed } from '../../units/listed.js';
import { flopsExactly, orderOfMagnitude, scientific } from '../../units/scientific.js';
import type { OutputContext } from '../output.js';
import { euMessages } from './messages.js';

/** One entry of an item, for all readers of the form or for one. */
export interface Entry {
  readonly to?: string | undefined;
  readonly text: string;
}

/** An item of the form. */
export interface Item {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly method?: string | undefined;
}

type Report = OutputContext['report'];

/** Who gets which entry, in the order of the form. */
const readers = { office: 'For the AI Office', authorities: 'For national competent authorities' } as const;

/** Titles in a sentence: `Training and Fine-tuning`. */
export const titlesOf = (phases: readonly PhaseFacts[]): string => listed(phases.map(({ title }) => title));

/** Ranges that the form offers, in days; a month is a twelfth of 365.25 days. */
const month = 365.25 / 12;
const ranges: readonly (readonly [number, string])[] = [
  [month, 'Less than 1 month'],
  [3 * month, '1 to 3 months'],
  [6 * month, '3 to 6 months'],
];

/** The range of the form that a training time is in. */
export function rangeOfTime(days: number): string {
  return ranges.find(([below]) => days < below)?.[1] ?? 'More than 6 months';
}

interface Time {
  readonly facts: PhaseFacts;
  readonly days: number;
  readonly isCalculated: boolean;
}

/** Training time: wall-clock days and hardware days for the AI Office, a range for the authorities. */
export function timeItem(assessment: Pick<Assessment, 'phases'>, phases: readonly PhaseFacts[], report: Report): Item {
  const title = 'Training time';
  if (phases.length === 0) {
    report(euMessages.noTraining());
    return { title, entries: [{ text: `N/A: no training is recorded among ${counted(String(assessment.phases.length), 'phase')}.` }] };
  }
  const times = phases.flatMap((facts): readonly Time[] => {
    const time = facts.duration ?? facts.runHours;
    return time === undefined ? [] : [{ facts, days: inUnit(time, 'time', 'day').value, isCalculated: facts.duration === undefined }];
  });
  const without = phases.filter((facts) => !times.some((time) => time.facts === facts));
  if (without.length > 0) report(euMessages.noTrainingTime(titlesOf(without)));
  const office = [
    wallClock(times),
    hardwareDays(phases, report),
    sharesText(phases),
    ofUnknown('wall-clock time', without, times.length > 0),
  ];
  const days = times.reduce((sum, time) => sum + time.days, 0);
  const range =
    times.length === 0
      ? 'N/A: the wall-clock time is not recorded.'
      : `${rangeOfTime(days)}${without.length > 0 ? ', as far as recorded' : ''}.`;
  return {
    title,
    entries: [
      { to: readers.office, text: office.filter((part) => part !== undefined).join(' ') },
      { to: readers.authorities, text: range },
    ],
  };
}

function wallClock(times: readonly Time[]): string {
  if (times.length === 0) return 'N/A: the wall-clock time is not recorded.';
  const daysText = (days: number): string => counted(atMost(days, 3), 'day');
  const from = times.some(({ isCalculated }) => isCalculated)
    ? ' (accelerator-hours ÷ accelerators where no wall-clock time is recorded)'
    : '';
  const total = times.reduce((sum, { days }) => sum + days, 0);
  if (times.length === 1) return `${daysText(total)} on the wall clock${from}.`;
  const each = times.map(({ facts, days }) => `${facts.title} ${daysText(days)}`).join(', ');
  return `${daysText(total)} on the wall clock, one phase after the other: ${each}${from}.`;
}

/** Which phases several models have in common: the clock is that of the whole phase, and everything else of the share. */
function sharesText(phases: readonly PhaseFacts[]): string | undefined {
  const shared = phases.flatMap(({ title, share }) => (share === undefined ? [] : [`${percentExactly(share)} of ${title}`]));
  return shared.length === 0 ? undefined : `Counted for this model: ${listed(shared)}; the wall-clock time is that of the whole phase.`;
}

/** Accelerator-hours as days, of each device. */
function hardwareDays(phases: readonly PhaseFacts[], report: Report): string {
  const byDevice = new Map<string, number>();
  for (const facts of phases) {
    const { device = 'accelerator', statedDevice, acceleratorHours } = facts;
    // `A100 days (taken as SXM4 80GB)`
    const unit = statedDevice === undefined ? `${device} days` : (deviceName({ device, statedDevice: `${statedDevice} days` }) ?? '');
    if (acceleratorHours === undefined) continue;
    byDevice.set(unit, (byDevice.get(unit) ?? 0) + inUnit(acceleratorHours, 'time', 'day').value);
  }
  const without = phases.filter(({ acceleratorHours }) => acceleratorHours === undefined);
  if (without.length > 0) report(euMessages.noHardwareDays(titlesOf(without)));
  const known = [...byDevice].map(([unit, days]) => `${scientific(days, 2)} ${unit}`).join(', ');
  return known === ''
    ? 'Hardware days: N/A, not recorded.'
    : `Hardware days: ${known}${without.length > 0 ? `, without ${titlesOf(without)}` : ''}.`;
}

function ofUnknown(what: string, without: readonly PhaseFacts[], isPartial: boolean): string | undefined {
  return without.length > 0 && isPartial ? `The ${what} is not recorded for ${titlesOf(without)}.` : undefined;
}

/** Amount of computation used for training: two significant figures for the AI Office, the order of magnitude for the authorities. */
export function computeItem({ model }: Pick<Assessment, 'model'>, phases: readonly PhaseFacts[], report: Report): Item {
  const title = 'Amount of computation used for training';
  const known = phases.flatMap(({ title: phase, flops, share }) => (flops === undefined ? [] : [{ phase, flops, share }]));
  const without = phases.filter(({ flops }) => flops === undefined);
  if (without.length > 0) report(euMessages.noCompute(titlesOf(without), calculated(model.parameters, without)));
  if (known.length === 0)
    return {
      title,
      entries: [
        {
          text: `N/A: ${phases.length === 0 ? 'no training' : 'the number of operations'} is ${phases.length === 0 ? '' : 'not '}recorded.`,
        },
      ],
    };
  const total = known.reduce((sum, { flops }) => sum + flops.value, 0);
  const part = without.length > 0 ? `, without ${titlesOf(without)}, of which it is not recorded` : '';
  const withoutMethod = phases.filter(({ flops }) => flops !== undefined && flops.method === undefined);
  if (withoutMethod.length > 0) report(euMessages.noComputeMethod(titlesOf(withoutMethod)));
  return {
    title,
    entries: [
      {
        to: readers.office,
        text: `${flopsText(total)}${rangeText(known.map(({ flops }) => flops))}${part}.`,
      },
      { to: readers.authorities, text: `${orderOfMagnitude(total)}${THIN}FLOPs${part}.` },
    ],
    method: known.map(({ phase, flops, share }) => `${known.length > 1 ? `${phase}: ` : ''}${methodText(flops, share)}`).join(' '),
  };
}

/**
 * Operations of phases whose tokens are known, to three digits, as a manifest has them: what a dense transformer of that size takes. Those
 * of the whole phase, where several models have it in common.
 */
function calculated(
  parameters: number | undefined,
  phases: readonly PhaseFacts[],
): readonly { readonly title: string; readonly operations: string }[] {
  if (parameters === undefined) return [];
  return phases.flatMap(({ title, tokens, share = 1 }) => {
    if (tokens === undefined) return [];
    const operations = Number(((parameters * tokens.value * 6) / share).toPrecision(3));
    return [{ title, operations: `${operations.toExponential().replace('+', '')} FLOP` }];
  });
}

/** `3.1 × 10²³ FLOPs`. */
export function flopsText(value: number): string {
  return `${scientific(value, 2)}${THIN}FLOPs`;
}

/** The range of the only figure, where the manifest gives one. */
function rangeText(all: readonly { readonly low?: number | undefined; readonly high?: number | undefined }[]): string {
  const [only, ...others] = all;
  if (only?.low === undefined || only.high === undefined || others.length > 0) return '';
  return ` (${scientific(only.low, 2)} to ${scientific(only.high, 2)})`;
}

const evidence: Readonly<Record<string, string>> = {
  measured: 'Measured',
  declared: 'As declared by the authors',
  modelled: 'Modelled',
  assumed: 'Assumed',
};

/** How operations were counted, as the manifest says it. */
export function methodText({ value, method, basis }: NonNullable<PhaseFacts['flops']>, share?: number): string {
  const how = method === undefined ? 'the method is not stated' : method;
  return `${evidence[basis] ?? basis}: ${how} (${flopsExactly(value)}${share === undefined ? '' : `, which is ${percentExactly(share)} of the phase`}).`;
}
