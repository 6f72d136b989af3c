import type { Assessment, ComponentId, Line, PhaseKind } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { digitsFor, percent, significant } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import { intervalOf } from '../../units/quantity.js';
import { modelName } from '../names.js';
import { lowered, sentence } from '../plain-text.js';
import { type Block, kilogramsOf } from './blocks.js';

/** What the chart shows that is special of this model; nothing where nothing is. */
export function breakdownFinding(assessment: Assessment, blocks: readonly Block[]): string | undefined {
  const [block] = blocks;
  if (block === undefined) return undefined;
  const phase = dominantPhase(block, blocks.length > 1);
  const isByPhase = phase !== undefined && phase.excess >= componentExcess(block);
  return (
    useFinding(blocks) ??
    (isByPhase ? phase.title : undefined) ??
    dominantComponent(block) ??
    // That computing leads the components is no finding, so phases that differ still are one.
    phase?.title ??
    meteringFinding(assessment, block)
  );
}

/** The plain name of the chart. */
export function breakdownName(assessment: Assessment, what: string): string {
  return `Emissions of ${modelName(assessment)}${what}`;
}

type Finding = string | undefined;

/** Deployment against development, from which on it is worth a title. */
const minUse = 2;

/** Deployment emitted more, though no component is counted of it alone. */
function useFinding([made, used]: readonly Block[]): Finding {
  if (made === undefined || used === undefined || !(made.total.emissions.value > 0)) return undefined;
  const times = used.total.emissions.value / made.total.emissions.value;
  if (times < minUse || !used.order.every((component) => isEverywhere(made, component))) return undefined;
  return `Deployment has emitted ${significant(times, 2)} times as much as development`;
}

/** A share of half is one within these. */
const half = { from: 0.45, to: 0.55 };
/** From here on it is nearly all. */
const nearlyAll = 0.95;
/** How much more than an equal share the largest part has, before it is a finding. */
const minExcess = 0.15;

/** Each kind of phase as the cause of emissions. */
const kindPhrases: Readonly<Record<PhaseKind, string>> = {
  data: 'preparing data',
  experiments: 'experiments',
  training: 'training',
  finetuning: 'fine-tuning',
  evaluation: 'evaluation',
  deployment: 'deployment',
};

/** Half or more of it in one kind of phase, or in one phase of a kind. */
function dominantPhase(block: Block, isOneOfTwo: boolean): { readonly title: string; readonly excess: number } | undefined {
  const whole = block.total.emissions.value;
  const kinds = sums(block.groups.flatMap(({ lines }) => lines.map((line) => [kindPhrases[line.phase], line.emissions.value] as const)));
  const phases = sums(block.groups.map(({ title, lines }) => [lowered(title), kilogramsOf(lines)] as const));
  const candidates = kinds.length > 1 ? kinds : phases;
  const [largest] = candidates;
  if (largest === undefined || candidates.length < 2 || !(whole > 0)) return undefined;
  const share = largest.kilograms / whole;
  const excess = share - 1 / candidates.length;
  if (share < half.from || excess < minExcess) return undefined;
  const of = isOneOfTwo ? ` of ${block.name.toLowerCase()}` : '';
  return { title: `${amount(share)} the emissions${of} came from ${largest.name}`, excess };
}

interface Summed {
  readonly name: string;
  readonly kilograms: number;
}

/** Sums by name, the largest first. */
function sums(parts: readonly (readonly [name: string, kilograms: number])[]): readonly Summed[] {
  const all = new Map<string, number>();
  for (const [name, kilograms] of parts) all.set(name, (all.get(name) ?? 0) + kilograms);
  return [...all].map(([name, kilograms]) => ({ name, kilograms })).sort((a, b) => b.kilograms - a.kilograms);
}

/** `Half of`, `59 % of`, `Nearly all of`. */
function amount(share: number): string {
  if (share >= nearlyAll) return 'Nearly all of';
  return share >= half.from && share <= half.to ? 'Half of' : `${percent(share)} of`;
}

/** How unequal components are: the largest against an equal share. */
function componentExcess({ total: { components } }: Block): number {
  const shares = components.map(({ share }) => share ?? 0);
  return shares.length === 0 ? 0 : Math.max(...shares) - 1 / shares.length;
}

/** What is added to the computing, as a ratio of it, from which on it is a finding. */
const minAdded = 0.5;
/** Share of making the hardware from which on it is one: other than computing, it is not expected to lead. */
const minEmbodied = 0.4;
const added: readonly ComponentId[] = ['host', 'idle', 'overhead'];

/** Something else than computing that is large: what is added to it, or making the hardware. */
function dominantComponent(block: Block): Finding {
  return addedFinding(block) ?? embodiedFinding(block);
}

