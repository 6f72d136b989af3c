import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const grid = 'grid: { intensity: 100 g/kWh }';
const made = (phases: string, rest = ''): Assessment => assess(parseManifest(`model: M\n${rest}\nphases:\n${phases}`));
const line = (assessment: Assessment, id: string) => assessment.lines.find((l) => l.id === id);
const state = (assessment: Assessment, component: string) => assessment.states.find((s) => s.component === component);
const ids = (assessment: Assessment) => assessment.diagnostics.map(({ id }) => id);
const faults = (make: () => unknown): readonly string[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
    throw error;
  }
  return [];
};

describe('energy and its boundary', () => {
  it('facility energy with a PUE splits: 120 kWh at 1.2 is 100 + 20', () => {
    const a = made(`  - { phase: training, site: { pue: 1.2, ${grid} }, energy: { value: 120 kWh, boundary: facility } }`);
    expect(line(a, 'training.dynamic')?.energy?.value).toBeCloseTo(100, 9);
    expect(line(a, 'training.overhead')?.energy?.value).toBeCloseTo(20, 9);
    expect(a.totals.development?.energy?.value).toBeCloseTo(120, 9);
  });

  it('facility energy without a PUE is one line, overhead included', () => {
    const a = made(`  - { phase: training, site: { ${grid} }, energy: { value: 120 kWh, boundary: facility } }`);
    expect(a.lines.map(({ id }) => id)).toEqual(['training.dynamic']);
    expect(state(a, 'overhead')).toMatchObject({ state: 'included', in: 'training.dynamic' });
    expect(state(a, 'idle')).toMatchObject({ state: 'included' });
  });

  it('PUE on node energy: (1.5 − 1) × 100 kWh = 50 kWh', () => {
    const a = made(`  - { phase: training, site: { pue: 1.5, ${grid} }, energy: { value: 100 kWh, boundary: node } }`);
    expect(line(a, 'training.overhead')?.energy?.value).toBeCloseTo(50, 9);
    expect(ids(a)).not.toContain('pue-on-accelerators');
  });

  it('PUE on accelerator energy cools the rest of the nodes too: 100 + 40 + 0.5 × 140 = 210 kWh', () => {
    const a = made(`  - { phase: training, site: { pue: 1.5, ${grid} }, energy: { value: 100 kWh, boundary: accelerator } }`);
    expect(ids(a)).not.toContain('pue-on-accelerators');
    expect(line(a, 'training.host')?.energy?.value).toBeCloseTo(40, 9);
    expect(a.totals.development?.energy?.value).toBeCloseTo(210, 9);
  });

  it('PUE on accelerator energy alone is said to be a lower bound: 100 + 0.5 × 100 = 150 kWh', () => {
    const boundary = 'system_boundary: [dynamic, overhead]';
    const a = made(`  - { phase: training, site: { pue: 1.5, ${grid} }, energy: { value: 100 kWh, boundary: accelerator }, ${boundary} }`);
    expect(ids(a)).toContain('pue-on-accelerators');
    expect(a.totals.development?.energy?.value).toBeCloseTo(150, 9);
  });

  it('an unstated boundary is asked about', () => {
    const a = made(`  - { phase: training, site: { ${grid} }, energy: 100 kWh }`);
    expect(a.diagnostics).toContainEqual(
      expect.objectContaining({ id: 'boundary-unstated', severity: 'warning', path: 'phases[0].energy' }),
    );
    expect(line(a, 'training.dynamic')?.boundary).toBe('unstated');
  });

  it('a declared power takes no load: 10 h × 380 W = 3.8 kWh', () => {
    const a = made(
      `  - { phase: training, site: { ${grid} }, hardware: { accelerator: A100 SXM 80GB, power: 380 W }, accelerator_hours: 10 }`,
    );
    expect(line(a, 'training.dynamic')?.energy?.value).toBe(3.8);
    expect(line(a, 'training.dynamic')?.basis).toBe('declared');
    expect(ids(a)).not.toContain('default-load');
  });

  it('a default power takes load, host and PUE, all reported: 10 h × 400 W × 0.75 × 1.5 × 1.2 = 5.4 kWh', () => {
    const a = made(`  - { phase: training, site: { ${grid} }, hardware: { accelerator: A100 SXM4 80GB }, accelerator_hours: 10 }`);
    expect(line(a, 'training.dynamic')?.energy?.value).toBeCloseTo(3, 9);
    expect(a.totals.development?.energy?.value).toBeCloseTo(5.4, 9);
    expect(ids(a)).toEqual(expect.arrayContaining(['rated-power', 'default-load', 'default-host', 'default-pue']));
    expect(line(a, 'training.dynamic')?.basis).toBe('assumed');
  });

  it('power of a site is scaled to what the phase uses: 64 kW for 384 is 1,333 W for 8', () => {
    const a = made(
      `  - { phase: training, accelerators: 8, accelerator_hours: 80, energy: { value: 1 kWh, boundary: accelerator } }`,
      `sites: { here: { idle: { value: 64 kW, for: 384 accelerators }, overhead: { value: 27 kW, for: 384 accelerators }, ${grid} } }`,
    );
    expect(line(a, 'training.idle')?.energy?.value).toBeCloseTo((64 * 8 * 10) / 384, 9);
    expect(line(a, 'training.overhead')?.energy?.value).toBeCloseTo((27 * 8 * 10) / 384, 9);
  });

  it('machines held idle: 60 W × (200 h − 100 h) = 6 kWh', () => {
    const a = made(
      `  - { phase: training, site: { ${grid} }, power: 400 W, accelerator_hours: 100, reserved_hours: 200, idle_power: 60 W }`,
    );
    expect(line(a, 'training.idle')?.energy?.value).toBeCloseTo(6, 9);
  });

  it('fewer reserved than busy hours are refused, however the busy ones are given', () => {
    const idle = 'reserved_hours: 100, idle_power: 100 W, power: 300 W';
    expect(faults(() => made(`  - { phase: training, site: { ${grid} }, accelerators: 8, duration: 100 h, ${idle} }`))).toEqual([
      'reserved-below-busy',
    ]);
  });

  it('machines held beside a facility meter are cooled too: 20 + 0.2 × 10 = 22 kWh', () => {
    const a = made(
      `  - { phase: training, site: { pue: 1.2, ${grid} }, energy: { value: 120 kWh, boundary: facility }, accelerator_hours: 10, reserved_hours: 110, idle_power: 100 W }`,
    );
    expect(line(a, 'training.overhead')?.energy?.value).toBeCloseTo(22, 9);
  });

  it('wall-clock time never stands in for run hours', () => {
    const text = `  - { phase: training, site: { ${grid} }, power: 400 W, accelerator_hours: 800, duration: 150 h, idle: 10 kW }`;
    expect(faults(() => made(text))).toEqual(['accelerators-missing']);
  });

  it('a shared phase counts its share, in every line', () => {
    const of = (share: string) =>
      made(`  - { phase: data, site: { pue: 1.2, ${grid} }, energy: { value: 100 kWh, boundary: node }, embodied: 10 kg${share} }`).totals
        .development?.emissions.value ?? 0;
    expect(of(', share: { value: 25 %, key: GPU-hours }')).toBeCloseTo(of('') / 4, 9);
  });
});

