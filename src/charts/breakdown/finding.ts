import type { Assessment, ComponentId, Line, Total } from '../../assessment/assessment.js';
import { formatted, percent } from '../../units/format.js';
import { withInterval } from '../emission-scale.js';
import { componentName, componentPhrase, modelName } from '../names.js';
import { sentence } from '../plain-text.js';
import type { Block } from './blocks.js';

/** Lines that an alt text reads out; a longer list tells a listener less, and the table has it. */
const mostSpoken = 8;

/** The finding, by rules that look for what surprises first and end with the largest part. */
export function breakdownTitle(assessment: Assessment, blocks: readonly Block[]): string {
  const block = blocks[0];
  if (block === undefined) return `Emissions of ${modelName(assessment)}`;
  return (
    soleFinding(block) ??
    standbyFinding(block.total) ??
    hardwareFinding(block.total) ??
    phaseFinding(block) ??
    largestPhase(block) ??
    largestFinding(block)
  );
}

type Finding = string | undefined;

/** One line: there is nothing to compare. */
function soleFinding({ name, groups }: Block): Finding {
  const lines = groups.flatMap((group) => group.lines);
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  const where = name === 'Deployment' ? 'deployment' : 'development';
  return `${sentence(componentPhrase[line.component])} emitted ${formatted(line.emissions).text}, all that is counted of ${where}`;
}

/** Electricity that did no work, against the electricity that did. */
function standbyFinding(total: Total): Finding {
  const [dynamic, idle, overhead] = [emissionsOf(total, 'dynamic'), emissionsOf(total, 'idle'), emissionsOf(total, 'overhead')];
  const size = comparison((idle ?? 0) + (overhead ?? 0), dynamic);
  if (size === undefined) return undefined;
  const subject =
    idle === undefined ? componentPhrase.overhead : overhead === undefined ? componentPhrase.idle : 'keeping the machines on and cooled';
  return `${sentence(subject)} emitted ${size} the work itself`;
}

function hardwareFinding(total: Total): Finding {
  const size = comparison(emissionsOf(total, 'embodied') ?? 0, emissionsOf(total, 'dynamic'));
  return size === undefined ? undefined : `${sentence(componentPhrase.embodied)} emitted ${size} the electricity of the work`;
}

/** One phase of several with most of the total. */
function phaseFinding({ name, total, groups }: Block): Finding {
  if (groups.length < 2) return undefined;
  const parts = groups.map(({ title, lines }) => ({
    title,
    share: sumOf(lines) / total.emissions.value,
  }));
  const most = parts.find(({ share }) => share > 0.5);
  if (most === undefined) return undefined;
  const part = most.share > 0.95 ? 'nearly all' : most.share > 0.75 ? 'more than three quarters' : 'more than half';
  return `${most.title} emitted ${part} of the ${formatted(total.emissions).text} of ${name.toLowerCase()}`;
}

/** One component, so that phases are all there is to compare. */
function largestPhase({ name, total, groups }: Block): Finding {
  if (groups.length < 2 || total.components.length > 1) return undefined;
  const [largest] = groups.map(({ title, lines }) => ({ title, kilograms: sumOf(lines) })).sort((a, b) => b.kilograms - a.kilograms);
  if (largest === undefined || !(largest.kilograms > 0)) return undefined;
  return `${largest.title} emitted more than any other phase, ${percent(largest.kilograms / total.emissions.value)} of the ${formatted(total.emissions).text} of ${name.toLowerCase()}`;
}

function sumOf(lines: readonly Line[]): number {
  return lines.reduce((all, line) => all + line.emissions.value, 0);
}

function largestFinding({ name, total }: Block): string {
  const [largest] = [...total.components].sort((a, b) => b.emissions.value - a.emissions.value);
  if (largest?.share === undefined) return `${name} emitted ${formatted(total.emissions).text}`;
  return `${sentence(componentPhrase[largest.component])} is ${percent(largest.share)} of ${formatted(total.emissions).text}`;
}

function emissionsOf(total: Total, component: ComponentId): number | undefined {
  return total.components.find((one) => one.component === component)?.emissions.value;
}

/** How a part compares with another, in words; nothing where it is less than half of it. */
function comparison(part: number, other: number | undefined): string | undefined {
  if (other === undefined || other <= 0) return undefined;
  const ratio = part / other;
  if (ratio > 1) return 'more than';
  if (ratio > 0.75) return 'more than three quarters as much as';
  return ratio > 0.5 ? 'more than half as much as' : undefined;
}

/** The finding and the figures, rounded as on the marks. */
export function breakdownAlt(assessment: Assessment, blocks: readonly Block[], title: string): string {
  const lead = `${title}. Bar chart of the emissions of ${modelName(assessment)}.`;
  return [lead, ...blocks.map(spoken)].join(' ');
}

function spoken({ name, total, groups }: Block): string {
  const lines = groups.flatMap((group) => group.lines.map((line) => ({ ...line, title: group.title })));
  const largest = [...lines].sort((a, b) => b.emissions.value - a.emissions.value).slice(0, mostSpoken);
  const parts = largest.map(({ title, component, emissions, share }) => {
    const phase = groups.length > 1 ? `${title}, ` : '';
    return `${phase}${groups.length > 1 ? lowered(component) : componentName[component]} ${formatted(emissions).text}${share === undefined || lines.length === 1 ? '' : ` (${percent(share)})`}`;
  });
  const rest = lines.length > largest.length ? `; and ${lines.length - largest.length} smaller lines` : '';
  return `${name} total ${withInterval(total.emissions)}: ${parts.join('; ')}${rest}.`;
}

function lowered(component: ComponentId): string {
  return componentName[component].toLowerCase();
}
