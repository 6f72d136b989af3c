import type { Assessment } from '../../assessment/assessment.js';
import { publishedPhases } from '../../assessment/published.js';
import { THIN } from '../../units/format.js';
import { intervalOf } from '../../units/quantity.js';
import type { ChartContent } from '../chart.js';
import { framed } from '../frame.js';
import { gridSources, poweredPhases } from '../grid-sources.js';
import { modelName } from '../names.js';
import { type Sheet, sheets } from '../sheet.js';
import { breakdownAlt, breakdownLongAlt } from './alt.js';
import { blocksOf } from './blocks.js';
import { breakdownFacts } from './facts.js';
import { type Breakdown, breakdownLayout } from './layout.js';
import { type Panel, panelsOf } from './panels.js';
import { type Form, formOf } from './parts.js';
import { breakdownFinding, breakdownName } from './title.js';

/** Emissions by phase and component: a bar for each line or each phase, development and deployment separately. */
export const breakdown = { id: 'breakdown', content } as const;

function content(assessment: Assessment): ChartContent | undefined {
  const blocks = blocksOf(assessment);
  if (blocks.length === 0) return undefined;
  const form = formOf(blocks);
  const panels = panelsOf(blocks, form);
  const finding = breakdownFinding(assessment, blocks);
  const what = kindOf(panels, form);
  const title = finding ?? breakdownName(assessment, what);
  const alt = breakdownAlt(title, panels);
  const words = {
    alt,
    title,
    subtitle: finding === undefined ? `In CO₂ equivalents, ${accounting(assessment)}` : `Emissions of ${modelName(assessment)}${what}`,
    footer: [...notes(panels), ...gridSources(assessment, poweredPhases(assessment))],
  };
  const drawn: Breakdown = { panels, form };
  const laidOut = (sheet: Sheet) => {
    const scales = panels.filter(({ isWords }) => !isWords).length > 1 ? ('independent' as const) : undefined;
    return framed(sheet, { ...words, ...breakdownLayout(drawn, sheet), scales });
  };
  const longAlt = breakdownLongAlt(assessment, title, panels);
  return {
    id: 'breakdown',
    title,
    alt,
    longAlt,
    facts: breakdownFacts(panels),
    spec: laidOut(sheets.print),
    screen: laidOut(sheets.screen),
  };
}

/** How electricity is counted. */
function accounting(assessment: Assessment): string {
  const published = publishedPhases(assessment, assessment.phases);
  if (published.length === 0) return 'location-based';
  return published.length === assessment.phases.length ? 'as published' : 'location-based or as published';
}

/** ` by phase and component`; nothing for a single bar. */
function kindOf(panels: readonly Panel[], form: Form): string {
  const blocks = panels.flatMap((panel) => panel.blocks);
  const phases = blocks.some(({ block }) => block.groups.length > 1) || blocks.length > 1;
  const components = blocks.some(({ block }) => block.order.length > 1);
  if (phases && components) return ' by phase and component';
  if (phases) return ' by phase';
  return components && form === 'lines' ? ' by component' : '';
}

/** How to read the bars. */
function notes(panels: readonly Panel[]): readonly string[] {
  const drawn = panels.filter(({ isWords }) => !isWords);
  const bars = drawn.flatMap(({ blocks }) => blocks);
  const ranged = bars.flatMap(({ parts }) => parts).filter(({ emissions }) => intervalOf(emissions) !== undefined);
  const words = [
    ...(ranged.length > 0 ? [`Thin lines: 90${THIN}% intervals.`] : []),
    ...(bars.filter(({ parts }) => parts.length > 1).length > 1 ? ['Shares are of the total above them.'] : []),
    ...(drawn.length > 1 ? ['Development and deployment have scales of their own.'] : []),
  ];
  return words.length === 0 ? [] : [words.join(' ')];
}
