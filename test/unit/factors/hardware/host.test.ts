import { describe, expect, it, test } from 'vitest';
import { hostShareFor, nodeOf, serverOf, serverSizeOf } from '../../../../src/factors/hardware/host.js';
import {
  type Device,
  defaultHostShares,
  defaultLifetime,
  defaultLoads,
  findDevice,
  hostFloor,
  hostFloorShare,
  longerLifetime,
  servers,
  shorterLifetime,
} from '../../../../src/factors/hardware/index.js';

function device(name: string): Device {
  const found = findDevice(name).found?.device;
  if (found === undefined) throw new Error(`no device ${name}`);
  return found;
}

test('a server lives 5 years, from 3 to 7, of 8,760 h; 4 and 6 are shown beside', () => {
  expect(defaultLifetime).toMatchObject({ value: 43_800, low: 26_280, high: 61_320, unit: 'h' });
  expect([shorterLifetime.value, longerLifetime.value]).toEqual([35_040, 52_560]);
});

test('assumptions are named as such, with their range', () => {
  const rangesOf = (rows: Readonly<Record<string, { kind: string; low?: number | undefined; value: number; high?: number | undefined }>>) =>
    Object.fromEntries(Object.entries(rows).map(([key, { kind, low, value, high }]) => [key, [kind, low, value, high]]));
  expect(rangesOf(defaultLoads)).toEqual({
    large: ['assumed', 0.6, 0.8, 1],
    small: ['assumed', 0.4, 0.75, 1],
    deployment: ['assumed', 0.15, 0.4, 0.9],
  });
  expect(rangesOf(defaultHostShares)).toEqual({
    accelerators: ['assumed', 0.2, 0.4, 0.6],
    baseboards: ['assumed', 0.25, 0.5, 0.75],
    restOfNode: ['assumed', 0.05, 0.15, 0.35],
    superchips: ['assumed', 0.05, 0.15, 0.3],
  });
  expect(rangesOf({ hostFloor })).toEqual({ hostFloor: ['assumed', 20, 30, 60] });
  expect(hostFloorShare).toMatchObject({ value: 0.2, kind: 'assumed', range: 'assumed' });
});

test.each([
  ['A100 SXM4 80GB', 8],
  ['MI300X', 8],
  ['MI250X', 4],
  ['A100 PCIe 40GB', undefined],
  ['RTX 4090', undefined],
  ['TPU v3', undefined],
])('%s: the number in a node by its form is %s', (name, count) => {
  expect(nodeOf(device(name))?.value).toBe(count);
});

describe('the server around a device', () => {
  it.each([
    ['H100 SXM', undefined, 5700],
    ['H200', undefined, 5700],
    ['B200', undefined, 5700],
    ['MI300X', undefined, 5700],
    ['A100 SXM4 80GB', undefined, 3660],
    ['V100 SXM2 32GB', undefined, 2500],
    ['P100 SXM2', undefined, 2500],
    ['A100 PCIe 40GB', undefined, 2500],
    ['T4', undefined, 2500],
    ['L4', undefined, 2500],
    ['GH200', undefined, 2850],
    ['GB200', undefined, 2850],
    ['TPU v4', undefined, 3550],
    ['TPU v6e', undefined, 3550],
    ['RTX 4090', undefined, undefined],
    ['Apple M3 Max', undefined, undefined],
    // Half of a class for a node of four modules, as in Leonardo and Perlmutter.
    ['A100 SXM4 40GB', 4, 1830],
    ['H100 SXM', 4, 2850],
    ['V100 SXM2 32GB', 4, 1250],
    ['A100 SXM4 40GB', 8, 3660],
    // Four cards are a whole server, and four modules of two dies a whole node.
    ['A100 PCIe 40GB', 4, 2500],
    ['MI250X', 4, 3660],
  ])('%s with %s in it: %s kg', (name, perNode, kg) => {
    expect(serverOf(device(name), perNode)?.value).toBe(kg);
  });

  it('of processors alone is the generic one: 2,500 kg', () => {
    expect(serverOf(undefined, undefined)).toBe(servers.generic);
    expect(servers.generic).toMatchObject({ value: 2500, unit: 'kgCO2e', source: { id: 'luccioni-2023-bloom' } });
  });

  it.each([
    ['A100 SXM4 80GB', 8],
    ['T4', 4],
    ['MI250X', 4],
    ['GH200', 4],
    ['GB200', 4],
    ['TPU v4', 4],
  ])('holds, for %s, %s of them', (name, count) => {
    expect(serverSizeOf(device(name)).factor.value).toBe(count);
  });
});

describe('the share of the host', () => {
  it.each([
    ['A100 SXM4 80GB', 0.5],
    ['H100 SXM', 0.5],
    ['B200', 0.5],
    ['MI250X', 0.4],
    ['V100 SXM2 32GB', 0.4],
    ['A100 PCIe 40GB', 0.4],
    ['T4', 0.4],
    ['RTX 4090', 0.4],
    ['GB200', 0.4],
    ['GH200', 0.15],
    ['Apple M3 Max', 0.15],
  ])('of %s is %s', (name, share) => {
    expect(hostShareFor(device(name)).value).toBe(share);
  });
});
