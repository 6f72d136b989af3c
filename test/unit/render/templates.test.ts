import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it, vi } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { renderMarkdown } from '../../../src/render/markdown.js';
import { compileTemplate } from '../../../src/render/templates/compile.js';
import { parseMarkdown, prepareTemplate } from '../../../src/render/templates.js';

const read = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown);

/** Types of the nodes of a tree, and all its text. */
function anatomy(tree: Nodes): { readonly types: string[]; readonly text: string } {
  const types: string[] = [];
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'text') text += node.value;
    else types.push(node.type);
  });
  return { types, text };
}

const hostile = '<script>alert(1)</script> | {{x}} \\input{y} ](http://a)';
const table = '| A | B |\n| - | - |\n| {{value}} | 50.5 |\n\n**{{value}}** and *{{value}}*.\n\n- {{value}}\n';

describe('templates', () => {
  it('shows a value as text, in cells, emphasis and lists, also after GitHub has read it', () => {
    const tree = prepareTemplate(compileTemplate(table), 't.md')({ value: hostile });
    const expected = anatomy(prepareTemplate(compileTemplate(table), 't.md')({ value: 'x' })).types;
    expect(anatomy(tree).types).toEqual(expected);
    const again = anatomy(read(renderMarkdown(tree)));
    expect(again.types).toEqual(expected);
    expect(again.text.split(hostile)).toHaveLength(5);
    expect(again.text).toContain('50.5');
  });

  it('keeps the shape of the document for any value', () => {
    const template = prepareTemplate(compileTemplate(table), 't.md');
    const expected = anatomy(template({ value: 'x' })).types;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        expect(anatomy(template({ value })).types).toEqual(expected);
      }),
    );
    // Without a dot: remark makes links of whole addresses in text that was escaped too, which shows the same text.
    const risky = fc.array(
      fc.constantFrom(
        '|',
        '`',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '#',
        '~',
        '!',
        '\\',
        '{{',
        '&',
        '\n',
        'a',
        ' ',
        'http://a',
        '$',
        '-',
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(risky, (parts) => {
        const value = `x${parts.join('')}x`;
        expect(anatomy(read(renderMarkdown(template({ value })))).types).toEqual(expected);
      }),
    );
  });

  it('makes one line of a value, and closes what could reorder its neighbours', () => {
    const { text } = anatomy(prepareTemplate(compileTemplate('{{value}} after'), 't.md')({ value: 'a\nb\t\u0007\u202Ec' }));
    expect(text).toBe('\u2068a b \ufffd\u202Ec\u202C\u2069 after');
  });

  it('lets a value be a link only where it leads to a page', () => {
    const link = prepareTemplate(compileTemplate('[{{title}}]({{url}})'), 't.md');
    expect(anatomy(link({ title: 'T', url: 'https://a.org/x y' })).types).toContain('link');
    expect(anatomy(link({ title: 'T', url: 'javascript:alert(1)' }))).toEqual({ types: ['root', 'paragraph'], text: 'T' });
  });

  it('escapes a value that a template puts into HTML', () => {
    expect(renderMarkdown(prepareTemplate(compileTemplate('<b title="{{value}}">x</b>'), 't.md')({ value: '"><img>' }))).toContain(
      '&quot;&gt;&lt;img&gt;',
    );
  });

  it('can not be led to Handlebars by a value', () => {
    expect(anatomy(prepareTemplate(compileTemplate('{{{value}}}'), 't.md')({ value: '{{#each this}}{{/each}}' })).text).toBe(
      '{{#each this}}{{/each}}',
    );
  });

  it('answers a broken template with its file and line', () => {
    const broken = prepareTemplate(compileTemplate('a\n{{#if x}}\nb'), 'mine/sections/use.md');
    expect(() => broken({})).toThrow(InputError);
    try {
      broken({});
    } catch (error) {
      expect((error as InputError).diagnostics).toMatchObject([
        { id: 'broken-template', file: 'mine/sections/use.md', line: expect.any(Number) },
      ]);
    }
  });
});