describe('embodied', () => {
  const hardware = (more: string) =>
    `hardware: { accelerator: A100 SXM4 80GB, per_node: 8, power: 400 W, embodied: { accelerator: 150 kg, server: 2500 kg, lifetime: 6 years${more} } }`;
  it('by calendar takes reserved hours: 200 h × (150 + 2,500 ÷ 8) kg ÷ 52,560 h', () => {
    const a = made(`  - { phase: training, site: { ${grid} }, ${hardware('')}, accelerator_hours: 100, reserved_hours: 200 }`);
    expect(line(a, 'training.embodied')?.emissions.value).toBeCloseTo((200 * (150 + 2500 / 8)) / 52_560, 12);
    expect(a.method.embodied).toBe('calendar');
  });

  it('by occupancy takes busy hours, and shows the calendar beside it', () => {
    const a = made(`  - { phase: training, site: { ${grid} }, ${hardware(', occupancy: 50 %')}, accelerator_hours: 100 }`);
    const calendar = (100 * (150 + 2500 / 8)) / 52_560;
    expect(line(a, 'training.embodied')?.emissions.value).toBeCloseTo(2 * calendar, 12);
    expect(a.embodiedAlternatives).toEqual([
      { line: 'training.embodied', convention: 'calendar', emissions: { value: calendar, unit: 'kgCO2e' } },
    ]);
  });

  it('of an endpoint counts its whole window', () => {
    const a = made(
      `  - { phase: deployment, site: { ${grid} }, ${hardware('')}, accelerators: 16, duration: 18 days, energy: { value: 914 kWh, boundary: components }, requests: 1000 }`,
    );
    expect(line(a, 'deployment.embodied')?.emissions.value).toBeCloseTo((16 * 432 * (150 + 2500 / 8)) / 52_560, 9);
    expect(a.totals.deployment?.perRequest?.components).toEqual(['embodied', 'dynamic', 'host', 'overhead']);
  });
});

