import { describe, expect, it } from 'vitest';
import { use as useChart } from '../../../../src/charts/use/use.js';
import { explain } from '../../../../src/explain/explain.js';
import { againstSentence, againstText } from '../../../../src/sections/words/against.js';
import { plain } from '../../../../src/units/format.js';
import { madeOf } from '../../made.js';

const grid = 'grid: { intensity: 100 g/kWh }';
const of = (top: string, served: string, boundary = '[dynamic]') =>
  madeOf(
    `${top}\nphases: [{ phase: training, energy: 10 MWh, ${grid}, system_boundary: ${boundary}, embodied: 90 kg }, { phase: deployment, energy: { value: 10 kWh, low: 9, high: 11 }, ${grid}, system_boundary: [dynamic], ${served} }]`,
  );
const sentence = (...all: Parameters<typeof of>): string => plain(againstSentence(of(...all)) ?? '');

describe('the sentence on use against development', () => {
  it('has the load, the time and its range', () => {
    expect(sentence('use: { requests: 3650 per year }', 'requests: 1')).toMatch(
      /^At 3,650 requests a year, use emits as much as development after \d+ days \(90 % interval \d+–\d+ days\)\.$/,
    );
  });

  it('names what is compared, where that is not all', () => {
    expect(sentence('', 'requests: 1, duration: 1 day', '[dynamic, embodied]')).toMatch(
      /^At this load, use emits as much as development after [\d.]+ years \(.*\), counting computing alone\.$/,
    );
    expect(againstText(of('', 'requests: 1, duration: 1 day', '[dynamic, embodied]'))?.['without']).toBe(
      'making the hardware of development',
    );
  });

  it('says in words what never comes', () => {
    expect(sentence('use: { tokens: 0 per year }', 'tokens: 5')).toBe('The load is 0, so use never emits as much as development.');
    expect(sentence('use: { tokens: 1 per year }', 'tokens: 5')).toBe(
      'At 1 token a year, use would take more than 100 years to emit as much as development.',
    );
    expect(againstText(of('use: { tokens: 1 per year }', 'tokens: 5'))).toMatchObject({ after: undefined, perDay: undefined });
  });

  it('is left out where no load is known', () => {
    expect(sentence('', 'requests: 1')).toBe('');
  });
});

describe('the chart over time', () => {
  it('is drawn for a load of the manifest alone', () => {
    const chart = useChart.content(of('use: { requests: 3650 per year }', 'requests: 1'));
    expect(plain(chart?.title ?? '')).toMatch(/^Use at 3,650 requests a year emits as much as development after \d+ days$/);
    expect(JSON.stringify(chart?.screen)).toContain('"Days of use"');
    expect(JSON.stringify(chart?.spec)).toContain('"breakEvenInterval"');
    expect(useChart.content(of('', 'requests: 1, duration: 1 day'))).toBeUndefined();
    expect(useChart.content(of('use: { requests: 0 per year }', 'requests: 1'))).toBeUndefined();
  });
});

describe('the explanation', () => {
  it('has the arithmetic of the day: 1,000 kg ÷ (1 kg × 10 a day) = 100 days', () => {
    const { use, totals } = explain(of('use: { requests: 3650 per year }', 'requests: 1'), 'use');
    expect(totals).toEqual([]);
    expect(use?.steps.map(({ numbers }) => numbers)).toEqual([
      '1 kg CO₂e × 3,650 requests ÷ 365 = 10 kg CO₂e',
      '1,000 kg CO₂e ÷ 10 kg CO₂e = 100 days',
    ]);
    expect(use?.source?.id).toBe('manifest');
    expect(explain(of('', 'requests: 1, duration: 1 day')).use?.steps).toHaveLength(2);
    expect(explain(of('', 'requests: 1'), 'training').use).toBeUndefined();
  });
});
