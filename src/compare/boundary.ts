import type { Assessment, Line, State } from '../assessment/assessment.js';
import { type ComponentId, componentIds, type PhaseKind, phaseKinds } from '../assessment/ids.js';
import { isPublished } from '../assessment/published.js';
import type { Cell, CellState, Outside } from './comparison.js';

/** A part of one model. */
export interface SideCell extends Cell {
  readonly state: CellState;
  /** Its lines: none where it is inside another part. */
  readonly lines: readonly Line[];
  /** Components of the same phases that it is inside of. */
  readonly inside: readonly ComponentId[];
  readonly reason?: string | undefined;
}

/** The parts of a model's development. */
export type SideCells = ReadonlyMap<string, SideCell>;

export const cellKey = ({ phase, component }: Cell): string => `${phase}.${component}`;

const developed = phaseKinds.filter((kind) => kind !== 'deployment');

/** What became of each part of development in a model; parts of kinds of phases that it does not record are not among them. */
export function cellsOf({ phases, lines, states }: Assessment): SideCells {
  const cells = new Map<string, SideCell>();
  for (const phase of developed) {
    if (!phases.some((facts) => facts.phase === phase)) continue;
    for (const component of componentIds) {
      const own = states.filter((state) => state.phase === phase && state.component === component);
      const ownLines = lines.filter((line) => line.phase === phase && line.component === component);
      // Of a total that is published, nobody knows what the parts have.
      const state = lines.some((line) => line.phase === phase && isPublished(line))
        ? { state: 'unknown' as const, inside: [] }
        : combined(own, ownLines);
      cells.set(cellKey({ phase, component }), { phase, component, lines: ownLines, ...state });
    }
  }
  return cells;
}

/** A part that has nothing to count in some phases is what it is in the others. A file of an older version has lines and no states. */
function combined(states: readonly State[], lines: readonly Line[]): Pick<SideCell, 'state' | 'inside' | 'reason'> {
  const all = new Set(states.map(({ state }) => state));
  const kinds = all.size > 1 ? new Set([...all].filter((kind) => kind !== 'not-applicable')) : all;
  const inside = [...new Set(states.flatMap((state) => (state.state === 'included' ? holderOf(state) : [])))];
  const reason = states.find((state) => state.reason !== undefined && state.state !== 'counted')?.reason;
  const [first] = kinds;
  if (first === undefined) return { state: lines.length > 0 ? 'counted' : 'unknown', inside };
  if (kinds.size === 1) return { state: first, inside, reason };
  if (!kinds.has('not-counted')) return { state: 'counted', inside };
  return { state: kinds.has('counted') || kinds.has('included') ? 'partly' : 'not-counted', inside, reason };
}

/** The component at the end of a line's id. */
function holderOf({ in: line }: State): readonly ComponentId[] {
  const component = line?.split('.').at(-1);
  return componentIds.filter((id) => id === component);
}

/** Whether every phase of the kind has the part. */
function has(cell: SideCell | undefined): boolean {
  return cell !== undefined && (cell.state === 'counted' || cell.state === 'included' || cell.state === 'not-applicable');
}

export interface CommonBoundary {
  readonly cells: readonly Cell[];
  /** Why a model is outside, by its place in the list. */
  readonly outside: ReadonlyMap<number, Outside>;
}

/** What all models count that can be compared: two at least. */
export function commonBoundary(sides: readonly { readonly assessment: Assessment; readonly cells: SideCells }[]): CommonBoundary {
  const outside = new Map<number, Outside>();
  const recorded = ({ cells }: { readonly cells: SideCells }, phase: PhaseKind): boolean =>
    componentIds.some((component) => cells.has(cellKey({ phase, component })));
  // The kind of phase that most have, training where several are as frequent; who lacks it can't be compared.
  const inOrder = ['training' as const, ...developed.filter((kind) => kind !== 'training')];
  const countOf = (kind: PhaseKind): number => sides.filter((side) => recorded(side, kind)).length;
  const main = inOrder.reduce((most, kind) => (countOf(kind) > countOf(most) ? kind : most));
  for (const [n, side] of sides.entries()) {
    const isTotal = side.assessment.lines.some((line) => line.phase === main && isPublished(line));
    if (!recorded(side, main)) outside.set(n, { kind: 'no-phase', phase: main });
    else if (isTotal) outside.set(n, { kind: 'published-total', phase: main });
  }
  const within = [...sides.keys()].filter((n) => !outside.has(n));
  const cells = within.length < 2 ? [] : closed(within.flatMap((n) => sides[n]?.cells ?? []));
  if (cells.length === 0) for (const n of within) outside.set(n, { kind: 'nothing-common', phase: main });
  return { cells, outside };
}

/** The parts that all have, without those that are inside a part that not all have: nothing can be taken out of a figure. */
function closed(sides: readonly SideCells[]): readonly Cell[] {
  const all = developed.flatMap((phase) => componentIds.map((component) => ({ phase, component })));
  let common = all.filter(
    (cell) =>
      sides.every((cells) => has(cells.get(cellKey(cell)))) && sides.some((cells) => cells.get(cellKey(cell))?.state !== 'not-applicable'),
  );
  for (;;) {
    const keys = new Set(common.map(cellKey));
    const kept = common.filter(({ phase, component }) =>
      sides.every((cells) =>
        (cells.get(cellKey({ phase, component }))?.inside ?? []).every((holder) => keys.has(cellKey({ phase, component: holder }))),
      ),
    );
    if (kept.length === common.length) return common;
    common = kept;
  }
}

/** Parts that are inside a common part of a model and are not common themselves. */
export function heldBeside(cells: SideCells, common: readonly Cell[]): readonly Cell[] {
  const keys = new Set(common.map(cellKey));
  return [...cells.values()]
    .filter((cell) => !keys.has(cellKey(cell)) && cell.inside.some((holder) => keys.has(cellKey({ phase: cell.phase, component: holder }))))
    .map(({ phase, component }) => ({ phase, component }));
}
