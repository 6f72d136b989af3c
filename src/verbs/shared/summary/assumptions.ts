import type { Assessment, Contribution } from '../../../assessment/assessment.js';
import type { Diagnostic } from '../../../assessment/diagnostic.js';
import { inputsMeant } from '../../../explain/concern.js';
import { atMost, durationText, formatted, percent, plain } from '../../../units/format.js';
import { assumptionPhrase, mattersAnyway, notAssumed, ofValues } from './assumption-phrases.js';

/** What was assumed, in the words of a person. */
export interface Assumption {
  /** `average power as a share of the rated power: 75 % (40–100 %)` */
  readonly text: string;
  /** Its share of the variance of the total; absent where the interval does not depend on it. */
  readonly share?: number | undefined;
}

/** A contribution below this share is no reason to name an assumption. */
const minShare = 0.01;

/** What an assessment assumes, each thing once, what matters most first. */
export function assumptionsOf(assessment: Assessment): readonly Assumption[] {
  const notes = assessment.diagnostics.filter(({ severity, id }) => severity === 'note' && !notAssumed.some((known) => known === id));
  const byPhrase = new Map<string, Diagnostic[]>();
  for (const note of notes) {
    const phrase = assumptionPhrase(note.id);
    const same = byPhrase.get(phrase);
    if (same === undefined) byPhrase.set(phrase, [note]);
    else same.push(note);
  }
  const owners = ownersOf(byPhrase, assessment.contributions ?? []);
  return [...byPhrase]
    .map(([phrase, about]) => ranked(phrase, about, owners.get(phrase) ?? []))
    .sort((a, b) => b.rank - a.rank)
    .map(({ text, share }) => ({ text, share }));
}

/** Each contribution with one assumption, so that shares add up to at most the whole: one about its value first. */
function ownersOf(
  byPhrase: ReadonlyMap<string, readonly Diagnostic[]>,
  all: readonly Contribution[],
): ReadonlyMap<string, readonly Contribution[]> {
  const owners = new Map<string, Contribution[]>();
  const meaning = [...byPhrase].map(([phrase, about]) => ({ phrase, isOfValues: isOneOf(about, ofValues), isMeant: meantBy(about) }));
  for (const contribution of all) {
    const meant = meaning.filter(({ isMeant }) => isMeant(contribution));
    const owner = (meant.find(({ isOfValues }) => isOfValues) ?? meant[0])?.phrase;
    if (owner === undefined) continue;
    const same = owners.get(owner);
    if (same === undefined) owners.set(owner, [contribution]);
    else same.push(contribution);
  }
  return owners;
}

function isOneOf(about: readonly Diagnostic[], ids: readonly string[]): boolean {
  return about.some(({ id }) => ids.includes(id));
}

function ranked(phrase: string, about: readonly Diagnostic[], own: readonly Contribution[]): Assumption & { readonly rank: number } {
  const share = own.reduce((sum, one) => sum + one.share, 0);
  // What hardly matters beside another does not keep its value from being shown.
  const main = own.length === 1 ? own : own.filter((one) => one.share >= minShare);
  const [first] = main;
  const value = main.length === 1 && first !== undefined && isOneOf(about, ofValues) ? valueText(first) : undefined;
  return {
    text: value === undefined ? phrase : `${phrase}: ${value}`,
    share: share < minShare ? undefined : share,
    // Behind those with a share; a stable sort keeps the order of the report.
    rank: share >= minShare ? share : isOneOf(about, mattersAnyway) ? minShare / 2 : 0,
  };
}

/**
 * Whether any of some notes is about an input: by its name where the input is a default, else by its place in the manifest.
 * Notes are found by their places, since there may be thousands of both.
 */
function meantBy(notes: readonly Diagnostic[]): (contribution: Contribution) => boolean {
  // What is odd about a row of a log is not about the sum of its rows.
  const own = notes.filter(({ file }) => file === undefined);
  const names = new Set(own.flatMap(({ id }) => namesMeant(id) ?? []));
  const byPlace = new Map<string, Diagnostic[]>();
  for (const note of own) {
    for (const place of new Set(note.paths ?? (note.path === undefined ? [] : [note.path]))) {
      const same = byPlace.get(place);
      if (same === undefined) byPlace.set(place, [note]);
      else same.push(note);
    }
  }
  return ({ input, path: place }) => {
    if (place === undefined) return [...names].some((meant) => meant.test(input));
    const there = byPlace.get(place) ?? [];
    // All that a log gives has the place of its `from`.
    return /(?:^|\.)from$/.test(place) ? there.some(({ id }) => namesMeant(id)?.test(input) === true) : there.length > 0;
  };
}

function namesMeant(id: string): RegExp | undefined {
  return Object.hasOwn(inputsMeant, id) ? inputsMeant[id as keyof typeof inputsMeant] : undefined;
}

/** `75 % (40–100 %)`, `120 g CO₂e/kWh (96–144)`, `5 years` */
function valueText({ input, value, unit = '1', low, high }: Contribution): string | undefined {
  if (value === undefined) return undefined;
  if (unit === 'h') return plain(durationText(value));
  if (unit !== '1' && unit !== '') {
    const { text, interval } = formatted({ value, unit, low, high });
    return plain(interval === undefined ? text : `${text} (${interval})`);
  }
  const number = (ratio: number): string => (input === 'PUE' || value > 1 ? atMost(ratio, 3) : percent(ratio));
  const range = low === undefined || high === undefined ? '' : ` (${number(low).replace(/\s*%$/, '')}–${number(high)})`;
  return plain(`${number(value)}${range}`);
}
