import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.js';
import { comparisonChart } from '../../../src/comparison/chart.js';
import { comparisonDocument } from '../../../src/comparison/document.js';
import { figureTable } from '../../../src/comparison/figure-table.js';
import { filesOf } from '../../../src/comparison/files.js';
import { libraryIds } from '../../../src/library/library.js';
import { renderMarkdown } from '../../../src/render/markdown.js';
import { plain } from '../../../src/units/format.js';
import { readSides } from '../../../src/verbs/shared/compared/read-sides.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { sideOf } from '../compare/sides.js';

const four = compare(await readSides(['bloom', 'gpt-3', 'gopher', 'opt-175b']));
const markdownOf = (comparison: typeof four): string =>
  plain(
    renderMarkdown({
      type: 'root',
      children: comparisonDocument(comparison, comparisonChart(comparison)?.alt).sections.flatMap(({ tree }) => tree.children),
    }),
  );

describe('the page', () => {
  const text = markdownOf(four);

  it('says what is compared, and that nobody reviewed it', () => {
    expect(text).toContain(
      'The comparison counts what every model counts: computing in training. The compared figures are location-based.',
    );
    expect(text).toContain('**Not critically reviewed; not a comparative assertion under ISO 14044.**');
  });

  it('explains 502 t beside 552 t, and 25 t beside 50.5 t', () => {
    expect(text).toContain('| GPT-3 | 503 t \\* | 433–576 t | × 20 (19–35) \\* | 553 t | training 552.1 t CO₂e |');
    expect(text).toContain('| BLOOM | 25 t | 15–25 t | reference | 50.5 t |');
    expect(text).toContain('| BLOOM | 11.2 t | **25 t** | in idle machines | 10.3 t | 4.34 t |');
    expect(text).toMatch(/502 t without the PUE of 1\.1 and 552 t with it/);
  });

  it('ranks nothing whose intervals overlap', () => {
    expect(text).toContain('Not ranked, since the intervals overlap: GPT-3 and Gopher.');
    expect(figureTable(compare(sidesOf('m'))).rows[2]?.[3]).toBe('intervals overlap');
  });

  it('names what a figure holds beside', () => {
    expect(text).toContain(
      '\\* The figures of GPT-3 and Gopher also include the rest of the servers and idle machines in training, which the comparison does not count for the others.',
    );
  });
});

/** Two models that differ by less than their intervals. */
function sidesOf(name: string) {
  const text = (hours: number): string => `hardware: 8 x A100 80GB\nduration: ${hours} h\nlocation: FR\nyear: 2022`;
  return [sideOf(name, text(100)), sideOf(`${name}-2`, text(105))];
}

describe('the chart', () => {
  it('has the models in the order that was asked for, on a logarithmic axis where sizes differ', async () => {
    expect(comparisonChart(four)?.alt).toBe(
      'Emissions from computing in training. Models: BLOOM 25 t, GPT-3 503 t, Gopher 350 t, OPT-175B 75 t.',
    );
    const many = compare(await readSides(libraryIds.slice(0, 25)), { samples: 500 });
    expect(JSON.stringify(comparisonChart(many)?.spec)).toContain('logarithmic axis');
    expect(comparisonChart(many)?.alt.length).toBeLessThanOrEqual(250);
  });

  it('is absent where fewer than two can be compared', () => {
    const use = 'phases: [{ phase: deployment, energy: 10 kWh, requests: 100, grid: { intensity: 100 g/kWh } }]';
    expect(comparisonChart(compare([sideOf('a', use), sideOf('b', use)]))).toBeUndefined();
  });
});

describe('text is text', () => {
  const names = ['a | b', '<script>alert(1)</script>', '![x](y)', '`code`', '# head', '\u202eabc', '$x$', '{{x}}'];
  it.each(names)('%j', async (name) => {
    const [first, second] = sidesOf('m');
    if (first === undefined || second === undefined) throw new TypeError('no sides');
    const comparison = compare([{ ...first, name }, second], { samples: 100 });
    const files = await filesOf(comparison, ['md', 'html'], await readRenderContext(undefined));
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(String(files.get('comparison.md')));
    expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|inlineCode|link)"/);
    const table = tree.children.find(({ type }) => type === 'table');
    expect(JSON.stringify(table)).toContain(JSON.stringify(name).slice(1, -1));
    // In the value of an attribute such a text is text.
    expect(String(files.get('comparison.html')).replaceAll(/="[^"]*"/g, '')).not.toMatch(/<script/i);
  });
});
