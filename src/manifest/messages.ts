import { error, listed, suggested, warning } from '../diagnostics/message.js';
import { listed as enumerated } from '../units/listed.js';
import type { ParseProblem } from '../units/parse.js';
import { exampleOf } from '../units/parse.js';
import type { Dimension } from '../units/quantity.js';
import { usualUnits } from './schema/quantity-definition.js';
import { sharedKeys } from './shared-keys.js';

/** What can be wrong with the text and the shape of a manifest. */
export const messages = {
  notYaml: (reason: string, expected = 'YAML or JSON') => error('not-yaml', `Invalid YAML: ${reason}`, { expected }),
  severalDocuments: () => error('several-documents', 'Several YAML documents in one file.', { expected: 'one manifest per file' }),
  aliasBomb: () =>
    error('alias-bomb', 'The aliases of this YAML expand to far more than the file contains.', {
      expected: 'values written out, or few aliases',
    }),
  unknownAlias: (name: string) =>
    error('unknown-alias', `Unknown alias \`*${name}\`: no anchor \`&${name}\` before it.`, {
      expected: `\`&${name}\` at an earlier value; or quotes, where \`*${name}\` is text`,
    }),
  notMergeable: () =>
    error('not-mergeable', 'Invalid `<<`: it merges mappings only.', {
      expected: '`<<: *anchor` of a mapping, or a list of such aliases',
    }),
  duplicateKey: (key: string) => error('duplicate-key', `Duplicate key \`${key}\`.`, { expected: 'each key once' }),
  notAMapping: (found: string) =>
    error('not-a-mapping', `Invalid manifest: ${found}.`, { expected: 'keys with values, such as `model: My model`' }),
  /** @param known Keys of the place; absent where their list was said already. */
  unknownKey: (key: string, known: readonly string[] | undefined, suggestion?: string) =>
    error('unknown-key', `Unknown key \`${key}\`.`, {
      expected:
        known === undefined
          ? undefined
          : known.length > maxListedKeys
            ? `one of ${known.length} keys, such as ${listed(usualFirst(known).slice(0, maxNamedKeys))}; docs/manifest.md has the rest`
            : `one of ${listed(known)}`,
      suggestion,
    }),
  keyMeant: (key: string, meant: string, about?: string) =>
    error('unknown-key', `Unknown key \`${key}\`.`, { suggestion: meant, note: about }),
  keyElsewhere: (key: string, where: string) =>
    error('unknown-key', `Misplaced key \`${key}\`: it is not of this place.`, { expected: where }),
  commaInText: (text: string) =>
    error('unknown-key', `A comma before \`${text}\` ends the text.`, { expected: 'Put text that contains a comma in quotation marks' }),
  moreUnknownKeys: (count: number) =>
    error('unknown-key', `${count} more unknown ${count === 1 ? 'key' : 'keys'}, from here on.`, {
      expected: 'a manifest of carboncard, and not another file',
    }),
  noLanguage: () => error('unknown-key', 'Unknown key `language`: the report is in English.', { expected: 'Remove the key' }),
  missingKey: (key: string, expected: string) => error('missing-key', `Missing key \`${key}\`.`, { expected }),
  wrongType: (found: string, expected: string) => error('wrong-type', `Invalid value: ${found}.`, { expected }),
  notAYear: (text: string) => {
    const written = text.trim();
    const [year] = /^(?:19|20)\d\d(?=\D)/.exec(written) ?? [];
    return error('wrong-type', `\`${text}\` is not a year${/^\d{4}$/.test(written) ? ' from 1990 to 2100' : ''}.`, {
      expected: year === undefined ? 'a year from 1990 to 2100, such as `2023`' : `\`${year}\``,
      ...suggested(/^\d\d$/.test(written) ? `${Number(written) < 90 ? '20' : '19'}${written}` : undefined),
    });
  },
  noSpaceAfterColon: (key: string, reported: 'not-yaml' | 'unknown-key' | 'not-a-mapping') =>
    error(reported, `A space is missing after \`${key}:\`.`, { expected: `\`${key}: …\`` }),
  severalDevices: (devices: readonly string[]) =>
    error('several-devices', `Several kinds of devices in one text: ${listed(devices)}.`, {
      expected: `Give each kind a phase of its own, below \`phases:\`: ${devices.map(phaseOf).join(' and ')}`,
    }),
  notAChoice: (found: string, choices: readonly string[], suggestion?: string) =>
    error('not-a-choice', `Unknown value "${found}".`, { expected: `one of ${listed(choices)}`, suggestion }),
  invalid: (message: string) => error('invalid', message),
  unsupportedVersion: (found: string) =>
    error('unsupported-version', `Unsupported version ${found} of the manifest.`, { expected: '`carboncard: 1`' }),
  quantity: (problem: ParseProblem, dimension: Dimension) => quantitySentence(problem, dimension),
  missingUnit: (text: string, dimension: Dimension) =>
    error('missing-unit', `Missing unit: ${text}.`, { expected: `${names[dimension]} with its unit: ${unitsFor(text, dimension)}` }),
  missingValue: (dimension: Dimension) =>
    error('missing-value', 'Missing key `value` of this quantity.', {
      expected: `such as \`{ value: ${exampleOf(dimension)}, low: …, high: …, cite: … }\``,
    }),
  notAQuantity: (found: string, dimension: Dimension) =>
    error('not-a-quantity', `Invalid quantity: ${found}.`, {
      expected: `${names[dimension]}, such as \`${exampleOf(dimension)}\`, or \`{ value, low, high, cite }\``,
    }),
  negative: (text: string) => error('negative', `Invalid value ${text}: negative.`, { expected: '0 or more' }),
  tooLarge: (text: string) => error('too-large', `Implausible value ${text}.`, { expected: 'a figure in the unit that is meant' }),
  notFinite: (text: string) => error('not-finite', `Invalid value ${text}: not a finite number.`, { expected: 'a finite number' }),
  zero: () => error('zero', 'Invalid value: 0.', { expected: 'more than 0, or no such key where nothing was measured' }),
  notWhole: (text: string) => error('not-whole', `Invalid value ${text}: not a whole number.`, { expected: 'a whole number' }),
  pueBelowOne: (value: number) =>
    error('pue-below-1', `Invalid PUE ${value}: below 1.`, {
      expected: 'energy of the facility ÷ energy of its machines, 1 or more',
      note: 'At a PUE of 1 the machines take all of the electricity.',
    }),
  aboveHundred: (value: number) =>
    error('above-100-percent', `Invalid share ${percentText(value)}: above 100 %.`, { expected: 'at most 100 %' }),
  /** A percentage without its sign. */
  bareShare: (text: string) => error('above-100-percent', `\`${text}\` means ${percentText(Number(text))}.`, { expected: `\`${text} %\`` }),
  rangeOrder: () =>
    error('range-order', 'Invalid range: the value is outside it.', { expected: 'low ≤ value ≤ high (the 5 % and 95 % points)' }),
  halfRange: () => error('half-range', 'Incomplete range: one end is missing.', { expected: 'both `low` and `high`, or neither' }),
  instrumentNotMeasured: (instrument: string, basis: string) =>
    error('instrument-not-measured', `A value read by \`${instrument}\` is measured, but its basis is \`${basis}\`.`, {
      expected: '`basis: measured`, or no `instrument`',
    }),
  noSlug: (name: string) =>
    error('no-slug', `No folder name can be made from "${name}".`, { expected: 'Add `slug:` in ASCII letters, digits and hyphens' }),
  unsafeSlug: (slug: string) =>
    error('unsafe-slug', `Invalid folder name "${slug}".`, {
      expected: '`slug:` in letters, digits, `.`, `_` and `-`, starting with a letter or digit; no slash, no `..`',
    }),
  twoSlugs: () => error('two-slugs', 'Two different folder names: `slug` here and in `model`.', { expected: 'Remove one of them' }),
  openQuestions: (lines: readonly number[]) =>
    warning(
      'open-questions',
      lines.length === 1
        ? `A question of \`carboncard init\` is still open: line ${lines[0]}.`
        : `${lines.length} questions of \`carboncard init\` are still open: lines ${enumerated(lines.map(String))}.`,
      { expected: 'Answer each, or remove its question mark' },
    ),
  oneLoad: (both: boolean) =>
    error('one-load', both ? '`use` gives both requests and tokens.' : '`use` gives no load.', {
      expected: '`requests:` or `tokens:` by time, such as `requests: 1e9 per year`',
    }),
  noPhases: () =>
    error('no-phases', 'The manifest has no phase.', {
      expected: 'Add `hardware:`, `duration:`, `location:` and `year:`, or `phases:` with at least one phase',
    }),
  phasesBesideShorthand: (key: string) =>
    error('phases-beside-shorthand', `Misplaced key \`${key}\`: beside \`phases\`.`, {
      expected: `Move \`${key}\` into the phase that it is of`,
      note: `Beside \`phases\`, what holds for every phase can stand: ${[...sharedKeys, 'system_boundary', 'not_counted', 'cite'].map((shared) => `\`${shared}\``).join(', ')}.`,
    }),
  invalidColumns: (text: string, meanings: readonly string[]) =>
    error('invalid-columns', `Invalid columns \`${text}\`.`, {
      expected: 'such as `time: timestamp, power: power (W), device: gpu`',
      note: `The meanings are ${listed(meanings)}. A name with a comma or square brackets needs quotes.`,
    }),
} as const;

