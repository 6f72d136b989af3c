import type { LineInput } from '../../assessment/assessment.js';
import { type Arithmetic, emissionsStep } from './arithmetic.js';
import { type Node, textOf } from './formula.js';

/** What a value was at one of two times: an input, or a result with its formula. Absent where the arithmetic had none. */
export type Facet =
  | { readonly kind: 'input'; readonly input: LineInput }
  | { readonly kind: 'result'; readonly formula: string; readonly numbers?: string | undefined };

/** A value that can differ between two times. */
export interface Unknown {
  readonly name: string;
  readonly before?: Facet | undefined;
  readonly now?: Facet | undefined;
  /** In units that multiply without a factor; 0 for a term that a sum does not have. */
  readonly from: number;
  readonly to: number;
}

/** One formula for two times: what differs between them are its unknowns. */
export interface Joint {
  readonly unknowns: readonly Unknown[];
  /** The result where some unknowns have their later value, and the others their earlier one. */
  readonly result: (isLater: (unknown: number) => boolean) => number;
}

type JointNode =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'unknown'; readonly index: number }
  | { readonly op: 'step'; readonly name: string }
  | { readonly op: 'sum' | 'product' | 'max'; readonly of: readonly JointNode[] }
  | { readonly op: 'difference' | 'quotient'; readonly of: JointNode; readonly by: JointNode };

/** The arithmetic of a line then and now, put into one formula. Where the two differ, their results are compared as they are. */
export function jointOf(before: Arithmetic, now: Arithmetic): Joint {
  const builder = new JointBuilder(before, now);
  const root = builder.step(emissionsStep);
  return { unknowns: builder.unknowns, result: (isLater) => builder.result(root, isLater) };
}

class JointBuilder {
  readonly unknowns: Unknown[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #steps = new Map<string, JointNode>();
  readonly #open = new Set<string>();

  constructor(
    readonly before: Arithmetic,
    readonly now: Arithmetic,
  ) {}

  step(name: string): JointNode {
    const [earlier, later] = [this.before.steps.get(name), this.now.steps.get(name)];
    if (earlier === undefined || later === undefined) return this.#unknown(`step ${name}`, name, nameNode(name), nameNode(name));
    if (!this.#steps.has(name)) {
      this.#open.add(name);
      this.#steps.set(name, this.#aligned(name, earlier.node, later.node));
      this.#open.delete(name);
    }
    return { op: 'step', name };
  }

  /** Two formulas as one, as far as they are alike. */
  #aligned(label: string, earlier: Node, later: Node): JointNode {
    if (earlier.op === 'number' && later.op === 'number' && earlier.value === later.value) return earlier;
    if (earlier.op === 'name' && later.op === 'name' && earlier.name === later.name)
      return this.#name(earlier.name, earlier.nth, later.nth);
    const terms = termsInCommon(earlier, later);
    if (terms !== undefined) return { op: 'sum', of: terms.map(([one, other]) => this.#term(label, one, other)) };
    if (earlier.op === later.op && 'of' in earlier && 'of' in later) {
      const [first, second] = [operands(earlier), operands(later)];
      // Without anything in common, a factor beside a factor is by chance.
      const isAlike = first.length === second.length && first.some((one, n) => textOf(one) === textOf(second[n] ?? one));
      if (isAlike) {
        const parts = first.map((one, n) => this.#aligned(one.op === 'name' ? one.name : label, one, second[n] ?? one));
        return withOperands(earlier, parts);
      }
    }
    return this.#unknown(`${label}: ${textOf(earlier)} | ${textOf(later)}`, label, earlier, later);
  }

  #name(name: string, earlier: number, later: number): JointNode {
    const isStep = !this.#open.has(name) && (this.before.steps.has(name) || this.now.steps.has(name));
    if (isStep) return this.step(name);
    const [one, other] = [this.before.inputOf(name, earlier), this.now.inputOf(name, later)];
    const key = one?.value === this.before.inputOf(name, 0)?.value && other?.value === this.now.inputOf(name, 0)?.value ? 0 : earlier;
    return this.#unknown(`input ${name} ${key}`, name, nameNode(name, earlier), nameNode(name, later));
  }

  /** A term of a sum, which one of two times may not have. */
  #term(label: string, earlier: Node | undefined, later: Node | undefined): JointNode {
    if (earlier !== undefined && later !== undefined) return this.#aligned(label, earlier, later);
    const node = earlier ?? later;
    const name = node?.op === 'name' ? node.name : label;
    return this.#unknown(`term ${node === undefined ? '' : textOf(node)}`, name, earlier, later);
  }

  #unknown(key: string, name: string, earlier: Node | undefined, later: Node | undefined): JointNode {
    const known = this.#indexes.get(key);
    if (known !== undefined) return { op: 'unknown', index: known };
    const index = this.unknowns.length;
    this.#indexes.set(key, index);
    this.unknowns.push({
      name,
      before: earlier && facetOf(earlier, this.before),
      now: later && facetOf(later, this.now),
      from: earlier === undefined ? 0 : this.before.value(earlier),
      to: later === undefined ? 0 : this.now.value(later),
    });
    return { op: 'unknown', index };
  }

