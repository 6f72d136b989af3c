import type { Assessment } from '../assessment/assessment.js';
import { componentIds, phaseKinds } from '../assessment/ids.js';
import { evaluate } from '../formulas/expression.js';
import { createSampler, type Sampler, sampleCount } from '../uncertainty/sampler.js';
import { type Quantity, quantity } from '../units/quantity.js';
import { type CommonBoundary, cellKey, cellsOf, commonBoundary, heldBeside, type SideCell, type SideCells } from './boundary.js';
import type { Against, AskedLoad, Cell, CommonFigures, ComparedModel, Comparison, Figures, MatrixRow, MatrixState } from './comparison.js';
import { perUnitOf } from './per-unit.js';
import type { Side } from './side.js';
import { useNotRanked, useOf } from './use.js';

export interface CompareOptions {
  /** Samples that intervals are made from; 10,000 where absent, and no intervals for 0. */
  readonly samples?: number | undefined;
  /** A load at which the use of every model is compared with its development; else each at its own. */
  readonly load?: AskedLoad | undefined;
}

/** A side with its parts. */
interface Placed {
  readonly side: Side;
  readonly cells: SideCells;
  readonly outside: ComparedModel['outside'];
}

/**
 * Compares models on the boundary that they have in common. Pure: the same sides give the same comparison.
 *
 * What all count is added up for each; what only some count is in the matrix, and in no figure of the others. Inputs that models
 * share, as a grid of the tables, are sampled once for all, so that they cancel in a difference.
 */
export function compare(sides: readonly Side[], { samples = sampleCount, load }: CompareOptions = {}): Comparison {
  const withCells = sides.map((side) => ({ side, cells: cellsOf(side.assessment), assessment: side.assessment }));
  const boundary = commonBoundary(withCells);
  const placed = withCells.map(({ side, cells }, n): Placed => ({ side, cells, outside: boundary.outside.get(n) }));
  const sampler = createSampler(samples);
  const inside = placed.filter(({ outside }) => outside === undefined);
  const figures = new Map(inside.map((one) => [one.side.key, figuresOf(one, boundary, samples, sampler)]));
  // What emits nothing can't be what others are a multiple of.
  const first = inside.find(({ side }) => (figures.get(side.key)?.emissions.value ?? 0) > 0) ?? inside[0];
  const models = placed.map(({ side, outside }): ComparedModel => {
    const { key, name, origin, publication, assessment } = side;
    const own = figures.get(key);
    const reference = first && figures.get(first.side.key);
    const against =
      own === undefined || reference === undefined || first === undefined || first.side.key === key
        ? undefined
        : againstOf({ key, own }, { key: first.side.key, own: reference }, sampler);
    return {
      key,
      name,
      origin,
      publication,
      parameters: assessment.model.parameters,
      counted: countedOf(assessment),
      common: own && { ...own, against },
      outside,
      use: useOf(assessment, load),
    };
  });
  return {
    schemaVersion: '1.0',
    models,
    common: boundary.cells,
    matrix: matrixOf(placed, boundary.cells),
    notRanked: overlapping(models),
    load,
    useNotRanked: useNotRanked(models),
    diagnostics: sides.flatMap(({ assessment, file }) =>
      (assessment.diagnostics ?? []).filter(({ severity }) => severity === 'warning').map((one) => ({ ...one, file })),
    ),
  };
}

/** All of development; of a file that states no total the sum of its lines, whose interval nobody knows. */
function countedOf({ totals, lines }: Assessment): Figures | undefined {
  const { development } = totals;
  if (development !== undefined) return { emissions: development.emissions, energy: development.energy };
  const own = lines.filter(({ phase }) => phase !== 'deployment');
  if (own.length === 0) return undefined;
  const [only] = own;
  if (only !== undefined && own.length === 1) return { emissions: only.emissions, energy: only.energy };
  return {
    emissions: quantity(
      own.reduce((sum, { emissions }) => sum + emissions.value, 0),
      'kgCO2e',
    ),
  };
}

