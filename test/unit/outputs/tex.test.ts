import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bib } from '../../../src/outputs/bib/bib.js';
import type { OutputContext } from '../../../src/outputs/output.js';
import { tex } from '../../../src/outputs/tex/tex.js';
import { formatted } from '../../../src/units/format.js';
import { assessed, ofFixture } from './assessed.js';

const texOf = (assessment: Parameters<typeof tex.render>[0]): string => String(tex.render(assessment).get('carbon.tex'));
const bibOf = (assessment: Parameters<typeof bib.render>[0], report: OutputContext['report'] = () => {}): string =>
  String(bib.render(assessment, { report } as OutputContext).get('carbon.bib'));

describe.each(readdirSync('fixtures/runs'))('carbon.tex of %s', (slug) => {
  it('has the total of the report, in ASCII, with a row for each line or each phase', async () => {
    const assessment = await ofFixture(slug);
    const text = texOf(assessment);
    const total = formatted((assessment.totals.development ?? assessment.totals.deployment)?.emissions ?? { value: 0, unit: 'kgCO2e' });
    expect(text).toContain(`\\def\\carbontotal{\\mbox{\\num{${total.number.replaceAll(',', '')}}\\,`);
    expect(text).toMatch(/^[\n\u0020-\u007e]*$/);
    const rows = [...text.matchAll(/^(?!Total|Development|Use| ).+ & .*\\\\%$/gm)].length;
    const { lines, phases } = assessment;
    const used = lines.filter(({ phase }) => phase === 'deployment').length;
    expect([lines.length, phases.filter(({ phase }) => phase !== 'deployment').length + used]).toContain(rows);
  });
});

it('a small part of a total is less than its digit, and an absent energy a dash', async () => {
  expect(texOf(await ofFixture('five-phases'))).toContain('{\\ensuremath{<}\\num{1}}');
  expect(texOf(await ofFixture('bloom'))).toContain('Making the hardware & {--} & 11.2 & \\num{10.4}--\\num{12.1} & \\num{22} \\\\');
});

it('defines no macro for what is not known', async () => {
  const text = texOf(await assessed({ model: 'M', location: 'FR', phases: [{ phase: 'training', energy: '120 kWh', year: 2024 }] }));
  expect(text).not.toMatch(/\\carbon(?:hardware|hours|use|perrequest|market)\b/);
});

it('names in other scripts have a replacement, and the definition of it', async () => {
  const text = texOf(await assessed({ model: { name: '模型 Москва é', slug: 'm' }, location: 'FR', energy: '120 kWh', year: 2024 }));
  expect(text).toContain("\\def\\carbonmodel{\\carbontext{模型}{[U+6A21 U+578B]} \\carbontext{Москва}{Moskva} \\'{e}}%");
  expect(text).toContain('\\protected\\def\\carbontext#1#2');
});

it('says what is not included and not counted, in the words of the section, as sentences of their own', async () => {
  const phases = [{ phase: 'finetuning', energy: '12 kWh', year: 2024 }];
  const text = texOf(
    await assessed({
      model: 'M',
      base_model: ['falcon-lab/wren-3b', { id: 'a/b', emissions: '31.2 t', boundary: 'facility', cite: 'its card' }],
      location: 'FR',
      phases,
    }),
  );
  const sentence =
    'Not included: the development of falcon-lab/\\allowbreak{}wren-3b, whose emissions are unknown; a/b, 31.2\\,t CO\\textsubscript{2}e (boundary: the facility).';
  expect(text).toContain(`\\def\\carbonbasemodels{${sentence}}%`);
  expect(text).toMatch(/\\def\\carbonnotcounted\{Not counted.+\.\}%/);
  expect(text).toContain('\n\\carbonbasemodels{}\n\\carbonnotcounted{}\n');
  expect(texOf(await assessed({ model: 'M', location: 'FR', phases }))).not.toContain('\\carbonbasemodels');
});

describe('carbon.bib', () => {
  it('cites the report by year and month, the model, and each work once', async () => {
    const text = bibOf(await ofFixture('bloom'));
    expect([...text.matchAll(/^@misc\{(.+),$/gm)].map(([, key]) => key)).toEqual([
      'bloom-carbon-footprint',
      'bloom',
      'bloom-paper-jmlr-24-253-2023',
      'owid-carbon-intensity-2024',
      'electricity-maps-yearly',
    ]);
    expect(text).toContain('  year = {2026},\n  month = nov,\n');
    expect(text).not.toContain('  date = ');
  });

  it.each([
    ['Luccioni et al. JMLR 24(253), 2023', '2023'],
    ['LLaMA paper (arXiv 2302.13971), section 6', '2023'],
    ['Cluster of 2000 GPUs', undefined],
    ['Accounting, 2024, and its correction (2025)', undefined],
  ])('takes the year that a citation closes with: %s', async (cite, year) => {
    const text = bibOf(await assessed({ model: 'M', location: 'FR', energy: { value: '120 kWh', cite }, year: 2024 }));
    const [, , entry = ''] = text.split('@misc{');
    expect(/ year = \{(\d+)\}/.exec(entry)?.[1]).toBe(year);
  });

  it('has the address and the years that the manifest gives, and notes what the report lacks', async () => {
    const bare = { model: 'M', location: 'FR', energy: '120 kWh', year: 2024 };
    const messages: unknown[] = [];
    bibOf(await assessed(bare), (message) => void messages.push(message));
    expect(messages).toEqual([
      {
        id: 'bib-report-lacks',
        severity: 'note',
        message: 'The entry of the report in carbon.bib has no author, no year and no address.',
        expected: 'Add `report: { authors: [A. Author], date: 2026-03-01, url: https://… }`',
      },
    ]);
    const report = { authors: ['A. Author'], date: '2026-03-01', url: 'https://example.org/card.md' };
    const model = { name: 'M', url: 'https://example.org/model', released: '2025-02-03' };
    const none: unknown[] = [];
    const text = bibOf(await assessed({ ...bare, model, report }), (message) => void none.push(message));
    expect(none).toEqual([]);
    const [, ofReport = '', ofModel = ''] = text.split('@misc{');
    expect(ofReport).toContain('  year = {2026},\n  month = mar,\n');
    expect(ofReport).toContain('  url = {https://example.org/card.md},');
    expect(ofModel).toContain('  year = {2025},');
    expect(ofModel).toContain('  url = {https://example.org/model},');
  });
});

it('names the phases whose electricity is unknown beside the electricity', async () => {
  const phases = [
    { phase: 'training', emissions: '8930 t', cite: 'its paper' },
    { phase: 'finetuning', energy: '120 MWh', year: 2024 },
  ];
  const text = texOf(await assessed({ model: 'M', location: 'FR', phases }));
  expect(text).toContain('\\carbonenergy{} of electricity (without training, whose emissions are published without energy)');
});

it('says what a request emits where there is use alone', async () => {
  const phases = [{ phase: 'deployment', energy: '120 kWh', requests: '1 million', duration: '30 days', year: 2024 }];
  const text = texOf(await assessed({ model: 'M', location: 'FR', phases }));
  expect(text).toContain('\nEach request emits about \\carbonperrequest{} (90\\,\\% interval \\carbonperrequestinterval{}).\n');
});
