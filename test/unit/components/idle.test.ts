import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { faultsOf, grid, idsOf, lineOf, made, stateOf } from '../made.js';

const node = (rest: string): string => `{ phase: training, site: { ${grid} }, power: { value: 500 W, boundary: node }, ${rest} }`;
const endpoint = (rest: string): string =>
  `{ phase: deployment, site: { ${grid} }, power: { value: 500 W, boundary: node }, accelerators: 2, duration: 720 h, ${rest} }`;

describe('machines held idle', () => {
  it('never draw less than nothing, however near the reserved hours are to the busy ones', () => {
    const hours = fc.record({ busy: fc.integer({ min: 1, max: 1000 }), more: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(hours, ({ busy, more }) => {
        const a = made(node(`accelerator_hours: ${busy}, reserved_hours: ${busy + more}, idle_power: 60 W`));
        const energy = lineOf(a, 'training.idle')?.energy;
        expect(energy?.value).toBeCloseTo((60 * more) / 1000, 9);
        expect(energy?.low ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });

  it('in an endpoint are those of its window: 60 W × (2 × 720 h − 100 h) = 80.4 kWh', () => {
    const a = made(endpoint('accelerator_hours: 100, idle_power: 60 W'));
    expect(lineOf(a, 'deployment.idle')?.energy?.value).toBeCloseTo(80.4, 9);
    expect(stateOf(a, 'idle')).toMatchObject({ state: 'counted' });
  });

  it('in an endpoint that is taken as busy all the time are none, which is reported', () => {
    const a = made(endpoint('idle_power: 60 W'));
    expect(lineOf(a, 'deployment.idle')).toBeUndefined();
    expect(idsOf(a)).toContain('no-idle-hours');
  });

  it('without an hour on record have no power to be multiplied with', () => {
    expect(faultsOf(() => made(node('accelerator_hours: 100, idle_power: 60 W')))).toEqual(['idle-power-missing']);
  });

  it('take the instrument that their power was measured with', () => {
    const a = made(node('accelerator_hours: 100, reserved_hours: 200, idle_power: { value: 60 W, instrument: pdu }'));
    expect(lineOf(a, 'training.idle')).toMatchObject({ basis: 'measured' });
    expect(lineOf(a, 'training.idle')?.inputs).toContainEqual(expect.objectContaining({ name: 'idle power', range: 'meter' }));
  });
});

describe('the state of idle', () => {
  it('is not counted, with the hours, where machines were held for longer than the meter speaks of', () => {
    const a = made(node('accelerator_hours: 100, reserved_hours: 350'));
    expect(stateOf(a, 'idle')).toMatchObject({ state: 'not-counted', reason: reasons.reservedIdle('250', true, false) });
  });

  it('is not counted, with the hours, where an endpoint waited', () => {
    const a = made(endpoint('accelerator_hours: 100'));
    expect(stateOf(a, 'idle')).toMatchObject({ state: 'not-counted', reason: reasons.reservedIdle('1,340', true, false) });
  });

  it('says the hours also where the accelerators alone were metered', () => {
    const a = made(`{ phase: training, site: { ${grid} }, power: 400 W, accelerator_hours: 100, reserved_hours: 350 }`);
    expect(stateOf(a, 'idle')).toMatchObject({ state: 'not-counted', reason: reasons.reservedIdle('250', false, false) });
  });

  it('is included where all hours held were worked', () => {
    expect(stateOf(made(node('accelerator_hours: 100, reserved_hours: 100')), 'idle')).toMatchObject({
      state: 'included',
      reason: reasons.baselineIn.meter,
    });
  });

  it('does not call metered what the program took', () => {
    const onTpu = `{ phase: training, site: { ${grid} }, hardware: TPU v3, accelerator_hours: 100 }`;
    expect(stateOf(made(onTpu), 'idle')).toMatchObject({ state: 'included', reason: reasons.baselineIn.tables });
    expect(faultsOf(() => made(onTpu.replace(' }', ' }, idle: 1 kWh')))).toEqual(['baseline-inside-boundary']);
  });

  it('is not counted without a record, also where the power of the work is a default', () => {
    const a = made(`{ phase: training, site: { ${grid} }, hardware: A100 SXM4 80GB, accelerator_hours: 100 }`);
    expect(stateOf(a, 'idle')).toMatchObject({ state: 'not-counted', reason: reasons.noReservedIdleByCalendar });
  });
});
