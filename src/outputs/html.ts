import { altTexts } from '../charts/alt.js';
import { chartsOf } from '../charts/index.js';
import { composeReport } from '../render/compose.js';
import { renderScreenPage } from '../render/html/screen-page.js';
import { outputTexts, reportFile } from './ids.js';
import type { Output } from './output.js';

/** The whole report as one page for a screen, wide or narrow, light or dark. It links to the files that are written beside it. */
export const html = {
  id: 'html',
  needs: { fonts: true },
  render: async (assessment, context) => {
    const { templates, styleSheet, screenSheet, fonts, formats } = context;
    const charts = chartsOf(assessment);
    const document = composeReport(assessment, templates, { charts: altTexts(charts), attachments: [] });
    const beside = [
      ...(formats.includes('pdf') ? [[outputTexts.pdf.files, 'PDF'] as const] : []),
      ...(formats.includes('md') ? [[reportFile, 'Markdown'] as const] : []),
      ...(formats.includes('json') ? [[outputTexts.json.files, 'data'] as const] : []),
    ];
    return new Map([[outputTexts.html.files, await renderScreenPage(document, { charts, fonts, styleSheet, screenSheet, beside })]]);
  },
} as const satisfies Output;
