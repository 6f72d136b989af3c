import type { Line, LineInput } from '../../assessment/assessment.js';
import type { OtherChange } from './figure-history.js';
import { type Pair, sourceOf } from './line-changes.js';

/** Inputs with the same value, and another range, source or evidence: they change an interval, or nothing at all. */
export function otherChanges(
  pair: Pair,
  lines: readonly (readonly [Line, Line])[],
  titleOf: (line: Line) => string,
): readonly OtherChange[] {
  const found = new Map<string, OtherChange>();
  for (const [earlier, later] of lines) {
    for (const input of later.inputs) {
      const same = earlier.inputs.find(({ name, value, unit }) => name === input.name && value === input.value && unit === input.unit);
      if (same === undefined) continue;
      const differs = differences(pair, same, input);
      if (differs.length === 0) continue;
      const sides = { before: withSource(pair.before, same), now: withSource(pair.now, input) };
      const { line: _, column: __, ...kept } = sides.now;
      const key = JSON.stringify([input.name, titleOf(later), kept]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { what: input.name, phase: titleOf(later), differs, lines: [later.id], ...sides });
      else if (!known.lines.includes(later.id)) found.set(key, { ...known, lines: [...known.lines, later.id] });
    }
  }
  return [...found.values()];
}

function differences({ before, now }: Pair, earlier: LineInput, later: LineInput): OtherChange['differs'] {
  const [one, other] = [sourceOf(before.sources, earlier.source), sourceOf(now.sources, later.source)];
  return [
    ...(earlier.low !== later.low || earlier.high !== later.high ? (['range'] as const) : []),
    ...(one.title !== other.title || one.year !== other.year ? (['source'] as const) : []),
    ...(earlier.basis !== later.basis || earlier.origin !== later.origin ? (['basis'] as const) : []),
  ];
}

function withSource({ sources }: Pair['before'], { name: _, exact: __, source, ...rest }: LineInput) {
  return { ...rest, source: sourceOf(sources, source) };
}
