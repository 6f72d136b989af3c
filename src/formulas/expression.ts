import type { LineInput, Source } from '../assessment/assessment.js';

/**
 * Arithmetic that can be calculated, sampled and printed from one definition.
 *
 * A line's value, its interval and the arithmetic that a reader checks are made from one tree, so they always agree.
 */
export type Expression =
  | { readonly op: 'input'; readonly input: Input }
  | { readonly op: 'constant'; readonly value: number; readonly unit: string }
  | { readonly op: 'product'; readonly factors: readonly Expression[] }
  | { readonly op: 'quotient'; readonly of: Expression; readonly by: Expression }
  | { readonly op: 'sum'; readonly terms: readonly Expression[] }
  | { readonly op: 'difference'; readonly of: Expression; readonly less: Expression }
  /** A difference of two records; 0 where a sample of the one is below the other. Printed as a difference. */
  | { readonly op: 'excess'; readonly of: Expression; readonly over: Expression }
  /** The largest of several: a floor under a figure. */
  | { readonly op: 'max'; readonly of: readonly Expression[] }
  /** The same in another unit. Not printed, since the units beside the numbers show it. */
  | { readonly op: 'converted'; readonly of: Expression; readonly divisor: number }
  | { readonly op: 'step'; readonly step: Step };

/** A number that enters from outside: a record, a factor, an assumption. */
export interface Input
  extends Pick<LineInput, 'name' | 'value' | 'unit' | 'low' | 'high' | 'range' | 'exact' | 'basis' | 'of' | 'origin' | 'path'> {
  /**
   * How samples are distributed between `low` and `high`. `mean`: lognormal with the value as its mean, for defaults that say
   * ×/÷ k. Absent: the value is the median, and each half is scaled to its end.
   */
  readonly centre?: 'mean' | undefined;
  /** Only the part of the value above this is sampled, as of a PUE above 1. */
  readonly above?: number | undefined;
  /** Inputs of one identity have one sample: a grid factor that fifty phases share is one unknown, not fifty. */
  readonly identity: string;
  /** Bounds that no sample exceeds, as 1 for a PUE. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Absent where the manifest declares the number without a citation. */
  readonly source?: Citation | undefined;
}

/** What a number rests on: a publication that the manifest cites, or the source of a factor, which has an id. */
export interface Citation extends Omit<Source, 'id'> {
  readonly id?: string | undefined;
}

/** A named intermediate result: printed on a line of its own, and by its name after that. */
export interface Step {
  readonly name: string;
  readonly unit: string;
  readonly expression: Expression;
}

export const input = (i: Input): Expression => ({ op: 'input', input: i });
export const constant = (value: number, unit = ''): Expression => ({ op: 'constant', value, unit });
export const product = (...factors: readonly Expression[]): Expression => ({ op: 'product', factors });
export const quotient = (of: Expression, by: Expression): Expression => ({ op: 'quotient', of, by });
export const sum = (...terms: readonly Expression[]): Expression =>
  terms.length === 1 && terms[0] !== undefined ? terms[0] : { op: 'sum', terms };
export const difference = (of: Expression, less: Expression): Expression => ({ op: 'difference', of, less });
export const excess = (of: Expression, over: Expression): Expression => ({ op: 'excess', of, over });
export const greatest = (...of: readonly Expression[]): Expression => ({ op: 'max', of });
export const converted = (of: Expression, divisor: number): Expression => ({ op: 'converted', of, divisor });
export const step = (name: string, unit: string, expression: Expression): Expression => ({ op: 'step', step: { name, unit, expression } });

/**
 * The value of an expression.
 *
 * @param numberOf The value of an input: its own, or a sample.
 * @example evaluate(product(constant(3), constant(4))) //=> 12
 */
export function evaluate(e: Expression, numberOf: (i: Input) => number = (i) => i.value): number {
  switch (e.op) {
    case 'input':
      return numberOf(e.input);
    case 'constant':
      return e.value;
    case 'product':
      return e.factors.reduce((value, factor) => value * evaluate(factor, numberOf), 1);
    case 'quotient':
      return evaluate(e.of, numberOf) / evaluate(e.by, numberOf);
    case 'sum':
      return e.terms.reduce((value, term) => value + evaluate(term, numberOf), 0);
    case 'difference':
      return evaluate(e.of, numberOf) - evaluate(e.less, numberOf);
    case 'excess':
      return Math.max(0, evaluate(e.of, numberOf) - evaluate(e.over, numberOf));
    case 'max':
      return Math.max(...e.of.map((one) => evaluate(one, numberOf)));
    case 'converted':
      return evaluate(e.of, numberOf) / e.divisor;
    case 'step':
      return evaluate(e.step.expression, numberOf);
  }
}