function figuresOf({ side, cells }: Placed, { cells: common }: CommonBoundary, samples: number, joint: Sampler): CommonFigures {
  const keys = new Set(common.map(cellKey));
  const lines = side.assessment.lines.filter((line) => keys.has(cellKey(line)));
  const alone = createSampler(samples);
  const summed = <Unit extends 'kgCO2e' | 'kWh'>(what: 'emissions' | 'energy', unit: Unit): Quantity<Unit> | undefined => {
    const own = lines.flatMap(({ id }) => side.own.get(id)?.[what] ?? []);
    if (own.length === 0) return undefined;
    for (const expression of own) alone.sample(expression, evaluate(expression), { name: what });
    const value = own.reduce((sum, expression) => sum + evaluate(expression), 0);
    return quantity(value, unit, alone.sum([what], value));
  };
  for (const { id } of lines) {
    const expression = side.shared.get(id)?.emissions;
    if (expression !== undefined) joint.sample(expression, evaluate(expression), { name: side.key });
  }
  const sum = summed('emissions', 'kgCO2e') ?? quantity(0, 'kgCO2e');
  // All of development has the interval of the model's own report.
  const isAll = lines.length === side.assessment.lines.filter(({ phase }) => phase !== 'deployment').length;
  const { development } = side.assessment.totals;
  const emissions = isAll && development !== undefined ? development.emissions : sum;
  const kinds = new Set(common.map(({ phase }) => phase));
  const grids = side.assessment.phases.flatMap(({ phase, grid }) => (kinds.has(phase) && grid !== undefined ? [grid] : []));
  return {
    emissions,
    energy: summed('energy', 'kWh'),
    holds: heldBeside(cells, common),
    gridBasis: [...new Set(grids.map(({ lifeCycle }) => lifeCycle?.split(',')[0] ?? 'not stated'))].sort(),
    per: perUnitOf(side.assessment, common, emissions),
  };
}

interface Keyed {
  readonly key: string;
  readonly own: CommonFigures;
}

/** A model against another. From one file, both depend on the same inputs: the difference is exactly 0. */
function againstOf(one: Keyed, other: Keyed, sampler: Sampler): Against {
  const [a, b] = [one.own.emissions, other.own.emissions];
  const difference = a.value - b.value;
  const ratio = a.value / b.value;
  return {
    key: other.key,
    difference: quantity(difference, 'kgCO2e', sampler.difference([one.key], [other.key], difference)),
    ratio: b.value > 0 ? quantity(ratio, '', sampler.ratio([one.key], [other.key], ratio)) : undefined,
    intervals: intervalsOf(a, b),
    isLikeForLike: one.own.holds.length === 0 && other.own.holds.length === 0,
  };
}

function intervalsOf(a: Quantity, b: Quantity): Against['intervals'] {
  if (a.low === undefined || a.high === undefined || b.low === undefined || b.high === undefined) return 'unknown';
  return a.low > b.high || b.low > a.high ? 'apart' : 'overlapping';
}

function overlapping(models: readonly ComparedModel[]): Comparison['notRanked'] {
  const compared = models.flatMap(({ key, common }) => (common === undefined ? [] : [{ key, emissions: common.emissions }]));
  return compared.flatMap((one, n) =>
    compared
      .slice(n + 1)
      .flatMap((other): Comparison['notRanked'] =>
        intervalsOf(one.emissions, other.emissions) === 'overlapping' ? [[one.key, other.key]] : [],
      ),
  );
}

/** The parts that some model has or lacks, in the order of a model's life. */
function matrixOf(placed: readonly Placed[], common: readonly Cell[]): readonly MatrixRow[] {
  const keys = new Set(common.map(cellKey));
  const cells = new Set(placed.flatMap((one) => [...one.cells.keys()]));
  return phaseKinds
    .flatMap((phase) => componentIds.map((component) => ({ phase, component })))
    .filter((cell) => cells.has(cellKey(cell)))
    .map(({ phase, component }) => ({
      phase,
      component,
      isCommon: keys.has(cellKey({ phase, component })),
      states: placed.map(({ cells: own }) => stateOf(own.get(cellKey({ phase, component })))),
    }))
    .filter(({ states }) => states.some(({ state }) => state !== 'unknown' && state !== 'not-applicable'));
}

function stateOf(cell: SideCell | undefined): MatrixState {
  if (cell === undefined) return { state: 'unknown' };
  const { state, lines, inside, reason } = cell;
  const [only] = lines;
  // Lines of several phases have no common interval here: their samples are in the report of the model.
  const value = lines.reduce((sum, { emissions }) => sum + emissions.value, 0);
  const emissions = only === undefined ? undefined : lines.length === 1 ? only.emissions : quantity(value, 'kgCO2e' as const);
  return { state, emissions, in: inside[0], reason };
}
