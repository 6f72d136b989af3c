import { InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import { textLines } from '../texts/text-lines.js';
import type { LogText } from '../tracker.js';
import { type Entry, type Gpus, gpusIn, joulesOf, type Listed } from './jobs.js';

type Tell = (sentence: Message, line: number) => void;
type Fail = (sentence: Message) => undefined;

/** The cells of the first line; sacct quotes nothing. */
export function cellsOf(beginning: string): readonly string[] {
  return (/^\uFEFF?\s*([^\r\n]*)/.exec(beginning)?.[1] ?? '').split('|').map((cell) => cell.trim());
}

/** Whether columns stand under one another, over a line of dashes: sacct without `-P` or `-p`. */
export function isFixedWidth(beginning: string): boolean {
  return /^\uFEFF?\s*(?:\S+[ \t]+)*JobID(?:Raw)?(?:[ \t][^\r\n]*)?\r?\n[ \t]*-{3,}[- \t]*(?:\r?\n|$)/.test(beginning.slice(0, 20_000));
}

/** The rows of `sacct -P`, or `-p`, which ends each line with a bar. */
export async function* entriesOfText(text: LogText, tell: Tell): AsyncGenerator<Listed> {
  let header: Header | undefined;
  let firstLine = '';
  let width = 0;
  for await (const lines of textLines(text, (line) => tell(messages.unfinishedRow(), line))) {
    for (const { line, text: row } of lines) {
      const cells = row.split('|');
      if (header === undefined) {
        header = headerOf(row, cells, line);
        [firstLine, width] = [row, cells.length];
        continue;
      }
      if (isFixedWidth(`${firstLine}\n${row}`)) throw new InputError([{ ...messages.slurmFixedWidth(), line: 1, column: 1 }]);
      if (row === firstLine) {
        tell(messages.repeatedHeader(), line);
        continue;
      }
      // A line that ends with a bar has nothing behind it.
      if (cells.length !== width || (header.endsWithBar && cells.at(-1) !== '')) {
        tell(messages.cellCount(cells.length - (header.endsWithBar ? 1 : 0), width - (header.endsWithBar ? 1 : 0)), line);
        continue;
      }
      const listed = listedOf(header, cells, row, line, tell);
      if (listed !== undefined) yield listed;
    }
  }
}

interface Header {
  readonly at: ReadonlyMap<string, number>;
  readonly endsWithBar: boolean;
}

function headerOf(row: string, cells: readonly string[], line: number): Header {
  const endsWithBar = cells.length > 1 && cells.at(-1) === '';
  // Of a column that stands there twice, either says the same.
  const at = new Map(cells.map((name, place) => [name.trim(), place]));
  const missing = at.has('JobID') || at.has('JobIDRaw') ? 'Elapsed' : 'JobID';
  if (/^\s*JobID(?:Raw)?\s/.test(row) && cells.length === 1) throw new InputError([{ ...messages.slurmFixedWidth(), line, column: 1 }]);
  if (missing === 'JobID' || !(at.has('Elapsed') || at.has('ElapsedRaw')))
    throw new InputError([{ ...messages.missingColumn(missing, [...at.keys()]), line, column: 1 }]);
  return { at, endsWithBar };
}

/** `123`, `123_4`, `123_[5-9]`, `123+0`, with `.batch`, `.extern` or `.0` behind it for a step. */
const jobId = /^(\d+(?:_(?:\d+|\[[^\]|]{1,200}\]))?(?:\+\d+)?)(\.[\w+-]{1,40})?$/;

