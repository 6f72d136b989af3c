import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-overlaps-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;

/** A run of 10 h with 0.5 kWh of processors, 0.3 kWh of memory and so much of 4 GPUs. */
const run = (id: string, gpu: number, change: Row = {}): Row => ({
  run_id: id,
  project_name: 'p',
  timestamp: '2024-03-05T12:00:00',
  duration: '36000',
  emissions: String((gpu + 0.8) * 0.056),
  cpu_energy: '0.5',
  gpu_energy: String(gpu),
  ram_energy: '0.3',
  energy_consumed: String(gpu + 0.8),
  gpu_count: '4',
  gpu_model: '4 x NVIDIA A100-SXM4-80GB',
  ...change,
});
/** The files of a process for each GPU, a second apart. */
const processes = [0, 1, 2, 3].map((n) => run(`id-${n}`, 16 + n / 1000, { timestamp: `2024-03-05T12:00:0${n}` }));

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}
const csv = (...rows: readonly Row[]): string => emissionsCsv(versions['2.6.0'] ?? '', rows);
const writeAll = (rows: readonly Row[] = processes): readonly string[] => rows.map((row, n) => write(`rank${n}.csv`, csv(row)));
const smi = (seconds: number, watts: number, uuid = 'GPU-1'): string =>
  [
    'timestamp, uuid, name, power.draw [W]',
    ...[0, 60, seconds].map((at) => `${stamp(at)}, ${uuid}, NVIDIA A100-SXM4-80GB, ${watts} W`),
  ].join('\n');
const stamp = (seconds: number): string => `2024/03/05 0${2 + Math.floor(seconds / 3600)}:0${Math.floor((seconds % 3600) / 60)}:00.000`;

async function phasesOf(text: string) {
  const resolved = await resolveText(`model: M\n${text}`, join(folder, 'carboncard.yaml'));
  const { lines } = assess(resolved);
  const dynamic = lines.filter(({ component }) => component === 'dynamic');
  return { ...resolved, energies: dynamic.map(({ energy }) => energy?.value), ids: resolved.diagnostics.map(({ id }) => id) };
}
const phase = (from: string, more = '', name = 'a'): string => `  - { phase: training, name: ${name}, from: ${from}, pue: 1.2${more} }\n`;
const rounded = (energies: readonly (number | undefined)[]): readonly number[] =>
  energies.map((kWh) => Number((kWh ?? Number.NaN).toFixed(1)));
const messagesOf = ({
  diagnostics,
}: {
  readonly diagnostics: readonly { readonly id: string; readonly message: string }[];
}): readonly string[] => diagnostics.filter(({ id }) => id === 'overlap').map(({ message }) => message);

const readings = 'On one machine they used 16.8\u202fkWh, on 4 machines 67.2\u202fkWh. The latter is counted.';
const alike = 'The energies differ by less than 0.1\u202f%, so they are almost certainly readings of one machine.';

