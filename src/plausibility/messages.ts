import type { Severity } from '../assessment/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { error, note, warning } from '../diagnostics/message.js';
import { atMost, formatted, formattedExactly, percent, rounded, significant } from '../units/format.js';
import { flopsExactly } from '../units/scientific.js';
import type { AveragePower } from './average-power.js';
import type { ComputeRecord } from './compute-record.js';
import type { OperationsRecord } from './operations-record.js';
import type { ProcessorLimit } from './processor-record.js';
import type { Slip } from './slips.js';
import { thresholds } from './thresholds.js';

/** Every sentence on figures that cannot be, or hardly can. */
export const messages = {
  powerAboveLimit: (severity: 'error' | 'warning', average: AveragePower, highest: number, slips: readonly Slip[]) =>
    weighed(
      severity,
      'power-above-limit',
      `${powerText(average)} ${significant(average.watts / average.limit.rating, 3)} times its ${average.limit.kind} power of ${watts(average.limit.rating)}.${questions(slips)}`,
      expectedOf(`at most ${watts(highest)}${atBoundary(average)}`, slips),
    ),
  powerBelowIdle: (average: AveragePower, lowest: number, slips: readonly Slip[]) =>
    warning(
      'power-below-idle',
      `${powerText(average)} ${share(average.watts / average.limit.rating)} of its ${average.limit.kind} power.${questions(slips)}`,
      expectedOf(`an average of at least about ${watts(lowest)}`, slips),
    ),
  loadTooLow: (load: number, lowest: number) =>
    warning('power-below-idle', `A load of ${share(load)} is less than an accelerator takes at work. Is it the utilisation?`, {
      expected: `average power ÷ rated power, at least about ${share(lowest)}; or no \`load\``,
      note: 'Load is not the utilisation that nvidia-smi shows, and not the MFU.',
    }),
  pueTooHigh: (severity: 'error' | 'warning', pue: number) =>
    weighed(
      severity,
      'pue-above-two',
      `A PUE of ${atMost(pue, 3)} is ${severity === 'error' ? 'not possible' : 'unusual'}.${questionOf(pue)}`,
      {
        expected: `facility energy ÷ machine energy, from 1 to ${thresholds.highPue.value}`,
        note: 'Published PUEs of ML runs are between 1.08 and 1.20; the survey average of all data centres is 1.54 (Uptime, 2025).',
      },
    ),
  mfuTooHigh: (severity: 'error' | 'warning', record: ComputeRecord, mfu: number) =>
    weighed(severity, 'implied-mfu', mfuText(record, mfu), {
      expected: `${usualMfu}: check \`flops\`, the hours and the number of accelerators${record.isPeakDeclared ? '' : '; or `peak:` in `hardware` where the run used FP8'}`,
    }),
  mfuTooLow: (record: ComputeRecord, mfu: number) =>
    warning('implied-mfu', mfuText(record, mfu), {
      expected: `${usualMfu}: check \`flops\` (of the whole run?), the hours and the number of accelerators`,
    }),
  operationsTooMany: (operations: number) =>
    warning('implied-operations', `${flopText(operations)} is more than any training is known to have taken.`, {
      expected: 'the operations of the run in FLOP, such as `3.14e23 FLOP`',
    }),
  operationsOff: ({ operations, parameters = 0, tokens = 0 }: OperationsRecord, times: number) =>
    warning(
      'implied-operations',
      `${flopText(operations)} is ${significant(times, 2)} times 6 × parameters × tokens, which is ${flopText(6 * parameters * tokens)}.`,
      {
        expected: 'Check `flops`, `parameters` and `tokens`, and their prefixes',
        note: 'A dense transformer takes about 6 × parameters × tokens; a mixture of experts counts its active parameters.',
      },
    ),
  runPowerTooHigh: (kWh: number, hours: number, power: number) =>
    warning(
      'run-power',
      `${formatted({ value: kWh, unit: 'kWh' }).text} in ${hoursText(hours)} is ${watts(power)}, more than a server of 8 accelerators takes.`,
      { expected: 'the device and the number of accelerators, or another energy or time' },
    ),
  processorAboveLimit: (kWh: number, hours: number, { name, rating, processors }: ProcessorLimit) =>
    warning(
      'processor-power-above-limit',
      `${formatted({ value: kWh, unit: 'kWh' }).text} in ${hoursText(hours)} is ${watts((kWh * 1000) / hours)}, more than ${processors === 1 ? `one ${name} takes` : `${processors} ${name} take`}: ${processors === 1 ? 'it is rated' : 'each is rated'} at ${watts(rating)}.`,
      {
        expected: 'the energy of the processors alone',
        note: 'The tool may have taken the rating for each core, or it does not know the processor.',
      },
    ),
  totalOff: (reported: string, calculated: string, slip: string | undefined) =>
    note('reported-total', `The reported total is ${reported}, but the inputs give ${calculated}.${slipText(slip)}`, {
      expected: 'Give the total and the inputs of the same calculation',
    }),
  totalFarOff: (reported: string, calculated: string, times: number, slip: string | undefined) =>
    warning(
      'reported-total',
      `The reported total is ${reported}, but the inputs give ${calculated}: they differ by a factor of ${significant(times, 3)}.${slipText(slip)}`,
      {
        expected: 'Give the total and the inputs of the same calculation',
        note: 'Check the units (g, kg, t, lb; Wh, kWh, MWh), the hours (GPU-hours or hours on the clock) and the grid intensity.',
      },
    ),
  totalAgrees: (reported: string, what: string, calculated: string, isClose: boolean) =>
    note(
      'reported-total-agrees',
      `The reported total of ${reported} ${isClose ? 'agrees with' : 'lies in the interval of'} ${what}: ${calculated}.`,
    ),
  totalWithoutPue: (reported: string, energy: string) =>
    note('reported-total-boundary', `The reported total of ${reported} is ${energy} × grid intensity, as if the energy included the PUE.`, {
      expected: '`boundary: facility` in `energy` if it does; else `accelerator`, `components` or `node`',
    }),
} as const;

