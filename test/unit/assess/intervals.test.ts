import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { bases } from '../../../src/assessment/ids.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import type { Quantity } from '../../../src/units/quantity.js';

const made = (text: string): Assessment => assess(parseManifest(`model: M\n${text}`));
const width = ({ low = Number.NaN, high = Number.NaN }: Partial<Quantity> = {}): number => high / low;

const experiment = (name: string, energy: string, site = 'here'): string =>
  `  - { phase: experiments, name: ${name}, site: ${site}, energy: ${energy} }`;
const many = (count: number, energy: (n: number) => string, site?: string): string =>
  Array.from({ length: count }, (_, n) => experiment(`n${n}`, energy(n), site)).join('\n');
/** In no data centre, so that the electricity of the work is all there is. */
const here = (intensity: string) => `sites: { here: { facility: none, grid: { intensity: ${intensity} } } }\nphases:\n`;

describe('an interval', () => {
  it('is on every line and total, whatever was given without a range', () => {
    const a = made('hardware: 8 x A100 80GB\nduration: 3 weeks\nlocation: aws us-west-2\nyear: 2023');
    for (const { emissions, id } of a.lines)
      expect([id, (emissions.low ?? 0) < emissions.value, (emissions.high ?? 0) > emissions.value]).toEqual([id, true, true]);
    expect(a.totals.development?.emissions.low).toBeGreaterThan(0);
    expect(a.totals.development?.energy?.high).toBeGreaterThan(a.totals.development?.energy?.value ?? Infinity);
    expect(a.contributions?.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(a.ranges?.map(({ id }) => id)).toEqual(expect.arrayContaining(['clock', 'grid-zone', 'embodied-footprint']));
  });

  it("of one figure is the figure's own range", () => {
    const { energy } =
      made(`${here('100 g/kWh')}${experiment('one', '{ value: 100 kWh, low: 90, high: 120, boundary: node }')}`).lines[0] ?? {};
    expect(energy?.low).toBeCloseTo(90, 1);
    expect(energy?.high).toBeCloseTo(120, 1);
  });

  it('is not given where nothing can be unsure: nothing was drawn', () => {
    const [line] = made(`${here('100 g/kWh')}${experiment('one', '{ value: 10 kWh, low: 10 kWh, high: 10 kWh, boundary: node }')}`).lines;
    expect(line?.energy).toEqual({ value: 10, unit: 'kWh' });
  });

  it('at equal value and with default ranges a better basis never has the wider one', () => {
    const of = (basis: string) =>
      width(made(`${here('100 g/kWh')}${experiment('one', `{ value: 100 kWh, boundary: node, basis: ${basis} }`)}`).lines[0]?.emissions);
    const widths = bases.map(of);
    for (const [n, own] of widths.entries()) expect(own).toBeLessThanOrEqual((widths[n + 1] ?? Infinity) * (1 + 1e-9));
    const by = (instrument: string) =>
      width(
        made(`${here('100 g/kWh')}${experiment('one', `{ value: 100 kWh, boundary: node, instrument: ${instrument} }`)}`).lines[0]?.energy,
      );
    expect(by('pdu')).toBeLessThan(by('bmc'));
    expect(by('bmc')).toBeLessThan(by('nvidia-smi'));
  });

  it('of a total keeps the full spread of a grid that 50 phases share', () => {
    const a = made(`${here('{ value: 100 g/kWh, low: 80, high: 130 }')}${many(50, () => '{ value: 100 kWh, boundary: node }')}`);
    const { low = 0, high = 0, value = 1 } = a.totals.development?.emissions ?? {};
    expect(low / value).toBeLessThan(0.82);
    expect(high / value).toBeGreaterThan(1.28);
    expect(a.contributions?.[0]).toMatchObject({ input: 'grid intensity' });
    const alike = made(
      `phases:\n${many(50, () => '{ value: 100 kWh, boundary: node }', '{ facility: none, grid: { intensity: { value: 100 g/kWh, low: 80, high: 130 } } }')}`,
    );
    expect(width(alike.totals.development?.emissions)).toBeCloseTo(high / low, 2);
    const ours = made(
      `phases:\n${many(50, () => '{ value: 100 kWh, boundary: node }', 'FR').replaceAll('site: FR', 'year: 2022, facility: none, location: FR')}`,
    );
    expect(width(ours.totals.development?.emissions)).toBeGreaterThan(0.98 * width(ours.phases[0]?.grid?.intensity));
  });

  it('comes from one unknown in several figures without the value of one of them', () => {
    const figures = many(3, (n) => `{ value: ${100 + n} kWh, boundary: node, basis: modelled }`);
    const [first] = made(`${here('100 g/kWh')}${figures}`).contributions ?? [];
    expect(first).toMatchObject({ input: 'energy', basis: 'modelled', range: 'modelled' });
    expect([first?.value, first?.path, first?.low]).toEqual([undefined, undefined, undefined]);
    expect(first?.phases).toHaveLength(3);
    const alike = made(`${here('100 g/kWh')}${many(3, () => '{ value: 100 kWh, boundary: node, basis: modelled }')}`);
    expect(alike.contributions?.[0]).toMatchObject({ input: 'energy', value: 100 });
  });

  it('of a host at its least power is that of an assumption: 0.2 × 700 W × 8 × 24 h = 26.88 kWh, ×/÷ 1.5', () => {
    const a = made(
      'phases:\n  - { phase: deployment, hardware: 8 x H100 SXM, duration: 24 h, energy: { value: 10 kWh, boundary: accelerator }, site: { pue: { value: 1.1, low: 1.1, high: 1.1 }, grid: { intensity: 100 g/kWh } } }',
    );
    const host = a.lines.find(({ component }) => component === 'host');
    expect(host?.energy?.value).toBeCloseTo(26.88, 9);
    expect((host?.energy?.high ?? 0) / (host?.energy?.low ?? 1)).toBeGreaterThan(2);
    expect(a.contributions?.map(({ input }) => input)).toContain('least host share');
  });

  it('of 50 phases ×/÷ 3 holds the value', () => {
    const wide = made(`${here('100 g/kWh')}${many(50, () => '{ value: 90 kWh, low: 30, high: 270, boundary: node }')}`).totals.development;
    expect(wide?.energy?.low).toBeLessThanOrEqual(4500);
    expect(wide?.energy?.high).toBeGreaterThanOrEqual(4500);
    expect(wide?.emissions.low).toBeLessThanOrEqual(450);
  });

  it('of a line is not moved by a phase that is added, in front or behind', () => {
    const own = many(4, (n) => `{ value: ${100 + n} kWh, boundary: node }`);
    const lines = (text: string) =>
      made(`${here('100 g/kWh')}${text}`).lines.map(({ id, emissions, energy }) => ({ id, emissions, energy }));
    const before = lines(own);
    const added = experiment('added', '{ value: 77 kWh, boundary: node, basis: assumed }');
    for (const text of [`${added}\n${own}`, `${own}\n${added}`])
      expect(lines(text).filter(({ id }) => !id.includes('added'))).toEqual(before);
  });

  it('of one factor in two years is as wide as each year is sure, in whatever order they are asked for', () => {
    const phase = (name: string, year: number) =>
      `  - { phase: experiments, name: ${name}, year: ${year}, location: MN, energy: { value: 100 kWh, boundary: node } }`;
    const widths = (text: string) =>
      Object.fromEntries(
        made(`phases:\n${text}`).lines.flatMap(({ id, emissions, component }) => (component === 'dynamic' ? [[id, width(emissions)]] : [])),
      );
    const [a, b] = [widths(`${phase('near', 2012)}\n${phase('far', 2010)}`), widths(`${phase('far', 2010)}\n${phase('near', 2012)}`)];
    expect(a).toEqual(b);
    expect(a['experiments.far.dynamic']).toBeGreaterThan(a['experiments.near.dynamic'] ?? Infinity);
  });
});

describe('laws', () => {
  it('low ≤ value ≤ high everywhere, lines sum to totals, the same input gives the same interval', () => {
    const phase = fc.record({
      kwh: fc.double({ min: 1e-3, max: 1e7, noNaN: true }),
      pue: fc.double({ min: 1, max: 2, noNaN: true }),
      grid: fc.double({ min: 1, max: 1000, noNaN: true }),
      basis: fc.constantFrom('measured', 'modelled', 'declared', 'assumed', 'inferred'),
    });
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 4 }), (phases) => {
        const text = `phases:\n${phases
          .map(
            ({ kwh, pue, grid, basis }, n) =>
              `  - { phase: training, name: p${n}, site: { pue: ${pue}, grid: { intensity: ${grid} g/kWh } }, energy: { value: ${kwh} kWh, boundary: node, basis: ${basis} } }`,
          )
          .join('\n')}`;
        const a = made(text);
        const quantities = [
          ...a.lines.flatMap(({ emissions, energy }) => [emissions, energy]),
          a.totals.development?.emissions,
          a.totals.development?.energy,
        ];
        for (const q of quantities) {
          expect(q?.low ?? q?.value).toBeLessThanOrEqual(q?.value ?? Number.NaN);
          expect(q?.high ?? q?.value).toBeGreaterThanOrEqual(q?.value ?? Number.NaN);
        }
        expect(a.lines.reduce((sum, line) => sum + line.emissions.value, 0)).toBe(a.totals.development?.emissions.value);
        expect(JSON.stringify(made(text))).toBe(JSON.stringify(a));
      }),
      { numRuns: 15 },
    );
  });
});
