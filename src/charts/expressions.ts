/**
 * Evaluates the expressions of a chart from their syntax trees. Vega by itself makes functions of their text, which a page with a
 * content security policy forbids; a tree needs no compiler, and gives the same figures everywhere.
 *
 * It knows what our charts use. Anything else is a bug in a chart, and an error.
 */
export const chartExpressions = {
  operator: (context: RuntimeContext, { ast }: Expression) => {
    const value = evaluator(ast, context);
    return (params: Params) => value({ params });
  },
  parameter: (context: RuntimeContext, { ast }: Expression) => {
    const value = evaluator(ast, context);
    return (datum: unknown, params: Params) => value({ datum, params });
  },
  encode: (context: RuntimeContext, { marktype, channels }: Encoding) => {
    const values = Object.entries(channels).map(([name, { ast }]) => [name, evaluator(ast, context)] as const);
    const place = placement(marktype, new Set(Object.keys(channels)));
    return (item: Item, params: Params): boolean => {
      let isChanged = false;
      for (const [name, evaluate] of values) {
        const value = evaluate({ datum: item['datum'], item, params });
        if (item[name] === value) continue;
        item[name] = value;
        isChanged = true;
      }
      place(item);
      return isChanged;
    };
  },
  event: () => refuse('an event'),
  handler: () => refuse('a handler of events'),
};

/** What of Vega's runtime an expression may call. */
interface RuntimeContext {
  readonly functions: Readonly<Record<string, unknown>>;
}

interface Expression {
  readonly ast: Node;
}

interface Encoding {
  readonly marktype: string;
  readonly channels: Readonly<Record<string, Expression>>;
}

/** Signals by `$name`, scales by `%name`. */
type Params = Readonly<Record<string, unknown>>;

/** A mark of the scene, whose channels are written. */
type Item = Record<string, unknown>;

interface Scope {
  readonly datum?: unknown;
  readonly item?: Item | undefined;
  readonly params: Params;
}

type Evaluate = (scope: Scope) => unknown;

/** The syntax trees of Vega's expressions, as far as charts use them. */
type Node =
  | { readonly type: 'Literal'; readonly value: unknown }
  | { readonly type: 'Identifier'; readonly name: string }
  | { readonly type: 'MemberExpression'; readonly computed: boolean; readonly object: Node; readonly property: Node }
  | { readonly type: 'UnaryExpression'; readonly operator: string; readonly argument: Node }
  | { readonly type: 'BinaryExpression' | 'LogicalExpression'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: 'ConditionalExpression'; readonly test: Node; readonly consequent: Node; readonly alternate: Node }
  | { readonly type: 'ArrayExpression'; readonly elements: readonly Node[] }
  | { readonly type: 'ObjectExpression'; readonly properties: readonly { readonly key: Node; readonly value: Node }[] }
  | { readonly type: 'CallExpression'; readonly callee: Node; readonly arguments: readonly Node[] };

function evaluator(node: Node, context: RuntimeContext): Evaluate {
  const of = (part: Node): Evaluate => evaluator(part, context);
  switch (node.type) {
    case 'Literal':
      return () => node.value;
    case 'Identifier':
      return identifier(node.name);
    case 'MemberExpression': {
      const [object, key] = [of(node.object), node.computed ? of(node.property) : () => keyOf(node.property)];
      return (scope) => (object(scope) as Item)[String(key(scope))];
    }
    case 'UnaryExpression': {
      const [operate, argument] = [unary[node.operator] ?? refuse(`the operator ${node.operator}`), of(node.argument)];
      return (scope) => operate(argument(scope));
    }
    case 'LogicalExpression': {
      const [left, right] = [of(node.left), of(node.right)];
      return node.operator === '&&' ? (scope) => left(scope) && right(scope) : (scope) => left(scope) || right(scope);
    }
    case 'BinaryExpression': {
      const [operate, left, right] = [binary[node.operator] ?? refuse(`the operator ${node.operator}`), of(node.left), of(node.right)];
      return (scope) => operate(left(scope), right(scope));
    }
    case 'ConditionalExpression': {
      const [test, consequent, alternate] = [of(node.test), of(node.consequent), of(node.alternate)];
      return (scope) => (test(scope) ? consequent(scope) : alternate(scope));
    }
    case 'ArrayExpression': {
      const elements = node.elements.map(of);
      return (scope) => elements.map((element) => element(scope));
    }
    case 'ObjectExpression': {
      const properties = node.properties.map(({ key, value }) => [keyOf(key), of(value)] as const);
      return (scope) => Object.fromEntries(properties.map(([key, value]) => [key, value(scope)]));
    }
    case 'CallExpression':
      return call(keyOf(node.callee), node.arguments.map(of), context);
    default:
      return refuse(`a ${(node as { readonly type: string }).type}`);
  }
}

