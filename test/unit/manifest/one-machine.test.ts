import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { isOneMachine } from '../../../src/manifest/schema/one-machine.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { grid, lineOf, madeOf } from '../made.js';

const run = (hardware: string): string => `hardware: ${hardware}\nduration: 10 h\n${grid}`;

/** Every fault of a manifest: its line, column and sentence, and what is expected. */
function faults(text: string) {
  try {
    parseManifest(`model: M\n${text}`);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
}

describe('one machine at the top of a manifest', () => {
  it('is the hardware of the only phase', () => {
    const a = madeOf(run('{ accelerator: AMD EPYC 7763, rating: 280 W }'));
    expect(a.phases[0]).toMatchObject({ device: 'AMD EPYC 7763', accelerators: 1 });
  });

  it('is that of every phase without its own', () => {
    const a = madeOf(
      `hardware: { accelerator: 2 x AMD EPYC 7763, rating: 280 W }\n${grid}\nphases:
  - { phase: training, duration: 10 h }
  - { phase: evaluation, duration: 1 h, hardware: 8 x A100 80GB }`,
    );
    expect(a.phases.map(({ accelerators }) => accelerators)).toEqual([2, 8]);
  });

  it('may have a power that one of the phases does not need', () => {
    const unused = (text: string) =>
      madeOf(`hardware: { accelerator: 8 x A100 80GB, power: 300 W }\n${grid}\n${text}`).diagnostics.filter(({ message }) =>
        /not used/.test(message),
      );
    const energy = 'energy: { value: 1 kWh, boundary: node }';
    expect(unused(`phases: [{ phase: training, duration: 1 h }, { phase: evaluation, ${energy} }]`)).toEqual([]);
    expect(unused(energy)).toMatchObject([{ path: 'hardware.power' }]);
  });

  it('of processors counts the processors that its words name, at their rated power', () => {
    const counted = [
      '2 x AMD EPYC 7763',
      "'2 x AMD EPYC 7763, 64 cores'",
      '{ accelerator: AMD EPYC 7763, accelerators: 2 }',
      '{ accelerator: 2 x AMD EPYC 7763, rating: 280 W }',
    ].map((hardware) => madeOf(run(hardware)));
    for (const made of counted) {
      expect(made.phases[0]?.accelerators).toBe(2);
      expect(lineOf(made, 'training.dynamic')?.emissions.value).toBeCloseTo(
        lineOf(counted[0] as typeof made, 'training.dynamic')?.emissions.value ?? 0,
        6,
      );
    }
  });

  it('has its faults where they are', () => {
    const text = run('\n  accelerator: A100 80GB\n  acelerators: 8\n  rating: 280\n  embodied: { lifetme: 3 years }\n  gpu: 8');
    expect(faults(text).map(({ line, column, path, suggestion }) => [`${line}:${column}`, path, suggestion])).toEqual([
      ['4:3', 'hardware.acelerators', 'accelerators'],
      ['5:11', 'hardware.rating', undefined],
      ['6:15', 'hardware.embodied.lifetme', 'lifetime'],
      ['7:3', 'hardware.gpu', 'accelerator'],
    ]);
  });
});

describe('hardware by name', () => {
  it.each([
    ['{ node: { accelerator: A100 80GB } }', 'node'],
    ['{ p5: 256 x p5.48xlarge }', 'p5'],
    ['{ accelerator: { accelerator: A100 80GB, accelerators: 8 } }', 'accelerator'],
    ['{ memory: 8 x A100 80GB, p5: 256 x p5.48xlarge }', 'memory'],
    ['{ embodied: { accelerator: 8 x A100 80GB } }', 'embodied'],
    ['{ power: { accelerator: A100 80GB, power: 400 W } }', 'power'],
  ])('%s is by name, though a name can equal a key', (hardware, name) => {
    const a = madeOf(`hardware: ${hardware}\n${grid}\nphases: [{ phase: training, hardware: ${name}, accelerators: 8, duration: 1 h }]`);
    expect(a.phases[0]?.device).toMatch(/A100|H100/);
  });

  it('keeps the faults of its own machines', () => {
    const [first, second] = faults(`hardware: { node: { accelerator: A100, pwer: 3 W }, other: 5.5 }\nenergy: 1 kWh\n${grid}`);
    expect(first).toMatchObject({ path: 'hardware.node.pwer', suggestion: 'power' });
    expect(second).toMatchObject({ id: 'wrong-type', path: 'hardware.other' });
  });
});

describe('isOneMachine', () => {
  it.each([
    [{ accelerator: 'A100' }, true],
    [{ accelerator: 'A100', node: 'H100' }, true],
    [{ rating: '280 W', processor: 'AMD EPYC 7763' }, true],
    [{ power: '400' }, true],
    [{ embodied: { lifetime: '5 years' } }, true],
    [{ cite: '8 x A100', node: 'H100' }, false],
    [{ node: 'A100' }, false],
    [{}, false],
    ['A100', false],
    [undefined, false],
  ])('%j: %j', (written, expected) => expect(isOneMachine(written)).toBe(expected));
});
