import type { Basis } from '../assessment/ids.js';

/** A line of the manifest that asks something: a comment whose last character is a question mark. */
export interface OpenQuestion {
  readonly question: string;
}

/** A line of a manifest as it is drafted. */
export type DraftLine = string | OpenQuestion;

/** A line that shows what is missing, and asks for it: `# year: 2023  # when?` */
export function question(line: string, asked: string): OpenQuestion {
  return { question: `${line}  # ${asked}?` };
}

/** The text of a drafted line, with or without a question. */
export function lineText(line: DraftLine): string {
  return typeof line === 'string' ? line : line.question;
}

/** More digits than this are noise of floating-point sums: 4.8459699999999994 for 4.84597. */
const maxDigits = 12;

/** A number with up to 12 significant digits, without an exponent where it is small. */
export function decimal(value: number): string {
  const [mantissa = '', exponent] = String(Number(value.toPrecision(maxDigits))).split('e-');
  return exponent === undefined ? mantissa : `0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('.', '')}`;
}

/** Interval and evidence of a quantity: `, low: 4 kWh, high: 6 kWh, basis: assumed`; what is not known is left out. */
export function evidenceText({ low, high, basis }: Evidence = {}, unit = ''): string {
  const range = low === undefined || high === undefined ? '' : `, low: ${decimal(low)}${unit}, high: ${decimal(high)}${unit}`;
  return basis === undefined ? range : `${range}, basis: ${basis}`;
}

interface Evidence {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly basis?: Basis | undefined;
}

/** Text that YAML reads as text: plain where it can't mean anything else, otherwise in quotes. */
export function scalar(text: string): string {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9 ._()/+-]*$/.test(text) && !/^[\d.eE+-]+$|^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text);
  return isPlain && text === text.trim() ? text : JSON.stringify(text);
}

/** Text on one line, so that it does not end its comment. */
export function comment(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
