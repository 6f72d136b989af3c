import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { recognised, trackers } from '../../../src/trackers/index.js';
import type { ReadOptions, Tracker } from '../../../src/trackers/tracker.js';
import { initManifest } from '../../../src/verbs/init.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const root = new URL('../../../fixtures/trackers/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'carboncard-fixtures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** kWh of all runs of each fixture, calculated by hand from its rows; `undefined` where it states no energy. */
const energies: Readonly<Record<string, number | undefined>> = {
  // 2.0 + 4.0 kWh ÷ 1.25
  'codecarbon/3.2.1_emissions.csv': 4.8,
  'codecarbon/rows.json': 5.28,
  // The second row is the total of the run
  'codecarbon/rows.jsonl': 0.48,
  'codecarbon-output/2.8.log': 0.1,
  'codecarbon-output/3.2.log': 0.0795,
  // ((500 + 540) / 2 + (460 + 480) / 2 + (540 + 520) / 2 + (480 + 440) / 2) × 30 s
  'amd-smi/metric-watch.csv': 59_400 / 3.6e6,
  // (200 + 250) × 36 s
  'amd-smi/monitor.csv': 16_200 / 3.6e6,
  // (480 + 470) × 36 s: the first dies report the power of both
  'amd-smi/mi250.csv': 34_200 / 3.6e6,
  // 250 × 36 s
  'rocm-smi/with-times.csv': 9000 / 3.6e6,
  // (320 + 320 + 200 + 200) × 36 s
  'wandb/panel.csv': 37_440 / 3.6e6,
  // (300 + 100) × 36 s
  'wandb/events.csv': 14_400 / 3.6e6,
  // (320 + 320 + 60 + 60) × 36 s
  'nvidia-smi/dmon-DT.txt': 27_360 / 3.6e6,
  // 300 × 72 s
  'nvidia-smi/spreadsheet.csv': 21_600 / 3.6e6,
  // 300 × 36 s
  'nvidia-smi/lost-gpu.csv': 10_800 / 3.6e6,
  // (300 + 340) / 2 × 60 s + (200 + 220) / 2 × 60 s = 31.8 kJ
  'nvidia-smi/two-cards.csv': 31_800 / 3.6e6,
  // Sums of (power + next power) / 2 × seconds, in joules; seconds since 1970 are exact to a microsecond in the reader
  'nvidia-smi/h100-training.csv': 51_085.771765 / 3.6e6,
  'nvidia-smi/h100-training-5s.csv': 50_919.595605 / 3.6e6,
  // 300 W × 600 s, and 200 to 400 W over 10 minutes without the 3 minutes from 260 to 320 W: 300 × 600 − 290 × 180 s
  'measurement/two-gpus.measurement.json': (180_000 + 127_800) / 3.6e6,
  // 900 kJ twice
  'zeus/epochs.csv': 0.5,
  'boamps/inference.json': 0.36,
  // 725 Wh
  'boamps/old-units.json': 0.725,
  // Three measures of one task: 1.5, 2.4 and 2.5 kWh
  'boamps/two-measures.json': 6.4,
  // 2820.28645833 h × (384 × 400 W + 64 kW + 27 kW), and 914 kWh
  'cyclonedx/carboncard.json': 690756.067708333,
  // 40 + 2500 kWh; the third states emissions alone
  'cyclonedx/others.json': 2540,
  'carbontracker/1.2.5_carbontracker.log': 0.7,
  'carbontracker/1.2.5_carbontracker_output.log': 1.106,
  'carbontracker/before_carbontracker.log': 0.2,
  'eco2ai/2022-08.csv': 0.5,
  'eco2ai/2025-03-epochs.csv': 0.375,
  'experiment-impact-tracker/data.json': 0.009,
  'hf-trainer/all_results.json': undefined,
  'hf-trainer/old_train_results.json': undefined,
  'hf-trainer/train_results.json': undefined,
  'hf-trainer/trainer_state.json': undefined,
  // 1 + 3 kWh of the box, 1 kWh of the evaluation; what the levels above them state is the same energy again
  'impact-framework/nested.json': 5,
  // 0.4 + 1.2 kWh
  'impact-framework/outputs.yaml': 1.6,
  'model-card/sentence-transformers.md': 3.5,
  'model-card/template.md': undefined,
  // 1.8 MJ + 648 MJ
  'slurm/sacct-P.txt': 180.5,
  // 360 kJ + 72 MJ
  'slurm/sacct-p.txt': 20.1,
  // 36 MJ + 7.2 MJ
  'slurm/sacct.json': 12,
};

