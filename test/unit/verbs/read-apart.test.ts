import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-apart-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Processors and memory used 0.8 kWh in 2 h to noon; the GPUs were listed, and not read, where they have no energy. */
const codecarbon = (gpu = 0): string =>
  emissionsCsv(versions['2.6.0'] ?? '', [
    {
      run_id: 'a',
      project_name: 'p',
      timestamp: '2024-03-05T12:00:00',
      duration: '7200',
      emissions: '0.0448',
      cpu_energy: '0.5',
      gpu_energy: String(gpu),
      ram_energy: '0.3',
      energy_consumed: String(gpu + 0.8),
      gpu_count: '4',
      gpu_model: '4 x NVIDIA A100-SXM4-80GB',
    },
  ]);
/** Four GPUs of 400 W each for some hours up to noon. */
const smi = (from = 10, to = 12, uuid = 'GPU'): string =>
  [
    'timestamp, index, uuid, name, power.draw [W]',
    ...Array.from({ length: (to - from) * 60 + 1 }, (_, minute) => from * 60 + minute).flatMap((minute) =>
      [0, 1, 2, 3].map(
        (n) =>
          `2024/03/05 ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000, ${n}, ${uuid}-${n}, NVIDIA A100-SXM4-80GB, 400.00 W`,
      ),
    ),
  ].join('\n');

async function phasesOf(text: string) {
  const resolved = await resolveText(`model: M\nlocation: FR\npue: 1.2\nphases:\n${text}`, join(folder, 'carboncard.yaml'));
  return { ...resolved, lines: assess(resolved).lines, ids: resolved.diagnostics.map(({ id }) => id) };
}
const host = 'host: { value: 0.8 kWh, boundary: components }';

describe('CodeCarbon that read no GPU, beside a log of the GPUs', () => {
  it.each([
    ['CodeCarbon first', ['emissions.csv', 'gpu.csv']],
    ['the GPUs first', ['gpu.csv', 'emissions.csv']],
  ])('is no overlap, and the draft says how to put both into one phase: %s', async (_, names) => {
    write('emissions.csv', codecarbon());
    write('gpu.csv', smi());
    const { diagnostics, text } = await initManifest(
      names.map((name) => join(folder, name)),
      { out: join(folder, 'm.yaml') },
    );
    expect(diagnostics.map(({ id }) => id)).not.toContain('overlap');
    const found = diagnostics.filter(({ id }) => id === 'gpus-read-apart');
    expect(found).toMatchObject([{ file: join(folder, 'emissions.csv'), line: 2, severity: 'warning' }]);
    expect(found[0]?.message).toBe(
      `No energy of the GPUs is in emissions.csv (CodeCarbon), and gpu.csv (nvidia-smi) measured them at the same time. In two phases, their electricity would be counted twice: as measured, and from their rated power. Add \`${host}\` to the phase of gpu.csv, and leave out emissions.csv.`,
    );
    expect(text).toMatch(/^ {2}# No energy of the GPUs is in emissions\.csv/m);
    expect(text).not.toContain('then remove it');
    expect(text).toContain('energy: { value: 3.2 kWh,');
    expect(text).toContain('host: { value: 0.8 kWh,');
  });

  it.each([
    ['with no answer', ''],
    ['on one machine', ', same_machine: true'],
  ])('keeps the sums of both phases, %s', async (_, more) => {
    write('emissions.csv', codecarbon());
    write('gpu.csv', smi());
    const { manifest, ids, diagnostics } = await phasesOf(
      `  - { phase: training, name: a, from: emissions.csv${more} }\n  - { phase: training, name: b, from: gpu.csv${more} }\n`,
    );
    expect(ids).not.toContain('overlap');
    expect(ids).not.toContain('counted-once');
    expect(diagnostics.filter(({ id }) => id === 'gpus-read-apart').map(({ path }) => path)).toEqual(['phases[1].from']);
    expect(manifest.phases.map((phase) => [phase.energy?.value, phase.host?.value])).toEqual([
      [undefined, expect.closeTo(0.8, 9)],
      [expect.closeTo(3.2, 9), undefined],
    ]);
  });

  it('is one phase as the warning says, without rated power', async () => {
    write('gpu.csv', smi());
    const { ids, lines } = await phasesOf(`  - { phase: training, from: gpu.csv, ${host} }\n`);
    expect(ids).not.toContain('gpus-read-apart');
    expect(lines.find(({ component }) => component === 'dynamic')?.energy?.value).toBeCloseTo(3.2, 6);
    expect(lines.find(({ component }) => component === 'host')?.energy?.value).toBeGreaterThanOrEqual(0.8);
  });

  it('says for how long the GPUs were read', async () => {
    const files = [write('emissions.csv', codecarbon()), write('gpu.csv', smi(11))];
    const { diagnostics } = await initManifest(files, { out: '-' });
    expect(diagnostics.find(({ id }) => id === 'gpus-read-apart')?.message).toMatch(
      /The GPUs were measured for 1 of 2 hours: also add `unmetered_hours:`, the other hours of accelerators\.$/,
    );
  });

  it.each([
    ['the GPUs were read by both', codecarbon(3.2), smi(), ['overlap']],
    ['they were at other times', codecarbon(), smi(8, 10), []],
  ])('is no such warning where %s', async (_, one, other, expected) => {
    const { diagnostics } = await initManifest([write('emissions.csv', one), write('gpu.csv', other)], { out: '-' });
    expect(diagnostics.map(({ id }) => id).filter((id) => ['overlap', 'gpus-read-apart'].includes(id))).toEqual(expected);
  });

  it('is none on two machines, as the manifest says', async () => {
    write('emissions.csv', codecarbon());
    write('gpu.csv', smi());
    const { ids } = await phasesOf(
      '  - { phase: training, name: a, from: emissions.csv }\n  - { phase: training, name: b, from: gpu.csv, same_machine: false }\n',
    );
    expect(ids).not.toContain('gpus-read-apart');
  });
});

describe('what is found of several logs', () => {
  it('is in the draft of their phase too: recordings of one card', async () => {
    const files = [write('a.csv', smi()), write('b.csv', smi())];
    const { text, diagnostics } = await initManifest(files, { out: join(folder, 'm.yaml') });
    const message = diagnostics.find(({ id }) => id === 'same-card')?.message ?? 'none';
    expect(text).toContain(`  # ${message}\n`);
    expect(text).toContain(`      - ${JSON.stringify(message)}\n`);
  });

  it('is placed in the log that its line is of', async () => {
    // By time the runs of b.csv come first, and its name comes second.
    const [b, a] = [write('b.csv', smi(9)), write('a.csv', smi(10))];
    const { diagnostics } = await initManifest([a, b], { out: '-' });
    const found = diagnostics.find(({ id }) => id === 'same-card');
    expect(found).toMatchObject({ file: b, line: smi(9).split('\n').length });
  });
});