/** What is added to computing, against it: in electricity where one phase has the energy of all, else in emissions. */
function addedFinding(block: Block): Finding {
  const parts = block.order.filter((component) => added.includes(component));
  if (parts.length === 0 || !['dynamic' as const, ...parts].every((component) => isEverywhere(block, component))) return undefined;
  // A default says nothing about this model.
  if (mostlyAssumed(block, parts)) return undefined;
  const ratio = sumOf(block, parts) / sumOf(block, ['dynamic']);
  if (!(ratio >= minAdded) || !Number.isFinite(ratio)) return undefined;
  const electricity = addedElectricity(block);
  const size =
    electricity === undefined
      ? `${percent(ratio)} to the emissions of computing`
      : `${percent(electricity)} to the electricity of ${workOf(block)} itself`;
  // In a list, cooling stands for all that the facility adds.
  const subject = listed(parts.map((part) => (part === 'overhead' && parts.length > 1 ? 'cooling' : componentPhrases[part])));
  return `${sentence(subject)} added ${size}`;
}

function embodiedFinding(block: Block): Finding {
  const share = sumOf(block, ['embodied']) / block.total.emissions.value;
  if (!(share >= minEmbodied) || block.order.length < 2 || mostlyAssumed(block, ['embodied'])) return undefined;
  if (!block.order.every((component) => isEverywhere(block, component))) return undefined;
  return `${amount(share)} the emissions came from making the hardware`;
}

function sumOf({ total }: Block, components: readonly ComponentId[]): number {
  return total.components.reduce((all, { component, emissions }) => (components.includes(component) ? all + emissions.value : all), 0);
}

/** Whether most of some components rests on defaults. */
function mostlyAssumed({ groups }: Block, components: readonly ComponentId[]): boolean {
  const own = groups.flatMap(({ lines }) => lines).filter(({ component }) => components.includes(component));
  return kilogramsOf(own.filter(({ basis }) => basis === 'assumed')) > kilogramsOf(own) / 2;
}

/** Whether every phase of a block has a component: a title about all of them may name it. */
function isEverywhere({ coverage, phases }: Block, component: ComponentId): boolean {
  return coverage.some((one) => one.component === component && one.phases.length === phases.length);
}

/** Energy of what is added as a ratio of computing's; nothing for several phases, or where a line has no energy. */
function addedElectricity({ groups }: Block): number | undefined {
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0) return undefined;
  const powered = group.lines.filter(({ component }) => component !== 'embodied');
  if (powered.some(({ energy }) => energy === undefined)) return undefined;
  const sum = (isOwn: (line: Line) => boolean): number =>
    powered.reduce((all, line) => all + (isOwn(line) ? (line.energy?.value ?? 0) : 0), 0);
  const dynamic = sum(({ component }) => component === 'dynamic');
  return dynamic > 0 ? sum(({ component }) => component !== 'dynamic') / dynamic : undefined;
}

/** What the electricity did: `the training` of one phase, else `computing`. */
function workOf({ groups }: Block): string {
  const phases = new Set(groups.flatMap(({ lines }) => lines.map(({ phase }) => phase)));
  if (phases.size === 1 && phases.has('training')) return 'the training';
  return phases.size === 1 && phases.has('finetuning') ? 'the fine-tuning' : 'the computing';
}

/** Inputs that a meter at the machines would replace. */
export const metered: ReadonlySet<string> = new Set([
  'energy',
  'load',
  'power',
  'rated power',
  'host share',
  'host power',
  'least host share',
  'least host power',
  'idle power',
  'MFU',
]);
/** Part of the uncertainty that has to go before a title promises it. */
const minSettled = 0.5;

/** What a wide range comes from, for want of a meter, or of a place. */
function meteringFinding({ contributions = [] }: Assessment, { total }: Block): Finding {
  // Two digits are printed where half of the interval is over a fifth of the value.
  if (intervalOf(total.emissions) === undefined || digitsFor(total.emissions) > 2) return undefined;
  const open = contributions.filter(({ basis }) => basis === 'assumed' || basis === 'modelled');
  const shareOf = (isOwn: (input: string) => boolean): number =>
    open.reduce((all, { input, share }) => (isOwn(input) ? all + share : all), 0);
  const power = shareOf((input) => metered.has(input));
  if (power >= minSettled) return `Power that was not metered accounts for ${percent(power)} of the uncertainty`;
  const grid = shareOf((input) => input === 'grid intensity');
  return grid >= minSettled ? `The grid, which is not known, accounts for ${percent(grid)} of the uncertainty` : undefined;
}