const files = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, root)).map((file) => `${name}/${file}`))
  .sort();
const detectable = files.filter((file) => !file.startsWith('csv/'));

/** Fixtures that can't be read, and the error. */
const rejected: Readonly<Record<string, string>> = {
  'hf-trainer/running_trainer_state.json': 'training-not-ended',
  'impact-framework/free-names.yaml': 'impact-no-energy',
  'rocm-smi/showpower.csv': 'no-times',
  'slurm/sacct-long.txt': 'slurm-fixed-width',
};
const readable = detectable.filter((file) => !Object.hasOwn(rejected, file));
const trackerOf = (file: string): Tracker => trackers[file.split('/')[0] as keyof typeof trackers];
const optionsOf = (file: string): ReadOptions => (file.startsWith('slurm/') ? { energyPlugin: 'ipmi' } : {});

const energyIn = async (file: string, text: string): Promise<number | undefined> => {
  const { runs } = await readAll(trackerOf(file), text, optionsOf(file));
  const found = runs.flatMap(({ energy }) => energy ?? []);
  return found.length === 0 ? undefined : found.reduce((sum, value) => sum + value, 0);
};

describe('each fixture', () => {
  it('belongs to a format, and each format has a fixture', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual(Object.keys(trackers).sort());
  });

  it.each(detectable)('is recognised by its content: %s', (file) => {
    expect(recognised(fixture(file)).map(({ id }) => id)).toEqual([file.split('/')[0]]);
  });

  it.each(readable)('has its energy listed: %s', (file) => {
    const isListed = Object.hasOwn(energies, file);
    expect(isListed, `Add the kWh of fixtures/trackers/${file}, calculated by hand, to \`energies\` in this test`).toBe(true);
  });

  it.each(Object.entries(energies))('has the energy of its rows: %s, %f kWh', async (file, kWh) => {
    const energy = await energyIn(file, fixture(file));
    if (kWh === undefined) expect(energy).toBeUndefined();
    else expect(energy).toBeCloseTo(kWh, 10);
  });

  it.each(Object.entries(rejected))('is rejected where it can’t be read: %s, %s', async (file, id) => {
    expect((await faultsOf(trackerOf(file), fixture(file), optionsOf(file))).map((fault) => fault.id)).toEqual([id]);
  });

  it.each(readable)('reads the same with CRLF, with a byte order mark and in pieces of any size: %s', async (file) => {
    const text = fixture(file);
    const whole = await readAll(trackerOf(file), text, optionsOf(file), 1_000_000);
    for (const [other, size] of [
      [text, 1],
      [text, 7],
      [`\uFEFF${text}`, 1000],
      [text.replaceAll('\n', '\r\n'), 13],
    ] as const)
      expect((await readAll(trackerOf(file), other, optionsOf(file), size)).runs).toEqual(whole.runs);
  });

  it.each(readable)('reports everything with line and column: %s', async (file) => {
    const cut = await readAll(trackerOf(file), fixture(file).trimEnd(), optionsOf(file));
    for (const { line = 0, column = 0 } of cut.diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
  });

  it.each(readable)('gives a manifest without what is private: %s', async (file) => {
    const log = join(folder, file.replaceAll('/', '-'));
    writeFileSync(log, fixture(file));
    const { text, diagnostics } = await initManifest([log], {
      out: `${log}.yaml`,
      energyPlugin: file.startsWith('slurm/') ? 'ipmi' : undefined,
    });
    for (const secret of ['secret', '48.8566', '2.3522', 'GPU-', '/home/', '@'])
      expect(JSON.stringify([text, diagnostics]).replaceAll(folder, '')).not.toContain(secret);
  });
});

