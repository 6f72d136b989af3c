import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RenderedReport, renderManifests } from '../../src/index.js';
import { contentOf, expectGolden } from '../golden-file.js';

const cases = readdirSync('fixtures/runs').sort();
const index = ['index.html', 'index.md', 'index.png'];
const folder = mkdtempSync(join(tmpdir(), 'carboncard-golden-'));
let reports: readonly RenderedReport[] = [];

beforeAll(async () => {
  ({ reports } = await renderManifests(
    cases.map((slug) => `fixtures/runs/${slug}/carboncard.yaml`),
    { outDir: folder },
  ));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('reports/ is what render writes from fixtures/runs/', () => {
  it('has a folder for each case, the index, and no other', () => {
    expect(readdirSync('reports').sort()).toEqual([...cases, ...index].sort());
  });

  it.each(index)('%s', (file) => {
    expectGolden(`reports/${file}`, contentOf(join(folder, file)), { accept: 'npm run reports' });
  });

  it.each(cases)('%s', (slug) => {
    const report = reports.find((r) => r.slug === slug);
    expect(report?.files.length).toBeGreaterThan(0);
    for (const file of report?.files ?? []) {
      expectGolden(`reports/${slug}/${file}`, contentOf(join(folder, slug, file)), { accept: 'npm run reports' });
    }
  });
});

describe('what is printed can be traced', () => {
  it.each(cases)('%s: every source of an input is listed, lines sum to totals, every figure of the table is in a line', (slug) => {
    const assessment = reports.find((r) => r.slug === slug)?.assessment;
    const ids = new Set(assessment?.sources.map(({ id }) => id));
    for (const line of assessment?.lines ?? []) for (const input of line.inputs) expect(ids).toContain(input.source);
    for (const [side, total] of Object.entries(assessment?.totals ?? {})) {
      const own = (assessment?.lines ?? []).filter(
        ({ phase }) => side === 'lifecycle' || (phase === 'deployment') === (side === 'deployment'),
      );
      const sum = own.reduce((whole, line) => whole + line.emissions.value, 0);
      expect(sum).toBeCloseTo(total?.emissions.value ?? Number.NaN, 6);
    }
  });
});
