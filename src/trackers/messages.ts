import type { Sentence } from '../diagnostics/messages.js';

const error = (id: string, message: string, expected: string, note?: string): Sentence => ({
  id,
  severity: 'error',
  message,
  expected,
  ...(note !== undefined && { note }),
});
const warning = (id: string, message: string, note?: string): Sentence => ({
  id,
  severity: 'warning',
  message,
  ...(note !== undefined && { note }),
});

/** Every sentence on a log. */
export const messages = {
  cellCount: (cells: number, columns: number) =>
    error(
      'cell-count',
      `This row has ${cells} cells under ${columns} columns.`,
      'as many cells as columns',
      cells > columns ? 'Two rows may have run into one.' : 'Its cells may have shifted: none can be told from the next.',
    ),
  notCsv: (reason: string) => error('not-csv', `This is not CSV: ${reason}`, 'rows of cells between commas, quotes in pairs'),
  rowTooLong: (limit: string) => error('row-too-long', `This row is longer than ${limit}.`, 'rows with a line break between them'),
  missingColumn: (column: string, found: readonly string[]) =>
    error('missing-column', `There is no column \`${column}\`.`, `it beside ${found.slice(0, 6).join(', ')} …`),
  noRows: () => error('no-rows', 'The log has a header and no row.', 'a row for each run'),
  notANumber: (column: string, text: string) =>
    error(
      'log-not-a-number',
      `\`${column}\` is ${JSON.stringify(text.slice(0, 60))}, which is no number.`,
      'digits with a decimal point, as 0.0123',
      /^\d+,\d+$/.test(text) ? 'It may have a decimal comma: no cell of the row can then be trusted.' : undefined,
    ),
  negative: (column: string, value: number) => error('log-negative', `\`${column}\` is ${value}.`, 'nothing below 0'),
  badCell: (column: string, text: string, expected: string) =>
    error('log-shifted', `\`${column}\` is ${JSON.stringify(text.slice(0, 60))}.`, expected, 'The cells of this row may have shifted.'),
  sumOfParts: (sum: number, total: number) =>
    error(
      'sum-of-parts',
      `CPU, GPU and RAM are ${sum} kWh together, and \`energy_consumed\` says ${total} kWh.`,
      'a total that is their sum',
    ),
  shrinking: (before: number, after: number) =>
    error('not-cumulative', `The run's energy falls from ${before} to ${after} kWh.`, 'rows of one run that add to those above'),
  pueBelowOne: (pue: number) => error('log-pue', `\`pue\` is ${pue}.`, '1 or more'),
  cumulative: (rows: number) => warning('cumulative-rows', `${rows} rows are one run, each with the total so far; the last was taken.`),
  unfinishedRow: () =>
    warning('unfinished-row', 'The last row has no line break behind it.', 'A row that was cut within its last cell looks like this too.'),
  repeatedHeader: () => warning('repeated-header', 'The header stands here again: two logs were joined. It was passed over.'),
  notMeasured: (what: string) =>
    warning(
      'not-measured',
      `${what} has an energy of 0 kWh, which means that it was not measured; it is not counted.`,
      'Cards without an energy counter, WSL and Jetson report 0.',
    ),
  guessedPower: () =>
    warning('guessed-power', 'The CPU drew 42.5 W throughout, which CodeCarbon takes for a processor that it does not know.'),
  overlap: (line: number) =>
    warning('overlap', `This run was going on at the same time as that of line ${line}. On one machine each is charged with all of it.`),
  worldAverage: (value: number, country: string | undefined) =>
    warning(
      'world-average',
      `The tool's own emissions imply ${value} g/kWh, a world average that it falls back to without a word; ${country === undefined ? 'it knew no place' : `the place is ${country}`}.`,
    ),
  farApart: (runs: number) =>
    error(
      'run-far-apart',
      `A run goes on here after ${runs} others have begun, so that its rows can't be told from those of another.`,
      'rows of one run near one another, as the tool appends them',
    ),
  muchRam: () =>
    warning(
      'much-ram',
      'Memory has more than a third of the energy.',
      'CodeCarbon does not measure memory: it reckons 3 W for 8 GB, or 5 W a module.',
    ),
  tooMuchPower: (what: string, watts: number, most: number) =>
    warning(
      'too-much-power',
      `${what} drew ${watts} W on average, more than ${most} W.`,
      'The rating that CodeCarbon took may be of each core, or the processor unknown to it.',
    ),
  badTime: (text: string) =>
    error('log-time', `${JSON.stringify(text.slice(0, 60))} is no time.`, 'a time such as 2024/10/13 03:33:31.779'),
  backwards: () =>
    error('log-backwards', 'The time goes back here.', 'rows of one GPU in the order of time', 'Clocks that were set, or two logs in one.'),
  unitOfPower: (text: string) =>
    error(
      'log-unit',
      `A power of ${JSON.stringify(text.slice(0, 60))} has no unit that is known.`,
      'watts, as `22.89 W`, or `[W]` in the header',
    ),
  noPower: () => error('no-power', 'No GPU has two powers in this log.', 'rows with `power.draw` that are numbers'),
  noGpuColumn: () =>
    error(
      'no-gpu-column',
      'Several rows have one time, and no column says which GPU each is of.',
      'a column `index`, `uuid` or `pci.bus_id`',
    ),
  noReading: (rows: number) => warning('no-reading', `${rows} rows have no power (N/A); the time between was bridged by a straight line.`),
  gaps: (count: number, longest: number) =>
    warning(
      'gaps',
      `${count} times nothing was recorded for over a minute, ${longest} s at the longest; it was bridged by a straight line.`,
    ),
  windowsOverlap: (name: string, other: string, line: number) =>
    error(
      'windows-overlap',
      `The window ${JSON.stringify(name)} lies over ${JSON.stringify(other)} of line ${line}: their energies hold one another.`,
      'a log with the rows of one of them',
    ),
  severalModels: (text: string) => warning('several-accelerators', `${JSON.stringify(text)} names several kinds of card; none was taken.`),

  // What runs come to together
  severalDevices: (names: readonly string[]) =>
    warning(
      'several-devices',
      `The runs had ${names.slice(0, 5).join(', ')}; none was taken.`,
      'A phase for each, or `hardware:` says which.',
    ),
  unknownDevice: (name: string) =>
    warning(
      'unknown-device',
      `Our tables don't know ${JSON.stringify(name)}, so that making it is not counted.`,
      '`hardware:` with a device that `carboncard factors` finds, or its embodied emissions.',
    ),
  severalYears: (years: readonly string[], taken: string) =>
    warning(
      'several-years',
      `The runs are of ${years.join(', ')}; the grid is that of ${taken}, which has the most.`,
      'A phase for each year.',
    ),
  severalBoundaries: (boundaries: readonly string[]) =>
    error(
      'several-boundaries',
      `The runs were metered at different boundaries (${boundaries.join(', ')}), so that their energies don't add.`,
      'a phase for each of them',
    ),
  alternatives: (methods: readonly string[]) =>
    error(
      'alternative-measures',
      `The measures (${methods.slice(0, 5).join(', ')}) may be of the same energy, so that they don't add.`,
      'one of them, chosen by `project` in `from`',
    ),
  partlyMetered: () => warning('partly-metered', 'Some of the runs have no energy; theirs is missing from the sum.'),
} as const;
