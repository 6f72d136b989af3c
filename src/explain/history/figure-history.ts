import type { InputBasis, LineInput, Source } from '../../assessment/assessment.js';
import type { Quantity } from '../../units/quantity.js';

/** Why a value is another one. */
export const causes = [
  /** The manifest states another value. */
  'manifest',
  /** The same row of the tables has another figure. */
  'factor',
  /** Another row of the tables: of another place, device or year. */
  'factor-row',
  /** A default is another one. */
  'default',
  /** It comes from elsewhere: declared where a default was, say. */
  'evidence',
  /** It is calculated from other inputs. */
  'calculation',
  'phase-added',
  'phase-removed',
  'line-added',
  'line-removed',
  /** The figure of the line is another one, and its formula does not give it. */
  'figure',
] as const;
export type Cause = (typeof causes)[number];

/** A value at one of two times. */
export interface ValueAt
  extends Partial<Pick<LineInput, 'value' | 'unit' | 'low' | 'high' | 'range' | 'of' | 'origin' | 'path' | 'line' | 'column'>> {
  /** Name of the input, where it stands for a result of another name. */
  readonly name?: string | undefined;
  readonly basis?: InputBasis | undefined;
  readonly source?: Source | undefined;
  /** Formula of a result, and the formula with its numbers. */
  readonly formula?: string | undefined;
  readonly numbers?: string | undefined;
  /** Why there is no line: the state of the component then, or now. */
  readonly reason?: string | undefined;
}

/** One input, factor, calculation or line that is not what it was, and how much of the difference it accounts for. */
export interface Change {
  readonly cause: Cause;
  /** Name of the input, the result, the line or the phase. */
  readonly what: string;
  /** Title of the phase; absent where several phases share the change. */
  readonly phase?: string | undefined;
  /** Its part of the difference. */
  readonly difference: Quantity<'kgCO2e'>;
  /** Its part in each line. */
  readonly lines: readonly { readonly id: string; readonly difference: Quantity<'kgCO2e'> }[];
  readonly before?: ValueAt | undefined;
  readonly now?: ValueAt | undefined;
}

/** An input with the same value, and another range, source or evidence. */
export interface OtherChange extends Pick<Change, 'what' | 'phase' | 'before' | 'now'> {
  readonly differs: readonly ('range' | 'source' | 'basis')[];
  readonly lines: readonly string[];
}

/** A figure then and now. The differences of its changes, and the rest where there is one, add up to the difference. */
export interface FigureHistory {
  /** A total, or what was asked for. */
  readonly id: string;
  /** Absent where it did not exist then. */
  readonly before?: Quantity<'kgCO2e'> | undefined;
  /** Absent where it does not exist any more. */
  readonly now?: Quantity<'kgCO2e'> | undefined;
  readonly difference: Quantity<'kgCO2e'>;
  /** Now ÷ then; absent where one of them is missing, or was 0. */
  readonly ratio?: number | undefined;
  /** The largest part first. */
  readonly changes: readonly Change[];
  /** What no line accounts for, as in a file that was edited. */
  readonly rest?: Quantity<'kgCO2e'> | undefined;
}

/** What one of two assessments is. */
export interface AssessedAt {
  /** Edition of the factor tables. */
  readonly factors: string;
  /** Manifest or assessment that it is from. */
  readonly file?: string | undefined;
  /** What was read there: the assessment as it was committed, or a manifest, which this program assessed. */
  readonly from: 'assessment' | 'manifest';
  /** The revision as it was named, and the commit that it is; absent for files on disk. */
  readonly revision?: string | undefined;
  readonly commit?: string | undefined;
  /** Tags of the commit. */
  readonly tags?: readonly string[] | undefined;
  /** Day of the commit, as git has it. */
  readonly date?: string | undefined;
}

/** What changed between two assessments of a model. Plain JSON. */
export interface AssessmentHistory {
  readonly asked?: string | undefined;
  readonly model: { readonly id?: string | undefined; readonly name: string; readonly slug: string };
  readonly before: AssessedAt;
  readonly now: AssessedAt;
  readonly figures: readonly FigureHistory[];
  /** What changed without changing a value. */
  readonly others: readonly OtherChange[];
}
