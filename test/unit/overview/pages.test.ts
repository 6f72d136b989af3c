import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { overviewHtml } from '../../../src/overview/html.js';
import { overviewMarkdown } from '../../../src/overview/markdown.js';
import { measured, named, overview, published, sized } from './made-rows.js';

const hostile = [
  'Pipe | cell | more',
  '[link](https://evil.example/a)',
  'https://evil.example/b',
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=y>',
  'Line\nbreak\u2028and `code` and $x$',
  'Turned \u202ename\u2066 open',
];
const made = () => overview(...hostile.map((name) => named(name, measured)), named('Plain', published));

describe('the page in Markdown', () => {
  const markdown = overviewMarkdown(made(), undefined);

  it('has a row of six cells for each model, and no link but those of the reports', () => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
    const rows: number[] = [];
    const urls: string[] = [];
    const html: string[] = [];
    visit(tree, (node: Nodes) => {
      if (node.type === 'tableRow') rows.push(node.children.length);
      if (node.type === 'link') urls.push(node.url);
      if (node.type === 'html') html.push(node.value);
    });
    expect(rows).toEqual(Array.from({ length: hostile.length + 2 }, () => 6));
    expect(urls).toHaveLength(2 * (hostile.length + 1));
    expect(urls.filter((url) => !/^m\d\/(report\.md|assessment\.json)$/.test(url))).toEqual([]);
    expect(html).toEqual(['<!-- carboncard:index -->']);
  });

  it('closes a direction within the name that opens it', () => {
    const cell = markdown.split('\n').find((line) => line.includes('Turned')) ?? '';
    expect(cell).toContain('[\u2068Turned \u202ename\u2066 open\u202c\u2069\u2069](');
  });

  it('makes no link of a name, where there is no report', () => {
    const [table] = made().tables;
    if (table === undefined) throw new Error('No table.');
    const bare = overviewMarkdown(
      { tables: [{ ...table, rows: table.rows.map((row) => ({ ...row, files: [] })) }], without: [], count: 8 },
      undefined,
    );
    expect(bare).toContain('https\\://evil.example/b');
    expect(bare).not.toMatch(/[^\\]https?:\/\/|[^\\]\[link/);
  });
});

describe('the page in HTML', () => {
  const html = overviewHtml(made(), 'p { color: red; }</style>', undefined);

  it('has names as text', () => {
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(script|img)/);
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028]/);
    expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, url = '']) => !/^m\d\//.test(url))).toEqual([]);
  });

  it('has what may be compared directly behind the name, and then the total', () => {
    const heads = [...html.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, word]) => word);
    expect(heads.slice(0, 3)).toEqual(['Model', 'Covers', 'Emissions (CO₂e)']);
  });

  it('has each total in a unit of its own', () => {
    const far = overviewHtml(overview(sized(named('a', measured), 1e-6), sized(named('b', measured), 1e7)), '', undefined);
    expect(far).toContain('>1.0\u202fmg<');
    expect(far).toContain('>10\u202fkt<');
  });

  it('speaks of one total as of one', () => {
    const one = overviewHtml(overview(named('a', measured)), '', undefined);
    expect(one).toContain('1 total of development. It covers: training (');
    expect(one).not.toContain('largest');
    expect(one).not.toContain('letter');
  });
});
