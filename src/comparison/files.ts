import type { Comparison } from '../compare/comparison.js';
import { chartImages } from '../render/chart-images.js';
import type { RenderContext } from '../render/context.js';
import { headingsOf } from '../render/document.js';
import { renderScreenPage } from '../render/html/screen-page.js';
import { renderHtml } from '../render/html.js';
import { renderMarkdown } from '../render/markdown.js';
import { printPdf } from '../render/pdf.js';
import { inlineSvg } from '../render/svg.js';
import { comparisonChart } from './chart.js';
import { comparisonDocument } from './document.js';
import { type ComparisonFormat, comparisonFiles } from './ids.js';
import { words } from './words.js';

type Files = Map<string, Uint8Array | string>;

/** The files of a comparison, by their path in its folder. A page links to those that are written with it. */
export async function filesOf(
  comparison: Comparison,
  formats: readonly ComparisonFormat[],
  context: Omit<RenderContext, 'templates'>,
  date?: string,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const chart = comparisonChart(comparison);
  const files: Files = new Map();
  const document = comparisonDocument(comparison, chart?.alt, date);
  const json = `${JSON.stringify(comparison, undefined, 2)}\n`;
  if (formats.includes('md')) {
    // The Markdown shows the chart only where it is written beside it.
    const shown = comparisonDocument(comparison, formats.includes('charts') ? chart?.alt : undefined, date);
    const children = shown.sections.flatMap(({ tree }) => tree.children);
    files.set(comparisonFiles.md, renderMarkdown({ type: 'root', children: structuredClone(children) }));
  }
  if (formats.includes('json')) files.set(comparisonFiles.json, json);
  if (formats.includes('html')) {
    const charts = chart === undefined ? [] : [chart];
    files.set(comparisonFiles.html, await renderScreenPage(document, { ...context, charts, beside: besideHtml(formats) }));
  }
  if (formats.includes('pdf')) {
    if (context.page === undefined) throw new TypeError('A PDF needs a page to print it.');
    const charts = new Map(chart === undefined ? [] : [[chart.id, { svg: await inlineSvg(chart, context.fonts), alt: chart.longAlt }]]);
    const html = await renderHtml(document, { ...context, charts });
    const data = { name: comparisonFiles.json, data: new TextEncoder().encode(json), mediaType: 'application/json' };
    files.set(
      comparisonFiles.pdf,
      await printPdf(context.page, html, {
        title: document.title,
        authors: document.authors,
        language: document.language,
        date,
        subject: words.subject,
        headings: headingsOf(document),
        attachments: [{ ...data, description: words.data, relationship: 'Data' }],
      }),
    );
  }
  if (formats.includes('charts') && chart !== undefined) {
    const { svg, png } = await chartImages(chart, context);
    const path = `${comparisonFiles.charts}${chart.id}`;
    files
      .set(`${path}.svg`, svg)
      .set(`${path}.png`, png)
      .set(`${path}.vl.json`, `${JSON.stringify(chart.spec, undefined, 2)}\n`);
  }
  return files;
}

function besideHtml(formats: readonly ComparisonFormat[]): readonly (readonly [string, string])[] {
  const names = [
    ['pdf', 'PDF'],
    ['md', 'Markdown'],
    ['json', 'data'],
  ] as const;
  return names.flatMap(([id, name]) => (formats.includes(id) ? [[comparisonFiles[id], name] as const] : []));
}
