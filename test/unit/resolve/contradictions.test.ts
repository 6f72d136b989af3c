import { describe, expect, it } from 'vitest';
import { faultsOf, idsOf, lineOf, made, stateOf } from '../made.js';

const run = (rest: string, phase = 'training'): string => `{ phase: ${phase}, ${rest} }`;
const on = (rest: string): string => run(`hardware: 8 x H100 SXM, duration: 100 h, year: 2024, ${rest}`);

describe('what contradicts itself in a phase', () => {
  it.each([
    [
      'a published total beside an energy',
      run('emissions: { value: 12 t, boundary: node, cite: c }, energy: 30 MWh, location: FR'),
      'emissions-with-records',
    ],
    ['a region in another state', on('site: { location: US-VA, cloud: aws, region: us-west-2 }'), 'several-places'],
    ['a region in another country', on('site: { location: France, cloud: aws, region: us-west-2 }'), 'several-places'],
    ['an energy of 0', on('location: France, energy: 0 kWh'), 'zero'],
    ['a published total of 0', run('emissions: 0 t'), 'zero'],
    ['hours of 0', run('hardware: H100 SXM, accelerator_hours: 0, location: France'), 'zero'],
    ['a baseline of 0', on('location: France, idle: 0 kW'), 'zero'],
  ])('%s is an error', (_, phase, fault) => {
    expect(faultsOf(() => made(phase))).toContain(fault);
  });

  it.each([
    ['a region in the state, of another of its zones', on('site: { location: Oregon, cloud: aws, region: us-west-2 }')],
    ['a region in the country', on('site: { location: US, cloud: aws, region: us-west-2 }')],
  ])('%s is none', (_, phase) => {
    expect(idsOf(made(phase))).not.toContain('several-places');
  });

  it('a facility beside a PUE is a warning, and the PUE counts', () => {
    const a = made(on('location: France, facility: none, pue: 1.4'));
    expect(a.diagnostics.find(({ id }) => id === 'facility-not-used')?.severity).toBe('warning');
    expect(lineOf(a, 'training.overhead')?.inputs.find(({ name }) => name === 'PUE')?.value).toBe(1.4);
  });

  it('a run that reaches into another year says whose figures were used', () => {
    const of = (started: string, duration: string): readonly string[] =>
      idsOf(made(run(`hardware: 8 x H100 SXM, started: ${started}, duration: ${duration}, location: France`)));
    expect(of('2024-12-01', '60 days')).toContain('several-years');
    expect(of('2024-10-01', '60 days')).not.toContain('several-years');
    // The day is unknown, and so is whether it reached into the next.
    expect(of('2024', '60 days')).not.toContain('several-years');
  });
});

describe('a rating that only a machine can have', () => {
  it.each([
    ['per_node', '{ accelerator: 8 x H100 SXM, per_node: 8, rating: 10.2 kW }'],
    ['the usual node of the device', '{ accelerator: 8 x H100 SXM, rating: 10.2 kW }'],
    ['a boundary at the node', '{ accelerator: 8 x H100 SXM, rating: { value: 10.2 kW, boundary: node } }'],
    ['its own size', '{ accelerator: 8 x H100 SXM, rating: { value: 10.2 kW, for: 8 accelerators } }'],
  ])('is shared by %s: 10.2 kW × 0.75 × 100 h', (_, hardware) => {
    const a = made(run(`hardware: ${hardware}, duration: 100 h, year: 2024, location: France`));
    expect(lineOf(a, 'training.dynamic')?.energy?.value).toBeCloseTo(765, 9);
    expect(stateOf(a, 'host')).toMatchObject({ state: 'included' });
  });
});

it('a published total keeps its PUE out, since it has no energy', () => {
  const a = made(run('emissions: { value: 12 t, boundary: node, cite: c }, pue: 1.3'));
  expect(stateOf(a, 'overhead')?.reason).toContain('published total');
});

it.each(['1 x Apple M3 Max', '1 x RTX 4090'])('the computer of %s is its own: 100 h × 300 kg ÷ 4 years', (device) => {
  const a = made(
    run(
      `hardware: { accelerator: ${device}, embodied: { server: 300 kg, lifetime: 4 years } }, duration: 100 h, year: 2023, location: Germany`,
    ),
  );
  expect(lineOf(a, 'training.embodied')?.emissions.value).toBeCloseTo((100 * 300) / 35_040, 9);
});
