import { addingUp } from '../../units/adding-up.js';
import { formatted, grouped, percent, placeOf, plainDecimal, scaleFor, THIN } from '../../units/format.js';
import type { Quantity } from '../../units/quantity.js';
import type { AssessmentHistory, FigureHistory } from '../../verbs/history.js';
import { changeBlocks, changeTitle, otherBlocks } from './change-text.js';
import { historyWords as words } from './history-words.js';
import { type Block, gap, heading, pair, strong, table, text } from './page.js';

/** What changed, for a person: each figure before and now, its difference in parts, and what each part was and is. */
export function historyBlocks(history: AssessmentHistory): readonly Block[] {
  const { model, before, now, figures, others } = history;
  const detailed = detailedOf(figures);
  const changes = detailed.flatMap((figure) => figure.changes);
  const isSame = others.length === 0 && figures.every((figure) => isUnchanged(figure) && !hasOtherInterval(figure));
  return [
    heading(model.name),
    pair(words.before, words.at(before)),
    pair(words.now, words.at(now)),
    ...figures.flatMap((figure) => [gap, ...figureBlocks(figure, detailed.includes(figure))]),
    ...changes.flatMap((change) => [gap, ...changeBlocks(change, history)]),
    ...(isSame ? [gap, text(words.nothing)] : []),
    ...(others.length === 0 ? [] : [gap, text(words.others), ...others.flatMap((other) => [gap, ...otherBlocks(other, history)])]),
  ];
}

/** The figures whose changes are shown: the life cycle has those of development and deployment. */
function detailedOf(figures: readonly FigureHistory[]): readonly FigureHistory[] {
  const parts = figures.filter(({ id }) => id !== 'lifecycle');
  return parts.length === 0 ? figures : parts;
}

function isUnchanged({ difference, changes, rest }: FigureHistory): boolean {
  return difference.value === 0 && changes.length === 0 && rest === undefined;
}

/** The figure, and its difference by what changed it. */
function figureBlocks(figure: FigureHistory, isDetailed: boolean): readonly Block[] {
  const { id, before, now, difference, ratio, changes, rest } = figure;
  const textOf = (q: Quantity | undefined): string => (q === undefined ? words.absent : formatted(q).text);
  const differs = words.differs(signedText(difference), exactText(difference), ratio === undefined ? undefined : percent(ratio));
  const parts = [
    ...changes.map((change) => ({ name: changeTitle(change), value: change.difference.value })),
    ...(rest === undefined ? [] : [{ name: words.rest, value: rest.value }]),
  ];
  return [
    strong(words.title(words.figures[id] ?? id, textOf(before), textOf(now))),
    ...(difference.value === 0
      ? [text(hasOtherInterval(figure) ? words.onlyInterval : words.same, 2)]
      : [pair(words.difference, differs, 2)]),
    pair(words.interval, words.intervals(intervalText(before), intervalText(now)), 2),
    ...(isDetailed && parts.length > 0 ? [text(words.parts, 2), partsTable(parts, difference)] : []),
  ];
}

/** Parts and their sum: with all digits, and rounded; both columns add up as they are printed. */
function partsTable(parts: readonly { readonly name: string; readonly value: number }[], total: Quantity): Block {
  const rows = [...parts.map(({ name }) => name), words.sum];
  const values = parts.map(({ value }) => value);
  const largest = Math.max(...[...values, total.value].map(Math.abs));
  const { unit, size } = scaleFor(largest, total.unit, 3);
  const columnOf = (place: number, textOf: (value: number) => string): readonly string[] => {
    const counts = addingUp(values, total.value, place);
    return [...counts.parts, counts.total].map((count) => sign(count) + textOf(count * place));
  };
  const exactPlace = largest === 0 ? 1 : 10 ** Math.min(0, placeOf(largest, maxDigits));
  const place = largest === 0 ? 0 : placeOf(largest / size, 3);
  const exact = columnOf(exactPlace, (value) => plainDecimal(Math.abs(value), maxDigits));
  const short = columnOf(size * 10 ** place, (value) => grouped(Math.abs(value) / size, Math.max(0, -place)));
  return table(
    rows.map((name, n) => [name, `${exact[n]}${THIN}kg CO₂e`, `${short[n]}${THIN}${unit}`, '']),
    4,
  );
}

/** Digits that a script wants, without the noise of floating point. */
const maxDigits = 12;

export function hasOtherInterval({ before, now }: FigureHistory): boolean {
  return before?.low !== now?.low || before?.high !== now?.high;
}

function intervalText(q: Quantity | undefined): string {
  if (q === undefined) return words.none;
  const { interval, unit } = formatted(q);
  return interval === undefined ? words.noInterval : `${interval}${THIN}${unit}`;
}

function sign(value: number): string {
  return value > 0 ? '+' : value < 0 ? '\u2212' : '';
}

/** `−2616.6 kg CO₂e` */
function exactText({ value }: Quantity): string {
  return `${sign(value)}${plainDecimal(Math.abs(value), maxDigits)}${THIN}kg CO₂e`;
}

/** `+5.57 t CO₂e`, without an interval: that of a difference is not the difference of two. */
function signedText({ value, unit }: Quantity): string {
  return `${sign(value)}${formatted({ value: Math.abs(value), unit }).text}`;
}
