import type { Assessment, ComponentId, Line, Total } from '../../assessment/assessment.js';
import { titlesText } from '../../assessment/coverage.js';
import { impactsText } from '../../assessment/impacts.js';
import { isPublished } from '../../assessment/published.js';
import { formatted, percent } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import { withNamedInterval } from '../emission-scale.js';
import { componentName, componentPhrase, modelName } from '../names.js';
import { plainText, sentence } from '../plain-text.js';
import type { Block } from './blocks.js';

/** Lines that an alt text lists; the table has all of them. */
const maxLinesInAlt = 8;

/** The title: the first of these sentences that applies, the least expected first. */
export function breakdownTitle(assessment: Assessment, blocks: readonly Block[]): string {
  const block = blocks[0];
  if (block === undefined) return `Emissions of ${modelName(assessment)}`;
  return (
    soleTitle(block) ?? addedTitle(block) ?? hardwareTitle(block) ?? phaseTitle(block) ?? largestPhaseTitle(block) ?? largestTitle(block)
  );
}

/** A title, where it applies. */
type Candidate = string | undefined;

/** The one line that is counted. */
function soleTitle({ name, groups }: Block): Candidate {
  const lines = groups.flatMap((group) => group.lines);
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  const where = name === 'Deployment' ? 'deployment' : 'development';
  const size = formatted(line.emissions).text;
  if (isPublished(line)) return `The published total of ${size} is all that is counted of ${where}`;
  return `${sentence(componentPhrase[line.component])} caused ${size}, all that is counted of ${where}`;
}

/** A part smaller than this share of the other is not worth a title. */
const minRatio = 0.5;

/** What is added to the work itself. */
const added: readonly ComponentId[] = ['host', 'idle', 'overhead'];

/** What is added to the work, against it: in electricity where one phase has the energy of all, else in emissions. */
function addedTitle(block: Block): Candidate {
  const { total } = block;
  const parts = added.filter((component) => emissionsOf(total, component) !== undefined);
  if (!['dynamic' as const, ...parts].every((component) => isEverywhere(block, component))) return undefined;
  const ratio = ratioOf(
    parts.reduce((sum, component) => sum + (emissionsOf(total, component) ?? 0), 0),
    emissionsOf(total, 'dynamic'),
  );
  if (ratio === undefined) return undefined;
  const electricity = addedElectricity(block);
  const size =
    electricity === undefined
      ? `${percent(ratio)} to the dynamic emissions`
      : `${percent(electricity)} to the electricity of ${workOf(block)} itself`;
  // In a list, cooling stands for all that the facility adds.
  const subject =
    parts.length > 1
      ? listed(parts.map((part) => (part === 'overhead' ? 'cooling' : componentPhrase[part])))
      : parts.map((part) => componentPhrase[part]).join('');
  return `${sentence(subject)} added ${size}`;
}

/** Whether every phase of a block has a component: a title about all of them may name it. */
function isEverywhere({ coverage, phases }: Block, component: ComponentId): boolean {
  return coverage.some((one) => one.component === component && one.phases.length === phases.length);
}

/** Energy of what is added as a ratio of dynamic energy; nothing for several phases, or where a line has no energy. */
function addedElectricity({ groups }: Block): number | undefined {
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0) return undefined;
  const powered = group.lines.filter(({ component }) => component !== 'embodied');
  if (powered.some(({ energy }) => energy === undefined)) return undefined;
  const sum = (isOwn: (component: ComponentId) => boolean): number =>
    powered.reduce((all, { component, energy }) => all + (isOwn(component) ? (energy?.value ?? 0) : 0), 0);
  const dynamic = sum((component) => component === 'dynamic');
  return dynamic > 0 ? sum((component) => component !== 'dynamic') / dynamic : undefined;
}

/** What the electricity did: `the training` of one phase, else `the work`. */
function workOf({ groups }: Block): string {
  const phases = new Set(groups.flatMap(({ lines }) => lines.map(({ phase }) => phase)));
  if (phases.size > 1) return 'the work';
  if (phases.has('training')) return 'the training';
  return phases.has('finetuning') ? 'the fine-tuning' : 'the work';
}

