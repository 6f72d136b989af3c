import type { AskedLoad } from '../../../compare/comparison.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import { parseQuantity } from '../../../units/parse.js';
import { quantity } from '../../../units/quantity.js';
import { messages } from '../messages.js';

const tokens = /\b(?:(?<which>[a-z]+) )?tokens?\b/i;
/** Words before `tokens` that are a number. */
const scales = /^(?:k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)$/i;

/**
 * A load as a person types it: `1e9 requests per year`, `30B output tokens/day`.
 *
 * @throws {InputError} Where it is no load, or leaves open of what.
 */
export function askedLoad(text: string): AskedLoad {
  const isTokens = tokens.test(text);
  if (!isTokens && !/request/i.test(text)) throw new InputError([messages.unknownLoad(text)]);
  const word = tokens.exec(text)?.groups?.['which'];
  const which = word === undefined || scales.test(word) ? undefined : word.toLowerCase();
  const plain = which === undefined ? text : text.replace(tokens, 'tokens');
  const parsed = parseQuantity(plain, isTokens ? 'token rate' : 'request rate', false);
  if (!parsed.ok || !(parsed.value >= 0) || !Number.isFinite(parsed.value)) throw new InputError([messages.unknownLoad(text)]);
  return isTokens ? { tokens: quantity(parsed.value, 'tokens/year'), which } : { requests: quantity(parsed.value, 'requests/year') };
}
