import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderManifests } from '../../src/index.js';
import { githubPage, withGithubPages } from './github-page.js';

const fivePhases = `model: Five phases
phases:
  - { phase: experiments, site: { location: France }, hardware: 8 x A100 80GB, duration: 400 h, year: 2023 }
  - { phase: training, name: Oregon, site: { location: Oregon }, hardware: 64 x H100 SXM, duration: 300 h, energy: { value: 14 MWh, boundary: node }, year: 2023 }
  - { phase: training, name: Paris, site: { location: France, pue: 1.25 }, hardware: 64 x A100 80GB, duration: 300 h, year: 2023 }
  - { phase: finetuning, site: { location: France, pue: 1.25 }, hardware: 8 x A100 80GB, duration: 40 h, year: 2023 }
  - { phase: deployment, site: { location: France }, hardware: 2 x L4, duration: 30 days, requests: 1.2 million, year: 2023 }
`;

const folder = mkdtempSync(join(tmpdir(), 'carboncard-section-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  writeFileSync(join(folder, 'five-phases.yaml'), fivePhases);
  await renderManifests([join(folder, 'five-phases.yaml'), 'fixtures/runs/bloom/carboncard.yaml', 'fixtures/runs/least/carboncard.yaml'], {
    outDir: folder,
    formats: ['md', 'json', 'charts'],
  });
}, 60_000);

const section = (slug: string): string => readFileSync(join(folder, slug, 'carbon.md'), 'utf8');

/** Phones, then tablets and desktops; between them the chart leaves a column that is narrower than a word. */
const widths = [320, 360, 375, 390, 400, 412, 430, 680, 720, 768, 820, 900, 1000, 1280];

/** In the page: the figures of its text that are on more than one line. */
const brokenFigures = `(() => {
  const unit = '(?:[\\\\s\\u00a0\\u202f]?(?:%|(?:[kM]?t|[mkµ]?g)[\\\\s\\u00a0]CO₂e|[kMG]?Wh|[kM]?L|million|requests|days))?';
  const figure = new RegExp('(?<![A-Za-z])[<]?\\\\d[\\\\d,.]*(?:[–\\u2060]+\\\\d[\\\\d,.]*)?' + unit, 'gu');
  const broken = [];
  let found = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of node.data.matchAll(figure)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top, height }) => top + height / 2);
      found += 1;
      if (Math.max(...tops) - Math.min(...tops) > 4) broken.push(match[0]);
    }
  }
  return { found, broken };
})()`;

describe('the section, as GitHub shows it', () => {
  it('of BLOOM has at most 30 lines, and is at most 1000 px high at 1000 px', async () => {
    expect(section('bloom').trimEnd().split('\n').length).toBeLessThanOrEqual(30);
    const height = await withGithubPages(async (open) => {
      const page = await open(githubPage(section('bloom'), join(folder, 'bloom'), { width: 1000 }), 1000);
      return page.evaluate("document.querySelector('article').getBoundingClientRect().height");
    });
    expect(height).toBeLessThanOrEqual(1000);
    expect(height).toBeGreaterThan(400);
  });

  it.each(['bloom', 'five-phases', 'least'])('of %s shows phase and emissions at 400 px without scrolling', async (slug) => {
    const ends = await withGithubPages(async (open) => {
      const page = await open(githubPage(section(slug), join(folder, slug), { width: 400 }), 400);
      return page.evaluate("[...document.querySelectorAll('table')[0].rows].map((row) => row.cells[1].getBoundingClientRect().right)");
    });
    expect((ends as number[]).length).toBeGreaterThan(4);
    for (const right of ends as number[]) expect(right).toBeLessThanOrEqual(400 - 16);
  });

  it.each(['bloom', 'five-phases', 'least'])('of %s breaks no figure across lines', async (slug) => {
    await withGithubPages(async (open) => {
      for (const width of widths) {
        const page = await open(githubPage(section(slug), join(folder, slug), { width }), width);
        const { found, broken } = (await page.evaluate(brokenFigures)) as { found: number; broken: readonly string[] };
        expect(broken, `at ${width} px`).toEqual([]);
        expect(found).toBeGreaterThan(20);
        await page.close();
      }
    });
  });

  it('would break a figure whose blanks are ordinary ones', async () => {
    const text = section('bloom')
      .replace(/[\u00a0\u202f]/g, ' ')
      .replaceAll('\u2060', '');
    const broken = await withGithubPages(async (open) => {
      const all: string[] = [];
      for (let width = 320; width <= 600; width += 40) {
        const page = await open(githubPage(text, join(folder, 'bloom'), { width }), width);
        all.push(...((await page.evaluate(brokenFigures)) as { broken: string[] }).broken);
        await page.close();
      }
      return all;
    });
    expect(broken.length).toBeGreaterThan(0);
  });
});
