import { readFileSync } from 'node:fs';
import { type AuditId, auditPage } from '../../../src/audits/ids.js';
import { runAudits } from '../../../src/audits/run-audits.js';
import { settingsIn } from '../../../src/audits/settings.js';
import { cardClaims } from '../../../src/claims/card.js';
import { lineFinder } from '../../../src/claims/lines.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';

const root = new URL('../../../', import.meta.url);

/** The text of an audit's page. */
export function pageOf(id: AuditId): string {
  return readFileSync(new URL(auditPage(id), root), 'utf8');
}

/** The cards below a heading of a page; several are audited in one call. */
export function examplesOf(id: AuditId, heading: 'Caught' | 'Not caught'): readonly string[] {
  const page = pageOf(id);
  const start = page.indexOf(`\n## ${heading}\n`);
  const part = page.slice(start, page.indexOf(heading === 'Caught' ? '\n## Not caught\n' : '\n## Why it matters\n'));
  return [...part.matchAll(/^```md\n([\S\s]*?)^```$/gm)].map(([, card = '']) => card);
}

/** What an audit finds in cards that are audited in one call, `a.md` and perhaps `b.md`, each with the settings in its comments. */
export function findingsOf(id: AuditId, cards: readonly string[]): readonly Diagnostic[] {
  const subjects = cards.map((card, at) => cardClaims(card, `${'ab'[at]}.md`));
  const settings = cards.map((card) => settingsIn(card, lineFinder(card)).settings);
  return subjects.flatMap((subject, at) => runAudits(subject, subjects, settings[at] ?? {})).filter((finding) => finding.id === id);
}
