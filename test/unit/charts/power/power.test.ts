import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment, PhaseFacts } from '../../../../src/assessment/assessment.js';
import type { PowerRecord } from '../../../../src/assessment/recorded/power.js';
import type { Chart } from '../../../../src/charts/chart.js';
import { power } from '../../../../src/charts/power/power.js';
import { plain } from '../../../../src/units/format.js';
import { quantity } from '../../../../src/units/quantity.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { expectGolden } from '../../../golden-file.js';
import { bloom, single } from '../assessments.js';

const chart: Chart = power;

let recorded: Assessment;
beforeAll(async () => {
  ({ assessment: recorded } = await assessFile('fixtures/runs/hour-by-hour/carboncard.yaml'));
}, 30_000);

/** A record of two hours in steps of half an hour. */
const record: PowerRecord = {
  start: '2024-03-11T09:00:00Z',
  end: '2024-03-11T11:00:00Z',
  devices: 8,
  boundary: 'accelerator',
  deviceHours: quantity(16, 'h'),
  coverage: 0.75,
  mean: quantity(4000, 'W'),
  peak: quantity(5600, 'W'),
  series: {
    start: '2024-03-11T09:00:00Z',
    step: quantity(1800, 's'),
    unit: 'W',
    mean: [4000, null, 3000, 5000],
    peak: [4400, null, 5600, 5100],
  },
};

/** Phases with records, in an assessment that has nothing else to show. */
function withRecords(records: readonly (PowerRecord | undefined)[], titles: readonly string[] = []): Assessment {
  const [phase] = single.phases;
  const phases = records.map(
    (powerRecord, n): PhaseFacts => ({
      ...(phase as PhaseFacts),
      title: titles[n] ?? `Training (${n + 1})`,
      name: `${n + 1}`,
      powerRecord,
    }),
  );
  return { ...single, phases };
}

type Row = { readonly segment: number; readonly x: number; readonly y: number };

/** The rows of a named part of a spec. */
function rowsOf(assessment: Assessment, name: string, layout: 'spec' | 'screen' = 'spec'): readonly Row[] {
  const { layer } = chart.content(assessment)?.[layout] as unknown as {
    layer: readonly { data: { name: string; values: readonly Row[] } }[];
  };
  return layer.find(({ data }) => data.name === name)?.data.values ?? [];
}

describe('the chart of power over time', () => {
  it('states its finding in the title, and the figures in the alt text', () => {
    const content = chart.content(recorded);
    expect(plain(content?.title ?? '')).toBe('The 4 GPUs took 2.28 kW on average');
    expect(content?.alt).toBe(
      'The 4 GPUs took 2.28 kW on average. Mean 2.28 kW, highest 2.57 kW, 2024-03-11 09:20 to 2024-03-14 21:20 UTC, 96.4 % of the device-hours recorded.',
    );
    expect(content?.longAlt).toContain('Power was recorded for 96.4 % of the device-hours; where nothing was recorded the chart is empty.');
  });

  it.each([
    [{ ...record, peak: quantity(9000, 'W') }, 'The 8 accelerators took 4.00 kW on average, less than half of the highest 9.00 kW'],
    [record, 'The 8 accelerators took 4.00 kW on average, and 5.60 kW at most'],
    [
      // Two devices one after the other: neither has half of the mean.
      {
        ...record,
        devices: 2,
        deviceHours: quantity(4, 'h'),
        coverage: 0.5,
        mean: quantity(300, 'W'),
        peak: quantity(300, 'W'),
        series: { ...record.series, mean: [300, 300, 300, 300], peak: [300, 300, 300, 300] },
      },
      'The 2 accelerators took 300 W on average',
    ],
    [{ ...record, peak: undefined }, 'The 8 accelerators took 4.00 kW on average'],
    [{ ...record, devices: 1, boundary: 'node' as const, peak: quantity(4100, 'W') }, 'The machine took 4.00 kW on average'],
  ])('says how far the highest power is above the mean', (own, title) => {
    expect(plain(chart.content(withRecords([own]))?.title ?? '')).toBe(title);
  });

  it('is left out where nothing was recorded', () => {
    expect(chart.content(bloom)).toBeUndefined();
    const empty = { ...record, series: { ...record.series, mean: [null, null], peak: [null, null] } };
    expect(chart.content(withRecords([empty]))).toBeUndefined();
  });

  it('leaves gaps empty: no line leads from one side to the other', () => {
    const rows = rowsOf(withRecords([record]), 'mean0');
    expect(new Set(rows.map(({ segment }) => segment))).toEqual(new Set([0, 1]));
    const [before, after] = [0, 1].map((segment) => rows.filter((row) => row.segment === segment).map(({ x }) => x));
    // Of four steps the second is empty: a quarter of the width.
    const width = Math.max(...(after ?? [])) - Math.min(...(before ?? []));
    expect((Math.min(...(after ?? [])) - Math.max(...(before ?? []))) / width).toBeCloseTo(0.25, 2);
  });

  it('shows the highest power, whatever the number of steps', () => {
    // Upwards is less in px.
    const [mean, peak] = ['mean0', 'peak0'].map((name) => rowsOf(withRecords([record]), name).map(({ y }) => y));
    expect(Math.min(...(peak ?? []))).toBeLessThan(Math.min(...(mean ?? [])));
  });

  it('has a panel for each phase, at most four, those of the most energy', () => {
    const assessment = withRecords(Array.from({ length: 12 }, (_, n) => ({ ...record, mean: quantity(1000 + n, 'W') })));
    const content = chart.content(assessment);
    expect(content?.title).toBe('Power over the time of the phases');
    const text = JSON.stringify(content?.spec);
    expect(['Training (8)', 'Training (9)', 'Training (12)'].map((name) => text.includes(name))).toEqual([false, true, true]);
    expect(content?.longAlt).toContain('8 more phases have less energy.');
    expect(content?.alt.length).toBeLessThanOrEqual(250);
  });

  it('has names as text, however long', () => {
    const name = `<script>alert(1)</script> 中文 ${'a name of many words '.repeat(3)}`;
    for (const layout of ['spec', 'screen'] as const) {
      const text = JSON.stringify(chart.content(withRecords([record, record], [name, 'Other']))?.[layout]);
      expect(text).toContain('中文');
    }
  });

  it.each(['spec', 'screen'] as const)('is the golden: %s', (layout) => {
    const end = layout === 'spec' ? 'vl.json' : 'screen.vl.json';
    expectGolden(
      `test/unit/charts/power/goldens/gap.${end}`,
      `${JSON.stringify(chart.content(withRecords([record]))?.[layout], null, 2)}\n`,
    );
  });
});
