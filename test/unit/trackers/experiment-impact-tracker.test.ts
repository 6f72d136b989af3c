import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentImpactTracker as tracker } from '../../../src/trackers/experiment-impact-tracker.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const data = fixture('experiment-impact-tracker/data.json');
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);
const lines = data.trimEnd().split('\n');

describe('data.json of experiment-impact-tracker', () => {
  it('is recognised by its first line', () => {
    expect(recognised(data).map(({ id }) => id)).toEqual(['experiment-impact-tracker']);
  });

  it('60 W × 10 s + 40 W × 20 s + 40 W × 100 s, and five times that for the GPUs: 32.4 kJ = 0.009 kWh', async () => {
    const { runs, diagnostics } = await readAll(tracker, data);
    expect(runs).toEqual([
      {
        tracker: 'experiment-impact-tracker',
        lines: [1, 5],
        started: '2020-09-13T12:26:40',
        ended: '2020-09-13T12:28:50',
        hours: 130 / 3600,
        energy: expect.closeTo(0.009, 12),
        boundary: 'components',
        parts: { gpu: expect.closeTo(0.0075, 12), cpu: expect.closeTo(0.0015, 12) },
        isMeasured: true,
        intensity: expect.closeTo(203.8, 9),
        accelerator: { count: 2 },
        place: {},
      },
    ]);
    expect(ids(diagnostics)).toEqual(['attributed-power', 'no-reading', 'no-reading', 'gaps']);
    expect(JSON.stringify([runs, diagnostics])).not.toContain('4242');
  });

  it('is measured at the accelerators where the processors were not measured', async () => {
    const gpu = data.replaceAll(/"rapl_estimated_attributable_power_draw": [^,]*/g, '"rapl_estimated_attributable_power_draw": null');
    expect((await readAll(tracker, gpu)).runs).toMatchObject([{ boundary: 'accelerator', parts: { gpu: expect.closeTo(0.0075, 12) } }]);
  });

  it('skips a last line that was cut, and reports it', async () => {
    const { runs, diagnostics } = await readAll(tracker, data.slice(0, -20));
    expect(runs).toMatchObject([{ lines: [1, 4], hours: 30 / 3600 }]);
    expect(ids(diagnostics)).toContain('cut-line');
  });

  it('reports what was not counted where the last power is missing', async () => {
    const { diagnostics } = await readAll(tracker, `${lines.slice(0, 3).join('\n')}\n`);
    expect(ids(diagnostics)).toContain('no-last-reading');
  });

  it('makes no report where all powers are 0, and says that nothing was measured', async () => {
    const zero = data.replaceAll(/("(?:rapl|nvidia)_estimated_attributable_power_draw": )[\d.]+/g, '$10.0');
    expect(await faultsOf(tracker, zero)).toMatchObject([
      { id: 'nothing-measured', message: 'Nothing was measured: every power or energy in this log is 0 or missing.' },
    ]);
  });

  it('leaves out the processors where their power is 0 throughout: 0.0075 kWh of the GPUs, at the accelerators', async () => {
    const { runs, diagnostics } = await readAll(tracker, data.replaceAll(/("rapl_estimated_attributable_power_draw": )[\d.]+/g, '$10.0'));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.0075, 12), boundary: 'accelerator' }]);
    expect(runs[0]?.parts.cpu).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toContain(
      'The CPU has an energy of 0 kWh, so it was not measured. The energy of the log does not include it.',
    );
  });

  it.each([
    ['a line that is cut in the middle', data.replace('"rapl_power', '"rapl_power\n'), 'log-not-json'],
    ['a time before the row before', `${[...lines.slice(1), lines[0]].join('\n')}\n`, 'log-backwards'],
    ['a power below 0', data.replace(': 300', ': -300'), 'log-negative'],
    ['a power that is a text', data.replace(': 300', ': "300 W"'), 'log-figure-as-text'],
    ['no time', data.replace('"timestamp"', '"time"'), 'log-time'],
    ['one sample', `${lines[0]}\n`, 'no-samples'],
    ['no power', data.replaceAll('attributable', 'other'), 'no-samples'],
  ])('is refused for %s', async (_, text, id) => {
    expect(ids(await faultsOf(tracker, text))).toContain(id);
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(changed(data), async (broken) => {
        await expectSound(tracker, broken);
      }),
      { numRuns: 300 },
    );
  });
});