describe('totals and states', () => {
  it('without a period there is no sum of development and deployment', () => {
    const a = made(
      `  - { phase: training, site: { ${grid} }, energy: { value: 1 kWh, boundary: node } }\n  - { phase: deployment, site: { ${grid} }, energy: { value: 1 kWh, boundary: node } }`,
    );
    expect(a.totals).toHaveProperty('deployment');
    expect(a.totals).not.toHaveProperty('lifecycle');
    expect(a).not.toHaveProperty('breakEven');
  });

  it('a token has its share, and says which tokens: 914 kWh × 1.2 × 100 g/kWh ÷ 5e9', () => {
    const a = made(
      `  - { phase: deployment, site: { ${grid} }, energy: { value: 914 kWh, boundary: node }, tokens: { value: 5e9, key: output } }`,
    );
    expect(a.totals.deployment?.perToken).toMatchObject({
      emissions: { value: expect.closeTo((914 * 1.2 * 0.1) / 5e9, 18) },
      tokens: 5e9,
      which: 'output',
    });
    expect(a.totals.deployment).not.toHaveProperty('perRequest');
  });

  it('what nobody recorded is not 0: deployment alone has no development', () => {
    expect(made(`  - { phase: deployment, site: { ${grid} }, energy: { value: 1 kWh, boundary: node } }`).totals).not.toHaveProperty(
      'development',
    );
  });

  it('every component of every phase has a state, and what no line covers is listed', () => {
    const a = made(
      `  - { phase: training, site: { ${grid} }, energy: { value: 1 kWh, boundary: node }, not_counted: { embodied: not published } }`,
    );
    expect(a.states).toHaveLength(5);
    expect(state(a, 'embodied')).toMatchObject({ state: 'not-counted', reason: 'not published' });
    expect(a.omissions.map(({ id }) => id)).toEqual([
      'failed-runs',
      'data-generation',
      'experiments',
      'evaluation',
      'deployment',
      'water',
      'storage-and-network',
      'buildings',
      'end-of-life',
    ]);
  });

  it('defaults fill only what is inside the system boundary', () => {
    const a = made(
      `  - { phase: training, site: { cloud: aws, region: us-west-2 }, hardware: { accelerator: A100 SXM4 80GB }, accelerator_hours: 10, year: 2023, system_boundary: [dynamic] }`,
    );
    expect(a.lines.map(({ id }) => id)).toEqual(['training.dynamic']);
    expect(ids(a)).not.toContain('default-embodied');
    expect(ids(a)).not.toContain('default-pue');
  });

  it('water: on-site for the machines, off-site for all: (0.2 + 1.3) × 100 + 1.3 × 20 = 176 L', () => {
    const a = made(
      `  - { phase: training, site: { pue: 1.2, wue: 0.2 L/kWh, grid: { intensity: 100 g/kWh, water: 1.3 L/kWh } }, energy: { value: 100 kWh, boundary: node } }`,
    );
    expect(a.totals.development?.water?.value).toBeCloseTo(176, 9);
  });

  it('a component is inside a line that is there, also where it may not count by itself', () => {
    const node = `site: { ${grid} }, energy: { value: 1 kWh, boundary: node }`;
    expect(state(made(`  - { phase: training, ${node}, system_boundary: [dynamic] }`), 'idle')).toMatchObject({
      state: 'included',
      in: 'training.dynamic',
    });
    expect(state(made(`  - { phase: training, ${node}, embodied: 1 kg, system_boundary: [embodied, idle] }`), 'idle')).toMatchObject({
      state: 'not-counted',
    });
  });

  it('what the manifest leaves out is not filled by a default', () => {
    const a = made(
      `  - { phase: training, site: { pue: 1.2, ${grid} }, hardware: A100 SXM4 80GB, power: 400 W, accelerator_hours: 10, not_counted: { embodied: unknown, overhead: unknown } }`,
    );
    expect(a.lines.map(({ id }) => id)).toEqual(['training.dynamic', 'training.host']);
    expect(ids(a)).not.toContain('default-embodied');
  });

  it('an endpoint is held for its window, whatever its load: 2 × 720 h by calendar', () => {
    const a = made(
      `  - { phase: deployment, site: { ${grid} }, accelerators: 2, duration: 30 days, accelerator_hours: 200, power: 400 W, hardware: { accelerator: A100 SXM4 80GB, embodied: { accelerator: 150 kg, lifetime: 6 years, occupancy: 85 % } } }`,
    );
    expect(line(a, 'deployment.embodied')?.emissions.value).toBeCloseTo((1440 * 150) / 52_560, 9);
    expect(ids(a)).toContain('endpoint-by-calendar');
  });

  it('where the grid is declared, a place is only a name', () => {
    const a = made(
      `  - { phase: training, site: { cloud: basement-cloud, region: las1, ${grid} }, energy: { value: 1 kWh, boundary: node } }`,
    );
    expect(a.phases[0]?.place).toMatchObject({ label: 'basement-cloud las1' });
  });

  it('a part of a country takes the figure of its zone; what is no part of it takes that of the country, and says so', () => {
    const at = (region: string) =>
      made(`  - { phase: training, location: { country: US, region: ${region} }, year: 2022, energy: { value: 1 kWh, boundary: node } }`);
    expect(at('California').phases[0]?.grid?.zone).toBe('US-CAL-CISO');
    expect(ids(at('California'))).not.toContain('coarser-place');
    expect(at('Our basement').phases[0]?.grid?.zone).toBe('US');
    expect(ids(at('Our basement'))).toContain('coarser-place');
  });

  it('implausibly large figures are refused, each at its key', () => {
    expect(
      faults(() =>
        made(`  - { phase: training, site: { grid: { intensity: 1e300 g/kWh } }, energy: { value: 1e300 kWh, boundary: node } }`),
      ),
    ).toEqual(['too-large', 'too-large']);
  });

  it('a figure that every line has is refused once', () => {
    const huge = `  - { phase: training, location: FR, year: 2022, hardware: A100 SXM4 80GB, accelerator_hours: 1e306, system_boundary: [dynamic, overhead] }`;
    expect(faults(() => made(huge))).toEqual(['too-large']);
  });

  it('a place without a figure is an error, and the world is taken only where it is asked for', () => {
    expect(faults(() => made(`  - { phase: training, energy: { value: 1 kWh, boundary: node } }`))).toEqual(['no-place']);
    expect(faults(() => made(`  - { phase: training, location: FR, year: 1999, energy: { value: 1 kWh, boundary: node } }`))).toEqual([
      'no-grid-year',
    ]);
    const world = made(`  - { phase: training, location: world, year: 2022, energy: { value: 1 kWh, boundary: node } }`);
    expect(world.lines[0]?.emissions.value).toBeGreaterThan(0.4);
    expect(ids(world)).toContain('default-grid');
  });
});

