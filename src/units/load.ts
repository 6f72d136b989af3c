import { countText, givenCount } from './count.js';
import { intervalOf, type Quantity } from './quantity.js';

/** A load in requests or in tokens, with its range where it has one. */
export interface LoadFigures {
  readonly requests?: Quantity | undefined;
  readonly tokens?: Quantity | undefined;
  readonly which?: string | undefined;
}

/**
 * A load in words, as exact as it was given; nothing where it is in neither.
 *
 * @example loadText({ requests: { value: 1e9, unit: 'requests/year' } }) //=> '1 billion requests a year'
 */
export function loadText({ requests, tokens, which }: LoadFigures): string | undefined {
  const figure = requests ?? tokens;
  if (figure === undefined) return undefined;
  const noun = requests === undefined ? `${which === undefined ? '' : `${which} `}token` : 'request';
  const interval = intervalOf(figure);
  const range = interval === undefined ? '' : ` (${rangeText(interval.low, interval.high)})`;
  return `${givenCount(figure.value)} ${noun}${figure.value === 1 ? '' : 's'} a year${range}`;
}

/** The range of a count: `9.8–16.4 million`, with a word of both ends once. */
export function rangeText(low: number, high: number): string {
  const [from, to] = [countText(low), countText(high)];
  const word = / \w+$/.exec(to)?.[0] ?? '';
  return word !== '' && from.endsWith(word) ? `${from.slice(0, -word.length)}–${to}` : `${from}${word === '' ? '–' : ' to '}${to}`;
}
