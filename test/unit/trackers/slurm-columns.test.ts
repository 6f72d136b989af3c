import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognised } from '../../../src/trackers/index.js';
import { slurm } from '../../../src/trackers/slurm/slurm.js';
import { faultsOf, readAll } from './reading.js';

const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);
const head = 'JobID|JobName|State|Submit|Start|End|Elapsed|AllocTRES|ConsumedEnergyRaw';
const done =
  '1|a|COMPLETED|2023-12-30T08:00:00|2024-01-02T00:00:00|2024-01-02T02:00:00|02:00:00|cpu=4,gres/gpu:a100=2,gres/gpu=2,node=3|7200000';
const table = (...rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;

describe('rows of sacct that people have', () => {
  it('of a job without start and end have the time of its submission, and no start', async () => {
    const { runs } = await readAll(slurm, table(done.replace('2024-01-02T00:00:00|2024-01-02T02:00:00', 'Unknown|Unknown')));
    expect(runs).toMatchObject([{ dated: '2023-12-30T08:00:00', hours: 2, nodes: 3 }]);
    expect(runs[0]?.started).toBeUndefined();
    expect((await readAll(slurm, table(done))).runs[0]?.dated).toBeUndefined();
  });

  it.each([
    '',
    'INVALID',
    'Unknown',
    'UNLIMITED',
    'Partition_Limit',
  ])('with the elapsed time %j are passed over, and counted', async (elapsed) => {
    const never = (n: number) => `${n}|b|CANCELLED by 7|2023-12-30T08:00:00|None|None|${elapsed}||`;
    const { runs, diagnostics } = await readAll(slurm, table(never(2), done, never(3)), { energyPlugin: 'ipmi' });
    expect(runs).toMatchObject([{ energy: 2 }]);
    const [skipped] = diagnostics.filter(({ id }) => id === 'slurm-no-elapsed');
    expect(skipped).toMatchObject({ line: 2, note: expect.stringContaining('one more row, the last on line 4') });
  });

  it('are the same by whatever sign the cells are separated, with it at the end of the line or without', async () => {
    const { runs } = await readAll(slurm, table(done), { energyPlugin: 'ipmi' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('|', '\t', ';'), fc.boolean(), async (sign, isEnded) => {
        const text = table(done)
          .replaceAll('|', sign)
          .replaceAll('\n', isEnded ? `${sign}\n` : '\n');
        expect(recognised(text).map(({ id }) => id)).toEqual(['slurm']);
        expect((await readAll(slurm, text, { energyPlugin: 'ipmi' })).runs).toEqual(runs);
      }),
    );
  });

  it.each([
    ['commas, with resources among them', `${table(done).replaceAll('|', ',')}`, 'slurm-commas'],
    ['blanks below dashes', 'JobID JobName Elapsed\n----- ------- -------\n1 a 01:00:00\n', 'slurm-fixed-width'],
    ['blanks alone', '   JobID    JobName    Elapsed\n1               a   01:00:00\n', 'slurm-fixed-width'],
  ])('that are separated by %s are refused, with what to ask sacct for', async (_, text, id) => {
    expect(recognised(text).map((tracker) => tracker.id)).toEqual(['slurm']);
    expect(await faultsOf(slurm, text)).toMatchObject([{ id, expected: expect.stringContaining('sacct -P') }]);
  });

  it.each(['gres/shard=2', 'gres/mps=50', 'gres/mps:a100=50'])('with a share of a card, %s, ask how large it is', async (share) => {
    const { runs, diagnostics } = await readAll(slurm, table(done.replace('gres/gpu:a100=2,gres/gpu=2', share)));
    expect(runs[0]?.energy).toBeUndefined();
    expect(ids(diagnostics)).toEqual(['slurm-share-of-gpu', 'slurm-energy-of-gpu-job']);
  });

  it('with a slice of a card name it', async () => {
    const { runs } = await readAll(slurm, table(done.replaceAll('gpu:a100=', 'gpu:a100_1g.5gb=')));
    expect(runs[0]?.accelerator).toEqual({ name: 'a100_1g.5gb', count: 2 });
  });
});
