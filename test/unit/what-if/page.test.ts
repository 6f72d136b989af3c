import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { whatIfChart } from '../../../src/overview/what-if/chart.js';
import { whatIfMarkdown } from '../../../src/overview/what-if/markdown.js';
import { differenceTexts } from '../../../src/overview/what-if/texts.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { quantity } from '../../../src/units/quantity.js';
import { checkReports } from '../../../src/verbs/check.js';
import { renderManifests } from '../../../src/verbs/render.js';
import { whatIf } from '../../../src/what-if/assess-what-if.js';
import type { WhatIf } from '../../../src/what-if/what-if.js';

const page = readFile(new URL('../../../docs/what-if.md', import.meta.url), 'utf8');
const run = 'hardware: 64 x A100 80GB\nduration: 3 weeks\nlocation: aws us-west-2\nyear: 2023\n';

const of = (text: string): WhatIf => {
  const resolved = parseManifest(text);
  return whatIf(resolved, assess(resolved));
};

describe('files', () => {
  let folder = '';
  let manifest = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'what-if-'));
    manifest = join(folder, 'carboncard.yaml');
    await writeFile(manifest, `model: M\n${run}`);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const options = (asked: { whatIf?: boolean; formats?: readonly ('md' | 'json' | 'charts')[] } = {}) => ({
    outDir: join(folder, 'reports'),
    formats: ['md', 'json', 'charts'] as const,
    ...asked,
  });
  const written = async (): Promise<readonly string[]> =>
    (await readdir(join(folder, 'reports/m'), { recursive: true })).filter((name) => name.includes('what-if')).sort();
  const all = ['charts/what-if.png', 'charts/what-if.svg', 'charts/what-if.vl.json', 'what-if.json', 'what-if.md'];

  test('are written where they are asked for, compared by `check`, and removed where nothing asks for them', async () => {
    await renderManifests([manifest], options({ whatIf: true }));
    expect(await written()).toEqual(all);
    expect((await checkReports([manifest], options({ whatIf: true }))).stale).toEqual([]);
    const { stale } = await checkReports([manifest], options());
    expect(stale.flatMap(({ files }) => files.map(({ file }) => file.split('/reports/m/')[1])).toSorted()).toEqual(all);
    await renderManifests([manifest], options());
    expect(await written()).toEqual([]);
  });

  test('are written where the manifest asks for them, in the formats of the report', async () => {
    await writeFile(manifest, `model: M\n${run}what_if: { load: [50 %] }\n`);
    await renderManifests([manifest], options({ formats: ['json'] }));
    expect(await written()).toEqual(['what-if.json']);
    const { tables } = JSON.parse(await readFile(join(folder, 'reports/m/what-if.json'), 'utf8')) as WhatIf;
    expect(tables.map(({ by }) => by)).toEqual(['load']);
  });

  test('a page without charts shows none', async () => {
    await renderManifests([manifest], options({ whatIf: true, formats: ['md'] }));
    expect(await written()).toEqual(['what-if.md']);
    expect(await readFile(join(folder, 'reports/m/what-if.md'), 'utf8')).not.toContain('![');
  });
});

describe('what is asked for', () => {
  const faultsOf = (text: string): readonly string[] => {
    try {
      of(text);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.diagnostics.map(({ id, line, column }) => `${id} ${line ?? '-'}:${column ?? '-'}`);
    }
  };

  test('without a cloud, the countries in which every cloud has a region', () => {
    const [table] = of('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\n').tables;
    const labels = table?.alternatives.map(({ label }) => label) ?? [];
    expect(labels).toContain('Sweden');
    expect(labels.length).toBeGreaterThan(8);
    expect(labels.length).toBeLessThan(30);
    expect(table?.alternatives.filter(({ isBase }) => isBase === true).map(({ label }) => label)).toEqual(['France']);
  });

  test('names that are no place, and regions that are none, are errors at their place', () => {
    expect(faultsOf(`model: M\n${run}what_if: { locations: [FR, Atlantis], regions: [aws us-west-99, FR] }`)).toEqual([
      'unknown-place 6:28',
      'unknown-place 6:49',
      'no-region 6:65',
    ]);
  });

  test('all regions without a cloud, and no place at all, are errors that say what to write', () => {
    const noCloud = 'model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\n';
    expect(faultsOf(`${noCloud}what_if: { regions: all }`)).toEqual(['what-if-no-cloud 5:21']);
    expect(faultsOf('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\ngrid: { intensity: 57 g/kWh }')).toEqual(['what-if-nothing -:-']);
  });
});

