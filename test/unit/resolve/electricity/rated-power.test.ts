import { describe, expect, it } from 'vitest';
import { grid, idsOf, lineOf, made } from '../../made.js';

const run = (hardware: string, rest = 'accelerator_hours: 1000', phase = 'training') =>
  made(`{ phase: ${phase}, site: { ${grid} }, hardware: ${hardware}, ${rest} }`);
const inputOf = (a: ReturnType<typeof made>, name: string) => a.lines.flatMap(({ inputs }) => inputs).find((input) => input.name === name);
const wattsOf = (a: ReturnType<typeof made>): number | undefined => a.phases[0]?.power?.value;

const exactHours = '{ value: 1000, low: 1000, high: 1000 }';

describe('the default load', () => {
  const [large, small, deployment] = [
    { value: 0.8, low: 0.6, high: 1 },
    { value: 0.75, low: 0.4, high: 1 },
    { value: 0.4, low: 0.15, high: 0.9 },
  ];
  it.each([
    ['training', '63 accelerators', 'accelerators: 63, duration: 100 h', small],
    ['training', '64 accelerators', 'accelerators: 64, duration: 100 h', large],
    ['data', '64 accelerators', 'accelerators: 64, duration: 100 h', large],
    ['data', '63 accelerators', 'accelerators: 63, duration: 100 h', small],
    ['training', '99,999 accelerator-hours', 'accelerator_hours: 99999', small],
    ['training', '100,000 accelerator-hours', 'accelerator_hours: 100000', large],
    // Hours stand in only for a number that is not given.
    ['training', '8 accelerators for 200,000 accelerator-hours', 'accelerators: 8, accelerator_hours: 200000', small],
    ['training', '1,024 accelerators for an hour', 'accelerators: 1024, accelerator_hours: 1024', large],
    ['experiments', '1,024 accelerators', 'accelerators: 1024, duration: 100 h', small],
    ['finetuning', '1,024 accelerators', 'accelerators: 1024, duration: 100 h', small],
    ['evaluation', '1,024 accelerators', 'accelerators: 1024, duration: 100 h', small],
    ['deployment', '1,024 accelerators', 'accelerators: 1024, duration: 100 h', deployment],
    ['deployment', '1 accelerator', 'accelerators: 1, duration: 100 h', deployment],
  ])('of %s on %s', (phase, _, rest, load) => {
    expect(inputOf(run('A100 SXM4 80GB', rest, phase), 'load')).toMatchObject({ ...load, basis: 'assumed' });
  });

  it('is one unknown in all phases that take it', () => {
    const phase = (kind: string) => `{ phase: ${kind}, site: { ${grid} }, hardware: A100 SXM4 80GB, accelerator_hours: ${exactHours} }`;
    const [one, two] = [made(phase('training')), made(phase('training'), phase('evaluation'))];
    const width = ({ totals }: typeof one) => (totals.development?.energy?.high ?? 0) / (totals.development?.energy?.low ?? 1);
    expect(width(two)).toBeCloseTo(width(one), 6);
  });

  it('is replaced by that of the manifest, and the line is modelled', () => {
    const a = run('A100 SXM4 80GB', 'accelerator_hours: 1000, load: 70 %');
    expect(lineOf(a, 'training.dynamic')).toMatchObject({ energy: { value: 280 }, basis: 'modelled' });
    expect(idsOf(a)).not.toContain('default-load');
  });
});

describe('the default MFU', () => {
  it.each([
    ['the 16-bit peak of the tables', 'H100 SXM', { value: 0.35, low: 0.2, high: 0.5 }],
    ['a 16-bit peak of the manifest', '{ accelerator: H100 SXM, peak: 989 TFLOP/s }', { value: 0.35, low: 0.2, high: 0.5 }],
    ['an FP8 peak, which is twice as high', '{ accelerator: H100 SXM, peak: 1979 TFLOP/s }', { value: 0.2, low: 0.1, high: 0.35 }],
  ])('of %s', (_, hardware, mfu) => {
    expect(inputOf(run(hardware, 'flops: 1e24 FLOP'), 'MFU')).toMatchObject({ ...mfu, basis: 'assumed' });
  });

  it('turns operations into hours, and says nothing of the power: 1e24 ÷ (1,979e12 × 0.2) ÷ 3,600 s', () => {
    const a = run('{ accelerator: H100 SXM, peak: 1979 TFLOP/s }', 'flops: 1e24 FLOP');
    expect(a.phases[0]?.acceleratorHours?.value).toBeCloseTo(1e24 / (1979e12 * 0.2) / 3600, 3);
    expect(wattsOf(a)).toBeCloseTo(700 * 0.8, 9);
    expect(lineOf(a, 'training.dynamic')?.basis).toBe('assumed');
  });
});

