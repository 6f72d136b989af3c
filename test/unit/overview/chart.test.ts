import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emissionScale } from '../../../src/charts/emission-scale.js';
import { axisFor } from '../../../src/overview/axis.js';
import { overviewChart } from '../../../src/overview/chart.js';
import { measured, named, overview, published, sized } from './made-rows.js';

type Values = readonly Readonly<Record<string, unknown>>[];
interface Spec {
  readonly layer: readonly {
    readonly data: { readonly name: string; readonly values: Values };
    readonly mark: { readonly strokeWidth?: number };
  }[];
}
const layerOf = (spec: unknown, name: string) => (spec as Spec).layer.find(({ data }) => data.name === name);
const valuesOf = (spec: unknown, name: string): Values => layerOf(spec, name)?.data.values ?? [];

const long = `${'A name of many words that goes on and on '.repeat(8)}end`;
const chart = overviewChart(
  overview(sized(named(long, measured), 1e7), sized(named('大模型', measured), 1e-6), sized(named('Evil\u202etxt', published), 30_000)),
);

describe.each(['spec', 'screen'] as const)('the chart of many models (%s)', (sheet) => {
  it('has each letter in a place of its own, whatever the length of the name', () => {
    const letters = valuesOf(chart?.[sheet], 'strong');
    expect(letters.map(({ text }) => text)).toEqual([['A'], ['B'], ['A']]);
    expect(letters.every(({ x }) => x === 0)).toBe(true);
    const names = valuesOf(chart?.[sheet], 'plain') as readonly { readonly text: readonly string[]; readonly x: number }[];
    expect(Math.max(...names.map(({ text }) => text.length))).toBeLessThanOrEqual(4);
    expect(names.every(({ x }) => x > 8)).toBe(true);
  });

  it('labels the first, the middle and the last tick, each with its unit', () => {
    const ticks = valuesOf(chart?.[sheet], 'ticks').map(({ x }) => x);
    const labels = valuesOf(chart?.[sheet], 'labels');
    const shown = labels.map(({ x }) => x);
    expect(shown).toEqual(expect.arrayContaining([ticks[0], ticks[(ticks.length - 1) / 2], ticks.at(-1)]));
    for (const { label } of labels) expect(label).toMatch(/^[\d,.]+\u202f(µg|mg|g|kg|t|kt|Mt)$/);
  });

  it('shows the interval beside the line of the total', () => {
    const thick = layerOf(chart?.[sheet], 'totals')?.mark.strokeWidth ?? 0;
    const thin = layerOf(chart?.[sheet], 'lines')?.mark.strokeWidth ?? 0;
    expect(thick).toBeGreaterThan(thin);
    for (const { from, x, to } of valuesOf(chart?.[sheet], 'totals')) {
      expect(Number(from)).toBeLessThan(Number(x));
      expect(Number(x)).toBeLessThan(Number(to));
    }
  });

  it('has no direction that goes on after a name', () => {
    expect(JSON.stringify(chart?.[sheet])).not.toContain('\u202e');
  });
});

describe('the axis', () => {
  it('has round ends and a middle on any range of sizes, and holds every total', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 1.6, max: 15, noNaN: true }), (power, span) => {
        const rows = [10 ** power, 10 ** (power + span)].map((value) => ({ value, low: value * 0.5, high: value * 2 }));
        const { kind, ticks, of } = axisFor(rows, emissionScale(rows[1]?.value ?? 1));
        expect(kind).toBe('log');
        expect(ticks.length % 2).toBe(1);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 1]);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        for (const { low, high } of rows) {
          expect(of(low)).toBeGreaterThanOrEqual(0);
          expect(of(high)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('is from zero in one unit where totals are of one size', () => {
    const rows = [2000, 9000].map((value) => ({ value, low: value, high: value }));
    const { kind, ticks } = axisFor(rows, emissionScale(9000));
    expect(kind).toBe('linear');
    expect(ticks.map(({ label }) => label)).toEqual(expect.arrayContaining(['0', '10\u202ft']));
  });
});

it('has no chart for one model', () => {
  expect(overviewChart(overview(named('a', measured)))).toBeUndefined();
});
