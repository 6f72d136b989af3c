import { describe, expect, it } from 'vitest';
import type { ClaimedValue, DeviceClaim, Measure, Subject } from '../../../src/claims/claim.js';
import { companion, deviceOf, isPlain, mentions, sharedCompanion } from '../../../src/claims/companions.js';
import { claimsOf, only } from './asked.js';

/** A value in parts of a text, the smallest first. */
function value(measure: Measure, number: number, scopes: readonly number[], more: Partial<ClaimedValue> = {}): ClaimedValue {
  const at = { line: 1, column: 1 };
  const printed = { text: `${number}`, number: `${number}`, unit: '', context: '' };
  return { measure, value: number, low: number, high: number, ...printed, at, scopes, is: new Set(), ...more };
}

function subject(values: readonly ClaimedValue[], devices: readonly DeviceClaim[] = []): Subject {
  return { kind: 'card', values, devices, places: [], passages: [], answers: [], sums: [], works: [], years: [] };
}

function device(title: string, [low, high]: readonly [number, number], scopes: readonly number[]): DeviceClaim {
  const limit = { name: title, rating: high, limit: high, kind: 'rated', isConsumer: false } as const;
  return { name: title, title, low, high, limit, boundary: 'accelerator', isRated: true, at: { line: 1, column: 1 }, scopes };
}

describe('the companion of a value', () => {
  const emissions = value('emissions', 1000, [11, 1]);

  it('is the only one of its measure in the smallest part that holds one', () => {
    const near = value('energy', 5, [11, 1]);
    const far = value('energy', 70, [12, 1]);
    expect(companion(subject([far, emissions, near]), emissions, 'energy')).toBe(near);
  });

  it('is in a larger part where the smallest holds none', () => {
    const far = value('energy', 70, [12, 1]);
    expect(companion(subject([emissions, far]), emissions, 'energy')).toBe(far);
    expect(companion(subject([emissions, value('energy', 70, [12, 2])]), emissions, 'energy')).toBeUndefined();
  });

  it('is none of several, and a larger part is not asked', () => {
    const several = [value('energy', 5, [11, 1]), value('energy', 6, [11, 1])];
    expect(companion(subject([emissions, ...several, value('energy', 70, [12, 1])]), emissions, 'energy')).toBeUndefined();
  });

  it('is the most exact of several that agree within their rounding', () => {
    const rounded = value('energy', 5, [11, 1], { low: 4.5, high: 5.5 });
    const exact = value('energy', 5.12, [11, 1], { low: 5.115, high: 5.125 });
    expect(companion(subject([emissions, rounded, exact]), emissions, 'energy')).toBe(exact);
  });

  it('is no value of something else: a rate, a comparison, an offset', () => {
    for (const qualifier of ['rate', 'comparison', 'offset', 'embodied', 'market', 'range'] as const) {
      const other = value('energy', 5, [11, 1], { is: new Set([qualifier]) });
      expect(isPlain(other)).toBe(false);
      expect(companion(subject([emissions, other]), emissions, 'energy')).toBeUndefined();
    }
  });

  it('is none where one energy would be of two emissions', () => {
    const values = [emissions, value('emissions', 9000, [12, 1]), value('energy', 5, [13, 1])];
    expect(companion(subject(values), emissions, 'energy')).toBeUndefined();
    // The same, where one value holds for many of the other measure.
    expect(sharedCompanion(subject(values), emissions, 'energy')?.value).toBe(5);
  });

  it('is one grid of two emissions', () => {
    const values = [emissions, value('emissions', 9000, [12, 1]), value('intensity', 300, [13, 1])];
    expect(companion(subject(values), emissions, 'intensity')?.value).toBe(300);
  });

  it('is not a grid with emissions of its own in its sentence', () => {
    const values = [emissions, value('emissions', 9000, [12, 1]), value('intensity', 300, [12, 1])];
    expect(companion(subject(values), emissions, 'intensity')).toBeUndefined();
  });

  it('is none among more than 200', () => {
    const many = (count: number): Subject => subject([emissions, ...Array.from({ length: count }, () => value('energy', 5, [11, 1]))]);
    expect(companion(many(200), emissions, 'energy')?.value).toBe(5);
    expect(companion(many(201), emissions, 'energy')).toBeUndefined();
  });
});

describe('the device of a value', () => {
  const power = value('power', 300, [11, 1]);

  it('is that of the smallest part that names one', () => {
    const devices = [device('T4', [70, 70], [12, 1]), device('V100', [250, 300], [11, 1])];
    expect(deviceOf(subject([power], devices), power)?.title).toBe('V100');
  });

  it('is the more exact of two names of one device', () => {
    const devices = [device('A100', [250, 400], [11, 1]), device('A100 PCIe 40GB', [250, 250], [11, 1])];
    expect(deviceOf(subject([power], devices), power)?.title).toBe('A100 PCIe 40GB');
  });

  it('is none of two different ones', () => {
    const devices = [device('T4', [70, 70], [11, 1]), device('V100', [250, 300], [11, 1])];
    expect(deviceOf(subject([power], devices), power)).toBeUndefined();
  });
});

describe('in a card', () => {
  it('rows have their own values, and share what is said above the table', () => {
    const claims = claimsOf(
      'The grid has 300 gCO2eq/kWh.\n\n| Model | Energy (kWh) | CO2eq (kg) |\n|---|---|---|\n| A | 10 | 3 |\n| B | 20 | 6 |',
    );
    const emissions = claims.values.filter(({ measure }) => measure === 'emissions');
    expect(emissions.map((claim) => companion(claims, claim, 'energy')?.value)).toEqual([10, 20]);
    expect(emissions.map((claim) => companion(claims, claim, 'intensity')?.value)).toEqual([300, 300]);
  });

  it('a word counts as mentioned beside emissions only', () => {
    const claims = claimsOf('Training emitted 3 kg CO2eq, embodied emissions included.');
    expect(only(claims, 'emissions').value).toBe(3000);
    expect(mentions(claims, /embodied/i)).toBe(true);
    expect(mentions(claims, /deployment/i)).toBe(false);
  });
});
