import type { Table } from 'mdast';
import { massText } from '../charts/emission-scale.js';
import { figure } from '../charts/plain-text.js';
import type { ComparedModel, Comparison } from '../compare/comparison.js';
import { formatted } from '../units/format.js';
import type { Quantity } from '../units/quantity.js';
import { words } from './words.js';

/** The compared figures as a table of texts, with what has to be said of them; the same on every page and on a terminal. */
export interface FigureTable {
  readonly title: string;
  readonly intro: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly string[])[];
  readonly align: readonly NonNullable<Table['align']>[number][];
  readonly notes: readonly string[];
  readonly disclaimer: string;
}

/** A column of the table: its head, and a cell of a model. */
interface Column {
  readonly head: string;
  readonly cell: (model: ComparedModel) => string;
  readonly align: 'left' | 'right';
}

/** @param isNarrow Whether there is no room for what publications print. */
export function figureTable(comparison: Comparison, isNarrow = false): FigureTable {
  const { models, common } = comparison;
  const compared = models.filter((model) => model.common !== undefined);
  const first = compared.find(({ common: own }) => own?.against === undefined);
  const { columns } = words;
  const of = (emissions: Quantity<'kgCO2e'> | undefined, text: (q: Quantity<'kgCO2e'>) => string): string =>
    emissions === undefined ? words.none : text(emissions);
  const all: readonly (Column | undefined)[] = [
    { head: columns.model, cell: ({ name }) => name, align: 'left' },
    {
      head: columns.compared,
      cell: (model) => `${of(model.common?.emissions, massText)}${starOf(model.common?.holds.length)}`,
      align: 'right',
    },
    { head: columns.interval, cell: (model) => of(model.common?.emissions, intervalText), align: 'right' },
    first === undefined || compared.length < 2
      ? undefined
      : { head: columns.against(first.name), cell: (model) => againstText(model, first), align: 'right' },
    { head: columns.all, cell: ({ counted }) => of(counted?.emissions, massText), align: 'right' },
    !isNarrow && models.some(({ publication }) => publication !== undefined)
      ? { head: columns.published, cell: ({ publication }) => publication?.printed.join('; ') ?? words.none, align: 'left' }
      : undefined,
  ];
  const shown = all.filter((column) => column !== undefined);
  return {
    title: words.title(models.map(({ name }) => name)),
    intro: words.intro(common),
    rows: [shown.map(({ head }) => head), ...models.map((model) => shown.map(({ cell }) => cell(model)))],
    align: shown.map(({ align }) => align),
    notes: [
      ...holdsNotes(compared),
      ...rankNotes(comparison),
      ...basisNotes(compared),
      ...models.filter(({ outside }) => outside !== undefined).map(words.outside),
    ],
    disclaimer: words.disclaimer,
  };
}

/** A mark of figures that hold parts which the comparison does not count for the others. */
const starOf = (held: number | undefined): string => (held === undefined || held === 0 ? '' : ' *');

/** `× 20 (19–35)`: a ratio with its interval, where the two are apart. */
function againstText(model: ComparedModel, first: ComparedModel): string {
  if (model.common !== undefined && model.key === first.key) return words.reference;
  const against = model.common?.against;
  if (against?.ratio === undefined) return words.none;
  const { difference, ratio, intervals, isLikeForLike } = against;
  if (difference.value === 0 && difference.low === undefined) return words.same;
  if (intervals === 'overlapping') return words.overlap;
  const { text, interval } = formatted(ratio);
  const range = intervals === 'unknown' ? `; ${words.unsure}` : interval === undefined ? '' : ` (${figure(interval)})`;
  return `× ${figure(text)}${range}${starOf(isLikeForLike ? 0 : 1)}`;
}

export function intervalText(q: Quantity<'kgCO2e'>): string {
  const { interval, unit } = formatted(q);
  return interval === undefined ? words.notAssessed : `${figure(interval)}\u202f${figure(unit).replace(/ CO₂e$/, '')}`;
}

/** A sentence for each set of parts that figures hold beside what is compared. */
function holdsNotes(compared: readonly ComparedModel[]): readonly string[] {
  const groups = new Map<string, ComparedModel[]>();
  for (const model of compared) {
    const holds = model.common?.holds ?? [];
    if (holds.length === 0) continue;
    const key = JSON.stringify(holds);
    groups.set(key, [...(groups.get(key) ?? []), model]);
  }
  return [...groups.values()].map((models) =>
    words.holds(
      models.map(({ name }) => name),
      models[0]?.common?.holds ?? [],
    ),
  );
}

function rankNotes({ models, notRanked }: Comparison): readonly string[] {
  const names = new Map(models.map(({ key, name }) => [key, name]));
  const compared = models.filter(({ common }) => common !== undefined);
  const pairs = notRanked.map(([one, other]) => words.pair(names.get(one) ?? one, names.get(other) ?? other));
  const without = compared.filter(({ common }) => common?.emissions.low === undefined && (common?.emissions.value ?? 0) > 0);
  const zero = compared.filter(({ common }) => common?.emissions.value === 0);
  return [
    ...(pairs.length === 0 ? [] : [words.notRanked(pairs, (compared.length * (compared.length - 1)) / 2)]),
    ...(without.length === 0 ? [] : [words.noInterval(without.map(({ name }) => name))]),
    ...(zero.length === 0 ? [] : [words.notDrawn(zero.map(({ name }) => name))]),
  ];
}

/** Intensities of a whole life cycle beside those of combustion alone, or of which nobody knows. */
function basisNotes(compared: readonly ComparedModel[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { name, common } of compared)
    for (const basis of common?.gridBasis ?? []) groups.set(basis, [...(groups.get(basis) ?? []), name]);
  return groups.size < 2 ? [] : [words.basis([...groups])];
}
