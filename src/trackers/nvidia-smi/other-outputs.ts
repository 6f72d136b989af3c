import type { Message } from '../../diagnostics/message.js';
import { messages } from './messages.js';

/** The header of `nvidia-smi dmon`: names above units, both behind `#`. */
const dmonHeader = /^#\s*(?:Date\s+)?(?:Time\s+)?gpu\s[^\n]*\n#\s*(?:YYYYMMDD\s+)?(?:HH:MM:SS\s+)?Idx\s/im;

/** A line of powers alone, as `--query-gpu=power.draw --format=csv,noheader` writes it. */
const powersAlone = /^(?:\d+, )?\d+(?:\.\d+)? W\r?\n(?:(?:\d+, )?\d+(?:\.\d+)? W\r?\n)/;

/** Other outputs of nvidia-smi, from which no energy can be calculated, each with what it is. */
const others: readonly (readonly [RegExp, () => Message])[] = [
  [powersAlone, messages.noTimes],
  [/^#\s*(?:Date\s+)?(?:Time\s+)?gpu\s+pid\s/im, () => messages.notALog('the output of `nvidia-smi pmon`', 'processes, and no power')],
  [/^=+\s*NVSMI LOG\s*=+\s*$/m, () => messages.notALog('the output of `nvidia-smi -q`', 'one reading of each value, and no series')],
  [/^\|\s*NVIDIA-SMI \d/m, () => messages.notALog('the table that `nvidia-smi` prints', 'one reading of each GPU, and no series')],
  [/<nvidia_smi_log>/, () => messages.notALog('the output of `nvidia-smi -q -x`', 'one reading of each value, and no series')],
  [/^GPU \d+: .*\(UUID: /m, () => messages.notALog('the output of `nvidia-smi -L`', 'the names of GPUs, and no power')],
  [/^NVIDIA-SMI has failed/m, () => messages.notALog('an error message of nvidia-smi', 'no readings')],
];

/** Below these characters, tables may follow. */
const headOf = (beginning: string): string => beginning.slice(0, 4096).replace(/^\uFEFF/, '');

export const isDmon = (beginning: string): boolean => dmonHeader.test(headOf(beginning));

/** What another output of nvidia-smi is, and what to ask the tool for. */
export function otherOutput(beginning: string): Message | undefined {
  const head = headOf(beginning);
  return others.find(([shape]) => shape.test(head))?.[1]();
}
