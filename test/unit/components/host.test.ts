import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { faultsOf, grid, idsOf, lineOf, made, stateOf } from '../made.js';

const site = `site: { ${grid} }`;
const at = (boundary: string, rest = ''): string =>
  `{ phase: training, ${site}, energy: { value: 100 kWh, boundary: ${boundary} }${rest} }`;
const hostOf = (phase: string) => lineOf(made(phase), 'training.host');
const kwhOf = (phase: string): number | undefined => hostOf(phase)?.energy?.value;
const stateIn = (phase: string) => stateOf(made(phase), 'host');
/** On a device, for 1,000 h. */
const on = (hardware: string, rest = ''): string => `{ phase: training, ${site}, hardware: ${hardware}, accelerator_hours: 1000${rest} }`;

const machine = '{ accelerator: H100 SXM, rating: { value: 10.2 kW, for: 8 accelerators, boundary: node } }';

describe('the rest of the nodes', () => {
  it.each([
    ['accelerators of an unknown kind: 0.4 × 100 kWh', at('accelerator'), 40],
    ['an air-cooled node of eight H100: 0.5 × 100 kWh', at('accelerator', ', hardware: 8 x H100 SXM'), 50],
    ['V100, before the baseboards of A100: 0.4 × 100 kWh', at('accelerator', ', hardware: 8 x V100 SXM2 32GB'), 40],
    ['cards in slots: 0.4 × 100 kWh', at('accelerator', ', hardware: 4 x A100 PCIe 40GB'), 40],
    ['processors, memory and accelerators: 0.15 × 100 kWh', at('components'), 15],
    ['components, whatever the device: 0.15 × 100 kWh', at('components', ', hardware: 8 x H100 SXM'), 15],
    ['a superchip with its processor: 0.15 × 100 kWh', at('components', ', hardware: 4 x GH200'), 15],
    ['a superchip of which the GPU alone was metered: 0.4 × 100 kWh', at('accelerator', ', hardware: 4 x GH200'), 40],
    ['an Apple chip: 0.15 × 100 kWh', at('components', ', hardware: Apple M3 Max'), 15],
  ])('outside the meter of %s', (_, phase, kwh) => {
    expect(stateIn(phase)).toMatchObject({ state: 'counted' });
    expect(kwhOf(phase)).toBeCloseTo(kwh, 9);
    expect(hostOf(phase)).toMatchObject({ basis: 'assumed', boundary: 'node' });
    expect(idsOf(made(phase))).toContain('default-host');
  });

  it.each([
    ['A100, rating × load × 0.5: 400 W × 0.75 × 0.5', 'A100 SXM4 80GB', 150],
    ['GB200, of which 1,200 W is the GPU alone: 1,200 W × 0.75 × 0.4', 'GB200', 360],
    ['GH200, 700 W with its processor: 700 W × 0.75 × 0.15', 'GH200', 78.75],
    ['processors alone: 280 W × 0.75 × 0.15', '{ accelerator: AMD EPYC 7763, rating: 280 W }', 31.5],
  ])('by default of %s', (_, hardware, kwh) => {
    expect(kwhOf(on(hardware))).toBeCloseTo(kwh, 9);
  });

  it.each([
    ['at the plug of the node', at('node'), 'dynamic', reasons.hostIn.meter],
    ['at the facility', at('facility'), 'dynamic', reasons.hostIn.meter],
    ['with a baseline of the nodes', at('accelerator', ', idle: 10 kWh'), 'idle', reasons.hostInBaseline],
    ['by a power of the tables that holds it', on('TPU v3'), 'dynamic', reasons.hostIn.tables],
    ['by the rating of a whole machine', on(machine), 'dynamic', reasons.hostIn.manifest],
  ])('is included %s', (_, phase, holder, reason) => {
    expect(stateIn(phase)).toMatchObject({ state: 'included', in: `training.${holder}`, reason });
    expect(hostOf(phase)).toBeUndefined();
  });

  it('of an energy without a boundary is counted where there are accelerators, and asked about', () => {
    const a = made(`{ phase: training, ${site}, hardware: 8 x A100 SXM4 80GB, energy: 100 kWh }`);
    expect(lineOf(a, 'training.host')?.energy?.value).toBeCloseTo(50, 9);
    expect(idsOf(a)).toContain('boundary-unstated');
  });

  it('of an energy without a boundary is not counted where the machines are unknown', () => {
    expect(stateIn(`{ phase: training, ${site}, energy: 100 kWh }`)).toMatchObject({ state: 'not-counted', reason: reasons.hostUnknown });
  });

  it('beside a published total is as far from it as its boundary says', () => {
    const published = (boundary: string) => `{ phase: training, emissions: { value: 8930 t, boundary: ${boundary} } }`;
    expect(stateIn(published('accelerator'))).toMatchObject({ state: 'not-counted', reason: reasons.outsidePublished });
    expect(stateIn(published('facility'))).toMatchObject({ state: 'included', reason: reasons.inPublished });
    expect(stateIn('{ phase: training, emissions: 8930 t }')).toMatchObject({ reason: reasons.unknownInPublished });
  });

  it('outside the system boundary is not counted, with its size', () => {
    const phase = at('accelerator', ', system_boundary: [dynamic, overhead]');
    expect(stateIn(phase)).toMatchObject({ state: 'not-counted', reason: reasons.hostOutside('0.4'), size: { value: 40, unit: 'kWh' } });
    expect(idsOf(made(phase))).not.toContain('default-host');
  });

  it('has no size where nothing was metered', () => {
    const phase = `{ phase: training, site: { ${grid} }, hardware: 8 x A100 SXM4 80GB, duration: 100 h, system_boundary: [embodied] }`;
    expect(stateIn(phase)).toMatchObject({ state: 'not-counted', reason: reasons.outsideBoundary });
  });
});

