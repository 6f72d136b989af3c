import type { LineInput, Source } from '../assessment/assessment.js';
import type { Position } from '../diagnostics/diagnostic.js';
import type { Citation, Input } from '../formulas/expression.js';
import { kebab } from '../manifest/slug.js';

/** Gives every source one id and one place in the list, in the order in which figures first need it. */
export interface SourceList {
  readonly idOf: (citation: Citation | undefined) => string;
  readonly list: () => readonly Source[];
}

/** Source of a figure that the manifest declares without a citation; where in it, line and column say. */
export const manifestSource = 'manifest';

export function createSources(manifestTitle: string): SourceList {
  const byText = new Map<string, Source>();
  const taken = new Set<string>([manifestSource]);
  const unused = (wish: string): string => {
    let id = wish;
    for (let n = 2; taken.has(id); n += 1) id = `${wish}-${n}`;
    taken.add(id);
    return id;
  };
  const idOf = (citation: Citation | undefined): string => {
    const text = JSON.stringify(citation ?? manifestSource);
    const known = byText.get(text);
    if (known !== undefined) return known.id;
    const source: Source =
      citation === undefined
        ? { id: manifestSource, title: manifestTitle }
        : { ...citation, id: unused(citation.id ?? (kebab(citation.title).slice(0, 48).replace(/-+$/, '') || 'source')) };
    byText.set(text, source);
    return source.id;
  };
  return { idOf, list: () => [...byText.values()] };
}

/** An input as the assessment shows it: with the id of its source and its place in the manifest. */
export function toLineInput(input: Input, sources: SourceList, positionOf: (path: string) => Position | undefined): LineInput {
  const { name, value, unit, low, high, range, exact, basis, of, origin, path, source } = input;
  const position = path === undefined ? undefined : positionOf(path);
  // A range without width says nothing.
  const isRanged = low !== undefined && high !== undefined && low < high;
  return {
    name,
    value,
    unit,
    low: isRanged ? low : undefined,
    high: isRanged ? high : undefined,
    range: isRanged ? range : undefined,
    exact,
    source: sources.idOf(source),
    basis,
    of,
    origin,
    path,
    line: position?.line,
    column: position?.column,
  };
}
