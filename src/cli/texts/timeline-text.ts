import { formatted, formattedExactly } from '../../units/format.js';
import type { Timeline, TimelineRow, ValueAt } from '../../verbs/history.js';
import { historyWords as words } from './history-words.js';
import { type Block, gap, heading, table, text, verbatim } from './page.js';

/** What the assessments of several revisions said: a row each, the oldest first. */
export function timelineBlocks({ model, range, figure, rows }: Timeline): readonly Block[] {
  const revision = rows.find(({ at }) => at.commit !== undefined)?.at;
  return [
    heading(model.name),
    text(words.timeline(words.figures[figure] ?? figure, range)),
    gap,
    table([words.head, ...rows.map((row, n) => cells(row, n === 0))]),
    ...(revision === undefined ? [] : [gap, text(words.askForOne), verbatim(`carboncard explain --since ${nameOf(revision)}`, 2)]),
  ];
}

function cells(row: TimelineRow, isFirst: boolean): readonly string[] {
  const { at, figure, difference } = row;
  return [
    nameOf(at),
    at.date ?? '',
    figure === undefined ? '' : formatted(figure).text,
    difference === undefined || difference.value === 0 ? '' : signed(difference.value),
    causeOf(row, isFirst),
  ];
}

/** The tag of a commit, else its short id; a file on disk by its name. */
function nameOf({ revision, tags = [], commit, file = '' }: TimelineRow['at']): string {
  if (commit === undefined) return file;
  const short = commit.slice(0, 10);
  return revision ?? tags[0] ?? short;
}

function causeOf({ figure, difference, onlyInterval, mainCause, changes = 0, fault }: TimelineRow, isFirst: boolean): string {
  if (fault !== undefined) return words.notRead(fault.message);
  if (figure === undefined) return words.removed;
  if (difference === undefined) return isFirst ? words.first : words.absent;
  if (mainCause === undefined) return onlyInterval === true ? words.sameOnlyInterval : words.sameFigure;
  const { what, phase, cause, before, now } = mainCause;
  const [earlier, later] = [figureOf(before), figureOf(now)];
  const change = earlier === undefined || later === undefined ? words.causes[cause] : words.fromTo(earlier, later);
  const isLine = cause === 'line-added' || cause === 'line-removed' || cause === 'figure';
  return words.mainCause(isLine ? what : words.of(what, phase), isLine ? words.causes[cause] : change, changes - 1);
}

function figureOf(side: ValueAt | undefined): string | undefined {
  if (side?.value === undefined) return undefined;
  return formattedExactly(Number(side.value.toPrecision(6)), side.unit ?? '');
}

function signed(value: number): string {
  const size = formatted({ value: Math.abs(value), unit: 'kgCO2e' }).text;
  return value > 0 ? `+${size}` : `\u2212${size}`;
}
