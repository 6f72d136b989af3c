import type { Figure, Measure } from './claim.js';
import type { Label } from './label.js';
import { magnitudePattern, numberPattern, readNumber } from './numbers.js';
import { qualifiers } from './qualifiers.js';
import { type UnitRead, unitOf, unitPattern } from './units.js';

/** A figure without the place that it stands in. */
export type LooseFigure = Omit<Figure, 'at' | 'scopes' | 'context'> & { readonly index: number };

const quantity = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,/])(?<number>[-−]?${numberPattern})(?<magnitude>${magnitudePattern})?[\s\u202f*~-]{0,3}(?:${unitPattern})`,
  'gu',
);
const bareNumber = new RegExp(
  String.raw`^[\s*~≈<>_(]*(?<number>${numberPattern})(?<magnitude>${magnitudePattern})?(?![\p{L}\p{N}%.,/]|\s?%)`,
  'u',
);
const pueBehind =
  /(?:\bPUE\b|\b[pP]ower [uU]s(?:age|e) [eE]ff(?:ectiveness|iciency))[^\d.;\n]{0,40}?(?<number>\d(?:\.\d+)?)(?![\p{L}\d%.,]*\d|\s?%)/gu;
const pueBefore = /(?<![\p{L}\p{N}.,])(?<number>\d\.\d+)\s+PUE\b/gu;
const accelerators =
  /(?<![\p{L}\p{N}.,])(?<number>\d{1,3}(?:,\d{3})+|\d{1,6})(?:\s*[x×*]\s*(?<more>\d{1,6}))?\s*(?:[x×*]\s*)?(?:(?:NVIDIA|Nvidia|nvidia|Tesla|AMD|Google|Cloud|Intel|GeForce)\s+)*(?:(?:A100|H100|H200|V100|P100|P4|K80|T4|B200|GB200|GH200|A40|A10G?|A30|A6000|L40S?|L4|MI\d{3}X?|RTX[\s-]?\w+|GTX[\s-]?\w+|TPU[\s-]?v?\d?\w*|v100s?|a100s?|h100s?)[-\s\w]{0,24}?)?(?:GPUs?|TPUs?|gpus?|accelerators|chips|devices|A100s?|H100s?|H200s?|V100s?|P100s?|v100s?|a100s?|h100s?|T4s?|A6000s?|MI\d{3}Xs?|B200s?|L40S?|A40s?|A10Gs?|RTX[\s-]?\d{4}(?:[\s-]?Ti)?|TPU[\s-]?v\d\w?)(?![\s-]*(?:\d+\s?GB\s+)?(?:GPU[\s-]*)?(?:hours?|hrs?|h\b|days?|-hours?))/gu;
const timesDevice =
  /(?<![\p{L}\p{N}.,])(?<number>\d{1,6})\s*[x×]\s*(?=(?:NVIDIA|Nvidia|Tesla|AMD|Google|GeForce|[AHVPLT]\d{2,3}|RTX|GTX|TPU|MI\d))/gu;

/** Every figure of a line or a cell, in its order. */
export function figuresIn(text: string, label: Label | undefined): readonly LooseFigure[] {
  const found: LooseFigure[] = [];
  for (const match of text.matchAll(quantity)) {
    const figure = fromQuantity(text, match, label);
    if (figure !== undefined) found.push(figure);
  }
  const isMeasured = (measure: Measure): boolean => found.some((figure) => figure.measure === measure);
  for (const match of [...text.matchAll(pueBehind), ...text.matchAll(pueBefore)]) {
    const number = match.groups?.['number'] ?? '';
    found.push(loose('pue', 1, text, match.index + match[0].lastIndexOf(number), number, '', '', undefined));
  }
  const counts = [...text.matchAll(accelerators)];
  for (const match of counts) {
    const { number = '', more } = match.groups ?? {};
    const figure = loose('accelerators', 1, text, match.index, number, '', '', undefined);
    const times = more === undefined ? 1 : Number(more);
    const value = figure.value * times;
    found.push({ ...figure, value, low: value, high: value, text: match[0].trim() });
  }
  if (counts.length === 0) {
    for (const match of text.matchAll(timesDevice)) {
      const figure = loose('accelerators', 1, text, match.index, match.groups?.['number'] ?? '', '', '', undefined);
      found.push({ ...figure, low: figure.value, high: figure.value });
    }
  }
  const measure = label?.unit?.measure ?? label?.measure;
  if (label !== undefined && measure !== undefined && !isMeasured(measure)) {
    const bare = fromBare(text, label, measure);
    if (bare !== undefined && !found.some(({ index }) => index === bare.index)) found.push(bare);
  }
  return withoutShares(joined(found, text), text);
}

function fromQuantity(text: string, match: RegExpExecArray, label: Label | undefined): LooseFigure | undefined {
  const { number = '', magnitude = '', ...groups } = match.groups ?? {};
  const start = number.length + magnitude.length;
  // The full stop of `CO2 eq.` may be the sentence's.
  const printed = match[0].slice(start).trim().replace(/\.$/, '');
  const unit = unitOf(groups, printed);
  if (unit === undefined) return undefined;
  if (unit.isBare === true && !isOfEmissions(text, match.index, label)) return undefined;
  // `in 2023 h`: a letter that stands alone is a unit only close to its number.
  if (/^[dshtT]$/.test(printed) && /\s{2,}/.test(match[0].slice(start))) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const byHour = /^\s*(?:\/\s*|per\s+)h(?:our|r)?\b/i.test(rest);
  if (unit.measure === 'power' && byHour) return loose('power', unit.size, text, match.index, number, magnitude, `${printed}/h`, label);
  if (unit.measure === 'energy' && byHour)
    return loose('power', unit.size * 1000, text, match.index, number, magnitude, printed, label, match.index + match[0].trimEnd().length);
  return loose(unit.measure, unit.size, text, match.index, number, magnitude, printed, label, match.index + match[0].trimEnd().length);
}

/** A mass in words about emissions; else it may be of anything. */
function isOfEmissions(text: string, index: number, label: Label | undefined): boolean {
  if (label?.measure === 'emissions') return true;
  return /emi(?:t|ssion)|co[\s_~$]?[2₂]|carbon|greenhouse|footprint|\bghg\b/i.test(text.slice(Math.max(0, index - 160), index + 60));
}

function fromBare(text: string, label: Label, measure: Measure): LooseFigure | undefined {
  const match = bareNumber.exec(text);
  if (match === null) return undefined;
  const { number = '', magnitude = '' } = match.groups ?? {};
  const unit: UnitRead | undefined = label.unit ?? (unitless.has(measure) ? { measure, size: 1, printed: '' } : undefined);
  if (unit === undefined) return undefined;
  const index = match.index + match[0].indexOf(number);
  return loose(unit.measure, unit.size, text, index, number, magnitude, unit.printed, label);
}

/** A figure of these is understood without its unit: hours, and what has none. */
const unitless: ReadonlySet<Measure> = new Set(['hours', 'accelerator-hours', 'pue', 'accelerators']);

/** What a figure is called that a label alone gives a meaning. */
const counted: Readonly<Partial<Record<Measure, string>>> = {
  'hours': ' h',
  'accelerator-hours': ' accelerator-hours',
  'accelerators': ' accelerators',
};

function loose(
  measure: Measure,
  size: number,
  text: string,
  index: number,
  number: string,
  magnitude: string,
  unit: string,
  label: Label | undefined,
  end = index + number.length + magnitude.length,
): LooseFigure {
  const before = text.slice(Math.max(0, index - 24), index);
  const isAbout =
    /(?:~|≈|\babout|\bapprox\w*\.?|\baround|\broughly|\bnearly|\balmost|\bcirca|\bca\.|\bover|\bmore than|\bsome|[<>≤≥])\s*$/i.test(before);
  const sign = /^[-−]/.test(number) && /(?:^|[\s(:=])$/.test(before) ? -1 : 1;
  const read = readNumber(number.replace(/^[-−]/, ''), magnitude, isAbout);
  const [low, high] = sign < 0 ? [-read.high, -read.low] : [read.low, read.high];
  return {
    measure,
    value: sign * read.value * size,
    low: low * size,
    high: high * size,
    text: `${number}${magnitude}${unit === '' ? (counted[measure] ?? '') : ` ${unit}`}`,
    number,
    unit,
    index,
    is: qualifiers(measure, text, index, end - index, label),
  };
}

/** `118 days, 5 hours and 41 min` is one time. */
function joined(figures: readonly LooseFigure[], text: string): readonly LooseFigure[] {
  const result: LooseFigure[] = [];
  for (const figure of figures) {
    const last = result.at(-1);
    const end = last === undefined ? 0 : text.indexOf(last.number, last.index) + last.number.length;
    const between = text.slice(end, figure.index);
    const continues =
      last?.measure === 'hours' && figure.measure === 'hours' && last.value > figure.value && /^\s*\p{L}+,?\s+(?:and\s+)?$/u.test(between);
    if (last === undefined || !continues) {
      result.push(figure);
      continue;
    }
    const width = (figure.high - figure.low) / 2;
    const value = last.value + figure.value;
    result[result.length - 1] = { ...last, value, low: value - width, high: value + width, text: `${last.text} ${figure.text}` };
  }
  return result;
}

/** A number behind `CO` and the like, or one that a percent sign follows, is no figure. */
function withoutShares(figures: readonly LooseFigure[], text: string): readonly LooseFigure[] {
  return figures.filter(({ index, value }) => Number.isFinite(value) && !/\bCO[\s_~$]?$/.test(text.slice(Math.max(0, index - 4), index)));
}
