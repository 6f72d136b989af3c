import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import { bases } from '../../../../src/assessment/ids.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';
import { initManifest } from '../../../../src/verbs/init.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { assessed, fixtures, rendered, written } from './rendered.js';

/** Emissions and energy of each phase. */
function figuresOf({ phases, lines, totals }: Assessment): object {
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return {
    development: totals.development?.emissions.value,
    deployment: totals.deployment?.emissions.value,
    // Phases without energy are read last.
    phases: phases
      .toSorted((a, b) => (`${a.phase} ${a.name}` < `${b.phase} ${b.name}` ? -1 : 1))
      .map(({ phase, name }) => {
        const own = lines.filter((line) => line.phase === phase && line.name === name);
        return {
          phase,
          name,
          energy: sumOf(own.flatMap(({ energy }) => energy?.value ?? [])),
          embodied: sumOf(own.flatMap(({ component, emissions }) => (component === 'embodied' ? emissions.value : []))),
          emissions: sumOf(own.map(({ emissions }) => emissions.value)),
        };
      }),
  };
}

/** The assessment of the manifest that `init` makes of the BOM of an assessment. */
async function readBack(assessment: Assessment): Promise<Assessment> {
  const { text } = await rendered('cyclonedx', assessment);
  const draft = await initManifest([written(text, 'cyclonedx.json')], { out: '-' });
  return (await assessFile(written(draft.text, 'carboncard.yaml'))).assessment;
}

/** Equal but for the thirteenth digit: a draft has twelve. */
function expectSame(read: object, written: object): void {
  const [numbers, others]: [number[], unknown[]] = [[], []];
  const near = (value: unknown, list: number[]): unknown =>
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? list.push(inner) && 'a number' : inner));
  const expected: number[] = [];
  others.push(near(read, numbers));
  expect(others).toEqual([near(written, expected)]);
  for (const [n, value] of expected.entries()) expect(Math.abs((numbers[n] ?? 0) - value)).toBeLessThanOrEqual(1e-11 * value);
}

describe.each(fixtures)('%s', (file) => {
  it('is read back with the same figures', async () => {
    const { assessment } = await assessFile(file);
    expectSame(figuresOf(await readBack(assessment)), figuresOf(assessment));
  });
});

/** Phases as people write them: metered, calculated, published, with and without a place, hardware and names. */
const phases = fc
  .uniqueArray(
    fc.record(
      {
        phase: fc.constantFrom('data', 'experiments', 'training', 'finetuning', 'evaluation', 'deployment'),
        name: fc.constantFrom('a', 'second, of 2', '104B', '"quoted" name', 'π'),
        record: fc.oneof(
          fc.record({
            energy: fc.record({
              value: fc.double({ min: 1e-3, max: 1e9, noNaN: true }).map((kWh) => `${Number(kWh.toPrecision(6))} kWh`),
              boundary: fc.constantFrom('accelerator', 'components', 'node', 'facility'),
            }),
          }),
          fc.record({ hardware: fc.constantFrom('8 x A100 80GB', '16 x H100 SXM', '2 x L4'), duration: fc.constantFrom('72 h', '9 days') }),
          fc.record({
            emissions: fc.integer({ min: 1, max: 1e6 }).map((kg) => ({ value: `${kg} kg`, boundary: 'facility', cite: 'card' })),
          }),
        ),
        location: fc.constantFrom('France', 'Oregon, US', 'aws us-west-2', 'gcp europe-west4', 'Germany'),
        pue: fc.constantFrom(1.1, 1.58),
        embodied: fc.constantFrom('120 kg', '3.5 t'),
        system_boundary: fc.constantFrom(['dynamic'], ['dynamic', 'overhead'], ['embodied', 'dynamic', 'host', 'overhead']),
        grid: fc.constantFrom({ intensity: '57 g/kWh' }, { intensity: '394.5 gCO2e/kWh', year: 2021, cite: 'x' }),
      },
      { requiredKeys: ['phase', 'name', 'record', 'location'] },
    ),
    { minLength: 1, maxLength: 5, selector: ({ phase, name }) => `${phase} ${name}` },
  )
  .map((list) =>
    list.map(({ record, ...one }) => ({
      year: 2023,
      ...one,
      ...record,
      ...(one.phase === 'deployment' ? { duration: '18 days', requests: 1000 } : {}),
    })),
  );

