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
