import { massText } from '../charts/emission-scale.js';
import { figure } from '../charts/plain-text.js';
import type { ComparedModel, Comparison, UseAgainst } from '../compare/comparison.js';
import { formatted } from '../units/format.js';
import { loadText } from '../units/load.js';
import { type Quantity, quantity } from '../units/quantity.js';
import { spanText } from '../units/span.js';
import type { FigureTable } from './figure-table.js';
import { useWords as words } from './use-words.js';

/** Use against development as a table of texts, with what has to be said of it. */
export type UseTable = Pick<FigureTable, 'title' | 'intro' | 'rows' | 'align' | 'notes'>;

interface Column {
  readonly head: string;
  readonly cell: (model: ComparedModel) => string;
  readonly align: 'left' | 'right';
}

/**
 * For each model the time after which its use has emitted as much as its development; nothing where no model has a figure.
 *
 * @param isNarrow Whether there is no room for figures of one request, and for the names of parts.
 */
export function useTable(comparison: Comparison, isNarrow = false): UseTable | undefined {
  const { models, load } = comparison;
  const figures = models.flatMap(({ use }) => (use?.against === undefined ? [] : [use.against]));
  if (!figures.some(({ days, never, lacks }) => days !== undefined || never !== undefined || lacks !== undefined)) return undefined;
  const { columns } = words;
  const all: readonly (Column | undefined)[] = [
    { head: columns.model, cell: ({ name }) => name, align: 'left' },
    load === undefined ? { head: columns.load, cell: ({ use }) => loadCell(use?.against), align: 'left' } : undefined,
    { head: columns.after, cell: afterCell, align: 'right' },
    {
      head: columns.interval,
      cell: ({ use }) => (use?.against?.days && spanText(use.against.days).interval) ?? words.none,
      align: 'right',
    },
    !isNarrow && figures.some(({ perRequest }) => perRequest !== undefined)
      ? {
          head: columns.perRequest,
          cell: ({ use }) => (use?.against?.perRequest && withInterval(use.against.perRequest)) ?? words.none,
          align: 'right',
        }
      : undefined,
    !isNarrow && figures.some(({ perToken }) => perToken !== undefined)
      ? { head: columns.perTokens, cell: ({ use }) => thousandTokens(use?.against), align: 'right' }
      : undefined,
    isNarrow
      ? undefined
      : {
          head: columns.counts,
          cell: ({ use }) => (use?.against === undefined ? words.none : words.parts(use.against.components)),
          align: 'left',
        },
  ];
  const shown = all.filter((column) => column !== undefined);
  return {
    title: words.title,
    intro: load === undefined ? words.intro : words.introAt(loadText(load) ?? ''),
    rows: [shown.map(({ head }) => head), ...models.map((model) => shown.map(({ cell }) => cell(model)))],
    align: shown.map(({ align }) => align),
    notes: [...boundaryNotes(models), ...rankNotes(comparison)],
  };
}

/** The time, or why there is none. */
function afterCell({ use, counted }: ComparedModel): string {
  if (use === undefined) return words.notCounted;
  const { against } = use;
  if (against === undefined) return counted === undefined ? words.noDevelopment : words.nothingCommon;
  const { days, never, lacks, load } = against;
  if (days !== undefined) return `${spanText(days).text}${hasOtherParts(against) ? ' *' : ''}`;
  if (never !== undefined) return words.never[never];
  if (lacks !== undefined) return words.lacks[lacks];
  return load === undefined ? words.noLoad : words.none;
}

function loadCell(against: UseAgainst | undefined): string {
  if (against?.load === undefined) return words.none;
  const text = loadText({ ...against.load, which: against.load.which ?? against.which });
  return text ?? words.ofPeriod;
}

function thousandTokens(against: UseAgainst | undefined): string {
  if (against?.perToken === undefined) return words.none;
  const { value, unit, low, high } = against.perToken;
  const interval = low === undefined || high === undefined ? undefined : { low: 1000 * low, high: 1000 * high };
  const text = withInterval(quantity(1000 * value, unit, interval));
  return against.which === undefined ? text : `${text} (${against.which})`;
}

function withInterval(q: Quantity<'kgCO2e'>): string {
  const { interval } = formatted(q);
  return interval === undefined ? massText(q) : `${massText(q)} (${figure(interval)})`;
}

const hasOtherParts = ({ onlyDevelopment = [], onlyUse = [] }: UseAgainst): boolean => onlyDevelopment.length + onlyUse.length > 0;

/** A sentence for each model whose development and use have different boundaries. */
function boundaryNotes(models: readonly ComparedModel[]): readonly string[] {
  return models.flatMap(({ name, use }) =>
    use?.against?.days !== undefined && hasOtherParts(use.against)
      ? [words.boundaries(name, use.against.onlyDevelopment ?? [], use.against.onlyUse ?? [])]
      : [],
  );
}

function rankNotes({ models, useNotRanked }: Comparison): readonly string[] {
  const known = new Map(models.map((model) => [model.key, model]));
  const partsOf = (key: string): string => known.get(key)?.use?.against?.components.join() ?? '';
  const nameOf = (key: string): string => known.get(key)?.name ?? key;
  const textOf = (pairs: Comparison['useNotRanked']): readonly string[] => pairs.map(([a, b]) => words.pair(nameOf(a), nameOf(b)));
  const unlike = useNotRanked.filter(([a, b]) => partsOf(a) !== partsOf(b));
  const overlapping = useNotRanked.filter(([a, b]) => partsOf(a) === partsOf(b));
  return [
    ...(unlike.length === 0 ? [] : [words.unlike(textOf(unlike))]),
    ...(overlapping.length === 0 ? [] : [words.overlapping(textOf(overlapping))]),
  ];
}
