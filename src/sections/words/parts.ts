import type { Assessment, ComponentId, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentPhrases, componentsBySize } from '../../assessment/component-names.js';
import { titlesText } from '../../assessment/coverage.js';
import { isPublished } from '../../assessment/published.js';
import { columnOfAll } from '../../units/column.js';
import { THIN } from '../../units/format.js';
import { quantity } from '../../units/quantity.js';
import { shortUnit } from './words.js';

/** A part of a total as a sentence names it: the lines of a component, or the totals that are as published. */
export interface PartWords {
  /** `making the hardware` */
  readonly phrase: string;
  /** What is inside its lines, and has none of its own there: `including the rest of the servers`. */
  readonly inside: string | undefined;
  /** The phases that have it in a line of its own, where others do not: `training`. */
  readonly where: string | undefined;
  /** Whether a phase without a line of it has it inside another part. */
  readonly isElsewhere: boolean;
  /** Of all its lines (kgCO2e). */
  readonly emissions: number;
}

/** The parts that emitted something, largest first, in words that hold for every phase that has them. */
export function partsOf(assessment: Assessment, phases: readonly PhaseFacts[]): readonly PartWords[] {
  const side = phases.some(({ phase }) => phase === 'deployment') ? 'deployment' : 'development';
  const lines = assessment.lines.filter((line) => phases.some((facts) => isOf(line, facts)));
  const computed = lines.filter((line) => !isPublished(line));
  const published = lines.filter(isPublished);
  const parts = [
    ...componentsBySize(assessment, side).map((component) => ({
      component,
      words: componentPhrases[component],
      own: computed.filter((line) => line.component === component),
    })),
    { component: undefined, words: publishedWords(published, phases), own: published },
  ]
    .filter(({ own }) => own.length > 0)
    .map((part) => partOf(part, assessment, phases));
  const emitting = parts.filter(({ emissions }) => emissions > 0);
  // Of nothing at all, every part is named.
  return (emitting.length > 0 ? emitting : parts).toSorted((a, b) => b.emissions - a.emissions);
}

/** `the published total`, of one phase or of several. */
function publishedWords(lines: readonly Line[], phases: readonly PhaseFacts[]): string {
  return withLines(phases, lines).length > 1 ? 'published totals' : 'the published total';
}

interface Part {
  /** Nothing of published totals. */
  readonly component: ComponentId | undefined;
  readonly words: string;
  readonly own: readonly Line[];
}

function partOf({ component, words, own: lines }: Part, assessment: Assessment, phases: readonly PhaseFacts[]): PartWords {
  const own = withLines(phases, lines);
  const others = phases.filter((facts) => !own.includes(facts));
  return {
    phrase: words,
    inside: insideText(assessment, lines, own),
    where: others.length > 0 ? titlesText(own, phases) : undefined,
    isElsewhere: others.some((facts) =>
      assessment.states.some((one) => one.component === component && one.state === 'included' && isOf(one, facts)),
    ),
    emissions: lines.reduce((sum, { emissions }) => sum + emissions.value, 0),
  };
}

/** What lines include that has no line of its own in their phase: `including idle machines`; `in training, including cooling`. */
function insideText({ states }: Assessment, lines: readonly Line[], phases: readonly PhaseFacts[]): string | undefined {
  const groups = new Map<string, { readonly of: readonly PhaseFacts[]; readonly phrases: string[] }>();
  for (const component of new Set(states.map((state) => state.component))) {
    const of = phases.filter((facts) => {
      const state = states.find((one) => one.component === component && isOf(one, facts));
      return state?.state === 'included' && lines.some(({ id }) => id === state.in);
    });
    if (of.length === 0) continue;
    const key = of.map((facts) => phases.indexOf(facts)).join();
    const group = groups.get(key) ?? { of, phrases: [] };
    group.phrases.push(componentPhrases[component]);
    groups.set(key, group);
  }
  const texts = [...groups.values()].map(({ of, phrases }) =>
    of.length === phases.length ? `including ${series(phrases)}` : `in ${titlesText(of, phases)}, including ${series(phrases)}`,
  );
  return texts.length === 0 ? undefined : texts.join('; ');
}

