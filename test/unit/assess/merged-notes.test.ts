import { describe, expect, it } from 'vitest';
import { made } from '../made.js';

const phase = (kind: string, device = 'A100 SXM4 80GB'): string =>
  `{ phase: ${kind}, location: FR, year: 2022, hardware: ${device}, accelerator_hours: 10, includes: none }`;

describe('notes', () => {
  it('that several phases have in common appear once, with all of them in the order of the report', () => {
    const { diagnostics } = made(phase('evaluation'), phase('training'));
    expect(diagnostics.filter(({ id }) => id === 'rated-power')).toEqual([
      expect.objectContaining({
        path: 'phases[0].hardware',
        paths: ['phases[0].hardware', 'phases[1].hardware'],
        phases: ['Training', 'Evaluation'],
      }),
    ]);
    const messages = diagnostics.map(({ message }) => message);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it('that differ stand apart, and one of one phase as it was', () => {
    const { diagnostics } = made(phase('evaluation', 'H100 SXM'), phase('training'));
    expect(diagnostics.filter(({ id }) => id === 'rated-power')).toHaveLength(2);
    for (const one of diagnostics.filter(({ id }) => id === 'rated-power')) expect(one).not.toHaveProperty('paths');
  });

  it('are merged, and warnings are not: each wants a look at its place', () => {
    const unstated = (kind: string) => `{ phase: ${kind}, location: FR, year: 2022, energy: 1 kWh }`;
    const { diagnostics } = made(unstated('training'), unstated('evaluation'));
    expect(diagnostics.filter(({ id }) => id === 'boundary-unstated').map(({ path }) => path)).toEqual([
      'phases[0].energy',
      'phases[1].energy',
    ]);
  });
});
