import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesIn } from '../../scripts/build/site.mjs';
import { formatted } from '../../src/units/format.js';
import { root, type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 400_000 });

/** What a first visit of the start page may load, compressed. */
const maxFirstLoad = 300_000;

let site: ServedSite;
let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await serveSite();
  const names = filesIn(site.folder).filter((name: string) => name.endsWith('.html'));
  pages = new Map(names.map((name: string) => [name, readFileSync(join(site.folder, name), 'utf8')]));
});
afterAll(() => site.close());

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#x26;', '&');

/** Values of attributes, in tags alone: an example in a text is none. */
const valuesOf = (text: string, names: string): readonly string[] => all(text, new RegExp(`<[a-z][^<>]*?\\s(?:${names})="([^"]*)"`, 'g'));

/** What of an address leads nowhere: a file that is missing, or an anchor that its page lacks. */
function fault(from: string, address: string): string | undefined {
  if (/^(?:https?|mailto):/.test(address)) return undefined;
  const [path = '', anchor = ''] = plain(address).split('#');
  const target = path === '' ? from : posix.join(posix.dirname(from), decodeURI(path));
  if (/^calculator\/\w+\.js$/.test(target)) return undefined;
  if (!existsSync(join(site.folder, target)) || target.startsWith('..')) return `${from}: ${address} is missing`;
  // There it holds a calculation.
  if (target === 'calculator/index.html') return undefined;
  const page = pages.get(target);
  const isThere = anchor === '' || page === undefined || valuesOf(page, 'id').includes(decodeURIComponent(anchor));
  return isThere ? undefined : `${from}: ${address} has no such anchor`;
}

describe('the pages', () => {
  it('are there: the start page, guides, reference, formats, audits, method', () => {
    expect(pages.size).toBeGreaterThan(80);
    const wanted = ['index', 'search', 'docs/guides/index', 'docs/guides/card-from-a-log', 'docs/manifest', 'docs/method', 'changelog'];
    expect([...pages.keys()]).toEqual(expect.arrayContaining(wanted.map((name) => `${name}.html`)));
  });

  it('have a language, a title and a description of their own, and one heading of the first rank', () => {
    const titles = new Map<string, string>();
    for (const [name, text] of pages) {
      expect(text, name).toContain('<html lang="en">');
      expect(all(text, /<h1[ >]/g).length, `${name}: h1`).toBe(1);
      const [title = ''] = all(text, /<title>([^<]+)<\/title>/g);
      expect(title.length, `${name}: title`).toBeGreaterThan(2);
      expect(titles.get(title), `${name} has the title “${title}” of another page`).toBeUndefined();
      titles.set(title, name);
      const [description = ''] = all(text, /<meta name="description" content="([^"]+)"/g);
      expect(description, `${name}: description`).toMatch(/\w.{15,}/);
    }
  });

  it('link to files and anchors that are there, and show pictures that are there', () => {
    const faults = [...pages].flatMap(([name, text]) => valuesOf(text, 'href|src|action').flatMap((address) => fault(name, address) ?? []));
    expect(faults).toEqual([]);
    expect(fault('index.html', 'docs/nowhere.html')).toBe('index.html: docs/nowhere.html is missing');
    expect(fault('index.html', 'docs/method.html#nowhere')).toBe('index.html: docs/method.html#nowhere has no such anchor');
  });

  it('have no id twice, no picture without a text, no script and no style in the text', () => {
    for (const [name, text] of pages) {
      const ids = valuesOf(text, 'id');
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        name,
      ).toEqual([]);
      expect(all(text, /(<img(?![^>]* alt="[^"]+")[^>]*>)/g), name).toEqual([]);
      expect(all(text, /(<script(?![^>]* src=)[^>]*>|<[a-z][^>]* style="[^"]*")/g), name).toEqual([]);
    }
  });

  it('name no host but in links: nothing is loaded from elsewhere', () => {
    for (const [name, text] of pages)
      expect(all(text, /<(?:link|script|img|source)[^>]* (?:href|src)="((?:https?:)?\/\/[^"]*)"/g), name).toEqual([]);
  });
});

describe('the start page', () => {
  it('has the figures of the assessment of BLOOM and the section of the card', () => {
    const { totals } = JSON.parse(readFileSync(join(root, 'reports/bloom/assessment.json'), 'utf8'));
    const { emissions, components } = totals.development;
    const computing = components.find((one: { readonly component: string }) => one.component === 'dynamic');
    const start = pages.get('index.html') ?? '';
    expect(start).toContain('doubled BLOOM’s figure</h2>');
    expect(start).toContain(`<strong>${formatted(emissions).text}</strong>`);
    expect(start).toContain(`emitted ${formatted(computing.emissions, 3).text}.`);
    expect(start).toContain(formatted(emissions).interval);
    const card = readFileSync(join(root, 'fixtures/cards/small-lm/after/README.md'), 'utf8');
    const [grams = ''] = all(card, /emissions: (\d+)/g);
    expect(start).toContain(`<ins>  emissions: ${grams}\n</ins>`);
    expect(start).toContain('src="fixtures/cards/small-lm/after/carbon/breakdown.png"');
    expect(start).toContain('[More Information Needed]');
  });

  it(`loads less than ${maxFirstLoad / 1000} kB at the first visit, and the index of the search only when it is used`, async () => {
    await site.withBrowser(async (browser) => {
      site.own.length = 0;
      const page = await browser.newPage();
      await page.setViewport({ width: 1200, height: 8000 });
      await page.goto(`${site.address}/`, { waitUntil: 'networkidle0' });
      const loaded = [...new Set(site.own)].map((path) => path.replace(/\/$/, '/index.html')).filter((path) => path !== '/favicon.ico');
      expect(loaded).toContain('/assets/plex-sans.woff2');
      expect(loaded).toContain('/fixtures/cards/small-lm/after/carbon/breakdown.png');
      expect(loaded).not.toContain('/assets/search-index.js');
      const sizes = loaded.map((path) => gzipSync(readFileSync(join(site.folder, path)), { level: 9 }).length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(maxFirstLoad);
    });
    expect(site.foreign).toEqual([]);
  });
});
