import { error, listed, note, warning } from '../diagnostics/message.js';

/** What is reported of runs together. */
export const messages = {
  overlap: (line: number) =>
    warning('overlap', `This run overlaps the run of line ${line}. If both ran on one machine, each has the energy of both.`),
  dies: (name: string, { count, dies }: { readonly count: number; readonly dies: number }) =>
    note(
      'dies-counted',
      `Drivers and schedulers list the ${dies} dies of one ${name} as ${dies} GPUs, so the ${count === 1 ? 'one' : count} in the log ${count === 1 ? 'is' : 'are'} ${count / dies === 1 ? 'one' : count / dies} of them.`,
      { note: `Where the log counts whole modules or boards, add \`accelerators: ${count}\`.` },
    ),
  countryByName: (code: string, name: string) =>
    warning('country-code', `Unknown country code ${JSON.stringify(code)}. The name of the country beside it was used: ${name}.`),
  countriesDiffer: (code: string, name: string) =>
    warning(
      'country-contradicts',
      `The log names the country ${name}, and its code is ${code}, which is another country. The code was used.`,
      {
        note: `If it was ${name}, add \`location: ${name}\`.`,
      },
    ),
  severalDevices: (names: readonly string[]) =>
    warning('several-devices', `The runs used ${listed(names.slice(0, 5))}. None of them was used as the hardware.`, {
      note: 'Give each a phase, or name the device as `hardware:`.',
    }),
  unknownDevice: (name: string) =>
    warning('unknown-device', `Unknown device ${JSON.stringify(name)}, so its embodied emissions are not counted.`, {
      note: 'Give a device that `carboncard factors` finds as `hardware:`, or its embodied emissions.',
    }),
  severalYears: (years: readonly string[], used: string) =>
    warning('several-years', `The runs are of the years ${listed(years)}. The grid of ${used}, the year with the most energy, is used.`, {
      note: 'Give each year a phase.',
    }),
  severalBoundaries: (boundaries: readonly string[]) =>
    error('several-boundaries', `The energies have different boundaries (${listed(boundaries)}), so they can't be added.`, {
      expected: 'a phase for each of them',
    }),
  severalMeasures: (methods: readonly string[]) =>
    error('alternative-measures', `The measures (${listed(methods.slice(0, 5))}) may be of the same energy, so they can't be added.`, {
      expected: 'one of them, selected by `project` in `from`',
    }),
  partlyMetered: () => warning('partly-metered', 'Some of the runs have no energy. The sum does not include it.'),
} as const;
