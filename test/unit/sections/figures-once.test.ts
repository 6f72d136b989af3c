import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { chartsOf } from '../../../src/charts/index.js';
import { renderSection } from '../../../src/render/section.js';
import { mainTotal } from '../../../src/sections/words/words.js';
import { formatted, plain } from '../../../src/units/format.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { grid, madeOf } from '../made.js';

const context = await readRenderContext(undefined);
const beside = { report: 'report.md', pdf: 'carbon.pdf', data: 'assessment.json' };

function sectionOf(assessment: Assessment): string {
  return plain(renderSection(assessment, chartsOf(assessment), context, { beside }));
}

interface Figures {
  /** Of sentences and bullets: `50.5 t`, in the order of the text; of an interval each end. */
  readonly prose: readonly string[];
  /** Of the cells of the table, with the unit of their column. */
  readonly cells: readonly string[];
  readonly lastRow: readonly string[];
}

const unit = String.raw`(?:[kM]?t|[mkµ]?g|[kMGT]?Wh|[kMm]?L)(?![\p{L}])`;
const figure = new RegExp(String.raw`(?<![\p{L}\d.,–])(\d[\d.,]*\d|\d)(?:–(\d[\d.,]*))? (${unit})(?: CO₂e)?(?!/kWh)`, 'gu');

function figuresOf(markdown: string): Figures {
  const lines = markdown.split('\n').filter((line) => !line.startsWith('[<img'));
  const rows = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.replaceAll('*', '').trim()),
    );
  const [head = [], , ...body] = rows;
  const units = head.map((title) => new RegExp(`, (${unit})`, 'u').exec(title)?.[1]);
  const cellsOf = (row: readonly string[]): readonly string[] =>
    row.flatMap((cell, n) => (units[n] !== undefined && /^\d/.test(cell) ? [`${cell} ${units[n]}`] : []));
  const prose = lines.filter((line) => !line.startsWith('|')).join('\n');
  return {
    prose: [...prose.matchAll(figure)].flatMap(([, one = '', end, of = '']) =>
      [one, ...(end === undefined ? [] : [end])].map((n) => `${n} ${of}`),
    ),
    cells: body.slice(0, -1).flatMap(cellsOf),
    lastRow: cellsOf(body.at(-1) ?? []),
  };
}

/** Figures that are in the section twice, but for its total. */
function twiceIn(assessment: Assessment): readonly string[] {
  const { prose, cells, lastRow } = figuresOf(sectionOf(assessment));
  const emissions = mainTotal(assessment)?.emissions;
  const total = emissions && plain(formatted(emissions).text).replace(' CO₂e', '');
  const others = prose.filter((one) => one !== total);
  expect(
    prose.filter((one) => one === total),
    'the total, in the first sentence and behind Carbon Emitted',
  ).toHaveLength(2);
  expect(lastRow[0], 'the total, in the last row').toBe(total);
  const isSpecific = (text: string): boolean => text.replace(/\D/g, '').replace(/^0+/, '').length >= 3;
  return [
    ...others.filter((one, n) => others.indexOf(one) !== n),
    // Two digits of a part and of a phase can be the same by chance.
    ...others.filter((one) => isSpecific(one) && [...cells, ...lastRow].includes(one)),
  ];
}

const hoursOf = (hours: number): string => `hardware: 8 x A100 80GB, duration: ${hours} h`;
const anyManifest = fc
  .record({
    hours: fc.array(fc.integer({ min: 3, max: 9999 }), { minLength: 1, maxLength: 9 }),
    metered: fc.boolean(),
    requests: fc.option(fc.integer({ min: 2, max: 1e9 }), { nil: undefined }),
    water: fc.boolean(),
  })
  .map(({ hours, metered, requests, water }) =>
    [
      `site: { ${water ? 'location: France' : grid}, pue: 1.2 }`,
      'year: 2023',
      'phases:',
      ...hours.map((time, n) => {
        const energy = metered && n === 0 ? `, energy: { value: ${time * 2} kWh, boundary: node, basis: measured }` : '';
        return `  - { phase: ${n === 0 ? 'training' : 'experiments'}, name: r${n}, ${hoursOf(time)}${energy} }`;
      }),
      ...(requests === undefined ? [] : [`  - { phase: deployment, hardware: 2 x L4, duration: 30 days, requests: ${requests} }`]),
    ].join('\n'),
  );

describe('no figure is in the section twice but the total', () => {
  it.each(readdirSync('fixtures/runs'))('%s', async (slug) => {
    const { assessment } = await assessFile(`fixtures/runs/${slug}/carboncard.yaml`);
    expect(twiceIn(assessment)).toEqual([]);
  });

  it('whatever was run', () => {
    // One seed, since figures can be the same by chance.
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(twiceIn(madeOf(manifest))).toEqual([]);
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});

describe('the section of any manifest', () => {
  it('has at most 36 lines, at most 8 phases in its table, and an alt text of at most 250 characters', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const text = sectionOf(madeOf(manifest));
        expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(36);
        expect(text.split('\n').filter((line) => line.startsWith('|')).length).toBeLessThanOrEqual(2 + 8 + 1);
        const alt = /<img [^>]*alt="([^"]*)"/.exec(text)?.[1]?.replace(/&\w+;/g, '?');
        expect(alt?.length).toBeGreaterThan(10);
        expect(alt?.length).toBeLessThanOrEqual(250);
      }),
      { numRuns: 40 },
    );
  });

  it('has five bullets, in the words of the Hub', () => {
    const labels = [
      ...sectionOf(madeOf('location: France\nyear: 2022\nhardware: 8 x A100 80GB\nduration: 40 h')).matchAll(/^- \*\*([^:]+):\*\*/gm),
    ];
    expect(labels.map(([, label]) => label)).toEqual(['Hardware Type', 'Hours used', 'Cloud Provider', 'Compute Region', 'Carbon Emitted']);
  });
});
