import type { Assessment } from '../assessment/assessment.js';
import { altTexts } from '../charts/alt.js';
import type { ChartContent } from '../charts/chart.js';
import { composeReportPage, composeSection, type SectionOptions } from './compose.js';
import type { RenderContext } from './context.js';
import { renderMarkdown } from './markdown.js';

/**
 * The section of a model card as Markdown.
 *
 * @param charts Those that it may show: the ones that are written beside it.
 */
export function renderSection(
  assessment: Assessment,
  charts: readonly ChartContent[],
  { templates }: Pick<RenderContext, 'templates'>,
  options: SectionOptions = {},
): string {
  return renderMarkdown(composeSection(assessment, templates, { charts: altTexts(charts), attachments: [] }, options));
}

/**
 * The whole report as Markdown.
 *
 * @param charts Those that it may show: the ones that are written beside it.
 * @param chartFolder Folder of the charts, as links in the report name it; empty for its own.
 */
export function renderReportPage(
  assessment: Assessment,
  charts: readonly ChartContent[],
  { templates }: Pick<RenderContext, 'templates'>,
  chartFolder?: string,
): string {
  return renderMarkdown(composeReportPage(assessment, templates, { charts: altTexts(charts), attachments: [] }, chartFolder));
}
