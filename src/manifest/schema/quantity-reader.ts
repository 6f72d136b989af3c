import { bases, measurementBoundaries } from '../../assessment/ids.js';
import type { Message } from '../../diagnostics/message.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { Report } from '../../diagnostics/report.js';
import { parseQuantity, unitIn } from '../../units/parse.js';
import { canonicalUnit, type Dimension } from '../../units/quantity.js';
import { instruments } from '../instruments.js';
import { kindOf } from '../kind.js';
import type { ManifestQuantity } from '../manifest-quantity.js';
import { messages } from '../messages.js';
import { basisWords, idleKinds, origins, type QuantityRules, quantityKeys } from './quantity-rules.js';
import { choiceWritten, yearWritten } from './words.js';

type Mapping = Readonly<Record<string, unknown>>;

/** What a number is read by, and where: at a key of the quantity, or `''` for the quantity itself. */
interface Place {
  readonly rules: QuantityRules;
  readonly report: Report;
  readonly path: string;
  /** Unit from the key `unit`, or from the value for an end of its range. */
  readonly unit?: string | undefined;
}

type ReadNumber = Pick<ManifestQuantity, 'value' | 'dimension' | 'unit' | 'halfPlace' | 'bareCO2' | 'ofAccelerators'>;

/** A quantity as the manifest has it; nothing where it is not one, with every fault reported. */
export function readQuantity(raw: unknown, rules: QuantityRules, report: Report): ManifestQuantity | undefined {
  if (typeof raw === 'string' || typeof raw === 'number') {
    const number = readNumber(raw, { rules, report, path: '' });
    return number && { ...number, path: '' };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report({ ...messages.notAQuantity(kindOf(raw), rules.dimensions[0]), path: '' });
    return undefined;
  }
  return readMapping(raw as Mapping, rules, report);
}

function readMapping(raw: Mapping, rules: QuantityRules, report: Report): ManifestQuantity | undefined {
  // Unknown keys come first, since one of them may be a misspelt `value`.
  const keys = quantityKeys(rules);
  for (const key of Object.keys(raw)) {
    if (!(keys as readonly string[]).includes(key)) report({ ...messages.unknownKey(key, keys, nearest(key, keys)[0]), path: key });
  }
  if (raw['value'] === undefined) {
    report({ ...messages.missingValue(rules.dimensions[0]), path: '' });
    return undefined;
  }
  // The number and its range, in one unit.
  const unit = readText(raw, 'unit', report);
  const value = readNumber(raw['value'], { rules, report, path: 'value', unit });
  const range = readRange(raw, value, { rules, report, path: 'value', unit });
  // What is said about it. Each is read whatever the others are, so that all faults are reported at once.
  const evidence = readEvidence(raw, report);
  const byCalendar = readOther(raw, 'by_calendar', { rules, report, path: 'value', unit });
  const size = raw['for'] === undefined ? undefined : readNumber(raw['for'], { rules: sizeRules, report, path: 'for' });
  const about = {
    cite: readText(raw, 'cite', report),
    url: readText(raw, 'url', report),
    licence: readText(raw, 'licence', report),
    key: readText(raw, 'key', report),
    method: readText(raw, 'method', report),
    unknown: readText(raw, 'unknown', report),
  };
  const of = readChoice(raw, 'of', idleKinds, report);
  return value && { ...value, ...range, ...about, ...evidence, for: size?.value, of, byCalendar, path: '' };
}

/** A number in the canonical unit of its dimension. */
function readNumber(raw: unknown, place: Place): ReadNumber | undefined {
  const { rules, report, path, unit } = place;
  const [first] = rules.dimensions;
  const refuse = (message: Message): undefined => {
    report({ ...message, path });
    return undefined;
  };
  if (typeof raw === 'number' && !Number.isFinite(raw)) return refuse(messages.notFinite(String(raw)));
  if (typeof raw === 'number' && unit === undefined && rules.bare !== true) return refuse(messages.missingUnit(String(raw), first));
  if (typeof raw !== 'number' && typeof raw !== 'string') return refuse(messages.notAQuantity(kindOf(raw), first));
  // The first dimension that the unit fits; where it fits none, the fault is that of the one that is meant.
  const text = unit === undefined ? String(raw) : `${raw} ${unit}`;
  const attempts = rules.dimensions.map((dimension) => ({ dimension, parsed: parseQuantity(text, dimension, rules.bare === true) }));
  const match = attempts.find(({ parsed }) => parsed.ok) ?? attempts[0];
  if (match === undefined) return undefined;
  const { parsed, dimension } = match;
  if (!parsed.ok) return refuse(messages.quantity(parsed.problem, first));
  const wrong = outOfBounds(parsed.value, String(raw), rules, dimension);
  if (wrong !== undefined) return refuse(wrong);
  const { value, halfPlace, bareCO2, ofAccelerators } = parsed;
  return { value, dimension, unit: canonicalUnit[dimension], halfPlace, bareCO2, ofAccelerators };
}

/** FLOP of a billion of the largest trainings that are known. */
const maxOperations = 1e36;

/** More than the world has of anything that is counted here. */
const maxFigure = 1e24;

