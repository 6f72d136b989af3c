import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderManifests } from '../../src/index.js';

/** As README has it. */
const fiveLines = 'model: Kestrel 7B\nhardware: 8 x A100 80GB\nduration: 3 weeks\nlocation: aws us-west-2\nyear: 2023\n';
const fixture = (slug: string): string => readFileSync(`fixtures/runs/${slug}/carboncard.yaml`, 'utf8');
const manifests = {
  'kestrel-7b': fiveLines,
  bloom: fixture('bloom'),
  'five-phases': fixture('five-phases'),
  'twelve-phases': fixture('twelve-phases'),
} as const;
type Slug = keyof typeof manifests;

/** Pages at most, on either paper. */
const limits = { 'kestrel-7b': 3, bloom: 5, 'five-phases': 7, 'twelve-phases': 10 } as const satisfies Record<Slug, number>;

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
}
interface Node {
  readonly role?: string | undefined;
  readonly alt?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

/** What a reader's program finds in the file. */
async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: { readonly filled: number }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    const { items } = await page.getTextContent();
    // Below the foot's line is the page number; text above it fills the page.
    const lowest = Math.min(
      ...(items as readonly Item[])
        .filter(({ str }) => str.trim() !== '')
        .map(({ transform }) => transform[5] ?? 0)
        .filter((y) => y > 43),
    );
    pages.push({ filled: (height - lowest) / height });
  }
  const first = await document.getPage(1);
  const words = new Map<string, string>();
  const open: (string | undefined)[] = [];
  const { items } = await first.getTextContent({ includeMarkedContent: true });
  for (const item of items as readonly { type?: string; id?: string; str?: string; hasEOL?: boolean }[]) {
    if (item.type?.startsWith('begin')) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    const id = open.findLast((one) => one !== undefined && one !== null);
    if (id !== undefined && item.str !== undefined) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL === true ? ' ' : ''}`);
  }
  const spoken: string[] = [];
  const walk = (node: Node): void => {
    if (node.role === 'Figure') spoken.push(node.alt ?? '(no words)');
    else if (node.id !== undefined) spoken.push(words.get(node.id) ?? '');
    else node.children?.forEach(walk);
  };
  walk(((await first.getStructTree()) ?? {}) as Node);
  const titles = (items: readonly { title: string; items: readonly unknown[] }[]): readonly string[] =>
    items.flatMap(({ title, items: below }) => [title, ...titles(below as typeof items)]);
  const outline = titles(((await document.getOutline()) ?? []) as never);
  await document.destroy();
  return { pages, outline, spoken: spoken.join(' ').replaceAll('\u2060', '').replace(/\s+/g, ' ') };
}

const folder = mkdtempSync(join(tmpdir(), 'carboncard-pages-'));
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const paper of ['a4', 'letter'] as const) {
    const paths = Object.entries(manifests).map(([slug, text]) => {
      const file = join(folder, `${slug}-${paper}.yaml`);
      const own = /^report:$/m.test(text)
        ? text.replace(/^report:$/m, `report:\n  paper: ${paper}`)
        : `${text}report: { paper: ${paper} }\n`;
      writeFileSync(file, own);
      return file;
    });
    const outDir = join(folder, paper);
    const { reports } = await renderManifests(paths, { outDir, formats: ['pdf'] });
    for (const { slug } of reports) files.set(`${slug} ${paper}`, new Uint8Array(readFileSync(join(outDir, slug, 'carbon.pdf'))));
  }
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (slug: Slug, paper: 'a4' | 'letter'): Uint8Array => files.get(`${slug} ${paper}`) ?? new Uint8Array();
const cases = (Object.keys(manifests) as Slug[]).flatMap((slug) => (['a4', 'letter'] as const).map((paper) => [slug, paper] as const));

describe('length follows content', () => {
  it.each(cases)('%s on %s', async (slug, paper) => {
    const { pages } = await read(bytesOf(slug, paper));
    expect(pages.length).toBeLessThanOrEqual(limits[slug]);
    // None but the last is under two thirds full, and the last is more than a line or two.
    for (const { filled } of pages.slice(0, -1)) expect(filled).toBeGreaterThan(2 / 3);
    expect(pages.at(-1)?.filled).toBeGreaterThan(0.15);
  });
});

describe('a reader who listens', () => {
  it.each(Object.keys(manifests) as Slug[])('hears the first page of %s in order and whole', async (slug) => {
    const { spoken, outline } = await read(bytesOf(slug, 'a4'));
    expect(new Set(outline).size).toBe(outline.length);
    expect(outline.filter((title) => /^(.+)\1$/.test(title))).toEqual([]);
    const order = [
      'Screening carbon footprint',
      'CO₂e',
      '90 % interval',
      'emitted this much',
      'Energy ',
      'Hardware ',
      'By phase and component',
    ];
    const places = order.map((words) => spoken.indexOf(words));
    expect(places, spoken).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    // What follows one of these inside a line, readers do not hear: ligatures, and characters that have no glyph.
    expect(spoken).not.toMatch(/[\u2060\u200b\ufb00-\ufb06]/);
  });
});

describe('the file', () => {
  it('gives its own tags a standard role, and says what it is in XMP without a time', async () => {
    const { catalog } = await PDFDocument.load(bytesOf('bloom', 'a4'), { updateMetadata: false });
    const roles = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(PDFName.of('RoleMap'), PDFDict);
    expect(String(roles.get(PDFName.of('Strong')))).toBe('/Span');
    expect(String(roles.get(PDFName.of('Em')))).toBe('/Span');
    const xmp = new TextDecoder().decode(catalog.lookup(PDFName.of('Metadata'), PDFStream).getContents());
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Carbon footprint of BLOOM</rdf:li>');
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>');
    expect(xmp.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(['2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z']);
  });
});
