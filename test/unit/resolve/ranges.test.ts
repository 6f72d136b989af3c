import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bases } from '../../../src/assessment/ids.js';
import { defaultRanges, rangeIds, rangeOf } from '../../../src/factors/ranges.js';
import { instruments } from '../../../src/manifest/instruments.js';
import { defaultRange, rangeAfterSteps, rangeByEvidence } from '../../../src/resolve/ranges.js';

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

  it('a rating or a convention has none', () => {
    expect(defaultRange(400, 'definition', {})).toEqual({ exact: true });
  });

  it('a figure of another year or a coarser place is less sure, never more', () => {
    const own = ratio(defaultRange(100, 'grid-zone', {}));
    for (const step of ['nearest-year', 'coarser-place'])
      expect(ratio(defaultRange(100, rangeAfterSteps('grid-zone', [step]), {}))).toBeGreaterThan(own);
    // A country's figure is as sure as a zone's: it has one range for what it measures, however it was reached.
    expect(ratio(defaultRange(100, rangeAfterSteps('grid-zone', ['other-basis']), {}))).toBe(own);
    expect(rangeAfterSteps('grid-zone', ['variant-taken'])).toBe('grid-zone');
    expect(rangeAfterSteps('grid-zone', ['nearest-year', 'coarser-place'])).toBe('grid-coarser-place');
  });
});
