import type { AuditId } from '../../../src/audits/ids.js';
import { runAudits } from '../../../src/audits/run-audits.js';
import { settingsIn } from '../../../src/audits/settings.js';
import { assessmentClaims } from '../../../src/claims/assessment.js';
import { cardClaims } from '../../../src/claims/card.js';
import { lineFinder } from '../../../src/claims/lines.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';

/** What the audits find in a card. */
export function findingsIn(card: string): readonly Diagnostic[] {
  const subject = cardClaims(card);
  return runAudits(subject, [subject], settingsIn(card, lineFinder(card)).settings);
}

/** Where one audit finds something in a card, as `line:column`. */
export function placesOf(id: AuditId, card: string): readonly string[] {
  return findingsIn(card)
    .filter((finding) => finding.id === id)
    .map(({ line, column }) => `${line}:${column}`);
}

/** The ids of what is found in an assessment, notes too. */
export function idsInAssessment(value: unknown): readonly string[] {
  const subject = assessmentClaims(value, () => ({ line: 1, column: 1 }));
  return runAudits(subject, [subject], {}).map(({ id }) => id);
}

/** A card with front matter. */
export function card(frontMatter: string, body = ''): string {
  return `---\nlicense: mit\n${frontMatter}\n---\n\n# A model\n\n${body}\n`;
}

/** A card's section on its environmental impact. */
export function section(body: string): string {
  return `# A model\n\n## Environmental Impact\n\n${body}\n`;
}
