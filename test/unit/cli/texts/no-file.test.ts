import { expect, it } from 'vitest';
import { changeText, summaryText } from '../../../../src/cli/texts/summary-text.js';
import type { BatchReport } from '../../../../src/verbs/render.js';

const report = {
  ...{ manifest: 'carboncard.yaml', slug: 'm', folder: 'reports/m', files: [], totals: {}, diagnostics: [], state: 'unchanged' },
  headline: { total: '1 t', interval: 'uncertainty not assessed', largest: [], assumed: [] },
} as unknown as BatchReport;

it('says that a report has no file, and names none as written', () => {
  const text = summaryText({ reports: [report], refused: [] }, (one) => one, false);
  expect(text).toContain('No file in reports/m: ');
  expect(text + changeText([report], false)).not.toContain('()');
});
