import { error, listed, type Message, suggested } from '../diagnostics/message.js';
import type { ParseProblem } from '../units/parse.js';
import { exampleOf } from '../units/parse.js';
import type { Dimension } from '../units/quantity.js';

/** What can be wrong with the text and the shape of a manifest. */
export const messages = {
  notYaml: (reason: string) => error('not-yaml', `This is not YAML: ${reason}`, { expected: 'YAML or JSON' }),
  severalDocuments: () => error('several-documents', 'The file holds several YAML documents.', { expected: 'one manifest a file' }),
  aliasBomb: () =>
    error('alias-bomb', 'The anchors of this YAML expand to far more than the file holds.', {
      expected: 'values written out, or few aliases',
    }),
  unknownAlias: (name: string) =>
    error('unknown-alias', `No anchor \`&${name}\` stands before this alias.`, {
      expected: `\`&${name}\` at an earlier value; or quotes, where \`*${name}\` is text`,
    }),
  notMergeable: () =>
    error('not-mergeable', '`<<` can merge mappings only.', { expected: '`<<: *anchor` of a mapping, or a list of such aliases' }),
  duplicateKey: (key: string) => error('duplicate-key', `The key \`${key}\` stands here twice.`, { expected: 'each key once' }),
  notAMapping: (found: string) =>
    error('not-a-mapping', `The manifest is ${found}.`, { expected: 'keys with values, such as `model: My model`' }),
  unknownKey: (key: string, known: readonly string[], suggestion?: string) =>
    error('unknown-key', `There is no key \`${key}\` here.`, {
      expected: known.length > 12 ? 'one of the keys that `carboncard schema` prints for this place' : `one of ${listed(known)}`,
      ...suggested(suggestion),
    }),
  missingKey: (key: string, why: string) => error('missing-key', `\`${key}\` is missing.`, { expected: why }),
  wrongType: (found: string, expected: string) => error('wrong-type', `This is ${found}.`, { expected }),
  notAChoice: (found: string, choices: readonly string[], suggestion?: string) =>
    error('not-a-choice', `\`${found}\` is not one of the choices.`, { expected: `one of ${listed(choices)}`, ...suggested(suggestion) }),
  invalid: (message: string) => error('invalid', message),
  machineAtTop: () =>
    error('machine-at-top', '`hardware` at the top of a manifest holds machines by name, and here is one without.', {
      expected:
        '`hardware: 8 x A100 80GB`, or `accelerators: 8` beside `hardware: A100 80GB`; or a name, as `hardware: { node: { accelerator: A100 80GB } }`, that a phase takes by `hardware: node`',
    }),
  unsupportedVersion: (found: string) =>
    error('unsupported-version', `This manifest says \`carboncard: ${found}\`.`, { expected: '`carboncard: 1`' }),
  quantity: (problem: ParseProblem, dimension: Dimension): Message => quantitySentence(problem, dimension),
  missingUnit: (value: number, dimension: Dimension) =>
    error('missing-unit', `${value} has no unit.`, {
      expected: `${nameOf(dimension)} with its unit, such as \`${exampleOf(dimension, value)}\``,
    }),
  missingValue: (dimension: Dimension) =>
    error('missing-value', 'This quantity has no `value`.', {
      expected: `\`{ value: ${exampleOf(dimension)}, low: …, high: …, cite: … }\``,
    }),
  notAQuantity: (found: string, dimension: Dimension) =>
    error('not-a-quantity', `This is ${found}.`, {
      expected: `${nameOf(dimension)}, such as \`${exampleOf(dimension)}\`, or \`{ value, low, high, cite }\``,
    }),
  negative: (text: string) => error('negative', `${text} is negative.`, { expected: '0 or more' }),
  notFinite: (text: string) => error('not-finite', `${text} is not a finite number.`, { expected: 'a finite number' }),
  zero: (what: string) => error('zero', `${what} can't be 0.`, { expected: 'more than 0' }),
  notWhole: (text: string) => error('not-whole', `${text} is not a whole number.`, { expected: 'a whole number' }),
  pueBelowOne: (value: number) =>
    error('pue-below-1', `A PUE of ${value} is below 1.`, {
      expected: 'facility energy ÷ IT energy, 1 or more',
      note: 'At 1 the machines take all of the electricity.',
    }),
  aboveHundred: (value: number) =>
    error('above-100-percent', `${percentText(value)} is above 100 %.`, { expected: 'a share of at most 100 %' }),
  rangeOrder: () =>
    error('range-order', 'The range does not hold the value.', { expected: 'low ≤ value ≤ high (the 5 % and 95 % points)' }),
  halfRange: () => error('half-range', 'A range needs both ends.', { expected: '`low` and `high`, or neither' }),
  instrumentNotMeasured: (instrument: string, basis: string) =>
    error('instrument-not-measured', `What \`${instrument}\` read is measured, and the basis here is ${basis}.`, {
      expected: '`basis: measured`, or no `instrument`',
    }),
  noSlug: (name: string) =>
    error('no-slug', `No folder name can be made from \`${name}\`.`, { expected: '`slug:` in ASCII letters, digits and hyphens' }),
  unsafeSlug: (slug: string) =>
    error('unsafe-slug', `\`${slug}\` can't be the name of a report's folder.`, {
      expected: 'a `slug:` of letters, digits, `.`, `_` and `-`, starting with a letter or digit; no slash, no `..`',
    }),
  twoSlugs: () => error('two-slugs', '`slug` stands here and in `model`, with another value.', { expected: 'one of them' }),
  noPhases: () =>
    error('no-phases', 'The manifest names no phase.', {
      expected: '`phases:` with at least one, or `hardware`, `duration` and `location`',
    }),
  phasesBesideShorthand: (key: string) =>
    error('phases-beside-shorthand', `\`${key}\` stands beside \`phases\`.`, { expected: `\`${key}\` inside a phase` }),
} as const;

const names: Record<Dimension, string> = {
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
  accelerators: 'a number of accelerators',
  compute: 'a number of operations',
  'compute rate': 'operations per second',
};

function nameOf(dimension: Dimension): string {
  return names[dimension];
}

function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(12))} %`;
}

function quantitySentence(problem: ParseProblem, dimension: Dimension): Message {
  const expected = `${nameOf(dimension)}, such as \`${exampleOf(dimension)}\``;
  switch (problem.kind) {
    case 'missing-unit':
      return messages.missingUnit(problem.value, dimension);
    case 'not-a-number':
      return error('not-a-number', problem.text === '' ? 'This quantity is empty.' : `\`${problem.text}\` does not start with a number.`, {
        expected,
      });
    case 'separator':
      return error('thousands-separator', `\`${problem.text}\` holds a comma or blank that can be a thousand or a decimal sign.`, {
        expected: 'digits with a point for decimals: 433196 or 433.196',
      });
    case 'unknown-unit':
      return error('unknown-unit', `\`${problem.unit}\` is not a unit that is known.`, { expected });
    case 'ambiguous-unit':
      return error('ambiguous-unit', `\`${problem.unit}\` can mean ${problem.candidates.join(' or ')}.`, {
        expected,
        suggestion: problem.candidates.join(' or '),
      });
    case 'wrong-dimension':
      return error('wrong-dimension', `This is ${nameOf(problem.found)}, where ${nameOf(problem.expected)} belongs.`, { expected });
  }
}
