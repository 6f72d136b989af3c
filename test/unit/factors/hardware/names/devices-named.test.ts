import { describe, expect, it } from 'vitest';
import { accelerators } from '../../../../../src/factors/hardware/devices.js';
import { devicesNamed, findDevice } from '../../../../../src/factors/hardware/names/find-device.js';

const ids = (text: string): readonly string[] => devicesNamed(text).map(({ id }) => id);

describe('names of every device of the tables', () => {
  it.each(
    accelerators().map((row) => [row.device.name, row] as const),
  )('%s is found by its name, aloud and with its maker', (name, row) => {
    expect(ids(name)[0]).toBe(row.device.id);
    expect(findDevice(name).found?.device.id).toBe(row.device.id);
    expect(ids(name.replace(`${row.device.vendor} `, ''))[0]).toBe(row.device.id);
    expect(ids(`${row.device.vendor} ${name}`)[0]).toBe(row.device.id);
    expect(findDevice(`8 x ${name}`).found).toMatchObject({ device: { id: row.device.id }, count: 8 });
  });

  it.each(
    accelerators().map((row) => [row.device.name, row] as const),
  )('%s is among the devices of its family and of each alias', (_, row) => {
    const variant = row.meantBy === undefined ? '' : ` ${row.meantBy === 'form' ? row.device.formFactor : `${row.device.memoryGB}GB`}`;
    for (const word of [row.family, ...row.aliases]) expect(ids(`${word}${variant}`)).toContain(row.device.id);
  });

  it.each(
    accelerators().flatMap((row) =>
      row.memories.map((memory) => [`${row.family}${row.meantBy === 'form' ? ` ${row.device.formFactor}` : ''} ${memory}GB`, row] as const),
    ),
  )('%s means the row that has this size', (name, row) => {
    expect(ids(name)).toContain(row.device.id);
  });
});

describe('devicesNamed', () => {
  it('leaves open what the name leaves open', () => {
    expect(ids('A100 80GB')).toEqual(['a100-sxm4-80gb', 'a100-pcie-80gb']);
    expect(ids('A100-SXM4-40GB')).toEqual(['a100-sxm4-40gb']);
    expect(ids('p4d.24xlarge')).toEqual(['a100-sxm4-40gb']);
    expect(ids('A100 64GB')).toEqual(['a100-sxm4-64gb']);
    expect(ids('A100 48GB')).toEqual([]);
    expect(ids('Banana 9000')).toEqual([]);
  });
});
