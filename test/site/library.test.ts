import { join } from 'node:path';
import type { ElementContent } from 'hast';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sitePages } from '../../scripts/site/site-pages.mjs';
import { textFrom } from '../../src/calculator/address.js';
import { massText } from '../../src/charts/emission-scale.js';
import { assess, compareModels, comparisonTable, parseManifest } from '../../src/index.js';
import { libraryIds, listLibrary, readLibraryModel } from '../../src/library/library.js';
import { parseQuantity } from '../../src/units/parse.js';
import { browse, violationsOf } from './browsed.js';
import { elementsIn, textIn } from './hast.js';
import { root, type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 400_000 });

interface SitePage {
  readonly path: string;
  readonly body: readonly ElementContent[];
  readonly writes?: Readonly<Record<string, string>>;
}

const entries = await listLibrary();
const pages = new Map(((await sitePages({ root, compiled: join(root, 'build') })) as readonly SitePage[]).map((page) => [page.path, page]));
const pageAt = (path: string): SitePage => pages.get(path) ?? { path, body: [] };
const index = pageAt('library/index.html');

/** Cells of the rows of a table, as texts; the first row is the head. */
function rowsOf(body: readonly ElementContent[], title: string): readonly (readonly string[])[] {
  const [table] = elementsIn(body, 'table').filter((one) => textIn(elementsIn([one], 'th')[0]).startsWith(title));
  return table === undefined
    ? []
    : elementsIn([table], 'tr').map((row) => row.children.filter((cell) => cell.type === 'element').map((cell) => textIn(cell).trim()));
}

const figures = rowsOf(index.body, 'Model, year').slice(1);
/** Spaces as in a text that somebody types; the program writes no-break ones, and joiners. */
const typed = (text: string): string => text.replaceAll('\u2060', '').replace(/\s/g, ' ').trim();

describe('the library on the site', () => {
  it('has a page and a row for every model, with its manifest, its publication and its reason', async () => {
    expect(figures.length).toBe(entries.reduce((sum, { published }) => sum + published.length, 0));
    for (const { id, name, boundary, publication, published } of entries) {
      const page = pageAt(`library/${id}.html`);
      const { text } = await readLibraryModel(id);
      expect(textIn(elementsIn(page.body, 'h1')[0]), id).toBe(name);
      expect(page.writes?.[`library/${id}.yaml`] === text, id).toBe(true);
      expect(elementsIn(page.body, 'pre').map(textIn), id).toContain(text);
      expect(page.body.map(textIn).join(' '), id).toContain(boundary);
      const rows = figures.filter(([model = '', ...cells]) => model.startsWith(name) && cells.at(-1) === publication);
      expect(rows.length, id).toBeGreaterThanOrEqual(published.length);
      const links = elementsIn(index.body, 'a').filter(({ properties }) => properties['href'] === `${id}.html`);
      expect(links.length, id).toBeGreaterThan(published.length);
      expect(rowsOf(page.body, 'Phase').slice(1).length, id).toBe(published.length);
    }
    const [, llama] = rowsOf(pageAt('library/llama-3.3-70b.html').body, 'Phase');
    expect(llama?.map(typed)).toEqual([
      'training',
      '12.9 t',
      '2,026.9 t (0 t market-based)',
      '2.0 kt (1.0–2.5 kt)',
      'The published figure is implausible; a warning says so.',
    ]);
  });

  it('has the calculated figures of the program, in the unit of the publication and rounded with the interval', async () => {
    let at = 0;
    for (const { id, published } of entries) {
      const { text, file } = await readLibraryModel(id);
      const { totals, lines } = assess(parseManifest(text, file));
      for (const { phase, unit } of published) {
        const [, printed = '', calculated = '', rounded = ''] = figures[at] ?? [];
        at += 1;
        const kilograms = lines.filter((line) => line.phase === phase).reduce((sum, { emissions }) => sum + emissions.value, 0);
        const one = parseQuantity(`1 ${unit}`, 'emissions', false);
        const shown = Number((/^[\d,.]+/.exec(calculated)?.[0] ?? '').replaceAll(',', ''));
        expect(Math.abs((shown * (one.ok ? one.value : Number.NaN)) / kilograms - 1), `${id}: ${calculated}`).toBeLessThan(0.0006);
        expect(typed(calculated).split(' ')[1], id).toBe(typed(printed).split(' ')[1]);
        const parts = phase === 'deployment' ? [totals.deployment] : totals.development?.phases?.filter((part) => part.phase === phase);
        const total = parts?.[0]?.emissions;
        expect(rounded.startsWith(`${total === undefined ? '' : massText(total)} (`), `${id}: ${rounded}`).toBe(true);
        expect(rounded, id).toMatch(total?.low === undefined ? /not assessed/ : /\d–\d/);
      }
    }
    expect(at).toBe(figures.length);
  });

  it('compares as the program does: every row, note and disclaimer of its table', async () => {
    const table = await comparisonTable(await compareModels([...libraryIds]));
    const rows = rowsOf(elementsIn(index.body, 'section'), 'Model').map((row) => row.map(typed));
    expect(rows).toEqual(table.rows.map((row) => row.map(typed)));
    const text = typed(index.body.map(textIn).join(' '));
    for (const words of [table.intro, table.disclaimer, ...table.notes]) expect(text).toContain(typed(words));
    expect(text).toMatch(/intervals of \d+ of \d+ pairs of models overlap: they are not ranked/);
    expect(elementsIn(index.body, 'svg').length).toBe(2);
  });

  it('has the manifest of each model in the link that opens it in the calculator', async () => {
    for (const id of libraryIds) {
      const link = elementsIn(pageAt(`library/${id}.html`).body, 'a').find((one) => textIn(one) === 'Open in the calculator');
      const { pathname, hash } = new URL(String(link?.properties['href']), `http://site/library/${id}.html`);
      expect(pathname).toBe('/calculator/index.html');
      expect((await textFrom(hash)) === (await readLibraryModel(id)).text, id).toBe(true);
    }
  });
});

