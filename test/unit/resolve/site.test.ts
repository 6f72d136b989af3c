import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { faultsOf, idsOf, madeOf } from '../made.js';

const work = 'hardware: 8 x A100 80GB, duration: 10 h';
const two = (top: string, one = '', other = '') =>
  madeOf(`${top}\nphases: [{ phase: experiments, ${work}${one} }, { phase: training, ${work}${other} }]`);
const places = (...texts: Parameters<typeof two>) => two(...texts).phases.map(({ place }) => place?.label);
const errors = (make: () => unknown): readonly Diagnostic[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
};

describe('what is given at the top beside phases', () => {
  it.each([
    ['location: FR', 'France'],
    ['site: FR', 'France'],
    ['site: { location: FR }', 'France'],
    ['cloud: aws\nregion: us-west-2', 'AWS us-west-2'],
    ['sites: { here: { location: FR }, there: { location: DE } }\nsite: here', 'France'],
  ])('%s holds for every phase', (top, label) => {
    expect(places(top)).toEqual([label, label]);
  });

  it('a grid, a PUE, water, a year and hardware hold too', () => {
    const a = madeOf(
      'location: FR\ngrid: { intensity: 57 g/kWh }\npue: 1.3\nwue: 1.8 L/kWh\nyear: 2023\nhardware: 4 x V100\nphases: [{ phase: training, duration: 10 h }, { phase: evaluation, duration: 1 h }]',
    );
    for (const phase of a.phases)
      expect(phase).toMatchObject({ pue: 1.3, year: 2023, accelerators: 4, grid: { intensity: { value: 57 } } });
    expect(a.lines.find(({ id }) => id === 'training.dynamic')?.water).toBeDefined();
  });

  it("a phase's own place takes its place, with the grid, the PUE and the water beside it", () => {
    const a = two('location: FR\npue: 1.5\ngrid: { intensity: 57 g/kWh }', ', location: DE, year: 2023');
    expect(a.phases.map(({ place, pue }) => [place?.label, pue])).toEqual([
      ['Germany', a.phases[0]?.pue],
      ['France', 1.5],
    ]);
    expect(a.phases[0]?.pue).not.toBe(1.5);
    expect(a.phases[0]?.grid?.intensity?.value).not.toBe(57);
  });

  it("a phase's own grid takes precedence at the same place", () => {
    const a = two('location: FR\ngrid: { intensity: 57 g/kWh }', ', grid: { intensity: 80 g/kWh }');
    expect(a.phases.map(({ place, grid }) => [place?.label, grid?.intensity?.value])).toEqual([
      ['France', 80],
      ['France', 57],
    ]);
  });

  it('a PUE at the top is not that of a phase with measured overhead', () => {
    expect(idsOf(two('location: FR\npue: 1.5', ', overhead: 2 kW'))).not.toContain('pue-with-measured-overhead');
  });

  it.each([
    ['location: Atlantis', 'location'],
    ['site: Atlantis', 'site'],
    ['cloud: aws\nregion: us-wets-2', 'region'],
    ['location: FR\nhardware: 8 x Abacus', 'hardware'],
    ['location: FR\npue: 0.9', 'pue'],
    ['location: 3', 'location'],
  ])('%s gives one error, at its own line', (top, path) => {
    const faults = errors(() =>
      madeOf(
        `${top}\nphases: [{ phase: experiments, duration: 10 h, accelerators: 8 }, { phase: training, duration: 10 h, accelerators: 8 }]\n`,
      ),
    );
    const causes = faults.filter(({ id }) => id !== 'no-power' && id !== 'no-energy');
    expect(causes.map((fault) => fault.path)).toEqual([path]);
    expect(causes[0]?.line).toBe(top.split('\n').length + 1);
  });

  it('what is of one phase is misplaced there, each once', () => {
    expect(errors(() => two('location: FR\nduration: 3 h\naccelerators: 8')).map(({ id, path }) => `${id} ${path}`)).toEqual([
      'phases-beside-shorthand duration',
      'phases-beside-shorthand accelerators',
    ]);
  });
});

describe('keys of a place beside each other in a phase', () => {
  const at = (keys: string) =>
    madeOf(
      `sites: { paris: { location: FR, pue: 1.2 }, nowhere: { pue: 1.1 } }\nphases: [{ phase: training, ${work}, year: 2023, ${keys} }]`,
    );

  it.each([
    ['site: paris, location: France', 'France'],
    ['site: paris, grid: { intensity: 57 g/kWh }', 'France'],
    ['site: nowhere, location: DE', 'Germany'],
    ['cloud: gcp, region: us-central1', 'Google Cloud us-central1'],
    ['cloud: ovh, location: FR', 'France'],
  ])('%s agree', (keys, label) => {
    expect(at(keys).phases[0]?.place?.label).toBe(label);
  });

  it.each([
    ['site: paris, location: DE'],
    ['site: aws us-west-2, location: FR'],
    ['cloud: aws, region: us-west-2, location: FR'],
  ])('%s do not', (keys) => {
    expect(faultsOf(() => at(keys))).toEqual(['several-places']);
  });

  it('a grid alone is enough, as the message for a missing place says', () => {
    expect(faultsOf(() => madeOf(`phases: [{ phase: training, ${work} }]`))).toEqual(['no-place']);
    expect(madeOf(`phases: [{ phase: training, ${work}, grid: { intensity: 57 g/kWh } }]`).phases[0]?.grid?.intensity?.value).toBe(57);
    expect(madeOf(`hardware: 8 x A100 80GB\nduration: 10 h\ngrid: { intensity: 57 g/kWh }`).phases[0]?.grid?.intensity?.value).toBe(57);
  });
});

describe('the lines of the only phase, at the top', () => {
  const fault = (text: string): string[] => errors(() => madeOf(text)).map(({ id, line, path }) => `${id} ${line} ${path}`);

  it('are where a missing key is reported', () => {
    expect(fault('hardware: 8 x A100 80GB\nlocation: FR\nyear: 2022')).toEqual(['no-time 2 hardware']);
    expect(fault('year: 2022\nhardware: 8 x A100 80GB\nduration: 3 h')).toEqual(['no-place 3 hardware']);
  });

  it('a time without a unit is told the units, and is not made hours of', () => {
    const [first] = errors(() => madeOf('hardware: 8 x A100 80GB\nduration: 3\nlocation: FR'));
    expect(first).toMatchObject({ message: 'Missing unit: 3.', expected: 'a time with its unit: hours (h), days, weeks', line: 3 });
  });
});