function withLines(phases: readonly PhaseFacts[], lines: readonly Line[]): readonly PhaseFacts[] {
  return phases.filter((facts) => lines.some((line) => isOf(line, facts)));
}

function isOf({ phase, name }: Pick<Line, 'phase' | 'name'>, facts: PhaseFacts): boolean {
  return phase === facts.phase && name === facts.name;
}

/** What follows a total in its sentence: `: 4.8 t from computing, …`, in figures where a table by phase follows, else the largest in words. */
export function partsText(assessment: Assessment, phases: readonly PhaseFacts[], total: Total): string {
  const { parts, limited } = limitedOnce(partsOf(assessment, phases));
  const [first, ...others] = parts;
  if (first === undefined) return '';
  if (others.length === 0) return `, all of it from ${placed(first)}`;
  const inWords = phases.length === 1 || parts.some((part) => isOnePhase(assessment, phases, part));
  if (inWords) {
    const share = total.emissions.value > 0 ? first.emissions / total.emissions.value : 0;
    return `: ${shareWords(share)} from ${placed(first)}, followed by ${series(others.map(placed))}${limited}`;
  }
  const column = columnOfAll(
    parts.map(({ emissions }) => quantity(emissions, 'kgCO2e')),
    total.emissions,
  );
  const amounts = parts.map((_, index) => `${column.parts[index]?.number ?? '–'}${THIN}${shortUnit(column.unit)}`);
  const items = [...new Set(amounts)].map((amount) => {
    const own = parts.filter((_, index) => amounts[index] === amount).map((part) => `from ${placed(part)}`);
    return own.length > 1 ? `${amount} each ${series(own)}` : `${amount} ${own[0]}`;
  });
  return `: ${items.slice(0, -1).join(', ')}, and ${items.at(-1)}${limited}`;
}

/** Where several parts are of the same phases only, one clause says so for all of them. */
function limitedOnce(parts: readonly PartWords[]): { readonly parts: readonly PartWords[]; readonly limited: string } {
  const groups = [...new Set(parts.map(({ where }) => where))].flatMap((where) => {
    const own = parts.filter((part) => part.where === where && !part.isElsewhere);
    return where === undefined || own.length < 2 ? [] : [{ where, own }];
  });
  return {
    parts: parts.map((part) => (groups.some(({ own }) => own.includes(part)) ? { ...part, where: undefined } : part)),
    limited: groups.map(({ where, own }) => `; ${series(own.map(({ phrase }) => phrase))} are counted in ${where} only`).join(''),
  };
}

/** Whether a part is all of one phase and of no other: the table by phase has its figure. */
function isOnePhase({ lines }: Assessment, phases: readonly PhaseFacts[], { emissions }: PartWords): boolean {
  return phases.some((facts) => {
    const own = lines.filter((line) => isOf(line, facts)).reduce((sum, line) => sum + line.emissions.value, 0);
    return own > 0 && Math.abs(emissions / own - 1) < 1e-9;
  });
}

/** A part with what is inside it, and with the phases that have it in a line of its own, where others do not. */
export function placed({ phrase, inside, where }: PartWords): string {
  const more = [inside, where === undefined ? undefined : `${where} only`].filter((text) => text !== undefined);
  return more.length === 0 ? phrase : `${phrase} (${more.join('; ')})`;
}

/** How much the largest part is, without a figure. */
function shareWords(share: number): string {
  if (share >= 0.95) return 'almost all of it';
  if (share >= 0.55) return 'most of it';
  return share >= 0.45 ? 'about half of it' : 'the largest part';
}

/** A list of phrases that may hold `and` themselves: `a`, `a and b`, `a, b, and c and d`. */
export function series(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  const isSimple = !items.some((item) => / and |, /.test(item.replace(/ \(.*\)/, '')));
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')}${isSimple ? ' and ' : ', and '}${last}`;
}
