import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import { statedBom } from '../../../../src/claims/bom/stated.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';
import { initManifest } from '../../../../src/verbs/init.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { expectSameFigures } from '../same-figures.js';
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

/** Value, interval and evidence of each line, and of the grid of each phase. */
function evidenceOf({ phases, lines }: Assessment): object {
  const ends = ({ value, low, high }: { value: number; low?: number | undefined; high?: number | undefined }) => ({ value, low, high });
  return Object.fromEntries([
    ...lines.map(({ phase, name, component, energy, emissions, basis }) => [
      `${phase} ${name} ${component}`,
      { ...ends(energy ?? emissions), basis },
    ]),
    ...phases.flatMap(({ phase, name, grid }) => (grid === undefined ? [] : [[`grid ${phase} ${name}`, ends(grid.intensity)]])),
  ]);
}

it('intervals and evidence of any line are those that were written', async () => {
  let intervals = 0;
  await fc.assert(
    fc.asyncProperty(phases, async (list) => {
      const text = JSON.stringify({ model: { name: 'M', slug: 'm' }, phases: list });
      const first = await Promise.resolve()
        .then(() => assess(parseManifest(text), { samples: 2000 }))
        .catch(() => undefined);
      if (first === undefined) return;
      const stated = statedBom(JSON.parse((await rendered('cyclonedx', first)).text));
      if (stated === undefined) throw new Error('not read');
      expect(stated.invalid).toEqual([]);
      intervals += first.lines.filter(({ energy }) => energy?.low !== undefined).length;
      expectSameFigures(evidenceOf(stated.assessment as Assessment), evidenceOf(first), { ends: 1e-9 });
    }),
    { numRuns: 40, seed: 17 },
  );
  expect(intervals).toBeGreaterThan(20);
}, 60_000);

describe('a BOM whose properties and fields differ', () => {
  const first = (): Assessment =>
    assess(parseManifest('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2023\n'), {});
  const bomOf = async () => (await rendered('cyclonedx', first())).text;

  it('counts by the fields of the standard', async () => {
    const text = await bomOf();
    const kWh = /"activityEnergyCost": \{\s*"value": ([\d.]+)/.exec(text)?.[1] ?? '';
    const changed = text.replaceAll(`"value": ${kWh}`, '"value": 12345');
    const draft = await initManifest([written(changed, 'cyclonedx.json')], { out: '-' });
    expect(draft.text).toContain('energy: { value: 12345 kWh');
  });

  it('names a property that is none, and leaves it out', async () => {
    const changed = (await bomOf()).replace(/("carboncard:duration",\s*"value": )"[^"]*"/, '$1"72 parsecs"');
    const draft = await initManifest([written(changed, 'cyclonedx.json')], { out: '-' });
    expect(draft.diagnostics).toMatchObject([{ id: 'bom-property', message: expect.stringContaining('72 parsecs') }]);
    expect(draft.text).not.toContain('duration:');
  });

  it('takes the properties of any fact that a phase has: written, and read', async () => {
    const { phases: all } = first();
    const stated = statedBom(JSON.parse(await bomOf()))?.assessment.phases[0];
    // Each with its reason in the table of fields.
    const apart = ['title', 'runHours', 'pue', 'systemBoundary'];
    const keys = Object.keys(all[0] ?? {}).filter((key) => !apart.includes(key));
    expect(Object.keys(stated ?? {}).toSorted()).toEqual(keys.toSorted());
  });
});

it('8 A100 for three days keep their interval and what they are based on', async () => {
  const text = 'model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2023\n';
  const first = assess(parseManifest(text), {});
  const second = await readBack(first);
  const [before, after] = [first, second].map(({ totals }) => totals.development?.emissions);
  for (const end of ['low', 'high'] as const) {
    const ratio = (after?.[end] ?? Number.NaN) / (before?.[end] ?? Number.NaN);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  }
  const basesOf = ({ lines }: Assessment) => lines.map(({ component, basis }) => [component, basis]);
  expect(basesOf(second)).toEqual(basesOf(first));
});
