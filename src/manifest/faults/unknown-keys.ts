import type { Message } from '../../diagnostics/message.js';
import { nearest } from '../../diagnostics/nearest.js';
import { maxListedKeys, messages } from '../messages.js';
import { workKeys } from '../schema.js';
import { manifestKeys } from '../shared-keys.js';
import type { Path } from '../yaml/yaml.js';
import { keyMeant } from './meant.js';
import { keysThatTake, knownKeys, placesOf } from './schema-places.js';

/** What is known of the manifest where one of its keys is unknown. */
export interface KeyContext {
  /** Whether it has `phases`: the keys of a phase then belong below them, and not at the top. */
  readonly hasPhases: boolean;
  /** Long lists of keys that a sentence before has; added to. */
  readonly said: Set<string>;
}

/**
 * What is said of a key that a place doesn't take: another word for one of its keys, a key of another place, a slip, or neither.
 */
export function unknownKey(key: string, path: Path, { hasPhases, said }: KeyContext): Message {
  const known = knownKeys(path);
  const meant = keyMeant(key, known);
  if (meant !== undefined) return messages.keyMeant(key, meant.key, meant.note);
  const where = elsewhere(key, path, hasPhases);
  if (where !== undefined) return messages.keyElsewhere(key, where);
  const list = known.join(' ');
  const isSaid = said.has(list);
  if (known.length > maxListedKeys) said.add(list);
  return messages.unknownKey(key, isSaid ? undefined : known, nearest(key, known)[0]);
}

/** Where a key belongs that another place takes; nothing where none does. */
function elsewhere(key: string, path: Path, hasPhases: boolean): string | undefined {
  const all = keysThatTake(key, path);
  // A key of `from` is about logs, which are rarer than a figure.
  const children = [...all.filter((child) => child !== 'from'), ...all.filter((child) => child === 'from')].slice(0, 3);
  if (children.length > 0) return `Move it into ${children.map((child) => `\`${child}\``).join(' or ')}`;
  if (hasPhases && isOfPhase(key)) return 'Move it into a phase';
  const [place] = placesOf(key);
  return place === undefined ? undefined : `Move it ${placeText(place)}`;
}

function isOfPhase(key: string): boolean {
  return (workKeys as readonly string[]).includes(key) && !manifestKeys.includes(key);
}

/** A place in words. */
function placeText(steps: readonly string[]): string {
  const [first, second, ...rest] = steps;
  if (first === undefined) return 'to the top of the manifest';
  const last = steps.findLast((step) => step !== '*') ?? first;
  const entry = second === '*' && rest.length === 0;
  return entry ? `into an entry of \`${last}\`` : `into \`${last}\``;
}
