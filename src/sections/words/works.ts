import type { Assessment, Source } from '../../assessment/assessment.js';

/** A publication with all that the assessment cites of it. */
export interface Work {
  readonly title: string;
  readonly url?: string | undefined;
  readonly year?: number | undefined;
  readonly licence?: string | undefined;
  /** Ids of its sources. */
  readonly ids: readonly string[];
  /** Whether a figure of the assessment rests on it; else it is cited as an alternative. */
  readonly isUsed: boolean;
}

/** Where in a work: what comes after its title in a citation. */
const place =
  /,\s*(?=(?:tables?|sections?|sects?\.|figures?|figs?\.|pages?|pp?\.|append(?:ix|ices)|chapters?|equations?|eqs?\.|supplement)\s|§)/i;

/** The works behind the sources, in the order of the list: those that figures rest on first, then those of alternatives. */
export function worksOf(assessment: Assessment): readonly Work[] {
  const alternatives = alternativeIds(assessment);
  const groups = new Map<string, Source[]>();
  for (const source of assessment.sources) {
    const key = JSON.stringify([titleAndPlace(source).title, source.url]);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  const works = [...groups.values()].map((sources): Work => {
    const one = sources[0] as Source;
    return {
      title: titleAndPlace(one).title,
      url: one.url ?? addressIn(one.title),
      year: one.year,
      licence: one.licence,
      ids: sources.map(({ id }) => id),
      isUsed: sources.some(({ id }) => !alternatives.has(id)),
    };
  });
  return [...works.filter(({ isUsed }) => isUsed), ...works.filter(({ isUsed }) => !isUsed)];
}

/** Number of a work in the list, with the place in it, as figures cite it: `[3]`, `[1, Table 2]`. */
export function cited(assessment: Assessment, source: string): string | undefined {
  const index = worksOf(assessment).findIndex(({ ids }) => ids.includes(source));
  const own = assessment.sources.find(({ id }) => id === source);
  if (index < 0 || own === undefined) return undefined;
  return `[${[String(index + 1), titleAndPlace(own).place].filter((part) => part !== undefined).join(', ')}]`;
}

function titleAndPlace({ title }: Source): { readonly title: string; readonly place: string | undefined } {
  const at = place.exec(title);
  if (at === null || at.index === 0) return { title, place: undefined };
  return { title: title.slice(0, at.index), place: title.slice(at.index + at[0].length) };
}

/** The address of a publication by the DOI or the arXiv number in its title. */
function addressIn(title: string): string | undefined {
  const doi = /\b10\.\d{4,9}\/[^\s,;)\]]+(?<![.])/.exec(title)?.[0];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  const arxiv = /\barxiv[:\s]\s?(\d{4}\.\d{4,5})\b/i.exec(title)?.[1];
  return arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`;
}

/** Sources of nothing but figures that were not used. */
function alternativeIds({ phases, lines, baseModels = [], offsets }: Assessment): ReadonlySet<string> {
  const used = new Set([
    ...lines.flatMap(({ inputs }) => inputs.map(({ source }) => source)),
    ...phases.flatMap(({ grid }) => (grid === undefined ? [] : [grid.source, ...(grid.market ? [grid.market.source] : [])])),
    ...baseModels.map(({ source }) => source),
    ...(offsets ? [offsets.source] : []),
  ]);
  const others = phases.flatMap(({ grid }) => (grid?.alternatives ?? []).map(({ source }) => source));
  return new Set(others.filter((id) => !used.has(id)));
}
