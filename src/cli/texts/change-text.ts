import { atMost, formatted, formattedExactly } from '../../units/format.js';
import type { AssessmentHistory, Change, OtherChange, ValueAt } from '../../verbs/history.js';
import { historyWords as words } from './history-words.js';
import { type Block, pair, strong } from './page.js';

/** Id of the source of figures that the manifest declares and nobody is cited for. */
const manifestSource = 'manifest';

/** One change: why, what the value was, what it is, and how much each line has of it. */
export function changeBlocks(change: Change, { before, now }: AssessmentHistory): readonly Block[] {
  const { cause, what, lines, difference } = change;
  const isOfTables = cause === 'factor' || cause === 'factor-row' || cause === 'default';
  const why = words.causes[cause];
  const isLine = lines.length === 1 && lines[0]?.id === what;
  const hasSides = cause !== 'phase-added' && cause !== 'phase-removed';
  return [
    strong(changeTitle(change)),
    pair(words.difference, signedOf(difference), 2),
    pair(words.cause, isOfTables ? words.editions(why, before.factors, now.factors) : why, 2),
    ...(hasSides ? sideBlocks(change, now.file) : []),
    ...(isLine ? [] : [pair(words.inLines, lines.map(({ id, difference: own }) => `${id} ${signedOf(own)}`).join(', '), 2)]),
  ];
}

/** A value with its phase; a line and a phase have it in their names. */
export function changeTitle({ cause, what, phase }: Change): string {
  const isNamed = /^(?:phase|line)-|^figure$/.test(cause);
  return isNamed ? what : words.of(what, phase);
}

/** An input whose value is the same. */
export function otherBlocks({ what, phase, differs, lines, ...sides }: OtherChange, { now }: AssessmentHistory): readonly Block[] {
  const kinds = differs.map((kind) => words.kinds[kind]);
  return [strong(words.other(words.of(what, phase), kinds), 2), ...sideBlocks(sides, now.file), pair(words.inLines, lines.join(', '), 2)];
}

/** What a value was and is, each with where it is from; what both have in common appears once. */
function sideBlocks({ before, now }: Pick<Change, 'before' | 'now'>, file: string | undefined): readonly Block[] {
  const [earlier, later] = [citation(before), citation(now)];
  const isCommon = earlier === later;
  const given = now?.path ?? before?.path;
  return [
    pair(words.before, figureOf(before), 2),
    ...(isCommon || earlier === undefined ? [] : [pair('', earlier, 2)]),
    pair(words.now, figureOf(now), 2),
    ...(isCommon || later === undefined ? [] : [pair('', later, 2)]),
    ...(isCommon && later !== undefined ? [pair(words.source, later, 2)] : []),
    ...(given === undefined ? [] : [pair(words.given, placeOf(now ?? before, file), 2)]),
  ];
}

function figureOf(side: ValueAt | undefined): string {
  if (side === undefined) return words.none;
  const { name, value, unit = '', low, high, formula, numbers, basis, origin, of, reason } = side;
  if (reason !== undefined) return words.notCounted(reason);
  const number =
    value === undefined
      ? numbers === undefined
        ? (formula ?? words.none)
        : words.calculated(formula, numbers)
      : formattedExactly(Number(value.toPrecision(12)), unit);
  const range =
    low === undefined || high === undefined ? undefined : `${atMost(low, 6)}–${formattedExactly(Number(high.toPrecision(6)), unit)}`;
  const kind = origin === undefined ? basis : `${basis}, ${origin}`;
  return [
    named(name, range === undefined ? number : words.range(number, range)),
    ...(kind === undefined ? [] : [kind]),
    ...(of === undefined ? [] : [of]),
  ].join('; ');
}

function named(name: string | undefined, figure: string): string {
  return name === undefined ? figure : `${name} = ${figure}`;
}

function citation(side: ValueAt | undefined): string | undefined {
  const source = side?.source;
  if (source === undefined || source.id === manifestSource) return undefined;
  return source.year === undefined ? source.title : `${source.title} (${source.year})`;
}

function placeOf(side: ValueAt | undefined, file: string | undefined): string {
  const { path, line, column } = side ?? {};
  return [
    ...(line === undefined ? [] : [[file, line, column].filter((part) => part !== undefined).join(':')]),
    ...(path === undefined ? [] : [path]),
  ].join(', ');
}

function signedOf({ value, unit }: Change['difference']): string {
  const size = formatted({ value: Math.abs(value), unit }).text;
  return value > 0 ? `+${size}` : value < 0 ? `\u2212${size}` : size;
}
