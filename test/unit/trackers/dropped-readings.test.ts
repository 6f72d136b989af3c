import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { fieldsOf, type Known } from '../../../src/runs/fields.js';
import { createGroups } from '../../../src/runs/groups.js';
import { createSums } from '../../../src/runs/sums.js';
import { codecarbon } from '../../../src/trackers/codecarbon/codecarbon.js';
import { trackers } from '../../../src/trackers/index.js';
import type { RunRecord } from '../../../src/trackers/record.js';
import type { Tracker } from '../../../src/trackers/tracker.js';
import { fixture } from './changed-texts.js';
import { type Changes, emissionsCsv, versions } from './codecarbon-files.js';
import { readAll } from './reading.js';

const known: Known = {
  device: (name) => !name.startsWith('Zeta'),
  country: () => true,
  place: () => true,
  limit: () => undefined,
  zone: () => undefined,
  spelt: () => undefined,
};

/** Cells of the columns of a table, at rows that a mask selects, as another text. */
function cells(text: string, columns: RegExp, put: (cell: string) => string, isTaken: (row: number) => boolean = () => true): string {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const names = header.split(/, ?/);
  const changed = rows.map((row, n) => {
    if (!isTaken(n)) return row;
    const parts = row.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/g) ?? [];
    return parts.map((part, at) => (columns.test((names[at] ?? '').trim()) ? put(part) : part)).join(',');
  });
  return `${[header, ...changed].join('\n')}\n`;
}

/** The total of a row of CodeCarbon as the sum of its parts. */
const summed = (text: string): string => {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const names = header.split(',');
  const at = (name: string) => names.indexOf(name);
  const sums = rows.map((row) => {
    const parts = row.split(',');
    const sum = ['cpu_energy', 'gpu_energy', 'ram_energy'].reduce((all, name) => all + Number(parts[at(name)]), 0);
    return parts.map((part, n) => (n === at('energy_consumed') ? String(sum) : part)).join(',');
  });
  return `${[header, ...sums].join('\n')}\n`;
};
const zeros = (part: string) => (text: string) => summed(cells(text, new RegExp(`^${part}_energy$`), () => '0.0'));

interface Drop {
  readonly tracker: Tracker;
  readonly file: string;
  readonly what: string;
  readonly drop: (text: string) => string;
}

