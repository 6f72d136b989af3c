import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import { InputError } from '../../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';

const manifest = (...lines: readonly string[]) => ['model: M', 'location: FR', 'year: 2023', ...lines, ''].join('\n');
const assessed = (...lines: readonly string[]) => assess(parseManifest(manifest(...lines)));
const kWh = (lines: readonly string[], component: string) =>
  assessed(...lines).lines.find((line) => line.component === component)?.energy?.value;
const ids = (...lines: readonly string[]) => assessed(...lines).diagnostics.map(({ id }) => id);
const faults = (...lines: readonly string[]) => {
  try {
    assessed(...lines);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
    throw error;
  }
};

/** 20 h of two T4: 70 W × 0.75 × 4 h = 0.21 kWh of the hours without a meter. */
const run = ['hardware: 2 x T4', 'duration: 10 h', 'unmetered_hours: 4'];

describe('hours without a meter', () => {
  it.each([
    // The share of the host is of all, and at least 30 W a card.
    ['accelerator', 1.21, Math.max(0.4 * 1.21, 0.03 * 20)],
    ['components', 1.21, 0.15 * 1 + 0.4 * 0.21],
    // The meter of the node has the host of its own hours.
    ['node', 1.21, 0.4 * 0.21],
  ])('are calculated and added to an energy at the boundary %s', (boundary, dynamic, host) => {
    const lines = [...run, `energy: { value: 1 kWh, boundary: ${boundary} }`];
    expect(kWh(lines, 'dynamic')).toBeCloseTo(dynamic, 9);
    expect(kWh(lines, 'host')).toBeCloseTo(host, 9);
  });

  it('are no part of the average power that is questioned: 1.2 kWh in 16 h of a T4 is 75 W', () => {
    const lines = ['hardware: 2 x T4', 'duration: 10 h', 'energy: { value: 1.3 kWh, boundary: accelerator }'];
    expect(ids(...lines)).not.toContain('power-above-limit');
    expect(ids(...lines, 'unmetered_hours: 4')).toContain('power-above-limit');
  });

  it.each([
    ['of the facility', ['hardware: 2 x T4', 'duration: 10 h', 'energy: { value: 1 kWh, boundary: facility }']],
    ['on an unknown device', ['accelerators: 2', 'duration: 10 h', 'energy: { value: 1 kWh, boundary: node }']],
  ])('are listed as not counted beside an energy %s', (_, lines) => {
    const found = assessed(...lines, 'unmetered_hours: 4');
    expect(found.diagnostics.map(({ id }) => id)).toContain('unmetered-not-counted');
    expect(found.omissions[0]).toMatchObject({ id: 'unmetered', what: 'Electricity that was not measured' });
    expect(found.lines.find(({ component }) => component === 'dynamic')?.energy?.value).toBe(1);
  });

  it('are questioned where there is no energy at all', () => {
    expect(ids(...run)).toContain('unmetered-without-energy');
    expect(kWh(run, 'dynamic')).toBeCloseTo(0.07 * 0.75 * 20, 9);
  });
});

describe('energy of processors and memory as the host', () => {
  const gpus = ['hardware: 2 x T4', 'duration: 10 h'];

  it('has the rest of the node added: 0.2 kWh + 0.15 × (0.2 + 1.05) kWh', () => {
    expect(kWh([...gpus, 'host: { value: 0.2 kWh, boundary: components }'], 'host')).toBeCloseTo(0.2 + 0.15 * 1.25, 9);
    expect(kWh([...gpus, 'host: { value: 0.2 kWh, boundary: node }'], 'host')).toBeCloseTo(0.2, 9);
    expect(kWh([...gpus, 'host: 0.2 kWh'], 'host')).toBeCloseTo(0.2, 9);
  });

  it('is not counted twice beside an energy that includes it', () => {
    const twice = [...gpus, 'energy: { value: 1 kWh, boundary: components }', 'host: { value: 0.2 kWh, boundary: components }'];
    expect(faults(...twice)).toContain('host-inside-boundary');
    expect(faults(...gpus, 'host: { value: 0.2 kWh, boundary: facility }')).toEqual(['host-boundary']);
  });
});

describe('notes of a phase', () => {
  it('are among the assumptions of its report, as they are written', () => {
    const { diagnostics } = assessed('hardware: T4', 'duration: 10 h', 'notes: ["a.csv, line 2: <b>odd</b> | {{x}}"]');
    expect(diagnostics).toContainEqual(expect.objectContaining({ id: 'note-of-manifest', message: 'a.csv, line 2: <b>odd</b> | {{x}}' }));
  });
});
