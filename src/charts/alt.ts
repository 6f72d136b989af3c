import { plain } from '../units/format.js';
import type { ChartContent } from './chart.js';

/** Characters that an alt text of a section has, at most. */
export const maxAlt = 250;

/** A total, and the figures that it consists of, the most important first. */
export interface AltPart {
  readonly head: string;
  readonly figures: readonly string[];
}

/**
 * A title with as many figures as 250 characters hold: each part's total first, then the figures of the first parts.
 *
 * @param lead The finding. Where names make it too long, it is cut: an alt text has no room for them.
 */
export function shortAlt(lead: string, parts: readonly AltPart[]): string {
  const title = cut(plain(lead), maxAlt - 1);
  const shown = parts.slice(0, 1 + parts.findLastIndex((_, index) => textOf(title, parts.slice(0, index + 1), []).length <= maxAlt));
  const counts = shown.map(() => 0);
  const text = (): string => textOf(title, shown, counts);
  let best = text();
  for (const [index, { figures }] of shown.entries()) {
    for (let n = 1; n <= figures.length; n += 1) {
      counts[index] = n;
      if (text().length > maxAlt) {
        counts[index] = n - 1;
        break;
      }
      best = text();
    }
  }
  return best;
}

function textOf(title: string, parts: readonly AltPart[], counts: readonly number[]): string {
  return [`${title}.`, ...parts.map((part, index) => partText(part, counts[index] ?? 0))].join(' ');
}

function partText({ head, figures }: AltPart, shown: number): string {
  const rest = figures.length - shown;
  if (shown === 0) return plain(`${head}.`);
  return plain(`${head}: ${[...figures.slice(0, shown), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}.`);
}

/** Whole characters, never half of a pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = [...text.slice(0, length - 1)];
  if (/\p{Cs}/u.test(whole.at(-1) ?? '')) whole.pop();
  return `${whole.join('').trimEnd()}…`;
}

/** The short alt texts by chart id. */
export function altTexts(charts: readonly ChartContent[]): ReadonlyMap<string, string> {
  return new Map(charts.map(({ id, alt }) => [id, alt]));
}
