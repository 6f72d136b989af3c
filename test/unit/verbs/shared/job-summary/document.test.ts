import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../../src/diagnostics/diagnostic.js';
import { auditSummary, bar, checkSummary } from '../../../../../src/verbs/shared/job-summary/document.js';
import type { SummedModel } from '../../../../../src/verbs/shared/job-summary/summed-model.js';

const model: SummedModel = {
  name: 'M',
  before: '300 kg CO₂e',
  after: '310 kg CO₂e',
  interval: '180–460 kg CO₂e',
  parts: [{ name: 'Computing', figure: '155 kg CO₂e', share: 0.5 }],
  chart: { file: './a folder/breakdown.png', alt: 'Half of it is computing' },
};
const finding: Diagnostic = { id: 'out-of-date', severity: 'error', message: '300 kg → 310 kg CO₂e', file: 'README.md', line: 4 };
const pictures = 'https://github.com/o/r/raw/abc/';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

/** Cells of all tables, as a reader sees them, and addresses of pictures and links. */
function seen(markdown: string): { readonly cells: readonly string[]; readonly addresses: readonly string[] } {
  const [cells, addresses]: [string[], string[]] = [[], []];
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), (node) => {
    if (node.type === 'tableCell') cells.push(node.children.map((child) => ('value' in child ? child.value : '?')).join(''));
    if (node.type === 'image' || node.type === 'link') addresses.push(node.url);
    expect(node.type).not.toBe('html');
  });
  return { cells: cells.map(plain), addresses };
}

describe('the summary of a check', () => {
  it('has the totals, old and new, the parts as bars, the picture and the findings', () => {
    const text = plain(checkSummary([model], [finding], false, { pictures }));
    expect(text).toContain('### carboncard check: not up to date\n');
    expect(text).toContain('| M | 300 kg CO₂e | 310 kg CO₂e | 180–460 kg CO₂e |\n');
    expect(text).toContain('| Computing | 155 kg CO₂e | 50 % | ██████████ |\n');
    expect(text).toContain('![Half of it is computing](https://github.com/o/r/raw/abc/a%20folder/breakdown.png)\n');
    expect(text).toContain('| README.md:4 | error (out-of-date) | 300 kg → 310 kg CO₂e |\n');
  });

  it('says what is not known, and shows no picture where the commit is not known', () => {
    const text = plain(checkSummary([{ name: 'M', parts: [] }], [], true));
    expect(text).toContain('### carboncard check: up to date\n');
    expect(text).toContain('| M | – | nothing counted | – |\n');
    expect(plain(checkSummary([{ ...model, interval: undefined }], [], true))).toContain('| 310 kg CO₂e | not assessed |\n');
    expect(checkSummary([model], [], true)).not.toContain('![');
  });

  it('stays far below the 1 MiB that GitHub takes, and counts what it leaves out', () => {
    const text = checkSummary(
      Array.from({ length: 3000 }, () => model),
      Array.from({ length: 3000 }, () => finding),
      false,
    );
    expect(text.length).toBeLessThan(100_000);
    expect(text).toContain('And 2900 models more.');
    expect(text).toContain('And 2900 findings more.');
  });

  it('shows any text as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'|<>&*_`[]()!\\$#~"\' a\n'.split('')), maxLength: 20 }), (some) => {
        const name = `x${some}x`;
        const { cells, addresses } = seen(checkSummary([{ ...model, name }], [{ ...finding, message: name }], true));
        const line = name.replaceAll(/\s+/g, ' ');
        const bare = (cell: string): string => cell.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
        expect(cells.filter((cell) => bare(cell) === line)).toHaveLength(2);
        expect(addresses).toEqual([]);
      }),
    );
  });
});

describe('the summary of an audit', () => {
  it('counts findings by severity', () => {
    const note: Diagnostic = { id: 'grid-year', severity: 'note', message: 'Old grid.', expected: 'a grid of 2024', note: 'It was 2015.' };
    const text = plain(auditSummary([finding, finding, note]));
    expect(text).toContain('### carboncard audit: 2 errors, 1 note\n');
    expect(text).toContain('| | note (grid-year) | Old grid. – expected: a grid of 2024 – It was 2015. |\n');
    expect(auditSummary([])).toBe('### carboncard audit: no findings\n\n');
  });
});

describe('a bar', () => {
  it.each([
    [0, '▏'],
    [0.001, '▏'],
    [0.05, '█'],
    [1, '█'.repeat(20)],
    [1.2, '█'.repeat(20)],
    [-1, '▏'],
  ])('of %d is %s', (share, cells) => expect(bar(share)).toBe(cells));
});
