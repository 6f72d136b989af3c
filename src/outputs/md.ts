import { chartsOf } from '../charts/index.js';
import { renderSection } from '../render/section.js';
import { outputTexts } from './ids.js';
import type { Output } from './output.js';

/** The section of the model card as Markdown. It shows charts only where they are written beside it. */
export const md = {
  id: 'md',
  render: (assessment, context) => {
    const charts = context.formats.includes('charts') ? chartsOf(assessment) : [];
    return new Map([[outputTexts.md.files, renderSection(assessment, charts, context)]]);
  },
} as const satisfies Output;
