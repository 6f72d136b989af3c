import { describe, expect, it } from 'vitest';
import { reasons } from '../../../../src/resolve/messages/reasons.js';
import { faultsOf, grid, idsOf, lineOf, made, stateOf } from '../../made.js';

/** 1,000 kWh at the node, in 2024. */
const node = (rest: string): string => `{ phase: training, year: 2024, energy: { value: 1 MWh, boundary: node }, ${rest} }`;
const pueOf = (phase: string) => lineOf(made(phase), 'training.overhead')?.inputs.find(({ name }) => name === 'PUE');
const accelerators = (hardware: string, rest: string): string =>
  `{ phase: training, year: 2024, hardware: ${hardware}, accelerator_hours: 100, ${rest} }`;

describe('the PUE', () => {
  it.each([
    ['of the manifest, before all others', 'location: aws us-west-2, pue: 1.3', { value: 1.3, basis: 'declared' }],
    ['of the site', `site: { cloud: aws, region: us-west-2, pue: 1.25 }`, { value: 1.25, basis: 'declared' }],
    ['of the region', 'location: gcp us-central1', { value: 1.09, basis: 'table', range: 'pue-region' }],
    ['of the design of the region', 'location: azure italynorth', { value: 1.12, basis: 'table', range: 'pue-design' }],
    ['of the fleet, of a region without one', 'location: aws us-west-2', { value: 1.15, basis: 'table', range: 'pue-fleet' }],
    ['of the region, of the nearest year', 'location: gcp us-central1, started: 2024-05', { value: 1.09, basis: 'table' }],
    ['of the provider, without a region', `site: { cloud: gcp, ${grid} }`, { value: 1.09, basis: 'table', range: 'pue-fleet' }],
    ['of the provider of a machine type', 'location: FR, hardware: p4d.24xlarge', { value: 1.15, basis: 'table', range: 'pue-fleet' }],
    ['of data centres, where a country alone is named', 'location: FR', { value: 1.2, low: 1.05, high: 1.6, basis: 'assumed' }],
    ['of data centres, for their hardware', 'location: FR, hardware: 8 x H100 SXM', { value: 1.2, basis: 'assumed' }],
    ['of data centres, for their processors', 'location: FR, hardware: AMD EPYC 7763', { value: 1.2, basis: 'assumed' }],
    ['of data centres, for a card of consumers in one', 'location: FR, hardware: RTX 4090, facility: data-centre', { value: 1.2 }],
    ['of an enterprise, for whoever says so', 'location: FR, facility: enterprise', { value: 1.54, basis: 'assumed', range: 'pue-world' }],
    ['of a region, for a card of consumers in it', 'location: gcp us-central1, hardware: RTX 4090', { basis: 'table' }],
  ])('is that %s', (_, rest, expected) => {
    expect(pueOf(node(rest))).toMatchObject(expected);
  });

  it.each([
    ['a laptop', 'Apple M3 Max'],
    ['a consumer card', 'RTX 4090'],
    ['a workstation', 'RTX A6000'],
    ['a desktop processor', '{ accelerator: AMD Ryzen 9 7950X, rating: 170 W }'],
    ['a workstation processor', '{ accelerator: AMD Threadripper 3990X, rating: 280 W }'],
  ])('is not applied to %s at home, with a note', (_, hardware) => {
    const a = made(accelerators(hardware, 'location: FR'));
    expect(stateOf(a, 'overhead')).toMatchObject({ state: 'not-applicable', reason: reasons.noFacility });
    expect(idsOf(a)).toContain('no-facility');
    expect(idsOf(a)).not.toContain('default-pue');
  });

  it('is not applied where the manifest says that there is no facility, whatever the hardware', () => {
    const a = made(accelerators('8 x H100 SXM', 'location: FR, facility: none'));
    expect(stateOf(a, 'overhead')).toMatchObject({ state: 'not-applicable', reason: reasons.noFacility });
    expect(idsOf(a)).not.toContain('no-facility');
  });

  it('is that of the manifest also at home', () => {
    expect(pueOf(accelerators('RTX 4090', 'location: FR, pue: 1.1'))).toMatchObject({ value: 1.1 });
  });

  it('and measured infrastructure are one of them', () => {
    expect(faultsOf(() => made(node('location: FR, pue: 1.2, overhead: 10 kWh')))).toEqual(['pue-with-measured-overhead']);
  });
});

describe('an energy at the facility', () => {
  const facility = (rest: string): string => `{ phase: training, year: 2024, energy: { value: 1200 kWh, boundary: facility }, ${rest} }`;

  it.each([
    ['the manifest’s', 'location: FR, pue: 1.2', 1000],
    ['the region’s', 'location: gcp us-central1', 1200 / 1.09],
    ['the provider’s', `site: { cloud: gcp, ${grid} }`, 1200 / 1.09],
  ])('is split by a PUE that is known: %s', (_, rest, kwh) => {
    const a = made(facility(rest));
    expect(lineOf(a, 'training.dynamic')?.energy?.value).toBeCloseTo(kwh, 9);
    expect(lineOf(a, 'training.overhead')?.energy?.value).toBeCloseTo(1200 - kwh, 9);
  });

  it.each([
    ['of data centres', 'location: FR'],
    ['of an enterprise', 'location: FR, facility: enterprise'],
  ])('is never split by the default %s: one line, and no PUE', (_, rest) => {
    const a = made(facility(rest));
    expect(lineOf(a, 'training.dynamic')?.energy?.value).toBe(1200);
    expect(stateOf(a, 'overhead')).toMatchObject({ state: 'included', in: 'training.dynamic', reason: reasons.inFacility });
    expect(idsOf(a)).not.toContain('default-pue');
  });
});
