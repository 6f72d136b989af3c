import { describe, expect, it } from 'vitest';
import { factRows, factText, withFacts } from '../../../src/charts/facts.js';
import { chartsOf } from '../../../src/charts/index.js';
import * as cases from './assessments.js';

const { assessmentOf: _, ...assessments } = cases;
const all = Object.entries(assessments).flatMap(([name, assessment]) => chartsOf(assessment).map((chart) => ({ name, chart })));

interface Part {
  readonly data?: { readonly name?: string; readonly values: readonly Readonly<Record<string, unknown>>[] };
  readonly mark?: unknown;
  readonly layer?: readonly Part[];
}

const partsOf = (part: Part): readonly Part[] => [part, ...(part.layer ?? []).flatMap(partsOf)];

describe.each(all)('$chart.id of $name', ({ chart }) => {
  const facts = chart.facts ?? {};

  it.each([
    ['print', chart.spec],
    ['screen', chart.screen],
  ] as const)('has a fact for each row that a mark is drawn from: %s', (_sheet, spec) => {
    const parts = partsOf(spec as unknown as Part).filter(({ mark }) => mark !== undefined);
    for (const [name, own] of Object.entries(facts)) {
      const drawn = parts.find(({ data }) => data?.name === name);
      // A line has one fact for all its points.
      expect(own.length === 1 || own.length === drawn?.data?.values.length, name).toBe(true);
    }
    const shown = partsOf(withFacts(spec, facts) as unknown as Part).flatMap(
      ({ data }) => data?.values.flatMap(({ fact }) => fact ?? []) ?? [],
    );
    for (const fact of Object.values(facts).flat()) expect(shown).toContain(factText(fact));
  });

  it('leaves what is drawn as it is', () => {
    const drawn = (spec: object): unknown =>
      JSON.parse(JSON.stringify(spec, (key, value) => (['fact', 'aria', 'description'].includes(key) ? undefined : value)));
    expect(drawn(withFacts(chart.spec, facts))).toEqual(drawn(chart.spec));
  });
});

it('names a bar once, before its parts', () => {
  const bar = { name: 'Training', value: '7.6 t' };
  const rows = factRows({
    bars: [
      { name: 'computing', value: '4 t', within: bar },
      { name: 'making the hardware', value: '3.6 t', within: bar },
      { name: 'Tests', value: '1 t' },
    ],
  });
  expect(rows.map(({ name, isPart }) => `${isPart ? '- ' : ''}${name}`)).toEqual([
    'Training',
    '- computing',
    '- making the hardware',
    'Tests',
  ]);
  expect(factText({ name: 'computing', value: '4 t', within: bar })).toBe('Training, computing: 4 t. Training: 7.6 t');
});

it('has the figures of the assessment: a line with its interval and its share', () => {
  const [first] = chartsOf(cases.bloom)[0]?.facts?.['bars'] ?? [];
  expect(first?.name).toMatch(/computing|Computing/);
  expect(first?.value).toContain('24.7\u202ft CO₂e');
});

it.each(all.filter(({ chart }) => chart.id === 'breakdown'))('has the figures of the labels of $name', ({ chart }) => {
  const labels = partsOf(chart.spec as unknown as Part).flatMap(({ data }) => data?.values.flatMap(({ label }) => label ?? []) ?? []);
  const figures = labels.filter((label): label is string => typeof label === 'string').map((label) => label.split(' · ')[0]);
  const bars = factRows(chart.facts ?? {}).filter(({ isPart }) => !isPart);
  expect(bars.length).toBeGreaterThan(0);
  for (const { value } of bars) expect(figures).toContain(value.split(' CO₂e')[0]);
});

it('has a figure as its label rounds it, and an interval in words where its unit is another', () => {
  const values = (assessment: typeof cases.bloom) =>
    factRows(chartsOf(assessment).find(({ id }) => id === 'breakdown')?.facts ?? {}).map(({ value }) => value);
  expect(values(cases.bloom)[3]).toBe('4.3\u202ft CO₂e; 9\u202f% of development');
  expect(values(cases.intervals)[0]).toBe('28\u202ft CO₂e, 90\u202f% interval 20–37; 71\u202f% of development');
  expect(values(cases.intervals).at(-1)).toBe('1\u202ft CO₂e, 90\u202f% interval 580–1,100\u202fkg; 2\u202f% of development');
});
