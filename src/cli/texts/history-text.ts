import { atMost, formatted, formattedExactly, percent, THIN } from '../../units/format.js';
import type { Quantity } from '../../units/quantity.js';
import type { AssessmentHistory, Change, FigureHistory, OtherChange, ValueAt } from '../../verbs/history.js';
import { historyWords as words } from './history-words.js';
import { type Block, gap, heading, pair, strong, table, text } from './page.js';
import { exactText } from './total-text.js';

/** What changed, for a person: each figure then and now, its difference in parts, and what each part was and is. */
export function historyBlocks(history: AssessmentHistory): readonly Block[] {
  const { model, then, now, figures, others } = history;
  // The life cycle has the changes of the other two.
  const detailed = figures.length > 2 ? figures.filter(({ id }) => id !== 'lifecycle') : figures;
  const changes = detailed.flatMap((figure) => figure.changes);
  const isSame = figures.every(({ difference, changes: own }) => difference.value === 0 && own.length === 0);
  return [
    heading(model.name),
    pair(words.then, words.at(then)),
    pair(words.now, words.at(now)),
    ...figures.flatMap((figure) => [gap, ...figureBlocks(figure, detailed.includes(figure))]),
    ...changes.flatMap((change) => [gap, ...changeBlocks(change, history)]),
    ...(isSame && others.length === 0 && !figures.some(hasOtherInterval) ? [gap, text(words.nothing)] : []),
    ...(others.length === 0 ? [] : [gap, strong(words.others), ...others.flatMap(otherBlocks)]),
  ];
}

/** The figure, and its difference by what changed it. */
function figureBlocks(figure: FigureHistory, isDetailed: boolean): readonly Block[] {
  const { id, then, now, difference, ratio, changes, rest } = figure;
  const textOf = (q: Quantity | undefined): string => (q === undefined ? words.absent : formatted(q).text);
  const isSame = difference.value === 0;
  const rows = changes.map((change) => [
    words.of(change.what, change.phase),
    signed(change.difference),
    signedShort(change.difference),
    '',
  ]);
  const restRow = rest === undefined ? [] : [[words.rest, signed(rest), signedShort(rest), '']];
  return [
    strong(words.title(words.figures[id] ?? id, textOf(then), textOf(now))),
    ...(isSame
      ? [text(hasOtherInterval(figure) ? words.onlyInterval : words.same, 2)]
      : [
          pair(
            words.difference,
            words.differs(signedShort(difference), signed(difference), ratio === undefined ? undefined : words.ratio(percent(ratio))),
            2,
          ),
        ]),
    pair(words.interval, words.intervals(intervalText(then), intervalText(now)), 2),
    ...(isDetailed && changes.length > 0
      ? [text(words.parts, 2), table([...rows, ...restRow, [words.sum, signed(difference), signedShort(difference), '']], 4)]
      : []),
  ];
}

function hasOtherInterval({ then, now }: FigureHistory): boolean {
  return then?.low !== now?.low || then?.high !== now?.high;
}

function changeBlocks(change: Change, { then, now }: AssessmentHistory): readonly Block[] {
  const { cause, what, phase, lines, difference } = change;
  const isOfTables = cause === 'factor' || cause === 'factor-row' || cause === 'default';
  const why = words.causes[cause];
  return [
    strong(words.of(what, phase)),
    pair(words.difference, signedShort(difference), 2),
    pair(words.cause, isOfTables ? words.editions(why, then.factors, now.factors) : why, 2),
    ...sideBlocks(words.then, change.then, then.file),
    ...sideBlocks(words.now, change.now, now.file),
    ...(lines.length === 1 && lines[0]?.id === what ? [] : [pair(words.inLines, lines.map(lineText).join(', '), 2)]),
  ];
}

function lineText({ id, difference }: Change['lines'][number]): string {
  return `${id} ${signedShort(difference)}`;
}

/** What a value was or is: the number with its range, then where it is from. */
function sideBlocks(label: string, side: ValueAt | undefined, file: string | undefined): readonly Block[] {
  if (side === undefined) return [pair(label, words.none, 2)];
  const { value, unit, formula, numbers, reason, of, source, path, line, column } = side;
  const figure = value === undefined || unit === undefined ? (numbers ?? formula) : formattedExactly(Number(value.toPrecision(12)), unit);
  const basis = side.basis === undefined ? [] : [side.origin === undefined ? side.basis : `${side.basis}, ${side.origin}`];
  const place = path === undefined ? [] : [[file, line, column].filter((part) => part !== undefined).join(':'), path];
  const cited =
    source === undefined || source.id === 'manifest' ? [] : [source.year === undefined ? source.title : `${source.title} (${source.year})`];
  const after = [...(of === undefined ? [] : [of]), ...cited, ...place];
  return [
    pair(
      label,
      [...(figure === undefined ? [] : [figure]), ...rangeOf(side), ...basis, ...(reason === undefined ? [] : [reason])].join('; '),
      2,
    ),
    ...(after.length === 0 ? [] : [pair('', after.join('; '), 2)]),
  ];
}

function rangeOf({ low, high, unit = '' }: ValueAt): readonly string[] {
  if (low === undefined || high === undefined) return [];
  return [`${atMost(low, 6)}–${formattedExactly(Number(high.toPrecision(6)), unit)}`];
}

function otherBlocks({ what, phase, differs, then, now, lines }: OtherChange): readonly Block[] {
  return [
    text(
      words.other(
        what,
        phase,
        differs.map((kind) => words.kinds[kind]),
      ),
      2,
    ),
    ...sideBlocks(words.then, then, undefined),
    ...sideBlocks(words.now, now, undefined),
    pair(words.inLines, lines.join(', '), 2),
  ];
}

function intervalText(q: Quantity | undefined): string {
  if (q === undefined) return words.none;
  const { interval, unit } = formatted(q);
  return interval === undefined ? words.noInterval : `${interval}${THIN}${unit}`;
}

/** With all its digits and its sign: `−2616.6 kg CO₂e`. */
function signed(q: Quantity): string {
  return `${q.value > 0 ? '+' : ''}${exactText({ value: q.value, unit: q.unit })}`;
}

function signedShort(q: Quantity): string {
  return `${q.value > 0 ? '+' : ''}${formatted({ value: q.value, unit: q.unit }).text}`;
}
