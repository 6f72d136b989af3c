import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bases } from '../../../src/assessment/ids.js';
import { defaultRanges, rangeIds, rangeOf } from '../../../src/factors/ranges.js';
import { instruments } from '../../../src/manifest/instruments.js';
import { clockRange, defaultRange, rangeAfterSteps, rangeByEvidence } from '../../../src/resolve/ranges.js';
import { grid, made } from '../made.js';

/** The input of hours or of a time, in a run whose energy they make. */
const hoursIn = (hours: string) =>
  made(`{ phase: training, site: { ${grid} }, power: 400 W, ${hours} }`)
    .lines.flatMap(({ inputs }) => inputs)
    .find(({ name }) => name === 'accelerator-hours' || name === 'duration');
const ratio = ({ low, high }: { low?: number | undefined; high?: number | undefined }): number =>
  (high ?? Number.NaN) / (low ?? Number.NaN);

describe('default ranges', () => {
  it('each row says what it is for, how wide, on what it rests', () => {
    expect(defaultRanges.map(({ id }) => id)).toEqual([...rangeIds]);
    for (const { title, note, spread, source } of defaultRanges) {
      expect(title.length * note.length).toBeGreaterThan(0);
      expect(source.licence).not.toBe('');
      if (spread.kind === 'share') expect(spread.share).toBeGreaterThan(0);
      if (spread.kind === 'times') expect(spread.k).toBeGreaterThan(1);
    }
  });

  it('a better basis never has the wider range, a better instrument neither', () => {
    const width = (basis: (typeof bases)[number]) => ratio(defaultRange(100, rangeByEvidence(basis, undefined), {}));
    const widths = bases.map(width);
    for (const [n, own] of widths.entries()) expect(own).toBeLessThanOrEqual(widths[n + 1] ?? Infinity);
    for (const instrument of instruments)
      expect(ratio(defaultRange(100, rangeByEvidence('measured', instrument), {}))).toBeLessThanOrEqual(width('measured'));
    expect(ratio(defaultRange(1, 'meter', {}))).toBeLessThan(ratio(defaultRange(1, 'node-sensor', {})));
    expect(ratio(defaultRange(1, 'node-sensor', {}))).toBeLessThan(ratio(defaultRange(1, 'gpu-sensor', {})));
  });

  it('hold the value, and stay inside physical bounds', () => {
    const bounds = fc.record({ value: fc.double({ min: 0, max: 1e12, noNaN: true }), id: fc.constantFrom(...rangeIds) });
    fc.assert(
      fc.property(bounds, ({ value, id }) => {
        const { low = value, high = value } = defaultRange(value, id, {});
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(defaultRange(0.95, 'declared', { max: 1 }).high).toBe(1);
    expect(defaultRange(1.2, 'declared', { min: 1, above: 1 })).toMatchObject({ low: 1 + 0.2 * 0.9 - 0, above: 1 });
    expect(defaultRange(1.1, 'pue-world', { min: 1, above: 1 }).low).toBeGreaterThan(1);
  });

  it('at equal value a better basis never has the larger high ÷ low, also at a physical bound', () => {
    const values = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, (value) => {
        const widths = bases.map((basis) => ratio(defaultRange(value, rangeByEvidence(basis, undefined), { max: 1 })));
        for (const [n, own] of widths.entries()) expect(own).toBeLessThanOrEqual((widths[n + 1] ?? Infinity) * (1 + 1e-12));
      }),
    );
    const measured = ratio(defaultRange(400, 'measured', {}));
    expect(ratio(defaultRange(1, 'assumed', { max: 1 }))).toBeCloseTo(1.5 ** 2, 5);
    expect(ratio(defaultRange(1, 'declared', { max: 1 }))).toBeCloseTo(measured, 12);
    expect(defaultRange(1, 'assumed', { max: 1 })).toMatchObject({ centre: undefined });
  });

  it('keep high ÷ low whatever the bound, and their ends inside it', () => {
    const at = fc.record({
      value: fc.double({ min: 0.01, max: 1, noNaN: true }),
      id: fc.constantFrom(...rangeIds.slice(1).filter((id) => id !== 'clock')),
    });
    fc.assert(
      fc.property(at, ({ value, id }) => {
        const [free, bound] = [defaultRange(value, id, {}), defaultRange(value, id, { max: 1 })];
        expect(ratio(bound)).toBeGreaterThanOrEqual(ratio(free) * (1 - 1e-12));
        expect(bound.high).toBeLessThanOrEqual(1);
        expect(bound.low).toBeGreaterThan(0);
      }),
    );
  });

  it('no default is more certain than a declared figure', () => {
    const declared = ratio(defaultRange(100, 'declared', {}));
    const evidence = ['definition', 'meter', 'node-sensor', 'gpu-sensor', 'measured', 'clock'];
    for (const id of rangeIds.filter((known) => !evidence.includes(known)))
      expect(ratio(defaultRange(100, id, {})), id).toBeGreaterThanOrEqual(declared * (1 - 1e-12));
  });

  it('×/÷ 3 is a lognormal of mean 1: 3 ÷ 1.25 above, 1 ÷ 3 ÷ 1.25 below', () => {
    const sigma = Math.log(3) / 1.6448536269514722;
    const { low, high, centre } = defaultRange(1, 'embodied-estimate', {});
    expect(rangeOf('embodied-estimate').spread).toEqual({ kind: 'times', k: 3 });
    expect(high).toBeCloseTo(3 / Math.exp(sigma ** 2 / 2), 6);
    expect(low).toBeCloseTo(1 / 3 / Math.exp(sigma ** 2 / 2), 6);
    expect(centre).toBe('mean');
  });

  it.each([
    ['accelerator_hours: 1082990', '±1 %', 0.01],
    ['accelerator_hours: 150000', '±3.3 %', 5000 / 150_000],
    ['accelerator_hours: 100000', 'a leading 1 alone, at most ±10 %', 0.1],
    ['accelerator_hours: 123.4', '±1 % at least', 0.01],
    ['accelerators: 8, duration: 10 days', '±5 %', 0.05],
    ['accelerators: 8, duration: 3 weeks', '±10 % at most', 0.1],
    ['accelerators: 8, duration: 118 d 5 h 41 min', 'its smallest term', 0.01],
    ['accelerators: 8, duration: 72.5 h', '±1 % at least', 0.01],
  ])('hours and times by their digits: %s, %s', (hours, _, share) => {
    const { value = 0, low, high } = hoursIn(hours) ?? {};
    expect([low, high]).toEqual([expect.closeTo(value * (1 - share), 6), expect.closeTo(value * (1 + share), 6)]);
  });

  it('a reserved year is exact, and a range that is given is kept', () => {
    expect(hoursIn('accelerators: 8, duration: 1 year')).toMatchObject({ value: 8760, exact: true });
    expect(hoursIn('accelerators: 8, duration: 365 days')).toMatchObject({ value: 8760, exact: true });
    expect(hoursIn('accelerator_hours: { value: 100, low: 95, high: 102 }')).toMatchObject({ low: 95, high: 102 });
    expect(hoursIn('accelerator_hours: { value: 100, basis: assumed }')).toMatchObject({ range: 'assumed' });
  });

  it('what a log recorded is as sure as a clock: ±1 %', () => {
    expect(clockRange(72.5, undefined)).toEqual({ low: 72.5 * 0.99, high: 72.5 * 1.01, range: 'clock' });
    expect(clockRange(0, 1)).toEqual({ exact: true });
  });

  it('a modelled figure is ×/÷ 1.5, as an assumed one', () => {
    for (const id of ['modelled', 'assumed'] as const) expect(rangeOf(id).spread).toEqual({ kind: 'times', k: 1.5 });
  });

  it('all figures of one model are one unknown: two phases are as wide as one of twice the size', () => {
    const phase = (kwh: number, cite = 'a model') =>
      `{ phase: experiments, name: n${kwh}, site: { facility: none, grid: { intensity: { value: 100 g/kWh, low: 100, high: 100 } } }, energy: { value: ${kwh} kWh, boundary: node, basis: modelled, cite: ${cite} } }`;
    const energyOf = (...phases: readonly string[]) => made(...phases).totals.development?.energy;
    const [both, twice] = [energyOf(phase(100), phase(101)), energyOf(phase(201))];
    expect(both?.low).toBeCloseTo(twice?.low ?? 0, 6);
    expect(both?.high).toBeCloseTo(twice?.high ?? 0, 6);
    const apart = energyOf(phase(100), phase(101, 'another'));
    expect((apart?.high ?? 0) / (apart?.low ?? 1)).toBeLessThan((twice?.high ?? 0) / (twice?.low ?? 1));
  });

  it('a rating or a convention has none', () => {
    expect(defaultRange(400, 'definition', {})).toEqual({ exact: true });
  });

  it('a figure of another year or another basis is less sure, never more', () => {
    const own = ratio(defaultRange(100, 'grid-zone', {}));
    for (const step of ['nearest-year', 'other-basis'])
      expect(ratio(defaultRange(100, rangeAfterSteps('grid-zone', [step]), {}))).toBeGreaterThan(own);
    expect(rangeAfterSteps('grid-zone', ['variant-taken'])).toBe('grid-zone');
    // A figure has one range for what it measures, however it was reached.
    expect(rangeAfterSteps('grid-wide-zones', ['coarser-place', 'nearest-year'])).toBe('grid-wide-zones');
    expect(rangeAfterSteps('grid-zone', ['nearest-year', 'other-basis'])).toBe('grid-other-basis');
  });
});
