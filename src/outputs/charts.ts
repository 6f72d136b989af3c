import { chartsOf } from '../charts/index.js';
import { chartImages } from '../render/chart-images.js';
import { outputTexts } from './ids.js';
import type { Output } from './output.js';

/** Each chart three times: SVG for print and its Vega-Lite spec, and PNG, laid out for a phone, for the Hub, which shows no relative SVG. */
export const charts = {
  id: 'charts',
  needs: { fonts: true },
  render: async (assessment, context) => {
    const files = new Map<string, Uint8Array | string>();
    // Together: one is painted while the next is drawn.
    const drawn = chartsOf(assessment).map(async (chart) => ({ chart, ...(await chartImages(chart, context)) }));
    for (const { chart, svg, png } of await Promise.all(drawn)) {
      const path = `${outputTexts.charts.files}${chart.id}`;
      files
        .set(`${path}.svg`, svg)
        .set(`${path}.png`, png)
        .set(`${path}.vl.json`, `${JSON.stringify(chart.spec, undefined, 2)}\n`);
    }
    return files;
  },
} as const satisfies Output;
