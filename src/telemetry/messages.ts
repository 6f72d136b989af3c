import { error, listed, note, suggested, warning } from '../diagnostics/message.js';

const rows = (count: number): string => (count === 1 ? 'One row has' : `${count} rows have`);

/** What `collect` reports of telemetry. */
export const messages = {
  // What was named
  nothingToCollect: () =>
    error('nothing-to-collect', 'No telemetry is named.', {
      expected: 'files, or the address of a server, as in `carboncard collect power.csv`',
    }),
  filesAndServer: () =>
    error('files-and-server', 'Files and the address of a server make no measurement together.', { expected: 'one of them' }),

  // Formats
  unknownTelemetry: (names: readonly string[]) =>
    error('unknown-telemetry', 'Unrecognised telemetry.', {
      expected: 'Name the columns: `--columns "time: timestamp, device: gpu, power: power (W)"`',
      note: names.length === 0 ? undefined : `The columns are ${listed(names.slice(0, 20))}.`,
    }),
  relativeTimes: (column: string) =>
    error('relative-times', `The times in \`${column}\` have no date.`, { expected: 'times with a date, or seconds since 1970' }),
  noTelemetryRows: () => error('no-telemetry-rows', 'There is no sample.', { expected: 'rows with a time and a power' }),
  mixedKinds: () =>
    error('mixed-kinds', 'Some files have powers, and others have counters of energy.', {
      expected: 'files of one kind; run `collect` for each kind',
    }),

  // Rows
  oddValues: (count: number, example: string, expected: string) =>
    error('odd-values', `${rows(count)} a value that cannot be read, such as ${JSON.stringify(example.slice(0, 60))}.`, { expected }),
  withoutTime: (count: number) => warning('without-time', `${rows(count)} no valid time. They were skipped.`),
  notAvailable: (count: number) =>
    note('not-available', `${rows(count)} no reading (N/A). The power between the readings around them is a straight line.`),
  duplicates: (count: number) =>
    note('duplicate-samples', `${rows(count)} the device, the time and the value of another. They were counted once.`),

  // Times
  zoneAssumed: () =>
    warning('time-zone-assumed', 'The times name no time zone. They were read as UTC.', {
      expected: '`--time-zone Europe/Paris`, or `--time-zone UTC` where that is right',
    }),
  unknownZone: (zone: string, suggestion?: string) =>
    error('unknown-time-zone', `Unknown time zone ${JSON.stringify(zone)}.`, {
      expected: '`UTC`, `+01:00` or a name such as `Europe/Paris`',
      ...suggested(suggestion),
    }),
} as const;
