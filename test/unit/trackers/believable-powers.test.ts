import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import type { ColumnMap } from '../../../src/manifest/schema/log-columns.js';
import { highestSample } from '../../../src/plausibility/sample-power.js';
import { trackers } from '../../../src/trackers/index.js';
import type { Tracker } from '../../../src/trackers/tracker.js';
import { zeus } from '../../../src/trackers/zeus.js';
import { fixture } from './changed-texts.js';
import { readAll } from './reading.js';

const series: readonly (readonly [string, ColumnMap | undefined])[] = [
  ['nvidia-smi/two-cards.csv', undefined],
  ['nvidia-smi/dmon-DT.txt', undefined],
  ['amd-smi/metric-watch.csv', undefined],
  ['amd-smi/monitor.csv', undefined],
  ['rocm-smi/with-times.csv', undefined],
  ['wandb/panel.csv', undefined],
  ['wandb/events.csv', undefined],
  ['zeus/epochs.csv', undefined],
  ['csv/powers.csv', { time: 'time (ms)', power: 'power (kW)', device: 'gpu' }],
];

/** A figure of the text replaced by another. */
function replaced(text: string): fc.Arbitrary<string> {
  const figures = [...text.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w.:/])/g)];
  const value = fc.oneof(
    fc.constantFrom('18446744.00', '-1', '0', '1e9', '1e308', '99999999999', '0.5', 'nan', ''),
    fc.double({ min: 0, max: 1e12, noNaN: true }).map(String),
  );
  return fc
    .tuple(fc.constantFrom(...figures), value)
    .map(([figure, put]) => text.slice(0, figure.index) + put + text.slice(figure.index + figure[0].length));
}

describe('a power log in which a cell was replaced', () => {
  it.each(series)('gives no more than its devices can take, or is reported: %s', async (file, columns) => {
    const tracker: Tracker = trackers[file.split('/')[0] as keyof typeof trackers];
    const text = fixture(file);
    await fc.assert(
      fc.asyncProperty(replaced(text), async (broken) => {
        try {
          const { runs, diagnostics } = await readAll(tracker, broken, { columns });
          for (const { energy = 0, hours = 0, accelerator } of runs) {
            const most = (highestSample('accelerator') * hours * (accelerator?.count ?? 1)) / 1000;
            if (diagnostics.length === 0) expect(energy).toBeLessThanOrEqual(most * 1.0001 + 1e-9);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a window of Zeus', () => {
  const header = 'start_time,window_name,elapsed_time,gpu0_energy';

  it.each([
    ['154 kWh in an hour', '1709632800.0,epoch,3600.0,554400000'],
    ['2 Wh in 7 ms', '1709632800.0,step,0.007,7200'],
  ])('that no GPU can take is questioned, with its line: %s', async (_, row) => {
    expect((await readAll(zeus, `${header}\n${row}\n`)).diagnostics).toMatchObject([{ id: 'window-power', severity: 'warning', line: 2 }]);
  });

  it('of a few milliseconds may have the energy of the time before', async () => {
    expect((await readAll(zeus, `${header}\n1709632800.0,step,0.007,70\n`)).diagnostics).toEqual([]);
  });
});
