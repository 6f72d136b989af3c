import type { Link, Paragraph, PhrasingContent, Root, RootContent, TableCell, TableRow, Text } from 'mdast';
import { renderMarkdown } from '../render/markdown.js';
import { asLine } from '../render/tokens.js';
import { figuresOf } from './figures.js';
import { coverageLetter, letterOf, type Overview, type OverviewRow, type OverviewTable } from './rows.js';
import { linkedFiles, reportFile, words } from './words.js';

/** The first line of a page that carboncard wrote. */
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
  const { columns } = words;
  const isAlike = coverages.length < 2;
  const head = [columns.model, ...(isAlike ? [] : [columns.covers]), columns.emissions, columns.interval, columns.energy, columns.files];
  return [
    { type: 'heading', depth: 2, children: [text(words.side(side))] },
    paragraph([text(words.intro(table))]),
    ...(isAlike ? [] : [letterList(table)]),
    {
      type: 'table',
      align: [null, ...(isAlike ? [] : [null]), 'right', 'right', 'right', null],
      children: [rowOf(head.map((word) => [text(word)])), ...rows.map((row) => rowOf(cellsOf(table, row)))],
    },
    paragraph([text(words.notes(table))]),
  ];
}

function cellsOf(table: OverviewTable, row: OverviewRow): readonly PhrasingContent[][] {
  const { emissions, interval = words.notAssessed, energy = words.unknown } = figuresOf(row);
  const letter = table.coverages.length < 2 ? [] : [[text(coverageLetter(table, row))]];
  return [[nameOf(row)], ...letter, [text(emissions)], [text(interval)], [text(energy)], linksOf(row)];
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

function letterList(table: OverviewTable): RootContent {
  return {
    type: 'list',
    spread: false,
    children: table.coverages.map((covered, index) => {
      const letter: PhrasingContent = { type: 'strong', children: [text(letterOf(index))] };
      return { type: 'listItem', spread: false, children: [paragraph([letter, text(` ${words.coverage(covered, table)}`)])] };
    }),
  };
}

/** Somebody's text on one line, as a table's row is, whose direction ends with it. */
function text(value: string): Text {
  return { type: 'text', value: asLine(value).replace(/ {2,}/g, ' ') };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function rowOf(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children): TableCell => ({ type: 'tableCell', children })) };
}
