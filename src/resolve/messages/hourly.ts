import { error, note, warning } from '../../diagnostics/message.js';
import { atMost, percent, THIN } from '../../units/format.js';

const hoursText = (hours: number): string => (hours === 1 ? 'one hour' : `${hours} hours`);

/** What is said of intensities hour by hour. */
export const hourlyMessages = {
  notGiven: (file: string) =>
    error('hourly-not-read', `\`${file}\` was not read, since only the text of the manifest was given.`, {
      expected: 'the manifest as a file',
    }),
  uncited: () =>
    error('hourly-uncited', 'The hourly intensities have no source.', {
      expected: 'Add `cite:` beside `hourly:`, and `licence:`; such as `cite: "Electricity Maps, FR, 2024, hourly"`, `licence: ODbL`',
    }),
  noEnergy: (title: string) =>
    warning(
      'hourly-not-used',
      `The hourly intensities are not used for ${title}: its records have no energy by hour. The yearly average was used.`,
      { expected: 'Add `from:` with a measurement file of `carboncard collect`' },
    ),
  noOverlap: (energy: string, series: string) =>
    error('hourly-no-overlap', `No hour has an energy and an intensity: the energy is of ${energy}, the intensities are of ${series}.`, {
      expected: 'intensities of the hours in which it ran',
    }),
  used: (value: number, hours: number, column: string) =>
    note(
      'hourly-grid',
      `Grid intensity hour by hour: ${atMost(value, 4)}${THIN}g/kWh, the mean of ${hoursText(hours)} weighted by their energy (column ${JSON.stringify(column)}).`,
    ),
  withoutIntensity: (hours: number, all: number, share: number) =>
    warning(
      'hourly-without-intensity',
      `No intensity for ${hours} of ${hoursText(all)} with ${percent(share)} of the energy. The mean intensity of the other hours was used for them.`,
    ),
  withoutEnergy: (hours: number, all: number) =>
    note('hourly-without-energy', `${hours} of ${hoursText(all)} of the recording have no energy. Their intensity is not used.`),
  estimated: (hours: number, all: number) =>
    note('hourly-estimated', `The publisher marks the intensity of ${hours} of ${hoursText(all)} as estimated.`),
  otherZone: (zone: string, place: string) =>
    warning('hourly-other-zone', `The hourly intensities are of zone ${zone}, and the place is ${place}.`, {
      expected: 'the intensities of the zone in which it ran',
    }),
  remark: (file: string, message: string, severity: 'warning' | 'note') =>
    (severity === 'warning' ? warning : note)('hourly-series', `${file}: ${message}`),
} as const;
