import { error, listed, warning } from '../diagnostics/message.js';

/** What is reported of runs together. */
export const messages = {
  overlap: (line: number) =>
    warning('overlap', `This run overlaps the run of line ${line}. If both ran on one machine, each has the energy of both.`),
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
      note: '`run`, `project` or `since` in `from` select runs. `carboncard init` writes a phase for each.',
    }),
  severalMeasures: (methods: readonly string[]) =>
    error('alternative-measures', `The measures (${listed(methods.slice(0, 5))}) may be of the same energy, so they can't be added.`, {
      expected: 'one of them, selected by `project` in `from`',
    }),
  /** @param device Whose rated power is known. */
  partlyMetered: (what: string, device: string | undefined) =>
    warning(
      'partly-metered',
      device === undefined
        ? `Not counted: the electricity of ${what}, for which the log has no energy. It is unknown on which device, or on how many, it ran.`
        : `The log has no energy of ${what}. It is calculated from the rated power of ${device}, and added.`,
      device === undefined ? { note: 'Give the device as `hardware:`, and `unmetered_hours:` in hours of accelerators.' } : undefined,
    ),
  hostPartlyMetered: (without: number, runs: number) =>
    warning('partly-metered', `${without} of ${runs} runs have no energy of processors and memory. It is not included.`),
  cardNotCounted: (card: string) => warning('card-not-counted', `Not counted: the electricity of ${card}. It has no power readings.`),
  acceleratorsCalculated: (device: string) =>
    warning(
      'accelerators-not-measured',
      `The GPUs were not measured: the energy in the log is of processors and memory. That of the GPUs is calculated from the rated power of ${device}.`,
      { note: 'Tools write 0 for a GPU that they cannot read: one without an energy counter, in WSL, on Jetson, or a slice of a GPU.' },
    ),
  acceleratorsNotCounted: (why: string) =>
    warning(
      'accelerators-not-measured',
      `Not counted: the electricity of the GPUs. It was not measured, and ${why}. The energy in the log is of processors and memory.`,
      { note: 'Give the GPUs as `hardware:`, or their energy.' },
    ),
  idleCards: (idle: number, cards: number) =>
    warning(
      'unused-cards',
      `${idle} of ${cards} GPUs never took more than a third of the average of the busiest one. Were all ${cards} used?`,
      { note: 'Tools list every GPU of a machine. Give those that were used as `accelerators:`.' },
    ),
  unusedCards: (cards: number, watts: string, share: string, device: string) =>
    warning(
      'unused-cards',
      `The average power of the ${cards} GPUs is ${watts}\u202fW each, ${share} of the rated power of ${device}. Were all ${cards} used?`,
      { note: 'Tools list every GPU of a machine. Give those that were used as `accelerators:`.' },
    ),
} as const;