describe('laws', () => {
  const quantityText = fc.double({ min: 1e-3, max: 1e7, noNaN: true });
  it('lines sum to totals, energy scales with hours, low ≤ value ≤ high', () => {
    fc.assert(
      fc.property(
        quantityText,
        fc.double({ min: 1, max: 2, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (hours, pue, intensity, factor) => {
          const of = (h: number) =>
            made(
              `  - { phase: training, site: { pue: { value: ${pue}, low: 1, high: 3 }, grid: { intensity: { value: ${intensity} g/kWh, low: ${intensity / 2} g/kWh, high: ${intensity * 2} g/kWh } } }, power: { value: 400 W, low: 300 W, high: 500 W }, accelerator_hours: { value: ${h} h, low: ${h * 0.9} h, high: ${h * 1.1} h } }`,
            );
          const [one, many] = [of(hours), of(hours * factor)];
          const total = one.totals.development?.emissions;
          expect(one.lines.reduce((sum, l) => sum + l.emissions.value, 0)).toBeCloseTo(total?.value ?? 0, 6);
          expect((many.totals.development?.energy?.value ?? 0) / (one.totals.development?.energy?.value ?? 1)).toBeCloseTo(factor, 6);
          for (const l of one.lines) expect(l.emissions.low ?? 0).toBeLessThanOrEqual(l.emissions.value);
          for (const l of one.lines) expect(l.emissions.high ?? 0).toBeGreaterThanOrEqual(l.emissions.value);
        },
      ),
      { numRuns: 15 },
    );
  });
});
