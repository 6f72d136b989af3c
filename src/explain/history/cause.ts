import type { LineInput } from '../../assessment/assessment.js';
import type { Cause } from './figure-history.js';
import type { Unknown } from './joint.js';

/** Why a value is another one, by where it came from then and now. */
export function causeOf({ then, now }: Pick<Unknown, 'then' | 'now'>): Cause {
  if (then?.kind !== 'input' || now?.kind !== 'input') return 'calculation';
  const [before, after] = [originOf(then.input), originOf(now.input)];
  if (before !== after) return 'evidence';
  if (before === 'manifest') return 'manifest';
  if (before === 'default') return 'default';
  return then.input.of === now.input.of ? 'factor' : 'factor-row';
}

/** Where the manifest has a value, it states it; a default is assumed without that. */
function originOf({ path, basis }: LineInput): 'manifest' | 'default' | 'table' {
  if (path !== undefined) return 'manifest';
  return basis === 'assumed' ? 'default' : basis === 'table' ? 'table' : 'manifest';
}
