import type { Root } from 'mdast';
import type { ChartContent } from '../../charts/chart.js';
import { chartsIn } from '../document.js';
import type { FontLibrary } from '../fonts.js';
import { screenFigures } from './screen-figure.js';
import { withScreenTables } from './screen-tables.js';
import { sectionsWith } from './sections.js';

/** The id and the class of the section on a page. */
const sectionId = 'carbon';

/**
 * The section of a model card as HTML for a page on a screen: each chart wide and narrow, tables that scroll by themselves. What is
 * not of a report, such as a script in a value, is left out.
 */
export async function renderSectionHtml(tree: Root, charts: readonly ChartContent[], fonts: FontLibrary): Promise<string> {
  // Loaded here and not above: commands that render nothing don't pay for them.
  const { toHtml } = await import('hast-util-to-html');
  const section = { id: sectionId, tree };
  const shown = chartsIn({ sections: [section] });
  const figures = await screenFigures(
    charts.filter(({ id }) => shown.has(id)),
    fonts,
  );
  const sectionOf = await sectionsWith(figures);
  return toHtml(withScreenTables(sectionOf(section)));
}
