import type { Assessment } from '../assessment/assessment.js';
import { altTexts } from '../charts/alt.js';
import type { ChartContent } from '../charts/chart.js';
import { chartsOf } from '../charts/index.js';
import { InputError } from '../diagnostics/diagnostic.js';
import { assessmentText } from '../render/assessment-text.js';
import { FontError } from '../render/browser.js';
import { composeReport } from '../render/compose.js';
import { headingsOf } from '../render/document.js';
import type { FontLibrary } from '../render/fonts.js';
import { type InlineChart, renderHtml } from '../render/html.js';
import { messages } from '../render/messages.js';
import { type Attachment, printPdf } from '../render/pdf.js';
import { inlineSvg } from '../render/svg.js';
import { outputTexts } from './ids.js';
import type { Output, OutputContext } from './output.js';

/** The whole report, ready to attach to a paper, with the assessment and the manifest inside. */
export const pdf = {
  id: 'pdf',
  needs: { page: true, fonts: true },
  render: async (assessment, context) => new Map([[outputTexts.pdf.files, await printedReport(assessment, context)]]),
} as const satisfies Output;

/** assessment, charts → document → HTML → PDF. */
async function printedReport(assessment: Assessment, context: OutputContext): Promise<Uint8Array> {
  const { templates, styleSheet, fonts, page, manifest } = context;
  if (page === undefined) throw new TypeError('A PDF needs a page to print it.');
  const charts = chartsOf(assessment);
  const attachments = attachmentsOf(assessment, manifest);
  const document = composeReport(assessment, templates, {
    charts: altTexts(charts),
    attachments: attachments.map(({ name, description }) => ({ name, what: description })),
  });
  const html = await renderHtml(document, { charts: await inlineCharts(charts, fonts), fonts, styleSheet });
  const { title, authors, language, date } = document;
  const headings = headingsOf(document);
  const facts = { title, authors, language, date, subject: 'Screening carbon footprint', headings, attachments };
  try {
    return await printPdf(page, html, facts);
  } catch (error) {
    // The bundled fonts are in the page, so it is one of the user's style sheet.
    if (!(error instanceof FontError)) throw error;
    throw new InputError([{ ...messages.fontNotLoaded(error.families), file: context.styleSheetFile }]);
  }
}

/** One after the other, since Vega measures text with one function for the whole process. */
async function inlineCharts(charts: readonly ChartContent[], fonts: FontLibrary): Promise<ReadonlyMap<string, InlineChart>> {
  const inline = new Map<string, InlineChart>();
  for (const chart of charts) inline.set(chart.id, { svg: await inlineSvg(chart, fonts), alt: chart.longAlt });
  return inline;
}

function attachmentsOf(assessment: Assessment, manifest: string): readonly Attachment[] {
  const encoder = new TextEncoder();
  const isJson = manifest.trimStart().startsWith('{');
  return [
    {
      name: outputTexts.json.files,
      data: encoder.encode(assessmentText(assessment)),
      mediaType: 'application/json',
      description: 'every figure in full precision, for machines',
      relationship: 'Data',
    },
    {
      name: isJson ? 'carboncard.json' : 'carboncard.yaml',
      data: encoder.encode(manifest),
      mediaType: isJson ? 'application/json' : 'application/yaml',
      description: 'the manifest that it was computed from',
      relationship: 'Source',
    },
  ];
}