  result(root: JointNode, isLater: (unknown: number) => boolean): number {
    const known = new Map<string, number>();
    const resultOf = (node: JointNode): number => {
      switch (node.op) {
        case 'number':
          return node.value;
        case 'unknown': {
          const { from = Number.NaN, to = Number.NaN } = this.unknowns[node.index] ?? {};
          return isLater(node.index) ? to : from;
        }
        case 'step': {
          const inner = this.#steps.get(node.name);
          const result = known.get(node.name) ?? (inner === undefined ? Number.NaN : resultOf(inner));
          known.set(node.name, result);
          return result;
        }
        case 'sum':
          return node.of.reduce((sum, one) => sum + resultOf(one), 0);
        case 'product':
          return node.of.reduce((all, one) => all * resultOf(one), 1);
        case 'max':
          return Math.max(...node.of.map(resultOf));
        case 'difference':
          return Math.max(0, resultOf(node.of) - resultOf(node.by));
        case 'quotient':
          return resultOf(node.of) / resultOf(node.by);
      }
    };
    return resultOf(root);
  }
}

const nameNode = (name: string, nth = 0): Node => ({ op: 'name', name, nth });

function operands(node: Node): readonly Node[] {
  switch (node.op) {
    case 'number':
    case 'name':
      return [];
    case 'difference':
    case 'quotient':
      return [node.of, node.by];
    default:
      return node.of;
  }
}

function withOperands(node: Node, parts: readonly JointNode[]): JointNode {
  if (node.op === 'difference' || node.op === 'quotient') {
    const [of = { op: 'number', value: Number.NaN }, by = { op: 'number', value: Number.NaN }] = parts;
    return { op: node.op, of, by };
  }
  return node.op === 'number' || node.op === 'name' ? { op: 'number', value: Number.NaN } : { op: node.op, of: parts };
}

/** The terms of two sums, each beside the one with its text; nothing where they are no sums or have no term in common. */
function termsInCommon(earlier: Node, later: Node): readonly (readonly [Node | undefined, Node | undefined])[] | undefined {
  if (earlier.op !== 'sum' && later.op !== 'sum') return undefined;
  const termsOf = (node: Node): readonly Node[] => (node.op === 'sum' ? node.of : [node]);
  const [first, second] = [termsOf(earlier), termsOf(later)];
  const rest = [...second];
  let common = 0;
  const pairs = first.map((one): readonly [Node | undefined, Node | undefined] => {
    const index = rest.findIndex((other) => textOf(other) === textOf(one));
    if (index < 0) return [one, undefined];
    common += 1;
    return [one, rest.splice(index, 1)[0]];
  });
  return common === 0 ? undefined : [...pairs, ...rest.map((one) => [undefined, one] as const)];
}

/** What a formula stands for: an input where it is the name of one, else a result. */
function facetOf(node: Node, { steps, inputOf }: Arithmetic): Facet {
  const own = [...steps.values()].find((one) => one.node === node || (node.op === 'name' && one.step.name === node.name));
  const inner = own?.node ?? node;
  const input = inner.op === 'name' && (inner === node || !steps.has(inner.name)) ? inputOf(inner.name, inner.nth) : undefined;
  if (input !== undefined) return { kind: 'input', input };
  if (own !== undefined) return { kind: 'result', formula: own.step.formula, numbers: own.step.numbers };
  return { kind: 'result', formula: textOf(node).replace(/^\((.*)\)$/, '$1') };
}
