import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

/** Phases with every component, a name of their own, and notes that are merged. */
function manifestOf(phases: number): string {
  const all = Array.from(
    { length: phases },
    (_, n) => `  - phase: experiments
    name: run ${n}
    hardware: 8 x A100 SXM4 80GB
    duration: ${10 + (n % 7)} h
    reported: { value: 100 kgCO2e, cite: a log }
    site: { location: FR, pue: 1.2 }
    system_boundary: [embodied, dynamic, idle, overhead]
`,
  );
  return `carboncard: 1\nmodel: Many\nphases:\n${all.join('')}`;
}

/** An object whose own keys are counted when they are read. */
function counted<T extends object>(one: T, onRead: () => void): T {
  return new Proxy(one, {
    get: (target, key) => {
      onRead();
      return Reflect.get(target, key) as unknown;
    },
  });
}

/** How often the phases were read, to assess so many. */
function readsToAssess(phases: number): number {
  let reads = 0;
  const count = (): void => {
    reads += 1;
  };
  const resolved = parseManifest(manifestOf(phases));
  assess({ ...resolved, phases: resolved.phases.map((phase) => counted(phase, count)) }, { samples: 0 });
  return reads;
}

describe('assessing many phases', () => {
  it('reads twice as many twice as often, not four times', () => {
    const [some, twice, fourTimes] = [20, 40, 80].map(readsToAssess) as [number, number, number];
    const ratio = (fourTimes - twice) / (twice - some);
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.1);
  });
});
