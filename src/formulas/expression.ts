import type { Basis } from '../assessment/assessment.js';

/**
 * Arithmetic that can be calculated, sampled and printed from one definition.
 *
 * A line's value, its interval and the arithmetic that a reader checks are made from the same tree, so none of them can
 * say something that the others do not.
 */
export type Expression =
  | { readonly op: 'input'; readonly input: Input }
  | { readonly op: 'constant'; readonly value: number; readonly unit: string }
  | { readonly op: 'product'; readonly factors: readonly Expression[] }
  | { readonly op: 'quotient'; readonly of: Expression; readonly by: Expression }
  | { readonly op: 'sum'; readonly terms: readonly Expression[] }
  | { readonly op: 'difference'; readonly of: Expression; readonly less: Expression }
  /** A difference of two records that is nothing where a draw of the one falls below the other; printed as a difference. */
  | { readonly op: 'excess'; readonly of: Expression; readonly over: Expression }
  /** Another unit for the same thing; printed as nothing, since the units beside the numbers say it. */
  | { readonly op: 'converted'; readonly of: Expression; readonly divisor: number }
  | { readonly op: 'step'; readonly step: Step };

/** A number that enters from outside: a record, a factor, an assumption. */
export interface Input {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Its 5 % and 95 % points. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /**
   * How draws lie between the two. `mean`: lognormal with the value as its mean, for defaults that say ×/÷ k. Else the
   * value is the median, and each half is scaled to its end.
   */
  readonly centre?: 'mean' | undefined;
  /** Only what the value has above this is drawn, as a PUE above 1. */
  readonly above?: number | undefined;
  /** Row of the default ranges that gave `low` and `high`; absent where the manifest or the source gives them. */
  readonly range?: string | undefined;
  /** Counts and conventions, which have no interval because they have nothing to be unsure about. */
  readonly exact?: true | undefined;
  /** Same identity, same draw: a grid factor that fifty phases share is one unknown, not fifty. */
  readonly identity: string;
  /** Values that can't be exceeded whatever is drawn, as 1 for a PUE. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly basis: Basis;
  /** `inferred` or `back-calculated`, where a publication does not print the figure. */
  readonly origin?: string | undefined;
  /** Where the manifest has it; absent for a factor of ours. */
  readonly path?: string | undefined;
  /** Absent where the manifest declares the figure without a citation. */
  readonly source?: Citation | undefined;
}

/** What a figure rests on: a publication that the manifest cites, or the source of a factor, which has an id. */
export interface Citation {
  readonly id?: string | undefined;
  readonly title: string;
  readonly url?: string | undefined;
  readonly year?: number | undefined;
  readonly licence?: string | undefined;
}

/** A named intermediate result, printed on a line of its own and by its name after that. */
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
export const converted = (of: Expression, divisor: number): Expression => ({ op: 'converted', of, divisor });
export const step = (name: string, unit: string, expression: Expression): Expression => ({ op: 'step', step: { name, unit, expression } });

/** The value of an expression; `numberOf` gives each input its value: the given one, or a draw. */
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

/** How leaves are written: by name for a formula, as numbers for arithmetic. */
export interface Notation {
  readonly input: (i: Input) => string;
  readonly step: (s: Step) => string;
  readonly constant: (value: number, unit: string) => string;
}

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

function within(e: Expression, minimum: number, notation: Notation): string {
  const inner = e.op === 'converted' ? e.of : e;
  const text = print(inner, notation);
  const own = inner.op in strength ? strength[inner.op as keyof typeof strength] : 3;
  return own < minimum ? `(${text})` : text;
}