const drops: readonly Drop[] = [
  ...['gpu', 'cpu', 'ram'].map((part) => ({ tracker: codecarbon, file: 'codecarbon/3.2.1_emissions.csv', what: part, drop: zeros(part) })),
  { tracker: trackers.zeus, file: 'zeus/epochs.csv', what: 'one GPU', drop: (text) => cells(text, /^gpu1_energy$/, () => '0.0') },
  {
    tracker: trackers.zeus,
    file: 'zeus/epochs.csv',
    what: 'one GPU in one window',
    drop: (text) =>
      cells(
        text,
        /^gpu0_energy$/,
        () => '0.0',
        (row) => row === 1,
      ),
  },
  ...['0.00 W', '[N/A]', '[Not Supported]'].map((cell) => ({
    tracker: trackers['nvidia-smi'],
    file: 'nvidia-smi/two-cards.csv',
    what: `one GPU: ${cell}`,
    drop: (text: string) => text.replaceAll(/(GPU-secret-1, )[\d.]+ W/g, `$1${cell}`),
  })),
  ...(['None', '[0. 0.]', '[0.]'] as const).flatMap((watts) =>
    ['gpu', 'cpu'].map((part) => ({
      tracker: trackers.carbontracker,
      file: 'carbontracker/1.2.5_carbontracker.log',
      what: `${part}: ${watts}`,
      drop: (text: string) => text.replaceAll(new RegExp(`(for ${part}: )\\[[^\\]]*\\]`, 'g'), `$1${watts}`),
    })),
  ),
  {
    tracker: trackers.carbontracker,
    file: 'carbontracker/1.2.5_carbontracker.log',
    what: 'one of two GPUs',
    drop: (text) => text.replace('[150.5 149.5]', '[150.5 0.]'),
  },
  {
    tracker: trackers.carbontracker,
    file: 'carbontracker/1.2.5_carbontracker.log',
    what: 'GPUs of one epoch',
    drop: (text) => text.replace('[150.5 149.5]', 'None'),
  },
  {
    tracker: trackers.carbontracker,
    file: 'carbontracker/1.2.5_carbontracker.log',
    what: 'the line of the GPUs',
    drop: (text) => text.replaceAll(/.*for gpu: \[[^\]]*\]\n/g, ''),
  },
  ...['rapl', 'nvidia'].flatMap((part) =>
    ['0.0', 'null'].map((value) => ({
      tracker: trackers['experiment-impact-tracker'],
      file: 'experiment-impact-tracker/data.json',
      what: `${part}: ${value}`,
      drop: (text: string) =>
        text.replaceAll(new RegExp(`("${part}_\\w+_power_draw|"${part}_draw_absolute)": [\\w.]+`, 'g'), `$1": ${value}`),
    })),
  ),
  {
    tracker: trackers.eco2ai,
    file: 'eco2ai/2022-08.csv',
    what: 'the name of the GPU',
    drop: (text) => text.replace(/NVIDIA[^,]*device\(s\)/, ''),
  },
  { tracker: trackers.eco2ai, file: 'eco2ai/2022-08.csv', what: 'the processor', drop: (text) => text.replace(/"Some CPU[^"]*"/, '') },
  {
    tracker: trackers.boamps,
    file: 'boamps/inference.json',
    what: 'tracking of GPUs',
    drop: (text) => text.replace('"powerConsumption"', '"gpuTrackingMode": "none", "powerConsumption"'),
  },
];

const energyOf = (runs: readonly RunRecord[]) => runs.reduce((sum, { energy = 0 }) => sum + energy, 0);
const boundariesOf = (runs: readonly RunRecord[]) => runs.map(({ energy, boundary }) => energy !== undefined && boundary);

