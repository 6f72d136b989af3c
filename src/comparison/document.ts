import type { Root, RootContent, Table } from 'mdast';
import { massText } from '../charts/emission-scale.js';
import { figure } from '../charts/plain-text.js';
import { type ComparedModel, type Comparison, type MatrixState, type NormalUnit, normalUnits } from '../compare/comparison.js';
import type { DocumentSection, ReportDocument } from '../render/document.js';
import { headingNode, paragraphNode, strongNode, tableNode, textNode } from '../render/formats/nodes.js';
import { formatted } from '../units/format.js';
import type { Quantity } from '../units/quantity.js';
import { comparisonChartId } from './chart.js';
import { figureTable, intervalText } from './figure-table.js';
import { useTable } from './use-table.js';
import { words } from './words.js';

/** A comparison as the document that Markdown, HTML and PDF are made from. */
export function comparisonDocument(comparison: Comparison, chartAlt: string | undefined, date?: string): ReportDocument {
  const title = words.title(comparison.models.map(({ name }) => name));
  const parts: readonly (readonly [string, readonly RootContent[]])[] = [
    ['figures', figuresOf(comparison, title, chartAlt)],
    ['parts', partsOf(comparison)],
    ['units', unitsOf(comparison)],
    ['use', useOf(comparison)],
    ['use-against-development', againstOf(comparison)],
    ['publications', publicationsOf(comparison)],
    ['method', [headingNode(2, words.headings.method), ...words.method.map((sentence) => paragraphNode(sentence))]],
  ];
  const sections = parts.flatMap(([id, children]): DocumentSection[] => (children.length === 0 ? [] : [{ id, tree: rootOf(children) }]));
  return { title, authors: [], language: 'en', paper: 'a4', date, sections };
}

const rootOf = (children: readonly RootContent[]): Root => ({ type: 'root', children: [...children] });

function figuresOf(comparison: Comparison, title: string, chartAlt: string | undefined): readonly RootContent[] {
  const { rows, align, notes, intro } = figureTable(comparison);
  return [
    headingNode(1, title),
    paragraphNode(intro),
    paragraphNode(strongNode(words.disclaimer)),
    ...(chartAlt === undefined ? [] : [chartNode(chartAlt)]),
    headingNode(2, words.headings.figures),
    tableNode(rows, [...align]),
    ...notes.map((note) => paragraphNode(note)),
  ];
}

function chartNode(alt: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'image', url: `charts/${comparisonChartId}.png`, alt }] };
}

/** A row for each model, a column for each part, those that are compared in bold. */
function partsOf({ models, matrix }: Comparison): readonly RootContent[] {
  if (matrix.length === 0) return [];
  const table = tableNode(
    [
      [words.columns.model, ...matrix.map(words.part)],
      ...models.map(({ name, outside }, n) => [
        name,
        ...matrix.map(({ states }) => (outside?.kind === 'published-total' ? publishedText(states[n]) : stateText(states[n]))),
      ]),
    ],
    ['left', ...matrix.map(() => 'right' as const)],
  );
  return [
    headingNode(2, words.headings.parts),
    paragraphNode(words.partsIntro(matrix.some(({ isCommon }) => isCommon))),
    withStrongCells(table, (row, column) => models[row - 1]?.common !== undefined && matrix[column - 1]?.isCommon === true),
  ];
}

function withStrongCells(table: Table, isStrong: (row: number, column: number) => boolean): Table {
  const children = table.children.map((row, r) => ({
    ...row,
    children: row.children.map((cell, n) =>
      isStrong(r, n) ? { ...cell, children: [{ type: 'strong' as const, children: cell.children }] } : cell,
    ),
  }));
  return { ...table, children };
}

/** Of a total that is published without its parts, nobody knows what a part has. */
function publishedText(state: MatrixState | undefined): string {
  if (state?.emissions !== undefined) return words.states.total(massText(state.emissions));
  return state?.state === 'included' ? words.states.inTotal : stateText(state);
}

function stateText(state: MatrixState | undefined): string {
  if (state === undefined) return words.states.unknown;
  if (state.emissions !== undefined)
    return `${massText(state.emissions)}${state.in === undefined ? '' : `, ${words.states.inside(state.in)}`}`;
  return state.in === undefined ? words.states[state.state] : words.states.inside(state.in);
}

/** Units that at least two models have. */
function unitsOf({ models }: Comparison): readonly RootContent[] {
  const having = (unit: NormalUnit): readonly ComparedModel[] => models.filter(({ common }) => common?.per[unit] !== undefined);
  const units = normalUnits.filter((unit) => having(unit).length > 1);
  if (units.length === 0) return [];
  const rows = models.filter(({ common }) => units.some((unit) => common?.per[unit] !== undefined));
  return [
    headingNode(2, words.headings.units),
    paragraphNode(words.unitsIntro),
    tableNode(
      [
        [words.columns.model, ...units.map(words.unit)],
        ...rows.map(({ name, common }) => [
          name,
          ...units.map((unit) => {
            const per = common?.per[unit];
            return per === undefined ? words.none : withInterval(per);
          }),
        ]),
      ],
      ['left', ...units.map(() => 'right' as const)],
    ),
  ];
}

function withInterval(q: Quantity<'kgCO2e'>): string {
  const { interval } = formatted(q);
  return interval === undefined ? massText(q) : `${massText(q)} (${figure(interval)})`;
}

function useOf({ models }: Comparison): readonly RootContent[] {
  const used = models.filter(({ use }) => use?.perRequest !== undefined);
  if (used.length < 2) return [];
  return [
    headingNode(2, words.headings.use),
    paragraphNode(words.useIntro),
    tableNode(
      [
        [words.columns.model, words.columns.perRequest, words.columns.interval, words.columns.counts],
        ...used.map(({ name, use }) => [
          name,
          use?.perRequest === undefined ? words.none : massText(use.perRequest),
          use?.perRequest === undefined ? words.none : intervalText(use.perRequest),
          words.useCounts(use?.components ?? []),
        ]),
      ],
      ['left', 'right', 'right', 'left'],
    ),
  ];
}

function againstOf(comparison: Comparison): readonly RootContent[] {
  const found = useTable(comparison);
  if (found === undefined) return [];
  const { title, intro, rows, align, notes } = found;
  return [headingNode(2, title), paragraphNode(intro), tableNode(rows, [...align]), ...notes.map((note) => paragraphNode(note))];
}

function publicationsOf({ models }: Comparison): readonly RootContent[] {
  const published = models.filter(({ publication }) => publication !== undefined);
  if (published.length === 0) return [];
  return [
    headingNode(2, words.headings.publications),
    {
      type: 'list',
      spread: false,
      children: published.map(({ name, publication }) => ({
        type: 'listItem',
        children: [
          {
            type: 'paragraph',
            children: [
              strongNode(`${name}:`),
              textNode(
                ` ${publication?.printed.join('; ') ?? ''}, in ${publication?.cite ?? ''}.${publication?.remark === undefined ? '' : ` ${publication.remark}`}`,
              ),
            ],
          },
        ],
      })),
    },
  ];
}
