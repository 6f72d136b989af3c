import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { withBrowserHome } from '../../src/io/chromium/index.js';
import { type PrintingPage, withBrowser } from '../../src/render/browser.js';
import { renderHtml } from '../../src/render/html.js';
import { type PdfFacts, printPdf } from '../../src/render/pdf.js';
import { readFontLibrary } from '../../src/verbs/shared/bundled-fonts.js';
import { bloom, charts, least, longNamed, report, section, styleSheet } from './sample-report.js';

const fonts = readFontLibrary();
const html = (document: typeof bloom): Promise<string> => renderHtml(document, { charts, fonts, styleSheet });
const withPage = <T>(work: (page: PrintingPage) => Promise<T>): Promise<T> =>
  withBrowserHome((home) => withBrowser(home, (browser) => browser.withPage(work)));

const attachments: PdfFacts['attachments'] = [
  {
    name: 'carboncard.yaml',
    data: new TextEncoder().encode('carboncard: 1\n'),
    mediaType: 'application/yaml',
    description: 'The manifest',
    relationship: 'Source',
  },
  {
    name: 'assessment.json',
    data: new TextEncoder().encode('{"name":"中文"}\n'),
    mediaType: 'application/json',
    description: 'Every number',
    relationship: 'Data',
  },
];
const facts = (document: typeof bloom): PdfFacts => ({ ...document, subject: 'Carbon footprint', attachments });

interface Read {
  readonly pages: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
  readonly files: Readonly<Record<string, { content: Uint8Array; description: string }>>;
  readonly roles: readonly string[];
  readonly alts: readonly string[];
  readonly links: readonly string[];
}

interface Node {
  readonly role?: string | undefined;
  readonly alt?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

/** What a reader's program finds in the file, without anything of ours. */
async function read(pdf: Uint8Array): Promise<Read> {
  const document = await getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  const roles: string[] = [];
  const alts: string[] = [];
  const links: string[] = [];
  const walk = (node: Node): void => {
    if (node.role !== undefined) roles.push(node.role);
    if (node.alt !== undefined) alts.push(node.alt);
    node.children?.forEach(walk);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    walk(((await page.getStructTree()) ?? {}) as Node);
    for (const annotation of (await page.getAnnotations()) as readonly { url?: string | undefined }[])
      if (annotation.url) links.push(annotation.url);
  }
  const { info } = await document.getMetadata();
  const outline = ((await document.getOutline()) ?? []) as readonly { title: string; items: readonly { title: string }[] }[];
  const files = ((await document.getAttachments()) ?? {}) as Read['files'];
  await document.destroy();
  return {
    pages,
    info: info as Read['info'],
    outline: outline.flatMap(({ title, items }) => [title, ...items.map((item) => `  ${item.title}`)]),
    files,
    roles,
    alts,
    links,
  };
}

/** Names of the fonts in the file; `missing` before those that are named and not inside. */
async function fontsIn(pdf: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const names = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    const type = object.lookup(PDFName.of('Type'));
    if (type === PDFName.of('Font') && object.lookup(PDFName.of('Subtype')) === PDFName.of('Type3')) return ['Type 3'];
    if (type !== PDFName.of('FontDescriptor')) return [];
    const embedded = ['FontFile2', 'FontFile3'].some((key) => object.has(PDFName.of(key)));
    const name = String(object.lookup(PDFName.of('FontName'))).replace(/^\/(?:[A-Z]{6}\+)?/, '');
    return [embedded ? name : `missing ${name}`];
  });
  return [...new Set(names)].sort();
}

const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ');

