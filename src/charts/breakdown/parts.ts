import type { ComponentId, Line } from '../../assessment/assessment.js';
import { componentNames } from '../../assessment/component-names.js';
import { isPublished } from '../../assessment/published.js';
import { columnOf, sharesInPools } from '../../units/column.js';
import { THIN } from '../../units/format.js';
import { listOf, poolsOf } from '../../units/pools.js';
import { intervalOf, type Quantity, quantity } from '../../units/quantity.js';
import { massText } from '../emission-scale.js';
import { figure } from '../plain-text.js';
import { type Block, kilogramsOf } from './blocks.js';

/** What one bar is: a line, or a phase stacked by component. */
export type Form = 'lines' | 'phases';

/** One bar. */
export interface Part {
  readonly name: string;
  /** The phase that it is under; absent where the bar is the phase, or parts of several. */
  readonly phase?: string | undefined;
  /** Small parts together. */
  readonly isRest?: true | undefined;
  readonly lines: readonly Line[];
  readonly segments: readonly Segment[];
  readonly emissions: Quantity<'kgCO2e'>;
  /** Value and share, `24.7 t · 49 %`. */
  readonly label: string;
}

export interface Segment {
  readonly component: ComponentId;
  readonly kilograms: number;
}

type Unlabelled = Omit<Part, 'label'>;

/** Bars under headings that still read at a glance; beyond it a bar is a phase. */
const maxLines = 8;
/** Lines where there is one phase, or two of few lines; else phases. */
export function formOf(blocks: readonly Block[]): Form {
  const groups = blocks.map((block) => block.groups);
  if (groups.every((own) => own.length === 1)) return 'lines';
  const lines = groups.flat().flatMap((group) => group.lines);
  const several = groups.every((own) => own.length <= 2) && groups.flat().some((group) => group.lines.length > 1);
  return several && lines.length <= maxLines ? 'lines' : 'phases';
}

/** The bars of a block with their labels; small ones together in the last. Rounded as in the tables. */
export function partsOf(block: Block, form: Form): readonly Part[] {
  const bars = form === 'lines' ? block.groups.flatMap(({ title, lines }) => lines.map((line) => lineOf(line, title))) : phases(block);
  const { total } = block;
  // In the order of the tables, by which equal parts are rounded.
  const all = form === 'lines' ? bars.toSorted((a, b) => placeOf(block, a) - placeOf(block, b)) : bars;
  const values = all.map(({ emissions }) => emissions.value);
  const pools = poolsOf(values, total.emissions.value);
  const column = columnOf(
    all.map(({ emissions }) => emissions),
    total.emissions,
    listOf(pools),
  );
  const mass = figure(column.unit).replace(/ CO₂e$/, '');
  const shares = sharesInPools(values, total.emissions.value, listOf(pools));
  const isAlone = all.length - pools.chart.size === (pools.chart.size > 0 ? 0 : 1);
  const labelled = (part: Unlabelled, number = '', share = ''): Part => {
    // What the unit of the total can't show has its own.
    const value = number.startsWith('<') ? massText(part.emissions) : `${number}${THIN}${mass}`;
    return { ...part, label: isAlone || !(total.emissions.value > 0) ? value : `${value} · ${share}` };
  };
  const kept = bars
    .map((part) => ({ part, index: all.indexOf(part) }))
    .filter(({ index }) => !pools.chart.has(index))
    .map(({ part, index }) => labelled(part, column.parts[index]?.number, shares.parts[index]));
  const rest = all.filter((_, index) => pools.chart.has(index));
  return rest.length === 0 ? kept : [...kept, labelled(restOf(rest, block), column.pooled[1]?.number, shares.pooled[1])];
}

/** The place of a line's phase in the assessment. */
function placeOf({ phases: all }: Block, { lines: [line] }: Unlabelled): number {
  return all.findIndex(({ phase, name }) => phase === line?.phase && name === line.name);
}

function lineOf(line: Line, phase: string): Unlabelled {
  const { component, emissions } = line;
  const name = isPublished(line) ? 'Published total' : componentNames[component];
  return { name, phase, emissions, lines: [line], segments: [{ component, kilograms: emissions.value }] };
}

function phases({ groups, order }: Block): readonly Unlabelled[] {
  return groups.map(({ title, lines, total }) => together({ name: title, lines, total: total?.emissions }, order));
}

interface Together {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Their sum, where the assessment has it with an interval. */
  readonly total?: Quantity<'kgCO2e'> | undefined;
}

/** Lines as one bar, stacked by component. */
function together({ name, lines, total }: Together, order: readonly ComponentId[]): Unlabelled {
  const segments = order.flatMap((component) => {
    const own = lines.filter((line) => line.component === component);
    return own.length === 0 ? [] : [{ component, kilograms: kilogramsOf(own) }];
  });
  return { name, lines, segments, emissions: quantity(kilogramsOf(lines), 'kgCO2e', total && intervalOf(total)) };
}

/** The small parts as one. */
function restOf(rest: readonly Unlabelled[], block: Block): Unlabelled {
  const lines = rest.flatMap((part) => part.lines);
  const arePhases = rest.every(({ phase }) => phase === undefined);
  const more = together({ name: `${rest.length} more`, lines, total: arePhases ? sumOfSmallest(block, lines) : undefined }, block.order);
  return { ...more, isRest: true };
}

/** The sum of the smallest phases, whose lines they are; the assessment has one for each number of larger phases. */
function sumOfSmallest({ total: { phases = [] } }: Block, lines: readonly Line[]): Quantity<'kgCO2e'> | undefined {
  const isOwn = ({ phase, name }: Pick<Line, 'phase' | 'name'>): boolean =>
    lines.some((line) => line.phase === phase && line.name === name);
  const last = phases.findLastIndex((phase) => !isOwn(phase));
  return phases.slice(0, last + 1).some(isOwn) ? undefined : phases[last]?.smaller;
}
