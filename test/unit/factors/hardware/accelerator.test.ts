import { describe, expect, expectTypeOf, it } from 'vitest';
import { type AcceleratorRow, accelerator } from '../../../../src/factors/hardware/accelerator.js';
import { withEmbodied } from '../../../../src/factors/hardware/estimates/class-median.js';
import { accelerators } from '../../../../src/factors/hardware/index.js';
import { acceleratorRows } from '../../../../src/factors/hardware/rows/index.js';

type RequiredKeys<Row> = { [Key in keyof Row]-?: undefined extends Row[Key] ? never : Key }[keyof Row];

const source = { id: 'vendor-x100', title: 'X100, data sheet', url: 'https://example.com', year: 2027, licence: '© Vendor; figure quoted' };
const row: AcceleratorRow = {
  vendor: 'NVIDIA',
  name: 'X100 SXM6 200GB',
  formFactor: 'SXM6',
  memoryGB: 200,
  watts: 1500,
  die: 1000,
  bf16: 3000,
  source,
};

describe('a row of a new device', () => {
  it('does not compile without a form, a power, and a source with its year and licence', () => {
    expectTypeOf<RequiredKeys<AcceleratorRow>>().toEqualTypeOf<'vendor' | 'name' | 'formFactor' | 'watts' | 'source'>();
    expectTypeOf<RequiredKeys<AcceleratorRow['source']>>().toEqualTypeOf<'id' | 'title' | 'year' | 'licence'>();
  });

  it('is all that its id, names, power, peak and embodied emissions need: 10 cm² × 4.3 + 200 GB × 0.86 + 60 = 275 kg', () => {
    expect(accelerator(row)).toMatchObject({
      family: 'x100',
      memories: [200],
      device: {
        id: 'x100-sxm6-200gb',
        name: 'NVIDIA X100 SXM6 200GB',
        power: { id: 'device-x100-sxm6-200gb-power', value: 1500, unit: 'W', year: 2027, range: 'definition', source },
        peak: { value: 3e15, unit: 'FLOP/s', source },
        embodied: { value: 275, unit: 'kgCO2e', range: 'embodied-estimate' },
      },
    });
  });

  it('takes the median of its class where its die is unknown', () => {
    const [, withoutDie] = withEmbodied([accelerator(row), accelerator({ ...row, name: 'X200 SXM6 200GB', die: undefined })]);
    expect(withoutDie?.device.embodied).toMatchObject({ value: 275, kind: expect.stringContaining('by class') });
  });
});

it('the tables have each sourced device once, before those of the fallback', () => {
  const names = acceleratorRows.map(({ vendor, name }) => `${vendor} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(
    accelerators()
      .slice(0, names.length)
      .map(({ device }) => device.name),
  ).toEqual(names);
  for (const { device } of accelerators().slice(0, names.length)) expect(device.formFactor, device.name).toBeDefined();
});
