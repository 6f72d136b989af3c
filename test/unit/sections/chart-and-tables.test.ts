import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { chartsOf } from '../../../src/charts/index.js';
import { renderReportPage, renderSection } from '../../../src/render/section.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { plain } from '../../../src/units/format.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { summaryOf } from '../../../src/verbs/shared/summary/summary.js';
import { grid } from '../made.js';

const context = await readRenderContext(undefined);

/** A figure with its unit, and its share, by what it is of. */
type Figures = ReadonlyMap<string, readonly [figure: string, share: string]>;

/** The bars of development by the chart's text: `Training (a) 430 t (90 %)`. */
function barsOf(assessment: Assessment): Figures {
  const text = chartsOf(assessment).find(({ id }) => id === 'breakdown')?.longAlt ?? '';
  const own =
    plain(text)
      .split(/\bDevelopment total /)[1]
      ?.split(/\bDeployment total /)[0] ?? '';
  return new Map(
    [...own.matchAll(/(?:: |; )([^;:]+?) (<?[\d,.]+ [kmµM]?[tg]) \(([<\d]+ %)\)/g)].map(([, name = '', figure = '', share = '']) => [
      name,
      [figure, share],
    ]),
  );
}

/** The rows of the first table with a column of emissions: first cell, emissions with the unit of the head, share. */
function rowsOf(markdown: string): Figures {
  const tables = plain(markdown)
    .split(/\n\n+/)
    .filter((block) => block.startsWith('|'));
  const cellsOf = (row: string): string[] =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.replaceAll('*', '').trim());
  for (const table of tables) {
    const [head = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    const at = head.findIndex((title) => title.startsWith('Emissions, '));
    const unit = /, ([kmµM]?[tg]) /.exec(head[at] ?? '')?.[1];
    if (at < 0 || unit === undefined) continue;
    const share = head.indexOf('Share');
    const named = head.includes('Component') && head[0] === 'Phase' ? 2 : 1;
    return new Map(rows.map((row) => [row.slice(0, named).join(', '), [`${row[at]} ${unit}`, row[share] ?? '']]));
  }
  return new Map();
}

/** Figures of one thing that differ. Of a part that the unit of a table can't show, the chart says how much it is. */
function different(one: Figures, other: Figures): readonly string[] {
  return [...one].flatMap(([name, [figure, share]]) => {
    const [found, ofFound] = other.get(name) ?? [];
    if (found === undefined || (found === figure && ofFound === share)) return [];
    return found.startsWith('<') && ofFound === share ? [] : [`${name}: ${figure}, ${share} and ${found}, ${ofFound}`];
  });
}

function contradictions(assessment: Assessment): readonly string[] {
  const charts = chartsOf(assessment);
  const [bars, section, report] = [
    barsOf(assessment),
    rowsOf(renderSection(assessment, charts, context)),
    rowsOf(renderReportPage(assessment, charts, context)),
  ];
  // A text that no expression matches would have no figure to compare.
  expect(Math.min(bars.size, report.size)).toBeGreaterThan(0);
  const rest = (figures: Figures, word: string) => [...figures].find(([name]) => new RegExp(`^\\d+ ${word}$`).test(name));
  const [more, others] = [rest(bars, 'more'), rest(section, 'others')];
  const isSame = more !== undefined && others !== undefined && parseInt(more[0], 10) === parseInt(others[0], 10);
  const together = isSame ? different(new Map([['rest', more[1]]]), new Map([['rest', others[1]]])) : [];
  return [...different(bars, section), ...different(bars, report), ...different(section, report), ...together];
}

const phase = (kwh: number, n: number): string =>
  `  - { phase: experiments, name: n${n}, ${grid}, system_boundary: [dynamic], energy: { value: ${kwh} kWh, boundary: facility } }`;
const made = (sizes: readonly number[]): Assessment =>
  assess(parseManifest(`model: M\nphases:\n${sizes.map(phase).join('\n')}`), { samples: 100 });

it('chart, section and report have one figure for one phase, however many are shown as one', () => {
  const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(fc.array(size, { minLength: 2, maxLength: 26 }), (sizes) => {
      expect(contradictions(made(sizes))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('chart, section, report and terminal have one figure for one component of the only phase', () => {
  const [energy, percent] = [fc.integer({ min: 100, max: 5000 }), fc.integer({ min: 1, max: 90 })];
  fc.assert(
    fc.property(energy, percent, percent, (dynamic, host, overhead) => {
      const assessment = assess(
        parseManifest(
          `model: M\n${grid}\nsystem_boundary: [dynamic, host, overhead]\nenergy: { value: ${dynamic} kWh, boundary: accelerator }\nhost_share: ${host} %\npue: ${1 + overhead / 100}\n`,
        ),
        { samples: 100 },
      );
      expect(contradictions(assessment)).toEqual([]);
      const bars = barsOf(assessment);
      const names: Readonly<Record<string, string>> = {
        'computing': 'Computing',
        'the rest of the servers': 'Rest of the servers',
        'cooling and losses': 'Cooling and losses',
      };
      for (const text of summaryOf(assessment).largest) {
        const [, phrase = '', figure = ''] = /^(\D+) (<?[\d,.]+ \S+) CO₂e$/.exec(text.replaceAll('\u00a0', ' ')) ?? [];
        const [shown] = bars.get(names[phrase] ?? '') ?? [];
        if (shown !== undefined && !figure.startsWith('<')) expect(figure, text).toBe(shown);
      }
    }),
    { numRuns: 40 },
  );
});

it.each([
  'twelve-phases',
  'five-phases',
  'bloom',
  'bloom-project',
  'least',
  'olmo-2-7b',
])('of %s are one figure for one thing', async (slug) => {
  const { assessment } = await assessFile(`fixtures/runs/${slug}/carboncard.yaml`);
  expect(contradictions(assessment)).toEqual([]);
});

it('of twelve phases have the figures of the table: base training is 440 or 430 t in both', async () => {
  const { assessment } = await assessFile('fixtures/runs/twelve-phases/carboncard.yaml');
  const charts = chartsOf(assessment);
  const [bar] = barsOf(assessment).get('Training (base)') ?? [];
  expect(bar).toMatch(/^4[34]0 t$/);
  expect(rowsOf(renderSection(assessment, charts, context)).get('Training (base)')?.[0]).toBe(bar);
  expect(rowsOf(renderReportPage(assessment, charts, context)).get('Training (base)')?.[0]).toBe(bar);
});
