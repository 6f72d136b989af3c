import { describe, expect, it } from 'vitest';
import { workMessages } from '../../../../src/resolve/messages/work.js';
import { grid, idsOf, lineOf, made, madeOf } from '../../made.js';

const onDevice = (hardware: string) => made(`{ phase: training, site: { ${grid} }, hardware: { ${hardware} }, accelerator_hours: 1000 }`);
const powerOf = (a: ReturnType<typeof made>) => lineOf(a, 'training.dynamic')?.inputs.find(({ name }) => name.endsWith('power'))?.name;

describe('the power of a device that the program supplies', () => {
  it('is called what it is: rated, observed or estimated', () => {
    expect(powerOf(onDevice('accelerator: A100 SXM4 80GB'))).toBe('rated power');
    expect(powerOf(onDevice('accelerator: TPU v3'))).toBe('observed power');
    expect(powerOf(onDevice('accelerator: TPU v5p'))).toBe('estimated power');
    expect(onDevice('accelerator: TPU v3').diagnostics).toContainEqual(
      expect.objectContaining(workMessages.ratedPower.observed('Google TPU v3', '283\u202fW')),
    );
    expect(
      onDevice('accelerator: TPU v3')
        .diagnostics.map(({ message }) => message)
        .join(' '),
    ).not.toContain('rated power');
  });

  it('takes no load where it was observed, and says so', () => {
    const a = onDevice('accelerator: TPU v3, load: 70 %');
    expect(idsOf(a)).toContain('load-not-applied');
    expect(lineOf(a, 'training.dynamic')?.energy).toEqual(lineOf(onDevice('accelerator: TPU v3'), 'training.dynamic')?.energy);
    expect(idsOf(onDevice('accelerator: TPU v5p, load: 70 %'))).not.toContain('load-not-applied');
  });
});

describe('what energy on record takes the place of', () => {
  const energy = 'energy: { value: 1 kWh, boundary: node }';
  const beside = (rest: string, hardware = ''): readonly string[] =>
    madeOf(`${hardware}\nphases: [{ phase: training, site: { ${grid} }, ${energy}, ${rest} }]`).diagnostics.flatMap(({ id, path }) =>
      id === 'beside-energy' ? [path ?? ''] : [],
    );

  it('is said of a power and a load that the phase itself has', () => {
    expect(beside('power: 300 W')).toEqual(['phases[0].power']);
    expect(beside('load: 70 %')).toEqual(['phases[0].load']);
    expect(beside('hardware: { accelerator: A100 SXM4 80GB, power: 300 W }')).toEqual(['phases[0].hardware.power']);
  });

  it('is not said of a hardware that other phases may use', () => {
    expect(beside('hardware: node', 'hardware: { node: { accelerator: A100 SXM4 80GB, power: 300 W } }')).toEqual([]);
  });
});