/** More keys than this are not listed in a sentence. */
export const maxListedKeys = 12;

/** A phase with a kind of device, on one line; phases of one kind need names. */
function phaseOf(device: string): string {
  const name = device.replace(/^\d+\s*(?:[x×*]\s*)?(?=\S)/i, '');
  return `\`- { phase: training, name: ${name}, hardware: ${device}, duration: … }\``;
}

/** Of so many keys, this many are named. */
const maxNamedKeys = 5;

/** Keys that most manifests have, in the order in which they are written. */
const usualKeys: readonly string[] = ['phase', 'model', 'hardware', 'duration', 'location', 'year'];

/** Keys with the usual ones before the others. */
function usualFirst(known: readonly string[]): readonly string[] {
  return [...usualKeys.filter((key) => known.includes(key)), ...known.filter((key) => !usualKeys.includes(key))];
}

/** What a quantity is called in a sentence. */
const names: Readonly<Record<Dimension, string>> = {
  energy: 'an energy',
  power: 'a power',
  time: 'a time',
  emissions: 'a mass of CO2e',
  intensity: 'emissions per kWh',
  water: 'a volume of water',
  'water intensity': 'water per kWh',
  ratio: 'a ratio or percentage',
  parameters: 'a number of parameters',
  requests: 'a number of requests',
  tokens: 'a number of tokens',
  'request rate': 'requests by time',
  'token rate': 'tokens by time',
  accelerators: 'a number of accelerators',
  memory: 'a size of memory',
  compute: 'a number of operations',
  'compute rate': 'operations per second',
};

