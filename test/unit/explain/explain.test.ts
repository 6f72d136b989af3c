import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { explain, quoted } from '../../../src/explain/explain.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { calculated } from './arithmetic.js';

const text = `
model: Several
sites:
  here: { location: FR, grid: { intensity: 57 gCO2e/kWh, year: 2022, cite: "a paper, Table 1" }, pue: 1.2 }
phases:
  - { phase: training, name: big one, site: here, energy: { value: 400 MWh, boundary: node, basis: measured }, duration: 30 days }
  - { phase: evaluation, site: here, energy: { value: 70 kWh, boundary: node }, duration: 1 days }
  - { phase: deployment, site: here, energy: { value: 914 kWh, boundary: facility }, requests: 1000, duration: 18 days }
`;
const assessment = assess(parseManifest(text));
const explained = (asked?: string) => explain(assessment, asked, { file: 'a.yaml' });

describe('the totals', () => {
  it('are all there, each with its lines in the order in which they were added', () => {
    const { totals, lines } = explained();
    expect(totals.map(({ id }) => id)).toEqual(['development', 'deployment', 'lifecycle']);
    expect(totals[2]?.lines.map(({ id }) => id)).toEqual(assessment.lines.map(({ id }) => id));
    expect(lines).toEqual([]);
  });

  it('come with what is not counted, and why', () => {
    const { states, omissions } = explained();
    expect(states.length).toBeGreaterThan(3);
    expect(states.every(({ state }) => state !== 'counted')).toBe(true);
    expect(omissions).toEqual(assessment.omissions);
  });

  it('can be asked for one by one', () => {
    expect(explained('Deployment').totals.map(({ id }) => id)).toEqual(['deployment']);
    expect(explained('total')).toEqual({ ...explained(), asked: 'total' });
  });
});

describe('a line', () => {
  it('is found by its id, however blanks and case are typed', () => {
    const ids = ['training.big one.dynamic', 'training.big-one.dynamic', 'Training.Big_One.Dynamic'];
    expect(ids.map((id) => explained(id).lines.map((line) => line.id))).toEqual(ids.map(() => ['training.big one.dynamic']));
  });

  it('has its inputs with source, basis and place in the manifest', () => {
    const [line] = explained('evaluation.dynamic').lines;
    const grid = line?.inputs.find(({ name }) => name === 'grid intensity');
    expect(grid).toMatchObject({ value: 57, source: { title: 'a paper, Table 1' }, file: 'a.yaml', line: 4 });
    expect(line?.title).toBe('Evaluation: dynamic');
  });

  it('names the row of the default ranges that an input took', () => {
    const [first, ...rest] = assessment.lines;
    if (first === undefined) throw new TypeError('There is no line');
    const { range: _, ...input } = first.inputs[0] ?? { name: 'none', value: 1, unit: '1', source: 'manifest', basis: 'declared' as const };
    const ranged = { ...assessment, lines: [{ ...first, inputs: [{ ...input, low: 1, high: 2, range: 'meter' }] }, ...rest] };
    const ranges = [{ id: 'meter', title: 'measured with a meter', note: 'Class 1.' }];
    expect(explain(ranged, first.id, { ranges }).lines[0]?.inputs[0]?.range).toEqual(ranges[0]);
    expect(explain(ranged, first.id).lines[0]?.inputs[0]?.range).toEqual({ id: 'meter', title: 'meter', note: '' });
  });
});

describe('a question can be of', () => {
  it('a phase, with its lines and what is not counted in it', () => {
    const { lines, states } = explained('evaluation');
    expect(lines.map(({ id }) => id)).toEqual(['evaluation.dynamic', 'evaluation.overhead']);
    expect(states.map(({ id }) => id)).toEqual(['evaluation.embodied', 'evaluation.host', 'evaluation.idle']);
  });

  it('a phase with its name', () => {
    expect(explained('training.big-one').lines.map(({ id }) => id)).toEqual(['training.big one.dynamic', 'training.big one.overhead']);
  });

  it('a component', () => {
    expect(explained('overhead').lines.map(({ component }) => component)).toEqual(['overhead', 'overhead', 'overhead']);
  });

  it('what is not counted', () => {
    const { states, lines } = explained('evaluation.idle');
    expect([lines, states.map(({ state }) => state)]).toEqual([[], ['included']]);
    expect(states[0]?.reason).toBeTruthy();
  });

  it('an omission', () => {
    expect(explained('end-of-life').omissions.map(({ id }) => id)).toEqual(['end-of-life']);
  });

  it('a source, with the inputs that rest on it', () => {
    const id = assessment.sources.find(({ title }) => title === 'a paper, Table 1')?.id ?? '';
    expect(explained(id).sources[0]?.usedBy).toContainEqual({ line: 'evaluation.dynamic', input: 'grid intensity' });
  });
});

