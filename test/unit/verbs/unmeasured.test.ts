import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { gaps } from '../../../src/sections/gaps.js';
import { notCounted } from '../../../src/sections/not-counted.js';
import { summary } from '../../../src/sections/summary.js';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { summaryOf } from '../../../src/verbs/shared/summary/summary.js';
import { type Changes, emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-unmeasured-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** 10 h with 0.5 kWh of the processor, 4 of the GPU and 0.3 of memory. */
const whole = {
  duration: '36000',
  cpu_energy: '0.5',
  gpu_energy: '4.0',
  ram_energy: '0.3',
  energy_consumed: '4.8',
  region: 'ile-de-france',
};
const noGpu = { ...whole, gpu_energy: '0', gpu_power: '0', energy_consumed: '0.8', gpu_count: '2' };
const nothing = { ...whole, cpu_energy: '0', gpu_energy: '0', ram_energy: '0', energy_consumed: '0', emissions: '0', run_id: 'none' };

function write(name: string, ...rows: readonly Changes[]): string {
  const file = join(folder, name);
  writeFileSync(file, emissionsCsv(versions['2.6.0'] ?? '', rows));
  return file;
}

async function assessed(text: string): Promise<Assessment> {
  return assess(await resolveText(text, join(folder, 'carboncard.yaml')));
}

/** A log by both ways: drafted by `init`, and read in place by `from`. */
async function bothWays(...rows: readonly Changes[]) {
  const file = write('emissions.csv', ...rows);
  const started = await initManifest([file], { out: join(folder, 'drafted.yaml') });
  const draft = readFileSync(join(folder, 'drafted.yaml'), 'utf8');
  const drafted = await assessed(draft);
  const read = await assessed('model: M\nfrom: [emissions.csv]\n');
  return { started, draft, drafted, read };
}

const lineOf = (assessment: Assessment, component: string) => assessment.lines.find((line) => line.component === component);
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('GPUs that were not read, of a known device', () => {
  it.each([
    // A slice of 3 of 7 computing parts: 400 W × 3 ÷ 7 × 0.75 × 20 h
    ['2 x NVIDIA A100-SXM4-40GB MIG 3g.20gb', (400 * 3 * 0.75 * 20) / 7 / 1000],
    // 400 W × 0.75 × 20 h
    ['2 x NVIDIA A100-SXM4-40GB', 6],
    ['2 x Tesla T4', (70 * 0.75 * 20) / 1000],
  ])('are calculated, and what was read is energy of the host: %s', async (gpu_model, kWh) => {
    const { started, draft, drafted, read } = await bothWays({ ...noGpu, gpu_model });
    for (const assessment of [drafted, read]) {
      const dynamic = lineOf(assessment, 'dynamic');
      expect(dynamic).toMatchObject({ basis: 'assumed', boundary: 'accelerator' });
      expect(dynamic?.energy?.value).toBeCloseTo(kWh, 9);
      expect(dynamic?.inputs.map(({ name, basis }) => [name, basis])).toEqual(
        expect.arrayContaining([
          ['rated power', 'table'],
          ['load', 'assumed'],
        ]),
      );
      // Low and high of the load: 40 % and 100 %.
      expect((dynamic?.energy?.low ?? Infinity) < kWh && (dynamic?.energy?.high ?? 0) > kWh).toBe(true);
      const host = lineOf(assessment, 'host');
      // 0.8 kWh as read, and 0.15 of it and of the GPUs for the rest of the node.
      expect(host?.energy?.value).toBeCloseTo(0.8 + 0.15 * (0.8 + kWh), 9);
      expect(host?.inputs.find(({ name }) => name === 'energy of processors and memory')).toMatchObject({ value: 0.8, basis: 'modelled' });
      expect(host?.parts?.map(({ name }) => name)).toEqual(['processors and memory', 'rest of the node']);
      // Processors and memory rest on what the tool modelled, all else on defaults.
      const byBasis = assessment.totals.development?.byBasis ?? [];
      expect(byBasis.map(({ basis }) => basis)).toEqual(['modelled', 'assumed']);
      expect(byBasis.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(assessment.diagnostics.find(({ id }) => id === 'own-total')?.message).toContain('also counts what the tool did not measure');
      expect(JSON.stringify(summaryOf(assessment).assumed)).not.toContain('800 Wh');
      expect(JSON.stringify(assessment.diagnostics)).toContain('The GPU has an energy of 0 kWh, so it was not measured.');
      expect(assessment.lines.some(({ boundary }) => boundary === 'components')).toBe(false);
    }
    expect(drafted.totals.development?.emissions.value).toBeCloseTo(read.totals.development?.emissions.value ?? 0, 9);
    expect(ids(started.diagnostics)[0]).toBe('accelerators-not-measured');
    expect(read.diagnostics[0]).toMatchObject({
      id: 'accelerators-not-measured',
      message: expect.stringContaining('The GPUs were not measured: the energy in the log is of processors and memory.'),
    });
    expect(draft).toContain('host: { value: 0.8 kWh, boundary: components, basis: modelled');
    expect(draft).not.toMatch(/^ *energy:/m);
  });

  it('are given by the energy or the power of the manifest where there is one', async () => {
    write('emissions.csv', { ...noGpu, gpu_model: '2 x Tesla T4' });
    const byEnergy = await assessed('model: M\nfrom: [emissions.csv]\nenergy: { value: 5 kWh, boundary: components }\n');
    expect(lineOf(byEnergy, 'dynamic')?.energy?.value).toBe(5);
    expect(lineOf(byEnergy, 'host')?.energy?.value).toBeCloseTo(0.75, 9);
    const byPower = await assessed('model: M\nfrom: [emissions.csv]\npower: { value: 50 W, basis: measured }\n');
    expect(lineOf(byPower, 'dynamic')?.energy?.value).toBeCloseTo(1, 9);
    expect(lineOf(byPower, 'host')?.energy?.value).toBeCloseTo(0.8 + 0.15 * 1.8, 9);
  });

  it('are of the module on a superchip, whose rated power includes processor and memory', async () => {
    write('emissions.csv', { ...noGpu, gpu_model: '2 x NVIDIA GH200 480GB' });
    const read = await assessed('model: M\nfrom: [emissions.csv]\n');
    const dynamic = lineOf(read, 'dynamic')?.energy?.value ?? 0;
    expect(lineOf(read, 'host')?.energy?.value).toBeCloseTo(0.15 * dynamic, 9);
    expect(ids(read.diagnostics)).toContain('host-inside-module');
  });
});

describe('GPUs that were not read, of an unknown device', () => {
  const reason = 'the GPUs were not measured, and Zeta 9 is not in the factor tables';

  it('are not counted, which every output says first', async () => {
    const { started, draft, drafted, read } = await bothWays({ ...noGpu, gpu_model: '2 x Zeta 9' });
    for (const assessment of [drafted, read]) {
      expect(lineOf(assessment, 'dynamic')).toBeUndefined();
      expect(assessment.states.find(({ component }) => component === 'dynamic')).toMatchObject({ state: 'not-counted', reason });
      expect(lineOf(assessment, 'host')?.energy?.value).toBeCloseTo(0.8 * 1.15, 9);
      const section = gaps.data(assessment) as { readonly items: readonly object[] };
      expect(section.items[0]).toEqual({ parts: [{ what: `computing (${reason})` }] });
      const list = notCounted.data(assessment) as unknown as { readonly items: readonly { readonly what: string }[] };
      expect(list.items[0]).toMatchObject({ what: 'Computing' });
      expect(summary.data(assessment, { charts: new Map(), attachments: [] })).toMatchObject({
        unmeasured: 'computing was not measured and is not counted',
      });
      expect(summaryOf(assessment).total).toMatch(/ without computing, which was not measured \(/);
    }
    expect(read.diagnostics[0]).toMatchObject({ id: 'accelerators-not-measured', message: expect.stringMatching(/^Not counted: /) });
    expect(started.diagnostics[0]?.message).toMatch(/^Not counted: the electricity of the GPUs\. /);
    const phase = draft.split('\n').slice(draft.split('\n').findIndex((line) => line.startsWith('  - phase:')));
    expect(phase[1]).toMatch(/^ {4}# Not counted: the electricity of the GPUs\. /);
    expect(draft).toContain(`not_counted: { dynamic: ${JSON.stringify(reason)} }`);
  });

  it('are calculated once the manifest names them', async () => {
    write('emissions.csv', { ...noGpu, gpu_model: '2 x Zeta 9' });
    const read = await assessed('model: M\nfrom: [emissions.csv]\nhardware: A100 SXM 40GB\n');
    expect(lineOf(read, 'dynamic')?.energy?.value).toBeCloseTo(6, 9);
    expect(gaps.data(read)?.['items']).not.toContainEqual({ parts: [{ what: expect.stringMatching(/^computing/) }] });
  });
});

describe('what a log lacks and the manifest gives', () => {
  const unknown = { gpu_model: '2 x Zeta 9', gpu_count: '2' };
  const known = { gpu_count: '2', gpu_model: '2 x NVIDIA A100-SXM4-40GB' };
  const own = 'energy: { value: 5 kWh, boundary: accelerator }';

  it.each<readonly [string, readonly Changes[], string, readonly string[]]>([
    ['unread GPUs of an unknown device', [{ ...noGpu, ...unknown }], '', ['accelerators-not-measured', 'unknown-device']],
    ['with hardware', [{ ...noGpu, ...unknown }], 'hardware: A100 SXM 40GB', []],
    ['with an energy and the hardware', [{ ...noGpu, ...unknown }], `hardware: A100 SXM 40GB\n${own}`, []],
    ['with an energy', [{ ...noGpu, ...unknown }], own, ['unknown-device']],
    ['with a power', [{ ...noGpu, ...unknown }], 'power: { value: 600 W, for: 2 accelerators }', ['unknown-device']],
    ['unread GPUs of a known device, which are calculated', [{ ...noGpu, ...known }], '', ['accelerators-not-measured']],
    ['with an energy', [{ ...noGpu, ...known }], own, []],
    [
      'runs without a reading',
      [
        { ...whole, ...unknown },
        { ...nothing, ...unknown },
      ],
      '',
      ['partly-metered', 'unknown-device'],
    ],
    [
      'with hardware',
      [
        { ...whole, ...unknown },
        { ...nothing, ...unknown },
      ],
      'hardware: A100 SXM 40GB',
      [],
    ],
    [
      'with an energy',
      [
        { ...whole, ...known },
        { ...nothing, ...known },
      ],
      own,
      [],
    ],
  ])('is not said to be missing: %s', async (_, rows, more, expected) => {
    write('emissions.csv', ...rows);
    const { diagnostics } = await assessed(`model: M\nfrom: [emissions.csv]\n${more}\n`);
    const lacks = ['accelerators-not-measured', 'partly-metered', 'unknown-device', 'several-devices'];
    expect(
      ids(diagnostics)
        .filter((id) => lacks.includes(id))
        .sort(),
    ).toEqual(expected);
  });
});

describe('processors that were not read', () => {
  it('are in the default host beside GPUs that were: 4 kWh at the accelerators', async () => {
    const { drafted, read } = await bothWays({ ...whole, cpu_energy: '0', cpu_power: '0', energy_consumed: '4.3' });
    for (const assessment of [drafted, read]) {
      expect(lineOf(assessment, 'dynamic')).toMatchObject({ boundary: 'accelerator', basis: 'measured', energy: { value: 4 } });
      expect(lineOf(assessment, 'host')?.energy?.value).toBeCloseTo(2, 9);
    }
  });

  it('are calculated from their rating where only memory has an energy: 280 W × 0.75 × 10 h', async () => {
    const memory = { gpu_energy: '0', gpu_model: '', gpu_count: '', cpu_energy: '0', energy_consumed: '0.3' };
    const { drafted, read } = await bothWays({ ...whole, ...memory, cpu_model: 'AMD EPYC 7763 64-Core Processor' });
    for (const assessment of [drafted, read]) {
      expect(lineOf(assessment, 'dynamic')).toMatchObject({ basis: 'assumed', boundary: 'components' });
      expect(lineOf(assessment, 'dynamic')?.energy?.value).toBeCloseTo(2.1, 9);
    }
  });
});

describe('runs without a reading beside others', () => {
  it('are calculated and added: 4.8 kWh + 10 h × 400 W × 0.75', async () => {
    const { draft, drafted, read } = await bothWays(whole, nothing);
    expect(draft).toContain('unmetered_hours: 10 h');
    for (const assessment of [drafted, read]) {
      const dynamic = lineOf(assessment, 'dynamic');
      expect(dynamic).toMatchObject({ basis: 'assumed', boundary: 'components' });
      expect(dynamic?.energy?.value).toBeCloseTo(7.8, 9);
      expect(dynamic?.parts?.map(({ name, energy }) => [name, Number(energy?.value.toFixed(9))])).toEqual([
        ['metered', 4.8],
        ['without a meter', 3],
      ]);
      expect(dynamic?.notes.join(' ')).toContain('A part was not metered.');
      // 0.15 of what sensors of the components read, and 0.5 of GPUs on a baseboard.
      expect(lineOf(assessment, 'host')?.energy?.value).toBeCloseTo(0.15 * 4.8 + 0.5 * 3, 9);
      const measured = assessment.totals.development?.byBasis?.find(({ basis }) => basis === 'measured');
      expect(measured?.emissions.value).toBeCloseTo(((dynamic?.emissions.value ?? 0) * 4.8) / 7.8, 9);
    }
    expect(read.diagnostics[0]).toMatchObject({
      id: 'partly-metered',
      message:
        'The log has no energy of one of 2 runs (10\u202fh). It is calculated from the rated power of NVIDIA A100-SXM4-80GB, and added.',
    });
  });

  it('are not counted where the device is unknown, and this comes first', async () => {
    const unknown = { gpu_model: '1 x Zeta 9' };
    const { draft, drafted, read } = await bothWays({ ...whole, ...unknown }, { ...nothing, ...unknown });
    expect(draft).toContain('# Not counted: the electricity of one of 2 runs (10\u202fh)');
    for (const assessment of [drafted, read]) {
      expect(lineOf(assessment, 'dynamic')?.energy?.value).toBe(4.8);
      expect(assessment.omissions[0]).toMatchObject({ id: 'unmetered', reason: expect.stringContaining('10 accelerator-hours') });
      const section = gaps.data(assessment) as { readonly items: readonly object[] };
      expect(section.items[0]).toEqual({
        parts: [{ what: expect.stringMatching(/^electricity that was not measured .*10 accelerator-hours/) }],
      });
      expect(summaryOf(assessment).total).toContain(' without some computing, which was not measured ');
    }
  });

  it('of unlike contents are never added: an error in `from`, and a phase each in a draft', async () => {
    const file = write('emissions.csv', whole, { ...noGpu, run_id: 'b', gpu_count: '1' });
    await expect(assessed('model: M\nfrom: [emissions.csv]\n')).rejects.toMatchObject({
      diagnostics: [expect.objectContaining({ id: 'several-boundaries' })],
    });
    const { text } = await initManifest([file], { out: '-' });
    expect(text.match(/^ {2}- phase:/gm)).toHaveLength(2);
    expect(text.match(/boundary: \w+/g)).toEqual(['boundary: components', 'boundary: components']);
    expect(text).toMatch(/energy: \{ value: 4\.8 kWh/);
    expect(text).toMatch(/host: \{ value: 0\.8 kWh/);
  });

  it('alone make no report', async () => {
    write('emissions.csv', nothing);
    await expect(assessed('model: M\nfrom: [emissions.csv]\n')).rejects.toMatchObject({
      diagnostics: [expect.objectContaining({ id: 'nothing-measured' })],
    });
  });
});

describe('more cards in a log than seem to have been used', () => {
  it.each([
    ['one of 8 at work: 0.3 × 400 W ÷ 8 and less', '8', '4.0', true],
    ['8 at 44 % of their rating', '8', '14.1', false],
    ['one card', '1', '0.4', false],
  ])('are asked for: %s', async (_, gpu_count, gpu_energy, isAsked) => {
    const energy_consumed = String(Number(gpu_energy) + 0.8);
    const file = write('emissions.csv', { ...whole, gpu_count, gpu_energy, energy_consumed });
    const { text, diagnostics } = await initManifest([file], { out: '-' });
    expect(text.includes(`accelerators: ${gpu_count}  # were all ${gpu_count} used?`)).toBe(isAsked);
    expect(ids(diagnostics).includes('unused-cards')).toBe(isAsked);
    const read = await assessed('model: M\nfrom: [emissions.csv]\n');
    expect(ids(read.diagnostics).includes('unused-cards')).toBe(isAsked);
  });
});

describe('what is odd about a log', () => {
  it('is a comment above the phase, and a note that its report prints', async () => {
    const { draft, drafted } = await bothWays({ ...whole, cpu_power: '42.5' }, { ...whole, cpu_power: '42.5', energy_consumed: '4.8' });
    const lines = draft.split('\n');
    const at = lines.findIndex((line) => line.startsWith('  - phase:'));
    const told = ['2 rows are of one run', 'The power of the CPU is 42.5 W throughout'];
    for (const text of told) {
      expect(lines.slice(0, at).some((line) => line.startsWith(`  # emissions.csv, line 3: ${text}`))).toBe(true);
      expect(drafted.diagnostics).toContainEqual(
        expect.objectContaining({
          id: 'note-of-manifest',
          severity: 'note',
          message: expect.stringContaining(`emissions.csv, line 3: ${text}`),
        }),
      );
    }
    expect(draft).toMatch(/^ {4}notes:$/m);
  });
});

describe('a server of slices', () => {
  it('is said in slices: 8 cards ÷ 3/7 = 18.7', () => {
    const { diagnostics } = assess(
      parseManifest('model: M\nhardware: 2 x A100-SXM4-40GB MIG 3g.20gb\nduration: 10 h\nlocation: FR\nyear: 2024'),
      { samples: 0 },
    );
    expect(diagnostics.find(({ id }) => id === 'default-per-node')?.message).toBe(
      'Default number of accelerators in a server: 18.7 slices of this size.',
    );
  });
});
