import type { ChartContent } from '../charts/chart.js';
import type { RenderContext } from './context.js';
import { screenSvg, standaloneSvg } from './svg.js';

/** A chart as files show it. */
export interface ChartImages {
  readonly svg: string;
  readonly png: Uint8Array;
}

/** A chart as an SVG that needs nothing beside it, for print, and as a PNG of the same data, for a page. */
export async function chartImages(chart: ChartContent, context: ImageContext): Promise<ChartImages> {
  const [png, svg] = await Promise.all([chartPng(chart, context), standaloneSvg(chart, context.fonts)]);
  return { svg, png };
}

type ImageContext = Pick<RenderContext, 'fonts' | 'readRasterizer'>;

/** The PNG alone. */
export async function chartPng(chart: ChartContent, { fonts, readRasterizer }: ImageContext): Promise<Uint8Array> {
  // Loaded when a chart is rendered: commands that render none don't pay for it.
  const { renderPng } = await import('./png.js');
  return renderPng(await screenSvg(chart, fonts), fonts, readRasterizer);
}
