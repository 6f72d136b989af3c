import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initManifest } from '../../../src/verbs/init.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function started(name: string, content: string): Promise<string> {
  writeFileSync(join(folder, name), content);
  return (await initManifest([join(folder, name)], { out: '-' })).text;
}

const columns = versions['3.0.7'] ?? '';

describe('the question for the hardware of a log', () => {
  it('asks how many where no energy is logged, since nothing is calculated without it', async () => {
    expect(await started('all_results.json', '{ "train_runtime": 1800.0, "total_flos": 8.8e16 }')).toContain(
      '    # hardware: 8 x A100 80GB  # which accelerators, and how many?\n',
    );
  });

  it('is for the embodied emissions where the energy is logged', async () => {
    const text = await started('emissions.csv', emissionsCsv(columns, [{ gpu_model: '', gpu_count: '' }]));
    expect(text).toContain('    # hardware: A100 80GB  # which accelerators, for their embodied emissions?\n');
    expect(text).toContain('energy: { value: 1 kWh,');
  });
});

it('sums have no digits of floating-point noise: 0.1 + 0.2 kWh', async () => {
  const rows = [{ energy_consumed: '0.1' }, { run_id: 'b', timestamp: '2023-11-10T15:13:33', energy_consumed: '0.2' }];
  const text = await started(
    'emissions.csv',
    emissionsCsv(
      columns,
      rows.map((row) => ({ ...row, cpu_energy: '0', gpu_energy: row.energy_consumed, ram_energy: '0' })),
    ),
  );
  expect(text).toContain('energy: { value: 0.3 kWh,');
});
