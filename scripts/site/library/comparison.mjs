import { h } from 'hastscript';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { scrolling } from './tables.mjs';

/** Sections of a comparison that other tables and pages of the library have. */
const shownElsewhere = ['publications', 'use-against-development'];

/**
 * The comparison of models of the library on the boundary that they have in common, as `carboncard compare` writes it for a screen: the
 * same tables, words and chart. Headings are a level lower, since it is part of a page.
 */
export async function comparisonBody(program, context, models) {
  const { compareModels, comparisonChart, comparisonDocument, screenFigures, sectionsWith, withScreenTables } = program;
  const comparison = await compareModels(models.map(({ id }) => id));
  const chart = comparisonChart(comparison);
  const { sections } = comparisonDocument(comparison, chart?.alt);
  const sectionOf = await sectionsWith(await screenFigures(chart === undefined ? [] : [chart], context.fonts));
  return sections
    .filter(({ id }) => !shownElsewhere.includes(id))
    .map((section) => linked(lowered(scrolling(withScreenTables(sectionOf(section))), section.id), models));
}

/** Names of models at the head of a row lead to their pages. */
function linked(section, models) {
  visit(section, 'element', (node) => {
    if (node.tagName !== 'th' || node.properties.scope !== 'row') return;
    const model = models.find(({ name }) => spaced(name) === spaced(textOf(node)));
    if (model !== undefined) node.children = [h('a', { href: `${model.id}.html` }, node.children)];
  });
  return section;
}

/** A name with ordinary spaces: tables have no-break ones. */
const spaced = (name) => name.replace(/[\s\u2060]+/g, ' ').trim();

/** Headings a level lower, each with an id that a link can lead to. */
function lowered(section, id) {
  visit(section, 'element', (node) => {
    const [, level] = /^h([1-5])$/.exec(node.tagName) ?? [];
    if (level === undefined) return;
    node.tagName = `h${Number(level) + 1}`;
    node.properties.id = level === '1' ? 'comparison' : `comparison-${id}`;
  });
  return { ...section, properties: { ...section.properties, id: undefined, className: ['comparison'] } };
}
