import type { Assessment } from '../../assessment/assessment.js';
import type { ChartContent } from '../../charts/chart.js';
import { chartsOf } from '../../charts/index.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Format } from '../../outputs/ids.js';
import type { PrintingPage } from '../../render/browser.js';
import { type CardOptions, composeCard, composeReport } from '../../render/compose.js';
import type { FontLibrary } from '../../render/fonts.js';
import { renderHtml } from '../../render/html.js';
import { renderMarkdown } from '../../render/markdown.js';
import type { Attachment } from '../../render/pdf.js';
import { readRasterizer } from './bundled-files.js';
import { messages } from './messages.js';
import type { Layout } from './read-templates.js';

/** What all reports of a run have in common. */
export interface Press {
  readonly layout: Layout;
  readonly fonts: FontLibrary;
  /** There where a PDF is wanted. */
  readonly page?: PrintingPage | undefined;
}

export interface ReportFiles {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every file of a report, in memory: nothing is written before all of them are made. */
export async function reportFiles(
  assessment: Assessment,
  manifestText: string,
  formats: readonly Format[],
  press: Press,
): Promise<ReportFiles> {
  const json = `${JSON.stringify(assessment, undefined, 2)}\n`;
  const drawings = formats.includes('charts') || formats.includes('pdf') ? chartsOf(assessment) : [];
  const files = new Map<string, Uint8Array | string>();
  if (formats.includes('md')) files.set('carbon.md', markdownOf(assessment, formats.includes('charts') ? drawings : [], press));
  if (formats.includes('pdf')) files.set('carbon.pdf', await pdfOf(assessment, drawings, attachmentsOf(json, manifestText), press));
  if (formats.includes('json')) files.set('assessment.json', json);
  if (formats.includes('charts')) for (const [name, content] of await chartFiles(drawings, press.fonts)) files.set(name, content);
  return { files, diagnostics: drawings.length === 0 ? [] : await missingGlyphs(json, press.fonts) };
}

/** The section as Markdown, with what a card needs otherwise than a report. */
export function markdownOf(
  assessment: Assessment,
  drawings: readonly ChartContent[],
  { layout }: Press,
  options: CardOptions = {},
): string {
  return renderMarkdown(composeCard(assessment, layout.templates, { charts: altTexts(drawings), attachments: [] }, options));
}

const altTexts = (drawings: readonly ChartContent[]): ReadonlyMap<string, string> => new Map(drawings.map(({ id, alt }) => [id, alt]));

async function pdfOf(
  assessment: Assessment,
  drawings: readonly ChartContent[],
  attachments: readonly Attachment[],
  { layout, fonts, page }: Press,
): Promise<Uint8Array> {
  if (page === undefined) throw new TypeError('A PDF needs a page to print it.');
  const { inlineSvg } = await import('../../render/svg.js');
  const { printPdf } = await import('../../render/pdf.js');
  const document = composeReport(assessment, layout.templates, {
    charts: altTexts(drawings),
    attachments: attachments.map(({ name, description }) => ({ name, what: description })),
  });
  const charts = new Map<string, { svg: string; alt: string }>();
  for (const drawing of drawings) charts.set(drawing.id, { svg: await inlineSvg(drawing, fonts), alt: drawing.alt });
  const html = await renderHtml(document, { charts, fonts, styleSheet: layout.styleSheet });
  const { title, authors, language, date } = document;
  return printPdf(page, html, {
    title,
    authors,
    language,
    ...(date !== undefined && { date }),
    subject: 'Screening carbon footprint',
    attachments,
  });
}

function attachmentsOf(json: string, manifestText: string): readonly Attachment[] {
  const encoder = new TextEncoder();
  const isJson = manifestText.trimStart().startsWith('{');
  return [
    {
      name: 'assessment.json',
      data: encoder.encode(json),
      mediaType: 'application/json',
      description: 'The assessment: lines, totals, sources, in full precision',
      relationship: 'Data',
    },
    {
      name: isJson ? 'carboncard.json' : 'carboncard.yaml',
      data: encoder.encode(manifestText),
      mediaType: isJson ? 'application/json' : 'application/yaml',
      description: 'The manifest that the assessment was computed from',
      relationship: 'Source',
    },
  ];
}

async function chartFiles(
  drawings: readonly ChartContent[],
  fonts: FontLibrary,
): Promise<readonly (readonly [string, Uint8Array | string])[]> {
  if (drawings.length === 0) return [];
  const { standaloneSvg } = await import('../../render/svg.js');
  const { renderPng } = await import('../../render/png.js');
  const made: (readonly [string, Uint8Array | string])[] = [];
  for (const drawing of drawings) {
    const svg = await standaloneSvg(drawing, fonts);
    made.push([`charts/${drawing.id}.svg`, svg]);
    made.push([`charts/${drawing.id}.png`, await renderPng(svg, fonts, readRasterizer)]);
    made.push([`charts/${drawing.id}.vl.json`, `${JSON.stringify(drawing.spec, undefined, 2)}\n`]);
  }
  return made;
}

/** The charts as a card shows them. */
export async function chartImages(
  drawings: readonly ChartContent[],
  fonts: FontLibrary,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (drawings.length === 0) return new Map();
  const { standaloneSvg } = await import('../../render/svg.js');
  const { renderPng } = await import('../../render/png.js');
  const made = new Map<string, Uint8Array>();
  for (const drawing of drawings)
    made.set(`${folder}/${drawing.id}.png`, await renderPng(await standaloneSvg(drawing, fonts), fonts, readRasterizer));
  return made;
}

export async function missingGlyphs(text: string, fonts: FontLibrary): Promise<readonly Diagnostic[]> {
  const missing = await fonts.missingFrom(text);
  return missing.length === 0
    ? []
    : [
        messages.missingGlyph(
          missing.map((c) => `${c} (U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`).join(', '),
        ),
      ];
}
