import type { Position, Severity } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { type AuditId, type AuditLevel, auditIds, auditLevels } from './ids.js';

/** What somebody wants of single audits, beside the severities of the audits. */
export type Settings = { readonly [Id in AuditId]?: AuditLevel | undefined };

export function isAuditId(word: string): word is AuditId {
  return auditIds.some((id) => id === word);
}

export interface SettingFault {
  readonly at: Position;
  readonly word: string;
  readonly known: readonly string[];
  readonly suggestion?: string | undefined;
}

const comment = /<!--\s*carboncard-audit\s+([^>]*?)\s*-->/g;

/**
 * Settings in a card's own comments: `<!-- carboncard-audit embodied-silent: off, arithmetic: note -->`, anywhere in it.
 */
export function settingsIn(
  text: string,
  at: (offset: number) => Position,
): { readonly settings: Settings; readonly faults: readonly SettingFault[] } {
  const settings: { [Id in AuditId]?: AuditLevel } = {};
  const faults: SettingFault[] = [];
  for (const match of text.matchAll(comment)) {
    for (const part of (match[1] ?? '').split(/[,;]/)) {
      const [id = '', level = ''] = part.split(':').map((word) => word.trim());
      const fault = (word: string, known: readonly string[]): void => {
        const [suggestion] = nearest(word, known);
        faults.push({ at: at(match.index), word, known, suggestion });
      };
      if (!isAuditId(id)) fault(id, auditIds);
      else if (!isLevel(level)) fault(level, auditLevels);
      else settings[id] = level;
    }
  }
  return { settings, faults };
}

function isLevel(word: string): word is AuditLevel {
  return auditLevels.some((level) => level === word);
}

/** The severity that counts: what was set, else the finding's own; nothing where the audit is off. */
export function severityFor(id: AuditId, own: Severity, settings: Settings): Severity | undefined {
  const set = settings[id];
  return set === 'off' ? undefined : (set ?? own);
}
