import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import type { AssessmentHistory, FigureHistory } from '../../../../src/explain/history/figure-history.js';
import { history } from '../../../../src/explain/history/history.js';
import { libraryIds } from '../../../../src/library/ids.js';
import { readLibraryModel } from '../../../../src/library/library.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';
import { faultsOf, made, madeOf } from '../../made.js';

const between = (before: Assessment, now: Assessment, asked?: string): AssessmentHistory =>
  history({ before, now }, { before: { from: 'assessment' }, now: { from: 'manifest' } }, asked);

const figureOf = ({ figures }: AssessmentHistory, id = 'development'): FigureHistory => {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};
const rowsOf = (figure: FigureHistory) =>
  figure.changes.map(({ what, cause, difference }) => [what, cause, Math.round(difference.value * 1e9) / 1e9]);

/** An assessment as its file has it. */
const asFile = (assessment: Assessment): Assessment => JSON.parse(JSON.stringify(assessment)) as Assessment;
const training = (fields: string): Assessment => asFile(made(`{ phase: training, system_boundary: [dynamic], ${fields} }`));
const fixed = 'grid: { intensity: 100 g/kWh }, energy: { value: 120 kWh, boundary: accelerator }';

/** How far the parts of a figure are from its difference, as a share of the larger figure. */
function gap({ before, now, difference, changes, rest }: FigureHistory): number {
  const sum = changes.reduce((all, change) => all + change.difference.value, 0) + (rest?.value ?? 0);
  return Math.abs(sum - difference.value) / Math.max(before?.value ?? 0, now?.value ?? 0, 1e-300);
}