/** Numbers or texts; JavaScript knows which. */
type Operand = never;

const unary: Readonly<Record<string, (value: unknown) => unknown>> = {
  '+': (value) => Number(value),
  '-': (value) => -Number(value),
  '!': (value) => !value,
};

const binary: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  '+': (left, right) => (left as Operand) + (right as Operand),
  '-': (left, right) => Number(left) - Number(right),
  '*': (left, right) => Number(left) * Number(right),
  '/': (left, right) => Number(left) / Number(right),
  '%': (left, right) => Number(left) % Number(right),
  '<': (left, right) => (left as Operand) < (right as Operand),
  '<=': (left, right) => (left as Operand) <= (right as Operand),
  '>': (left, right) => (left as Operand) > (right as Operand),
  '>=': (left, right) => (left as Operand) >= (right as Operand),
  '===': (left, right) => left === right,
  '!==': (left, right) => left !== right,
};

/** A word without brackets: the row, the mark, or else a signal. */
function identifier(name: string): Evaluate {
  if (name === 'datum') return ({ datum }) => datum;
  if (name === 'item') return ({ item }) => item;
  return ({ params }) => params[`$${name}`];
}

/** The word that a key or a function is named by. */
function keyOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : refuse(`a name that is a ${node.type}`);
}

const numeric: Readonly<Record<string, (...values: number[]) => unknown>> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  max: Math.max,
  min: Math.min,
  round: Math.round,
  isFinite: Number.isFinite,
  isNaN: Number.isNaN,
};

/** A scale as Vega hands it over. */
type Scale = ((value: unknown) => unknown) & { readonly range: () => unknown };

/** Words for a scale that is named, which stand for what the runtime hands over. */
const ofScale: Readonly<Record<string, (scale: Scale, values: readonly unknown[], context: RuntimeContext) => unknown>> = {
  _scale: (scale, [value]) => scale(value),
  _range: (scale) => scale.range(),
  _bandwidth: (scale, _, context) => runtimeFunction(context, '__bandwidth')(scale),
};

function call(name: string, values: readonly Evaluate[], context: RuntimeContext): Evaluate {
  const scaled = ofScale[name];
  if (scaled !== undefined) {
    const [scale = refuse('a scale without a name'), ...rest] = values;
    return (scope) => {
      const others = rest.map((value) => value(scope));
      return scaled(scope.params[`%${String(scale(scope))}`] as Scale, others, context);
    };
  }
  const calculate = numeric[name];
  if (calculate !== undefined) return (scope) => calculate(...values.map((value) => value(scope) as number));
  const own = runtimeFunction(context, name);
  return (scope) => own(...values.map((value) => value(scope)));
}

function runtimeFunction({ functions }: RuntimeContext, name: string): (...values: unknown[]) => unknown {
  const found = functions[name];
  if (typeof found !== 'function') return refuse(`the function ${name}`);
  return (...values) => found.apply(functions, values) as unknown;
}

const swapped = new Set(['group', 'image', 'rect']);

/** Sets width and height, or the first corner, of a mark by its second corner or its centre, as Vega does after each encoding. */
function placement(marktype: string, channels: ReadonlySet<string>): (item: Item) => void {
  if (marktype === 'rule') return () => undefined;
  const steps = (
    [
      ['x', 'x2', 'xc', 'width'],
      ['y', 'y2', 'yc', 'height'],
    ] as const
  ).flatMap(([start, end, centre, size]) => [
    ...(channels.has(end) && channels.has(start) ? [between(start, end, size, swapped.has(marktype))] : []),
    ...(channels.has(end) && !channels.has(start) ? [(item: Item) => before(item, start, Number(item[end]), sizeOf(item, size))] : []),
    ...(channels.has(centre) ? [(item: Item) => before(item, start, Number(item[centre]), sizeOf(item, size) / 2)] : []),
  ]);
  return (item) => {
    for (const step of steps) step(item);
  };
}

function between(start: string, end: string, size: string, isSwapped: boolean): (item: Item) => void {
  return (item) => {
    const [from, to] = [Number(item[start]), Number(item[end])];
    if (isSwapped && from > to) [item[start], item[end]] = [to, from];
    item[size] = isSwapped ? Math.abs(to - from) : to - from;
  };
}

function before(item: Item, start: string, end: number, distance: number): void {
  item[start] = end - distance;
}

function sizeOf(item: Item, size: string): number {
  return item[size] === undefined ? 0 : Number(item[size]);
}

function refuse(what: string): never {
  throw new Error(`A chart uses ${what}, which is not evaluated`);
}
