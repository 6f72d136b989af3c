import type { HubReading } from '../../verbs/audit.js';
import { visible } from './visible.js';
import { hubWords } from './words.js';

/** What the Hub makes of a card's metadata, on one line. */
export function hubText(file: string, { emissions, rejects }: HubReading): string {
  return hubWords.reads(visible(file), emissions?.value, rejects.map(visible));
}
