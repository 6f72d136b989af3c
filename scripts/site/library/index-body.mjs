import { h } from 'hastscript';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { comparisonBody } from './comparison.mjs';
import { factsOf, figureTexts } from './facts.mjs';
import { screenTable, scrolling } from './tables.mjs';

const heads = [
  { text: 'Model, year and phase' },
  { text: 'Published (CO₂e)', isFigure: true },
  { text: 'Calculated (CO₂e)', isFigure: true },
  { text: 'Rounded, with 90 % interval', isFigure: true },
  { text: 'Energy', isFigure: true },
  { text: 'Hardware' },
  { text: 'Place' },
  { text: 'What the published figure covers' },
  { text: 'Publication' },
];

/** The first page of the library: all models in a table, and their comparison. */
export async function indexBody({ program, context, models }) {
  const comparison = await comparisonBody(program, context, models);
  return [
    h('h1', 'Library of published models'),
    h(
      'p',
      `carboncard has the manifests of ${models.length} published models, each written from its publication: with citations, with the boundary of the publication, and with the figure that it prints. Every figure below is calculated from them when this site is built.`,
    ),
    h('ul', [
      h(
        'li',
        'Published figures have different boundaries, so they cannot be compared as they are. The comparison below counts only what all models count.',
      ),
      h(
        'li',
        'Published figures are as printed. Calculated figures are of the same phases, in the same unit, and location-based where nothing else is noted. Beside them they are rounded to what their interval allows, as in a report.',
      ),
      h('li', ['The page of a model has its manifest, which opens in the calculator, its carbon section, and why the two figures differ.']),
    ]),
    h('p', [
      'To compare your own model with them: ',
      h('code', 'carboncard compare carboncard.yaml bloom opt-175b'),
      '. ',
      h('a', { href: '../docs/compare.html' }, 'Compare models'),
      ' says how.',
    ]),
    contents(comparison),
    h('h2', { id: 'figures' }, tableTitle),
    h('div', { className: ['models'] }, scrolling(screenTable(program, tableTitle, heads, rowsOf(program, models)))),
    ...comparison,
  ];
}

const tableTitle = 'Published and calculated figures';

/** Links to the tables below: the page is long, and has no room for a list beside it. */
function contents(comparison) {
  const headings = [{ id: 'figures', text: tableTitle }];
  visit({ type: 'root', children: comparison }, 'element', (node) => {
    if (/^h[23]$/.test(node.tagName)) headings.push({ id: node.properties.id, text: textOf(node) });
  });
  const links = headings.flatMap(({ id, text }, at) => [at === 0 ? '' : ' · ', h('a', { href: `#${id}` }, text)]);
  return h('p', ['On this page: ', ...links]);
}

/** A row a figure: a model with a training and a deployment has two. */
function rowsOf(program, models) {
  return models.flatMap((model) => {
    const { id, name, year, boundary, publication, assessment, figures } = model;
    return figures.map((figure) => {
      const { phase, printed, calculated, market, rounded } = figureTexts(program, figure);
      const { energy, hardware, place } = factsOf(program, model, figure);
      const { url } = assessment.model;
      return [
        [h('a', { href: `${id}.html` }, name), ' ', h('br'), h('span', { className: ['quiet'] }, `${year}, ${phase}`)],
        printed,
        [calculated, ...(market === undefined ? [] : [' ', h('br'), h('span', { className: ['quiet'] }, `${market} market-based`)])],
        rounded,
        energy,
        hardware,
        place,
        boundary,
        [url === undefined ? publication : h('a', { href: url }, publication)],
      ];
    });
  });
}
