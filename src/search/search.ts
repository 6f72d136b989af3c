import { nearest } from '../diagnostics/nearest.js';
import { dataCentrePue } from '../factors/facility/index.js';
import type { Factor, Lookup, LookupStep } from '../factors/factor.js';
import { findDevice, type InstanceOfDevice, processorNamed, processorRating } from '../factors/hardware/index.js';
import { type DefaultRange, defaultRanges } from '../factors/ranges.js';
import { factorGroups, type GroupId } from './groups.js';
import { gridAt, marketGridAt, offSiteWaterAt, onSiteWaterAt, otherGridAt, providerGridAt, pueAt } from './place-factors.js';
import { type Place, parsePlace } from './places.js';
import { rowsWith } from './words.js';

export type { FactorGroup, GroupId } from './groups.js';
export { factorGroups } from './groups.js';

/** What the figures are. */
export type FactorRole =
  | 'grid'
  /** The figure of the other series for the same place and year: shown beside the grid's, never mixed with it. */
  | 'other-grid'
  /** The provider's own figure: shown beside the grid's, never mixed with it. */
  | 'provider-grid'
  /** The provider's market-based claim: used only where a manifest asks for it. */
  | 'market'
  | 'pue'
  | 'on-site-water'
  | 'off-site-water'
  | 'device'
  | 'rows';

/** Figures with the steps of their look-up, which is the same for a manifest. */
export interface FoundFactors {
  readonly role: FactorRole;
  readonly factors: readonly Factor[];
  readonly steps: readonly LookupStep[];
  /** Of a figure that a manifest takes: its range there, after the steps and with the other series in it. */
  readonly inManifest?: { readonly low: number; readonly high: number } | undefined;
}

/** One thing that a query can mean. */
export interface Reading {
  /** `AWS us-west-2`, `8 × NVIDIA A100 SXM4 40GB`; absent where words were searched for. */
  readonly label?: string | undefined;
  readonly group?: GroupId | undefined;
  /** The machine type by which a device was named. */
  readonly instance?: InstanceOfDevice | undefined;
  readonly findings: readonly FoundFactors[];
}

export type FactorSearch =
  | {
      readonly found: true;
      readonly readings: readonly Reading[];
      /** Rows of the table of default ranges. */
      readonly ranges: readonly DefaultRange[];
      /** Further meanings of the query, as names to search for. */
      readonly others: readonly string[];
    }
  | { readonly found: false; readonly why: 'unknown'; readonly candidates: readonly string[] }
  /** The place is in the tables, but its grid has no figure near that year. */
  | { readonly found: false; readonly why: 'no-year'; readonly label: string; readonly year: number; readonly years: readonly string[] };

/** An ambiguous name is answered with each of its meanings, up to this number; beyond it, with their names. */
const maxMeanings = 4;

/**
 * Searches the factor tables for what a person types: a place (with a year), a device, the id of a row, the name of a table, or words
 * from the rows. A place or a device is looked up as for a manifest, with the same steps.
 *
 * @example searchFactors('us-central1 2021') // grid of its zone, Google's own figure, PUE, market-based claim
 */
export function searchFactors(query: string): FactorSearch {
  const asked = query.trim().replaceAll(/\s+/g, ' ');
  const word = asked.toLowerCase();
  if (['ranges', 'range', 'default ranges'].includes(word)) return found([], { ranges: defaultRanges });
  const range = defaultRanges.find(({ id }) => id === word);
  const row = factorGroups()
    .flatMap(({ factors }) => factors)
    .find(({ id }) => id === word);
  if (row !== undefined) return found([rows([row])], range === undefined ? {} : { ranges: [range] });
  const group = factorGroups().find(({ words }) => words.includes(word));
  if (group !== undefined) return found([{ group: group.id, ...rows(group.factors) }]);
  const { rest, year } = yearIn(asked);
  const place = rest === '' ? undefined : placesOf(rest, year);
  const device = deviceOf(asked) ?? (year === undefined ? undefined : deviceOf(rest)) ?? processorOf(asked);
  const meant = [...(place?.readings ?? []), ...(device === undefined ? [] : [device])];
  const others = place?.others ?? [];
  if (meant.length > 0) return found(meant, { others });
  if (place?.missing !== undefined && year !== undefined) return { found: false, why: 'no-year', year, ...place.missing };
  // Where the query has several meanings, rows with its words would hide them.
  const matching = others.length > 0 ? [] : rowsWith(asked);
  if (matching.length > 0 || others.length > 0 || range !== undefined) {
    return found(matching.length > 0 ? [rows(matching)] : [], { others, ranges: range === undefined ? [] : [range] });
  }
  return { found: false, why: 'unknown', candidates: candidatesFor(rest === '' ? asked : rest) };
}

function found(
  readings: readonly Reading[],
  rest: { ranges?: readonly DefaultRange[] | undefined; others?: readonly string[] | undefined } = {},
): FactorSearch {
  return { found: true, readings, ranges: rest.ranges ?? [], others: rest.others ?? [] };
}

function rows(factors: readonly Factor[]): Reading {
  return { findings: [{ role: 'rows', factors, steps: [] }] };
}

