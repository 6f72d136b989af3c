import type { Factor } from '../factors/factor.js';
import { fromFactor } from '../resolve/inputs.js';
import type { Grid, ResolvedPhase } from '../resolve/resolved.js';
import type { Again } from './change.js';
import type { GridSeries } from './what-if.js';

type Phases = readonly ResolvedPhase[];

/** A base and its alternatives with grids of one basis, as far as they have one. */
interface OnOneBasis {
  readonly base: Again;
  readonly found: readonly Again[];
  readonly series: GridSeries | undefined;
}

/**
 * Places with grid intensities of one basis, so that no difference between two of them is one between two methods: the basis that most of
 * them have a figure of, and the base in any case.
 *
 * @param changed Paths of the phases that differ.
 */
export function onOneBasis(base: Again, found: readonly Again[], changed: ReadonlySet<string>): OnOneBasis {
  const movedIn = (again: Again): readonly Phases[] => ('phases' in again ? [again.phases.filter(({ path }) => changed.has(path))] : []);
  const basis = commonBasis(movedIn(base)[0], found.flatMap(movedIn));
  if (basis === undefined) return { base, found, series: undefined };
  const onBasisOf = (again: Again): Again => ('phases' in again ? onBasis(again.phases, basis, changed) : again);
  const [baseOn, foundOn] = [onBasisOf(base), found.map(onBasisOf)];
  const titles = [baseOn, ...foundOn]
    .flatMap(movedIn)
    .flat()
    .flatMap(({ grid }) => grid?.intensity.source?.title ?? []);
  return { base: baseOn, found: foundOn, series: { basis, sources: [...new Set(titles)].sort() } };
}

/**
 * A basis of grid intensities, such as `life-cycle, average, consumption mix, location-based`. Of two that as many places have, the one
 * that the base rests on; `undefined` where nothing has a grid of the tables. A provider's own figure is what no grid rests on unasked,
 * so no basis either.
 */
function commonBasis(base: Phases | undefined, places: readonly Phases[]): string | undefined {
  const [own, ...others] = basesOf(base ?? places.find((phases) => basesOf(phases).length > 0) ?? []);
  if (own === undefined) return undefined;
  const used = new Set([...places.flat(), ...(base ?? [])].map(({ grid }) => grid?.lifeCycle));
  const having = (basis: string): number => places.filter((phases) => basesOf(phases).includes(basis)).length;
  return others.filter((basis) => used.has(basis)).reduce((best, basis) => (having(basis) > having(best) ? basis : best), own);
}

function onBasis(phases: Phases, basis: string, changed: ReadonlySet<string>): Again {
  const moved: ResolvedPhase[] = [];
  for (const phase of phases) {
    const { grid, path } = phase;
    const other = grid === undefined || !changed.has(path) ? grid : gridOn(grid, basis);
    if (grid !== undefined && other === undefined) return { reason: otherBasis(basis, grid) };
    moved.push(other === grid ? phase : { ...phase, grid: other });
  }
  return { phases: moved };
}

/** Why a place is not compared. */
function otherBasis(basis: string, { lifeCycle = '' }: Grid): string {
  return `The tables have only its ${mixOf(lifeCycle)}, and the others are compared by ${mixOf(basis)}.`;
}

/** `consumption mix` */
function mixOf(basis: string): string {
  return basis.split(', ').find((word) => word.endsWith(' mix')) ?? basis;
}

/** The bases that all of the phases have a figure of, those that they rest on first. */
function basesOf(phases: Phases): readonly string[] {
  const [first, ...others] = phases.flatMap(({ grid }) => (grid === undefined ? [] : [basesOfGrid(grid)]));
  return (first ?? []).filter((basis) => others.every((bases) => bases.includes(basis)));
}

const basesOfGrid = ({ lifeCycle = '', alternatives }: Grid): readonly string[] => [lifeCycle, ...alternatives.map(({ kind }) => kind)];

function gridOn(grid: Grid, basis: string): Grid | undefined {
  if (grid.lifeCycle === basis) return grid;
  const factor = grid.alternatives.find(({ kind }) => kind === basis);
  return factor && { ...grid, ...ofFactor(factor, grid), alternatives: grid.alternatives.filter((one) => one !== factor) };
}

/** As where the factor is the first choice: its range reaches to the figure of the other source. */
function ofFactor(factor: Factor, { intensity }: Grid): Pick<Grid, 'intensity' | 'year' | 'zone' | 'lifeCycle'> {
  const reaching = { ...factor, other: intensity.value };
  return {
    intensity: fromFactor(reaching, { name: 'grid intensity', basis: 'table' }),
    year: factor.year,
    zone: factor.zone,
    lifeCycle: factor.kind,
  };
}
