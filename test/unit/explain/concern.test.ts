import { describe, expect, expectTypeOf, it } from 'vitest';
import { concerns, inputsMeant, phasePathOf } from '../../../src/explain/concern.js';
import type { DiagnosticId } from '../../../src/verbs/shared/diagnostic-ids.js';
import { lineOf, made } from '../made.js';

const onInstance = '{ phase: training, location: aws eu-west-3, year: 2024, hardware: p4d.24xlarge, duration: 10 h }';

/** Ids of what concerns a line, in their order. */
const idsFor = (a: ReturnType<typeof made>, id: string, title = 'Training'): readonly string[] => {
  const line = lineOf(a, id);
  return line === undefined ? [] : a.diagnostics.filter((d) => concerns(d, line, title, phasePathOf([line]))).map((d) => d.id);
};

describe('what concerns a line', () => {
  const a = made(onInstance);

  it('every default of a manifest concerns one', () => {
    const explained = new Set(a.lines.flatMap(({ id }) => idsFor(a, id)));
    expect(a.diagnostics.map(({ id }) => id).filter((id) => !explained.has(id))).toEqual([]);
  });

  it('the steps of a PUE concern overhead, and no other line', () => {
    const steps = a.diagnostics.filter(({ message }) => message.startsWith('PUE: '));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps)
      expect(a.lines.filter((line) => concerns(step, line, 'Training', 'phases[0]')).map(({ id }) => id)).toEqual(['training.overhead']);
  });

  it('of a note on several phases, the lines of each', () => {
    const both = made(onInstance, onInstance.replace('training', 'evaluation'));
    expect(both.diagnostics.filter(({ id }) => id === 'default-load')).toHaveLength(1);
    expect(idsFor(both, 'training.dynamic')).toContain('default-load');
    expect(idsFor(both, 'evaluation.dynamic', 'Evaluation')).toContain('default-load');
  });
});

it('names diagnostics that exist', () => {
  expectTypeOf<keyof typeof inputsMeant>().toExtend<DiagnosticId>();
  expect(Object.keys(inputsMeant).length).toBeGreaterThan(20);
});
