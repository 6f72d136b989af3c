import type { Assessment } from '../../assessment/assessment.js';
import { THIN } from '../../units/format.js';
import type { ChartContent } from '../chart.js';
import { framed } from '../frame.js';
import { gridNote, poweredPhases } from '../grid-note.js';
import { modelName } from '../names.js';
import { type Block, blocksOf } from './blocks.js';
import { lineLayout } from './lines.js';
import { phaseLayout } from './phases.js';
import { breakdownAlt, breakdownTitle } from './title.js';

/** Lines that fit on a page; with more, a bar is a phase, stacked by component. */
const maxLines = 24;

/** Emissions by phase and component: a bar for each line, development and deployment separately. */
export const breakdown = { id: 'breakdown', content } as const;

function content(assessment: Assessment): ChartContent | undefined {
  const blocks = blocksOf(assessment);
  const lines = blocks.flatMap((block) => block.groups.flatMap((group) => group.lines));
  if (lines.length === 0) return undefined;
  const stacked = lines.length > maxLines;
  const { height, layers } = stacked ? phaseLayout(blocks) : lineLayout(blocks);
  const title = breakdownTitle(assessment, blocks);
  const alt = breakdownAlt(assessment, blocks, title);
  const what = stacked ? 'by phase, stacked by component' : phrase(blocks);
  const spec = framed({
    alt,
    title,
    subtitle: `Emissions of ${modelName(assessment)} ${what}`,
    footer: [...notes(blocks, stacked), gridNote(assessment, poweredPhases(assessment))],
    height,
    axisHeight: 22,
    layers,
  });
  return { id: 'breakdown', title, alt, spec };
}

function phrase(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => block.groups).length > 1 ? 'by phase and component' : 'by component';
}

/** How to read the bars. */
function notes(blocks: readonly Block[], stacked: boolean): readonly string[] {
  const intervals = !stacked && blocks.some((b) => b.groups.some((g) => g.lines.some(({ emissions }) => emissions.low !== undefined)));
  const words = [
    ...(intervals ? [`Thin lines: 90${THIN}% intervals.`] : []),
    ...(blocks.length > 1 ? ['Shares are of the total above them.'] : []),
  ];
  return words.length === 0 ? [] : [words.join(' ')];
}