describe('a full report', () => {
  let pdf: Uint8Array;
  let found: Read;
  beforeAll(async () => {
    const source = await html(bloom);
    pdf = await withPage((page) => printPdf(page, source, facts(bloom)));
    found = await read(pdf);
  });

  it('begins with the model, the headline and what it is made of', () => {
    expect(found.pages.length).toBeGreaterThan(2);
    expect(found.pages.length).toBeLessThan(7);
    const [first] = found.pages;
    for (const text of ['BLOOM', '50.5 t CO₂e', '42.1–60.3', 'Accelerator-hours', '1,082,990', '433,196', 'What is not counted'])
      expect(plain(first)).toContain(text);
  });

  it('numbers its pages, and names the model on all but the first', () => {
    found.pages.forEach((text, index) => {
      expect(plain(text)).toContain(`Page ${index + 1} of ${found.pages.length}`);
    });
    expect(found.pages.slice(1).every((text) => text.includes('BLOOM'))).toBe(true);
  });

  it('has its headings as bookmarks', () => {
    expect(found.outline).toEqual([
      'BLOOM',
      ...['What it is made of', 'What is not counted', 'Use', 'How sure', 'Method'].map((t) => `  ${t}`),
      ...found.outline.slice(6),
    ]);
    expect(found.outline).toContain('  Sources');
  });

  it('is tagged: headings, lists, tables with header cells, figures with their words', () => {
    expect(found.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Link']));
    expect(found.roles.filter((role) => role === 'Figure').length).toBe(2);
    expect(found.alts).toEqual([charts.get('breakdown')?.alt, charts.get('use')?.alt]);
  });

  it('says what it is, in whose name, in which language, with the date of the report', async () => {
    expect(found.info).toMatchObject({
      Title: 'BLOOM',
      Author: 'Sasha Luccioni, Sylvain Viguier',
      Subject: 'Carbon footprint',
      Creator: 'carboncard',
      Producer: 'carboncard',
      Language: 'en',
      CreationDate: 'D:20260301000000Z',
      ModDate: 'D:20260301000000Z',
    });
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    expect(document.getPage(0).getSize().width).toBeCloseTo(595, 0);
  });

  it('holds the assessment and the manifest', () => {
    expect(Object.keys(found.files)).toEqual(['assessment.json', 'carboncard.yaml']);
    expect(new TextDecoder().decode(found.files['assessment.json']?.content)).toBe('{"name":"中文"}\n');
    expect(found.files['carboncard.yaml']?.description).toBe('The manifest');
  });

  it('brings its fonts, and only ours', async () => {
    expect(await fontsIn(pdf)).toEqual(['IBMPlexMono-Regular', 'IBMPlexSans-Italic', 'IBMPlexSans-Regular', 'IBMPlexSans-SemiBold']);
  });

  it('has links that work', () => {
    expect(found.links).toContain('https://arxiv.org/abs/2011.02839');
  });

  it('repeats the head of a table that runs over a page', () => {
    expect(found.pages.filter((text) => text.includes('Licence')).length).toBeGreaterThan(1);
  });
});

describe('the least report', () => {
  it('is one page of letter paper without author or date', async () => {
    const source = await html(least);
    const pdf = await withPage((page) => printPdf(page, source, { ...least, attachments: [] }));
    const { pages, info } = await read(pdf);
    expect(pages).toHaveLength(1);
    expect(plain(pages[0])).toContain('Page 1 of 1');
    for (const key of ['Author', 'CreationDate', 'ModDate']) expect(info).not.toHaveProperty(key);
    expect((await PDFDocument.load(pdf, { updateMetadata: false })).getPage(0).getSize()).toEqual({ width: 612, height: 792 });
  });
});

describe('names in other scripts', () => {
  it('are set in bundled fonts, all inside the file', async () => {
    const source = await html(longNamed);
    const pdf = await withPage((page) => printPdf(page, source, facts(longNamed)));
    const used = await fontsIn(pdf);
    expect(used.filter((name) => !/^(IBMPlex|NotoSans|NotoEmoji)/.test(name))).toEqual([]);
    for (const family of ['NotoSansSC', 'NotoSansArabic', 'NotoEmoji']) expect(used.some((name) => name.startsWith(family))).toBe(true);
    const { pages, info } = await read(pdf);
    expect(pages.join('')).toContain('中文模型名稱');
    expect(info['Title']).toBe(longNamed.title);
  });
});

describe('what a report may hold', () => {
  it('stays text when it looks like markup, and reaches nobody', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    try {
      // Past our own sieve, as if it had a hole: the browser must refuse as well.
      const hole = [
        `<img src="${url}/img"><link rel="stylesheet" href="${url}/css"><iframe src="${url}/frame"></iframe>`,
        `<script>document.body.append('script ran'); fetch('${url}/fetch')</script><img src="x" onerror="document.body.append('handler ran')">`,
        `<meta http-equiv="refresh" content="0;url=${url}/refresh"><style>@import url(${url}/import); body { background: url(${url}/bg) }</style>`,
        '<object data="file:///etc/passwd"></object><iframe src="file:///etc/passwd"></iframe>',
      ].join('');
      const document = report('<script>alert(1)</script> {{name}} | \\input', [
        section('cover', '# &lt;script&gt;alert(1)&lt;/script&gt; {{name}} | \\input\n\n**1 t**\n'),
      ]);
      const source = await html(document);
      const pdf = await withPage((page) => page.print(source.replace('</main>', `${hole}</main>`).replace(/<meta http-equiv[^>]*>/, '')));
      const text = plain((await read(pdf)).pages.join(' '));
      expect(text).toContain('<script>alert(1)</script> {{name}} | \\input');
      expect(text).not.toMatch(/script ran|handler ran|root:/);
      expect(asked).toEqual([]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('same input, same bytes', () => {
  it('in ten prints of one page, with others between', async () => {
    const [first, between] = [await html(bloom), await html(least)];
    const prints = await withPage(async (page) => {
      const made: Uint8Array[] = [];
      for (let turn = 0; turn < 10; turn += 1) {
        made.push(await printPdf(page, first, facts(bloom)));
        if (turn % 3 === 0) await page.print(between);
      }
      return made;
    });
    const [one, ...others] = prints.map((pdf) => Buffer.from(pdf));
    expect(others.filter((pdf) => one === undefined || !pdf.equals(one))).toEqual([]);
  });

  it('in processes with another time zone, language, home and working folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'carboncard-test-'));
    try {
      const source = join(folder, 'report.html');
      await writeFile(source, await html(bloom));
      const script = fileURLToPath(new URL('print-once.mjs', import.meta.url));
      const { title, authors, language, date } = bloom;
      const print = async (name: string, cwd: string, environment: Readonly<Record<string, string>>): Promise<Buffer> => {
        const file = join(folder, name);
        // The browser itself is found where it is, whatever the home: unpacking it again would prove nothing more.
        const cache = process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? tmpdir(), '.cache');
        const env = { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: cache, ...environment };
        await promisify(execFile)(process.execPath, [script, source, file, JSON.stringify({ title, authors, language, date })], {
          cwd,
          env,
        });
        return readFile(file);
      };
      const one = await print('one.pdf', process.cwd(), { TZ: 'UTC', LANG: 'C', HOME: folder });
      const other = await print('other.pdf', '/', { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', HOME: '/nonexistent' });
      expect(other.equals(one)).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('needs no table IDs of the browser’s count', async () => {
    const source = await html(bloom);
    const pdf = await withPage(async (page) => {
      await page.print(source);
      return printPdf(page, source, facts(bloom));
    });
    const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(PDFName.of('IDTree'), PDFDict);
    const names: readonly string[] = String(tree.lookup(PDFName.of('Names'))).match(/node\d+/g) ?? [];
    expect(names.length).toBeGreaterThan(20);
    expect(names).toEqual(names.map((_, index) => `node${String(index + 1).padStart(8, '0')}`));
    const everywhere: readonly string[] = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? (String(object).match(/node\d{8}/g) ?? []) : []));
    expect(everywhere.filter((name) => !names.includes(name))).toEqual([]);
  });
});