describe('nothing of Handlebars reaches the terminal', () => {
  const printed = (work: () => void): unknown[] => {
    const calls: unknown[] = [];
    const spies = (['debug', 'error', 'info', 'log', 'warn'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => void calls.push(words)),
    );
    work();
    for (const spy of spies) spy.mockRestore();
    return calls;
  };

  it.each([
    '{{toString}}',
    '{{value.constructor}}',
    '{{lookup value "length"}}',
    '{{#with list}}{{concat}}{{/with}}',
    '{{list.map}}',
  ])('for %s, which shows nothing', (source) => {
    const template = prepareTemplate(compileTemplate(`a${source}b`), 't.md');
    const texts: string[] = [];
    expect(printed(() => void texts.push(anatomy(template({ value: 'x', list: ['y'] })).text))).toEqual([]);
    expect(texts).toEqual([expect.stringMatching(/^a\d*b$/)]);
  });

  it('and a template that prints is refused, with its file', () => {
    const template = prepareTemplate(compileTemplate('a\n{{log "x"}}'), 't.md');
    let error: unknown;
    const work = (): void => {
      try {
        template({});
      } catch (thrown) {
        error = thrown;
      }
    };
    expect(printed(work)).toEqual([]);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ diagnostics: [{ id: 'broken-template', file: 't.md', message: expect.stringContaining('"log"') }] });
  });
});

it('filled twice it gives two trees, each with its own values', () => {
  const template = prepareTemplate(compileTemplate('**{{name}}** [{{name}}]({{url}})'), 'a.md');
  const one = template({ name: 'a', url: 'https://a.example' });
  const before = JSON.stringify(one);
  const other = template({ name: 'b', url: 'https://b.example' });
  expect(JSON.stringify(other)).toBe(before.replaceAll('"a"', '"b"').replaceAll('a.example', 'b.example'));
  expect(JSON.stringify(one)).toBe(before);
});

it('reads every Markdown as GitHub does, with whichever of its additions', () => {
  const parts = [
    '~~a~~',
    '~b~',
    '[^1]',
    '[^1]: c',
    '- [ ] d',
    '* [x] e',
    '- [\n] f',
    'www.g.org',
    'https://h.org',
    'i@j.org',
    'mailto:k@l',
    'xmpp:m@n',
  ];
  const plain = [
    'o',
    ' ',
    '\n',
    '\n\n',
    '| p | q |\n| - | -: |\n| r | s |',
    '**t**',
    '<https://u.org>',
    '[v](w)',
    '# x',
    '- y',
    '`z`',
    '> ',
    'WWW',
    '://',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts, ...plain), { maxLength: 12 }), (words) => {
      const text = words.join('');
      expect(parseMarkdown(text)).toEqual(read(text));
    }),
    { numRuns: 2_000 },
  );
});

describe('a tree that is known', () => {
  const source = '# {{title}}\n\n| a |\n| - |\n{{#each rows}}| {{this}} |\n{{/each}}';

  it('gives what parsing gives, and stays as it was', () => {
    const trees = new Map<string, string>();
    const known = {
      get: (text: string): unknown => JSON.parse(trees.get(text) ?? 'null') ?? undefined,
      add: (text: string, tree: object) => void trees.set(text, JSON.stringify(tree)),
    };
    const data = { title: 'x | y', rows: ['1', '<b>'] };
    const parsed = prepareTemplate(compileTemplate(source), 't.md', known)(data);
    expect(trees.size).toBe(1);
    const before = [...trees.values()];
    const again = prepareTemplate(compileTemplate(source), 't.md', known)(data);
    expect(again).toEqual(parsed);
    expect(prepareTemplate(compileTemplate(source), 't.md')(data)).toEqual(parsed);
    expect([...trees.values()]).toEqual(before);
  });
});
