import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { factRows, factText } from '../../../../src/charts/facts.js';
import { chartsOf } from '../../../../src/charts/index.js';
import { renderScreenPage } from '../../../../src/render/html/screen-page.js';
import { readFontLibrary } from '../../../../src/verbs/shared/bundled-fonts.js';
import { report, section } from '../../../pdf/sample-report.js';
import * as cases from '../../charts/assessments.js';

const fonts = readFontLibrary();
const sheets = { styleSheet: 'p { color: red }', screenSheet: 'p { color: blue }' };

async function pageOf(markdown: readonly string[], assessment = cases.bloom, beside: readonly (readonly [string, string])[] = []) {
  const sections = markdown.map((text, index) => section(`part-${index}`, text));
  const html = await renderScreenPage(report('BLOOM', sections), { charts: chartsOf(assessment), fonts, beside, ...sheets });
  return { html, tree: raw({ type: 'root', children: [{ type: 'raw', value: html }] }) };
}

function elements(tree: Nodes, tagName: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, { tagName }, (node: Element) => void found.push(node));
  return found;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

describe('the page', () => {
  let page: Awaited<ReturnType<typeof pageOf>>;
  const table = '| a | b |\n| :-- | --: |\n| one | 1 |\n| **Total** | 2 |\n';
  const long = `| Input | What to do |\n| :-- | :-- |\n| power | ${'measure it '.repeat(9)}|\n`;
  beforeAll(async () => {
    const parts = [
      '# BLOOM\n\n**50.5 t**',
      `## One\n\n${table}`,
      '## Two\n\n![x](charts/breakdown.png)',
      `## Three\n\n${long}`,
      '## Four\n\n`code`',
    ];
    page = await pageOf(parts, cases.twelve, [['carbon.pdf', 'PDF']]);
  });

  it('lets nothing in from elsewhere, and has style for a screen apart from that for paper', () => {
    expect(page.html).toContain('default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; font-src data:; img-src data:');
    expect(page.html).toMatch(/<style media="screen">p { color: blue }/);
    expect(page.html).toMatch(/<style media="print">p { color: red }/);
    expect(page.html).not.toMatch(/<script|<link|<img|<iframe/);
    expect(page.html.replaceAll(/url\(data:|url\(#[\w-]+\)/g, '')).not.toContain('url(');
  });

  it('has contents that lead to its sections, and the files beside it', () => {
    const links = elements(page.tree, 'a').map(({ properties, children }) => [properties['href'], children.map(textOf).join('')]);
    expect(links).toEqual([
      ['#part-1', 'One'],
      ['#part-2', 'Two'],
      ['#part-3', 'Three'],
      ['#part-4', 'Four'],
      ['carbon.pdf', 'PDF'],
    ]);
  });

  it('has landmarks, one heading of the first level and none that skips one', () => {
    expect(['main', 'nav', 'footer'].map((name) => elements(page.tree, name).length)).toEqual([1, 1, 1]);
    const levels: number[] = [];
    visit(page.tree, 'element', ({ tagName }) => {
      if (/^h[1-6]$/.test(tagName)) levels.push(Number(tagName[1]));
    });
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has tables that scroll by themselves or are stacked, each row with its head', () => {
    const frames = elements(page.tree, 'div').filter(({ properties }) => properties['role'] === 'group');
    expect(frames.map(({ properties }) => [properties['ariaLabel'], properties['tabIndex']])).toEqual([
      ['Table: One', 0],
      ['Table: Three', 0],
    ]);
    const [short, stacked] = frames.flatMap((frame) => elements(frame, 'table'));
    expect(short?.properties['role']).toBeUndefined();
    expect(stacked?.properties).toMatchObject({ role: 'table', className: ['stacked'] });
    expect(frames.flatMap((frame) => elements(frame, 'th')).map(({ properties }) => properties['scope'])).toEqual([
      'col',
      'col',
      'row',
      'row',
      'col',
      'col',
      'row',
    ]);
    expect(stacked === undefined ? [] : elements(stacked, 'td').map(({ properties }) => properties['dataLabel'])).toEqual(['What to do']);
  });

  it('shows the facts of a mark beside the pointer, and the same in a table', () => {
    const facts = chartsOf(cases.twelve)[0]?.facts ?? {};
    const all = Object.values(facts).flat();
    expect(all.length).toBeGreaterThan(10);
    for (const kind of ['wide', 'narrow']) {
      const sheet = elements(page.tree, 'div').find(({ properties }) => String(properties['className']) === kind);
      expect(sheet === undefined ? [] : elements(sheet, 'title').map(textOf)).toEqual(all.map(factText));
    }
    const bare = (text: string): string => text.replaceAll(/[\u2060\u00a0\u202f ]/g, ' ');
    const rows = elements(page.tree, 'details').flatMap((details) => elements(details, 'tbody').flatMap((body) => elements(body, 'tr')));
    expect(rows.map((row) => row.children.map((cell) => bare(textOf(cell)).replaceAll('\u2060', '')))).toEqual(
      factRows(facts).map(({ name, value }) => [bare(name), bare(value)]),
    );
  });

  it('has each id once, and is the same file twice', async () => {
    const ids: unknown[] = [];
    visit(page.tree, 'element', ({ properties }) => void (properties['id'] !== undefined && ids.push(properties['id'])));
    expect(new Set(ids).size).toBe(ids.length);
    const again = async () => (await pageOf(['# A', '![x](charts/breakdown.png)'])).html;
    expect(await again()).toBe(await again());
  }, 30_000);

  it('has no colour in a chart that a dark page does not replace', () => {
    const colours = [...page.html.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour = '']) => colour);
    expect(colours.length).toBeGreaterThan(50);
    expect(colours.filter((colour) => !/^(?:none|transparent|var\(--chart-[0-9a-f]{6},#[0-9a-fA-F]{6}\))$/.test(colour))).toEqual([]);
  });

  it('gets a title where no section has one', async () => {
    const { tree } = await pageOf(['## Only this']);
    expect(elements(tree, 'h1').map(textOf)).toEqual(['BLOOM']);
    expect(elements(tree, 'nav')).toEqual([]);
  });

  it('has the fonts for italics, code and other scripts only where it has such text', async () => {
    const styles = ({ html }: { readonly html: string }) =>
      [...html.matchAll(/@font-face\{font-family:"([^"]*)";font-weight:(\d+);(font-style:italic)?/g)].map(([, family, weight, slant]) =>
        [family, weight, slant].filter(Boolean).join(' '),
      );
    expect(styles(await pageOf(['# A']))).toEqual(['IBM Plex Sans 400', 'IBM Plex Sans 600']);
    expect(styles(await pageOf(['# A 中 `x` _y_']))).toEqual([
      'IBM Plex Sans 400',
      'Noto Sans SC 400',
      'IBM Plex Sans 400 font-style:italic',
      'IBM Plex Sans 600',
      'Noto Sans SC 600',
      'IBM Plex Mono 400',
    ]);
  }, 30_000);
});

it('keeps the text of every table, whatever is in it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', 'é', '中', '<', '&', '"', 'ab', 'long word '), maxLength: 30 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const escaped = (text: string): string => text.replaceAll(/[<&"]/g, '\\$&');
      const lines = cells.map((row) => `| ${row.map(escaped).join(' | ')} |`);
      const { tree } = await pageOf([`# T\n\n| A | B | C |\n| - | -: | - |\n${lines.join('\n')}\n`], cases.single);
      const shown = elements(tree, 'tbody').flatMap((body) =>
        elements(body, 'tr').map((row) => row.children.filter(({ type }) => type === 'element').map((one) => textOf(one))),
      );
      const bare = (text: string): string => text.replaceAll(/[\s\u2060]+/g, ' ').trim();
      expect(shown.map((row) => row.map(bare))).toEqual(cells.map((row) => row.map(bare)));
    }),
    { numRuns: 15 },
  );
}, 60_000);
