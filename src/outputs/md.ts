import { chartsOf } from '../charts/index.js';
import { renderReportPage, renderSection } from '../render/section.js';
import { outputTexts, reportFile } from './ids.js';
import type { Output } from './output.js';

/** The section of the model card, and the whole report, in Markdown. They show charts only where those are written beside them. */
export const md = {
  id: 'md',
  render: (assessment, context) => {
    const { formats, full } = context;
    const charts = formats.includes('charts') ? chartsOf(assessment) : [];
    const beside = {
      report: reportFile,
      pdf: formats.includes('pdf') ? outputTexts.pdf.files : undefined,
      data: formats.includes('json') ? outputTexts.json.files : undefined,
    };
    return new Map([
      [outputTexts.md.files, renderSection(assessment, charts, context, { beside, full })],
      [reportFile, renderReportPage(assessment, charts, context)],
    ]);
  },
} as const satisfies Output;
