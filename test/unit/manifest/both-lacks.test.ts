import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

function idsOf(text: string): readonly string[] {
  try {
    parseManifest(text);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
    throw error;
  }
}

const phase = (...lines: readonly string[]): string =>
  `model: M\nphases:\n  - phase: training\n${lines.map((line) => `    ${line}\n`).join('')}`;

describe('what a phase lacks', () => {
  it.each([
    ['energy and place', phase('reported: 12 kg'), ['no-energy', 'no-place']],
    ['time and place', phase('hardware: V100'), ['no-place', 'no-time']],
    ['energy, beside an unknown place', phase('location: Nowhereland'), ['no-energy', 'unknown-place']],
    ['a place, beside an energy without a unit', phase('energy: 12'), ['no-place', 'missing-unit']],
    ['both, beside a PUE that cannot be', phase('pue: 0.5'), ['no-energy', 'no-place', 'pue-below-1']],
  ])('is said at once: %s', (_, text, ids) => {
    expect([...idsOf(text)].toSorted()).toEqual([...ids].toSorted());
  });

  it.each([
    ['an energy without a unit is an energy', phase('energy: 12', 'location: FR'), ['missing-unit']],
    ['an unknown place is a place', phase('energy: 1 MWh', 'location: Nowhereland'), ['unknown-place']],
    ['a misspelt key may be either', phase('energi: 1 MWh'), ['unknown-key']],
    ['a published total needs neither', phase('emissions: { value: 12 kg, boundary: node, cite: a card }'), []],
  ])('is not said where %s', (_, text, ids) => {
    expect(idsOf(text)).toEqual(ids);
  });

  it('is one error for each of the two, whatever else is wrong with keys that are neither', () => {
    const other = fc.subarray(['pue: 0.5', 'requests: many', 'reported: 25 tons', 'idle: 3'], { minLength: 0 });
    fc.assert(
      fc.property(other, (lines) => {
        const ids = idsOf(phase('name: a', ...lines));
        expect(ids.filter((id) => id === 'no-energy' || id === 'no-place')).toEqual(['no-energy', 'no-place']);
      }),
    );
  });
});
