import type { Message } from '../../diagnostics/message.js';
import { nearest } from '../../diagnostics/nearest.js';
import { messages } from '../messages.js';
import type { Path } from '../yaml.js';
import { keyMeant } from './meant.js';
import { keysThatTake, knownKeys, placesOf } from './schema-places.js';

/** What is said of a key that a place doesn't take: another word for one of its keys, a key of another place, a slip, or neither. */
export function unknownKey(key: string, path: Path): Message {
  const known = knownKeys(path);
  const meant = keyMeant(key, known);
  if (meant !== undefined) return messages.keyMeant(key, meant.key, meant.note);
  const where = elsewhere(key, path);
  if (where !== undefined) return messages.keyElsewhere(key, where);
  return messages.unknownKey(key, known, nearest(key, known)[0]);
}

/** Where a key belongs that another place takes; nothing where none does. */
function elsewhere(key: string, path: Path): string | undefined {
  const children = keysThatTake(key, path).slice(0, 3);
  if (children.length > 0) return `Move it into ${children.map((child) => `\`${child}\``).join(' or ')}`;
  const [place] = placesOf(key);
  return place === undefined ? undefined : `Move it ${placeText(place)}`;
}

/** A place in words. */
function placeText(steps: readonly string[]): string {
  const [first, second, ...rest] = steps;
  if (first === undefined) return 'to the top of the manifest';
  const last = steps.findLast((step) => step !== '*') ?? first;
  const entry = second === '*' && rest.length === 0;
  return entry ? `into an entry of \`${last}\`` : `into \`${last}\``;
}
