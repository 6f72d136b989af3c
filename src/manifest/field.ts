import { z } from 'zod';
import type { Basis } from '../assessment/assessment.js';
import { bases, measurementBoundaries } from '../assessment/ids.js';
import type { Message } from '../diagnostics/message.js';
import { nearest } from '../diagnostics/nearest.js';
import { exampleOf, parseQuantity, unitIn } from '../units/parse.js';
import { canonicalUnit, type Dimension } from '../units/quantity.js';
import { instruments } from './instruments.js';
import type { ManifestQuantity } from './manifest-quantity.js';
import { messages } from './messages.js';

export interface FieldOptions {
  /** What the text may be; the first is meant where the unit does not tell. */
  readonly dimensions: readonly [Dimension, ...Dimension[]];
  readonly description: string;
  /** A number without a unit can't be mistaken here. */
  readonly bare?: boolean | undefined;
  readonly aboveZero?: boolean | undefined;
  readonly whole?: boolean | undefined;
  readonly rule?: 'pue' | 'share' | undefined;
  /** Particulars beyond those that every quantity takes. */
  readonly also?: readonly ('boundary' | 'instrument' | 'for' | 'key')[] | undefined;
}

/** Relations to the publication beyond the bases: the figure is not printed there. */
const origins = ['inferred', 'back-calculated'] as const;
const basisWords: readonly string[] = [...bases, ...origins];
const common = ['value', 'low', 'high', 'unit', 'cite', 'url', 'year', 'licence', 'basis'] as const;

interface Problem {
  readonly sentence: Message;
  readonly path: readonly string[];
}

/**
 * A schema for a quantity: text with a unit, or `{ value, low, high, cite, … }`.
 *
 * Parsed by hand, since a union of schemas would answer a wrong unit with "Invalid input".
 */
export function quantityField(options: FieldOptions): z.ZodType<ManifestQuantity, unknown> {
  return z
    .unknown()
    .meta(jsonSchemaOf(options))
    .transform((raw, context): ManifestQuantity => {
      const problems: Problem[] = [];
      const given = readGiven(raw, options, problems);
      for (const { sentence, path } of problems) {
        context.issues.push({ code: 'custom', message: sentence.message, input: raw, path: [...path], params: { sentence } });
      }
      return given ?? z.NEVER;
    });
}

function jsonSchemaOf({ dimensions, description, bare, also = [] }: FieldOptions): Record<string, unknown> {
  const examples = dimensions.map((dimension) => exampleOf(dimension));
  const scalar = bare === true ? ['string', 'number'] : ['string'];
  const one = { type: scalar.length === 1 ? 'string' : scalar };
  const number = { type: ['string', 'number'] };
  const particulars: Record<string, unknown> = {
    value: { ...one, description: `As ${examples.join(' or ')}` },
    low: { ...number, description: 'Its 5 % point; a bare number has the unit of value' },
    high: { ...number, description: 'Its 95 % point; a bare number has the unit of value' },
    unit: { type: 'string', description: 'For value, low and high, where they are bare numbers' },
    cite: { type: 'string', description: 'Where the figure is published' },
    url: { type: 'string' },
    year: { type: 'integer' },
    licence: { type: 'string' },
    basis: { enum: [...basisWords], description: 'How good the evidence is' },
    boundary: { enum: [...measurementBoundaries], description: 'Where it was metered' },
    instrument: { enum: [...instruments], description: 'What it was measured with; makes it measured' },
    for: { ...number, description: 'What it was measured for: 384 accelerators' },
    key: { type: 'string', description: 'By what it was divided: GPU-hours, FLOPs' },
  };
  const keys: readonly string[] = [...common, ...also];
  return {
    description,
    examples,
    anyOf: [
      one,
      {
        type: 'object',
        properties: Object.fromEntries(keys.map((key) => [key, particulars[key]])),
        required: ['value'],
        additionalProperties: false,
      },
    ],
  };
}

function readGiven(raw: unknown, options: FieldOptions, problems: Problem[]): ManifestQuantity | undefined {
  if (typeof raw === 'string' || typeof raw === 'number') {
    const number = readNumber(raw, options, undefined, [], problems);
    return number && { ...number, path: '' };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    problems.push({ sentence: messages.notAQuantity(describe(raw), options.dimensions[0]), path: [] });
    return undefined;
  }
  return readParticulars(raw as Readonly<Record<string, unknown>>, options, problems);
}

interface ReadNumber {
  readonly value: number;
  readonly dimension: Dimension;
  readonly unit: ManifestQuantity['unit'];
  readonly bareCO2?: true | undefined;
}

function readNumber(
  raw: unknown,
  options: FieldOptions,
  unit: string | undefined,
  path: readonly string[],
  problems: Problem[],
): ReadNumber | undefined {
  const [first] = options.dimensions;
  const say = (sentence: Message): undefined => {
    problems.push({ sentence, path });
    return undefined;
  };
  if (typeof raw === 'number' && !Number.isFinite(raw)) return say(messages.notFinite(String(raw)));
  if (typeof raw === 'number' && unit === undefined && options.bare !== true) return say(messages.missingUnit(raw, first));
  if (typeof raw !== 'number' && typeof raw !== 'string') return say(messages.notAQuantity(describe(raw), first));
  const text = unit === undefined ? String(raw) : `${raw} ${unit}`;
  const attempts = options.dimensions.map((dimension) => ({ dimension, parsed: parseQuantity(text, dimension, options.bare === true) }));
  const match = attempts.find(({ parsed }) => parsed.ok) ?? attempts[0];
  if (match === undefined) return undefined;
  const { parsed, dimension } = match;
  if (!parsed.ok) return say(messages.quantity(parsed.problem, first));
  const wrong = outOfBounds(parsed.value, String(raw), options, dimension);
  if (wrong !== undefined) return say(wrong);
  const number = { value: parsed.value, dimension, unit: canonicalUnit[dimension] };
  return parsed.bareCO2 === true ? { ...number, bareCO2: true } : number;
}

