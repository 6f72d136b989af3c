import type { ComponentId, Line } from '../../assessment/assessment.js';
import { componentNames } from '../../assessment/component-names.js';
import { isPublished } from '../../assessment/published.js';
import { columnOf, sharesOf } from '../../units/column.js';
import { THIN } from '../../units/format.js';
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
/** Bars that fit on a page; the smallest share the last. */
const maxParts = 20;
/** Share below which parts have one bar together, and the most that they may be together. */
const small = 0.01;
const maxSmall = 0.1;

/** Lines where there is one phase, or two of few lines; else phases. */
export function formOf(blocks: readonly Block[]): Form {
  const groups = blocks.map((block) => block.groups);
  if (groups.every((own) => own.length === 1)) return 'lines';
  const lines = groups.flat().flatMap((group) => group.lines);
  const several = groups.every((own) => own.length <= 2) && groups.flat().some((group) => group.lines.length > 1);
  return several && lines.length <= maxLines ? 'lines' : 'phases';
}

/** The bars of a block with their labels; small ones together in the last. */
export function partsOf(block: Block, form: Form): readonly Part[] {
  const all = form === 'lines' ? block.groups.flatMap(({ title, lines }) => lines.map((line) => lineOf(line, title))) : phases(block);
  const parts = pooled(all, block);
  const { total } = block;
  const { unit, parts: cells } = columnOf(
    parts.map(({ emissions }) => emissions),
    total.emissions,
  );
  const shares = sharesOf(
    parts.map(({ emissions }) => emissions.value),
    total.emissions.value,
  );
  const mass = figure(unit).replace(/ CO₂e$/, '');
  return parts.map((part, index) => {
    const number = cells[index]?.number ?? '';
    const share = shares[index] ?? '';
    // What the unit of the total can't show has its own.
    const value = number.startsWith('<') || share.startsWith('<') ? massText(part.emissions) : `${number}${THIN}${mass}`;
    return { ...part, label: parts.length === 1 || !(total.emissions.value > 0) ? value : `${value} · ${share}` };
  });
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

/** Parts below 1 % as one, and the smallest where they would not fit. */
function pooled(parts: readonly Unlabelled[], block: Block): readonly Unlabelled[] {
  const { order } = block;
  const whole = block.total.emissions.value;
  const bySize = [...parts].sort((a, b) => b.emissions.value - a.emissions.value);
  const tiny = whole > 0 ? bySize.filter(({ emissions }) => emissions.value < small * whole) : [];
  const isLittle = tiny.reduce((sum, { emissions }) => sum + emissions.value, 0) <= maxSmall * whole;
  const kept = Math.min(
    isLittle && tiny.length > 1 ? parts.length - tiny.length : parts.length,
    parts.length > maxParts ? maxParts - 1 : parts.length,
  );
  if (kept === parts.length) return parts;
  const rest = new Set(bySize.slice(kept));
  const lines = [...rest].flatMap((part) => part.lines);
  const arePhases = [...rest].every(({ phase }) => phase === undefined);
  const more = together({ name: `${rest.size} more`, lines, total: arePhases ? restOf(block, lines) : undefined }, order);
  return [...parts.filter((part) => !rest.has(part)), { ...more, isRest: true }];
}

/** The sum of the smallest phases, whose lines they are; the assessment has one for each number of larger phases. */
function restOf({ total: { phases = [] } }: Block, lines: readonly Line[]): Quantity<'kgCO2e'> | undefined {
  const isOwn = ({ phase, name }: Pick<Line, 'phase' | 'name'>): boolean =>
    lines.some((line) => line.phase === phase && line.name === name);
  const last = phases.findLastIndex((phase) => !isOwn(phase));
  return phases.slice(0, last + 1).some(isOwn) ? undefined : phases[last]?.smaller;
}
