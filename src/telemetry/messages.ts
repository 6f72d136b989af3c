import { error, listed, note, suggested, warning } from '../diagnostics/message.js';
import { atMost, THIN } from '../units/format.js';

const rows = (count: number): string => (count === 1 ? 'One row has' : `${count} rows have`);
const optionsText = (flags: readonly string[]): string =>
  `${listed(flags.map((flag) => `\`${flag}\``))} ${flags.length === 1 ? 'is' : 'are'}`;

/** What `collect` reports of telemetry. */
export const messages = {
  // What was named
  nothingToCollect: () =>
    error('nothing-to-collect', 'No telemetry given.', {
      expected: 'files, or the address of a server, as in `carboncard collect power.csv`',
    }),
  filesAndServer: () => error('files-and-server', 'Files and a server address cannot be combined.', { expected: 'one of them' }),
  optionsOfServer: (flags: readonly string[]) =>
    error('options-of-server', `${optionsText(flags)} for a server, but files are named.`, {
      expected: 'the address of a server, or files without such an option',
    }),
  optionsOfFiles: (flags: readonly string[]) =>
    error('options-of-files', `${optionsText(flags)} for files, but a server is named.`, {
      expected: 'files, or the address of a server without such an option',
    }),

  // Formats
  unknownTelemetry: (names: readonly string[]) =>
    error('unknown-telemetry', 'Unrecognised telemetry.', {
      expected: 'Name the columns: `--columns "time: timestamp, device: gpu, power: power (W)"`',
      note: names.length === 0 ? undefined : `The columns are ${listed(names.slice(0, 20))}.`,
    }),
  relativeTimes: (column: string) =>
    error('relative-times', `The times in \`${column}\` have no date.`, { expected: 'times with a date, or seconds since 1970' }),
  dcgmWithoutTimes: () =>
    error('dcgm-without-times', 'This output of `dcgmi dmon` has no times.', {
      expected: "the output with a time in front of each line: `dcgmi dmon -e 155,156 -d 1000 | ts '%Y-%m-%dT%H:%M:%.S'`",
    }),
  dcgmWithoutPower: (fields: readonly string[]) =>
    error('dcgm-without-power', `This output of \`dcgmi dmon\` has neither a power nor an energy; it has ${listed(fields)}.`, {
      expected: 'the fields 155 (power) or 156 (energy): `dcgmi dmon -e 155,156`',
    }),
  noTelemetryRows: () => error('no-telemetry-rows', 'No samples.', { expected: 'rows with a time and a power' }),
  mixedKinds: () =>
    error('mixed-kinds', 'Some files have powers, and others have counters of energy.', {
      expected: 'files of one kind; run `collect` for each kind',
    }),

  invalidColumns: (text: string, known: readonly string[]) =>
    error('invalid-columns', `Invalid columns ${JSON.stringify(text.slice(0, 80))}.`, {
      expected: `names by meaning, such as \`time: timestamp, device: gpu, power: power (W)\`; the meanings are ${listed(known)}`,
    }),
  unknownMeaning: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-meaning', `Unknown meaning of a column: ${JSON.stringify(word.slice(0, 40))}.`, {
      expected: `one of ${listed(known)}`,
      ...suggested(suggestion),
    }),
  powerAndCounter: () => error('power-and-energy', 'Columns are given for the energy and for the power.', { expected: 'one of them' }),

  // Files
  damagedFile: (format: string) =>
    error('damaged-file', `The ${format} file is damaged or cut.`, { expected: 'the whole file: copy it again, or leave it out' }),
  cutFile: (format: string) =>
    error('cut-file', `The ${format} file is damaged, or it ends too early.`, {
      expected: 'the whole file: copy it again, or leave it out',
    }),
  notUtf8: () => error('not-text', 'The file is not UTF-8 text from here on.', { expected: 'text, saved as UTF-8' }),
  unreadableFile: () =>
    error('unreadable', 'The file can no longer be read.', { expected: 'Do not move or change files while `collect` runs' }),
  memoryLimit: (limit: string) =>
    error('memory-limit', `The memory limit is too low: ${limit}.`, { expected: 'a higher one, such as `--memory-limit 4GB`' }),
  invalidMemory: (text: string) =>
    error('invalid-memory-limit', `Invalid limit of memory ${JSON.stringify(text)}.`, { expected: 'a size from 150MB, such as `2GB`' }),

  // Rows
  cutRows: (count: number) =>
    warning(
      'rows-skipped',
      `${count === 1 ? 'One line is not a table row and was' : `${count} lines are not table rows and were`} skipped.`,
      {
        note: 'A tool writes a message between rows, or was stopped while it wrote.',
      },
    ),
  manyRowsSkipped: (count: number, total: number) =>
    error('many-rows-skipped', `Invalid rows: ${count} of ${total} lines.`, {
      expected: 'one cell for each column of the header',
    }),
  oddValues: (count: number, example: string, expected: string) =>
    error('odd-values', `${rows(count)} a value that cannot be read, such as ${JSON.stringify(example.slice(0, 60))}.`, { expected }),
  fewOddValues: (count: number, example: string, expected: string) =>
    warning(
      'odd-values-skipped',
      `${rows(count)} a value that cannot be read, such as ${JSON.stringify(example.slice(0, 60))}. They were skipped.`,
      { expected },
    ),
  manyWithoutTime: (count: number) =>
    error('many-without-time', `${rows(count)} no valid time.`, { expected: 'a time such as 2024-03-05T12:00:00Z in each row' }),
  manyImplausible: (count: number) =>
    error('many-implausible', `${rows(count)} a power that is negative, or higher than the device can take.`, {
      expected: 'the right unit, and `--boundary` where the power is not that of one accelerator',
    }),
  implausible: (negative: number, high: number) =>
    warning(
      'implausible-powers',
      `${rows(negative + high)} a power that is negative, or higher than the device can take. They were skipped.`,
      {
        note: 'The power between the readings around them is a straight line.',
      },
    ),
  conflicts: (count: number, files: number) =>
    error(
      'same-device-twice',
      `${count === 1 ? 'One row repeats' : `${count} rows repeat`} a device and time with a different power: several devices share a name.`,
      {
        expected:
          files > 1
            ? '`--machine-per-file` where each file is of another machine, or the column with it: `--columns "node: hostname, …"`'
            : 'the column with the device, or with the machine: `--columns "device: gpu, node: hostname, …"`',
      },
    ),
  devicesTogether: (files: number) =>
    warning(
      'files-of-one-device',
      `${files} files have a device of one number at the same time. They were read as files of one machine, so the device counts once.`,
      { expected: '`--machine-per-file` where each file is of another machine' },
    ),
  boundaryAssumed: (what = 'The table') =>
    warning('boundary-assumed', `${what} does not say what its powers include. Whole machines were assumed.`, {
      expected: '`--boundary accelerator`, `components`, `node` or `facility`',
    }),
  idleNotTold: () =>
    note('idle-not-told', 'Idle time cannot be distinguished from work: the power limit of the devices is not known.', {
      expected: '`--idle-below` with the power in W below which a device is idle',
    }),
  gaps: (count: number, longest: number, uncovered: number) =>
    warning(
      'telemetry-gaps',
      `${count === 1 ? 'There is one gap' : `There are ${count} gaps`} between samples, ${atMost(longest / 3600e6, 3)}${THIN}h at most. ${atMost(uncovered / 3600e6, 4)}${THIN}h of device time are not covered, and their energy is not counted.`,
    ),
  withoutTime: (count: number) => warning('without-time', `${rows(count)} no valid time. They were skipped.`),
  notAvailable: (count: number) =>
    note('not-available', `${rows(count)} no reading (N/A). The power between the readings around them is a straight line.`),
  duplicates: (count: number, conflicts: number) =>
    note(
      'duplicate-samples',
      `${rows(count)} the device and the time of another. They were counted once.${conflicts === 0 ? '' : ` ${conflicts} of them ${conflicts === 1 ? 'has' : 'have'} another value.`}`,
    ),

  // Times
  zoneAssumed: () =>
    warning('time-zone-assumed', 'The times have no time zone. They were read as UTC.', {
      expected: '`--time-zone Europe/Paris`, or `--time-zone UTC` where that is right',
    }),
  repeatedHour: (count: number, zone: string) =>
    warning(
      'repeated-hour',
      `${rows(count)} a time in the hour that clocks in ${zone} show twice, at the end of summer time. They were read as standard time, the second of the two.`,
      {
        expected: 'telemetry in UTC, or times with their offset',
        note: 'Samples of the first of the two hours are counted as duplicates.',
      },
    ),
  strayTimes: (count: number) =>
    warning('stray-times', `${rows(count)} a time that is more than a year from all others. They were skipped.`, {
      note: 'A clock that is not set yet says 1970; one that ran over says 2038 or 2106.',
    }),
  unknownZone: (zone: string, suggestion?: string) =>
    error('unknown-time-zone', `Unknown time zone ${JSON.stringify(zone)}.`, {
      expected: '`UTC`, `+01:00` or a name such as `Europe/Paris`',
      ...suggested(suggestion),
    }),
} as const;