/** The last word that is a year, and the rest. A model number such as 2080 is no year. */
function yearIn(asked: string): { readonly rest: string; readonly year?: number | undefined } {
  const words = asked.split(' ');
  const at = words.findLastIndex((word) => /^(?:19\d\d|20[0-4]\d),?$/.test(word));
  if (at < 0) return { rest: asked };
  const rest = words.filter((_, n) => n !== at).join(' ');
  return { rest: rest.replace(/,$/, ''), year: Number.parseInt(words[at] ?? '', 10) };
}

interface PlacesRead {
  readonly readings: readonly Reading[];
  readonly others: readonly string[];
  readonly missing?: { readonly label: string; readonly years: readonly string[] } | undefined;
}

function placesOf(rest: string, year: number | undefined): PlacesRead | undefined {
  const lookup = parsePlace(rest);
  if (lookup.found !== undefined) {
    const { label } = lookup.found;
    const findings = factorsOf(lookup.found, year, lookup.steps);
    if (findings.some(({ role }) => role === 'grid')) return { readings: [{ label, findings }], others: [] };
    return { readings: [], others: [], missing: { label, years: gridYears(lookup.found) } };
  }
  if (lookup.why !== 'ambiguous') return undefined;
  if (lookup.candidates.length > maxMeanings) return { readings: [], others: lookup.candidates };
  const readings = lookup.candidates.flatMap((candidate): Reading[] => {
    const one = parsePlace(candidate);
    return one.found === undefined ? [] : [{ label: one.found.label, findings: factorsOf(one.found, year, one.steps) }];
  });
  return { readings, others: [] };
}

/** Every figure of a place and a year, each with the steps of its look-up. */
function factorsOf(place: Place, year: number | undefined, before: readonly LookupStep[]): readonly FoundFactors[] {
  const grid = foundFactors('grid', gridAt(place, year), before);
  const pue = foundFactors('pue', pueAt(place, year));
  // Without a year, the claim for the year of the grid's figure.
  const claimed = year ?? grid[0]?.factors[0]?.year;
  const gridYear = grid[0]?.factors[0]?.year;
  const other = gridYear === undefined ? undefined : otherGridAt(place, gridYear);
  return [
    ...grid,
    ...(other === undefined ? [] : [{ role: 'other-grid', factors: [other], steps: [] } as const]),
    ...foundFactors('provider-grid', providerGridAt(place, year)),
    ...(claimed === undefined ? [] : foundFactors('market', marketGridAt(place, claimed))),
    ...(pue.length > 0 ? pue : [{ role: 'pue', factors: [dataCentrePue], steps: [] } as const]),
    ...foundFactors('on-site-water', onSiteWaterAt(place, year)),
    ...foundFactors('off-site-water', offSiteWaterAt(place)),
  ];
}

function foundFactors(role: FactorRole, lookup: Lookup<Factor> | undefined, before: readonly LookupStep[] = []): readonly FoundFactors[] {
  return lookup !== undefined && 'steps' in lookup ? [{ role, factors: [lookup.found], steps: [...before, ...lookup.steps] }] : [];
}

function gridYears(place: Place): readonly string[] {
  const lookup = gridAt(place, 0);
  return lookup?.found === undefined && lookup?.why === 'no-year' ? lookup.candidates : [];
}

/** A device with each figure of its row: power, manufacture, peak. */
function deviceOf(text: string): Reading | undefined {
  const lookup = findDevice(text);
  if (lookup.found === undefined) return undefined;
  const { device, count, instance } = lookup.found;
  const figures = Object.values(device).filter(isFactor);
  const label = count === undefined ? device.name : `${count} × ${device.name}`;
  return { label, instance, findings: [{ role: 'device', factors: figures, steps: lookup.steps }] };
}

/** A processor by name, as the hardware of a manifest. */
function processorOf(text: string): Reading | undefined {
  const processor = processorNamed(text);
  if (processor === undefined) return undefined;
  return { label: processor.name, findings: [{ role: 'device', factors: [processorRating(processor.name).power], steps: [] }] };
}

function isFactor(value: unknown): value is Factor {
  return typeof value === 'object' && value !== null && 'source' in value && 'unit' in value && 'value' in value;
}

/** Three candidates: near spellings of a word first, then places and devices; devices come first where the text has digits. */
function candidatesFor(text: string): readonly string[] {
  const ids = text.includes('-') ? factorGroups().flatMap(({ factors }) => factors.map(({ id }) => id)) : [];
  const device = findDevice(text);
  const place = parsePlace(text);
  const devices = device.found === undefined ? device.candidates : [];
  const places = place.found === undefined ? place.candidates : [];
  const named = [...factorGroups().map(({ id }) => id), 'ranges', ...places, ...devices, ...defaultRanges.map(({ id }) => id), ...ids];
  // A region without its cloud, a device without its maker, a country without its code.
  const short = new Map(
    named.flatMap((name) => [name, name.replace(/^\S+ /, ''), name.replace(/ \(\w+\)$/, '')].map((word) => [word, name])),
  );
  const slips = nearest(text, [...short.keys()], 3).flatMap((word) => short.get(word) ?? []);
  const others = /\d/.test(text) ? [...devices.slice(0, 2), ...places] : [...places.slice(0, 2), ...devices];
  return [...new Set([...slips, ...others])].slice(0, 3);
}
