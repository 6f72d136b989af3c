import { describe, expect, it } from 'vitest';
import { namedDevices } from '../../../../src/claims/text/devices.js';
import { devices, devicesNamed } from '../../../../src/factors/hardware/index.js';
import { placesOf, section } from '../../audits/asked.js';
import { claimsOf, numbersOf } from '../asked.js';

const rows = devices().map((device) => [device.name, device] as const);

describe('every device of the table, in prose', () => {
  it('is walked: our own rows and those of @huggingface/tasks', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['NVIDIA B300 SXM6 288GB', 'Apple M1 Max', 'Intel Arc A770']));
  });

  it.each(rows)('%s with count, hours and power', (name, { power }) => {
    const claims = claimsOf(`We trained on 8 × ${name} for 100 hours at ${power.value} W.`);
    const [device, ...others] = claims.devices;
    expect(others).toEqual([]);
    expect(devicesNamed(name).map((variant) => variant.name)).toContain(device?.title);
    expect(device?.low).toBeLessThanOrEqual(power.value);
    expect(device?.high).toBeGreaterThanOrEqual(power.value);
    expect(numbersOf(claims, 'accelerators')).toEqual([8]);
    expect(numbersOf(claims, 'hours')).toEqual([100]);
    expect(numbersOf(claims, 'power')).toEqual([power.value]);
  });

  it.each(rows)('%s is counted before the word GPUs, without being taken for a number itself', (name) => {
    const claims = claimsOf(`We trained on 16 ${name} GPUs.`);
    expect(numbersOf(claims, 'accelerators')).toEqual([16]);
    expect(claims.devices).toHaveLength(1);
  });

  it.each(rows)('%s has hours of its own', (name) => {
    expect(numbersOf(claimsOf(`Training took 1,000 ${name} hours.`), 'accelerator-hours')).toEqual([1000]);
  });

  it.each(rows)('%s may draw its rating, and not three times as much', (name, { power, observed }) => {
    const at = (watts: number): string => section(`We trained on one ${name} for 100 hours at ${watts} W.`);
    expect(placesOf('power-above-limit', at(power.value))).toEqual([]);
    // An average in use is no limit.
    expect(placesOf('power-above-limit', at(power.value * 3))).toHaveLength(observed === true ? 0 : 1);
  });
});

describe('a name that leaves the form open', () => {
  it.each([
    ['8 x A100', 'NVIDIA A100 SXM4 80GB', 250, 400],
    ['8 x A100 PCIe', 'NVIDIA A100 PCIe 80GB', 250, 300],
    ['8 x A100 80GB', 'NVIDIA A100 SXM4 80GB', 300, 400],
    ['8 x NVIDIA A100-SXM4-40GB', 'NVIDIA A100 SXM4 40GB', 400, 400],
    ['8 x V100s', 'NVIDIA V100 SXM2 32GB', 250, 300],
    ['8 x V100S', 'NVIDIA V100S PCIe 32GB', 250, 250],
    ['8 x RTX 3080', 'NVIDIA GeForce RTX 3080 10GB', 320, 350],
    ['8 x TPU v5e', 'Google TPU v5e', 125, 300],
  ])('%s: the power of every variant', (text, title, low, high) => {
    expect(claimsOf(`Trained on ${text} GPUs.`).devices).toMatchObject([{ title, low, high }]);
  });
});

describe('other ways to write a device', () => {
  it.each([
    ['4x RTX4090', 'NVIDIA GeForce RTX 4090', 4],
    ['4 rtx-4090', 'NVIDIA GeForce RTX 4090', 4],
    ['4 GeForce RTX 4090s', 'NVIDIA GeForce RTX 4090', 4],
    ['4 RTX 2080Ti', 'NVIDIA GeForce RTX 2080 Ti', 4],
    ['4 A6000', 'NVIDIA RTX A6000', 4],
    ['4 Tesla T4', 'NVIDIA T4', 4],
    ['4 TPUv4i', 'Google TPU v4i', 4],
    ['2 x 8 H100s', 'NVIDIA H100 SXM5 80GB', 16],
    ['1,024 Cloud TPU v3', 'Google TPU v3', 1024],
    ['8 Habana Gaudi2', 'Intel Gaudi 2 OAM', 8],
    ['2 RTX PRO 6000', 'NVIDIA RTX PRO 6000 Blackwell Server', 2],
    ['2 RTX PRO 6000 Blackwell Server Edition', 'NVIDIA RTX PRO 6000 Blackwell Server', 2],
    ['2 Apple M1 chips', 'Apple M1', 2],
  ])('%s', (text, title, count) => {
    const claims = claimsOf(`We trained it on ${text} for 3 hours.`);
    expect(claims.devices.map((device) => device.title)).toEqual([title]);
    expect(numbersOf(claims, 'accelerators')).toEqual([count]);
    expect(numbersOf(claims, 'hours')).toEqual([3]);
  });
});

