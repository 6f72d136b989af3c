import type { Line } from '../assessment/line.js';

/** What names a phase: its kind, and its name where one kind has several. */
export type PhasePlace = Pick<Line, 'phase' | 'name'>;

/** Things of phases, found by their phase in one step: a search through all of them for each phase takes the square of their number. */
export function byPhase<T>(all: readonly T[], placeOf: (one: T) => PhasePlace): (place: PhasePlace) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(placeOf(one));
    const same = found.get(key);
    if (same === undefined) found.set(key, [one]);
    else same.push(one);
  }
  return (place) => found.get(keyOf(place)) ?? [];
}

function keyOf({ phase, name }: PhasePlace): string {
  return name === undefined ? phase : `${phase} ${name}`;
}