it('a manifest of any phases is read back with the same figures', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(phases, async (list) => {
      const assessment = await assessed({ model: { name: 'M', slug: 'm' }, phases: list }).catch(() => undefined);
      if (assessment === undefined) return;
      read += 1;
      expectSame(figuresOf(await readBack(assessment)), figuresOf(assessment));
    }),
    { numRuns: 60, seed: 17 },
  );
  expect(read).toBeGreaterThan(20);
}, 60_000);

/** Interval and evidence of the energy, the embodied emissions and the grid of each phase. */
function evidenceOf({ phases, lines, totals }: Assessment): readonly Readonly<Record<string, unknown>>[] {
  const sums = [...(totals.development?.phases ?? []), ...(totals.deployment?.phases ?? [])];
  return phases.map(({ phase, name, grid }) => {
    const own = lines.filter((line) => line.phase === phase && line.name === name);
    const electric = own.filter(({ energy }) => energy !== undefined);
    const { low, high } = sums.find((one) => one.phase === phase && one.name === name)?.energy ?? {};
    const made = own.find(({ component }) => component === 'embodied');
    return {
      key: `${phase} ${name}`,
      low: electric.length === 0 ? undefined : low,
      high: electric.length === 0 ? undefined : high,
      basis: bases.findLast((basis) => electric.some((line) => line.basis === basis)),
      embodied: made && [made.emissions.low, made.emissions.high, made.basis],
      grid: electric.length === 0 ? undefined : grid && [grid.intensity.low, grid.intensity.high],
    };
  });
}

/** Intervals and evidence that a drafted manifest has, in the units of the program. */
function draftedEvidence(text: string): ReturnType<typeof evidenceOf> {
  return parseManifest(text).manifest.phases.map(({ phase, name, energy, embodied, grid }) => ({
    key: `${phase} ${name}`,
    low: energy?.low,
    high: energy?.high,
    basis: energy?.basis,
    embodied: embodied && [embodied.low, embodied.high, embodied.basis],
    grid: energy && grid && [grid.intensity?.low, grid.intensity?.high],
  }));
}

/** The same words, and numbers to a millionth. */
function expectNear(read: unknown, written: unknown, at: string): void {
  if (typeof written === 'number') expect(Math.abs(Number(read) - written), at).toBeLessThanOrEqual(1e-6 * written);
  else if (typeof written !== 'object' || written === null) expect(read, at).toBe(written);
  else for (const [key, value] of Object.entries(written)) expectNear((read as Record<string, unknown>)[key], value, `${at}.${key}`);
}

it('intervals and evidence of any phases are those that were written', async () => {
  let intervals = 0;
  await fc.assert(
    fc.asyncProperty(phases, async (list) => {
      const text = JSON.stringify({ model: { name: 'M', slug: 'm' }, phases: list });
      const assessment = await Promise.resolve()
        .then(() => assess(parseManifest(text), { samples: 500 }))
        .catch(() => undefined);
      if (assessment === undefined) return;
      const bom = (await rendered('cyclonedx', assessment)).text;
      const draft = await initManifest([written(bom, 'cyclonedx.json')], { out: '-' });
      const read = new Map(draftedEvidence(draft.text).map((one) => [one['key'], one]));
      for (const one of evidenceOf(assessment).filter(({ basis }) => basis !== undefined)) {
        intervals += one['low'] === undefined ? 0 : 1;
        expectNear(read.get(one['key']), one, String(one['key']));
      }
    }),
    { numRuns: 40, seed: 17 },
  );
  expect(intervals).toBeGreaterThan(20);
}, 60_000);

it('8 A100 for three days keep their interval and what they are based on', async () => {
  const text = 'model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2023\n';
  const first = assess(parseManifest(text), {});
  const second = await readBack(first);
  const [before, after] = [first, second].map(({ totals }) => totals.development?.emissions);
  for (const end of ['low', 'high'] as const) {
    const ratio = (after?.[end] ?? Number.NaN) / (before?.[end] ?? Number.NaN);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  }
  expect(second.lines.map(({ component, basis }) => [component, basis])).toEqual([
    ['embodied', 'assumed'],
    ['dynamic', 'assumed'],
  ]);
});
