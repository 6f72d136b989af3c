import { error, note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of BoAmps reports. */
export const messages = {
  noMeasures: () =>
    error('boamps-no-measures', 'The report has no measures.', { expected: '`measures`, a list with `powerConsumption` in each' }),
  noConsumption: () => error('boamps-no-energy', 'This measure has no `powerConsumption`.', { expected: 'its energy in kWh' }),
  gpuNotTracked: () =>
    warning(
      'not-measured',
      'The report lists GPUs, and its `gpuTrackingMode` says that they were not measured. The energy is that of processors and memory.',
    ),
  unknownUnit: (unit: string) =>
    error('log-unit', `Unknown unit of energy: ${quoted(unit)}.`, { expected: 'Wh, kWh, MWh, MJoule, kJ or J' }),
  measureOfUnknownUnit: (unit: string) =>
    warning('log-unit-of-measure', `This measure has the unknown unit of energy ${quoted(unit)}. It was left out.`, {
      note: 'Known units are Wh, kWh, MWh, MJoule, kJ and J.',
    }),
  percentShare: (share: number) => note('boamps-share', `The \`share\` of a GPU is ${share}, which is above 1. It is read as ${share} %.`),
  noShare: (text: string) =>
    warning('boamps-no-share', `The \`share\` of a GPU is invalid: ${quoted(text)}. The whole card was used.`, {
      note: 'It is a number above 0 and up to 1, such as 0.25.',
    }),
  sharedCards: (count: number, cards: number) =>
    note(
      'shared-cards',
      `The task had a share of its GPUs: ${cards} of ${count}. Their rated power and the emissions of making them are taken for that share.`,
    ),
  idleInside: (watts: number) =>
    note(
      'idle-power-inside',
      `The machine took ${watts} W before the task began (the calibration). The energy of the task was measured with it, so it is not added.`,
    ),
  idlePower: (watts: number) =>
    note(
      'idle-power-of-calibration',
      `The machine took ${watts} W before the task began (the calibration). It is the baseline of the machine, beside the energy of the GPUs.`,
    ),
  idleUnclear: (watts: number) =>
    note(
      'idle-power-unclear',
      `The machine took ${watts} W before the task began (the calibration). The report does not state whether the energy of the task includes it, so it is not added.`,
      { note: `If it does not, add \`idle: ${watts} W\`.` },
    ),
  quality: (quality: string, percent: number) =>
    note('stated-quality', `The report states its quality as ${quality}, which is an error of ±${percent}\u202f%.`),
  oldUnit: (unit: string) => note('old-unit', `The energy is in ${unit}, as in older versions of the format. It was converted to kWh.`),
  alternatives: (count: number) =>
    warning(
      'alternative-measures',
      `The report has ${count} measures of one task. They may be of the same energy, so they are not added.`,
      {
        note: 'Use the one whose boundary is known best.',
      },
    ),
} as const;