it.each([
  ['evaluaton.dynamic', 'evaluation.dynamic'],
  ['training.big.dynamic', "'training.big one.dynamic'"],
  ['depolyment', 'deployment'],
])('%s gets the nearest: %s', (asked, nearest) => {
  expect(diagnosticOf(asked)).toMatchObject({ id: 'unknown-line', suggestion: expect.stringContaining(nearest) });
});

it('what is like nothing gets the list', () => {
  const { message, expected, suggestion } = diagnosticOf('zzzzzzzzzzzzzzzz') ?? {};
  expect(message).toContain('zzzzzzzzzzzzzzzz');
  expect(expected).toContain("'training.big one.dynamic', 'training.big one.overhead', evaluation.dynamic");
  expect(suggestion).toBeUndefined();
});

it('rejects an empty name', () => {
  expect(diagnosticOf(' ')?.message).toBe('The name of the line is empty.');
});

function diagnosticOf(asked: string) {
  try {
    explained(asked);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics[0];
    throw error;
  }
  return undefined;
}

describe('diagnostics are listed with the lines that they concern', () => {
  const least = assess(parseManifest('model: M\nhardware: 8 x A100 80GB\nduration: 3 weeks\nlocation: aws us-west-2\nyear: 2023'));
  const idsAt = (line: string) => explain(least, line).lines[0]?.diagnostics.map(({ id }) => id) ?? [];

  it.each([
    ['training.dynamic', 'default-load', 'default-lifetime'],
    ['training.dynamic', 'default-grid', 'default-pue'],
    ['training.overhead', 'default-pue', 'default-embodied'],
    ['training.embodied', 'default-lifetime', 'default-load'],
    ['training.embodied', 'hours-from-duration', 'default-grid'],
  ])('%s has %s and not %s', (line, there, absent) => {
    expect(idsAt(line)).toContain(there);
    expect(idsAt(line)).not.toContain(absent);
  });

  it('those of one phase not at another', () => {
    const ids = (asked: string) => explained(asked).lines[0]?.diagnostics.map(({ path }) => path ?? '') ?? [];
    expect(ids('evaluation.dynamic').filter((path) => /^phases\[[02]\]/.test(path))).toEqual([]);
  });
});

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(6)));
const phase = fc.record({
  kind: fc.constantFrom('data', 'experiments', 'training', 'finetuning', 'evaluation', 'deployment'),
  energy: number(0.001, 1e7),
  boundary: fc.constantFrom('accelerator', 'components', 'node', 'facility'),
  pue: fc.option(number(1, 2.5)),
  intensity: number(1, 1000),
  idle: fc.option(number(1, 1e5)),
  days: number(0.1, 400),
});
const manifest = fc.array(phase, { minLength: 1, maxLength: 6 }).map((phases) =>
  JSON.stringify({
    carboncard: 1,
    model: 'Generated',
    phases: phases.map(({ kind, energy, boundary, pue, intensity, idle, days }, n) => ({
      phase: kind,
      name: `p ${n}`,
      energy: { value: `${energy} kWh`, boundary },
      site: { grid: { intensity: `${intensity} gCO2e/kWh` } },
      ...(pue !== null && { pue }),
      ...(idle !== null && boundary === 'accelerator' && { idle: `${idle} W`, accelerators: 8 }),
      duration: `${days} days`,
    })),
  }),
);

/** Steps have ten digits. */
const off = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)));

describe('for any manifest', () => {
  it('the lines, as printed, add up to the total to the last digit', () => {
    fc.assert(
      fc.property(manifest, (source) => {
        for (const { emissions, lines } of explain(assess(parseManifest(source))).totals) {
          const printed = lines.map((line) => String(line.emissions.value));
          expect(String(printed.reduce((sum, value) => sum + Number(value), 0))).toBe(String(emissions.value));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the arithmetic of every line, done again as it is printed, gives the line', () => {
    fc.assert(
      fc.property(manifest, (source) => {
        const generated = assess(parseManifest(source));
        for (const { id } of generated.lines) {
          const [line] = explain(generated, id).lines;
          for (const { numbers } of line?.steps ?? []) {
            const [left = '', right = left] = numbers.split(' = ');
            expect(off(calculated(right), calculated(left))).toBeLessThan(1e-8);
          }
          const result =
            line?.steps
              .find(({ name }) => name === 'emissions')
              ?.numbers.split(' = ')
              .at(-1) ?? '';
          expect(off(calculated(result), line?.emissions.value ?? Number.NaN)).toBeLessThan(1e-8);
        }
      }),
      { numRuns: 40 },
    );
  });
});

it.each([
  ['training.dynamic', 'training.dynamic'],
  ['training.big one.dynamic', "'training.big one.dynamic'"],
  ["it's", "'it'\\''s'"],
  ['$(rm)', "'$(rm)'"],
])('%s is typed as %s', (id, typed) => {
  expect(quoted(id)).toBe(typed);
});
