import { coverageText } from '../../assessment/recorded/power.js';
import { error, note, warning } from '../../diagnostics/message.js';
import { measurementVersion } from '../../measurement/measurement.js';

const again = 'the file as `carboncard collect` wrote it; else collect the telemetry again';
const changed = 'The file was changed after it was written, or it is a part of one.';

/** Share of the device-hours below which the energy is a part of what was used rather than most of it. */
const leastCoverage = 0.9;

/** What the reader of measurement files reports. */
export const messages = {
  version: (version: string) =>
    error('measurement-version', `Unsupported version of a measurement file: ${version}.`, {
      expected: `${measurementVersion}, or a carboncard that reads ${version}`,
    }),
  shape: (where: string, fault: string, expected: string) =>
    error('measurement-shape', where === '' ? `${fault}.` : `${fault}: \`${where}\`.`, { expected }),
  sum: (where: string, value: string, what: string, sum: string) =>
    error('measurement-sum', `\`${where}\` is ${value}, but ${what} gives ${sum}.`, { expected: again, note: changed }),
  time: (where: string, fault: string) =>
    error('measurement-time', `Invalid time \`${where}\`: ${fault}.`, { expected: again, note: changed }),
  figure: (where: string, fault: string) =>
    error('measurement-figure', `Invalid figure \`${where}\`: ${fault}.`, { expected: again, note: changed }),
  coverage: (share: number) =>
    (share < leastCoverage ? warning : note)(
      'power-coverage',
      `Power was recorded for ${coverageText(share)} of the device-hours. The energy of the others is not counted; the upper end of the interval includes what they would have used at the mean power of the work.`,
    ),
} as const;
