import type { LineInput } from '../../assessment/assessment.js';
import type { Cause } from './figure-history.js';
import type { Unknown } from './joint.js';

/** Why a value is another one, by where it came from then and now. */
export function causeOf({ before, now }: Pick<Unknown, 'before' | 'now'>): Cause {
  if (before?.kind !== 'input' || now?.kind !== 'input') return 'calculation';
  const [earlier, later] = [originOf(before.input), originOf(now.input)];
  if (earlier !== later) return 'evidence';
  if (earlier === 'manifest') return 'manifest';
  if (earlier === 'default') return 'default';
  return before.input.of === now.input.of ? 'factor' : 'factor-row';
}

/** Where the manifest has a value, it states it; a default is assumed without that. */
function originOf({ path, basis }: LineInput): 'manifest' | 'default' | 'table' {
  if (path !== undefined) return 'manifest';
  return basis === 'assumed' ? 'default' : basis === 'table' ? 'table' : 'manifest';
}
