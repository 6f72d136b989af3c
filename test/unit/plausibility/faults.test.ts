import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { lineOf, madeOf } from '../made.js';

const place = 'location: FR\nyear: 2022';

/** What is found about a manifest, in a line each, whether it stops the run or not; notes and questions of the boundary left out. */
function foundIn(text: string): readonly string[] {
  const diagnostics = (() => {
    try {
      return madeOf(`${text}\n${place}`).diagnostics;
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics;
      throw error;
    }
  })();
  return diagnostics
    .filter(({ id, severity }) => severity !== 'note' && id !== 'boundary-unstated')
    .map(({ severity, id, path, message }) => `${severity}[${id}] ${path}: ${message}`);
}

describe('a figure that cannot be, in a manifest', () => {
  it.each([
    [
      'the power of 64 as that of one',
      'hardware: 64 x V100\nduration: 24 h\npower: 12041.51 W',
      'error[power-above-limit] power: 12,041.51 W for one NVIDIA V100 SXM2 32GB is 40.1 times its rated power of 300 W. Is it the power of all 64?',
    ],
    [
      'the power of 8 as that of one',
      'hardware: 8 x P100\nduration: 24 h\npower: 1515 W',
      'warning[power-above-limit] power: 1,515 W for one NVIDIA P100 SXM2 16GB is 5.05 times its rated power of 300 W. Is it the power of all 8?',
    ],
    [
      'kW in place of W',
      'hardware: 8 x A100 SXM\nduration: 24 h\npower: 300 kW',
      'error[power-above-limit] power: 300,000 W for one NVIDIA A100 SXM4 80GB is 750 times its rated power of 400 W. Is it 300 W in place of 300 kW?',
    ],
    [
      'MWh in place of kWh',
      'hardware: 8 x H100\nduration: 24 h\nenergy: 100 MWh',
      'error[power-above-limit] energy: 100 MWh in 192 accelerator-hours is 521 kW for each NVIDIA H100 SXM5 80GB, 744 times its rated power of 700 W. Is it 100 kWh in place of 100 MWh?',
    ],
    [
      'an energy far too small',
      'hardware: H100\naccelerator_hours: 4032\nenergy: 20 kWh',
      'warning[power-below-idle] energy: 20.0 kWh in 4,032 accelerator-hours is 4.96 W for each NVIDIA H100 SXM5 80GB, 0.71 % of its rated power.',
    ],
    [
      'GPU-hours multiplied by the GPUs twice',
      'hardware: 8 x A100 SXM 80GB\naccelerator_hours: 32256\nenergy: 1290 kWh',
      'warning[power-below-idle] energy: 1.29 MWh in 32,256 accelerator-hours is 40.0 W for each NVIDIA A100 SXM4 80GB, 10 % of its rated power. Were the GPU-hours multiplied by 8 twice? Is it the energy of one of the 8?',
    ],
    [
      'hours on the clock in place of GPU-hours',
      'hardware: 8 x A100 SXM 80GB\naccelerator_hours: 100\nenergy: { value: 280 kWh, boundary: accelerator }',
      'warning[power-above-limit] energy: 280 kWh in 100 accelerator-hours is 2.80 kW for each NVIDIA A100 SXM4 80GB, 7.00 times its rated power of 400 W. Are the hours those on the clock?',
    ],
    [
      'a meter that read nonsense, by its duration',
      'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerators: 1\nduration: 1 h',
      'error[power-above-limit] energy: 154 kWh in 1 accelerator-hour is 154 kW for each NVIDIA A100 SXM4 80GB, 385 times its rated power of 400 W. Is it 154 Wh in place of 154 kWh?',
    ],
    [
      'a meter that read nonsense, by its accelerator-hours',
      'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerator_hours: 1 h',
      'error[power-above-limit] energy: 154 kWh in 1 accelerator-hour is 154 kW for each NVIDIA A100 SXM4 80GB, 385 times its rated power of 400 W. Is it 154 Wh in place of 154 kWh?',
    ],
    [
      'utilisation in place of load',
      'hardware: 8 x A100\nduration: 24 h\nload: 6 %',
      'warning[power-below-idle] load: A load of 6 % is less than an accelerator takes at work. Is it the utilisation?',
    ],
    [
      'a PUE of 12',
      'hardware: 8 x H100\nduration: 24 h\npue: 12',
      'error[pue-above-two] pue: A PUE of 12 is not possible. Is it 1.2 or 1.12, perhaps as a percentage?',
    ],
    ['a PUE of 2.5', 'hardware: 8 x H100\nduration: 24 h\npue: 2.5', 'warning[pue-above-two] pue: A PUE of 2.5 is unusual.'],
  ])('is found: %s', (_, text, found) => {
    expect(foundIn(text).map((line) => line.replaceAll('\u202f', ' '))).toEqual([found]);
  });

  it.each([
    ["GPT-3's 330 W at the node of a V100", 'hardware: 8 x V100\nduration: 24 h\npower: { value: 330 W, boundary: node }'],
    [
      "MLCA's 424 W with processors and memory of an A100",
      'hardware: 8 x A100\nduration: 24 h\npower: { value: 424 W, boundary: components }',
    ],
    ["Meena's 289 W of a TPU v3", 'hardware: 1024 x TPU v3\nduration: 30 days\npower: { value: 289 W, boundary: node }'],
    ['an endpoint that mostly waits', 'hardware: 2 x L4\nduration: 1 year\naccelerator_hours: 1051\nreserved_hours: 17520'],
    ['a power of 8 that says so', 'hardware: 8 x P100\nduration: 24 h\npower: { value: 1515 W, for: 8 accelerators }'],
    ['a T4 in a virtual machine', 'hardware: T4\naccelerators: 1\nduration: 10 h\nenergy: { value: 3 kWh, boundary: node }'],
    ['what the manifest says not to ask', 'hardware: 64 x V100\nduration: 24 h\npower: 12041.51 W\naudits: { power-above-limit: off }'],
  ])('is not found: %s', (_, text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe('the power of several accelerators', () => {
  it('is divided by their number: 192 h × 1,515 W ÷ 8 = 36.36 kWh', () => {
    for (const power of ['power: { value: 1515 W, for: 8 accelerators }', '']) {
      const hardware = power === '' ? '{ accelerator: 8 x P100, power: { value: 1515 W, for: 8 } }' : '8 x P100';
      const a = madeOf(`phases: [{ hardware: ${hardware}, duration: 24 h, phase: training, location: FR, year: 2022, ${power} }]`);
      const line = lineOf(a, 'training.dynamic');
      expect(line?.energy?.value).toBeCloseTo(36.36, 9);
      expect(line?.formula).toContain('power of one accelerator = power ÷ accelerators measured');
      expect(a.phases[0]?.power?.value).toBeCloseTo(189.375, 9);
    }
  });
});

describe('a device that is unknown, beside a power', () => {
  const unknown =
    'phases: [{ phase: training, hardware: { accelerator: A10O SXM 80GB, power: 400 W }, accelerator_hours: 100, location: FR, year: 2022 }]';

  it('is a warning with a suggestion, and the reason why its embodied emissions are not counted', () => {
    const a = madeOf(unknown);
    expect(a.diagnostics).toContainEqual(
      expect.objectContaining({ id: 'unknown-device', severity: 'warning', path: 'phases[0].hardware.accelerator' }),
    );
    expect(a.diagnostics.find(({ id }) => id === 'unknown-device')?.suggestion).toContain('NVIDIA A100 SXM4 80GB');
    expect(a.states.find(({ component }) => component === 'embodied')).toMatchObject({
      state: 'not-counted',
      reason: 'unknown device “A10O SXM 80GB”',
    });
  });

  it('is nothing to report where embodied emissions need no device', () => {
    const given = unknown.replace('power: 400 W', 'power: 400 W, embodied: { accelerator: 150 kgCO2e }');
    expect(madeOf(given).diagnostics.map(({ id }) => id)).not.toContain('unknown-device');
  });
});