describe('several logs of one run', () => {
  const initiated = async (name: string, ...logs: readonly string[]) => {
    const paths = logs.map((_, at) => join(folder, `${name}-${at}.log`));
    for (const [at, path] of paths.entries()) writeFileSync(path, logs[at] ?? '');
    return initManifest(paths, { out: join(folder, `${name}.yaml`) });
  };

  it('cites a constant of the tool as such where the place was not detected', async () => {
    const text = fixture('carbontracker/1.2.5_carbontracker.log').replaceAll(/.*arbon intensity.*\n/g, '');
    const constant = '2023-04-03 12:00:02 - Average carbon intensity during training was 294.21 gCO2eq/kWh.\n';
    const draft = await initiated('constant', `${text}${constant}`);
    expect(draft.text).toMatch(
      /intensity: \{ value: 294\.21 gCO2e\/kWh, cite: ".*: a constant of carbontracker, the average of the EU-28 in 2017, and not the grid of the site"/,
    );
  });

  it.each([
    ['standard and output log', 'carbontracker/1.2.5_carbontracker.log', 'carbontracker/1.2.5_carbontracker_output.log'],
    ['results and state of a training', 'hf-trainer/train_results.json', 'hf-trainer/train_results.json'],
  ])('are one run, and this is reported: %s', async (name, one, other) => {
    const { text, logs, diagnostics } = await initiated(name, fixture(one), fixture(other));
    expect(logs.map(({ runs }) => runs)).toEqual([1, 0]);
    expect(text.match(/- phase:/g)).toHaveLength(1);
    expect(diagnostics.map(({ id }) => id)).toContain('run-in-two-logs');
  });

  it('are two runs that began at different times', async () => {
    const log = fixture('carbontracker/1.2.5_carbontracker.log');
    const { logs } = await initiated('two', log, log.replaceAll('2023-04-03', '2023-04-04'));
    expect(logs.map(({ runs }) => runs)).toEqual([1, 1]);
  });
});

describe('logs that are broken', () => {
  const cases: readonly (readonly [string, (text: string) => string])[] = [
    ['UTF-16, read as bytes', (text) => Buffer.from(text, 'utf16le').toString('latin1')],
    ['NUL bytes', (text) => text.replaceAll('0', '\0')],
    ['another delimiter', (text) => text.replaceAll(',', ';')],
    ['decimal commas', (text) => text.replaceAll(/(\d)\.(\d)/g, '$1,$2')],
    ['a line of 10 MB', (text) => `${text}${'1,'.repeat(5_000_000)}\n`],
    ['nothing', () => ''],
    ['blanks', () => ' \n\n'],
  ];
  it.each(cases.flatMap(([name, change]) => detectable.map((file) => [name, file, change] as const)))(
    'are rejected, or have the same energy, or are reported: %s, %s',
    async (_, file, change) => {
      const text = fixture(file);
      const broken = change(text);
      if ((await faultsOf(trackerOf(file), broken, optionsOf(file))).length > 0) return;
      const { runs, diagnostics } = await readAll(trackerOf(file), broken, optionsOf(file), 100_000);
      const before = await readAll(trackerOf(file), text, optionsOf(file));
      if (diagnostics.length <= before.diagnostics.length)
        expect(runs.map(({ energy }) => energy)).toEqual(before.runs.map(({ energy }) => energy));
    },
    30_000,
  );

  it('give numbers or an error, wherever they are cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...detectable).chain((file) => fc.tuple(fc.constant(file), changed(fixture(file)))),
        async ([file, broken]) => {
          await expectSound(trackerOf(file), broken, optionsOf(file));
        },
      ),
      { numRuns: 500 },
    );
  });
});
