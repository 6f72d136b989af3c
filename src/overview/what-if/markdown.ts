import type { Paragraph, PhrasingContent, Root, RootContent, TableCell, TableRow, Text } from 'mdast';
import { withNamedInterval } from '../../charts/emission-scale.js';
import { renderMarkdown } from '../../render/markdown.js';
import { asLine } from '../../render/tokens.js';
import { atMost, significant, THIN } from '../../units/format.js';
import type { WhatIf, WhatIfAlternative, WhatIfBase, WhatIfTable } from '../../what-if/what-if.js';
import { amount, differenceTexts, scaleOf, unitOf, words } from './texts.js';

/** The page of alternatives. @param chart The image and its alt text, where there is a chart. */
export function whatIfMarkdown({ model, tables }: WhatIf, chart: { readonly file: string; readonly alt: string } | undefined): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(words.title(model.name))] },
      ...(chart === undefined ? [] : [paragraph([{ type: 'image', url: chart.file, alt: chart.alt }])]),
      ...tables.flatMap(sectionOf),
      { type: 'heading', depth: 2, children: [text('How to read it')] },
      ...[words.method, words.noise, words.promise].map((sentence) => paragraph([text(sentence)])),
    ],
  };
  return renderMarkdown(tree);
}

function sectionOf(table: WhatIfTable): readonly RootContent[] {
  const { base, alternatives, without } = table;
  const hasPue = alternatives.some(({ pue }) => pue?.value !== base?.pue?.value);
  const hasGrid = alternatives.some(({ grid }) => grid?.intensity.value !== base?.grid?.intensity.value);
  const unit = unitOf(scaleOf(table));
  const head = [
    words.column(table),
    `Emissions (${unit}${THIN}CO₂e)`,
    ...(base === undefined ? [] : [`Difference (${unit})`, `90${THIN}% interval`, 'Verdict']),
    ...(hasGrid ? ['Grid (g/kWh)'] : []),
    ...(hasPue ? ['PUE'] : []),
  ];
  const rows = alternatives.map((one) => rowOf(cellsOf(one, table, { hasGrid, hasPue }).map((cell) => [text(cell)])));
  return [
    { type: 'heading', depth: 2, children: [text(words.table(table))] },
    ...(base === undefined && rows.length === 0 ? [] : [paragraph([text(introOf(table, base))])]),
    ...(rows.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            align: head.map((_, n) => (n === 0 || head[n] === 'Verdict' ? null : 'right')),
            children: [rowOf(head.map((cell) => [text(cell)])), ...rows],
          },
        ]),
    ...without.map(({ label, reason }) => paragraph([text(words.without(label, reason))])),
  ];
}

function introOf({ alternatives, by, series }: WhatIfTable, base: WhatIfBase | undefined): string {
  if (base === undefined) return words.noBase;
  return [
    words.base(base.label, `${withNamedInterval(base.emissions)}${isOfPlace(by) ? factsOf(base) : ''}`),
    ...(series === undefined ? [] : [words.series(series)]),
    ...(base.reported === undefined ? [] : [words.reported(withNamedInterval(base.reported), base.reportedOn)]),
    words.counts(alternatives),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Alternatives whose grid or PUE is another. */
const isOfPlace = (by: WhatIfTable['by']): boolean => by === 'regions' || by === 'locations' || by === 'years';

/** `; grid 285 g/kWh of 2023, PUE 1.13` */
function factsOf({ grid, pue }: WhatIfBase): string {
  const parts = [
    ...(grid === undefined ? [] : [`grid ${gridText(grid)}${THIN}g/kWh${grid.year === undefined ? '' : ` of ${grid.year}`}`]),
    ...(pue === undefined ? [] : [`PUE ${atMost(pue.value, 4)}`]),
  ];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

const gridText = ({ intensity }: NonNullable<WhatIfBase['grid']>): string => significant(intensity.value, 3);

function cellsOf(
  one: WhatIfAlternative,
  table: WhatIfTable,
  { hasGrid, hasPue }: { hasGrid: boolean; hasPue: boolean },
): readonly string[] {
  const { label, detail, emissions, difference, grid, pue } = one;
  const scale = scaleOf(table);
  const shown = difference && differenceTexts(difference, scale);
  return [
    detail === undefined ? label : `${label}, ${detail}`,
    amount(emissions, scale),
    ...(table.base === undefined ? [] : [shown?.value ?? '', shown?.interval ?? '', words.verdict(one)]),
    ...(hasGrid ? [grid === undefined ? '' : gridText(grid)] : []),
    ...(hasPue ? [pue === undefined ? '' : atMost(pue.value, 4)] : []),
  ];
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
