import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const zeus = (joules: string) => `start_time,window_name,elapsed_time,gpu0_energy\n1709287200.5,epoch 0,3600.0,${joules}\n`;

async function started(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  const out = join(folder, 'carboncard.yaml');
  const { diagnostics } = await initManifest([join(folder, name)], { out });
  return { diagnostics, draft: readFileSync(out, 'utf8') };
}

describe('the power that a log implies', () => {
  const sentence = '154 kWh in 1.00 h is 154 kW, more than a server of 8 accelerators takes.';

  it('is questioned where no device is known, in the log and in the draft', async () => {
    const { diagnostics, draft } = await started('zeus.csv', zeus('554400000'));
    const [found] = diagnostics.filter(({ id }) => id === 'run-power');
    expect(found?.message.replaceAll('\u202f', ' ')).toBe(sentence);
    expect(found?.severity).toBe('warning');
    expect(draft.replaceAll('\u202f', ' ')).toContain(`    # ${sentence}`);
  });

  it('is questioned for the device that the log names: 8 kWh in 36 s of one A100 is 800 kW', async () => {
    const run = { duration: '36.0', cpu_energy: '0.5', gpu_energy: '7.2', ram_energy: '0.3', energy_consumed: '8.0' };
    const machine = { gpu_count: '1', gpu_model: '1 x NVIDIA A100-SXM4-80GB' };
    const { diagnostics, draft } = await started('emissions.csv', emissionsCsv(versions['2.6.0'] ?? '', [{ ...run, ...machine }]));
    const [found] = diagnostics.filter(({ id }) => id === 'power-above-limit');
    expect(found).toMatchObject({ severity: 'warning', file: join(folder, 'emissions.csv') });
    expect(found?.message).toContain('is 800\u202fkW for each NVIDIA A100 SXM4 80GB');
    expect(draft).toContain(`    # ${found?.message}`);
  });

  it('is not questioned where a machine can take it', async () => {
    const { diagnostics } = await started('zeus.csv', zeus('1080000'));
    expect(diagnostics.map(({ id }) => id)).not.toContain('run-power');
  });

  it('is questioned at render too, where the phase reads the log itself', async () => {
    writeFileSync(join(folder, 'zeus.csv'), zeus('554400000'));
    const manifest = join(folder, 'carboncard.yaml');
    const { diagnostics } = await resolveText('model: M\nfrom: zeus.csv\nlocation: FR\nyear: 2024\n', manifest);
    expect(diagnostics.filter(({ id }) => id === 'run-power')).toMatchObject([{ severity: 'warning', path: 'from' }]);
  });
});
