import type { Position } from '../diagnostics/diagnostic.js';
import type { ClaimedValue, DeviceClaim, LabelledText, Passage, PlaceClaim, Sum } from './claim.js';
import { type NamedDevice, readDeviceName } from './text/devices.js';
import { type Label, readLabel } from './text/label.js';
import { namesDevice, wordsOf } from './text/line-words.js';
import { countryIn, placeIn } from './text/places.js';
import { labelled, type Sentence, sentencesOf } from './text/sentences.js';
import { valuesIn } from './text/values.js';

/** A line of text with its place in the file, before anything is read from it. */
export interface LineOfText {
  readonly text: string;
  readonly positionAt: (index: number) => Position;
  readonly scopes: readonly number[];
  readonly headings: readonly string[];
  /** The innermost section of a card, by its scope. */
  readonly section?: number | undefined;
  /** Of `co2_eq_emissions`. */
  readonly isMetadata?: true | undefined;
  readonly label?: Label | undefined;
}

/** A sentence, and what was read in it. */
interface ReadSentence {
  readonly label: Label | undefined;
  readonly text: string;
  readonly from: number;
  readonly values: readonly ClaimedValue[];
  readonly devices: readonly NamedDevice[];
}

/** Collects what lines of text claim. */
export class Collector {
  readonly values: ClaimedValue[] = [];
  readonly devices: DeviceClaim[] = [];
  readonly places: PlaceClaim[] = [];
  readonly passages: Passage[] = [];
  readonly answers: LabelledText[] = [];
  readonly sums: Sum[] = [];
  #scope = 0;
  #cloud = '';

  /** A number for a part of the text that holds claims. */
  scope(): number {
    this.#scope += 1;
    return this.#scope;
  }

  /** Reads the values, devices and places of a line. Each sentence is a scope of its own. */
  line(line: LineOfText): readonly ClaimedValue[] {
    this.#labelledPlace(line);
    const sentences = sentencesOf(line.text).map((sentence) => this.#sentence(line, sentence));
    const found = sentences.flatMap(({ values }) => values);
    this.#labelledDevice(line);
    this.#labelledText(line, sentences);
    // One by one: a call takes no more than some ten thousand values.
    for (const value of found) this.values.push(value);
    return found;
  }

  #labelledPlace({ text, label, positionAt, scopes }: LineOfText): void {
    const place = label?.isPlace === true ? placeIn(text, this.#cloud) : undefined;
    if (label?.isCloud === true) this.#cloud = text.trim().slice(0, 40);
    if (place !== undefined) this.places.push({ text: text.trim(), place, at: positionAt(0), scopes });
  }

  /** What is behind each label of a line; a sentence without one goes on with what is before it. */
  #labelledText(line: LineOfText, sentences: readonly ReadSentence[]): void {
    const parts: { readonly label: Label; readonly sentences: ReadSentence[] }[] = [];
    for (const sentence of sentences) {
      const last = parts.at(-1);
      if (sentence.label === undefined) continue;
      if (last?.label === sentence.label) last.sentences.push(sentence);
      else parts.push({ label: sentence.label, sentences: [sentence] });
    }
    for (const { label, sentences: own } of parts) {
      this.answers.push({
        label,
        text: own.map(({ text }) => text.trim()).join(' '),
        at: line.positionAt(own[0]?.from ?? 0),
        headings: line.headings,
        values: own.flatMap(({ values }) => values),
        devices: own.flatMap(({ devices }) => devices),
        isMetadata: line.isMetadata === true,
      });
    }
  }

  #sentence(line: LineOfText, { text: whole, from: start }: Sentence): ReadSentence {
    // `Hardware: H100. Hours used: 7,000` has a label in each sentence.
    const inner = start === 0 ? undefined : labelled(whole, 0);
    const from = start + (inner?.from ?? 0);
    const text = whole.slice(inner?.from ?? 0);
    const label = inner === undefined ? line.label : readLabel(inner.label);
    const scopes = [this.scope(), ...line.scopes];
    const at = (index: number): Position => line.positionAt(from + index);
    const context = label === undefined ? text : `${label.text}: ${text}`;
    this.passages.push({ text: context, at: at(0), scopes, headings: line.headings, isLabelled: label !== undefined });
    const words = wordsOf(text, label);
    for (const named of words.devices) {
      const device = readDeviceName(named.text);
      if (device !== undefined) this.devices.push({ ...device, at: at(named.index), scopes });
    }
    const country = countryIn(text);
    if (country !== undefined) this.places.push({ text: country.text, place: country.place, at: at(country.index), scopes });
    const values = valuesIn(words).map(({ index, ...value }) => ({ ...value, at: at(index), scopes, section: line.section, context }));
    return { label, text, from, values, devices: words.devices };
  }

  /** A line that is labelled as a device, and whose text as a whole is one: a cloud's machine type, say. */
  #labelledDevice({ text, label, positionAt, scopes }: LineOfText): void {
    if (!namesDevice(text, label) || this.devices.some(({ scopes: [, ...outer] }) => outer[0] === scopes[0])) return;
    const device = readDeviceName(text.trim());
    if (device !== undefined) this.devices.push({ ...device, at: positionAt(0), scopes: [this.scope(), ...scopes] });
  }
}
