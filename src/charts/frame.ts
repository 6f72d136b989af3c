import type { TopLevelSpec } from 'vega-lite';
import { chartWidth, ink, innerWidth, leading, margin, size, theme } from './theme.js';
import { balanced, wrap } from './wrap.js';

export type Layer = Extract<TopLevelSpec, { readonly layer: unknown }>['layer'][number];

/** The frame of every chart: title, subtitle and footer round the marks. */
export interface Frame {
  /** The alt text, which becomes the description of the spec. */
  readonly alt: string;
  readonly title: string;
  readonly subtitle: string;
  readonly footer: readonly string[];
  /** Of the marks alone, in px. */
  readonly height: number;
  /** Below the marks, for the axis. */
  readonly axisHeight: number;
  readonly layers: readonly Layer[];
}

/** Between the words above and the marks. */
const gap = 14;

/** A spec with the theme in it, complete for whoever opens it in the Vega editor. */
export function framed({ alt, title, subtitle, footer, height, axisHeight, layers }: Frame): TopLevelSpec {
  const titleLines = balanced(title, innerWidth, size.title);
  const subtitleLines = balanced(subtitle, innerWidth, size.subtitle);
  const footerLines = footer.flatMap((line) => [...wrap(line, innerWidth, size.text)]);
  const above = titleLines.length * leading.title + subtitleLines.length * leading.subtitle + gap;
  const below = axisHeight + footerLines.length * leading.text + 10;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: alt,
    width: innerWidth,
    height,
    // The places of all texts are computed here, so Vega must not move anything to make room.
    autosize: { type: 'none' },
    padding: { left: margin, right: chartWidth - margin - innerWidth, top: margin + above, bottom: below + margin },
    title: { text: [...titleLines], subtitle: [...subtitleLines], offset: gap },
    layer: [
      ...layers,
      {
        data: { name: 'footer', values: footerLines.map((line, index) => ({ line, y: height + axisHeight + 14 + index * leading.text })) },
        mark: { type: 'text', color: ink.soft },
        encoding: { x: { value: 0 }, y: pixels('y'), text: { field: 'line', type: 'nominal' } },
      },
    ],
    config: theme,
  };
}

/** A field that holds px from the upper edge already. */
export function pixels<Field extends string>(field: Field) {
  return { field, type: 'quantitative', scale: null, axis: null } as const;
}
