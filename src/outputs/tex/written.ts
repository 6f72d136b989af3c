import { carbontext } from '../../sections/words/tex/definitions.js';
import { texText } from '../../sections/words/tex/text.js';
import { THIN } from '../../units/format.js';

/** Text of an assessment in `carbon.tex`: other scripts through `\carbontext`, long words with places to break. */
export function written(text: string): string {
  return texText(text, { other: carbontext, breaks: true });
}

/** A number as siunitx sets it, by the settings of the document: `50.5`, `<0.1`, `1,082,990`. */
export function number(text: string): string {
  const [, below = '', digits] = /^(<?)([−\d.,]+)$/.exec(text) ?? [];
  return digits === undefined ? written(text) : `${below && '\\ensuremath{<}'}\\num{${digits.replaceAll(',', '').replace('−', '-')}}`;
}

/** Words with numbers in digits that a reader counts: `1,082,990 GPU-hours`. */
export function counts(text: string): string {
  return text
    .split(/((?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,]))/)
    .map((part, index) => (index % 2 === 1 ? number(part) : spaced(part)))
    .join('');
}

/** Text beside a number, with the blanks at its ends. */
function spaced(text: string): string {
  return `${text.startsWith(' ') ? ' ' : ''}${written(text)}${text.length > 1 && text.endsWith(' ') ? ' ' : ''}`;
}

/** The ends of an interval: `39.9–51.7`. */
export function range(text: string): string {
  const [low = '', high = ''] = text.replaceAll('\u2060', '').split('–');
  return `${number(low)}--${number(high)}`;
}

/** A unit beside its number: `t CO₂e`. */
export function unitText(unit: string): string {
  return written(unit.replaceAll(' ', '\u00a0'));
}

/** A figure of a sentence, or its interval, with its unit, on one line: `50.5 t CO₂e`, `39.9–51.7 t`. */
export function figure(text: string): string {
  const [amount = '', ...unit] = text.split(THIN);
  const shown = amount.includes('–') ? range(amount) : number(amount);
  return unit.length === 0 ? shown : `\\mbox{${shown}\\,${unitText(unit.join(THIN))}}`;
}