/** Expressions that one is made from. */
function children(e: Expression): readonly Expression[] {
  switch (e.op) {
    case 'input':
    case 'constant':
      return [];
    case 'product':
      return e.factors;
    case 'sum':
      return e.terms;
    case 'max':
      return e.of;
    case 'quotient':
      return [e.of, e.by];
    case 'difference':
      return [e.of, e.less];
    case 'excess':
      return [e.of, e.over];
    case 'converted':
      return [e.of];
    case 'step':
      return [e.step.expression];
  }
}

/** The same with other inputs. Steps that several expressions share are still shared: `known` has those that were changed before. */
export function withInputs(e: Expression, change: (i: Input) => Input, known: Map<object, unknown>): Expression {
  const again = (one: Expression): Expression => withInputs(one, change, known);
  const once = <Thing extends object>(one: Thing, make: () => Thing): Thing => {
    const made = (known.get(one) as Thing | undefined) ?? make();
    known.set(one, made);
    return made;
  };
  switch (e.op) {
    case 'input':
      return { op: 'input', input: once(e.input, () => change(e.input)) };
    case 'constant':
      return e;
    case 'product':
      return { op: 'product', factors: e.factors.map(again) };
    case 'sum':
      return { op: 'sum', terms: e.terms.map(again) };
    case 'max':
      return { op: 'max', of: e.of.map(again) };
    case 'quotient':
      return { op: 'quotient', of: again(e.of), by: again(e.by) };
    case 'difference':
      return { op: 'difference', of: again(e.of), less: again(e.less) };
    case 'excess':
      return { op: 'excess', of: again(e.of), over: again(e.over) };
    case 'converted':
      return { op: 'converted', of: again(e.of), divisor: e.divisor };
    case 'step':
      return { op: 'step', step: once(e.step, () => ({ ...e.step, expression: again(e.step.expression) })) };
  }
}

/** All inputs, each once, in the order of their first appearance. */
export function inputsOf(...expressions: readonly Expression[]): readonly Input[] {
  const found = new Set<Input>();
  const walk = (e: Expression): void => {
    if (e.op === 'input') found.add(e.input);
    for (const child of children(e)) walk(child);
  };
  for (const e of expressions) walk(e);
  return [...found];
}

/** All steps, each after those that it needs; a name used twice with the same meaning is one step. */
export function stepsOf(...expressions: readonly Expression[]): readonly Step[] {
  const found = new Map<string, Step>();
  const walk = (e: Expression): void => {
    for (const child of children(e)) walk(child);
    if (e.op === 'step' && !found.has(e.step.name)) found.set(e.step.name, e.step);
  };
  for (const e of expressions) walk(e);
  return [...found.values()];
}

/** How inputs, steps and constants are printed: by name in a formula, as numbers in arithmetic. */
export interface Notation {
  readonly input: (i: Input) => string;
  readonly step: (s: Step) => string;
  readonly constant: (value: number, unit: string) => string;
}

/** How strongly an operator binds; a weaker one inside needs brackets. */
const strength = { sum: 1, difference: 1, excess: 1, product: 2, quotient: 2 } as const;

/** An expression as text, with brackets where they are needed and nowhere else. */
export function print(e: Expression, notation: Notation): string {
  switch (e.op) {
    case 'input':
      return notation.input(e.input);
    case 'constant':
      return notation.constant(e.value, e.unit);
    case 'step':
      return notation.step(e.step);
    case 'converted':
      return print(e.of, notation);
    case 'sum':
      return e.terms.map((term) => print(term, notation)).join(' + ');
    case 'max':
      return `max(${e.of.map((one) => print(one, notation)).join(', ')})`;
    case 'product':
      return e.factors.map((factor) => within(factor, 2, notation)).join(' × ');
    case 'quotient':
      return `${within(e.of, 2, notation)} ÷ ${within(e.by, 3, notation)}`;
    case 'difference':
      return `${print(e.of, notation)} \u2212 ${within(e.less, 2, notation)}`;
    case 'excess':
      return `${print(e.of, notation)} \u2212 ${within(e.over, 2, notation)}`;
  }
}

/** An expression as an operand, in brackets where it binds less than it needs to. */
function within(e: Expression, minimum: number, notation: Notation): string {
  const inner = e.op === 'converted' ? e.of : e;
  const text = print(inner, notation);
  const own = inner.op in strength ? strength[inner.op as keyof typeof strength] : 3;
  return own < minimum ? `(${text})` : text;
}
