import { defaultManifest } from '../../io/default-paths.js';
import { digitsFor, formattedExactly, scaleFor, significant, THIN } from '../../units/format.js';
import type { Timeline, TimelineRow, ValueAt } from '../../verbs/history.js';
import { historyWords as words } from './history-words.js';
import { type Block, gap, heading, table, text, verbatim } from './page.js';
import { quoted } from './shell-words.js';

/** What the assessments of several revisions said: a row each, the oldest first. */
export function timelineBlocks({ model, range, figure, rows, asked, file }: Timeline): readonly Block[] {
  const largest = Math.max(...rows.map((row) => row.figure?.value ?? 0));
  const scale = scaleFor(largest, 'kgCO2e', 3);
  const revision = rows.find(({ at }) => at.commit !== undefined)?.at;
  return [
    heading(model.name),
    text(words.timeline(words.figures[figure] ?? figure, range, scale.unit)),
    gap,
    table([words.head, ...rows.map((row, n) => cells(row, { isFirst: n === 0, size: scale.size }))]),
    ...(revision === undefined ? [] : [gap, text(words.askForOne), verbatim(command(nameOf(revision), asked, file), 2)]),
  ];
}

function command(revision: string, asked: string | undefined, file: string): string {
  const manifest = file === defaultManifest ? [] : ['-m', file];
  return ['carboncard', 'explain', ...(asked === undefined ? [] : [asked]), '--since', revision, ...manifest].map(quoted).join(' ');
}

/** Figures of one unit, so that a column can be read downwards. */
function cells(row: TimelineRow, { isFirst, size }: { readonly isFirst: boolean; readonly size: number }): readonly string[] {
  const { at, figure, difference } = row;
  return [
    nameOf(at),
    at.date ?? '',
    figure === undefined ? '' : significant(figure.value / size, digitsFor(figure)),
    difference === undefined || difference.value === 0 ? '' : signed(difference.value / size),
    causeOf(row, isFirst),
  ];
}

/** The tag of a commit, else its short id; what is on disk is of now. */
function nameOf({ revision, tags = [], commit }: TimelineRow['at']): string {
  if (commit === undefined) return words.now;
  const short = commit.slice(0, 10);
  return revision ?? tags[0] ?? short;
}

function causeOf({ figure, difference, onlyInterval, mainCause, changes = 0, fault }: TimelineRow, isFirst: boolean): string {
  if (fault !== undefined) return words.notRead(fault.message);
  if (figure === undefined) return words.removed;
  if (difference === undefined) return isFirst ? words.first : words.absent;
  if (mainCause === undefined) return onlyInterval === true ? words.sameOnlyInterval : words.sameFigure;
  const { what, cause, before, now } = mainCause;
  const [earlier, later] = [figureOf(before), figureOf(now)];
  const change = earlier === undefined || later === undefined ? words.causes[cause] : words.fromTo(withoutUnit(earlier, later), later);
  const isWhole = /^(?:phase|line)-|^figure$/.test(cause);
  return words.mainCause(what, isWhole ? words.causes[cause] : change, changes - 1);
}

/** `57` of `57 g CO₂e/kWh`, where what comes after it has the same unit. */
function withoutUnit(figure: string, next: string): string {
  const [number = '', ...unit] = figure.split(THIN);
  return next.endsWith(unit.join(THIN)) && unit.length > 0 ? number : figure;
}

function figureOf(side: ValueAt | undefined): string | undefined {
  if (side?.value === undefined) return undefined;
  return formattedExactly(Number(side.value.toPrecision(6)), side.unit ?? '');
}

function signed(value: number): string {
  return `${value > 0 ? '+' : '\u2212'}${significant(Math.abs(value), 3)}`;
}
