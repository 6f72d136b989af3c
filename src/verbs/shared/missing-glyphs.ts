import type { Assessment } from '../../assessment/assessment.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FontLibrary } from '../../render/fonts.js';
import { messages } from './messages.js';

/** Names the characters of an assessment that no bundled font has: charts and PDF would show a box. */
export async function missingGlyphs(assessment: Assessment, fonts: FontLibrary): Promise<readonly Diagnostic[]> {
  const missing = await fonts.missingFrom(JSON.stringify(assessment));
  return missing.length === 0 ? [] : [messages.missingGlyph(missing.map(characterText).join(', '))];
}

/** `🦩 (U+1F9A9)` */
function characterText(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}