function weighed<const Id extends string>(
  severity: Severity,
  id: Id,
  message: string,
  details: { readonly expected: string; readonly note?: string | undefined },
): Message<Id> {
  return (severity === 'error' ? error : warning)(id, message, details);
}

/** `1,515 W for one NVIDIA P100 … is`; `154 kWh in 1 accelerator-hour is 154 kW for each NVIDIA A100 …,`. */
function powerText({ watts: power, record, limit }: AveragePower): string {
  if (record.kind !== 'energy') return `${formattedExactly(Number(power.toPrecision(7)), 'W')} for one ${limit.name} is`;
  const hours = `${atMost(record.hours, 7)} accelerator-hour${record.hours === 1 ? '' : 's'}`;
  return `${formatted({ value: record.kWh, unit: 'kWh' }).text} in ${hours} is ${watts(power)} for each ${limit.name},`;
}

function questions(slips: readonly Slip[]): string {
  return slips.map(({ question }) => ` ${question}`).join('');
}

function expectedOf(bounds: string, slips: readonly Slip[]): { readonly expected: string } {
  return { expected: [...slips.map(({ remedy }) => remedy), bounds].join('; or ') };
}

function atBoundary({ boundary }: AveragePower): string {
  if (boundary === 'cradle-to-gate') return '';
  return boundary === 'unstated' ? ', with its share of the node' : ` at the ${boundary} boundary`;
}

function flopText(operations: number): string {
  return flopsExactly(rounded(operations, 4));
}

/** An overhead of fewer per cent is hardly published: 3.5 is no 1.035. */
const minPercent = 5;

/** What a PUE of 12 or 120 was meant to be. */
function questionOf(pue: number): string {
  const isUsual = (value: number): boolean => value >= 1 && value <= thresholds.highPue.value;
  const readings = [pue / 10, pue / 100, ...(pue >= minPercent ? [1 + pue / 100] : [])];
  const meant = readings.filter((value) => pue > thresholds.impossiblePue.value && isUsual(value));
  return meant.length === 0 ? '' : ` Is it ${meant.map((value) => atMost(value, 3)).join(' or ')}, perhaps as a percentage?`;
}

const usualMfu = 'an MFU of 0.2 to 0.54, as published';

/** `5 × 10²² FLOP in 15,360 accelerator-hours is 236 % of the 16-bit peak of AMD MI250X (383 TFLOP/s).` */
function mfuText({ operations, hours, device, peak, isPeakDeclared }: ComputeRecord, mfu: number): string {
  const which = isPeakDeclared ? 'declared' : '16-bit';
  return `${flopText(operations)} in ${atMost(hours, 7)} accelerator-hours is ${share(mfu)} of the ${which} peak of ${device} (${atMost(peak / 1e12, 4)}\u202fTFLOP/s).`;
}

function slipText(slip: string | undefined): string {
  return slip === undefined ? '' : ` The difference fits ${slip}.`;
}

function watts(power: number): string {
  return formatted({ value: power, unit: 'W' }).text;
}

function share(ratio: number): string {
  return ratio < 0.1 ? `${atMost(ratio * 100, 2)}\u202f%` : percent(ratio);
}

function hoursText(hours: number): string {
  return hours < 1 ? `${significant(hours * 3600, 3)}\u202fs` : `${significant(hours, 3)}\u202fh`;
}
