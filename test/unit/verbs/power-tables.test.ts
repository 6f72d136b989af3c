import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { unnamedTable } from '../../../src/trackers/csv-columns.js';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { fixture } from '../trackers/changed-texts.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-powers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

async function faultsOf(run: () => Promise<unknown>) {
  try {
    await run();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
}

describe('a table with powers over time', () => {
  it.each([
    ['of TensorBoard', 'Wall time,Step,Value\n1709632800.0,0,300.0\n', 'time: Wall time, power: Value (W)'],
    ['with a device', 'timestamp,gpu,power_w\n0,0,300\n', 'time: timestamp, power: power_w (W), device: gpu'],
    ['with a unit in its name', 'time;power (kW)\n0;0.3\n', 'time: time, power: power (kW)'],
    [
      'with a column for each device',
      'time,gpu0_watts,gpu1_watts,power_limit\n0,1,2,3\n',
      'time: time, power: [gpu0_watts (W), gpu1_watts (W)]',
    ],
    ['with brackets', 'time [s],power [W]\n0,1\n', 'time: "time [s]", power: "power [W]"'],
  ])('%s is answered with the entry that reads it', (_, text, columns) => {
    expect(unnamedTable(text)).toMatchObject({ columns, hasPower: true, hasEnergy: false });
  });

  it('is read by that entry, with the boundary that the manifest gives', async () => {
    write('power.csv', fixture('csv/tensorboard.csv'));
    const [fault] = await faultsOf(() => initManifest([join(folder, 'power.csv')], { out: '-' }));
    const [, entry = ''] = /`from: (.*)`$/.exec(fault?.expected ?? '') ?? [];
    const from = entry.replace(' }', ' }, boundary: node').replace('} }, boundary: node', '}, boundary: node }');
    const { manifest } = await resolveText(
      `model: M\nlocation: France\nhardware: A100 SXM 80GB\nfrom: ${from}\n`,
      join(folder, 'carboncard.yaml'),
    );
    expect(manifest.phases).toHaveLength(1);
    expect(JSON.stringify(manifest.phases[0])).toContain('"boundary":"node"');
  });

  it('is read by init with the columns on its command line: 0.0064 kWh', async () => {
    const file = write('power.csv', fixture('csv/tensorboard.csv'));
    const { text } = await initManifest([file], { out: '-', columns: 'time: Wall time, power: Value (W)' });
    expect(text).toContain('energy: { value: 0.0064 kWh, basis: measured,');
    expect(text).toContain('was it measured at the accelerator, components, node or facility');
  });

  it.each(['time', 'tme: a, power: b', 'time: [a', '3'])('is refused with columns that are none: %s', async (columns) => {
    const file = write('power.csv', fixture('csv/tensorboard.csv'));
    expect(await faultsOf(() => initManifest([file], { out: '-', columns }))).toMatchObject([{ id: 'invalid-columns' }]);
  });
});

describe('a power log of a known device', () => {
  it('is held against what the device can take: 1,000 W of a T4 is rejected, 1,000 W of an H100 is not', async () => {
    const rows = (name: string): string =>
      Array.from({ length: 20 }, (_, at) => `2024/03/05 12:00:${at + 10}.000, 0, ${name}, ${at === 9 ? '1000.00' : '60.00'} W\n`).join('');
    const odd = async (name: string) => {
      const file = write('power.csv', `timestamp, index, name, power.draw [W]\n${rows(name)}`);
      return (await initManifest([file], { out: '-' })).diagnostics.map(({ id }) => id);
    };
    expect(await odd('Tesla T4')).toContain('impossible-power');
    expect(await odd('NVIDIA H100 80GB HBM3')).not.toContain('impossible-power');
  });
});

describe('the console output of CodeCarbon', () => {
  it('is declared in the manifest, without a date and a place', async () => {
    const file = write('train.log', fixture('codecarbon-output/2.8.log'));
    const { text } = await initManifest([file], { out: '-' });
    expect(text).toContain('energy: { value: 0.1 kWh, boundary: components, basis: declared,');
    expect(text).toContain('# year: 2023  # when?');
    expect(text).toContain('# location: France  # where?');
  });
});