describe('a component whose readings are dropped', () => {
  it.each(drops)('is said, or outside the boundary: $file, $what', async ({ tracker, file, drop }) => {
    const text = fixture(file);
    const dropped = drop(text);
    expect(dropped).not.toBe(text);
    const before = await readAll(tracker, text);
    const after = await readAll(tracker, dropped);
    const said = after.diagnostics.filter(({ message }) => !before.diagnostics.some((one) => one.message === message));
    expect(said.some(({ severity }) => severity === 'warning')).toBe(true);
    expect(energyOf(after.runs)).toBeLessThanOrEqual(energyOf(before.runs) + 1e-12);
    for (const { energy, boundary, parts, accelerator } of after.runs) {
      const isWhole = energy !== undefined && boundary === 'components' && accelerator !== undefined;
      // Eco2AI and BoAmps have one energy, without parts.
      if (isWhole && Object.values(parts).some((part) => part !== undefined)) expect(parts.gpu).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([
    ['codecarbon/3.2.1_emissions.csv', codecarbon, zeros('gpu'), ['processors', 'processors']],
    ['codecarbon/3.2.1_emissions.csv', codecarbon, zeros('cpu'), ['accelerator', 'accelerator']],
    [
      'carbontracker/1.2.5_carbontracker.log',
      trackers.carbontracker,
      (text: string) => text.replaceAll(/for gpu: \[[^\]]*\]/g, 'for gpu: None'),
      ['processors'],
    ],
    [
      'carbontracker/1.2.5_carbontracker.log',
      trackers.carbontracker,
      (text: string) => text.replaceAll(/for cpu: \[[^\]]*\]/g, 'for cpu: None'),
      ['accelerator'],
    ],
    [
      'experiment-impact-tracker/data.json',
      trackers['experiment-impact-tracker'],
      (text: string) => text.replaceAll(/("nvidia_\w+": )[\d.]+/g, '$10'),
      ['processors'],
    ],
    [
      'boamps/inference.json',
      trackers.boamps,
      (text: string) => text.replace('"powerConsumption"', '"gpuTrackingMode": "none", "powerConsumption"'),
      ['processors'],
    ],
    ['eco2ai/2022-08.csv', trackers.eco2ai, (text: string) => text.replace(/"Some CPU[^"]*"/, ''), ['accelerator']],
  ] as const)('leaves the boundary of what was read: %s', async (file, tracker, drop, boundaries) => {
    expect(boundariesOf((await readAll(tracker, drop(fixture(file)))).runs)).toEqual(boundaries);
  });

  it('is measured where the tool attributes none of a power that it read', async () => {
    const text = fixture('experiment-impact-tracker/data.json').replaceAll(/("nvidia_estimated\w+": )[\w.]+/g, '$10.0');
    expect((await readAll(trackers['experiment-impact-tracker'], text)).runs).toMatchObject([
      { boundary: 'components', parts: { gpu: 0 } },
    ]);
  });
});

describe('hours that are not in the energy', () => {
  it.each([
    [
      'one of two cards of a model, 60 s',
      'nvidia-smi/two-cards.csv',
      trackers['nvidia-smi'],
      (text: string) => text.replaceAll(/(GPU-secret-1, )[\d.]+ W/g, '$1[N/A]'),
      60,
      '1 of 2 GPUs',
      2,
    ],
    [
      'one of two GPUs of Zeus, 3600 s',
      'zeus/epochs.csv',
      trackers.zeus,
      (text: string) => cells(text, /^gpu1_energy$/, () => '0'),
      3600,
      '1 of 2 GPUs',
      2,
    ],
    [
      'one GPU in one window of 1800 s',
      'zeus/epochs.csv',
      trackers.zeus,
      (text: string) =>
        cells(
          text,
          /^gpu0_energy$/,
          () => '0',
          (row) => row === 0,
        ),
      1800,
      'some of the GPUs',
      2,
    ],
    [
      'two GPUs in one epoch of 3600 s',
      'carbontracker/1.2.5_carbontracker.log',
      trackers.carbontracker,
      (text: string) => text.replace('[150.5 149.5]', 'None'),
      7200,
      undefined,
      2,
    ],
  ] as const)('are those of what was not read: %s', async (_, file, tracker, drop, seconds, what, count) => {
    const [run] = (await readAll(tracker, drop(fixture(file)))).runs;
    expect(run?.unread?.acceleratorHours).toBeCloseTo(seconds / 3600, 9);
    expect(run?.unread?.what).toBe(what);
    expect(run?.accelerator?.count).toBe(count);
  });

  it('are not those of a card of another model, whose name is kept', async () => {
    const text = fixture('nvidia-smi/two-cards.csv').replaceAll(/NVIDIA A100-SXM4-80GB(, GPU-secret-1, )[\d.]+ W/g, 'Quadro K620$1[N/A]');
    const [run] = (await readAll(trackers['nvidia-smi'], text)).runs;
    expect(run).toMatchObject({ unreadCards: 'Quadro K620 (0.01667\u202fh)', accelerator: { count: 1 } });
    expect(run?.unread).toBeUndefined();
  });
});

describe('cards that idle beside others', () => {
  it.each([
    ['60 W beside 300 W', '60.00 W', 1],
    ['200 W beside 300 W', '200.00 W', undefined],
  ])('are counted: %s', async (_, watts, idle) => {
    const text = fixture('nvidia-smi/two-cards.csv').replaceAll(/(GPU-secret-1, )[\d.]+ W/g, `$1${watts}`);
    expect((await readAll(trackers['nvidia-smi'], text)).runs[0]?.idleCards).toBe(idle);
  });
});

/** Runs of CodeCarbon, each with or without readings of its parts; energies are far from each other. */
const row = fc.record({
  cpu: fc.constantFrom(0, 0.5),
  gpu: fc.constantFrom(0, 4),
  ram: fc.constantFrom(0, 0.03),
  model: fc.constantFrom('', '2 x NVIDIA A100-SXM4-40GB', '2 x Zeta 9'),
  seconds: fc.constantFrom(0.5, 36_000),
});
interface Row {
  readonly cpu: number;
  readonly gpu: number;
  readonly ram: number;
  readonly model: string;
  readonly seconds: number;
}

function changesOf({ cpu, gpu, ram, model, seconds }: Row, n: number): Changes {
  const ofGpu = model === '' ? 0 : gpu;
  return {
    run_id: `run ${n}`,
    duration: String(seconds),
    cpu_energy: String(cpu),
    gpu_energy: String(ofGpu),
    ram_energy: String(ram),
    energy_consumed: String(cpu + ofGpu + ram),
    gpu_model: model,
    gpu_count: model === '' ? '' : '2',
    project_name: 'p',
  };
}

describe('any runs of CodeCarbon', () => {
  it('give energies of one content, nothing more than was read, and hours for the rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const read = await readAll(codecarbon, emissionsCsv(versions['2.6.0'] ?? '', rows.map(changesOf))).catch((error: unknown) => {
          expect(error).toBeInstanceOf(InputError);
          expect(rows.every(({ cpu, gpu, ram, model, seconds }) => seconds >= 1 && cpu + ram + (model === '' ? 0 : gpu) === 0)).toBe(true);
          return undefined;
        });
        if (read === undefined) return;
        const groups = createGroups(() => undefined);
        for (const run of read.runs) groups.count(groups.take({ run }, 'a.csv'), run);
        for (const { sums: group } of groups.list()) {
          const fields = fieldsOf(group, 'a.csv', known);
          expect(fields.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          const [run] = group.kinds('tool');
          const isGpuNamed = run?.accelerator !== undefined;
          if (
            fields.energy?.boundary === 'components' &&
            isGpuNamed &&
            (group.total('energy') ?? 0) > 0 &&
            (group.total('unmetered') ?? 0) === 0
          )
            expect((group.total('gpu') ?? 0) > 0 || (group.total('hours') ?? 0) < 0.01).toBe(true);
          if (fields.host !== undefined) expect(fields.energy).toBeUndefined();
          // All is in the energy, or its hours are, or a reason is.
          const without = group.runs - group.count('energy');
          const isSaid = fields.energy === undefined || fields.unmetered_hours !== undefined || fields.notCounted?.unmetered !== undefined;
          if (without > 0 && group.total('energy') !== undefined) expect(isSaid).toBe(true);
        }
        // Read as one phase: an error where contents differ, never a sum of them.
        const sums = createSums();
        for (const run of read.runs) sums.add(run);
        const contents = new Set(read.runs.filter(({ energy }) => energy !== undefined).map(({ boundary }) => boundary));
        const { diagnostics } = fieldsOf(sums, 'a.csv', known);
        expect(diagnostics.some(({ id }) => id === 'several-boundaries')).toBe(contents.size > 1);
        expect(energyOf(read.runs)).toBeLessThanOrEqual(rows.reduce((sum, { cpu, gpu, ram }) => sum + cpu + gpu + ram, 0) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('of a task file are one run: a task that was not read has its time in the hours without energy', async () => {
    const columns = `task_name,${versions['2.6.0']}`.replace(',pue', '');
    const task = (task_name: string, seconds: string, gpu: number, cpu: number): Changes => ({
      ...changesOf({ cpu, gpu, ram: 0, model: '2 x NVIDIA A100-SXM4-40GB', seconds: 1 }, 1),
      task_name,
      duration: seconds,
    });
    const { runs } = await readAll(
      codecarbon,
      emissionsCsv(columns, [task('a', '3600', 4, 0.5), task('b', '7200', 0, 0), task('c', '1800', 0, 0.5)]),
    );
    expect(runs).toMatchObject([{ energy: 4.5, hours: 3.5, boundary: 'components', unread: { hours: 2.5, acceleratorHours: 5 } }]);
  });
});
