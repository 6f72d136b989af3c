import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { parseBody } from './body.js';
import { readFrontMatter } from './front-matter.js';
import { findOwnPart, markers } from './markers.js';

/** Faults of a card that keep the section and `co2_eq_emissions` from being written into it: of its front matter, else of its markers. */
export function cardFaults(card: string): readonly Diagnostic[] {
  try {
    const { end } = readFrontMatter(card);
    if (card.includes(markers.begin) || card.includes(markers.end)) findOwnPart(card, parseBody(card, end));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
}