/** The units to choose from, where none is written: several, since any of them could be meant. */
function unitsFor(text: string, dimension: Dimension): string {
  // A time is most often mistaken, and then by a factor of 168, so no number is ready to be copied.
  if (dimension === 'time') return 'hours (h), days, weeks';
  return usualUnits[dimension]
    .slice(0, 3)
    .map((unit) => `\`${text} ${unit}\``)
    .join(', ');
}

/** What a number with a comma or blanks can be: without them, and with a point in place of the comma. */
function readingsOf(text: string): readonly string[] {
  const digits = /^[-+]?[\d ,]*\d/.exec(text)?.[0] ?? text;
  const [whole = '', decimals, ...more] = digits.split(',');
  const grouped = /^[-+]?\d{1,3}(?:[ ,]\d{3})+$/.test(digits) ? [digits.replace(/[ ,]/g, '')] : [];
  const decimal = decimals === undefined || more.length > 0 ? [] : [`${whole.replaceAll(' ', '')}.${decimals.trim()}`];
  return [...grouped, ...decimal];
}

function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(12))} %`;
}

/** What is wrong with the text of a quantity. */
function quantitySentence(problem: ParseProblem, dimension: Dimension) {
  const expected = `${names[dimension]}, such as \`${exampleOf(dimension)}\``;
  switch (problem.kind) {
    case 'missing-unit':
      return messages.missingUnit(problem.text, dimension);
    case 'not-a-number':
      return error('not-a-number', problem.text === '' ? 'Empty quantity.' : `Invalid number "${problem.text}".`, { expected });
    case 'separator':
      return error('thousands-separator', `Ambiguous number "${problem.text}": a comma or space can separate thousands or decimals.`, {
        expected: `digits with a point for decimals: ${readingsOf(problem.text).join(' or ')}`,
      });
    case 'ambiguous-number':
      return error('ambiguous-number', `Ambiguous quantity "${problem.text}": ${problem.readings.join(' or ')}.`, {
        expected: 'one of them',
      });
    case 'months':
      return error('months', `Ambiguous time "${problem.text}": a month has no fixed length.`, {
        expected: 'days or weeks, such as `30 days` or `4 weeks`',
      });
    case 'node-hours':
      return error('node-hours', `Hours of nodes: "${problem.text}".`, {
        expected: 'accelerator-hours: multiply by the accelerators in a node, and give the product as `accelerator_hours`',
      });
    case 'unknown-unit':
      return error('unknown-unit', `Unknown unit "${problem.unit}".`, { expected });
    case 'ambiguous-unit':
      return error('ambiguous-unit', `Ambiguous unit "${problem.unit}": ${problem.candidates.join(' or ')}.`, {
        expected,
        suggestion: problem.candidates.join(' or '),
      });
    case 'wrong-dimension':
      return error('wrong-dimension', `Wrong quantity: ${names[problem.found]} in place of ${names[problem.expected]}.`, { expected });
  }
}
