import type { Assessment, Line, Source } from '../../assessment/assessment.js';
import { arithmeticOf } from './arithmetic.js';
import { causeOf } from './cause.js';
import type { Change, ValueAt } from './figure-history.js';
import { jointOf, type Unknown } from './joint.js';
import { shapley } from './shapley.js';

/** Two assessments of one model. */
export interface Pair {
  readonly before: Assessment;
  readonly now: Assessment;
}

/** One change within a line. */
export interface LineChange extends Pick<Change, 'cause' | 'what' | 'before' | 'now'> {
  readonly line: Line;
  readonly difference: number;
}

/** What changed a line, in parts that add up to its difference. */
export function lineChanges(pair: Pair, earlier: Line | undefined, later: Line | undefined): readonly LineChange[] {
  if (earlier === undefined || later === undefined) return lineAppeared(pair, earlier, later);
  const difference = later.emissions.value - earlier.emissions.value;
  const parts = inParts(pair, earlier, later);
  if (parts !== undefined) return settled(parts, difference);
  return difference === 0
    ? []
    : [{ cause: 'figure', what: later.id, line: later, difference, before: stated(earlier), now: stated(later) }];
}

/** The parts by input and result; nothing where the arithmetic does not give the figures. */
function inParts(pair: Pair, earlier: Line, later: Line): readonly LineChange[] | undefined {
  const [before, now] = [arithmeticOf(earlier), arithmeticOf(later)];
  if (before === undefined || now === undefined) return undefined;
  const joint = jointOf(before, now);
  const changed = [...joint.unknowns.keys()].filter((index) => isOther(joint.unknowns[index]));
  const parts = shapley(changed.length, (has) => joint.result((index) => has(changed.indexOf(index))));
  if (!parts.every(Number.isFinite)) return undefined;
  return changed.flatMap((index, n) => {
    const unknown = joint.unknowns[index];
    if (unknown === undefined) return [];
    const sides = { before: valueAt(unknown, 'before', pair), now: valueAt(unknown, 'now', pair) };
    return [{ ...sides, cause: causeOf(unknown), what: unknown.name, line: later, difference: parts[n] ?? Number.NaN }];
  });
}

function isOther(unknown: Unknown | undefined): boolean {
  return unknown !== undefined && unknown.from !== unknown.to;
}

/** What floating point left over goes to the largest part, so that the parts are the difference. */
function settled(parts: readonly LineChange[], difference: number): readonly LineChange[] {
  const sum = parts.reduce((all, part) => all + part.difference, 0);
  const largest = parts.reduce<LineChange | undefined>(
    (most, part) => (most === undefined || Math.abs(part.difference) > Math.abs(most.difference) ? part : most),
    undefined,
  );
  return parts.map((part) => (part === largest ? { ...part, difference: part.difference + (difference - sum) } : part));
}

function lineAppeared(pair: Pair, earlier: Line | undefined, later: Line | undefined): readonly LineChange[] {
  const line = later ?? earlier;
  if (line === undefined) return [];
  const isAdded = later !== undefined;
  const difference = (later?.emissions.value ?? 0) - (earlier?.emissions.value ?? 0);
  if (!hasPhase(isAdded ? pair.before : pair.now, line))
    return [{ cause: isAdded ? 'phase-added' : 'phase-removed', what: titleOf(isAdded ? pair.now : pair.before, line), line, difference }];
  return [
    {
      cause: isAdded ? 'line-added' : 'line-removed',
      what: line.id,
      line,
      difference,
      before: earlier === undefined ? withoutLine(pair.before, line) : stated(earlier),
      now: later === undefined ? withoutLine(pair.now, line) : stated(later),
    },
  ];
}

function hasPhase({ states }: Assessment, { phase, name }: Line): boolean {
  return states.some((one) => one.phase === phase && one.name === name);
}

/** A phase in words: `Training (104B)`. */
export function titleOf({ phases }: Assessment, { phase, name }: Pick<Line, 'phase' | 'name'>): string {
  return phases.find((facts) => facts.phase === phase && facts.name === name)?.title ?? phase;
}

function stated({ emissions, formula }: Line): ValueAt {
  return { value: emissions.value, unit: emissions.unit, low: emissions.low, high: emissions.high, formula };
}

/** Why an assessment has no such line: the state of its component. */
function withoutLine({ states }: Assessment, { phase, name, component }: Line): ValueAt | undefined {
  const state = states.find((one) => one.phase === phase && one.name === name && one.component === component);
  if (state === undefined) return undefined;
  const inside = state.in === undefined ? [] : [`in ${state.in}`];
  return { reason: [...inside, ...(state.reason === undefined ? [] : [state.reason])].join('; ') };
}

function valueAt({ name, ...sides }: Unknown, side: 'before' | 'now', pair: Pair): ValueAt | undefined {
  const facet = sides[side];
  if (facet === undefined) return undefined;
  if (facet.kind === 'result') return { formula: facet.formula, numbers: facet.numbers };
  const { name: own, source, exact: _, ...rest } = facet.input;
  return { ...rest, name: own === name ? undefined : own, source: sourceOf(pair[side].sources, source) };
}

export function sourceOf(sources: readonly Source[], id: string): Source {
  return sources.find((source) => source.id === id) ?? { id, title: id };
}
