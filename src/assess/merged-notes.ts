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
    if (first === undefined || same.length === 1) return same;
    const paths = same.flatMap(({ path }) => path ?? []);
    const titles = phases.filter(({ path: phase }) => paths.some((path) => path === phase || path.startsWith(`${phase}.`)));
    return [{ ...first, paths, phases: titles.length === 0 ? undefined : titles.map(({ title }) => title) }];
  });
}
