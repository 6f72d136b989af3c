import { fatal, type LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { type Aside, createAside } from '../power/aside.js';
import type { Sample } from '../power/device.js';
import { messages as powerMessages } from '../power/messages.js';
import { figuresOf, powerIn } from '../power/power-cell.js';
import type { PowerLog } from '../power/power-log.js';
import type { Rejects } from '../power/rejects.js';
import { localSeconds } from '../texts/local-time.js';
import { singleNuls } from '../texts/nul-bytes.js';
import { textLines } from '../texts/text-lines.js';
import type { LogText } from '../tracker.js';
import { messages } from './messages.js';

const power = { column: 'pwr', expected: 'watts, as `dmon` writes them' } as const;

/**
 * Adds the samples of `nvidia-smi dmon -o DT`: columns of figures below a header that is repeated every few lines, such as
 *
 *     #Date       Time        gpu   pwr gtemp mtemp    sm   mem
 *     #YYYYMMDD   HH:MM:SS    Idx     W     C     C     %     %
 *      20240305   12:00:00      0   300    41     -    98    40
 *
 * `pwr` is in whole watts, `-` where it was not read. Without `-o DT` there is no date.
 *
 * @throws {InputError} Where a header has no date, time or power.
 */
export async function addDmon(text: LogText, log: LogReport, rejects: Rejects, samples: PowerLog): Promise<void> {
  const aside = createAside(log, rejects);
  let names: readonly string[] = [];
  let [unfinished, headers] = [0, 0];
  const onUnfinished = (line: number): void => {
    unfinished = line;
  };
  for await (const lines of textLines(singleNuls(text), log, onUnfinished))
    for (const { line, text: raw } of lines) {
      const own = (raw.includes('\0') ? raw.replaceAll('\0', ' ') : raw).trim();
      if (own === '') continue;
      if (own.startsWith('#')) {
        const header = headerIn(own);
        if (header === undefined) continue;
        names = checked(header, line);
        headers += 1;
        continue;
      }
      const row = { line, cells: own.split(/\s+/), isCut: line === unfinished };
      const sample = sampleIn(row, names, log, rejects, aside);
      if (sample === undefined) continue;
      aside.endsBefore();
      samples.add(sample, headers);
    }
  aside.end();
}

interface DmonRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isCut: boolean;
}

function sampleIn(
  { line, cells, isCut }: DmonRow,
  names: readonly string[],
  log: LogReport,
  rejects: Rejects,
  aside: Aside,
): Sample | undefined {
  const reading = cells.length === names.length ? readingIn(cells, names) : undefined;
  if (reading?.seconds !== undefined && 'style' in reading.found) {
    const { device, stamp, seconds: time, found } = reading;
    return { line, device, name: undefined, stamp, time, watts: found.watts };
  }
  if (aside.put(line, cells.join(' '))) return undefined;
  if (isCut) log.report({ ...powerMessages.cutRow(), line });
  else if (reading === undefined) rejects.oddRow(line, cells.length, names.length);
  else rejects.report({ ...('style' in reading.found ? shared.badTime(figuresOf(reading.stamp)) : reading.found), line });
  return undefined;
}

function readingIn(cells: readonly string[], names: readonly string[]) {
  const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
  const date = cell('date');
  const stamp = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${cell('time')}`;
  return { device: cell('gpu'), stamp, seconds: localSeconds(stamp), found: powerIn(cell('pwr'), 'W', power) };
}

/** The names of a header; nothing for the line of units below it. */
function headerIn(line: string): readonly string[] | undefined {
  const names = line.replace(/^#\s*/, '').toLowerCase().split(/\s+/);
  return names.includes('gpu') ? names : undefined;
}

function checked(names: readonly string[], line: number): readonly string[] {
  if (!names.includes('pwr')) throw fatal(messages.notALog('the output of `nvidia-smi dmon`', 'no column `pwr`'), line);
  if (!names.includes('date') || !names.includes('time')) throw fatal(messages.noDate(), line);
  return names;
}
