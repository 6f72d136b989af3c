import type { Assessment, ComponentId, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentPhrases, componentsBySize } from '../../assessment/component-names.js';
import { coverageOf, titlesText } from '../../assessment/coverage.js';
import { columnOf } from '../../units/column.js';
import { THIN } from '../../units/format.js';
import { quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';
import { shortUnit } from './words.js';

/** A component as a sentence names it. */
export interface PartWords {
  readonly component: ComponentId;
  /** `making the hardware`, with what is inside its lines. */
  readonly phrase: string;
  /** The phases that have it, where others lack it: `training`. */
  readonly where: string | undefined;
}

/** Components that have lines in some phases, largest first, in words that hold for every phase. */
export function partsOf(assessment: Assessment, phases: readonly PhaseFacts[]): readonly PartWords[] {
  const side = phases.some(({ phase }) => phase === 'deployment') ? 'deployment' : 'development';
  const coverage = coverageOf(assessment, phases);
  const emitting = componentsBySize(assessment, side).filter((component) => emits(assessment, phases, component));
  // Of nothing at all, every component is named.
  const named = emitting.length > 0 ? emitting : componentsBySize(assessment, side);
  return named.map((component) => {
    const own = coverage.find((one) => one.component === component)?.phases ?? [];
    const inside = insideOf(assessment, phases, component).map((id) => componentPhrases[id]);
    return {
      component,
      phrase: inside.length === 0 ? componentPhrases[component] : `${componentPhrases[component]} with ${series(inside)}`,
      where: own.length < phases.length ? titlesText(own, phases) : undefined,
    };
  });
}

/** Whether a component is more than nothing, which the losses at a PUE of 1 are. */
function emits({ lines }: Assessment, phases: readonly PhaseFacts[], component: ComponentId): boolean {
  return lines.some((line) => line.component === component && line.emissions.value > 0 && isOfAny(line, phases));
}

function isOfAny({ phase, name }: Pick<Line, 'phase' | 'name'>, phases: readonly PhaseFacts[]): boolean {
  return phases.some((facts) => facts.phase === phase && facts.name === name);
}

/** Components that every line of a component includes, and that have no line of their own. */
function insideOf({ lines, states }: Assessment, phases: readonly PhaseFacts[], component: ComponentId): readonly ComponentId[] {
  const isOf = (one: Pick<Line, 'phase' | 'name'>): boolean => isOfAny(one, phases);
  const own = lines.filter((line) => line.component === component && isOf(line));
  const candidates = [...new Set(states.filter((state) => state.state === 'included' && isOf(state)).map((state) => state.component))];
  return candidates.filter(
    (id) =>
      !lines.some((line) => line.component === id && isOf(line)) &&
      own.every((line) => states.some((state) => state.component === id && state.state === 'included' && state.in === line.id)),
  );
}

/** The parts of a total for its sentence: in figures where a table by phase follows, else the largest in words. */
export function partsText(assessment: Assessment, phases: readonly PhaseFacts[], total: Total): TemplateData {
  const { parts, limited } = limitedOnce(partsOf(assessment, phases));
  const [first, ...others] = parts;
  if (first === undefined) return {};
  if (others.length === 0) return { only: placed(first) };
  const amounts = parts.map(({ component }) => total.components.find((one) => one.component === component)?.emissions.value);
  if (phases.length === 1 || isOnePhase(assessment, phases, amounts)) {
    const share = total.emissions.value > 0 ? (amounts[0] ?? 0) / total.emissions.value : 0;
    return { lead: { ...shareWords(share), phrase: placed(first), others: series(others.map(placed)) }, limited };
  }
  const column = columnOf(
    amounts.map((value) => (value === undefined ? undefined : quantity(value, 'kgCO2e'))),
    total.emissions,
  );
  const written = parts.map((part, index) => ({
    ...part,
    amount: `${column.parts[index]?.number ?? '–'}${THIN}${shortUnit(column.unit)}`,
  }));
  return { parts: written.flatMap((part, index) => (part.amount === written[index - 1]?.amount ? [] : together(part, written))), limited };
}

/** Where several parts are of the same phases only, one clause says so for all of them. */
function limitedOnce(parts: readonly PartWords[]): { readonly parts: readonly PartWords[]; readonly limited: TemplateData | undefined } {
  const some = parts.filter(({ where }) => where !== undefined);
  const [first] = some;
  if (first === undefined || some.length < 2 || some.some(({ where }) => where !== first.where)) return { parts, limited: undefined };
  return {
    parts: parts.map((part) => ({ ...part, where: undefined })),
    limited: { what: series(some.map(({ phrase }) => phrase)), where: first.where },
  };
}

/** Whether a component is all of one phase and of no other: the table by phase has its figure. */
function isOnePhase({ lines }: Assessment, phases: readonly PhaseFacts[], amounts: readonly (number | undefined)[]): boolean {
  return phases.some((facts) => {
    const own = lines.filter((line) => isOfAny(line, [facts])).reduce((sum, { emissions }) => sum + emissions.value, 0);
    return amounts.some((amount) => amount !== undefined && own > 0 && Math.abs(amount / own - 1) < 1e-9);
  });
}

/** One item of the sentence: equal amounts are written once. */
function together({ amount }: { readonly amount: string }, all: readonly (PartWords & { readonly amount: string })[]): TemplateData {
  const own = all.filter((part) => part.amount === amount);
  return { amount, each: own.length > 1, from: series(own.map(placed)) };
}

/** A part with the phases that have it, where others lack it. */
export function placed({ phrase, where }: PartWords): string {
  return where === undefined ? phrase : `${phrase} (${where} only)`;
}

/** How much the largest part is, without a figure. */
function shareWords(share: number): { readonly [key: string]: boolean } {
  return { almostAll: share >= 0.95, most: share >= 0.55 && share < 0.95, half: share >= 0.45 && share < 0.55 };
}

/** A list of phrases that may hold `and` themselves: `a`, `a and b`, `a, b, and c and d`. */
export function series(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  const isSimple = !items.some((item) => / and |, /.test(item));
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')}${isSimple ? ' and ' : ', and '}${last}`;
}
