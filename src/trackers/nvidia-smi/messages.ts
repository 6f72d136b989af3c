import { error, note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of nvidia-smi reports. */
export const messages = {
  noHeader: () =>
    error('no-header', 'This log of nvidia-smi was written with `noheader`, so its columns are unknown.', {
      expected: 'a first line with the columns of the query, such as `timestamp, index, name, power.draw [W]`',
    }),
  noGpuColumn: () =>
    error('no-gpu-column', 'Several rows have the same time, and no column names the GPU.', {
      expected: 'a column `index`, `uuid` or `pci.bus_id`',
    }),
  unitOfPower: (text: string) =>
    error('log-unit', `Missing or unknown unit of power: ${quoted(text)}.`, {
      expected: 'watts, such as `22.89 W`, or `[W]` in the header',
    }),
  noPower: () => error('no-power', 'No GPU has two power readings in this log.', { expected: 'rows with a number for `power.draw`' }),
  noReading: (rows: number) =>
    warning(
      'no-reading',
      `${rows} rows have no power reading (N/A). The power between the readings around them was interpolated linearly.`,
    ),
  noReadingAtEnds: (rows: number) =>
    warning(
      'no-reading-at-ends',
      `${rows} rows before the first or after the last power reading of a GPU have none. Their time is not counted.`,
    ),
  gpuWithoutPower: (name: string) =>
    warning('gpu-without-power', `${name} has fewer than two power readings. The energy of the log does not include it.`, {
      note: 'nvidia-smi prints [Not Supported] or [N/A] for a card whose power it cannot read.',
    }),
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
  gaps: (count: number, longest: number) =>
    warning(
      'gaps',
      `${count} times there are no rows for more than a minute, and for ${longest} s at most. The power in between was interpolated linearly.`,
    ),
  unevenSamples: (shortest: string, longest: string) =>
    note('uneven-samples', `Samples are ${shortest} to ${longest} s apart. The power between two samples is interpolated linearly.`),
} as const;
