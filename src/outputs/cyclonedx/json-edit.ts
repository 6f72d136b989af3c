import { itemsAt, type JsonMember, type JsonPlace, membersAt, placeAt } from '../../diagnostics/json-places.js';

/** How a JSON text is laid out, so that what is put into it looks like the rest. */
interface Layout {
  /** Blanks of one level; empty where all is on one line. */
  readonly step: string;
  readonly lineBreak: string;
}

/**
 * A JSON text with a value under a key of an object; every other byte stays. A new key comes last.
 *
 * @param path Where the object is; it must be there.
 * @param textOf The text of the value, given the one that is there and the blanks before the key.
 */
export function withMember(
  text: string,
  path: readonly (string | number)[],
  key: string,
  textOf: (standing: JsonPlace | undefined, indent: string) => string,
): string {
  const object = placeAt(text, path);
  if (object === undefined || text[object.start] !== '{') throw new TypeError('There is no object at this path.');
  const members = membersAt(text, object);
  const standing = members.get(key);
  if (standing !== undefined)
    return text.slice(0, standing.start) + textOf(standing, indentAt(text, standing.keyStart)) + text.slice(standing.end);
  const layout = layoutOf(text);
  const last = [...members.values()].reduce<JsonMember | undefined>((a, b) => (a === undefined || b.end > a.end ? b : a), undefined);
  const indent = last === undefined ? indentAt(text, object.start) + layout.step : indentAt(text, last.keyStart);
  const isOneLine = layout.step === '' || (last !== undefined && !beginsLine(text, last.keyStart));
  const before = isOneLine ? '' : `${layout.lineBreak}${indent}`;
  const member = `${before}${JSON.stringify(key)}:${layout.step === '' ? '' : ' '}${textOf(undefined, indent)}`;
  if (last !== undefined) return `${text.slice(0, last.end)},${isOneLine && layout.step !== '' ? ' ' : ''}${member}${text.slice(last.end)}`;
  const after = isOneLine ? '' : `${layout.lineBreak}${indentAt(text, object.start)}`;
  return `${text.slice(0, object.start)}{${member}${after}}${text.slice(object.end)}`;
}

/** A value as JSON, laid out as the text around it. */
export function valueText(text: string, value: unknown, indent: string): string {
  const { step, lineBreak } = layoutOf(text);
  return JSON.stringify(value, undefined, step).replaceAll('\n', `${lineBreak}${indent}`);
}

/**
 * A list in which the items that are ours are replaced, at the place of the first of them, else added at the end. Other items stay as they are
 * written.
 */
export function listText(text: string, { standing, indent, isOurs, ours }: ListEdit): string {
  const { step, lineBreak } = layoutOf(text);
  const places = standing === undefined || text[standing.start] !== '[' ? [] : itemsAt(text, standing);
  const own = places.map((place) => isOurs(JSON.parse(text.slice(place.start, place.end))));
  const written = ours.map((value) => valueText(text, value, indent + step));
  const kept = places.map((place, n) => (own[n] === true ? [] : [text.slice(place.start, place.end)]));
  const at = own.includes(true) ? own.indexOf(true) : places.length;
  const items = [...kept.slice(0, at).flat(), ...written, ...kept.slice(at).flat()];
  if (items.length === 0) return '[]';
  if (step === '') return `[${items.join(',')}]`;
  const inner = `${lineBreak}${indent}${step}`;
  return `[${inner}${items.join(`,${inner}`)}${lineBreak}${indent}]`;
}

export interface ListEdit {
  /** The value that is there. */
  readonly standing: JsonPlace | undefined;
  /** Blanks before its key. */
  readonly indent: string;
  readonly isOurs: (item: unknown) => boolean;
  readonly ours: readonly unknown[];
}

/** As the first member of the whole object is laid out. */
function layoutOf(text: string): Layout {
  const [, lineBreak, step] = /^\uFEFF?\s*\{[ \t]*(\r\n|\n|\r)([ \t]*)"/.exec(text) ?? [];
  return lineBreak === undefined || step === undefined || step === '' ? { step: '', lineBreak: '' } : { step, lineBreak };
}

/** The blanks at the beginning of the line of an offset. */
function indentAt(text: string, offset: number): string {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

function beginsLine(text: string, offset: number): boolean {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return text.slice(line, offset).trim() === '' && line > 0;
}
