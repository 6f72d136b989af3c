import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { devices, findDevice, findInstance, instances } from '../../../../../src/factors/hardware/index.js';
import { instanceKey } from '../../../../../src/factors/hardware/instances.js';

describe('a machine type is read as its accelerators', () => {
  test.each([
    ['p4d.24xlarge', 'aws', 'a100-sxm4-40gb', 8, 8],
    ['ml.p4d.24xlarge', 'aws', 'a100-sxm4-40gb', 8, 8],
    ['P4DE.24XLARGE', 'aws', 'a100-sxm4-80gb', 8, 8],
    ['p5.48xlarge', 'aws', 'h100-sxm5-80gb', 8, 8],
    ['p6-b200.48xlarge', 'aws', 'b200-sxm6-180gb', 8, 8],
    ['g5.xlarge', 'aws', 'a10g', 1, 8],
    ['g6e.24xlarge', 'aws', 'l40s', 4, 8],
    ['trn1.32xlarge', 'aws', 'trainium1', 16, 16],
    ['inf2.48xlarge', 'aws', 'inferentia2', 12, 12],
    ['a2-highgpu-4g', 'gcp', 'a100-sxm4-40gb', 4, 8],
    ['a2-megagpu-16g', 'gcp', 'a100-sxm4-40gb', 16, 16],
    ['a3-ultragpu-8g', 'gcp', 'h200-sxm5-141gb', 8, 8],
    ['g2-standard-24', 'gcp', 'l4', 2, 8],
    ['ct5lp-hightpu-4t', 'gcp', 'tpu-v5e', 4, 8],
    ['Standard_ND96asr_v4', 'azure', 'a100-sxm4-40gb', 8, 8],
    ['nd96amsr_a100_v4', 'azure', 'a100-sxm4-80gb', 8, 8],
    ['Standard NC24ads A100 v4', 'azure', 'a100-pcie-80gb', 1, 4],
    ['Standard_ND96isr_MI300X_v5', 'azure', 'instinct-mi300x', 8, 8],
    ['NV36ads_A10_v5', 'azure', 'a10', 1, 2],
  ])('%s is of %s: %s, %d of the %d in a server', (text, cloud, id, accelerators, perServer) => {
    const lookup = findDevice(text);
    expect(lookup).toMatchObject({ found: { device: { id }, instance: { cloud, accelerators, perServer } }, steps: [] });
    expect(lookup.found?.count).toBeUndefined();
  });

  test.each([
    ['8 x p4d.24xlarge', 64],
    ['p4d.24xlarge x 4', 32],
    ['2 a2-highgpu-2g', 4],
    ['64x Standard_ND96isr_H100_v5', 512],
  ])('%s is %d accelerators', (text, count) => {
    expect(findDevice(text).found?.count).toBe(count);
  });

  test('a board of two K80 chips is one device, with a step', () => {
    expect(findDevice('p2.16xlarge')).toMatchObject({
      found: { device: { id: 'tesla-k80' }, instance: { accelerators: 8 } },
      steps: [{ id: 'variant-taken', text: '“p2.16xlarge” has 16 chips, two on each board of a Tesla K80: 8 boards in an instance' }],
    });
  });
});

describe('an unknown size is not replaced by a known one', () => {
  test.each([
    ['p4d.12xlarge', ['p4d.24xlarge']],
    ['p3.4xlarge', ['p3.2xlarge', 'p3.8xlarge', 'p3.16xlarge']],
    ['a2-highgpu-3g', ['a2-highgpu-1g', 'a2-highgpu-2g', 'a2-highgpu-4g']],
  ])('%s', (text, candidates) => {
    expect(findDevice(text)).toEqual({ why: 'unknown', candidates });
    expect(findInstance(text)).toEqual({ why: 'unknown', candidates });
  });

  test.each(['c5g.2xlarge', 'Standard_ND1_v9'])('%s holds no accelerator that we know: three machine types', (text) => {
    const lookup = findDevice(text);
    const names = instances.map(({ name }) => name);
    expect(lookup.found === undefined && lookup.candidates.length).toBe(3);
    if (lookup.found === undefined) for (const candidate of lookup.candidates) expect(names).toContain(candidate);
  });
});

test('every machine type is found by its name and resolves to a device; servers hold at least one instance', () => {
  const ids = new Set(devices().map(({ id }) => id));
  for (const instance of instances) {
    expect(ids).toContain(instance.device);
    expect(Number.isInteger(instance.accelerators) || instance.accelerators < 1).toBe(true);
    expect(instance.accelerators).toBeGreaterThan(0);
    expect(instance.perServer).toBeGreaterThanOrEqual(instance.accelerators);
    expect(findDevice(instance.name).found).toMatchObject({ device: { id: instance.device }, instance: { name: instance.name } });
  }
});

test('no two machine types, and no device, share a name', () => {
  const keys = instances.map(({ name }) => instanceKey(name));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { name } of devices()) expect(keys).not.toContain(instanceKey(name));
});

test('law: count = instances × accelerators, in any case, with SageMaker’s prefix or without', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...instances),
      fc.integer({ min: 1, max: 9999 }),
      fc.boolean(),
      ({ name, cloud, accelerators }, count, upper) => {
        const written = cloud === 'aws' ? `ml.${name}` : name;
        const text = `${count} x ${upper ? written.toUpperCase() : written}`;
        expect(findInstance(text).found).toMatchObject({ instance: { name }, count });
        expect(findDevice(text).found?.count).toBe(count * accelerators);
      },
    ),
    { seed: 1 },
  );
});
