import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ResolvedPhase } from '../resolve/resolved.js';

/**
 * One note for an assumption that was made in several places, with all of them; fifty phases on one device would fill the
 * report with it. Warnings stay apart: each wants a look at its own place.
 */
export function mergedNotes(diagnostics: readonly Diagnostic[], phases: readonly ResolvedPhase[]): readonly Diagnostic[] {
  const bySentence = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { id, severity, message, expected, note, path } = diagnostic;
    const key = JSON.stringify(severity === 'note' && path !== undefined ? [id, message, expected, note] : bySentence.size);
    bySentence.set(key, [...(bySentence.get(key) ?? []), diagnostic]);
  }
  return [...bySentence.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const paths = same.flatMap(({ path }) => path ?? []);
    const own = phases.filter(({ path: phase }) => paths.some((path) => path === phase || path.startsWith(`${phase}.`)));
    const titles = own.length === 0 ? undefined : own.map(({ title }) => title);
    if (same.length === 1) return titles === undefined ? [first] : [{ ...first, phases: titles }];
    return [{ ...first, paths, phases: titles }];
  });
}
