import type { TopLevelSpec } from 'vega-lite';
import type { Sheet } from './sheet.js';
import { ink, themeOf } from './theme.js';
import { balanced, wrap } from './wrap.js';

type Layered = Extract<TopLevelSpec, { readonly layer: unknown }>;
export type Layer = Layered['layer'][number];

/** The frame of every chart: title, subtitle and footer round the marks. */
export interface Frame {
  /** The alt text, which becomes the description of the spec. */
  readonly alt: string;
  readonly title: string;
  readonly subtitle: string;
  readonly footer: readonly string[];
  /** Of the marks and their axes, in px. */
  readonly height: number;
  readonly layers: readonly Layer[];
  /** Parts of the chart have scales of their own. */
  readonly scales?: 'independent' | undefined;
}

/** Between the words above and the marks, and between those and the words below. */
const gaps = { print: { above: 14, below: 14 }, screen: { above: 8, below: 11 } } as const;

/** A spec with the theme in it, complete for whoever opens it in the Vega editor. */
export function framed(sheet: Sheet, { alt, title, subtitle, footer, height, layers, scales }: Frame): TopLevelSpec {
  const { width, margin, inner, size, leading } = sheet;
  const gap = gaps[sheet.id];
  const titleLines = balanced(title, inner, size.title);
  const subtitleLines = balanced(subtitle, inner, size.subtitle);
  const footerLines = footer.flatMap((line) => [...wrap(line, inner, size.text)]);
  const above = titleLines.length * leading.title + subtitleLines.length * leading.subtitle + gap.above;
  const below = footerLines.length * leading.text + gap.below - 4;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: alt,
    width: inner,
    height,
    // The places of all texts are computed here, so Vega must not move anything to make room.
    autosize: { type: 'none' },
    padding: { left: margin, right: width - margin - inner, top: margin + above, bottom: below + margin },
    title: { text: [...titleLines], subtitle: [...subtitleLines], offset: gap.above },
    ...(scales === undefined ? {} : { resolve: { scale: { x: scales }, axis: { x: scales } } }),
    layer: [
      ...layers,
      {
        data: { name: 'footer', values: footerLines.map((line, index) => ({ line, y: height + gap.below + index * leading.text })) },
        mark: { type: 'text', color: ink.soft },
        encoding: { x: { value: 0 }, y: pixels('y'), text: { field: 'line', type: 'nominal' } },
      },
    ],
    config: themeOf(sheet),
  };
}

/** A field that holds px from the upper edge already. */
export function pixels<Field extends string>(field: Field) {
  return { field, type: 'quantitative', scale: null, axis: null } as const;
}
