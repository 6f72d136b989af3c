import { nearestThree, unknown } from '../../candidates.js';
import type { Lookup } from '../../factor.js';
import { once } from '../../once.js';
import type { Instance, InstanceMatch } from '../instance.js';
import { instanceFamily, instanceKey, instances, instancesByKey } from '../instances.js';
import { readCount } from './read-name.js';

/** Longer input is no machine type. */
const maxLength = 80;

const byFamily = once((): ReadonlyMap<string, readonly Instance[]> => {
  const found = new Map<string, Instance[]>();
  for (const row of instances) {
    const family = instanceFamily(row.name) ?? row.name;
    found.set(family, [...(found.get(family) ?? []), row]);
  }
  return found;
});

/**
 * The machine type of AWS, Google Cloud or Azure that a text names, in upper or lower case, with the number of them if it has one. A
 * size that the family does not have, or that has a share of an accelerator, is unknown; the candidates are the family's sizes.
 *
 * @example findInstance('4 x ml.p4d.24xlarge') // found: { instance: p4d.24xlarge (8 × a100-sxm4-40gb), count: 4 }
 */
export function findInstance(text: string): Lookup<InstanceMatch> {
  const asked = text.trim().slice(0, maxLength);
  const whole = instancesByKey().get(instanceKey(asked));
  if (whole !== undefined) return { found: { instance: whole }, steps: [] };
  const counted = readCount(asked);
  const instance = counted && instancesByKey().get(instanceKey(counted.rest));
  if (instance !== undefined) return { found: { instance, count: counted?.count ?? 1 }, steps: [] };
  const name = counted?.rest ?? asked;
  const family = byFamily().get(instanceFamily(name) ?? '');
  return unknown(() => nearestThree(name, candidatesOf(family ?? instances)));
}

/** Whether a text has the form of a machine type, known or not. Then devices are no candidates for it. */
export function isInstanceName(text: string): boolean {
  const name = readCount(text)?.rest ?? text;
  if (/^\s*(?:standard[_\s-]n|[a-z]+\d[a-z]*-[a-z]+-\d+[a-z]?\s*$)/i.test(name)) return true;
  const family = instanceFamily(name.slice(0, maxLength));
  return family !== undefined && (name.includes('.') || byFamily().has(family));
}

function candidatesOf(rows: readonly Instance[]) {
  return rows.map(({ name }) => ({ offer: name, words: [name, name.replace(/^Standard_/, '')] }));
}
