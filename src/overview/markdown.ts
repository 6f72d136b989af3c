import type { Link, PhrasingContent, Root, RootContent, TableCell, TableRow, Text } from 'mdast';
import { renderMarkdown } from '../render/markdown.js';
import { type FigureColumn, figureColumn } from './figures.js';
import { coverageLetter, type Overview, type OverviewRow, type OverviewTable } from './rows.js';
import { linkedFiles, reportFile, words } from './words.js';

/** The first line of a page, by which it is known as one of carboncard's. */
export const markdownMark = '<!-- carboncard:index -->';

/** The page in Markdown. @param chart The image and its alt text, where there is a chart. */
export function overviewMarkdown(overview: Overview, chart: { readonly file: string; readonly alt: string } | undefined): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'html', value: markdownMark },
      { type: 'heading', depth: 1, children: [text(words.title(overview))] },
      ...(chart === undefined ? [] : [paragraph([{ type: 'image', url: chart.file, alt: chart.alt }])]),
      ...overview.tables.flatMap(sectionOf),
      ...(overview.without.length === 0 ? [] : [paragraph([text(words.without(overview.without))])]),
    ],
  };
  return renderMarkdown(tree);
}

function sectionOf(table: OverviewTable): readonly RootContent[] {
  const { side, rows, coverages } = table;
  const emissions = figureColumn(rows.map((row) => row.emissions));
  const energy = figureColumn(rows.map((row) => row.energy));
  const { columns } = words;
  const isAlike = coverages.length < 2;
  const head = [columns.model, columns.emissions(emissions.unit), columns.interval, ...(isAlike ? [] : [columns.covers])];
  return [
    { type: 'heading', depth: 2, children: [text(words.side(side))] },
    paragraph([text(`${words.sorted(table)} ${isAlike ? words.alike(table) : words.unlike}`)]),
    ...(isAlike ? [] : [coverageList(coverages)]),
    {
      type: 'table',
      align: [null, 'right', 'right', ...(isAlike ? [] : [null]), 'right', null],
      children: [
        rowOf([...head, columns.energy(energy.unit), columns.files].map((word) => [text(word)])),
        ...rows.map((row, n) => rowOf(cellsOf(table, row, { n, emissions, energy, isAlike }))),
      ],
    },
  ];
}

interface Columns {
  readonly n: number;
  readonly emissions: FigureColumn;
  readonly energy: FigureColumn;
  readonly isAlike: boolean;
}

function cellsOf(table: OverviewTable, row: OverviewRow, { n, emissions, energy, isAlike }: Columns): readonly PhrasingContent[][] {
  const figure = emissions.figures[n];
  return [
    [nameOf(row)],
    [text(figure?.number ?? words.unknown)],
    [text(figure?.interval ?? words.notAssessed)],
    ...(isAlike ? [] : [[text(coverageLetter(table, row))]]),
    [text(energy.figures[n]?.number ?? words.unknown)],
    linksOf(row),
  ];
}

/** The name leads to the report, where there is one to read. */
function nameOf({ name, folder, files }: OverviewRow): PhrasingContent {
  return files.includes(reportFile) ? { type: 'link', url: `${folder}/${reportFile}`, children: [text(name)] } : text(name);
}

function linksOf({ folder, files }: OverviewRow): PhrasingContent[] {
  const links = linkedFiles.filter(([file]) => files.includes(file));
  return links.flatMap(([file, name], index): PhrasingContent[] => {
    const link: Link = { type: 'link', url: `${folder}/${file}`, children: [text(name)] };
    return index === 0 ? [link] : [text(' · '), link];
  });
}

function coverageList(coverages: readonly string[]): RootContent {
  return {
    type: 'list',
    spread: false,
    children: coverages.map((covers, index) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [text(words.coverage(covers, index))] }],
    })),
  };
}

/** Somebody's text on one line: a table's row is one. */
function text(value: string): Text {
  return { type: 'text', value: value.split(/\s+/).join(' ') };
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

function rowOf(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children): TableCell => ({ type: 'tableCell', children })) };
}