describe('a file of CodeCarbon for each process', () => {
  it('is reported once by init, with both readings', async () => {
    const { diagnostics, text } = await initManifest(writeAll(), { out: join(folder, 'm.yaml') });
    expect(messagesOf({ diagnostics })).toEqual([
      `4 runs overlap in time: rank0.csv, rank1.csv, rank2.csv and rank3.csv. ${readings} ${alike}`,
    ]);
    expect(text).toContain(`    # 4 runs overlap in time: rank0.csv, rank1.csv, rank2.csv and rank3.csv. ${readings}`);
    expect(text).toContain('\n    from: [rank0.csv, rank1.csv, rank2.csv, rank3.csv]\n');
    expect(text).toMatch(/\n {4}# same_machine: true {2}# .*\?\n/);
    expect(text.match(/- phase:/g)).toHaveLength(1);
  });

  it.each([
    ['true', 16.8],
    ['false', 67.2],
  ])('is counted as its draft is answered: same_machine: %s', async (answer, energy) => {
    const { text } = await initManifest(writeAll(), { out: join(folder, 'm.yaml') });
    const answered = text
      .replace(/# same_machine: .*/, `same_machine: ${answer}`)
      .replace(/^model:.*/m, '')
      .replace('phases:', 'pue: 1.2\nphases:');
    const { energies, ids } = await phasesOf(answered);
    expect(rounded(energies)).toEqual([energy]);
    expect(ids).not.toContain('overlap');
  });

  it.each([
    ['one', 'same_machine: true'],
    ['several', 'same_machine: false'],
  ])('is asked for at the terminal: %s', async (machine, line) => {
    const { text } = await initManifest(writeAll(), {
      out: join(folder, 'm.yaml'),
      ask: async (questions) => (questions.some(({ id }) => id === 'machine') ? { machine } : {}),
    });
    expect(text).toContain(`\n    ${line}\n`);
    expect(text).not.toContain('overlap');
  });

  it.each([
    ['a pattern', '"rank*.csv"', '', 67.2, ['overlap']],
    ['one machine', '"rank*.csv"', ', same_machine: true', 16.8, ['counted-once']],
    ['one machine, in the selection', '{ logs: "rank*.csv", same_machine: true }', '', 16.8, ['counted-once']],
    ['several machines', '"rank*.csv"', ', same_machine: false', 67.2, []],
    ['one of them', 'rank1.csv', ', same_machine: true', 16.8, ['nothing-counted-once']],
  ])('is read by a phase: %s', async (_, from, more, energy, expected) => {
    writeAll();
    const { energies, ids, manifest } = await phasesOf(`phases:\n${phase(from, more)}`);
    expect(rounded(energies)).toEqual([energy]);
    expect(ids.filter((id) => ['overlap', 'counted-once', 'nothing-counted-once'].includes(id))).toEqual(expected);
    // Hours and GPUs are those of the machine, or of all.
    expect(manifest.phases[0]?.duration?.value).toBeCloseTo(energy === 16.8 ? 10 : 40, 2);
    expect(manifest.phases[0]?.accelerators?.value).toBe(4);
    expect(manifest.phases[0]?.reported?.value).toBeCloseTo(energy * 0.056, 2);
  });

  it('is found between phases, and counted once over both', async () => {
    writeAll(processes.slice(0, 2));
    const found = await phasesOf(`phases:\n${phase('rank0.csv')}${phase('rank1.csv', '', 'b')}`);
    expect(rounded(found.energies)).toEqual([16.8, 16.8]);
    expect(messagesOf(found)).toEqual([
      `2 runs overlap in time: rank0.csv and rank1.csv. On one machine they used 16.8\u202fkWh, on 2 machines 33.6\u202fkWh. The latter is counted. ${alike}`,
    ]);
    expect(found.diagnostics.find(({ id }) => id === 'overlap')?.path).toBe('phases[1].from');
    const once = await phasesOf(`phases:\n${phase('rank0.csv', ', same_machine: true')}${phase('rank1.csv', ', same_machine: true', 'b')}`);
    expect(rounded(once.energies)).toEqual([8.4, 8.4]);
    expect(messagesOf(once)).toEqual([]);
    const added = await phasesOf(`phases:\n${phase('rank0.csv')}${phase('rank1.csv', ', same_machine: false', 'b')}`);
    expect(messagesOf(added)).toEqual([]);
  });
});

describe('logs of two tools at one time', () => {
  it('are named with their tools, and the draft asks which to keep', async () => {
    const files = [write('emissions.csv', csv(run('a', 16))), write('gpu.csv', smi(3600, 400))];
    const { diagnostics, text } = await initManifest(files, { out: join(folder, 'm.yaml') });
    expect(messagesOf({ diagnostics })).toEqual([
      '2 runs overlap in time: emissions.csv (CodeCarbon) and gpu.csv (nvidia-smi). On one machine they used 16.8\u202fkWh, on 2 machines 17.2\u202fkWh. The latter is counted.',
    ]);
    expect(text.match(/^ {4}# This phase .*$/gm)).toEqual(['    # This phase  # was it on the machine of emissions.csv: then remove it?']);
  });

  it('leave nothing of the GPUs where the machine is counted', async () => {
    write('emissions.csv', csv(run('a', 16)));
    write('gpu.csv', smi(3600, 400));
    const one = ', same_machine: true';
    const error = await phasesOf(`phases:\n${phase('emissions.csv', one)}${phase('gpu.csv', `${one}, location: FR`, 'b')}`).catch(
      (fault: unknown) => fault,
    );
    expect(error instanceof InputError && error.diagnostics.map(({ id, path }) => [id, path])).toEqual([
      ['counted-elsewhere', 'phases[1].from'],
    ]);
    const { energies } = await phasesOf(`phases:\n${phase('[emissions.csv, gpu.csv]', one)}`);
    expect(rounded(energies)).toEqual([16.8]);
  });
});

describe('recordings of one card', () => {
  it('by its UUID are counted once, and said', async () => {
    const files = [write('a.csv', smi(3600, 300)), write('b.csv', smi(3600, 300))];
    const { text, diagnostics } = await initManifest(files, { out: join(folder, 'm.yaml') });
    expect(text).toContain('energy: { value: 0.3 kWh,');
    expect(diagnostics.find(({ id }) => id === 'same-card')?.message).toBe(
      '2 runs overlap in time: a.csv and b.csv, and have the same cards by their UUIDs. They are counted once: 300\u202fWh instead of 600\u202fWh.',
    );
  });

  it('of two cards are added without a word', async () => {
    const files = [write('a.csv', smi(3600, 300)), write('b.csv', smi(3600, 300, 'GPU-2'))];
    const { text, diagnostics } = await initManifest(files, { out: join(folder, 'm.yaml') });
    expect(text).toContain('energy: { value: 0.6 kWh,');
    expect(diagnostics.map(({ id }) => id)).not.toContain('overlap');
    expect(`${text}${JSON.stringify(diagnostics)}`).not.toContain('GPU-');
  });
});

describe('no overlap is reported', () => {
  it.each<readonly [string, readonly Row[]]>([
    ['one after the other', [run('a', 16), run('b', 16, { timestamp: '2024-03-05T22:00:00' })]],
    ['ends within two seconds', [run('a', 16), run('b', 16, { timestamp: '2024-03-05T21:59:59' })]],
    ['in two countries', [run('a', 16), run('b', 16, { country_iso_code: 'DEU', country_name: 'Germany', region: 'hesse' })]],
    ['on other GPUs', [run('a', 16), run('b', 16, { gpu_model: '4 x NVIDIA H100 80GB HBM3' })]],
    ['on another processor', [run('a', 16), run('b', 16, { cpu_model: 'Intel Xeon' })]],
    ['without an energy', [run('a', 16), run('b', 0, { cpu_energy: '0', ram_energy: '0', gpu_energy: '0', energy_consumed: '0' })]],
  ])('%s', async (name, rows) => {
    // A log of its own that measured nothing is an error.
    const apart = name === 'without an energy' ? [] : [writeAll(rows)];
    for (const files of [...apart, [write('all.csv', csv(...rows))]]) {
      const { diagnostics } = await initManifest(files, { out: '-' });
      expect(diagnostics.map(({ id }) => id)).not.toContain('overlap');
    }
  });

  it('of jobs of a cluster, but of two jobs on one node', async () => {
    const jobs = (column: string, nodes: readonly string[]): string =>
      [`JobID|JobName|State|Start|End|Elapsed|AllocTRES|ConsumedEnergyRaw${column}`]
        .concat(
          nodes.map((node, n) => `${n + 1}|job|COMPLETED|2024-03-05T02:00:00|2024-03-05T12:00:00|10:00:00|cpu=64,node=1|3600000${node}`),
        )
        .join('\n');
    const found = async (text: string) => {
      const { diagnostics } = await initManifest([write('sacct.txt', text)], { out: '-', energyPlugin: 'ipmi' });
      return diagnostics.filter(({ id }) => id === 'overlap').length;
    };
    expect(await found(jobs('', ['', '']))).toBe(0);
    expect(await found(jobs('|NodeList', ['|n[01-02]', '|n03']))).toBe(0);
    expect(await found(jobs('|NodeList', ['|n[01-02]', '|n02']))).toBe(1);
  });
});

it('the same warning for many runs is one line with a count', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => run(`id-${n}`, 16));
  const { diagnostics } = await initManifest([write('all.csv', csv(...rows))], { out: '-' });
  expect(messagesOf({ diagnostics })).toEqual([
    `40 runs overlap in time: all.csv, lines 2, 3, 4, 5 and 36 more lines. On one machine they used 16.8\u202fkWh, on 40 machines 672\u202fkWh. The latter is counted. ${alike}`,
  ]);
});

it('the energy of one machine does not depend on the files that the runs are in, nor on their order', async () => {
  const hours = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 20 })), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(hours, fc.integer({ min: 1, max: 5 }), async (starts, cut) => {
      const rows = starts.map(([hour, gpu], n) => run(`id-${n}`, gpu, { timestamp: `2024-03-05T1${hour}:00:00` }));
      const energyOf = async (...files: readonly (readonly Row[])[]) => {
        for (const [n, file] of files.entries()) write(`part${n}.csv`, csv(...file));
        const names = files.map((_, n) => `part${n}.csv`);
        return (await phasesOf(`phases:\n${phase(`[${names.join(', ')}]`, ', same_machine: true')}`)).energies[0] ?? Number.NaN;
      };
      const whole = await energyOf(rows);
      const parts = [rows.slice(0, cut), rows.slice(cut)].filter((part) => part.length > 0);
      expect(await energyOf(...parts)).toBeCloseTo(whole, 6);
      expect(await energyOf(...parts.reverse())).toBeCloseTo(whole, 6);
      expect(whole).toBeLessThanOrEqual(starts.reduce((sum, [, gpu]) => sum + gpu + 0.8, 0) + 1e-9);
      expect(whole).toBeGreaterThanOrEqual(Math.max(...starts.map(([, gpu]) => gpu)) + 0.8 - 1e-9);
    }),
    { numRuns: 15 },
  );
});

it('`same_machine: true` without logs is an error, and `false` is not', async () => {
  const of = (key: string): string => `location: FR\nhardware: 8 x A100\nduration: 1 h\nyear: 2023\n${key}\n`;
  const error = await phasesOf(of('same_machine: true')).catch((fault: unknown) => fault);
  expect(error instanceof InputError && error.diagnostics.map(({ id }) => id)).toEqual(['same-machine-without-logs']);
  expect((await phasesOf(of('same_machine: false'))).manifest.phases).toHaveLength(1);
});
