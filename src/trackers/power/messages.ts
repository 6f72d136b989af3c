import { error, note, warning } from '../../diagnostics/message.js';
import { atMost, formatted, THIN } from '../../units/format.js';
import { quoted } from '../messages.js';

/** What is skipped, and what that means for the energy. */
export const skipped = 'It was skipped, and the power between the readings around it was interpolated linearly.';

/** What is skipped between two recordings, or at the end of one. */
export const skippedBeside = 'It was skipped.';

/** Watts in full, so that they can be found in the log. */
const watts = (value: number): string => `${atMost(value, 12)}${THIN}W`;
const kWh = (joules: number): string => formatted({ value: joules / 3.6e6, unit: 'kWh' }).text;
const times = (count: number): string => (count === 1 ? 'Once' : `${count} times`);

/** What every reader of a power over time reports. */
export const messages = {
  // Rows
  notRows: (first: number, last: number) =>
    error('not-a-reading', `${linesText(first, last)}.`, {
      expected: 'a row with a time and a power',
    }),
  endsInText: (first: number, last: number) =>
    warning('ends-in-text', `${linesText(first, last)}. What is above was read.`, {
      note: 'The tool stopped here, or lost the GPU. Time without a reading at the end is not counted.',
    }),
  onlyText: () =>
    error('only-text', 'The log has no reading. It has a message of the tool here.', { expected: 'rows with a time and a power' }),
  cutRow: () =>
    warning('cut-row', 'The last row is cut. It was skipped.', { note: 'This happens when the tool is stopped while it writes.' }),
  nulBytes: () =>
    warning('nul-bytes', 'There are NUL bytes here. They were skipped.', { note: 'They remain when a machine crashes while it writes.' }),

  // Powers
  unitOfPower: (text: string, expected: string) => error('log-unit', `Missing or unknown unit of power: ${quoted(text)}.`, { expected }),
  impossiblePower: (power: number, highest: number) =>
    error(
      'impossible-power',
      power < 0
        ? `A power of ${watts(power)} is negative.`
        : `A power of ${watts(power)} is not possible here: it is above ${watts(highest)}.`,
      { expected: `a power between 0 and ${watts(highest)}` },
    ),
  noPower: (what: string, column: string) =>
    error('no-power', `No ${what} has two power readings in this log.`, { expected: `rows with a number for \`${column}\`` }),
  noReading: (rows: number) =>
    warning(
      'no-reading',
      `${rows === 1 ? 'One row has' : `${rows} rows have`} no power reading (N/A). The power between the readings around them was interpolated linearly.`,
    ),
  noReadingAtEnds: (rows: number) =>
    warning(
      'no-reading-at-ends',
      rows === 1
        ? 'One row before the first or after the last power reading of a GPU has none. Its time is not counted.'
        : `${rows} rows before the first or after the last power reading of a GPU have none. Their time is not counted.`,
    ),
  withoutPower: (name: string, why: string | undefined) =>
    warning('gpu-without-power', `${name} has fewer than two power readings. The energy of the log does not include it.`, { note: why }),
  secondaryDies: (secondary: number, modules: number) =>
    note(
      'secondary-dies',
      `${secondary} of ${secondary + modules} GPUs ${secondary === 1 ? 'has' : 'have'} no power of ${secondary === 1 ? 'its' : 'their'} own: on AMD MI250 the first die of each module reports the power of both. ${modules === 1 ? 'One module is' : `${modules} modules are`} counted.`,
      { note: 'If these are cards of one die each, the silent ones were not measured.' },
    ),

  // Times
  backwards: (seconds: number) =>
    error('log-backwards', `The time is ${atMost(seconds, 3)} s earlier than in the row before.`, {
      expected: 'rows of each GPU in chronological order',
      note: 'A clock may have been set back, or two logs may have been joined.',
    }),
  strayTime: (seconds: number) =>
    error('stray-time', `The time is ${atMost(seconds, 3)} s ahead of the rows around it.`, {
      expected: 'rows of each GPU in chronological order',
    }),
  clockSetBack: (seconds: number) =>
    error('clock-set-back', `The clock was set back by about ${atMost(seconds, 3)} s here.`, {
      expected: 'rows of each GPU in chronological order',
      note: 'Summer time may have ended. The energy between these two rows is not counted; what follows is.',
    }),
  longPause: (seconds: number) =>
    error('long-pause', `There are no rows for ${atMost(seconds / 86_400, 3)} days before this one.`, {
      expected: 'rows less than a day apart',
      note: 'The recording was stopped, or the clock was set. That time is not counted.',
    }),
  noDeviceColumn: (expected: string) =>
    error('no-gpu-column', 'Several rows have the same time, and no column names the GPU.', { expected }),
  bundles: (expected: string) =>
    error('no-gpu-column', 'The rows come in bundles, as those of several GPUs do, and no column names the GPU.', { expected }),

  otherKindOfTime: (time: string) =>
    error('other-kind-of-time', `The time ${quoted(time)} is of another kind than those above.`, {
      expected: 'times that are all dates, or all counted from the start',
    }),

  // Columns
  noTimeColumn: () =>
    error('no-time-column', 'No column is given for the time of the powers.', {
      expected: 'the column with the time too, such as `columns: { time: timestamp, power: power (W) }`',
    }),
  noPowerColumn: () =>
    error('no-power-column', 'No column is given for the power.', {
      expected: 'the column with the power too, such as `columns: { time: timestamp, power: power (W) }`',
    }),
  powerAndEnergy: () =>
    error('power-and-energy', 'Columns are given for the energy and for the power.', {
      expected: 'one of them: the energy is the integral of the power',
    }),
  noSuchColumn: (name: string, near: string | undefined, found: readonly string[]) =>
    error('missing-column', `Unknown column ${JSON.stringify(name)}.`, {
      expected: near === undefined ? `one of ${found.slice(0, 12).join(', ')}` : `${JSON.stringify(near)}, perhaps`,
    }),

  tooManyRuns: (limit: number) =>
    error('too-many-runs', `This table has more than ${limit} runs, and ${limit} are read at most.`, {
      expected: 'a table with fewer runs: export a selection of them, or several files',
    }),

  // Recordings
  recordingWithoutPower: () =>
    warning('recording-without-power', 'This recording, up to the next header, has no GPU with two power readings. It is not counted.'),
  newRecording: (seconds: number) =>
    warning(
      'new-recording',
      seconds < 0
        ? 'The header is repeated, and the time after it is earlier: another recording was joined. It is a run of its own.'
        : `The header is repeated after ${seconds} s without rows: the recording was stopped. What follows is a run of its own.`,
      { note: 'The time between two recordings is not counted.' },
    ),
  gaps: (count: number, longest: number, seconds: number, joules: number, total: number) =>
    warning(
      'gaps',
      `${times(count)} there are no readings for more than a minute: ${atMost(seconds, 4)} s in all, and ${atMost(longest, 4)} s at most. The power in between was interpolated linearly, which is ${kWh(joules)} of ${kWh(total)}.`,
    ),
  powerSpike: (peak: number, mean: number, joules: number, total: number) =>
    warning(
      'power-spike',
      `One reading is ${watts(peak)}, and the others are ${atMost(mean, 4)}${THIN}W on average. It adds ${kWh(joules)} to the energy, which is ${kWh(total)} with it.`,
      { note: 'If the meter failed in this row, remove the row: the power between those around it is interpolated.' },
    ),
  unevenSamples: (shortest: string, longest: string) =>
    note('uneven-samples', `Samples are ${shortest} to ${longest} s apart. The power between two samples is interpolated linearly.`),
} as const;

function linesText(first: number, last: number): string {
  return first === last
    ? `Line ${first} is no reading: it is a message of the tool`
    : `Lines ${first} to ${last} are no reading: they are messages of the tool`;
}
