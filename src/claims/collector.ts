import type { Position } from '../diagnostics/diagnostic.js';
import { type Place, parsePlace } from '../search/places.js';
import type { ClaimedValue, DeviceClaim, Passage, PlaceClaim, Sum } from './claim.js';
import { readDeviceName } from './text/devices.js';
import { type Label, readLabel } from './text/label.js';
import { wordsOf } from './text/line-words.js';
import { valuesIn } from './text/values.js';

/** A line of text with its place, before anything is read from it. */
export interface LineOfText {
  readonly text: string;
  readonly positionAt: (index: number) => Position;
  readonly scopes: readonly number[];
  readonly headings: readonly string[];
  readonly label?: Label | undefined;
}

/** Collects what lines of text claim. */
export class Collector {
  readonly values: ClaimedValue[] = [];
  readonly devices: DeviceClaim[] = [];
  readonly places: PlaceClaim[] = [];
  readonly passages: Passage[] = [];
  readonly sums: Sum[] = [];
  #scope = 0;
  #cloud = '';

  /** A number for something that values stand in. */
  scope(): number {
    this.#scope += 1;
    return this.#scope;
  }

  /** Reads a line: its values, devices and place; each sentence is a scope of its own. */
  line(line: LineOfText): readonly ClaimedValue[] {
    const { scopes, headings } = line;
    const place = line.label?.isPlace === true ? placeIn(line.text, this.#cloud) : undefined;
    if (line.label?.isCloud === true) this.#cloud = line.text.trim().slice(0, 40);
    if (place !== undefined) this.places.push({ text: line.text.trim(), place, at: line.positionAt(0), scopes });
    const found: ClaimedValue[] = [];
    for (const { text: whole, from: start } of sentencesOf(line.text)) {
      // `Hardware: H100. Hours used: 7,000` has a label in each sentence.
      const inner = start === 0 ? undefined : labelled(whole, 0);
      const from = start + (inner?.from ?? 0);
      const text = whole.slice(inner?.from ?? 0);
      const label = inner === undefined ? line.label : readLabel(inner.label);
      const own = [this.scope(), ...scopes];
      const context = label === undefined ? text : `${label.text}: ${text}`;
      this.passages.push({ text: context, at: line.positionAt(from), scopes: own, headings });
      const words = wordsOf(text, label);
      for (const { index, ...value } of valuesIn(words)) {
        found.push({ ...value, at: line.positionAt(from + index), scopes: own, context });
      }
      const country = countryIn(text);
      if (country !== undefined) this.places.push({ ...country, at: line.positionAt(from + country.index), scopes: own });
      for (const named of words.devices) {
        const device = readDeviceName(named.text);
        if (device !== undefined) this.devices.push({ ...device, at: line.positionAt(from + named.index), scopes: own });
      }
    }
    if (line.label?.isDevice === true && !this.devices.some(({ scopes: [, ...outer] }) => outer[0] === scopes[0])) {
      const device = readDeviceName(line.text.trim());
      if (device !== undefined) this.devices.push({ ...device, at: line.positionAt(0), scopes: [this.scope(), ...scopes] });
    }
    this.values.push(...found);
    return found;
  }
}

interface Sentence {
  readonly text: string;
  readonly from: number;
}

/** Sentences of a line, and what a semicolon parts; a full stop inside a number or behind `eq` ends none. */
function sentencesOf(text: string): readonly Sentence[] {
  const ends = [...text.matchAll(/(?<!\b(?:eq|approx|ca|vs|Fig|Tab|Sec|et al|i\.e|e\.g))[.!?](?:\s+)(?=[\p{Lu}*"“[(])|;\s+/gu)].map(
    (match) => match.index + match[0].length,
  );
  return [0, ...ends].map((from, order) => ({ text: text.slice(from, ends[order] ?? text.length), from }));
}

/** The place that a text names; of several words, the last that is one: `Jean Zay (IDRIS), France`. */
function placeIn(text: string, cloud: string): Place | undefined {
  const asked = text.trim().replace(/[.*_`]+$/g, '');
  if (asked === '' || asked.length > 120) return undefined;
  const parts = asked.split(/[,;()/]|\s-\s/).map((part) => part.trim());
  for (const candidate of [
    asked,
    `${cloud} ${asked}`,
    ...parts.slice(-2).map((_, at) => parts.slice(-2 + at).join(', ')),
    ...parts.toReversed(),
  ]) {
    if (candidate.trim() === '') continue;
    const place = parsePlace(candidate).found;
    if (place !== undefined) return place;
  }
  return /\bus[\s-]?(?:east|west|central|north|south)/i.test(asked) ? parsePlace('US').found : undefined;
}

const ranIn =
  /\b(?:train(?:ed|ing)|fine-?tun(?:ed|ing)|ran|run|computed|located|hosted|data ?cent(?:er|re)s?|cluster|servers?|machines?|GPUs?)\b[^.;:]{0,60}?\bin (?:the )?(?<place>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})/u;

/** The country that a sentence says the work ran in. */
function countryIn(text: string): { readonly text: string; readonly place: Place; readonly index: number } | undefined {
  const match = ranIn.exec(text);
  const name = match?.groups?.['place'];
  if (match === null || name === undefined) return undefined;
  // `in India Using` is no country: fewer words until one is.
  for (let words = name.split(' '); words.length > 0; words = words.slice(0, -1)) {
    const found = parsePlace(words.join(' ')).found;
    if (found !== undefined) return { text: words.join(' '), place: found, index: match.index + match[0].length - name.length };
  }
  return undefined;
}

/** A label that a line begins with, and what stands behind it. */
export function labelled(text: string, bold: number): { readonly label: string; readonly from: number } | undefined {
  if (bold > 0) {
    const behind = /^\s*:?\s*/.exec(text.slice(bold))?.[0].length ?? 0;
    const label = text.slice(0, bold).replace(/[\s:]+$/, '');
    if (label.length <= 160 && text.slice(bold + behind).trim() !== '') return { label: label.trim(), from: bold + behind };
  }
  const plain = /^\s*(?:[-*•]\s+)?([^:=\n]{2,90}?)\s*[:=](?!\/\/)\s*/u.exec(text);
  const [whole, label] = plain ?? [];
  if (whole === undefined || label === undefined || /[.!?]\s|\d{4,}/.test(label) || label.split(/\s+/).length > 12) return undefined;
  // `184,320 GPU hours × 400 W = …` is no label, but values.
  const named = label.replace(/\bCO2\w*|\b[A-Za-z]+\d+\w*/g, '');
  return /\d/.test(named) ? undefined : { label, from: whole.length };
}

export { readLabel };
