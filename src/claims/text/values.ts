import type { ClaimedValue, Measure } from '../claim.js';
import { countsIn } from './counts.js';
import type { Label } from './label.js';
import type { LineWords } from './line-words.js';
import { isAmount, magnitudePattern, numberPattern, readNumber } from './numbers.js';
import { qualifiersOf } from './qualifiers.js';
import { withRuns } from './runs.js';
import { timesIn } from './times.js';
import { type UnitRead, unitOf, unitPattern } from './units.js';

/** A value without its place in the file. */
export type LooseValue = Omit<ClaimedValue, 'at' | 'scopes' | 'context'> & { readonly index: number };

const quantity = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,/^]|\p{L}[-−])(?<number>[-−]?${numberPattern})(?<magnitude>${magnitudePattern})?[\s\u202f*~-]{0,3}(?:${unitPattern})`,
  'gu',
);
/** Units that no measure has, and things that are counted: a number of these is of nothing that is read here. */
const otherUnit = String.raw`[\s\u00a0\u202f]?(?:[%‰°$€£]|(?:m?L|lit(?:er|re)s?|m³|percent|USD|EUR|GB|TB|TFLOPS?|(?:T|P)?FLOPs?|epochs?|steps?|iterations?|tokens?|samples?|runs?|times)(?![\p{L}\p{N}]))`;
/** No part of a longer number, of a date, a clock or a range, none of several (`6 of 12 phases`), and of no other unit. */
const numberEnds = String.raw`(?![\p{L}\p{N}]|[.,:/]\p{N}|[-–]\d|[\s\u00a0](?:out )?of[\s\u00a0]\d|${otherUnit})`;
const bareNumber = new RegExp(String.raw`^[\s*~≈<>_(]*(?<number>${numberPattern})(?<magnitude>${magnitudePattern})?${numberEnds}`, 'u');

const pueLabel = String.raw`(?:\bPUEs?\b|\b[pP]ower [uU]s(?:age|e) [eE]ff(?:ectiveness|iciency))`;
/** Words between the label and its number: some, up to a colon or a comma; behind these, words of estimates alone. */
const pueGap = String.raw`[^\d.,:;|\n]{0,40}?(?:[:,|][\s*_~≈(]{0,4}(?:(?:about|around|approx\w*|roughly|circa|estimated|assumed|reported|average|of|at|is|was|as)\s+){0,3})?`;
/** A number with another unit is no PUE, and digits of a name are none: `6.67 kg`, `europe-west4`. */
const pueBehind = new RegExp(
  String.raw`${pueLabel}${pueGap}(?<![\p{L}\p{N}][-_]?)(?<number>\d(?:\.\d+)?)(?:${numberEnds}|(?=[-–]\d))(?![\s\u00a0\u202f*]{0,2}(?:${unitPattern}))`,
  'gu',
);
const pueBefore = /(?<![\p{L}\p{N}.,])(?<number>\d\.\d+)\s+PUE\b/gu;

/** Every value of a line or a cell: quantities with a unit, PUEs, numbers of devices, and a bare number whose label gives its unit. */
export function valuesIn(line: LineWords): readonly LooseValue[] {
  const times = composedTimesIn(line);
  const isInTime = ({ index }: LooseValue): boolean => times.some((time) => index >= time.index && index < time.end);
  const quantities = quantitiesIn(line).filter((value) => !isInTime(value));
  const found = [...quantities, ...times.map(({ value }) => value), ...efficienciesIn(line), ...puesIn(line), ...deviceCountsIn(line)];
  const bare = bareValueIn(line, found);
  const all = joined(bare === undefined ? found : [...found, bare], line.text);
  return withRuns(withoutOthers(all, line.text), line.text);
}

function quantitiesIn(line: LineWords): readonly LooseValue[] {
  return [...line.hidden.matchAll(quantity)].flatMap((match) => quantityOf(line, match) ?? []);
}

/** `2h30m`, `two days`: rounded to the unit that is printed last, but by no more than a tenth. */
function composedTimesIn(line: LineWords): readonly { readonly index: number; readonly end: number; readonly value: LooseValue }[] {
  return timesIn(line).map(({ index, end, hours, step }) => {
    const number = String(hours);
    const half = Math.min(step / 2, hours * maxOfTime);
    const { is } = claimedValue(line, { measure: 'hours', size: 1, index, number: '1', end });
    const text = line.text.slice(index, end);
    return {
      index,
      end,
      value: { measure: 'hours', value: hours, low: hours - half, high: hours + half, text, number, unit: '', index, is },
    };
  });
}

const maxOfTime = 0.1;

function quantityOf(line: LineWords, match: RegExpExecArray): LooseValue | undefined {
  const { text, label } = line;
  const { number = '', magnitude = '', ...groups } = match.groups ?? {};
  const end = match.index + match[0].length;
  const behind = text.slice(match.index + number.length + magnitude.length, end);
  // The full stop of `CO2 eq.` may be the sentence's.
  const printed = behind.trim().replace(/\.$/, '');
  const unit = unitOf(groups, printed);
  if (unit === undefined) return undefined;
  if (unit.isBare === true && !isOfEmissions(text, match.index, label)) return undefined;
  // `in 2023 h`: a letter alone is a unit only close to its number.
  if (/^[dshtT]$/.test(printed) && /\s{2,}/.test(behind)) return undefined;
  const byHour = /^\s*(?:\/\s*|per\s+)h(?:our|r)?\b/i.test(text.slice(end));
  const value = { index: match.index, number, magnitude };
  if (unit.measure === 'power' && byHour) return claimedValue(line, { ...value, measure: 'power', size: unit.size, unit: `${printed}/h` });
  const isRate = unit.measure === 'energy' && byHour;
  const [measure, size] = isRate ? (['power', unit.size * 1000] as const) : ([unit.measure, unit.size] as const);
  return claimedValue(line, { ...value, measure, size, unit: printed, end: match.index + match[0].trimEnd().length });
}

/** A mass in words about emissions; else it may be of anything. */
function isOfEmissions(text: string, index: number, label: Label | undefined): boolean {
  if (label?.measure === 'emissions') return true;
  return /emi(?:t|ssion)|co[\s_~$]?[2₂]|carbon|greenhouse|footprint|\bghg\b/i.test(text.slice(Math.max(0, index - 160), index + 60));
}

/** The ML CO2 calculator's words, without the unit that it counts in: kgCO2eq/kWh. */
const bareEfficiency =
  /\bcarbon efficiency (?:of|is|was|:)\s*(?:about |around |approximately |~)?(?<number>[01](?:[.,]\d+)?)(?![\p{L}\p{N}.,]*\p{N}|\s*(?:%|k?g|lb|t\b))/giu;

function efficienciesIn(line: LineWords): readonly LooseValue[] {
  return [...line.text.matchAll(bareEfficiency)].map((match) => {
    const number = match.groups?.['number'] ?? '';
    const index = match.index + match[0].length - number.length;
    return claimedValue({ ...line, label: undefined }, { measure: 'intensity', size: 1000, index, number, unit: 'kgCO2eq/kWh' });
  });
}

function puesIn(line: LineWords): readonly LooseValue[] {
  const { text } = line;
  return [...text.matchAll(pueBehind), ...text.matchAll(pueBefore)].map((match) => {
    const number = match.groups?.['number'] ?? '';
    return claimedValue(
      { ...line, label: undefined },
      { measure: 'pue', size: 1, index: match.index + match[0].lastIndexOf(number), number },
    );
  });
}

function deviceCountsIn(line: LineWords): readonly LooseValue[] {
  return countsIn(line.text, line.devices).map(({ index, number, times, printed }) => {
    const one = claimedValue({ ...line, label: undefined }, { measure: 'accelerators', size: 1, index, number });
    const value = one.value * times;
    return { ...one, value, low: value, high: value, text: printed ?? one.text };
  });
}

/** Values of these are understood without a unit. */
const unitless: ReadonlySet<Measure> = new Set(['hours', 'accelerator-hours', 'pue', 'accelerators']);

/** The number that a line begins with, where its label says what it is of and no other value is of that. */
function bareValueIn(line: LineWords, found: readonly LooseValue[]): LooseValue | undefined {
  const { text, label } = line;
  const measure = label?.unit?.measure ?? label?.measure;
  if (label === undefined || measure === undefined || found.some((value) => value.measure === measure)) return undefined;
  const match = bareNumber.exec(text);
  const unit: UnitRead | undefined = label.unit ?? (unitless.has(measure) ? { measure, size: 1, printed: '' } : undefined);
  if (match === null || unit === undefined) return undefined;
  const { number = '', magnitude = '' } = match.groups ?? {};
  const index = match.index + match[0].indexOf(number);
  // `PUE: no figure for 2020; 2022 is the nearest year`
  if (measure === 'pue' && /^(?:19|20)\d\d$/.test(number)) return undefined;
  if (found.some((value) => value.index === index)) return undefined;
  return claimedValue(line, { measure: unit.measure, size: unit.size, index, number, magnitude, unit: unit.printed });
}

/** What a value is called whose meaning its label alone gives. */
const counted: Readonly<Partial<Record<Measure, string>>> = {
  'hours': ' h',
  'accelerator-hours': ' accelerator-hours',
  'accelerators': ' accelerators',
};

/** A number in a line, and its unit. */
interface NumberRead {
  readonly measure: Measure;
  /** Of the unit, in the measure's own. */
  readonly size: number;
  readonly index: number;
  readonly number: string;
  readonly magnitude?: string | undefined;
  readonly unit?: string | undefined;
  /** Behind the unit; behind the number where absent. */
  readonly end?: number | undefined;
}

function claimedValue(line: LineWords, { measure, size, index, number, magnitude = '', unit = '', ...read }: NumberRead): LooseValue {
  const before = line.text.slice(Math.max(0, index - 24), index);
  const isAbout =
    /(?:~|≈|\babout|\bapprox\w*\.?|\baround|\broughly|\bnearly|\balmost|\bcirca|\bca\.|\bover|\bmore than|\bsome|[<>≤≥])\s*$/i.test(before);
  const sign = /^[-−]/.test(number) && /(?:^|[\s(:=])$/.test(before) ? -1 : 1;
  const { value, ...ends } = readNumber(number.replace(/^[-−]/, ''), magnitude, isAbout);
  // `<0.1` is anything below.
  const from = /[<≤]\s*$/.test(before) ? 0 : ends.low;
  const [low, high] = sign < 0 ? [-ends.high, -from] : [from, ends.high];
  const end = read.end ?? index + number.length + magnitude.length;
  return {
    measure,
    value: sign * value * size,
    low: low * size,
    high: high * size,
    text: `${number}${magnitude}${unit === '' ? (counted[measure] ?? '') : ` ${unit}`}`,
    number,
    unit,
    index,
    is: qualifiersOf(line, { measure, index, end }),
  };
}

/** `118 days and 5 hours` is one time. */
function joined(values: readonly LooseValue[], text: string): readonly LooseValue[] {
  const result: LooseValue[] = [];
  for (const next of values) {
    const last = result.at(-1);
    const end = last === undefined ? 0 : text.indexOf(last.number, last.index) + last.number.length;
    const between = text.slice(end, next.index);
    const continues =
      last?.measure === 'hours' && next.measure === 'hours' && last.value > next.value && /^\s*\p{L}+,?\s+(?:and\s+)?$/u.test(between);
    if (last === undefined || !continues) {
      result.push(next);
      continue;
    }
    const width = (next.high - next.low) / 2;
    const value = last.value + next.value;
    result[result.length - 1] = { ...last, value, low: value - width, high: value + width, text: `${last.text} ${next.text}` };
  }
  return result;
}

/** The 2 of `CO 2` is no value, and `1e400 kg` is no amount. */
function withoutOthers(values: readonly LooseValue[], text: string): readonly LooseValue[] {
  return values.filter(({ index, value }) => isAmount(value) && !/\bCO[\s_~$]?$/.test(text.slice(Math.max(0, index - 4), index)));
}
