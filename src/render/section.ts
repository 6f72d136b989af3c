import type { Assessment } from '../assessment/assessment.js';
import type { ChartContent } from '../charts/chart.js';
import { altTexts } from './chart-images.js';
import { type CardOptions, composeCard } from './compose.js';
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
  options: CardOptions = {},
): string {
  return renderMarkdown(composeCard(assessment, templates, { charts: altTexts(charts), attachments: [] }, options));
}
