import { runAudits } from '../../../audits/run-audits.js';
import { settingsIn } from '../../../audits/settings.js';
import { lineFinder } from '../../../claims/lines.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';

/** Figures of the author's own that stay in a card beside the section, and disagree with it. */
export async function ownFigures(card: string, file: string): Promise<readonly Diagnostic[]> {
  const { cardClaims } = await import('../../../claims/card.js');
  const { settings } = settingsIn(card, lineFinder(card));
  const subject = cardClaims(card, file);
  return runAudits(subject, [subject], settings).filter(({ id }) => id === 'section-disagrees');
}
