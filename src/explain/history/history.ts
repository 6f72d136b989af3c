import type { Assessment, Line } from '../../assessment/assessment.js';
import { InputError } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { totalIds } from '../explanation.js';
import { messages } from '../messages.js';
import { folded, quoted } from '../names.js';
import type { AssessedAt, AssessmentHistory, Change, FigureHistory } from './figure-history.js';
import { type LineChange, lineChanges, type Pair, titleOf } from './line-changes.js';
import { otherChanges } from './other-changes.js';
import { type PairedLine, pairedLines } from './paired-lines.js';

/** What each of two assessments is: where it was read. */
export type Origin = Omit<AssessedAt, 'factors'>;

/**
 * What changed between two assessments of a model, and what each change accounts for.
 *
 * @param asked A line, a phase, a component or a total; else every total.
 * @throws {InputError} Where neither assessment has what was asked for.
 */
export function history(pair: Pair, origins: { readonly before: Origin; readonly now: Origin }, asked?: string): AssessmentHistory {
  const { id, name, slug } = pair.now.model;
  const lines = pairedLines(pair).filter(selection(pair, asked));
  const both = lines.flatMap(([earlier, later]) => (earlier === undefined || later === undefined ? [] : [[earlier, later] as const]));
  return {
    asked,
    model: { id, name, slug },
    before: { factors: pair.before.method.factors, ...origins.before },
    now: { factors: pair.now.method.factors, ...origins.now },
    figures: asked === undefined ? totalFigures(pair, lines) : [partFigure(pair, lines, asked)],
    others: otherChanges(pair, both, (line) => titleOf(pair.now, line)),
  };
}

function selection({ before, now }: Pair, asked: string | undefined): (lines: PairedLine) => boolean {
  if (asked === undefined) return () => true;
  const all = [...now.lines, ...before.lines];
  const word = folded(asked);
  const readings: readonly ((line: Line) => boolean)[] = [
    ({ id }) => id === asked,
    ({ id }) => folded(id) === word,
    () => ['total', 'totals', 'lifecycle'].includes(word),
    ({ phase }) => word === (phase === 'deployment' ? 'deployment' : 'development'),
    ({ phase, name }) => folded(name === undefined ? phase : `${phase}.${name}`) === word,
    ({ phase }) => phase === word,
    ({ component }) => component === word,
  ];
  const reading = readings.find((isMeant) => all.some(isMeant));
  if (reading === undefined) {
    const ids = [...new Set(all.map(({ id }) => id))];
    throw new InputError([messages.unknownLine(asked, ids.map(quoted), nearest(asked, ids, 3).map(quoted))]);
  }
  return ([earlier, later]) => [earlier, later].some((line) => line !== undefined && reading(line));
}

/** Development, deployment and the life cycle, as far as one of the assessments has them. */
function totalFigures(pair: Pair, lines: readonly PairedLine[]): readonly FigureHistory[] {
  return totalIds.flatMap((id) => {
    const [before, now] = [pair.before.totals[id]?.emissions, pair.now.totals[id]?.emissions];
    // The life cycle is there only with a period: without it, its lines are there all the same.
    const isAbsent = id === 'lifecycle' ? before === undefined || now === undefined : before === undefined && now === undefined;
    if (isAbsent) return [];
    const own = lines.filter(([earlier, later]) => id === 'lifecycle' || (id === 'deployment') === isUse(later ?? earlier));
    return [figure(pair, own, { id, before, now })];
  });
}

function isUse(line: Line | undefined): boolean {
  return line?.phase === 'deployment';
}

/** The sum of some lines; the interval is known of one line alone. */
function partFigure(pair: Pair, lines: readonly PairedLine[], id: string): FigureHistory {
  const sumOf = (side: 0 | 1): Quantity<'kgCO2e'> | undefined => {
    const own = lines.flatMap((both) => both[side] ?? []);
    const [first, ...more] = own;
    if (first === undefined || more.length === 0) return first?.emissions;
    return quantity(
      own.reduce((sum, { emissions }) => sum + emissions.value, 0),
      'kgCO2e' as const,
    );
  };
  return figure(pair, lines, { id, before: sumOf(0), now: sumOf(1) });
}

/** Below this share of a figure, a difference is the noise of floating point, as where another version adds in another order. */
const noise = 1e-12;

function figure(
  pair: Pair,
  lines: readonly PairedLine[],
  { id, before, now }: Pick<FigureHistory, 'id' | 'before' | 'now'>,
): FigureHistory {
  const larger = Math.max(before?.value ?? 0, now?.value ?? 0);
  const parts = lines.flatMap(([earlier, later]) => lineChanges(pair, earlier, later));
  const whole = (now?.value ?? 0) - (before?.value ?? 0);
  const difference = parts.length === 0 && Math.abs(whole) <= noise * larger ? 0 : whole;
  const rest = difference - parts.reduce((sum, part) => sum + part.difference, 0);
  const isRest = Math.abs(rest) > noise * larger;
  return {
    id,
    before,
    now,
    difference: quantity(difference, 'kgCO2e' as const),
    ratio: before === undefined || now === undefined || before.value === 0 ? undefined : now.value / before.value,
    changes: together(pair, parts),
    rest: isRest ? quantity(rest, 'kgCO2e' as const) : undefined,
  };
}

/** Changes of one value in several lines are one change. The largest comes first. */
function together(pair: Pair, parts: readonly LineChange[]): readonly Change[] {
  const groups = new Map<string, LineChange[]>();
  for (const part of parts) {
    const key = keyOf(part);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const changes = [...groups.values()].map((all): Change => {
    const [{ cause, what, before, now } = { cause: 'figure', what: '' } as const] = all;
    const titles = new Set(all.map(({ line }) => titleOf(line === undefined ? pair.now : sideOf(pair, line), line)));
    return {
      cause,
      what,
      phase: titles.size === 1 ? [...titles][0] : undefined,
      difference: quantity(
        all.reduce((sum, part) => sum + part.difference, 0),
        'kgCO2e' as const,
      ),
      lines: all.map(({ line, difference }) => ({ id: line.id, difference: quantity(difference, 'kgCO2e' as const) })),
      before,
      now,
    };
  });
  const size = ({ difference }: Change): number => Math.abs(difference.value);
  return changes.sort((a, b) => size(b) - size(a));
}

/** A value of the tables or of a site is one for all phases; what a phase states, or calculates, is its own. */
function keyOf({ cause, what, line, before, now }: LineChange): string {
  if (cause === 'phase-added' || cause === 'phase-removed') return JSON.stringify([cause, line.phase, line.name]);
  const isLine = cause === 'line-added' || cause === 'line-removed' || cause === 'figure';
  if (isLine) return JSON.stringify([cause, line.id]);
  const isOfPhase = cause === 'calculation' || [before, now].some((side) => side?.path === undefined || /^phases\b/.test(side.path));
  const isOfTable = cause === 'factor' || cause === 'factor-row' || cause === 'default';
  const place = isOfPhase && !isOfTable ? [line.phase, line.name] : [];
  const values = [before, now].map((side) => side && [side.value, side.unit, side.of, side.basis, side.formula, side.source?.title]);
  return JSON.stringify([cause, what, place, values]);
}

function sideOf({ before, now }: Pair, { id }: Line): Assessment {
  return now.lines.some((line) => line.id === id) ? now : before;
}
