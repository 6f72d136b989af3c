import type { Assessment, ComponentId, Convention, UseAgainstDevelopment } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { countText, requestsText } from '../../units/count.js';
import { THIN } from '../../units/format.js';
import { loadText, rangeText } from '../../units/load.js';
import { intervalOf, type Quantity } from '../../units/quantity.js';
import { maxYears, spanText } from '../../units/span.js';
import type { TemplateData } from '../section.js';
import { series } from './parts.js';
import { withInterval } from './words.js';

/** Use against development, for the sentences of a report; nothing where they cannot be compared. */
export function againstText({ useAgainstDevelopment: against }: Assessment): TemplateData | undefined {
  if (against === undefined) return undefined;
  const { requests, tokens, which, perDay, days, never, load, date } = against;
  const span = days && spanText(days);
  return {
    parts: series(phrasesOf(against.components)),
    amounts: amountsText([
      requests && [requestsText(requests.value), requests],
      tokens && [`${countText(tokens.value)} ${which === undefined ? '' : `${which} `}tokens`, tokens],
    ]),
    at: load && atText(load),
    after: span?.text,
    interval: span?.interval,
    perDay: days && perDay && withInterval(perDay),
    never: never && neverSentence(against),
    date: date && { released: date.released, day: date.day, interval: datesText(date) },
    without: withoutText(against),
    conventions: conventionsText(against),
  };
}

/** In one sentence: at which load and after how long use has emitted as much as development. */
export function againstSentence({ useAgainstDevelopment: against }: Assessment): string | undefined {
  if (against?.load === undefined) return undefined;
  const { days, never, load, components, onlyDevelopment, onlyUse, date } = against;
  if (never !== undefined) return neverSentence(against);
  if (days === undefined) return undefined;
  const { text, interval } = spanText(days);
  const range = interval === undefined ? '' : ` (90${THIN}% interval ${interval})`;
  const day = date === undefined ? '' : `, on ${date.day}`;
  const alone = onlyDevelopment.length + onlyUse.length === 0 ? '' : `, counting ${series(phrasesOf(components))} alone`;
  return `At ${atText(load)}, use emits as much as development after ${text}${range}${day}${alone}.`;
}

const phrasesOf = (components: readonly ComponentId[]): readonly string[] => components.map((id) => componentPhrases[id]);

/** `this load`, of the deployment on record; else the load that was given. */
function atText(load: NonNullable<UseAgainstDevelopment['load']>): string {
  return load.from === 'period' ? 'this load' : (loadText(load) ?? 'this load');
}

type Amount = readonly [text: string, q: Quantity];

/** `15.8 million requests (90 % interval 9.29–16.6 million) or 8 billion tokens (5–9 billion)` */
function amountsText(amounts: readonly (Amount | undefined)[]): string | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  const texts = known.map(([text, q], n) => {
    const interval = intervalOf(q);
    return interval === undefined ? text : `${text} (${n === 0 ? `90${THIN}% interval ` : ''}${rangeText(interval.low, interval.high)})`;
  });
  return texts.length === 0 ? undefined : texts.join(' or ');
}

/** Why there is no day, in a sentence. */
function neverSentence({ never, load }: UseAgainstDevelopment): string {
  if (never === 'no-load') return 'The load is 0, so use never emits as much as development.';
  if (never === 'no-emissions') return 'The compared components emit nothing in use, so use never emits as much as development.';
  return `At ${load === undefined ? 'this load' : atText(load)}, use would take more than ${maxYears} years to emit as much as development.`;
}

function datesText({ earliest, latest }: NonNullable<UseAgainstDevelopment['date']>): string | undefined {
  if (earliest === undefined) return undefined;
  return latest === undefined ? `${earliest} to more than ${maxYears} years later` : `${earliest} to ${latest}`;
}

/** What one side counts and the comparison leaves out. */
function withoutText({ onlyDevelopment, onlyUse }: UseAgainstDevelopment): string | undefined {
  const sides = [
    ...(onlyDevelopment.length === 0 ? [] : [`${series(phrasesOf(onlyDevelopment))} of development`]),
    ...(onlyUse.length === 0 ? [] : [`${series(phrasesOf(onlyUse))} of use`]),
  ];
  return sides.length === 0 ? undefined : sides.join('; ');
}

const conventionWords: Readonly<Record<Convention, string>> = {
  occupancy: 'by occupancy',
  calendar: 'by calendar',
  both: 'by occupancy in some phases and by calendar in others',
};

/** How making the hardware is counted on both sides, where that differs. */
function conventionsText({ conventions }: UseAgainstDevelopment): string | undefined {
  if (conventions === undefined || conventions.development === conventions.use) return undefined;
  const word = (convention: Convention | undefined): string => (convention === undefined ? 'as published' : conventionWords[convention]);
  return `Making the hardware is counted ${word(conventions.development)} in development, and ${word(conventions.use)} in use.`;
}
