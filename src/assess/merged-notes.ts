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
    const same = bySentence.get(key);
    if (same === undefined) bySentence.set(key, [diagnostic]);
    else same.push(diagnostic);
  }
  const phasesOf = phasesByPath(phases);
  return [...bySentence.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const paths = same.flatMap(({ path }) => path ?? []);
    const own = phasesOf(paths);
    const titles = own.length === 0 ? undefined : own.map(({ title }) => title);
    if (same.length === 1) return titles === undefined ? [first] : [{ ...first, phases: titles }];
    return [{ ...first, paths, phases: titles }];
  });
}

/** The phases that paths are in, in the order of the manifest. One step for each key of a path, however many phases there are. */
function phasesByPath(phases: readonly ResolvedPhase[]): (paths: readonly string[]) => readonly ResolvedPhase[] {
  const places = new Map<string, number[]>();
  for (const [place, { path }] of phases.entries()) {
    const same = places.get(path);
    if (same === undefined) places.set(path, [place]);
    else same.push(place);
  }
  return (paths) => {
    const found = new Set<number>();
    for (const path of paths) {
      for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
        for (const place of places.get(path.slice(0, end)) ?? []) found.add(place);
      }
    }
    return [...found].sort((a, b) => a - b).flatMap((place) => phases[place] ?? []);
  };
}