function listedOf({ at }: Header, cells: readonly string[], row: string, line: number, tell: Tell): Listed | undefined {
  let isSound = true;
  const fail: Fail = (sentence) => {
    isSound = false;
    tell(sentence, line);
    return undefined;
  };
  const cell = (column: string): string | undefined => {
    const place = at.get(column);
    const text = place === undefined ? undefined : cells[place]?.trim();
    return text === '' ? undefined : text;
  };
  const [, id, step] = jobId.exec(cell('JobID') ?? cell('JobIDRaw') ?? '') ?? [];
  if (id === undefined) fail(messages.badCell('JobID', cell('JobID') ?? '', 'a number such as 123, 123_4 or 123.batch'));
  const hours = hoursOf(cell('Elapsed'), cell('ElapsedRaw'), fail);
  const joules = energyOf(cell('ConsumedEnergyRaw'), cell('ConsumedEnergy'), fail);
  const gpus = at.has('AllocTRES') ? gpusOf(cell('AllocTRES'), fail) : undefined;
  const [name, state] = [cell('JobName'), cell('State')];
  const clock = (column: string): string | undefined => timeOf(cell(column), column, (sentence) => tell(sentence, line));
  const [started, ended] = [clock('Start'), clock('End')];
  if (!isSound || id === undefined) return undefined;
  const entry: Entry = {
    lines: [line, line],
    ...(hours !== undefined && { hours }),
    ...(joules !== undefined && { joules }),
    ...(name !== undefined && { name }),
    ...(state !== undefined && { state }),
    ...(started !== undefined && { started }),
    ...(ended !== undefined && { ended }),
    ...(gpus !== undefined && { gpus }),
  };
  return { id, isStep: step !== undefined, entry, row };
}

function hoursOf(elapsed: string | undefined, raw: string | undefined, fail: Fail): number | undefined {
  if (elapsed === undefined && raw !== undefined && /^\d{1,12}$/.test(raw)) return Number(raw) / 3600;
  const [, days = '0', ...clock] = /^(?:(\d{1,6})-)?(\d{2,6}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/.exec(elapsed ?? '') ?? [];
  const [hours, minutes, seconds] = clock.map(Number);
  if (hours === undefined || minutes === undefined || seconds === undefined)
    return fail(messages.badCell('Elapsed', elapsed ?? raw ?? '', 'a time such as 1-02:03:04, days first'));
  return Number(days) * 24 + hours + minutes / 60 + seconds / 3600;
}

const prefixes = new Map([
  ['', 1],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
]);

/** Joules, in full or with a letter for thousands; where both stand there, they are checked against each other. */
function energyOf(raw: string | undefined, short: string | undefined, fail: Fail): number | undefined {
  if (raw !== undefined && !/^\d{1,24}(?:\.\d{1,9})?$/.test(raw)) return fail(messages.notANumber('ConsumedEnergyRaw', raw));
  const [, digits, letter = ''] = /^(\d{1,24}(?:\.\d{1,9})?)([KMGTPE]?)$/.exec(short ?? '0') ?? [];
  if (digits === undefined) return fail(messages.notANumber('ConsumedEnergy', short ?? ''));
  const exact = joulesOf(raw === undefined ? undefined : Number(raw));
  const rounded = joulesOf(Number(digits) * (prefixes.get(letter) ?? 1));
  if (exact !== undefined && rounded !== undefined && Math.abs(exact - rounded) > 0.01 * exact + 1)
    return fail(messages.slurmEnergies(exact, rounded));
  return exact ?? rounded;
}

/** `billing=1,cpu=32,gres/gpu:a100=2,gres/gpu=2,mem=250G,node=1`. */
function gpusOf(text: string | undefined, fail: Fail): Gpus | undefined {
  const resources: (readonly [string, number])[] = [];
  for (const item of text?.split(',') ?? []) {
    const [, name, count] = /^([^=]+)=(.*)$/.exec(item) ?? [];
    if (name === undefined || count === undefined)
      return fail(messages.badCell('AllocTRES', '', 'resources such as cpu=32,gres/gpu=2,node=1'));
    if (!name.startsWith('gres/')) continue;
    const [generic, value] = [name.slice('gres/'.length), Number(count)];
    if (!/^(?:gpu|shard|mps)(?::|$)/.test(generic)) continue;
    if (!/^\d{1,9}$/.test(count)) return fail(messages.badCell('AllocTRES', item, 'a count of GPUs, as gres/gpu=2'));
    resources.push([generic, value]);
  }
  return gpusIn(resources);
}

function timeOf(text: string | undefined, column: string, tell: (sentence: Message) => void): string | undefined {
  if (text === undefined || /^(?:Unknown|None|N\/A)$/i.test(text)) return undefined;
  const time = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/.exec(text)?.[0];
  if (time === undefined) tell(messages.unclearTime(column));
  return time;
}
