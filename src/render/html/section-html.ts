import type { Root } from 'mdast';
import type { ChartContent } from '../../charts/chart.js';
import { chartsIn } from '../document.js';
import type { FontLibrary } from '../fonts.js';
import { figure } from './figure.js';
import { screenFigures } from './screen-figure.js';
import { withScreenTables } from './screen-tables.js';
import { sectionsWith } from './sections.js';
import type { Place } from './sieve.js';

/** The id and the class of the section on a page. */
const sectionId = 'carbon';

/**
 * The section of a model card as HTML for a page on a screen: each chart wide and narrow, tables that scroll by themselves. What is
 * not of a report, such as a script in a value, is left out.
 */
export async function renderSectionHtml(tree: Root, charts: readonly ChartContent[], fonts: FontLibrary): Promise<string> {
  const shown = chartsIn({ sections: [{ id: sectionId, tree }] });
  const figures = await screenFigures(
    charts.filter(({ id }) => shown.has(id)),
    fonts,
  );
  return htmlWith(tree, figures);
}

/** The same with an empty figure in the place of each chart. Drawing them takes most of the time. */
export function renderSectionFrame(tree: Root, charts: readonly ChartContent[]): Promise<string> {
  return htmlWith(tree, (id, caption) => (charts.some((chart) => chart.id === id) ? figure(id, [...caption]) : undefined));
}

async function htmlWith(tree: Root, figureOf: Place['figureOf']): Promise<string> {
  // Loaded here and not above: commands that render nothing don't pay for them.
  const { toHtml } = await import('hast-util-to-html');
  const sectionOf = await sectionsWith(figureOf);
  return toHtml(withScreenTables(sectionOf({ id: sectionId, tree })));
}
