import { measurementBoundaries } from '../../assessment/ids.js';
import type { Dimension } from '../../units/quantity.js';
import { instruments } from '../instruments.js';
import { basisWords, idleKinds, type QuantityKey, type QuantityRules, quantityKeys } from './quantity-rules.js';

/** Units that people write, the most usual first. A test parses each. */
export const usualUnits: Readonly<Record<Dimension, readonly string[]>> = {
  'energy': ['kWh', 'MWh', 'GWh', 'MJ'],
  'power': ['W', 'kW', 'MW'],
  'time': ['h', 'days', 'weeks', 'years'],
  'emissions': ['gCO2e', 'kgCO2e', 'tCO2e'],
  'intensity': ['gCO2e/kWh', 'kgCO2e/MWh'],
  'water': ['L', 'm3'],
  'water intensity': ['L/kWh'],
  'ratio': ['%'],
  'parameters': [],
  'requests': [],
  'tokens': [],
  'request rate': ['per day', 'per year', 'requests/hour'],
  'token rate': ['per day', 'per year', 'tokens/hour'],
  'accelerators': [],
  'memory': ['GB', 'TB'],
  'compute': ['FLOP', 'PFLOP/s-day'],
  'compute rate': ['TFLOP/s', 'PFLOP/s'],
};

/** What the JSON Schema calls quantities that follow these rules, and a sentence on their units. */
export function definitionOf(rules: QuantityRules): { readonly name: string; readonly units: string } {
  const { dimensions, bare, aboveZero, whole, rule, also = [] } = rules;
  const numbers = bare === true ? ['bare', whole && 'whole', aboveZero && 'positive', rule] : [];
  const parts = [dimensions.join('-or-'), ...numbers, ...also].filter((part) => typeof part === 'string');
  const units = dimensions.flatMap((dimension) => usualUnits[dimension]);
  return { name: parts.join('-').replaceAll(' ', '-'), units: unitSentence(units, rules) };
}

function unitSentence(units: readonly string[], { bare, rule, dimensions: [dimension] }: QuantityRules): string {
  if (units.length === 0) return 'A number.';
  if (bare !== true) return `With a unit: ${units.join(', ')}.`;
  if (rule === 'pue') return 'A number.';
  return dimension === 'ratio' ? 'A number or a percentage.' : `A number is in ${units[0]}; other units: ${units.slice(1).join(', ')}.`;
}

/** The JSON Schema of quantities that follow these rules: text, perhaps a number, or a mapping. */
export function quantityDefinition(rules: QuantityRules): object {
  const scalar = scalarSchema(rules);
  const keys = quantityKeys(rules);
  return {
    anyOf: [
      scalar,
      {
        type: 'object',
        properties: Object.fromEntries(keys.map((key) => [key, { $ref: `#/$defs/quantity.${key}` }])),
        required: ['value'],
        // `unit` is for bare numbers; without it, the value has its own unit or needs none.
        anyOf: [{ required: ['unit'] }, { properties: { value: scalar } }],
        dependentRequired: { low: ['high'], high: ['low'] },
        additionalProperties: false,
      },
    ],
  };
}

function scalarSchema({ bare, aboveZero, whole, rule }: QuantityRules): object {
  if (bare !== true) return { type: 'string' };
  return {
    type: ['string', whole === true ? 'integer' : 'number'],
    ...(aboveZero === true ? { exclusiveMinimum: 0 } : { minimum: rule === 'pue' ? 1 : 0 }),
    ...(rule === 'share' && { maximum: 1 }),
  };
}

const textOrNumber = { type: ['string', 'number'] };
const keySchemas: Readonly<Record<QuantityKey, object>> = {
  value: {
    ...textOrNumber,
    title: 'Value',
    description: 'The number with its unit; or a number, where `unit` gives its unit or none is needed. Example: `433 MWh`.',
  },
  low: { ...textOrNumber, title: 'Low', description: 'The 5 % point. A bare number has the unit of `value`. Example: `410 MWh`.' },
  high: { ...textOrNumber, title: 'High', description: 'The 95 % point. A bare number has the unit of `value`. Example: `460 MWh`.' },
  unit: { type: 'string', title: 'Unit', description: 'Unit of `value`, `low` and `high`, where these are bare numbers. Example: `MWh`.' },
  cite: { type: 'string', title: 'Citation', description: 'Where the number is published. Example: `BLOOM paper, Table 1`.' },
  url: { type: 'string', title: 'Address', description: 'Address of the publication.' },
  year: {
    type: ['integer', 'string'],
    pattern: String.raw`^\d{4}$`,
    title: 'Year',
    description: 'Year of the publication or of the data. Example: `2022`.',
  },
  licence: { type: 'string', title: 'Licence', description: 'Licence of the data. Example: `CC BY 4.0`.' },
  basis: {
    enum: [...basisWords],
    title: 'Basis',
    description: 'How good the evidence is. Default: `measured` where an `instrument` is given, else `declared`.',
  },
  boundary: { enum: [...measurementBoundaries], title: 'Boundary', description: 'Where it was metered. Example: `node`.' },
  instrument: {
    enum: [...instruments],
    title: 'Instrument',
    description: 'What it was measured with. The basis is then `measured`. Example: `nvml`.',
  },
  for: { ...textOrNumber, title: 'For', description: 'Accelerators that the power was measured for. Example: `384 accelerators`.' },
  of: {
    enum: [...idleKinds],
    title: 'Of',
    description: 'Which machines: `baseline`, the nodes while they are on (default), or `reserved`, machines held without working.',
  },
  method: { type: 'string', title: 'Method', description: 'How it was measured or estimated. Example: `6 × parameters × tokens`.' },
  by_calendar: {
    ...textOrNumber,
    title: 'By calendar',
    description: 'The same by calendar. Example: `9.5 tCO2e`.',
  },
  unknown: {
    type: 'string',
    title: 'Unknown',
    description: 'What it is unsure by: figures with the same name are high together. Example: `load 0.75`.',
  },
  key: { type: 'string', title: 'Key', description: 'What was divided or counted. Example: `GPU-hours`.' },
};

/** The keys of quantities, as the JSON Schema defines them once for all. */
export const keyDefinitions: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(keySchemas).map(([key, schema]) => [`quantity.${key}`, schema]),
);