describe('the library and the reference in a browser', () => {
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite();
  });
  afterAll(() => site.close());

  it('fits, wide and narrow, light and dark: no complaint, nothing wider than the window, no violation', async () => {
    const paths = ['library/index', 'library/bloom', 'library/llama-3.3-70b', 'reference/manifest', 'reference/manifest/phases'];
    await site.withBrowser(async (browser) => {
      for (const path of paths) {
        for (const [width, scheme] of [400, 1200].flatMap((one) => ['light', 'dark'].map((other) => [one, other] as const))) {
          const at = `${path}, ${width} px, ${scheme}`;
          const { page, complaints } = await browse(browser, `${site.address}/${path}.html`, { width, scheme });
          await page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
          expect(await page.evaluate('document.documentElement.scrollWidth'), at).toBe(width);
          expect(await violationsOf(page), at).toEqual([]);
          expect(complaints, at).toEqual([]);
          await page.close();
        }
      }
    });
    expect(site.foreign).toEqual([]);
  });

  it.each([
    'bloom',
    'opt-175b',
    'le-chat-answer',
  ] as const)('%s opens in the calculator with the same manifest and the same total', async (id) => {
    await site.withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto(`${site.address}/library/${id}.html`, { waitUntil: 'load' });
      const sentence = await page.evaluate("document.querySelector('#section + p + p').textContent");
      await page.evaluate("document.querySelector('.actions a').click()");
      await page.waitForFunction("location.pathname.startsWith('/calculator/') && document.querySelector('#preview section') !== null");
      const { text } = await readLibraryModel(id);
      await page.waitForFunction(`document.querySelector('#preview p').textContent === ${JSON.stringify(sentence)}`, { timeout: 60_000 });
      expect(typed(String(sentence))).toMatch(/emitted about [\d.]+ k?[gt] CO₂e/);
      expect((await page.evaluate("document.getElementById('manifest').value")) === text).toBe(true);
    });
  });
});
