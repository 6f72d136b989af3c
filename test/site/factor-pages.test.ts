import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, expect, it } from 'vitest';
import { factorPages } from '../../scripts/site/factors/factor-pages.mjs';
import { licenceEntry } from '../../scripts/site/factors/source-page.mjs';
import { valueText } from '../../src/cli/texts/factors-text.js';
import { allFactors, defaultRanges } from '../../src/verbs/factors.js';
import { elementsIn, textIn } from './hast.js';
import { root } from './served-site.js';

type Page = Awaited<ReturnType<typeof factorPages>>[number];

let pages: readonly Page[];
/** Rows by the page that they are on. */
let rows: Map<string, Map<string, string>>;
/** The heads of the tables of each page. */
let heads: Map<string, string>;
beforeAll(async () => {
  pages = await factorPages({ root, compiled: join(root, 'build') });
  rows = new Map(pages.map(({ path, body }) => [path, rowsOf(body)]));
  heads = new Map(
    pages.map(({ path, body }) => [
      path,
      elementsIn(body as Parameters<typeof elementsIn>[0], 'thead')
        .map(textIn)
        .join(' '),
    ]),
  );
});

function rowsOf(nodes: readonly unknown[]): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: unknown): void => {
    const {
      tagName,
      properties,
      children = [],
    } = node as { tagName?: string; properties?: { id?: string }; children?: readonly unknown[] };
    if (tagName === 'tr' && properties?.id !== undefined) found.set(properties.id, children.map((cell) => textOf(cell)).join(' | '));
    else for (const child of children) visit(child);
  };
  for (const node of nodes) visit(node);
  return found;
}

/** The pages whose rows together are all factors: without the pages of places, and those of the newest year, which repeat rows. */
const repeats = /^factors\/(?:places\/.*|countries|zones|devices|regions|ranges|sources)(?:\.html)?$/;

it('has a row for each factor of the program, on one page', () => {
  const ids = new Set(allFactors().map(({ id }) => id));
  const shown = [...rows].flatMap(([path, own]) => (repeats.test(path) ? [] : [...own.keys()].filter((id) => ids.has(id))));
  expect(ids.size).toBeGreaterThan(5000);
  expect(shown.length).toBe(allFactors().length);
  expect(new Set(shown)).toEqual(ids);
});

it('has every factor with its value, its unit, its source by name and its licence: in its row, or the unit in the head', () => {
  const everywhere = new Map(
    [...rows].flatMap(([path, own]) => (repeats.test(path) ? [] : [...own].map(([id, row]) => [id, { path, row }] as const))),
  );
  for (const factor of allFactors()) {
    const { id, source, year } = factor;
    const { path = '', row = '' } = everywhere.get(id) ?? {};
    const [number = '', ...unit] = valueText(factor).split('\u202f');
    const value = row.split(' | ')[1] ?? '';
    expect(value.split('\u202f')[0], id).toBe(number);
    // A table of one unit has it in its head: the number is alone in the cell.
    if (unit.length > 0) expect(value === number ? heads.get(path) : value, id).toContain(unit.join('\u202f'));
    // What the source is called there is the beginning of its title: a work, or its first author.
    const [, name = ''] = /\| ([^|]+?) \(\d{4}\) \| [^|]*(?: \| [^|]*)?$/.exec(row) ?? [];
    expect(name.length, id).toBeGreaterThan(2);
    expect(source.title.startsWith(name.replace(/ et al\.$/, '')), `${id}: ${name}`).toBe(true);
    expect(row, id).toContain(source.licence.split(': ')[0]);
    expect(row, id).toContain(`(${source.year})`);
    expect(row, id).toContain(id);
    if (year !== undefined) expect(row, id).toContain(String(year));
  }
});

