import { describe, expect, it } from 'vitest';
import type { FontFace, FontLibrary } from '../../../src/render/fonts.js';
import { type InlineChart, renderHtml } from '../../../src/render/html.js';
import { report, section } from '../../pdf/sample-report.js';

const face: FontFace = { family: 'IBM Plex Sans', weight: 400, style: 'normal', format: 'truetype', data: new Uint8Array([1, 2, 3]) };
const slice: FontFace = { ...face, family: 'Noto Sans SC', format: 'woff2', unicodeRange: 'U+4E2D' };
const fonts: FontLibrary = {
  facesFor: async (text) => (text.includes('中') ? [face, slice] : [face]),
  missingFrom: async () => [],
};

async function html(markdown: string, charts: ReadonlyMap<string, InlineChart> = new Map(), title = 'BLOOM'): Promise<string> {
  return renderHtml(report(title, [section('cover', markdown)]), { charts, fonts, styleSheet: 'p { color: red }' });
}

/** What stands inside the section. */
async function body(markdown: string, charts?: ReadonlyMap<string, InlineChart>): Promise<string> {
  return /<section[^>]*>([\s\S]*)<\/section>/.exec(await html(markdown, charts))?.[1]?.trim() ?? '';
}

describe('the page', () => {
  it('says its language, title, authors and date', async () => {
    const page = await html('# BLOOM');
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    expect(page).toContain('<title>BLOOM</title>');
    expect(page).toContain('<meta name="author" content="Sasha Luccioni">');
    expect(page).toContain('<meta name="date" content="2026-03-01">');
    expect(page).toContain('<section id="cover" class="cover">');
  });

  it('brings fonts and style along, and forbids all else', async () => {
    const page = await html('中');
    expect(page).toContain(
      '@font-face { font-family: "IBM Plex Sans"; font-weight: 400; font-style: normal; src: url(data:font/ttf;base64,AQID) format(\'truetype\'); }',
    );
    expect(page).toContain('unicode-range: U+4E2D; src: url(data:font/woff2;base64,AQID)');
    expect(page).toContain('p { color: red }');
    expect(page).toContain('default-src &#x27;none&#x27;');
    expect(page).not.toMatch(/sans-serif|monospace/);
  });

  it('asks for the fonts that its drawings need as well', async () => {
    const charts = new Map([['use', { svg: '<svg><text>中</text></svg>', alt: '' }]]);
    expect(await html('![x](charts/use.png)', charts)).toContain('Noto Sans SC');
  });

  it('writes the running title so that no name can leave its string', async () => {
    const page = await html('x', new Map(), 'A "b" \\ </style><script> {} ; 中文, the end');
    expect(page).toContain(
      '@bottom-left { content: "A \\22 b\\22  \\5c  \\3c \\2f style\\3e \\3c script\\3e  \\7b \\7d  \\3b  中文\\2c  the end"; }',
    );
    expect(page).not.toContain('<script>');
  });

  it('cuts a long running title, counting Chinese as twice as wide', async () => {
    expect(await html('x', new Map(), 'a'.repeat(90))).toContain(`content: "${'a'.repeat(72)}\\2026 "`);
    expect(await html('x', new Map(), '中'.repeat(90))).toContain(`content: "${'中'.repeat(36)}\\2026 "`);
  });
});

describe('text', () => {
  it('stays text', async () => {
    expect(await body('&lt;script&gt; \\<b> {{x}} a | b')).toBe('<p>&#x3C;script> &#x3C;b> {{x}} a | b</p>');
  });

  it('is not broken inside a figure', async () => {
    expect(await body('50.5 t CO₂e of 3 kg CO₂e')).toBe('<p>50.5\u00a0t\u00a0CO₂e of 3\u00a0kg\u00a0CO₂e</p>');
  });

  it('gets no space where the source wrapped Chinese', async () => {
    expect(await body('一个公式，\n其输入\nword')).toBe('<p>一个公式，其输入 word</p>');
  });
});

describe('what a template may hold', () => {
  it('loses all that acts, and keeps all that says', async () => {
    expect(await body('<p onclick="x()" style="color:red" class="a">one <font color="red">two</font></p>')).toBe(
      '<p class="a">one two</p>',
    );
    expect(await body('a <script>alert(1)</script><iframe src="http://a"></iframe><style>p{}</style><svg><a href="x">t</a></svg> b')).toBe(
      '<p>a  b</p>',
    );
    expect(await body('<form action="http://a"><input value="x"><button>c</button></form>')).toBe('c');
  });

  it('opens what is folded, since paper can’t', async () => {
    expect(await body('<details><summary>More</summary>\n\ntext\n\n</details>')).toMatch(
      /^<details open><summary>More<\/summary>\s*<p>text<\/p>\s*<\/details>$/,
    );
  });

  it('links to the web, a mailbox or itself only', async () => {
    expect(await body('[a](https://a.org) [b](mailto:a@b.c) [c](#source-1)')).toBe(
      '<p><a href="https://a.org">a</a> <a href="mailto:a@b.c">b</a> <a href="#source-1">c</a></p>',
    );
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '../x', '//a.org', ' java\tscript:x'])
      expect(await body(`[a](<${url}>)`)).not.toContain('href');
  });

  it('shows no picture from elsewhere, only its words', async () => {
    expect(await body('see ![a map](https://a.org/map.png) and ![](x.png)')).toBe('<p>see a map and</p>');
    expect(await body('![a chart](charts/unknown.png)')).toBe('<p>a chart</p>');
  });
});

describe('tables', () => {
  it('have a head with scope, and figures to the right', async () => {
    const table = await body('| a | b |\n| :-- | --: |\n| x | 1 |\n');
    expect(table.replace(/\s*\n\s*/g, '')).toBe(
      '<table><thead><tr><th align="left" scope="col">a</th><th align="right" scope="col">b</th></tr></thead><tbody><tr><td align="left">x</td><td align="right">1</td></tr></tbody></table>',
    );
  });
});

describe('charts', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" role="graphics-document" aria-roledescription="x"><style>text{}</style><script>x</script><g role="list" aria-label="y" onclick="z"><clipPath id="c"></clipPath><text clip-path="url(#c)">t</text></g></svg>';
  const charts = new Map([['use', { svg, alt: 'Use is "large".' }]]);

  it('appear in the page as one picture with one description', async () => {
    expect(await body('![ignored](charts/use.png "A caption")', charts)).toBe(
      '<figure id="chart-use" role="none"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" role="img" aria-label="Use is &#x22;large&#x22;."><g><clipPath id="c"></clipPath><text clip-path="url(#c)">t</text></g></svg><figcaption>A caption</figcaption></figure>',
    );
  });

  it('come out of the paragraph that they are in', async () => {
    expect(await body('before ![x](charts/use.png) after', charts)).toMatch(/^<p>before<\/p><figure[\s\S]*<\/figure><p>after<\/p>$/);
  });
});