describe('a rating that its operator sets', () => {
  it.each([
    ['GH200', 700, 450, 1000],
    ['H100 NVL', 400, 350, 400],
  ])('of %s has a range: %d W, from %d to %d', (device, value, low, high) => {
    expect(inputOf(run(device), 'rated power')).toMatchObject({ value, low, high, basis: 'table' });
  });

  it('of others has none', () => {
    expect(inputOf(run('A100 SXM4 80GB'), 'rated power')).toMatchObject({ value: 400, exact: true });
  });
});

describe('`rating`', () => {
  it('takes a load, as `power` does not: 10.2 kW × 0.75 ÷ 8', () => {
    const a = run('{ accelerator: H100 SXM, rating: { value: 10.2 kW, for: 8 accelerators, boundary: node } }');
    expect(wattsOf(a)).toBeCloseTo((10_200 * 0.75) / 8, 9);
    expect(lineOf(a, 'training.dynamic')?.boundary).toBe('node');
    expect(wattsOf(run('{ accelerator: H100 SXM, power: { value: 1.2 kW, boundary: node } }'))).toBe(1200);
  });

  it('of more than one accelerator can take is that of its node, with a note', () => {
    const a = run('{ accelerator: H100 SXM, rating: 10.2 kW, per_node: 8 }');
    expect(wattsOf(a)).toBeCloseTo((10_200 * 0.75) / 8, 9);
    expect(lineOf(a, 'training.dynamic')?.boundary).toBe('node');
    expect(idsOf(a)).toContain('rating-of-machine');
  });

  it('of processors is at the components, with 0.3725 W for each GB beside them: 280 W × 0.75 + 512 × 0.3725 W', () => {
    const a = run('{ accelerator: AMD EPYC 7763, rating: 280 W, memory: 512 GB }');
    expect(lineOf(a, 'training.dynamic')).toMatchObject({ boundary: 'components', basis: 'assumed' });
    expect(lineOf(a, 'training.dynamic')?.energy?.value).toBeCloseTo(280 * 0.75 + 512 * 0.3725, 9);
    expect(a.totals.development?.emissions.value).toBeGreaterThan(0);
  });

  it('of a processor is that of the tables where the manifest gives none: 280 W × 0.75', () => {
    expect(wattsOf(run('AMD EPYC 7763'))).toBeCloseTo(280 * 0.75, 9);
  });
});

describe('a `power` that equals the rating', () => {
  const given = (power: string) => run(`{ accelerator: A100 SXM4 80GB, power: ${power} }`);

  it('was looked up: the value stays, its basis is assumed, 0.6 to 1.0 of it', () => {
    const a = given('400 W');
    expect(inputOf(a, 'power')).toMatchObject({ value: 400, low: 240, high: 400, basis: 'assumed' });
    expect(lineOf(a, 'training.dynamic')).toMatchObject({ energy: { value: 400 }, basis: 'assumed' });
    expect(idsOf(a)).toContain('power-is-rating');
  });

  it('is sampled uniformly: 5 % of 0.6 to 1.0 lie below 0.62', () => {
    const a = made(
      `{ phase: training, site: { ${grid} }, hardware: { accelerator: A100 SXM4 80GB, power: 400 W }, accelerator_hours: ${exactHours}, system_boundary: [dynamic] }`,
    );
    const { low, value, high } = lineOf(a, 'training.dynamic')?.energy ?? {};
    expect([low, value]).toEqual([expect.closeTo(400 * 0.62, 1), 400]);
    // The value is an end of the range, so the interval reaches to it: high = max(95 % point, value).
    expect(high).toBe(400);
  });

  it.each([
    ['it was measured', '{ value: 400 W, basis: measured }'],
    ['it has a range', '{ value: 400 W, low: 350 W, high: 410 W }'],
    ['it is of another meter', '{ value: 400 W, boundary: node }'],
    ['it is another', '380 W'],
  ])('is an average where %s', (_, power) => {
    const a = given(power);
    expect(idsOf(a)).not.toContain('power-is-rating');
    expect(inputOf(a, 'power')?.basis).not.toBe('assumed');
  });
});
