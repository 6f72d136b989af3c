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

/** The comments of carboncard in a text: what is behind `carboncard-audit`, and where the comment begins. */
function* commentsIn(text: string): Generator<{ readonly asked: string; readonly index: number }> {
  let from = 0;
  for (let end = text.indexOf('-->'); end >= 0; end = text.indexOf('-->', from)) {
    const index = text.slice(from, end).lastIndexOf('<!--');
    const inner = index < 0 ? '' : text.slice(from + index + 4, end).trim();
    const [name] = inner.split(/\s/, 1);
    if (name === 'carboncard-audit' && name !== inner) yield { asked: inner.slice(name.length).trim(), index: from + index };
    from = end + 3;
  }
}

/**
 * Settings in a card's own comments: `<!-- carboncard-audit embodied-silent: off, arithmetic: note -->`, anywhere in it.
 */
export function settingsIn(
  text: string,
  at: (offset: number) => Position,
): { readonly settings: Settings; readonly faults: readonly SettingFault[] } {
  const settings: { [Id in AuditId]?: AuditLevel } = {};
  const faults: SettingFault[] = [];
  for (const { asked, index } of commentsIn(text)) {
    for (const part of asked.split(/[,;]/)) {
      const [id = '', level = ''] = part.split(':').map((word) => word.trim());
      const fault = (word: string, known: readonly string[]): void => {
        const [suggestion] = nearest(word, known);
        faults.push({ at: at(index), word, known, suggestion });
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