describe('the least of a host', () => {
  it.each([
    // A host hardly falls with the load: 0.2 of the rating of its accelerators, of 30 W a card where that is less.
    ['A100 at a load of 0.2: 0.2 × 400 W, more than 0.5 × 80 W', 'A100 SXM4 80GB', '20 %', 80],
    ['A100 at a load of 0.9: 0.5 × 360 W, more than 0.2 × 400 W', 'A100 SXM4 80GB', '90 %', 180],
    ['T4 at a load of 0.9: 30 W, more than 0.4 × 63 W', 'T4', '90 %', 30],
    ['T4 at a load of 0.1: 30 W, more than 0.2 × 70 W', 'T4', '10 %', 30],
    ['a card of 150 W: 0.2 × 150 W', 'A10', '10 %', 30],
  ])('is that of %s', (_, device, load, watts) => {
    expect(kwhOf(on(device, `, load: ${load}`))).toBeCloseTo(watts, 9);
  });

  it('holds for a metered energy as well, where its hours are known', () => {
    const metered = at('accelerator', ', hardware: A100 SXM4 80GB, accelerator_hours: 1000').replace('100 kWh', '80 kWh');
    expect(kwhOf(metered)).toBeCloseTo(80, 9);
  });

  it('has a range of its own for small cards, and keeps it below the value', () => {
    const { value = 0, low = 0, high = 0 } = hostOf(on('T4', ', load: 10 %'))?.energy ?? {};
    expect([low / value, high / value]).toEqual([expect.closeTo(20 / 30, 1), expect.closeTo(2, 1)]);
  });
});

describe('a host on record', () => {
  it('as energy is taken as it is', () => {
    expect(hostOf(at('accelerator', ', host: { value: 60 kWh, basis: measured }'))).toMatchObject({
      energy: { value: 60 },
      basis: 'measured',
    });
  });

  it('as power lasts for the hours of the run: 0.4 kW × 800 h ÷ 8 = 40 kWh', () => {
    expect(kwhOf(at('accelerator', ', host: 400 W, accelerators: 8, accelerator_hours: 800'))).toBeCloseTo(40, 9);
  });

  it('as power of several devices is scaled to those in use: 4 kW × 8 ÷ 16 × 100 h = 200 kWh', () => {
    const host = 'host: { value: 4 kW, for: 16 accelerators }, accelerators: 8, accelerator_hours: 800';
    expect(kwhOf(at('accelerator', `, ${host}`))).toBeCloseTo(200, 9);
  });

  it('as a share is one of the metered energy, declared: 0.3 × 100 kWh', () => {
    expect(hostOf(at('accelerator', ', host_share: 30 %'))).toMatchObject({ energy: { value: expect.closeTo(30, 9) }, basis: 'declared' });
    expect(kwhOf(at('components', ', hardware: { host_share: 10 % }'))).toBeCloseTo(10, 9);
  });

  it('as a share also says that an energy without a boundary is without the host', () => {
    expect(kwhOf(`{ phase: training, ${site}, energy: 100 kWh, host_share: 30 % }`)).toBeCloseTo(30, 9);
  });

  it.each([
    ['twice', at('accelerator', ', host: 10 kWh, host_share: 30 %'), 'host-twice'],
    ['at the node', at('node', ', host: 10 kWh'), 'host-inside-boundary'],
    ['at the facility', at('facility', ', host: 10 kWh'), 'host-inside-boundary'],
    ['as a share at the node', at('node', ', host_share: 30 %'), 'host-share-inside-boundary'],
    ['beside a baseline', at('accelerator', ', host: 10 kWh, idle: 10 kWh'), 'host-with-baseline'],
    ['as a share beside a baseline', at('accelerator', ', host_share: 30 %, idle: 10 kWh'), 'host-share-with-baseline'],
    ['beside a rating that holds it', on(machine, ', host: 10 kWh'), 'host-inside-boundary'],
    ['beside a power of the tables that holds it', on('TPU v3', ', host: 10 kWh'), 'host-inside-boundary'],
  ])('is refused %s', (_, phase, fault) => {
    expect(faultsOf(() => made(phase))).toEqual([fault]);
  });
});