const hostile = 'Pipe | cell [link](https://evil.example/a) <script>alert(1)</script> ![x](y) \u202eturned\nline';

describe('the page in Markdown', () => {
  const named = (): WhatIf => {
    const { tables, ...rest } = of(`model: ${JSON.stringify(hostile)}\nslug: m\n${run}`);
    const [table] = tables;
    if (table === undefined) throw new Error('no table');
    const alternatives = table.alternatives.map((one, n) => (n === 0 ? { ...one, label: hostile, detail: hostile } : one));
    return { ...rest, tables: [{ ...table, alternatives, without: [{ label: hostile, reason: hostile }] }] };
  };

  test('shows somebody’s text as text', () => {
    const made = named();
    const markdown = whatIfMarkdown(made, { file: 'charts/what-if.png', alt: 'Alt' });
    const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
    const found: Record<string, number> = {};
    const cells = new Set<number>();
    visit(tree, (node: Nodes) => {
      if (['html', 'image'].includes(node.type)) found[node.type] = (found[node.type] ?? 0) + 1;
      if (node.type === 'tableRow') cells.add(node.children.length);
    });
    expect(found).toEqual({ image: 1 });
    expect(markdown).not.toMatch(/[^\\]https?:\/\/|[^\\]\[link/);
    expect(cells.size).toBe(1);
  });

  test('says what a difference within the noise is, and that nothing is promised', () => {
    const text = whatIfMarkdown(of(`model: M\n${run}`), undefined);
    expect(text).toMatch(/within the noise and no saving/);
    expect(text).toMatch(/not a promise/);
    expect(text).toMatch(/\| AWS us-west-2.* 0 \| \| as it is \|/);
  });

  test('says that a declared grid is not that of the base', () => {
    const text = whatIfMarkdown(of(`model: M\n${run}grid: { intensity: 57 g/kWh }\nwhat_if: { locations: [FR] }`), undefined);
    expect(text).toMatch(/rests on the grid intensity that the manifest declares/);
  });
});

describe('the chart', () => {
  test('has at most 25 rows and an alt text of at most 250 characters', () => {
    for (const cloud of ['aws us-west-2', 'gcp us-central1', 'azure westus2']) {
      const chart = whatIfChart(of(`model: M\n${run.replace('aws us-west-2', cloud)}`));
      expect(chart?.alt.length).toBeLessThanOrEqual(250);
      const spec = JSON.stringify(chart?.screen);
      expect(spec.match(/"alternative":/g)?.length).toBeLessThanOrEqual(2 * 25 + 25);
      expect(spec).toContain('as it is');
    }
  });

  test('sells no difference within the noise as a saving', () => {
    const chart = whatIfChart(of(`model: M\n${run}what_if: { regions: [aws sa-east-1] }`));
    expect(chart?.title).toBe('No alternative of development is lower beyond the noise');
  });

  test('is not there without differences', () => {
    expect(whatIfChart({ schemaVersion: '1.0', model: { name: 'M', slug: 'm' }, tables: [] })).toBeUndefined();
  });
});

test('an end of a sure difference does not round to 0', () => {
  const scale = { unit: 't CO₂e', of: (kilograms: number) => kilograms / 1000 };
  expect(differenceTexts(quantity(1400, 'kgCO2e', { low: 20, high: 3000 }), scale)).toEqual({ value: '+1.40', interval: '+0.02 to +3.00' });
  expect(differenceTexts(quantity(0, 'kgCO2e'), scale)).toEqual({ value: '0' });
});

test('docs/what-if.md shows what is written', async () => {
  const text = await page;
  const [, manifest = ''] = /```yaml\n(model: [\s\S]*?)```/.exec(text) ?? [];
  const [, example = ''] = /```md\n([\s\S]*?)```/.exec(text) ?? [];
  const made = of(manifest);
  const chart = whatIfChart(made);
  const lines = new Set(whatIfMarkdown(made, chart && { file: 'charts/what-if.png', alt: chart.alt }).split('\n'));
  const shown = example.split('\n').filter((line) => line !== '' && line !== '…');
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((line) => !lines.has(line))).toEqual([]);
});
