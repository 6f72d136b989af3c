import { raw } from 'hast-util-raw';
import { h } from 'hastscript';
import { factsOf, figureTexts, none } from './facts.mjs';
import { screenTable } from './tables.mjs';

const heads = [
  { text: 'Phase' },
  { text: 'Published (CO₂e)', isFigure: true },
  { text: 'Calculated (CO₂e)', isFigure: true },
  { text: 'Rounded, with 90 % interval', isFigure: true },
  { text: 'Why they may differ' },
];

/** The page of a model: figures, section, manifest, arithmetic and sources. */
export function modelBody(program, model) {
  const { id, name, year, publication, boundary, remark, text, address, result, assessment, findings } = model;
  const { url } = assessment.model;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return [
    h('h1', name),
    h('p', [`${year}. `, url === undefined ? publication : h('a', { href: url }, publication), '.']),
    h('p', { className: ['actions'] }, [
      h('a', { href: `../calculator/index.html#${address}` }, 'Open in the calculator'),
      ' · ',
      h('a', { href: `${id}.yaml`, download: 'carboncard.yaml' }, 'Download the manifest'),
      ' · ',
      h('a', { href: 'index.html' }, 'All published models'),
    ]),
    h('h2', { id: 'figures' }, tableTitle),
    screenTable(program, tableTitle, heads, figureRows(program, model)),
    h('p', [h('strong', 'What the published figure covers: '), `${boundary}.`]),
    ...(remark === undefined ? [] : [h('p', remark)]),
    ...warnings.map(({ message }) => h('p', [h('strong', 'Warning: '), message])),
    ...factNodes(program, model),
    ...sectionNodes(result.html),
    h('h2', { id: 'manifest' }, 'Manifest'),
    h('p', [
      'Copy it, and replace what is different in your own runs. ',
      h('a', { href: '../reference/manifest.html' }, 'Every key'),
      ' has its values, default and example in the reference.',
    ]),
    h('pre', { tabIndex: 0 }, [h('code', text)]),
    h('h2', { id: 'arithmetic' }, 'Formulas, inputs and sources'),
    h('details', [
      h('summary', 'What carboncard explain prints of the totals'),
      h('pre', { tabIndex: 0, role: 'group', ariaLabel: 'Formulas, inputs and sources' }, [h('code', result.explanation)]),
    ]),
    h('h3', { id: 'sources' }, 'Works cited'),
    h('ul', program.worksOf(assessment).map(workItem)),
  ];
}

const tableTitle = 'Published and calculated';

function figureRows(program, { figures }) {
  return figures.map((figure) => {
    const { phase, printed, calculated, market, rounded } = figureTexts(program, figure);
    return [phase, printed, `${calculated}${market === undefined ? '' : ` (${market} market-based)`}`, rounded, figure.reason];
  });
}

/** What the figures of a model are of, a line for each of its phases. */
function factNodes(program, model) {
  return model.figures.map((figure) => {
    const { energy, hardware, hours, place, grid } = factsOf(program, model, figure);
    const facts = [
      ['Energy', energy],
      ['Hardware', hardware],
      ['Hours', hours],
      ['Place', place],
      ['Grid', grid],
    ].filter(([, value]) => value !== none);
    const phase = model.figures.length === 1 ? [] : [`${figureTexts(program, figure).phase}: `];
    return h('p', [...phase, ...facts.flatMap(([label, value], at) => [at === 0 ? '' : ' · ', h('strong', `${label}: `), value])]);
  });
}

/** The section that the program writes, as elements of the page, so that its heading is in the list of headings. */
function sectionNodes(html) {
  const parsed = raw({ type: 'root', children: [{ type: 'raw', value: html }] });
  const section = parsed.children.find(({ tagName }) => tagName === 'section');
  return section.children.flatMap((node) => {
    if (node.tagName !== 'h2') return [node];
    const heading = { ...node, properties: { ...node.properties, id: 'section' } };
    return [heading, h('p', { className: ['quiet'] }, 'The section that carboncard writes into a model card from the manifest below.')];
  });
}

function workItem({ title, url, year, licence, isUsed }) {
  const particulars = [year, licence, isUsed ? undefined : 'not used, for comparison'].filter((one) => one !== undefined);
  return h('li', [
    url === undefined ? title : h('a', { href: url }, title),
    particulars.length === 0 ? '' : ` (${particulars.join(', ')})`,
  ]);
}