function outOfBounds(value: number, text: string, rules: QuantityRules, dimension: Dimension): Message | undefined {
  if (!Number.isFinite(value)) return messages.notFinite(text);
  if (value < 0) return messages.negative(text);
  if (value > (dimension === 'compute' ? maxOperations : maxFigure)) return messages.tooLarge(text);
  if (rules.rule === 'pue' && value < 1) return messages.pueBelowOne(value);
  if (rules.rule === 'share' && dimension === 'ratio' && value > 1)
    return isBarePercentage(text, value) ? messages.bareShare(text.trim()) : messages.aboveHundred(value);
  if (rules.aboveZero === true && value === 0) return messages.zero();
  if (rules.whole === true && !Number.isInteger(value)) return messages.notWhole(text);
  return undefined;
}

/** Whether a number without a sign is a percentage: 85, but not 1.2, which may be a slip of another kind. */
function isBarePercentage(text: string, value: number): boolean {
  return /^[\d.]+$/.test(text.trim()) && value > 2 && value <= 100;
}

/** Both ends of a range, around the value. */
function readRange(raw: Mapping, value: ReadNumber | undefined, place: Place): Pick<ManifestQuantity, 'low' | 'high'> {
  const { report } = place;
  const end = (key: 'low' | 'high'): ReadNumber | undefined =>
    raw[key] === undefined
      ? undefined
      : readNumber(raw[key], { ...place, path: key, unit: place.unit ?? unitOfValue(raw['value'], raw[key]) });
  const [low, high] = [end('low'), end('high')];
  if ((raw['low'] === undefined) !== (raw['high'] === undefined)) report({ ...messages.halfRange(), path: '' });
  if (low === undefined || high === undefined) return {};
  if (value && (low.value > value.value || high.value < value.value)) report({ ...messages.rangeOrder(), path: 'value' });
  return { low: low.value, high: high.value };
}

/** Another figure of the same dimension; a bare number has the unit of the value. */
function readOther(raw: Mapping, key: 'by_calendar', place: Place): number | undefined {
  const unit = place.unit ?? unitOfValue(raw['value'], raw[key]);
  return raw[key] === undefined ? undefined : readNumber(raw[key], { ...place, path: key, unit })?.value;
}

/** The unit that a bare end of a range takes from its value: in `{ value: 57 g/kWh, low: 40 }` nothing else can be meant. */
function unitOfValue(value: unknown, end: unknown): string | undefined {
  const isBare = typeof end === 'number' || (typeof end === 'string' && unitIn(end) === '');
  const unit = isBare && typeof value === 'string' ? unitIn(value) : undefined;
  return unit === '' ? undefined : unit;
}

const sizeRules: QuantityRules = { dimensions: ['accelerators'], bare: true, aboveZero: true };

/** How good the evidence is: year, instrument, basis and boundary. */
function readEvidence(raw: Mapping, report: Report): Pick<ManifestQuantity, 'year' | 'instrument' | 'basis' | 'origin' | 'boundary'> {
  const year = readYear(raw['year'], report);
  const instrument = readChoice(raw, 'instrument', instruments, report);
  const { basis, origin } = readBasis(raw['basis'], report);
  const boundary = readChoice(raw, 'boundary', measurementBoundaries, report);
  if (instrument !== undefined && basis !== undefined && basis !== 'measured')
    report({ ...messages.instrumentNotMeasured(instrument, origin ?? basis), path: 'instrument' });
  return { year, instrument, basis: basis ?? (instrument === undefined ? undefined : 'measured'), origin, boundary };
}

function readText(raw: Mapping, key: string, report: Report): string | undefined {
  const value = raw[key];
  if (value === undefined || typeof value === 'string') return value;
  report({ ...messages.wrongType(kindOf(value), 'text'), path: key });
  return undefined;
}

function readYear(raw: unknown, report: Report): number | undefined {
  const year = yearWritten(raw);
  if (year === undefined || (typeof year === 'number' && Number.isInteger(year))) return year;
  report({ ...(isScalar(raw) ? messages.notAYear(String(raw)) : messages.wrongType(kindOf(raw), 'a year, such as 2022')), path: 'year' });
  return undefined;
}

const isScalar = (raw: unknown): boolean => typeof raw === 'string' || typeof raw === 'number';

function readBasis(raw: unknown, report: Report): Pick<ManifestQuantity, 'basis' | 'origin'> {
  if (raw === undefined) return {};
  const basis = choiceWritten(String(raw), bases);
  if (basis !== undefined) return { basis };
  const origin = choiceWritten(String(raw), origins);
  if (origin !== undefined) return { basis: 'assumed', origin };
  report({ ...messages.notAChoice(String(raw), basisWords, nearest(String(raw), basisWords)[0]), path: 'basis' });
  return {};
}

function readChoice<T extends string>(raw: Mapping, key: string, choices: readonly T[], report: Report): T | undefined {
  const value = raw[key];
  if (value === undefined) return undefined;
  const choice = choiceWritten(String(value), choices);
  if (choice === undefined) report({ ...messages.notAChoice(String(value), choices, nearest(String(value), choices)[0]), path: key });
  return choice;
}