function outOfBounds(value: number, text: string, options: FieldOptions, dimension: Dimension): Message | undefined {
  if (!Number.isFinite(value)) return messages.notFinite(text);
  if (value < 0) return messages.negative(text);
  if (options.rule === 'pue' && value < 1) return messages.pueBelowOne(value);
  if (options.rule === 'share' && dimension === 'ratio' && value > 1) return messages.aboveHundred(value);
  if (options.aboveZero === true && value === 0) return messages.zero('This');
  if (options.whole === true && !Number.isInteger(value)) return messages.notWhole(text);
  return undefined;
}

function readParticulars(raw: Readonly<Record<string, unknown>>, options: FieldOptions, problems: Problem[]): ManifestQuantity | undefined {
  const [first] = options.dimensions;
  const keys: readonly string[] = [...common, ...(options.also ?? [])];
  for (const key of Object.keys(raw)) {
    if (!keys.includes(key)) problems.push({ sentence: messages.unknownKey(key, keys, nearest(key, keys)[0]), path: [key] });
  }
  if (raw['value'] === undefined) {
    problems.push({ sentence: messages.missingValue(first), path: [] });
    return undefined;
  }
  const text = (key: string): string | undefined => readText(raw[key], key, problems);
  const unit = text('unit');
  const value = readNumber(raw['value'], options, unit, ['value'], problems);
  const end = (key: 'low' | 'high'): ReadNumber | undefined =>
    raw[key] === undefined ? undefined : readNumber(raw[key], options, unit ?? unitOfValue(raw['value'], raw[key]), [key], problems);
  const [low, high] = [end('low'), end('high')];
  if ((raw['low'] === undefined) !== (raw['high'] === undefined)) problems.push({ sentence: messages.halfRange(), path: [] });
  if (value && low && high && (low.value > value.value || high.value < value.value))
    problems.push({ sentence: messages.rangeOrder(), path: ['value'] });
  const year = readYear(raw['year'], problems);
  const instrument = readChoice(raw['instrument'], 'instrument', instruments, problems);
  const basis = readBasis(raw['basis'], problems);
  const boundary = readChoice(raw['boundary'], 'boundary', measurementBoundaries, problems);
  if (instrument !== undefined && basis.basis !== undefined && basis.basis !== 'measured')
    problems.push({ sentence: messages.instrumentNotMeasured(instrument, basis.origin ?? basis.basis), path: ['instrument'] });
  const size = raw['for'] === undefined ? undefined : readNumber(raw['for'], sizeField, undefined, ['for'], problems);
  const [cite, url, licence, key] = [text('cite'), text('url'), text('licence'), text('key')];
  if (value === undefined) return undefined;
  return {
    ...value,
    ...(low && high && { low: low.value, high: high.value }),
    ...(cite !== undefined && { cite }),
    ...(url !== undefined && { url }),
    ...(licence !== undefined && { licence }),
    ...(key !== undefined && { key }),
    ...(year !== undefined && { year }),
    ...(instrument !== undefined && { basis: 'measured', instrument }),
    ...basis,
    ...(boundary !== undefined && { boundary }),
    ...(size !== undefined && { for: size.value }),
    path: '',
  };
}

/** The unit that a bare end of a range takes from its value: in `{ value: 57 g/kWh, low: 40 }` nothing else can be meant. */
function unitOfValue(value: unknown, end: unknown): string | undefined {
  const isBare = typeof end === 'number' || (typeof end === 'string' && unitIn(end) === '');
  const unit = isBare && typeof value === 'string' ? unitIn(value) : undefined;
  return unit === '' ? undefined : unit;
}

const sizeField: FieldOptions = { dimensions: ['accelerators'], description: '', bare: true, aboveZero: true };

function readText(raw: unknown, key: string, problems: Problem[]): string | undefined {
  if (raw === undefined || typeof raw === 'string') return raw;
  problems.push({ sentence: messages.wrongType(describe(raw), 'text'), path: [key] });
  return undefined;
}

function readYear(raw: unknown, problems: Problem[]): number | undefined {
  if (raw === undefined || (typeof raw === 'number' && Number.isInteger(raw))) return raw;
  problems.push({ sentence: messages.wrongType(describe(raw), 'a year, such as 2022'), path: ['year'] });
  return undefined;
}

function readBasis(raw: unknown, problems: Problem[]): { basis?: Basis | undefined; origin?: string | undefined } {
  if (raw === undefined) return {};
  const basis = bases.find((known) => known === raw);
  if (basis !== undefined) return { basis };
  const origin = origins.find((known) => known === raw);
  if (origin !== undefined) return { basis: 'assumed', origin };
  problems.push({ sentence: messages.notAChoice(String(raw), basisWords, nearest(String(raw), basisWords)[0]), path: ['basis'] });
  return {};
}

function readChoice<T extends string>(raw: unknown, key: string, choices: readonly T[], problems: Problem[]): T | undefined {
  if (raw === undefined) return undefined;
  const choice = choices.find((known) => known === raw);
  if (choice === undefined)
    problems.push({ sentence: messages.notAChoice(String(raw), choices, nearest(String(raw), choices)[0]), path: [key] });
  return choice;
}

/** A value's kind, in a reader's words. */
export function describe(raw: unknown): string {
  if (raw === null || raw === undefined) return 'empty';
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object') return 'a mapping';
  if (typeof raw === 'string') return 'text';
  if (typeof raw === 'boolean') return raw ? '`true`' : '`false`';
  return 'a number';
}
