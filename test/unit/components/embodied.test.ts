import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { grid, lineOf, made, stateOf } from '../made.js';

const phase = (rest: string): string => `{ phase: training, site: { ${grid} }, energy: { value: 1 MWh, boundary: node }, ${rest} }`;
const machine = (embodied: string): string =>
  `hardware: { per_node: 8, embodied: { accelerator: 150 kgCO2e, server: 2500 kgCO2e, ${embodied} } }`;

describe('making the hardware', () => {
  it('by occupancy, 1,000 h ÷ (52,560 h × 0.85) × (150 kg + 2,500 kg ÷ 8) = 10.35 kg', () => {
    const a = made(phase(`${machine('lifetime: 6 years, occupancy: 85 %')}, accelerator_hours: 1000`));
    const line = lineOf(a, 'training.embodied');
    expect(line?.emissions.value).toBeCloseTo((1000 / (52_560 * 0.85)) * (150 + 2500 / 8), 9);
    expect(line).toMatchObject({
      boundary: 'cradle-to-gate',
      basis: 'declared',
      notes: ['Occupancy convention: the idle life of the hardware is attributed to its busy hours.'],
    });
    expect(line?.parts?.map(({ name }) => name)).toEqual(['servers', 'accelerators']);
    expect(stateOf(a, 'embodied')).toMatchObject({ state: 'counted' });
  });

  it('by calendar, 2,000 reserved h ÷ 52,560 h × (150 kg + 2,500 kg ÷ 8) = 17.60 kg', () => {
    const a = made(phase(`${machine('lifetime: 6 years')}, accelerator_hours: 1000, reserved_hours: 2000`));
    expect(lineOf(a, 'training.embodied')?.emissions.value).toBeCloseTo((2000 / 52_560) * (150 + 2500 / 8), 9);
    expect(lineOf(a, 'training.embodied')?.notes).toEqual(['Calendar convention (as in ISO/IEC 21031): reserved hours, no occupancy.']);
  });

  it('as published is taken as declared, without parts', () => {
    const line = lineOf(made(phase('embodied: 12 kgCO2e')), 'training.embodied');
    expect(line).toMatchObject({ emissions: { value: 12 }, basis: 'declared', notes: [] });
    expect(line).not.toHaveProperty('parts');
  });

  it('is not counted without hardware, and not without hours', () => {
    expect(stateOf(made(phase('includes: none')), 'embodied')).toMatchObject({ state: 'not-counted', reason: reasons.noRecord });
    expect(stateOf(made(phase('hardware: A100 SXM4 80GB')), 'embodied')).toMatchObject({ state: 'not-counted', reason: reasons.noHours });
  });

  it('has the reason that the manifest gives, also where there is a record', () => {
    const a = made(phase(`${machine('lifetime: 6 years')}, accelerator_hours: 1000, not_counted: { embodied: bought second-hand }`));
    expect(stateOf(a, 'embodied')).toMatchObject({ state: 'not-counted', reason: 'bought second-hand' });
    expect(lineOf(a, 'training.embodied')).toBeUndefined();
  });
});
