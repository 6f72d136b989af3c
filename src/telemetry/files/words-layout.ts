import { InputError } from '../../diagnostics/diagnostic.js';
import { messages as smi } from '../../trackers/nvidia-smi/messages.js';
import { momentIn } from '../../trackers/texts/moment.js';
import { messages } from '../messages.js';
import type { Layout, ValueColumn } from './layout.js';

const none = {
  storage: 'words',
  delimiter: '',
  decimalComma: false,
  isPadded: false,
  unread: [],
  host: undefined,
  model: undefined,
  label: undefined,
  boundary: 'accelerator',
} as const;

/**
 * `nvidia-smi dmon -o DT`: columns of figures below a header that is repeated, with a date and a time in front, `gpu`, and `pwr` in W.
 *
 * @throws {InputError} Where it has no date, or no power.
 */
export function dmonLayout(text: string): Layout {
  const header = text.split(/\r?\n/).find((line) => /^#.*\bgpu\b/i.test(line)) ?? '';
  const names = header.replace(/^#\s*/, '').trim().toLowerCase().split(/\s+/);
  const place = (name: string): number => names.indexOf(name);
  if (place('pwr') < 0)
    throw new InputError([{ ...smi.notALog('the output of `nvidia-smi dmon`', 'no column `pwr`'), line: 1, column: 1 }]);
  if (place('date') < 0 || place('time') < 0) throw new InputError([{ ...smi.noDate(), line: 1, column: 1 }]);
  return {
    ...none,
    format: 'nvidia-smi-dmon',
    kind: 'power',
    names,
    time: { at: [place('date'), place('time')], kind: 'local', factor: 1 },
    values: [value('pwr', place('pwr'), 1)],
    device: place('gpu'),
  };
}

const value = (name: string, at: number, size: number): ValueColumn => ({ at, name, size, cellUnit: undefined, device: undefined });

/** The header of `dcgmi dmon`, with what a program may have put in front of each line. */
const dcgmHeader = /^([^#\r\n\u2028\u2029]*)#[ \t]*Entity[ \t]+(\S.*)?$/im;

export const isDcgm = (text: string): boolean => dcgmHeader.test(text.slice(0, 4096));

/**
 * `dcgmi dmon -e 155,156`: columns between blanks, below a header that is repeated. `POWER` is field 155 in W, `TOTEC` field 156, the
 * energy since the driver was loaded, in mJ. A row begins with `GPU 0`. The tool writes no times; a program such as `ts` puts them in
 * front of each line. Where both fields are there, the counter is read: it misses no moment.
 *
 *     2024-03-05T12:00:00.000000 #Entity   POWER   TOTEC
 *     2024-03-05T12:00:00.000000 ID        W       mJ
 *     2024-03-05T12:00:00.000000 GPU 0     302.1   2560030411
 *
 * @throws {InputError} Where it has no times, or neither field.
 */
export function dcgmLayout(text: string): Layout {
  const [, , fields = ''] = dcgmHeader.exec(text) ?? [];
  const words = fields.trim().split(/\s+/);
  const row = text.split(/\r?\n/).find((line) => /(?:^|\s)GPU\s+\d+\s/.test(line)) ?? '';
  const before = row
    .slice(0, row.search(/(?:^|\s)GPU\s+\d/))
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const moment = momentIn(before.join(' ').replace(/[\]:]$/, ''));
  if (moment === undefined || moment.kind === 'relative') throw new InputError([{ ...messages.dcgmWithoutTimes(), line: 1, column: 1 }]);
  const [power, energy] = [words.indexOf('POWER'), words.indexOf('TOTEC')];
  if (power < 0 && energy < 0) throw new InputError([{ ...messages.dcgmWithoutPower(words), line: 1, column: 1 }]);
  const first = before.length + 2;
  const isCounter = energy >= 0;
  return {
    ...none,
    format: 'dcgm',
    kind: isCounter ? 'counter' : 'power',
    names: [...before.map((_, at) => `time ${at + 1}`), 'entity', 'number', ...words],
    time: {
      at: before.map((_, at) => at),
      kind: moment.kind,
      factor: moment.kind === 'epoch' ? Math.round((moment.seconds * 1e6) / Number(before[0])) : 1,
    },
    values: [isCounter ? value('TOTEC', first + energy, 1e-3) : value('POWER', first + power, 1)],
    device: before.length + 1,
    marked: { at: before.length, word: 'GPU' },
  };
}
