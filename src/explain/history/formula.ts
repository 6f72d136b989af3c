/** The formula of a step, as the assessment prints it, read back into a tree. */
export type Node =
  | { readonly op: 'number'; readonly value: number }
  /** A name of an input or a step. Where several inputs have one name, `nth` counts the places where it appears. */
  | { readonly op: 'name'; readonly name: string; readonly nth: number }
  | { readonly op: 'sum' | 'product' | 'max'; readonly of: readonly Node[] }
  | { readonly op: 'difference' | 'quotient'; readonly of: Node; readonly by: Node };

/** No step is longer: brackets in brackets take memory of their own kind. */
const maxLength = 4000;

/** Names in a formula, with how often each appeared before. */
export type Places = Map<string, number>;

/**
 * Reads a formula by names: `(PUE − 1) × (dynamic energy + host energy)`.
 *
 * Names hold blanks, so only the names of the line can show where one ends; the longest that fits is taken.
 *
 * @param names Of the inputs and the steps of the line.
 * @param places Counted on from formula to formula.
 * @returns Nothing where the text is not such a formula.
 */
export function readFormula(text: string, names: readonly string[], places: Places): Node | undefined {
  if (text.length > maxLength) return undefined;
  const reader = new FormulaReader(text, names, places);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof UnreadFormula) return undefined;
    throw error;
  }
}

/** The text is not a formula by these names. */
class UnreadFormula extends Error {}

class FormulaReader {
  readonly #names: readonly string[];
  #rest: string;

  constructor(
    text: string,
    names: readonly string[],
    readonly places: Places,
  ) {
    this.#names = [...names].sort((a, b) => b.length - a.length);
    this.#rest = text;
  }

  whole(): Node {
    const node = this.#sum();
    if (this.#rest !== '') throw new UnreadFormula();
    return node;
  }

  /** `a + b − c`, from left to right. */
  #sum(): Node {
    let node = this.#product();
    for (;;) {
      if (this.#takes(' + ')) node = { op: 'sum', of: node.op === 'sum' ? [...node.of, this.#product()] : [node, this.#product()] };
      else if (this.#takes(' \u2212 ')) node = { op: 'difference', of: node, by: this.#product() };
      else return node;
    }
  }

  /** `a × b ÷ c`, from left to right. */
  #product(): Node {
    let node = this.#operand();
    for (;;) {
      if (this.#takes(' × ')) node = { op: 'product', of: node.op === 'product' ? [...node.of, this.#operand()] : [node, this.#operand()] };
      else if (this.#takes(' ÷ ')) node = { op: 'quotient', of: node, by: this.#operand() };
      else return node;
    }
  }

  #operand(): Node {
    if (this.#takes('(')) return this.#closed(this.#sum());
    const isMax = this.#rest.startsWith('max(') && this.#takes('max(');
    if (isMax) {
      const of = [this.#sum()];
      while (this.#takes(', ')) of.push(this.#sum());
      return this.#closed({ op: 'max', of });
    }
    const name = this.#names.find((one) => this.#rest.startsWith(one) && /^(?:$|[ ),])/.test(this.#rest.slice(one.length)));
    if (name !== undefined) {
      this.#takes(name);
      const nth = this.places.get(name) ?? 0;
      this.places.set(name, nth + 1);
      return { op: 'name', name, nth };
    }
    const digits = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?(?=$|[ ),])/.exec(this.#rest)?.[0];
    if (digits === undefined) throw new UnreadFormula();
    this.#takes(digits);
    return { op: 'number', value: Number(digits) };
  }

  #closed(node: Node): Node {
    if (!this.#takes(')')) throw new UnreadFormula();
    return node;
  }

  #takes(text: string): boolean {
    if (!this.#rest.startsWith(text)) return false;
    this.#rest = this.#rest.slice(text.length);
    return true;
  }
}

/** The value of a formula. A difference below 0 is 0: an energy that is left over is never negative. */
export function resultOf(node: Node, valueOfName: (name: string, nth: number) => number): number {
  switch (node.op) {
    case 'number':
      return node.value;
    case 'name':
      return valueOfName(node.name, node.nth);
    case 'sum':
      return node.of.reduce((sum, one) => sum + resultOf(one, valueOfName), 0);
    case 'product':
      return node.of.reduce((all, one) => all * resultOf(one, valueOfName), 1);
    case 'max':
      return Math.max(...node.of.map((one) => resultOf(one, valueOfName)));
    case 'difference':
      return Math.max(0, resultOf(node.of, valueOfName) - resultOf(node.by, valueOfName));
    case 'quotient':
      return resultOf(node.of, valueOfName) / resultOf(node.by, valueOfName);
  }
}

/** A formula as text with a bracket around every operation: two are alike where their texts are. */
export function textOf(node: Node): string {
  switch (node.op) {
    case 'number':
      return String(node.value);
    case 'name':
      return node.name;
    case 'sum':
      return `(${node.of.map(textOf).join(' + ')})`;
    case 'product':
      return `(${node.of.map(textOf).join(' × ')})`;
    case 'max':
      return `max(${node.of.map(textOf).join(', ')})`;
    case 'difference':
      return `(${textOf(node.of)} \u2212 ${textOf(node.by)})`;
    case 'quotient':
      return `(${textOf(node.of)} ÷ ${textOf(node.by)})`;
  }
}
