/** Parts of a total that a view shows as one, by their index. */
export type Pool = ReadonlySet<number>;

/** What the views of a total show as one. The pool of the table holds that of the chart. */
export interface Pools {
  /** In the table of a card, which is short. */
  readonly table: Pool;
  /** In a chart, which has the place for more. */
  readonly chart: Pool;
}

/** The pools of a total, for what rounds all its parts. */
export function listOf({ table, chart }: Pools): readonly Pool[] {
  return [table, chart];
}

/** Parts below this share of the total are one. */
const small = 0.01;
/** In a chart, where they are no more than this together: many small parts can be most of it. */
const maxSmall = 0.1;
/** Rows of a table, and bars that fit on a page; of more, the smallest are the last. */
const maxRows = 8;
const maxBars = 20;

/**
 * The small parts of a total. One place says which they are, so that all views can round alike: a part has the same figure in a chart
 * with other small parts together, in a short table, and in a table of all parts.
 *
 * @param parts They add up to the whole; equal ones keep their order.
 */
export function poolsOf(parts: readonly number[], whole: number): Pools {
  const none = { table: new Set<number>(), chart: new Set<number>() };
  if (!(whole > 0)) return none;
  const bySize = parts.map((_, index) => index).sort((a, b) => (parts[b] ?? 0) - (parts[a] ?? 0));
  const isTiny = (index: number): boolean => (parts[index] ?? 0) < small * whole;
  const tiny = bySize.filter(isTiny).length;
  const isLittle = bySize.slice(parts.length - tiny).reduce((sum, index) => sum + (parts[index] ?? 0), 0) <= maxSmall * whole;
  const rows = Math.max(1, Math.min(parts.length - tiny, parts.length > maxRows ? maxRows - 1 : parts.length));
  const bars = Math.min(isLittle && tiny > 1 ? parts.length - tiny : parts.length, parts.length > maxBars ? maxBars - 1 : parts.length);
  const pool = (kept: number): Pool => (parts.length - kept > 1 ? new Set(bySize.slice(kept)) : none.table);
  return { table: pool(rows), chart: pool(bars) };
}
