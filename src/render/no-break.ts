const noBreakSpace = '\u00a0';
const wordJoiner = '\u2060';

const unit = '%|[kMG]?t(?![\\p{L}])|[kmµ]?g(?![\\p{L}])|[TGMk]?Wh|[MkG]?W(?![\\p{L}])|[Mkmµ]?L(?![\\p{L}])|[TGMk]?J(?![\\p{L}])';
const counted = '(?:thousand|million|billion|trillion|hours?|days?|weeks?|years?|GPU|TPU|requests?|tokens?)(?![\\p{L}])|×';

/** A space that a line would end at inside a figure: before its unit, or between a unit and its substance. */
const spaceInFigure = new RegExp(`(?<=\\d) (?=${unit}|${counted})|(?<=(?<![\\p{L}])[kMGmµ]?[gt]) (?=CO₂e|Sb eq)|(?<=Sb) (?=eq)`, 'gu');
/** The dash of a range, after which a line may end. */
const dashOfRange = /(?<=\d)[–](?=[<\d])/g;

/** Text whose figures stay on one line: `50.5 t CO₂e`, `43.6–57.6`. */
export function noBreak(text: string): string {
  return text.replace(spaceInFigure, noBreakSpace).replace(dashOfRange, `–${wordJoiner}`);
}

/** A range as `noBreak` leaves it, `43.6–57.6`, as what to split a text by. */
export const range = new RegExp(`([<\\d.,]+–${wordJoiner}[<\\d.,]*\\d)`, 'u');