describe('words that look like a device and are none', () => {
  it.each([
    'The A100 m race took 12 hours of training.',
    'We trained on images of T4 cells.',
    'The prize was P100,000 for 3 hours of work.',
    'We asked H100 people for 3 hours.',
    'Training ran from the L4 cache.',
    'Table A2 lists the GPUs that we trained on.',
    'Model M1 was trained for 3 hours.',
    'M2 was trained for 3 hours.',
    'We trained for 3 hours on an RTX 4090 Ti.',
    'We trained on an Apple M4 Ultra for 3 hours.',
    'The BA100 and the A1000s were trained.',
    'The letter a 100 hours later.',
    'We trained on the M40 dataset for 3 hours at 300 W.',
    'Training on the A10 split took 3 hours.',
    'Training on the A10 training set took 3 hours.',
    'The P100 subset was used for training for 3 hours.',
    'The L4 loss fell for 3 hours of training.',
    'We trained the L20 layers for 3 hours.',
    'The T4 model was trained for 3 hours.',
    'We trained the A100 model for 3 hours.',
    'The GPUs trained for 3 hours on the T10 benchmark and the A30 corpus.',
    'The A40 task, the H20 section, the L40 table and the K80 figure have the hours of training.',
    'Equation A2 has the hours of training, and layer M40 the power.',
    // No list has these words.
    'We trained on the M40 recordings for 3 hours at 300 W.',
    'The T4 gizmo was trained for 3 hours.',
  ])('%s', (text) => {
    const claims = claimsOf(text);
    expect(claims.devices).toEqual([]);
    expect(numbersOf(claims, 'accelerators')).toEqual([]);
  });

  it.each([
    ['- **Hardware Type:** L4', 'NVIDIA L4'],
    ['- **Hardware Type:** M1', 'Apple M1'],
    ['| GPU | Power (W) |\n|---|---|\n| T4 | 70 |', 'NVIDIA T4'],
    ['We trained for 3 hours on a T4.', 'NVIDIA T4'],
    ['- **GPU model:** A100', 'NVIDIA A100 SXM4 80GB'],
    ['- **GPU model:** A100 model', 'NVIDIA A100 SXM4 80GB'],
    ['- **Hardware:** T4 model of Colab', 'NVIDIA T4'],
    ['| GPU model | Power (W) |\n|---|---|\n| A100 model | 400 |', 'NVIDIA A100 SXM4 80GB'],
    ['We trained on 8 A100 GPUs.', 'NVIDIA A100 SXM4 80GB'],
    ['We trained on 8 A100 model GPUs.', 'NVIDIA A100 SXM4 80GB'],
    ['The GPU model T4 trained for 3 hours.', 'NVIDIA T4'],
    ['The A100 was set to 300 W.', 'NVIDIA A100 SXM4 80GB'],
    ['We trained on NVIDIA A100 data center GPUs and A100 data-center cards.', 'NVIDIA A100 SXM4 80GB'],
    ['We trained on a T4 provided by Colab.', 'NVIDIA T4'],
    ['The T4 drew 50 W.', 'NVIDIA T4'],
    ['Training ran on T4-based instances.', 'NVIDIA T4'],
    ['We trained on an M40 (24 GB) with the M40 dataset.', 'NVIDIA Tesla M40'],
  ])('but beside words of hardware they are: %s', (text, title) => {
    expect(claimsOf(text).devices.map((device) => device.title)).toContain(title);
  });

  it('takes a time that grows with the length of the text', () => {
    const text = '8 x NVIDIA A100-SXM4-80GB GPUs and RTX RTX RTX 4090 '.repeat(20_000);
    expect(namedDevices(text)).toHaveLength(40_000);
  });
});
