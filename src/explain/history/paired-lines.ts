import type { Line, LineInput } from '../../assessment/assessment.js';
import { lineId } from '../../assessment/line.js';
import type { Pair } from './line-changes.js';

/** A line of one assessment beside the line of the other; one of them may not be there. */
export type PairedLine = readonly [earlier: Line | undefined, later: Line | undefined];

/** The lines of both, each beside its own of the other, in the order of now; those that are gone come last. */
export function pairedLines({ before, now }: Pair): readonly PairedLine[] {
  const renamed = renamedPhases(before.lines, now.lines);
  const idBefore = (line: Line): string => {
    const name = renamed.get(placeOf(line));
    return name === undefined ? line.id : name.id(line);
  };
  const earlier = new Map(before.lines.map((line) => [line.id, line]));
  const taken = new Set(now.lines.map(idBefore));
  return [
    ...now.lines.map((line) => [earlier.get(idBefore(line)), line] as const),
    ...before.lines.filter(({ id }) => !taken.has(id)).map((line) => [line, undefined] as const),
  ];
}

/** The phase that another one was before it had its name. */
interface FormerPhase {
  readonly id: (line: Line) => string;
}

/**
 * Phases with another name: the only one of its kind that has no counterpart, on both sides, where most of its inputs are the same.
 * Without it, a second training, which needs a name, would replace the first.
 */
function renamedPhases(before: readonly Line[], now: readonly Line[]): ReadonlyMap<string, FormerPhase> {
  const renamed = new Map<string, FormerPhase>();
  for (const kind of new Set(now.map(({ phase }) => phase))) {
    const [gone, ...otherGone] = placesOnlyIn(before, now, kind);
    if (gone === undefined || otherGone.length > 0) continue;
    const former = before.filter((line) => placeOf(line) === gone);
    const alike = placesOnlyIn(now, before, kind).filter((place) =>
      isAlike(
        former,
        now.filter((line) => placeOf(line) === place),
      ),
    );
    const [place, ...others] = alike;
    if (place === undefined || others.length > 0) continue;
    const [{ phase, name } = { phase: kind }] = former;
    renamed.set(place, { id: ({ component }) => lineId({ phase, name, component }) });
  }
  return renamed;
}

function placesOnlyIn(lines: readonly Line[], others: readonly Line[], kind: Line['phase']): readonly string[] {
  const known = new Set(others.map(placeOf));
  return [...new Set(lines.filter((line) => line.phase === kind && !known.has(placeOf(line))).map(placeOf))];
}

function placeOf({ phase, name }: Pick<Line, 'phase' | 'name'>): string {
  return JSON.stringify([phase, name]);
}

/** Whether most inputs of the manifest are the same: names, values and units. */
function isAlike(former: readonly Line[], later: readonly Line[]): boolean {
  const own = (lines: readonly Line[]): ReadonlySet<string> =>
    new Set(lines.flatMap(({ inputs }) => inputs.filter(({ path }) => path !== undefined).map(valueText)));
  const [one, other] = [own(former), own(later)];
  const common = [...one].filter((text) => other.has(text)).length;
  return common * 2 > Math.max(one.size, other.size);
}

function valueText({ name, value, unit }: LineInput): string {
  return JSON.stringify([name, value, unit]);
}
