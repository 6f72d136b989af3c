import { expect, test } from 'vitest';
import { devices, findDevice } from '../../../../../src/factors/hardware/index.js';

const fallback = devices().filter(({ power }) => power.source.id === 'huggingface-tasks');

test('a figure of huggingface.js is named as that', () => {
  const lookup = findDevice('NVIDIA RTX A5000');
  expect(lookup.found?.device.power).toMatchObject({
    value: 230,
    kind: 'rated power, highest variant',
    range: 'rating-highest-variant',
    source: { id: 'huggingface-tasks', licence: 'MIT' },
  });
  expect(lookup).toMatchObject({ steps: [{ id: 'variant-taken' }] });
});

test('none of its families has a sourced row', () => {
  expect(fallback.length).toBeGreaterThan(140);
  for (const name of ['A100', 'H100', 'V100', 'MI300', 'RTX 4090'])
    expect(fallback.map((device) => device.name)).not.toContain(`NVIDIA ${name}`);
  // Its MI300 is the MI300X; the MI300A is named in a step.
  expect(findDevice('MI300')).toMatchObject({ found: { device: { id: 'instinct-mi300x' } }, steps: [{ id: 'variant-taken' }] });
});

test('its CPUs are no accelerators, and a computer is no chip', () => {
  for (const name of ['EPYC', 'Xeon', 'MacBook Air', 'MacBook Pro', 'Snapdragon'])
    expect(fallback.filter((device) => device.name.includes(name))).toEqual([]);
});

test.each([
  ['Apple M2 Ultra', 'components', 150],
  ['AMD Ryzen AI Max+ 395', 'components', 120],
  ['NVIDIA GeForce RTX 4070', 'accelerator', 200],
  ['Jetson AGX Orin 32GB', 'accelerator', 40],
  ['Jetson AGX Orin 64GB', 'accelerator', 60],
  ['RTX 2060 12GB', 'accelerator', 184],
  ['TITAN RTX', 'accelerator', 280],
])('%s: boundary %s, %d W', (name, powerBoundary, value) => {
  expect(findDevice(name).found?.device).toMatchObject({ powerBoundary, power: { value } });
});
