import { error } from '../../diagnostics/message.js';

/** The command whose log has all that an energy needs. */
const query = '`nvidia-smi --query-gpu=timestamp,index,name,power.draw --format=csv -l 1 -f power.csv`';

/** What the reader of nvidia-smi reports. */
export const messages = {
  noHeader: () =>
    error('no-header', 'This log of nvidia-smi was written with `noheader`, so its columns are unknown.', {
      expected: 'a first line with the columns of the query, such as `timestamp, index, name, power.draw [W]`',
    }),
  noTimes: () =>
    error('no-times', 'This log of nvidia-smi has powers and no times, so it gives no energy.', {
      expected: `the log of ${query}`,
      note: 'Or give the average power and the hours in the manifest: `power: 300 W`, `duration: 12 h`.',
    }),
  noDate: () =>
    error('no-date', 'This output of `nvidia-smi dmon` has no date.', {
      expected: `the output with date and time, of \`nvidia-smi dmon -s p -o DT -f power.txt\`; or the log of ${query}`,
    }),
  notALog: (what: string, lacks: string) =>
    error('not-a-power-log', `This is ${what}. It has ${lacks}.`, { expected: `the log of ${query}` }),
} as const;
