import { error, note, warning } from '../../diagnostics/message.js';

/** What the reader of CodeCarbon reports. */
export const messages = {
  sumOfParts: (sum: number, total: number) =>
    error('sum-of-parts', `The sum of CPU, GPU and RAM is ${sum} kWh, but \`energy_consumed\` is ${total} kWh.`, {
      expected: 'a total that is the sum of its parts',
    }),
  shrinking: (before: number, after: number) =>
    error('not-cumulative', `The energy of the run decreases from ${before} to ${after} kWh.`, {
      expected: 'rows of a run that each include the rows before',
    }),
  runNotMeasured: () =>
    warning('not-measured', 'This run has a duration and an energy of 0 kWh, so it was not measured. Its time is used without an energy.'),
  taskNotMeasured: (seconds: number) =>
    warning(
      'task-not-measured',
      `This task has a duration of ${seconds} s and an energy of 0 kWh, so it was not measured. Its energy is missing from the run.`,
    ),
  taskOfOtherParts: () =>
    warning(
      'task-not-measured',
      'The GPU was measured in other tasks of this run and not in this one, so their energies cannot be added. Only the time of this one is used.',
    ),
  gpuNotMeasured: () =>
    warning(
      'not-measured',
      'The GPU has an energy of 0 kWh, so it was not measured. The energy of this run is that of processors and memory.',
      {
        note: 'GPUs without an energy counter, slices of a GPU, WSL and Jetson report 0.',
      },
    ),
  cpuNotMeasured: () =>
    warning(
      'cpu-not-measured',
      'The processor has an energy of 0 kWh, so it was not measured. The energy of this run is that of the GPU alone.',
      { note: 'The default share of the host includes the memory, whose energy in the log is not used.' },
    ),
  ramNotMeasured: () =>
    warning('ram-not-measured', 'Memory has an energy of 0 kWh, so it was not estimated. The energy of this run does not include it.'),
  onlyMemory: () =>
    warning(
      'cpu-not-measured',
      'The processor has an energy of 0 kWh, so it was not measured. Memory alone is not the energy of a run, so its time is used without an energy.',
    ),
  cumulative: (rows: number) =>
    warning('cumulative-rows', `${rows} rows are of one run, each with the total so far. The last one was used.`),
  guessedPower: () =>
    warning('guessed-power', 'The power of the CPU is 42.5 W throughout, which CodeCarbon assumes for a processor that it does not know.'),
  estimatedRam: () =>
    note(
      'estimated-ram',
      'Memory accounts for more than a tenth of the energy. CodeCarbon estimates it from the size of the memory and does not measure it.',
    ),
  muchRam: () =>
    warning('much-ram', 'Memory accounts for more than a third of the energy.', {
      note: 'CodeCarbon does not measure memory. It estimates 3 W for 8 GB, or 5 W for a module.',
    }),
  noRegion: () => note('no-region', 'The log names a country and no region, as offline trackers do. The grid of the country is used.'),
  cutLine: () =>
    warning('cut-line', 'The last line is cut. It was skipped.', { note: 'This happens when the process is stopped while it writes.' }),
  otherLine: () => warning('other-line', 'This line is no row of CodeCarbon. It was skipped.'),
  columnsMoved: () =>
    note('columns-moved', 'The columns are not in the documented order, as in versions 3.1 to 3.2.3. Each was read by its name.'),
} as const;
