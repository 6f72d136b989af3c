import { describe, expect, it } from 'vitest';
import { pueFinding } from '../../../src/plausibility/pue.js';
import { runPowerFinding } from '../../../src/plausibility/run-power.js';
import { totalSlip } from '../../../src/plausibility/slips.js';

describe('the slip behind a total', () => {
  it.each([
    [1.1, 'the PUE on one side only'],
    [1 / 1.1, 'the PUE on one side only'],
    [2.205, 'pounds in place of kilograms'],
    [1 / 3.664, 'carbon in place of CO₂'],
    [1 / 1000, 'a unit that is a thousand times larger or smaller (g, kg, t)'],
  ])('is found for a ratio of %d', (ratio, words) => {
    expect(totalSlip(ratio, 1.1)).toBe(words);
  });

  it('is a short ton where no PUE applies, and nothing where none fits', () => {
    expect(totalSlip(1.102, undefined)).toBe('short tons in place of tonnes');
    expect(totalSlip(1.3, 1.1)).toBeUndefined();
  });
});

describe('a PUE', () => {
  it.each([
    [2, undefined],
    [2.01, 'warning'],
    [3, 'warning'],
    [3.01, 'error'],
    [120, 'error'],
  ])('of %d is %s', (pue, severity) => {
    expect(pueFinding(pue)?.severity).toBe(severity);
  });

  it('of 120 is probably a percentage', () => {
    expect(pueFinding(120)?.message).toBe('A PUE of 120 is not possible. Is it 1.2, perhaps as a percentage?');
  });
});

describe('a run on an unknown device', () => {
  it('of more than 20 kW is questioned: 154 kWh in 1 h', () => {
    expect(runPowerFinding({ kWh: 154, hours: 1 })?.message.replaceAll('\u202f', ' ')).toBe(
      '154 kWh in 1.00 h is 154 kW, more than a server of 8 accelerators takes.',
    );
  });

  it.each([
    ['a server', { kWh: 10, hours: 1 }],
    ['16 accelerators', { kWh: 30, hours: 1, accelerators: 16 }],
    ['no hours', { kWh: 30, hours: 0 }],
  ])('is not questioned: %s', (_, run) => {
    expect(runPowerFinding(run)).toBeUndefined();
  });
});
