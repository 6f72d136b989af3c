import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognised } from '../../../src/trackers/index.js';
import { slurm } from '../../../src/trackers/slurm/slurm.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const bars = fixture('slurm/sacct-P.txt');
const json = fixture('slurm/sacct.json');
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id).sort();
const head = 'JobID|Elapsed|AllocTRES|ConsumedEnergyRaw';
const jobs = (...rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const cpu = 'cpu=4,mem=8G,node=1';
const gpu = 'cpu=4,gres/gpu:a100=2,gres/gpu=2,node=1';
const secrets = /secret|home|54321|example\.org/;

describe('sacct -P', () => {
  it.each(['sacct-P.txt', 'sacct-p.txt', 'sacct-long.txt', 'sacct.json'])('is recognised by its content: %s', (name) => {
    expect(recognised(fixture(`slurm/${name}`)).map(({ id }) => id)).toEqual(['slurm']);
    expect(recognised(`\uFEFF${fixture(`slurm/${name}`)}`).map(({ id }) => id)).toEqual(['slurm']);
  });

  it('reads each job that has run: 1.8 MJ ÷ 3.6 = 0.5 kWh', async () => {
    const { runs, diagnostics } = await readAll(slurm, bars);
    expect(runs).toEqual([
      {
        tracker: 'slurm',
        lines: [2, 4],
        project: 'tokenize',
        started: '2025-02-01T08:05:00',
        ended: '2025-02-01T10:05:00',
        hours: 2,
        energy: 0.5,
        nodes: 1,
        parts: {},
        isMeasured: true,
        place: {},
      },
      {
        tracker: 'slurm',
        lines: [5, 7],
        started: '2025-02-02T00:00:00',
        ended: '2025-02-03T06:00:00',
        hours: 30,
        nodes: 2,
        parts: {},
        isMeasured: false,
        accelerator: { name: 'a100', count: 8 },
        place: {},
      },
      {
        tracker: 'slurm',
        lines: [8, 8],
        started: '2025-02-04T00:00:00',
        ended: '2025-02-04T00:30:00',
        hours: 0.5,
        nodes: 1,
        parts: {},
        isMeasured: false,
        place: {},
      },
    ]);
    expect(ids(diagnostics)).toEqual([
      'slurm-boundary',
      'slurm-energy-of-gpu-job',
      'slurm-failed',
      'slurm-no-energy',
      'slurm-not-exclusive',
    ]);
    expect(diagnostics.find(({ id }) => id === 'slurm-energy-of-gpu-job')).toMatchObject({
      line: 5,
      note: expect.stringMatching(/--energy-plugin/),
    });
  });

  it('uses the largest step where the job has no energy, as that of whole nodes: 648 MJ ÷ 3.6 = 180 kWh, and not 270', async () => {
    const { runs, diagnostics } = await readAll(slurm, bars, { energyPlugin: 'ipmi' });
    expect(runs.map(({ energy, boundary, isMeasured }) => [energy, boundary, isMeasured])).toEqual([
      [0.5, 'node', true],
      [180, 'node', true],
      [undefined, undefined, false],
    ]);
    expect(ids(diagnostics)).toEqual(['slurm-failed', 'slurm-no-energy', 'slurm-not-exclusive', 'slurm-step-energy']);
  });

  it.each([
    ['rapl', 0.5, 'components', undefined],
    ['acct_gather_energy/XCC', 0.5, 'node', 180],
    ['pm_counters', 0.5, 'node', 180],
    ['ibmaem', 0.5, 'node', 180],
    ['gpu', undefined, 'accelerator', 180],
  ])('meters by %s: %s kWh of a job without GPUs (%s), %s of one with GPUs', async (energyPlugin, first, boundary, second) => {
    const { runs } = await readAll(slurm, bars, { energyPlugin });
    expect(runs.slice(0, 2).map(({ energy }) => energy)).toEqual([first, second]);
    for (const run of runs)
      if (run.energy !== undefined) expect(run).toMatchObject({ boundary, parts: boundary === 'accelerator' ? { gpu: run.energy } : {} });
  });

  it('rejects an unknown plugin, with the known ones', async () => {
    expect(await faultsOf(slurm, bars, { energyPlugin: 'nvml' })).toMatchObject([
      { id: 'slurm-energy-plugin', expected: 'rapl, ipmi, xcc, pm_counters, ibmaem, gpu' },
    ]);
  });

  it('reads a bar at the end of each line: 360K J = 0.1 kWh, 0.5 s kept', async () => {
    const { runs, diagnostics } = await readAll(slurm, fixture('slurm/sacct-p.txt'));
    expect(runs).toMatchObject([
      { energy: 0.1, hours: 2700.5 / 3600 },
      { hours: 10, accelerator: { name: 'h100', count: 4 } },
    ]);
    expect(runs[1]?.energy).toBeUndefined();
    expect(ids(diagnostics)).toContain('slurm-energy-of-gpu-job');
  });

  it.each([
    ['gres/gpu:a100=2,gres/gpu=2', { name: 'a100', count: 2 }],
    ['gres/gpu=3', { count: 3 }],
    ['gres/gpu:h100=4', { name: 'h100', count: 4 }],
    ['gres/gpu:a100=1,gres/gpu:h100=2,gres/gpu=3', { count: 3 }],
    ['gres/gpu=2,gres/gpumem=80G,gres/gpuutil=90', { count: 2 }],
    ['gres/gpu=0', undefined],
    ['gres/shard=1', undefined],
  ])('counts each card of %s once', async (tres, accelerator) => {
    const { runs } = await readAll(slurm, jobs(`1|01:00:00|cpu=1,${tres}|`));
    expect(runs[0]?.accelerator).toEqual(accelerator);
  });

  it.each([
    ['00:30:00', 0.5],
    ['4-00:16:00', 96 + 16 / 60],
    ['100-00:00:00', 2400],
    ['00:00:36.500000', 36.5 / 3600],
  ])('takes %s for %d h', async (elapsed, hours) => {
    expect((await readAll(slurm, jobs(`1|${elapsed}|${cpu}|`))).runs[0]?.hours).toBeCloseTo(hours, 9);
  });

  it.each(['0', '', '18446744073709551614', '18446744073709551615', '4294967294'])('reads an energy of %j as none', async (energy) => {
    const { runs, diagnostics } = await readAll(slurm, jobs(`1|01:00:00|${cpu}|${energy}`));
    expect(runs[0]?.energy).toBeUndefined();
    expect(ids(diagnostics)).toEqual(['slurm-no-energy']);
  });

  it('separates jobs of arrays and of several components, and joins steps that are apart', async () => {
    const { runs } = await readAll(
      slurm,
      jobs(
        `5_1|01:00:00|${cpu}|3600000`,
        `5_2|01:00:00|${cpu}|`,
        `6+0|01:00:00|${cpu}|3600000`,
        `6+1|01:00:00|${cpu}|`,
        `5_2.0|01:00:00|${cpu}|7200000`,
      ),
    );
    expect(runs.map(({ energy, lines }) => [energy, lines])).toEqual([
      [1, [2, 2]],
      [2, [3, 6]],
      [1, [4, 4]],
      [undefined, [5, 5]],
    ]);
  });

  it('counts a repeated row once and a requeued job twice, and reports both', async () => {
    const row = `1|01:00:00|${cpu}|3600000`;
    const twice = await readAll(slurm, jobs(row, `1.0|01:00:00|${cpu}|3600000`, row, head, `1.0|01:00:00|${cpu}|3600000`));
    expect(twice.runs).toMatchObject([{ energy: 1 }]);
    expect(ids(twice.diagnostics)).toEqual(['repeated-header', 'slurm-boundary', 'slurm-not-exclusive', 'slurm-twice']);
    const again = await readAll(slurm, jobs(row, `1|02:00:00|${cpu}|7200000`));
    expect(again.runs.map(({ energy }) => energy)).toEqual([1, 2]);
    expect(ids(again.diagnostics)).toContain('slurm-again');
  });

  it('has the energy of steps where their job is not listed', async () => {
    const { runs } = await readAll(slurm, jobs(`1.batch|01:00:00|${cpu}|3600000`, `1.0|00:30:00|${cpu}|1800000`), { energyPlugin: 'ipmi' });
    expect(runs).toMatchObject([{ energy: 1, hours: 1, lines: [2, 3] }]);
  });

  it.each([
    ['nothing says whether it had GPUs', 'JobID|Elapsed|ConsumedEnergyRaw\n1|01:00:00|3600000\n', undefined],
    ['rapl does not meter its GPUs', jobs(`1|01:00:00|${gpu}|3600000`), 'rapl'],
    ['no plugin is named', jobs(`1|01:00:00|${gpu}|3600000`), undefined],
  ])('leaves the energy out where %s', async (_, text, energyPlugin) => {
    const { runs, diagnostics } = await readAll(slurm, text, { energyPlugin });
    expect(runs[0]?.energy).toBeUndefined();
    expect(runs[0]?.boundary).toBeUndefined();
    expect(ids(diagnostics)).toEqual(['slurm-energy-of-gpu-job']);
  });

  it('reads more jobs than it keeps', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [
      `${n + 1}|01:00:00|${cpu}|3600000`,
      `${n + 1}.batch|01:00:00|${cpu}|3600000`,
    ]).flat();
    const { runs } = await readAll(slurm, jobs(...rows), {}, 4096);
    expect(runs.length).toBe(5000);
    expect(await faultsOf(slurm, jobs(...rows, `1.0|01:00:00|${cpu}|3600000`))).toMatchObject([{ id: 'slurm-steps-apart', line: 10_002 }]);
  });

  it.each([
    ['a table for reading', fixture('slurm/sacct-long.txt'), 'slurm-fixed-width', 1],
    ['a bar in a name', `JobID|JobName|Elapsed\n1|a|b|01:00:00\n`, 'cell-count', 2],
    ['a bar too few at the end', fixture('slurm/sacct-p.txt').replace('360K|\n', '360K\n'), 'cell-count', 2],
    ['a decimal comma', jobs(`1|01:00:00|${cpu}|3,6`), 'log-not-a-number', 2],
    ['an energy below 0', jobs(`1|01:00:00|${cpu}|-5`), 'log-not-a-number', 2],
    ['an energy that is no number', jobs(`1|01:00:00|${cpu}|NaN`), 'log-not-a-number', 2],
    ['an invalid time', jobs(`1|1h|${cpu}|5`), 'log-shifted', 2],
    ['no time', 'JobID|State\n1|COMPLETED\n', 'missing-column', 1],
    ['no number of a job', jobs(`x|01:00:00|${cpu}|5`), 'log-shifted', 2],
    ['resources that are none', jobs('1|01:00:00|whatever|5'), 'log-shifted', 2],
    ['a count of cards that is none', jobs('1|01:00:00|gres/gpu=x|5'), 'log-shifted', 2],
    ['two energies', 'JobID|Elapsed|ConsumedEnergy|ConsumedEnergyRaw\n1|01:00:00|3.60M|3600\n', 'slurm-energies', 2],
    ['a header alone', `${head}\n`, 'slurm-no-jobs', 1],
    ['jobs that wait', jobs('1|00:00:00||'), 'slurm-no-jobs', 1],
    ['a line of 2 MB', jobs(`1|01:00:00|${'x'.repeat(2e6)}|1`), 'row-too-long', 2],
  ])('rejects %s, with the row', async (_, text, id, line) => {
    expect(await faultsOf(slurm, text)).toMatchObject([{ id, line }]);
  });

  it('publishes no user, account, path or node', async () => {
    for (const energyPlugin of [undefined, 'ipmi'])
      expect(JSON.stringify(await readAll(slurm, bars, { energyPlugin }))).not.toMatch(secrets);
    expect(JSON.stringify(await readAll(slurm, json, { energyPlugin: 'ipmi' }))).not.toMatch(secrets);
    expect(JSON.stringify(await faultsOf(slurm, bars.replace('|COMPLETED|', '|COMPLETED|more|')))).not.toMatch(secrets);
    expect(JSON.stringify(await faultsOf(slurm, json.replace('"user": "secretuser",', '"user": "secretuser"')))).not.toMatch(secrets);
  });

  it('has the same energies in any order of columns', async () => {
    const rows = bars
      .trimEnd()
      .split('\n')
      .map((row) => row.split('|'));
    const columns = (rows[0] ?? []).map((_, at) => at);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(columns, { minLength: columns.length }), async (order) => {
        const text = `${rows.map((row) => order.map((at) => row[at]).join('|')).join('\n')}\n`;
        expect(recognised(text).map(({ id }) => id)).toEqual(['slurm']);
        const { runs } = await readAll(slurm, text, { energyPlugin: 'ipmi' });
        expect(runs.map(({ energy, hours }) => [energy, hours])).toEqual([
          [0.5, 2],
          [180, 30],
          [undefined, 0.5],
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('passes over rows whose `Elapsed` is empty or INVALID, and counts them: 3.6 MJ = 1 kWh in 1 h', async () => {
    const text = jobs(`1||${cpu}|`, `2|01:00:00|${cpu}|3600000`, `3|INVALID|${cpu}|0`, `3.batch|INVALID|${cpu}|0`);
    const { runs, diagnostics } = await readAll(slurm, text, { energyPlugin: 'ipmi' });
    expect(runs).toMatchObject([{ energy: 1, hours: 1, lines: [3, 3] }]);
    expect(diagnostics.find(({ id }) => id === 'slurm-no-elapsed')).toMatchObject({
      severity: 'note',
      line: 2,
      message: 'This row has no elapsed time: `Elapsed` is empty or INVALID. It was skipped.',
      note: 'The same applies to 2 more rows, the last on line 5.',
    });
    expect(await faultsOf(slurm, jobs(`1||${cpu}|`))).toMatchObject([{ id: 'slurm-no-jobs' }]);
  });

  it('uses `ElapsedRaw` where `Elapsed` is INVALID, and an energy without a time: 3.6 MJ = 1 kWh each', async () => {
    const text = `JobID|Elapsed|ElapsedRaw|AllocTRES|ConsumedEnergyRaw\n1|INVALID|3600|${cpu}|3600000\n2|INVALID||${cpu}|3600000\n`;
    const { runs, diagnostics } = await readAll(slurm, text, { energyPlugin: 'ipmi' });
    expect(runs.map(({ energy, hours }) => [energy, hours])).toEqual([
      [1, 1],
      [1, undefined],
    ]);
    expect(ids(diagnostics)).toEqual(['slurm-energy-without-time', 'slurm-not-exclusive']);
  });

  it('asks for the column of the energy where there is none', async () => {
    const { runs, diagnostics } = await readAll(slurm, 'JobID|Elapsed|AllocTRES\n1|02:00:00|gres/gpu:a100=2\n');
    expect(runs).toMatchObject([{ hours: 2, accelerator: { name: 'a100', count: 2 } }]);
    expect(diagnostics).toMatchObject([
      {
        id: 'slurm-no-energy-column',
        line: 1,
        message: 'The accounting has no column `ConsumedEnergyRaw`, so the energy of its jobs is unknown.',
        note: expect.stringContaining('Add ConsumedEnergyRaw to the columns'),
      },
    ]);
  });

  it('never gives another energy without a diagnostic when it is cut', async () => {
    for (const text of [bars, fixture('slurm/sacct-p.txt'), json]) {
      await fc.assert(
        fc.asyncProperty(changed(text), fc.constantFrom(undefined, 'ipmi'), async (one, energyPlugin) => {
          // Without its @, the address in the name of a job is a name.
          fc.pre(!/secretuser(?!@)[^\n]{0,10}example/.test(one));
          recognised(one);
          const runs = await expectSound(slurm, one, { energyPlugin });
          expect(JSON.stringify(runs)).not.toMatch(secrets);
        }),
        { numRuns: 300 },
      );
    }
    const known = [undefined, 0.5, 90, 180];
    await fc.assert(
      fc.asyncProperty(fc.nat(bars.length - 2), async (end) => {
        const text = bars.slice(0, end);
        try {
          const { runs, diagnostics } = await readAll(slurm, text, { energyPlugin: 'ipmi' });
          if (!text.endsWith('\n')) expect(ids(diagnostics)).toContain('unfinished-row');
          else for (const { energy } of runs) expect(known).toContain(energy);
        } catch (error) {
          expect(error).toHaveProperty('diagnostics');
        }
      }),
    );
  }, 60_000);
});

describe('sacct --json', () => {
  it('reads each job, its largest step, and times in UTC: 36 MJ = 10 kWh, 7.2 MJ = 2 kWh', async () => {
    const { runs, diagnostics } = await readAll(slurm, json, { energyPlugin: 'ipmi' });
    expect(runs).toEqual([
      {
        tracker: 'slurm',
        lines: [4, 35],
        project: 'pretrain',
        started: '2025-03-01T10:00:00',
        ended: '2025-03-01T12:00:00',
        hours: 2,
        energy: 10,
        boundary: 'node',
        parts: {},
        isMeasured: true,
        nodes: 1,
        accelerator: { name: 'a100', count: 4 },
        place: {},
      },
      {
        tracker: 'slurm',
        lines: [36, 49],
        started: '2025-03-01T10:00:00',
        ended: '2025-03-01T11:00:00',
        hours: 1,
        energy: 2,
        boundary: 'node',
        parts: {},
        isMeasured: true,
        place: {},
      },
    ]);
    expect(ids(diagnostics)).toEqual(['slurm-failed', 'slurm-not-exclusive', 'slurm-step-energy']);
  });

  it('ignores the energy of a job with GPUs where no plugin is named', async () => {
    const { runs } = await readAll(slurm, json);
    expect(runs.map(({ energy }) => energy)).toEqual([undefined, 2]);
  });

  const job = { job_id: 1, time: { elapsed: 60 }, steps: [], tres: { allocated: [] } };
  it.each([
    ['jobs that are no list', { jobs: {} }, 'log-shape'],
    ['no jobs', { jobs: [] }, 'slurm-no-jobs'],
    ['a job that is a number', { jobs: [1] }, 'log-shape'],
    ['the queue, which has no times', { jobs: [{ job_id: 1, job_state: ['RUNNING'] }] }, 'log-shape'],
    ['a time that is text', { jobs: [{ ...job, time: { elapsed: '60 s' } }] }, 'log-figure-as-text'],
    ['a time that is a list', { jobs: [{ ...job, time: { elapsed: [60] } }] }, 'log-shape'],
    ['an energy below 0', { jobs: [{ ...job, steps: [{ statistics: { energy: { consumed: -7 } } }] }] }, 'log-negative'],
    ['steps that are no list', { jobs: [{ ...job, steps: {} }] }, 'log-shape'],
    ['resources that are no list', { jobs: [{ ...job, tres: { allocated: {} } }] }, 'log-shape'],
  ])('rejects %s', async (_, value, id) => {
    expect(await faultsOf(slurm, JSON.stringify(value))).toMatchObject([{ id, line: 1 }]);
  });

  it('counts a job that is listed twice once, however deeply it is nested', async () => {
    const deep = `{"job_id": 1, "time": {"elapsed": 60}, "pad": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`;
    const { runs, diagnostics } = await readAll(slurm, `{"jobs": [${deep}, ${deep}]}`, {}, 4096);
    expect(runs).toMatchObject([{ hours: 1 / 60 }]);
    expect(ids(diagnostics)).toEqual(['slurm-no-energy', 'slurm-twice']);
  });

  it('gives numbers or an error, whatever it contains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), async (a, b, c) => {
        await expectSound(slurm, JSON.stringify({ jobs: [a] }));
        await expectSound(
          slurm,
          JSON.stringify({ jobs: [{ ...job, time: { elapsed: 1, start: a, end: b }, steps: [{ statistics: c, tres: a }] }] }),
        );
        await expectSound(slurm, JSON.stringify({ jobs: [{ ...job, array: a, het: b, state: c, name: a, tres: { allocated: [b, c] } }] }));
      }),
    );
  });
});