/** Embodied emissions against those of the electricity of the work. */
function hardwareTitle(block: Block): Candidate {
  const { total } = block;
  if (!isEverywhere(block, 'embodied') || !isEverywhere(block, 'dynamic')) return undefined;
  const ratio = ratioOf(emissionsOf(total, 'embodied') ?? 0, emissionsOf(total, 'dynamic'));
  if (ratio === undefined) return undefined;
  const size = ratio > 1.005 ? `${percent(ratio - 1)} more than` : `${percent(ratio)} as much as`;
  return `${sentence(componentPhrase.embodied)} emitted ${size} the electricity of the work`;
}

/** A phase with more than half of the total. */
function phaseTitle({ name, total, groups }: Block): Candidate {
  if (groups.length < 2) return undefined;
  const parts = groups.map(({ title, lines }) => ({
    title,
    share: sumOf(lines) / total.emissions.value,
  }));
  const most = parts.find(({ share }) => share > 0.5);
  if (most === undefined) return undefined;
  const part = most.share < 0.9995 ? percent(most.share) : 'nearly all';
  return `${most.title} emitted ${part} of the ${formatted(total.emissions).text} of ${name.toLowerCase()}`;
}

/** The largest phase, where there is one component only. */
function largestPhaseTitle({ name, total, groups }: Block): Candidate {
  if (groups.length < 2 || total.components.length > 1) return undefined;
  const [largest] = groups.map(({ title, lines }) => ({ title, kilograms: sumOf(lines) })).sort((a, b) => b.kilograms - a.kilograms);
  if (largest === undefined || !(largest.kilograms > 0)) return undefined;
  return `${largest.title} emitted more than any other phase: ${percent(largest.kilograms / total.emissions.value)} of the ${formatted(total.emissions).text} of ${name.toLowerCase()}`;
}

function sumOf(lines: readonly Line[]): number {
  return lines.reduce((all, line) => all + line.emissions.value, 0);
}

/** The largest component, and which phases have it where not all do. */
function largestTitle(block: Block): string {
  const { name, total, coverage, phases } = block;
  const [largest] = [...total.components].sort((a, b) => b.emissions.value - a.emissions.value);
  if (largest?.share === undefined) return `${name} emitted ${formatted(total.emissions).text}`;
  const own = coverage.find(({ component }) => component === largest.component)?.phases ?? phases;
  const where = own.length === phases.length ? '' : `; it is counted of ${plainText(titlesText(own, phases))} only`;
  return `${sentence(componentPhrase[largest.component])} caused ${percent(largest.share)} of the ${formatted(total.emissions).text} of ${name.toLowerCase()}${where}`;
}

function emissionsOf(total: Total, component: ComponentId): number | undefined {
  return total.components.find((one) => one.component === component)?.emissions.value;
}

/** A part as a ratio of another; nothing where it is half of it or less. */
function ratioOf(part: number, other: number | undefined): number | undefined {
  if (other === undefined || other <= 0) return undefined;
  const ratio = part / other;
  return ratio > minRatio ? ratio : undefined;
}

/** The alt text: the title, then every total with its largest lines, rounded as on the bars. */
export function breakdownAlt(assessment: Assessment, blocks: readonly Block[], title: string): string {
  const lead = `${title}. Bar chart of the emissions of ${modelName(assessment)}.`;
  return [lead, ...blocks.map(altOfBlock)].join(' ');
}

/** A total with its largest lines. */
function altOfBlock({ name, total, groups }: Block): string {
  const lines = groups.flatMap((group) => group.lines.map((line) => ({ ...line, title: group.title })));
  const largest = [...lines].sort((a, b) => b.emissions.value - a.emissions.value).slice(0, maxLinesInAlt);
  const parts = largest.map(({ title, component, emissions, share }) => {
    const phase = groups.length > 1 ? `${title}, ` : '';
    return `${phase}${groups.length > 1 ? lowered(component) : componentName[component]} ${formatted(emissions).text}${share === undefined || lines.length === 1 ? '' : ` (${percent(share)})`}`;
  });
  const rest = lines.length > largest.length ? `; and ${lines.length - largest.length} smaller lines` : '';
  const impacts = impactsText(total);
  const further = impacts === undefined ? '' : ` Further impacts of its electricity: ${impacts}.`;
  return `${name} total ${withNamedInterval(total.emissions)}: ${parts.join('; ')}${rest}.${further}`;
}

function lowered(component: ComponentId): string {
  return componentName[component].toLowerCase();
}