describe('what changed between two assessments', () => {
  it('energy 100 → 200 kWh, grid 100 → 50 g/kWh: the sum is the same, by +7.5 and −7.5 kg', () => {
    const before = training('grid: { intensity: 100 g/kWh }, energy: { value: 100 kWh, boundary: accelerator }');
    const now = training('grid: { intensity: 50 g/kWh }, energy: { value: 200 kWh, boundary: accelerator }');
    const figure = figureOf(between(before, now));
    expect(figure.difference.value).toBe(0);
    expect(rowsOf(figure)).toEqual([
      ['energy', 'manifest', 7.5],
      ['grid intensity', 'manifest', -7.5],
    ]);
  });

  it('a value of the manifest: what it was and is, with its place', () => {
    const figure = figureOf(between(training(fixed), training(fixed.replace('120', '150'))));
    expect(rowsOf(figure)).toEqual([['energy', 'manifest', 3]]);
    expect(figure.ratio).toBe(1.25);
    expect(figure.changes[0]?.before).toMatchObject({ value: 120, unit: 'kWh', path: 'phases[0].energy' });
    expect(figure.changes[0]?.now).toMatchObject({ value: 150, unit: 'kWh', path: 'phases[0].energy' });
    expect(figure.changes[0]?.lines.map(({ id }) => id)).toEqual(['training.dynamic']);
  });

  it('a grid that two phases share is one change, with its part in each line', () => {
    const of = (grid: number): Assessment =>
      asFile(
        madeOf(`sites: { here: { grid: { intensity: ${grid} g/kWh }, pue: 1.5 } }
phases:
  - { phase: training, site: here, energy: { value: 100 kWh, boundary: accelerator }, system_boundary: [dynamic, overhead] }
  - { phase: evaluation, site: here, energy: { value: 10 kWh, boundary: accelerator }, system_boundary: [dynamic] }`),
      );
    const figure = figureOf(between(of(100), of(200)));
    expect(rowsOf(figure)).toEqual([['grid intensity', 'manifest', 16]]);
    expect(figure.changes[0]?.lines.map(({ id, difference }) => [id, difference.value])).toEqual([
      ['training.dynamic', 10],
      ['training.overhead', 5],
      ['evaluation.dynamic', 1],
    ]);
    expect(figure.changes[0]?.phase).toBeUndefined();
  });

  it('another year or place is another row of the tables', () => {
    const of = (place: string): Assessment => training(`energy: { value: 100 kWh, boundary: accelerator }, ${place}`);
    const figure = figureOf(between(of('location: France, year: 2022'), of('location: Sweden, year: 2022')));
    expect(figure.changes.map(({ what, cause }) => [what, cause])).toEqual([['grid intensity', 'factor-row']]);
    expect(figure.changes[0]?.before?.of).toMatch(/France/);
    expect(figure.changes[0]?.now?.of).toMatch(/Sweden/);
    expect(figure.changes[0]?.now?.source).toMatchObject({ title: expect.stringMatching(/./), year: expect.any(Number) as number });
  });

  it('a figure of the tables that an edition changed names both editions', () => {
    const now = training('energy: { value: 100 kWh, boundary: accelerator }, location: France, year: 2022');
    const before = withInput(now, 'grid intensity', 2, '2026-11');
    const found = between(before, now);
    expect(figureOf(found).changes.map(({ what, cause }) => [what, cause])).toEqual([['grid intensity', 'factor']]);
    expect([found.before.factors, found.now.factors]).toEqual(['2026-11', now.method.factors]);
  });

  it('a default that another version has otherwise', () => {
    const now = asFile(made('{ phase: training, hardware: 8 x A100 80GB, duration: 10 h, location: France, year: 2022 }'));
    const before = withInput(now, 'load', 0.5, '2026-11');
    expect(figureOf(between(before, now)).changes.map(({ what, cause }) => [what, cause])).toEqual([['load', 'default']]);
  });

  it('a value that the manifest states in place of a default comes from elsewhere', () => {
    const of = (more: string): Assessment =>
      asFile(made(`{ phase: training, hardware: 8 x A100 80GB, duration: 10 h, location: France, year: 2022${more} }`));
    const figure = figureOf(between(of(''), of(', pue: 1.1')));
    expect(figure.changes.map(({ what, cause }) => [what, cause])).toEqual([['PUE', 'evidence']]);
  });

  it('a metered energy in place of a rated power is another calculation, with both formulas', () => {
    const of = (more: string): Assessment =>
      asFile(
        made(
          `{ phase: training, hardware: 8 x A100 80GB, duration: 10 h, location: France, year: 2022, system_boundary: [dynamic], ${more} }`,
        ),
      );
    const figure = figureOf(between(of('pue: 1.1'), of('pue: 1.1, energy: { value: 30 kWh, boundary: accelerator }')));
    expect(figure.changes.map(({ what, cause }) => [what, cause])).toEqual([['dynamic energy', 'calculation']]);
    expect(figure.changes[0]?.before).toMatchObject({
      formula: 'accelerator-hours × power',
      numbers: expect.stringContaining('80 h × ') as string,
    });
    expect(figure.changes[0]?.now).toMatchObject({ name: 'energy', value: 30, unit: 'kWh', path: 'phases[0].energy' });
  });

  it('a new phase, and a component that is not counted any more, with the reason', () => {
    const one = '{ phase: training, grid: { intensity: 100 g/kWh }, pue: 1.5, energy: { value: 100 kWh, boundary: accelerator }';
    const before = asFile(made(`${one}, system_boundary: [dynamic, overhead] }`));
    const other = '{ phase: evaluation, grid: { intensity: 100 g/kWh }, energy: { value: 20 kWh, boundary: facility } }';
    const now = asFile(made(`${one}, system_boundary: [dynamic] }`, other));
    const figure = figureOf(between(before, now));
    expect(rowsOf(figure)).toEqual([
      ['training.overhead', 'line-removed', -5],
      ['Evaluation', 'phase-added', 2],
    ]);
    expect(figure.changes[0]?.now?.reason).toMatch(/boundary/);
    expect(figure.changes[1]?.lines.map(({ id }) => id)).toEqual(['evaluation.dynamic']);
  });

  it('a phase that has only another name is no new phase', () => {
    const before = training(fixed);
    const now = asFile(
      made(
        `{ phase: training, name: first, system_boundary: [dynamic], ${fixed} }`,
        `{ phase: training, name: second, system_boundary: [dynamic], ${fixed.replace('120', '50')} }`,
      ),
    );
    expect(rowsOf(figureOf(between(before, now)))).toEqual([['Training (second)', 'phase-added', 5]]);
  });

  it('only the interval: no part, and the input with its two ranges', () => {
    const of = (high: number): Assessment =>
      training(`grid: { intensity: 100 g/kWh }, energy: { value: 120 kWh, low: 110 kWh, high: ${high} kWh, boundary: accelerator }`);
    const found = between(of(130), of(140));
    expect(figureOf(found)).toMatchObject({ difference: { value: 0 }, changes: [] });
    expect(figureOf(found).before?.high).not.toBe(figureOf(found).now?.high);
    expect(found.others).toMatchObject([
      { what: 'energy', differs: ['range'], before: { high: 130 }, now: { high: 140 }, lines: ['training.dynamic'] },
    ]);
  });

  it('another citation changes no figure, and is named', () => {
    const of = (cite: string): Assessment =>
      training(`grid: { intensity: 100 g/kWh }, energy: { value: 120 kWh, boundary: accelerator, cite: "${cite}" }`);
    expect(between(of('Report A'), of('Report B')).others).toMatchObject([
      { what: 'energy', differs: ['source'], before: { source: { title: 'Report A' } }, now: { source: { title: 'Report B' } } },
    ]);
  });

  it('nothing: no part, no other change', () => {
    const found = between(training(fixed), training(fixed));
    expect(figureOf(found)).toMatchObject({ difference: { value: 0 }, ratio: 1, changes: [] });
    expect(found.others).toEqual([]);
  });

  it('a figure that was edited in the file is a change of the line, and a total that was edited leaves a rest', () => {
    const now = training(fixed);
    const edited = asFile(now) as unknown as {
      lines: { emissions: { value: number } }[];
      totals: { development?: { emissions: { value: number } } };
    };
    const [line] = edited.lines;
    if (line === undefined || edited.totals.development === undefined) throw new Error('no line');
    line.emissions.value = 10;
    edited.totals.development.emissions.value = 9;
    const figure = figureOf(between(edited as unknown as Assessment, now));
    expect(rowsOf(figure)).toEqual([['training.dynamic', 'figure', 2]]);
    expect(figure.rest?.value).toBeCloseTo(1, 9);
  });

  it('takes a line, a phase or a component, and refuses what neither has', () => {
    const of = (energy: number): Assessment =>
      asFile(
        made(
          `{ phase: training, grid: { intensity: 100 g/kWh }, pue: 1.5, energy: { value: ${energy} kWh, boundary: accelerator }, system_boundary: [dynamic, overhead] }`,
        ),
      );
    const differenceOf = (asked: string): number => figureOf(between(of(100), of(200), asked), asked).difference.value;
    expect(differenceOf('training.dynamic')).toBe(10);
    expect(differenceOf('Training')).toBe(15);
    expect(differenceOf('overhead')).toBe(5);
    expect(differenceOf('total')).toBe(15);
    expect(faultsOf(() => between(of(1), of(2), 'embodied'))).toEqual(['unknown-line']);
  });
});

