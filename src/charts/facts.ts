import type { TopLevelSpec } from 'vega-lite';

/** What a mark shows, in words: `Computing`, `24.7 t CO₂e, 90 % interval 22–28 · 49 %`. */
export interface MarkFact {
  readonly name: string;
  readonly value: string;
  /** What it is a part of, with its own figure: the whole bar. */
  readonly within?: Omit<MarkFact, 'within'> | undefined;
}

/** What marks show, by the name of the data that they are drawn from: a fact for each row, in the order of the rows. */
export type ChartFacts = Readonly<Record<string, readonly MarkFact[]>>;

/** A row of a table of all that a chart shows. */
export interface FactRow extends Omit<MarkFact, 'within'> {
  /** A part of the last row that is none. */
  readonly isPart: boolean;
}

/** Each fact once, in the order of the chart, after what it is a part of. */
export function factRows(facts: ChartFacts): readonly FactRow[] {
  const all = Object.values(facts).flat();
  return all.flatMap(({ name, value, within }, index): FactRow[] => {
    if (within === undefined) return [{ name, value, isPart: false }];
    const isFirst = all[index - 1]?.within !== within;
    return [...(isFirst ? [{ ...within, isPart: false }] : []), { name, value, isPart: true }];
  });
}

/** A fact as one text, for a mark. */
export function factText({ name, value, within }: MarkFact): string {
  return within === undefined ? `${name}: ${value}` : `${within.name}, ${name}: ${value}. ${factText(within)}`;
}

/** A part of a spec, as far as it is read here. */
interface Part {
  readonly data?: { readonly name?: string; readonly values?: readonly object[] } | undefined;
  readonly mark?: object | undefined;
  readonly encoding?: object | undefined;
  readonly layer?: readonly Part[] | undefined;
}

/** A spec whose marks have their facts as descriptions, which Vega writes as `aria-label`. The data and the places stay. */
export function withFacts(spec: TopLevelSpec, facts: ChartFacts): TopLevelSpec {
  return described(spec as Part, facts) as TopLevelSpec;
}

function described(part: Part, facts: ChartFacts): Part {
  const { data, mark, encoding, layer } = part;
  const own = data?.name === undefined ? undefined : facts[data.name];
  return {
    ...part,
    ...(layer === undefined ? {} : { layer: layer.map((one) => described(one, facts)) }),
    ...(own === undefined || mark === undefined
      ? {}
      : {
          data: { ...data, values: data?.values?.map((row, index) => ({ ...row, fact: factOf(own, index) })) },
          mark: { ...mark, aria: true },
          encoding: { ...encoding, description: { field: 'fact', type: 'nominal' } },
        }),
  } as Part;
}

/** The fact of a row. A line has one fact, whatever the number of its points. */
function factOf(facts: readonly MarkFact[], index: number): string {
  const fact = facts[index] ?? facts.at(-1);
  return fact === undefined ? '' : factText(fact);
}
