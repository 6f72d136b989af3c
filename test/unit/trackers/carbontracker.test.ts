import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carbontracker } from '../../../src/trackers/carbontracker/carbontracker.js';
import { durationOf, wattsOf } from '../../../src/trackers/carbontracker/lines.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const standard = fixture('carbontracker/1.2.5_carbontracker.log');
const before = fixture('carbontracker/before_carbontracker.log');
const output = fixture('carbontracker/1.2.5_carbontracker_output.log');
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);

describe('logs of carbontracker', () => {
  it.each([
    ['standard', standard],
    ['with watts before the epoch', before],
    ['output', output],
    ['output, indented', output.replaceAll(/^/gm, '    ')],
  ])('are recognised by their content: %s', (_, text) => {
    expect(recognised(text).map(({ id }) => id)).toEqual(['carbontracker']);
  });

  it('(300 W + 60 W) × 1 h + (300 W + 40 W) × 1 h = 0.7 kWh, without the PUE of 1.58, wherever the list is broken', async () => {
    const { runs, diagnostics } = await readAll(carbontracker, standard);
    expect(runs).toEqual([
      {
        tracker: 'carbontracker',
        version: '1.2.5',
        lines: [1, 16],
        started: '2023-04-03T10:00:00',
        ended: '2023-04-03T12:00:02',
        hours: 2,
        energy: expect.closeTo(0.7, 12),
        boundary: 'components',
        parts: { gpu: expect.closeTo(0.6, 12), cpu: expect.closeTo(0.1, 12) },
        pue: 1.58,
        isMeasured: true,
        intensity: 110,
        accelerator: { name: 'NVIDIA RTX A5000', count: 2 },
        place: { country: 'DK' },
      },
    ]);
    expect(ids(diagnostics)).toEqual(['memory-not-read', 'pue-of-tool']);
  });

  it('200.25 W × 0.5 h + 199.75 W × 0.5 h = 0.2 kWh, at the accelerators, where the CPU was not measured', async () => {
    const { runs, diagnostics } = await readAll(carbontracker, before);
    expect(runs).toMatchObject([
      { energy: expect.closeTo(0.2, 12), hours: 1, boundary: 'accelerator', parts: { gpu: expect.closeTo(0.2, 12) } },
    ]);
    expect(ids(diagnostics)).toContain('not-measured');
  });

  it('uses the last actual consumption of the output, and no prediction: 1.106 kWh with a PUE that it does not state', async () => {
    const { runs, diagnostics } = await readAll(carbontracker, output);
    expect(runs).toMatchObject([
      { energy: 1.106, hours: 26, boundary: 'facility', reported: expect.closeTo(0.12166, 12), accelerator: { count: 2 } },
    ]);
    expect(runs[0]?.pue).toBeUndefined();
    expect(ids(diagnostics)).toContain('unstated-pue');
  });

  it('1.106 kWh ÷ 1.58 = 0.7 kWh, where the PUE is stated', async () => {
    const pue = 'Only predicted and actual consumptions are multiplied by a PUE coefficient of 1.58.';
    const { runs } = await readAll(carbontracker, output.replace('CarbonTracker: \n', `CarbonTracker: \n${pue}\n`));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.7, 12), pue: 1.58, boundary: 'components' }]);
  });

  it('separates runs that follow one another, and compares both logs of a run', async () => {
    expect((await readAll(carbontracker, `${standard}${standard}`)).runs).toMatchObject([{ hours: 2 }, { hours: 2 }]);
    const blocks = output.slice(output.indexOf('\n') + 1);
    expect(ids((await readAll(carbontracker, `${standard}${blocks}`)).diagnostics)).toEqual(['memory-not-read', 'pue-of-tool']);
    const other = blocks.replace('1.106000 kWh', '1.306000 kWh');
    expect(ids((await readAll(carbontracker, `${standard}${other}`)).diagnostics)).toContain('other-energy');
  });

  it.each([
    ['the world average', standard.replace('was 110.00', 'was 475.00'), 'world-average'],
    [
      'a training that was interrupted',
      `${standard}2023-04-03 12:00:02 - Training was interrupted before all 9 epochs were monitored.\n`,
      'interrupted',
    ],
    ['an epoch without a duration', standard.replace(/.*Duration: 1:00:00.00\n/, ''), 'epoch-without-time'],
  ])('report it: %s', async (_, text, id) => {
    expect(ids((await readAll(carbontracker, text)).diagnostics)).toContain(id);
  });

  it.each([
    ['2.4', 'Carbon intensities (gCO2eq/kWh) fetched every 900 s at detected location: Copenhagen, Capital Region, DK: [151.65, 150.2]'],
    ['1.1', 'Carbon intensities (gCO2/kWh) fetched every 900 s at detected location Copenhagen, Capital Region, DK: [102.0]'],
    [
      'a failure to fetch',
      'Live carbon intensity could not be fetched at detected location: Copenhagen, Capital Region, DK. Defaulted to average.',
    ],
  ])('have the country of the place that was detected: %s', async (_, line) => {
    const text = `${standard.replaceAll(/.*arbon intensity.*\n/g, '')}2023-04-03 12:00:02 - ${line}\n`;
    expect((await readAll(carbontracker, text)).runs[0]?.place).toEqual({ country: 'DK' });
  });

  it.each([
    ['UNDETECTED', 'Average carbon intensity during training was 294.21 gCO2/kWh at detected location: UNDETECTED.'],
    ['no place', 'Average carbon intensity during training was 294.21 gCO2eq/kWh.'],
  ])('name a constant of the tool as such: %s', async (_, line) => {
    const text = `${standard.replaceAll(/.*arbon intensity.*\n/g, '')}2023-04-03 12:00:02 - ${line}\n`;
    const { runs, diagnostics } = await readAll(carbontracker, text);
    const intensityOf = 'a constant of carbontracker, the average of the EU-28 in 2017, and not the grid of the site';
    expect(runs).toMatchObject([{ intensity: 294.21, intensityOf }]);
    expect(runs[0]?.place.country).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toContain(
      'The intensity of 294.21 g/kWh is a constant of the tool (the average of the EU-28 in 2017), not the grid of the site.',
    );
  });

  it.each([
    ['[None]', '[None]'],
    ['0 W', '[0.0]'],
  ])('make no report where all powers are %s, and say that nothing was measured', async (_, watts) => {
    const text = standard
      .replaceAll(/(Average power usage \(W\) for \w+:)[^\]]*\]/g, `$1 ${watts}`)
      .replaceAll(/usage \(W\) for cpu:.*/g, `usage (W) for cpu: ${watts}`);
    expect(await faultsOf(carbontracker, text)).toMatchObject([
      { id: 'nothing-measured', message: 'Nothing was measured: every power or energy in this log is 0 or missing.' },
    ]);
  });

  it.each([
    ['a prediction alone', output.replaceAll('Actual', 'Predicted'), 'only-predicted'],
    ['no epoch', standard.split('\n').slice(0, 4).join('\n'), 'no-epochs'],
    ['an invalid power', standard.replace('150.5', '15O.5'), 'log-not-a-number'],
    ['a decimal comma', output.replace('1.106000', '1,106000'), 'log-not-a-number'],
    ['another unit', output.replace('1.106000 kWh', '1.106000 MJ'), 'log-not-a-number'],
    ['an invalid duration', standard.replace('1:00:00.00', 'long'), 'log-duration'],
    ['a PUE below 1', standard.replace('of 1.58', 'of 0.58'), 'log-pue'],
  ])('are rejected for %s', async (_, text, id) => {
    expect(ids(await faultsOf(carbontracker, text))).toContain(id);
  });

  it('[136.86 142.1] are 278.96 W, [ 13.38] is 13.38 W, and None is none', () => {
    expect(wattsOf('[136.86 142.1]')).toBeCloseTo(278.96, 9);
    expect([wattsOf('[ 13.38]'), wattsOf('75.5'), wattsOf('None'), wattsOf('[nan]'), wattsOf('[1.5 x]')]).toEqual([
      13.38,
      75.5,
      'none',
      'none',
      undefined,
    ]);
  });

  const found = (devices: string) => standard.replace('CPU with device(s) cpu:0', `CPU with device(s) ${devices}`);

  it('of version 2.0.2 and later have the memory among the devices of the CPU: 60 + 40 W × 1 h and 9 + 7 W × 1 h', async () => {
    const text = found('dram:0, cpu:0').replace('[ 60.]', '[ 9. 60.]').replace('[40.]', '[7. 40.]');
    const { runs, diagnostics } = await readAll(carbontracker, text);
    expect(runs).toMatchObject([
      {
        boundary: 'components',
        parts: { cpu: expect.closeTo(0.1, 12), ram: expect.closeTo(0.016, 12) },
        energy: expect.closeTo(0.716, 12),
      },
    ]);
    expect(ids(diagnostics)).toEqual(['pue-of-tool']);
  });

  it.each([
    ['cpu:0', 'memory-not-read', 'components', true],
    ['cpu:0, cpu:1', 'memory-not-read', 'components', true],
    ['Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz', 'cpu-by-rating', 'components', true],
  ])('state what was not read where the devices are %s', async (devices, id, boundary, isMeasured) => {
    const { runs, diagnostics } = await readAll(carbontracker, found(devices));
    expect(runs).toMatchObject([{ boundary, isMeasured }]);
    expect(runs[0]?.parts.ram).toBeUndefined();
    expect(ids(diagnostics)).toEqual([id, 'pue-of-tool']);
  });

  it('are modelled where half of the rating of the CPU is most of the energy', async () => {
    const text = found('AMD EPYC 7763 64-Core Processor')
      .replace('[150.5 149.5]', '[1. 1.]')
      .replace(/\[170\.\s+130\.\]/, '[1. 1.]');
    expect((await readAll(carbontracker, text)).runs).toMatchObject([{ isMeasured: false }]);
  });

  it.each([
    ['[None]', 0.3, 'not-measured'],
    ['[None 149.5]', 0.4495, 'partly-measured'],
    ['[nan 149.5]', 0.4495, 'partly-measured'],
  ])('with the power %s have %d kWh of GPUs, and say what was not measured', async (power, gpu, id) => {
    const { runs, diagnostics } = await readAll(carbontracker, standard.replace('[150.5 149.5]', power));
    expect(runs[0]?.parts.gpu).toBeCloseTo(gpu, 12);
    expect(ids(diagnostics)).toContain(id);
  });

  it('1 day and 2 h are 26 h, and so are 26:00:00', () => {
    expect([durationOf('1 day, 2:00:00'), durationOf('26:00:00'), durationOf('0:02:21.90'), durationOf('2:00')]).toEqual([
      93600,
      93600,
      expect.closeTo(141.9, 9),
      undefined,
    ]);
  });

  it('give numbers or an error, wherever they are cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(standard, before, output).chain(changed), async (broken) => {
        await expectSound(carbontracker, broken);
      }),
      { numRuns: 400 },
    );
  });
});