describe('the parts add up to the difference', () => {
  const number = fc.double({ min: 0.1, max: 1e6, noNaN: true }).map((value) => Number(value.toPrecision(4)));
  const phase = fc.record({
    kind: fc.constantFrom('training', 'evaluation', 'deployment'),
    work: fc.oneof(
      number.map((n) => `energy: { value: ${n} kWh, boundary: accelerator }, hardware: 8 x A100 80GB`),
      number.map((n) => `energy: { value: ${n} kWh, boundary: facility }`),
      fc.tuple(number, fc.constantFrom('A100 80GB', 'H100 SXM')).map(([n, device]) => `hardware: 8 x ${device}, duration: ${n} h`),
      number.map((n) => `hardware: 8 x A100 80GB, accelerator_hours: ${n}, power: 300 W`),
    ),
    place: fc.oneof(
      fc.constantFrom('location: France, year: 2022', 'location: Sweden, year: 2023', 'location: gcp us-central1, year: 2022'),
      number.map((n) => `grid: { intensity: ${n} g/kWh }`),
    ),
    more: fc.constantFrom('', ', pue: 1.2', ', pue: 1.6, share: 50 %', ', system_boundary: [dynamic]'),
  });
  const assessment = fc
    .uniqueArray(phase, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind })
    .map(
      (phases) =>
        `model: M\nphases:\n${phases.map(({ kind, work, place, more }) => `  - { phase: ${kind}, ${work}, ${place}${more} }`).join('\n')}`,
    )
    .chain((text) => (faultsOf(() => parseManifest(text)).length > 0 ? fc.constant(undefined) : fc.constant(text)));

  it('of any two manifests', () => {
    let compared = 0;
    fc.assert(
      fc.property(assessment, assessment, (one, other) => {
        if (one === undefined || other === undefined) return;
        compared += 1;
        const found = between(asFile(assess(parseManifest(one))), asFile(assess(parseManifest(other))));
        for (const figure of found.figures) {
          expect(gap(figure)).toBeLessThan(1e-12);
          expect(figure.rest).toBeUndefined();
          expect(
            figure.changes.every(
              ({ lines, difference }) =>
                Math.abs(lines.reduce((sum, line) => sum + line.difference.value, 0) - difference.value) <=
                1e-9 * Math.abs(difference.value),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('of any two published models, and the way back has the opposite sign', async () => {
    const models = await Promise.all(libraryIds.map(async (id) => asFile(assess(parseManifest((await readLibraryModel(id)).text)))));
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.constantFrom(...models), (one, other) => {
        const [there, back] = [between(one, other), between(other, one)];
        for (const figure of there.figures) {
          expect(gap(figure)).toBeLessThan(1e-12);
          expect(figure.changes.every(({ cause }) => cause !== 'figure')).toBe(true);
          const opposite = back.figures.find(({ id }) => id === figure.id);
          expect(opposite?.difference.value).toBe(-figure.difference.value || 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** The same assessment with another value of an input, as an earlier edition of the tables would have had it. */
function withInput(assessment: Assessment, name: string, value: number, factors: string): Assessment {
  const lines = assessment.lines.map((line) => {
    const old = line.inputs.find((input) => input.name === name);
    if (old === undefined) return line;
    const inputs = line.inputs.map((input) => (input === old ? { ...input, value } : input));
    // Each figure of these lines is in proportion to the input.
    return { ...line, inputs, emissions: { value: (line.emissions.value * value) / old.value, unit: line.emissions.unit } };
  });
  const total = assessment.totals.development;
  const emissions = { value: lines.reduce((sum, line) => sum + line.emissions.value, 0), unit: 'kgCO2e' as const };
  return { ...assessment, lines, method: { ...assessment.method, factors }, totals: { development: total && { ...total, emissions } } };
}
