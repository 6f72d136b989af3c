import type { Assessment } from '../assessment/assessment.js';
import type { ChartContent } from '../charts/chart.js';
import { chartsOf } from '../charts/index.js';
import { renderReportPage, renderSection } from '../render/section.js';
import { outputTexts, reportFile } from './ids.js';
import type { Output, OutputContext } from './output.js';

/** The section of the model card, and the whole report, in Markdown. They show charts only where those are written beside them. */
export const md = {
  id: 'md',
  render: (assessment, context) =>
    new Map([
      [outputTexts.md.files, sectionText(assessment, context)],
      [reportFile, renderReportPage(assessment, chartsBeside(assessment, context), context)],
    ]),
} as const satisfies Output;

type SectionContext = Pick<OutputContext, 'formats' | 'full' | 'templates'>;

/** The section alone. */
export function sectionText(assessment: Assessment, context: SectionContext): string {
  const { formats, full } = context;
  const beside = {
    report: reportFile,
    pdf: formats.includes('pdf') ? outputTexts.pdf.files : undefined,
    data: formats.includes('json') ? outputTexts.json.files : undefined,
  };
  return renderSection(assessment, chartsBeside(assessment, context), context, { beside, full });
}

function chartsBeside(assessment: Assessment, { formats }: SectionContext): readonly ChartContent[] {
  return formats.includes('charts') ? chartsOf(assessment) : [];
}
