import type { ChartContent } from '../charts/chart.js';
import type { RenderContext } from './context.js';
import { standaloneSvg } from './svg.js';

/** A chart as files show it. */
export interface ChartImages {
  readonly svg: string;
  readonly png: Uint8Array;
}

/** A chart as an SVG that needs nothing beside it, and as the PNG of that SVG. */
export async function chartImages(
  chart: ChartContent,
  { fonts, readRasterizer }: Pick<RenderContext, 'fonts' | 'readRasterizer'>,
): Promise<ChartImages> {
  // Loaded when a chart is rendered: commands that render none don't pay for it.
  const { renderPng } = await import('./png.js');
  const svg = await standaloneSvg(chart, fonts);
  return { svg, png: await renderPng(svg, fonts, readRasterizer) };
}

/** Alt texts by chart id. */
export function altTexts(charts: readonly ChartContent[]): ReadonlyMap<string, string> {
  return new Map(charts.map(({ id, alt }) => [id, alt]));
}
