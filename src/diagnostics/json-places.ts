/** Where a value of a JSON text begins and ends: `text.slice(start, end)`. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

/** A member of an object: its value, and where its key begins. */
export interface JsonMember extends JsonPlace {
  readonly keyStart: number;
}

/** The place of the whole value of a JSON text. The text must be valid, as for all functions here. */
export function rootPlace(text: string): JsonPlace {
  const start = afterBlanks(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  return { start, end: afterValue(text, start) };
}

/** The members of an object by key, in the order of the text; of a duplicate key the last, as JSON.parse takes it. */
export function membersAt(text: string, { start, end }: JsonPlace): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  let at = afterBlanks(text, start + 1);
  while (at < end && text[at] === '"') {
    const keyStart = at;
    const keyEnd = afterString(text, at);
    const value = afterBlanks(text, afterBlanks(text, keyEnd) + 1);
    const valueEnd = afterValue(text, value);
    members.set(JSON.parse(text.slice(keyStart, keyEnd)) as string, { keyStart, start: value, end: valueEnd });
    at = afterBlanks(text, afterBlanks(text, valueEnd) + 1);
  }
  return members;
}

/** The items of a list. */
export function itemsAt(text: string, { start, end }: JsonPlace): readonly JsonPlace[] {
  const items: JsonPlace[] = [];
  let at = afterBlanks(text, start + 1);
  while (at < end - 1) {
    const itemEnd = afterValue(text, at);
    items.push({ start: at, end: itemEnd });
    at = afterBlanks(text, afterBlanks(text, itemEnd) + 1);
  }
  return items;
}

/** The place of the value that keys and numbers lead to; nothing where there is none. */
export function placeAt(text: string, path: readonly (string | number)[]): JsonPlace | undefined {
  let place: JsonPlace | undefined = rootPlace(text);
  for (const step of path) {
    if (place === undefined) return undefined;
    const opening: string | undefined = text[place.start];
    if (typeof step === 'number') place = opening === '[' ? itemsAt(text, place)[step] : undefined;
    else place = opening === '{' ? membersAt(text, place).get(step) : undefined;
  }
  return place;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

function afterString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Without recursion: a text may be nested as deep as it is long. */
function afterValue(text: string, from: number): number {
  let [at, depth] = [from, 0];
  do {
    const character = text.charAt(at);
    if (character === '"') at = afterString(text, at);
    else if (character === '{' || character === '[') {
      depth += 1;
      at += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      at += 1;
    } else if (depth > 0) at += 1;
    else while (at < text.length && !' \t\n\r,]}'.includes(text.charAt(at))) at += 1;
  } while (depth > 0 && at < text.length);
  return at;
}
