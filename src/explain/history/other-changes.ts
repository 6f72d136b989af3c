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
  for (const [before, after] of lines) {
    for (const input of after.inputs) {
      const same = before.inputs.find(({ name, value, unit }) => name === input.name && value === input.value && unit === input.unit);
      if (same === undefined) continue;
      const differs = differences(pair, same, input);
      if (differs.length === 0) continue;
      const sides = { then: withSource(pair.then, same), now: withSource(pair.now, input) };
      const { line: _, column: __, ...kept } = sides.now;
      const key = JSON.stringify([input.name, titleOf(after), kept]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { what: input.name, phase: titleOf(after), differs, lines: [after.id], ...sides });
      else if (!known.lines.includes(after.id)) found.set(key, { ...known, lines: [...known.lines, after.id] });
    }
  }
  return [...found.values()];
}

function differences({ then, now }: Pair, before: LineInput, after: LineInput): OtherChange['differs'] {
  const [one, other] = [sourceOf(then.sources, before.source), sourceOf(now.sources, after.source)];
  return [
    ...(before.low !== after.low || before.high !== after.high ? (['range'] as const) : []),
    ...(one.title !== other.title || one.year !== other.year ? (['source'] as const) : []),
    ...(before.basis !== after.basis || before.origin !== after.origin ? (['basis'] as const) : []),
  ];
}

function withSource({ sources }: Pair['then'], { name: _, exact: __, source, ...rest }: LineInput) {
  return { ...rest, source: sourceOf(sources, source) };
}