it('has on the page of a country all that the tables have of it', () => {
  const own = rows.get('factors/places/fr.html') ?? new Map();
  const ofFrance = allFactors().filter(({ zone }) => zone === 'FR' || zone?.startsWith('FR-'));
  expect(ofFrance.length).toBeGreaterThan(20);
  for (const { id } of ofFrance) expect(own.has(id), id).toBe(true);
  expect(own.has('facility-jean-zay-pue')).toBe(true);
  expect(own.has('cloud-gcp-europe-west9-provider-grid-2024')).toBe(true);
  expect(own.has('grid-de-2022')).toBe(false);
});

it('has France 2022 and the H100 SXM5 with range, source and licence', () => {
  const france = rows.get('factors/countries-2022.html')?.get('grid-fr-2022');
  expect(france).toBe('Francegrid-fr-2022 | 78.81113 | 55.13–108.1×/÷\u202f1.4 | 2022 | FR | Our World in Data (2024) | CC BY 4.0 | ');
  const h100 = rows.get('factors/device-figures.html')?.get('device-h100-sxm5-80gb-power');
  expect(h100).toContain(
    '700\u202fW | none | 2024 | rated power (maximum, TDP) | NVIDIA H100 Tensor Core GPU (2024) | © NVIDIA; figure quoted',
  );
  expect(rows.get('factors/devices.html')?.get('h100-sxm5-80gb')).toBe(
    'NVIDIA H100 SXM5 80GB | 700 | 71 | 212 | 989.4 | 80 | SXM5 | data centre',
  );
});

it('says a note that most rows have once, above the table, and marks the rows', () => {
  const html = toHtml((pages.find(({ path }) => path === 'factors/countries.html')?.body ?? []) as Parameters<typeof toHtml>[0]);
  const note = allFactors().find(
    ({ id }) => id.startsWith('grid-') && rows.get('factors/countries.html')?.get(id)?.endsWith(' | *') === true,
  )?.note;
  expect(note).toBe('The year is that of CO2.js’s repository; the package names none.');
  expect(html.split(note ?? '').length - 1).toBe(1);
  expect(html).toContain(`<p>* ${note}</p>`);
});

it('has a cloud region with its zone, the grid that supplies it, its PUE and its water; a figure of the fleet in brackets', () => {
  const regions = rows.get('factors/regions.html');
  expect(regions?.get('aws-eu-north-1')).toBe('AWS eu-north-1 | Europe (Stockholm) | Sweden | SE | 21 2025 | (1.14) 2025 | 0.02 2024');
  expect(regions?.get('gcp-us-central1')).toContain('US-MIDW-MISO');
  expect(regions?.get('gcp-us-central1')).toContain('1.09 2025');
});

it('has every default range, and every source with what its licence asks for', () => {
  expect([...(rows.get('factors/ranges.html') ?? new Map()).keys()]).toEqual(defaultRanges.map(({ id }) => id));
  const sources = new Map(allFactors().map(({ source }) => [source.id, source]));
  expect(new Set(rows.get('factors/sources.html')?.keys())).toEqual(new Set(sources.keys()));
  for (const { licence } of sources.values()) expect(licenceEntry(licence), licence).toBeDefined();
  expect(licenceEntry('GPL-3.0')).toBeUndefined();
});

it('links within the group lead to pages and rows that are there', () => {
  const known = new Map(pages.map(({ path, body }) => [path, toHtml(body as Parameters<typeof toHtml>[0])]));
  let links = 0;
  for (const [path, html] of known)
    for (const [, href = ''] of html.matchAll(/href="([^":]+)"/g)) {
      const target = new URL(href, `http://site/${path}`);
      const file = target.pathname.slice(1);
      expect(known.has(file), `${path}: ${href}`).toBe(true);
      if (target.hash !== '') expect(known.get(file)?.includes(`id="${target.hash.slice(1)}"`), `${path}: ${href}`).toBe(true);
      links += 1;
    }
  expect(links).toBeGreaterThan(10_000);
});

it('each page is below 60 kB compressed, and the largest has fewer than 700 rows', () => {
  for (const { path, body } of pages) {
    expect(gzipSync(toHtml(body as Parameters<typeof toHtml>[0])).length, path).toBeLessThan(60_000);
    expect(rows.get(path)?.size, path).toBeLessThan(700);
  }
});
