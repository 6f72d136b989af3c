import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../src/cli/texts/findings/annotations.js';
import { staleFindings, staleText } from '../../../../src/cli/texts/stale-text.js';
import type { StaleReport } from '../../../../src/verbs/check.js';

const plainPaint = (text: string): string => text;
const diff = '@@ -12,1 +12,1 @@\n-Emitted 300\u202fkg.\n+Emitted 310\u202fkg.\n';
const remedy = ['carboncard', 'render', 'my model.yaml', '-o', 'out'];
const charts = ['breakdown.svg', 'breakdown.png', 'breakdown.vl.json', 'use.svg'].map((name) => ({
  file: `out/m/charts/${name}`,
  isMissing: false,
}));
const report: StaleReport = {
  manifest: 'my model.yaml',
  files: [{ file: 'out/m/carbon.md', isMissing: false, diff, before: '300 kg CO₂e', after: '310 kg CO₂e' }, ...charts],
  remedy,
};

describe('what is out of date', () => {
  it('has a headline a file, old and new, the charts together, and the command that updates them', () => {
    expect(staleText(report, plainPaint, false)).toBe(
      [
        'out/m/carbon.md: 300 kg → 310 kg CO₂e',
        'out/m/charts/: 4 files out of date',
        "To update: carboncard render 'my model.yaml' -o out",
      ].join('\n'),
    );
  });

  it('has every line that differs where that is asked for, without our no-break spaces', () => {
    const lines = staleText(report, plainPaint, true).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'out/m/carbon.md: 300 kg → 310 kg CO₂e',
      '@@ -12,1 +12,1 @@',
      '-Emitted 300 kg.',
      '+Emitted 310 kg.',
    ]);
    expect(lines.slice(4, 8)).toEqual(charts.map(({ file }) => `${file}: out of date`));
  });

  it.each([
    [{ isMissing: true }, 'a.md: missing'],
    [{ isMissing: false }, 'a.md: out of date'],
    [{ isMissing: false, diff, after: '3 t CO₂e' }, 'a.md: out of date; its total would be 3 t CO₂e'],
    [{ isMissing: false, diff, before: '3 t CO₂e', after: '3 t CO₂e' }, 'a.md: out of date; the total stays 3 t CO₂e, one line differs'],
    [
      { isMissing: false, diff, before: '3 t CO₂e', after: '3 t CO₂e', metadata: { before: '999', after: '3000000' } },
      'a.md: out of date; emissions in the front matter: 999 → 3000000',
    ],
    [
      { isMissing: false, diff: `${diff}${diff}`, before: '3 t CO₂e', after: '3 t CO₂e', metadata: { after: '3000000' } },
      'a.md: out of date; emissions in the front matter: none → 3000000, 1 more line differs',
    ],
    [
      { isMissing: false, diff, before: '2 t CO₂e', after: '3 t CO₂e', metadata: { before: '2000000', after: '3000000' } },
      'a.md: 2 t → 3 t CO₂e',
    ],
  ])('says of %j: %s', (file, expected) => {
    expect(staleText({ ...report, files: [{ file: 'a.md', ...file }] }, plainPaint, false).split('\n')[0]).toBe(expected);
  });

  it('is annotated at the first line that differs; a name can hold no command', () => {
    const evil = { ...report, files: [{ ...report.files[0], file: 'a,b:c%\n::error::.md', isMissing: false }] };
    expect(annotations(staleFindings([report]))).toBe(
      [
        "::error file=out/m/carbon.md,line=12,title=out-of-date::out/m/carbon.md:12: 300 kg → 310 kg CO₂e%0Anote: To update: carboncard render 'my model.yaml' -o out",
        "::error file=out/m/charts/breakdown.svg,line=1,title=out-of-date::out/m/charts/breakdown.svg:1: out/m/charts/: 4 files out of date%0Anote: To update: carboncard render 'my model.yaml' -o out",
      ].join('\n'),
    );
    const text = annotations(staleFindings([evil]));
    expect(text.split('\n')).toHaveLength(1);
    expect(text.startsWith('::error file=a%2Cb%3Ac%25␊%3A%3Aerror%3A%3A.md,line=12,')).toBe(true);
  });
});
