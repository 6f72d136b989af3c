import type { Assessment } from '../../assessment/assessment.js';
import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { AssessedAt, Change, FigureHistory } from './figure-history.js';
import { history, type Origin } from './history.js';

/** An assessment at one of several times; absent where it was removed, or can't be read. */
export interface TimedAssessment {
  readonly origin: Origin;
  readonly assessment?: Assessment | undefined;
  readonly fault?: Diagnostic | undefined;
}

/** What an assessment said at a time, and what changed since the time before. */
export interface TimelineRow extends Partial<Pick<FigureHistory, 'difference'>> {
  readonly at: Origin & Partial<Pick<AssessedAt, 'factors'>>;
  /** The figure; absent where there is none. */
  readonly figure?: FigureHistory['now'];
  /** Whether the figure is the same, and its interval is not. */
  readonly onlyInterval?: true | undefined;
  /** The change with the largest part; absent where the figure is the same. */
  readonly mainCause?: Pick<Change, 'cause' | 'what' | 'phase' | 'difference' | 'before' | 'now'> | undefined;
  /** How many changes there were. */
  readonly changes?: number | undefined;
  /** Why the assessment can't be read. */
  readonly fault?: Diagnostic | undefined;
}

/** What a model's assessment said over time, the oldest first. Plain JSON. */
export interface Timeline {
  readonly asked?: string | undefined;
  /** The manifest. */
  readonly file: string;
  readonly range: string;
  readonly model: { readonly id?: string | undefined; readonly name: string; readonly slug: string };
  /** The total that is shown, or what was asked for. */
  readonly figure: string;
  readonly rows: readonly TimelineRow[];
}

/**
 * The rows of assessments over time.
 *
 * @param timed The oldest first.
 * @throws {InputError} Where no assessment has what was asked for.
 */
export function timelineRows(timed: readonly TimedAssessment[], figure: string, asked?: string): readonly TimelineRow[] {
  let earlier: Assessment | undefined;
  let unknown: InputError | undefined;
  const rows = timed.map(({ origin, assessment, fault }): TimelineRow => {
    if (assessment === undefined) return { at: origin, fault };
    const at = { ...origin, factors: assessment.method.factors };
    try {
      const found = figureOf(earlier ?? assessment, assessment, figure, asked);
      return { at, ...(earlier === undefined ? { figure: found?.now } : changed(found)) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unknown = error;
      return { at };
    } finally {
      earlier = assessment;
    }
  });
  if (unknown !== undefined && rows.every((row) => row.figure === undefined)) throw unknown;
  return rows;
}

function figureOf(before: Assessment, now: Assessment, figure: string, asked: string | undefined): FigureHistory | undefined {
  const unplaced: Origin = { from: 'assessment' };
  const { figures } = history({ before, now }, { before: unplaced, now: unplaced }, asked);
  return figures.find(({ id }) => id === (asked ?? figure));
}

function changed(found: FigureHistory | undefined): Omit<TimelineRow, 'at'> {
  if (found === undefined) return {};
  const { before, now, difference, changes } = found;
  const hasOtherInterval = before?.low !== now?.low || before?.high !== now?.high;
  const [main] = changes.filter((change) => change.difference.value !== 0);
  return {
    figure: now,
    difference,
    onlyInterval: difference.value === 0 && hasOtherInterval ? true : undefined,
    mainCause: main && {
      cause: main.cause,
      what: main.what,
      phase: main.phase,
      difference: main.difference,
      before: main.before,
      now: main.now,
    },
    changes: changes.length,
  };
}
