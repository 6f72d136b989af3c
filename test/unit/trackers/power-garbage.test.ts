import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognised } from '../../../src/trackers/index.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { faultsOf, readAll } from './reading.js';

const header = 'timestamp, index, name, power.draw [W]';
const clock = (seconds: number): string => {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `2024/03/05 ${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.000`;
};
const row = (seconds: number, power: string, index = 0, name = 'Unheard-of 9'): string => `${clock(seconds)}, ${index}, ${name}, ${power}`;
const log = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;
/** A sample each 30 s at 300 W, for an hour: 0.3 kWh. */
const hour = (from = 36_000): string[] => Array.from({ length: 121 }, (_, at) => row(from + 30 * at, '300.00 W'));
const kWh = async (text: string): Promise<number> =>
  (await readAll(nvidiaSmi, text)).runs.reduce((sum, { energy = Number.NaN }) => sum + energy, 0);
const ids = (found: readonly { readonly id: string; readonly line?: number | undefined }[]) => found.map(({ id, line }) => `${id} ${line}`);

describe('a sample that cannot be right', () => {
  it.each([
    '18446744.00 W',
    '5001.00 W',
    '-3.00 W',
    '12x W',
    '300.00 V',
  ])('is rejected by its line, and 300 W × 1 h = 0.3 kWh: %s', async (power) => {
    const rows = hour();
    rows[60] = row(36_000 + 30 * 60, power);
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9), hours: expect.closeTo(1, 9) }]);
    expect(diagnostics).toMatchObject([{ severity: 'warning', line: 62 }]);
  });

  it('is one of more than twice what the device can take, where that is known', async () => {
    const rows = hour();
    rows[60] = row(36_000 + 30 * 60, '1500.00 W');
    const limitOf = () => 700;
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows), { limitOf });
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(diagnostics.map(({ message }) => message)).toEqual(['A power of 1,500\u202fW is not possible here: it is above 1,400\u202fW.']);
    // 300 W, with a triangle of 1,200 W over 60 s: 36 kJ.
    expect(await kWh(log(...rows))).toBeCloseTo(0.3 + 36_000 / 3.6e6, 9);
  });

  it('is an error where there are many', async () => {
    const rows = hour().map((one, at) => (at % 5 === 0 ? one.replace('300.00', '300000.00') : one));
    const faults = await faultsOf(nvidiaSmi, log(...rows));
    expect(faults).toHaveLength(20);
    expect(faults[0]).toMatchObject({ id: 'impossible-power', line: 2, severity: 'error' });
  });

  it('changes the energy of random logs at most by the segments beside it', async () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 700 })), { minLength: 12, maxLength: 40 });
    const broken = fc.constantFrom('18446744.00 W', '-1.00 W', '[N/A]', '[GPU is lost]', 'ERR!', 'x', '300,5 W', '');
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(11), broken, async (series, at, cell) => {
        let time = 0;
        const rows = series.map(([seconds, watts]) => {
          time += seconds;
          return { time, watts };
        });
        const text = (cells: readonly string[]): string => log(...rows.map((one, n) => row(one.time, cells[n] ?? '')));
        const cells = rows.map(({ watts }) => `${watts}.00 W`);
        const before = await kWh(text(cells));
        const { runs, diagnostics } = await readAll(nvidiaSmi, text(cells.with(at, cell)));
        expect(diagnostics.length).toBeGreaterThan(0);
        const [first, last] = [Math.max(0, at - 1), Math.min(rows.length - 1, at + 1)];
        const highest = Math.max(...rows.slice(first, last + 1).map(({ watts }) => watts));
        const most = (highest * ((rows[last]?.time ?? 0) - (rows[first]?.time ?? 0))) / 3.6e6;
        expect(Math.abs((runs[0]?.energy ?? Number.NaN) - before)).toBeLessThanOrEqual(most + 1e-12);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a failing tool leaves', () => {
  const lost = 'Unable to determine the device handle for GPU 0000:3B:00.0: GPU is lost.  Reboot the system to recover this GPU';

  it.each([
    ['once', [lost]],
    ['again and again', Array.from({ length: 300 }, () => lost)],
    ['with commas', ['NVRM: Xid (PCI:0000:65:00): 79, pid=1234, GPU has fallen off the bus, sorry']],
    ['without a line break', [lost]],
    ['with quotation marks', ['Failed to initialize NVML: "Driver/library version mismatch"']],
    ['of the system log', ['Mar  5 12:00:01 secret-host kernel: NVRM: GPU has fallen off the bus.']],
  ] as const)('an error to the end, %s: what is above is read', async (name, lines) => {
    const text = log(...hour(), ...lines);
    const { runs, diagnostics } = await readAll(nvidiaSmi, name === 'without a line break' ? text.trimEnd() : text);
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9), lines: [2, 122] }]);
    expect(ids(diagnostics)).toEqual(['ends-in-text 123']);
    expect(JSON.stringify(diagnostics)).not.toMatch(/secret|3B:00/);
    expect(diagnostics[0]?.message).toContain(lines.length === 1 ? 'Line 123 is no reading' : 'Lines 123 to 422 are no reading');
  });

  it('an error in the middle: it is skipped, with its line', async () => {
    const rows = hour();
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows.slice(0, 60), lost, ...rows.slice(60)));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(ids(diagnostics)).toEqual(['not-a-reading 62']);
  });

  it('nothing but an error: an error that does not quote it', async () => {
    expect(await faultsOf(nvidiaSmi, log(lost))).toMatchObject([
      {
        id: 'only-text',
        line: 2,
        message: 'The log has no reading. It has a message of the tool here.',
      },
    ]);
  });

  it('a cell with [GPU is lost] to the end: 300 W × 1 h, and the rows after are said', async () => {
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...hour(), row(39_630, '[GPU is lost]'), row(39_660, '[Unknown Error]')));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(ids(diagnostics)).toEqual(['no-reading-at-ends 123']);
  });

  it.each([
    ['2024/03/05 11:00:3', 'cut-row'],
    ['2024/03/05 11:00:30.000, 0, Unheard-of 9', 'cut-row'],
    ['2024/03/05 11:00:30.000, 0, Unheard-of 9, 30', 'cut-row'],
    ['2024/03/05 11:00:30.000, 0, Unheard-of 9, 300.0', 'cut-row'],
    ['2024/03/05 11:00:30.000, 0, Unheard-of 9, 300.00 ', 'cut-row'],
  ])('a last line that was cut: it is skipped, %s', async (cut, id) => {
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...hour()) + cut);
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(ids(diagnostics)).toEqual([`${id} 123`]);
  });

  it('a last line that is whole is read: 0.3 kWh + 300 W × 30 s', async () => {
    expect(await kWh(log(...hour(), row(39_630, '300.00 W')).trimEnd())).toBeCloseTo(0.3025, 9);
  });

  it('a number without its unit that was cut: 30 is not taken for 300', async () => {
    const { runs } = await readAll(nvidiaSmi, log(...hour()).replaceAll(' W\n', '\n') + row(39_630, '30'));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
  });

  it.each([
    ['at the end', (rows: readonly string[]) => `${log(...rows)}${'\0'.repeat(5_000_000)}`],
    ['behind a cut row', (rows: readonly string[]) => `${log(...rows)}${row(39_630, '30').slice(0, -1)}${'\0'.repeat(4096)}`],
    ['before a row', (rows: readonly string[]) => log(...rows.slice(0, 60), `${'\0'.repeat(4096)}${rows[60]}`, ...rows.slice(61))],
  ])('NUL bytes %s: they are skipped', async (_, text) => {
    const { runs, diagnostics } = await readAll(nvidiaSmi, text(hour()), {}, 65_536);
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(diagnostics.map(({ id }) => id)).toContain('nul-bytes');
  });
});

describe('times that jump', () => {
  it('one hour back, as summer time ends: 2 h at 300 W = 0.6 kWh, and the hour is not counted twice', async () => {
    // From 02:00 to 03:00, and again from 02:00 to 03:00.
    const rows = [...hour(7200), ...hour(7200)];
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.6, 9), hours: expect.closeTo(2, 9), ended: '2024-03-05T03:00:00' }]);
    expect(ids(diagnostics)).toEqual(['clock-set-back 123']);
  });

  it.each([
    ['behind', 100],
    ['ahead', 80_000],
  ])('one row far %s: it is rejected by its line', async (_, seconds) => {
    const rows = hour();
    rows[60] = row(seconds, '300.00 W');
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9), hours: expect.closeTo(1, 9) }]);
    expect(diagnostics).toMatchObject([{ line: 62, severity: 'warning' }]);
  });

  it('days ahead, as a clock is set: 0.6 kWh, and nothing between', async () => {
    const later = hour().map((one) => one.replace('2024/03/05', '2024/03/09'));
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...hour(), ...later));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.6, 9), hours: expect.closeTo(2, 9) }]);
    expect(ids(diagnostics)).toEqual(['long-pause 123']);
  });

  it('rows in no order are an error', async () => {
    expect((await faultsOf(nvidiaSmi, log(...hour().toReversed())))[0]).toMatchObject({ severity: 'error', id: 'log-backwards' });
  });

  it('a gap of 20 minutes: its time and its energy are said, 300 W × 1,200 s = 0.1 kWh', async () => {
    const rows = hour();
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows.slice(0, 41), ...rows.slice(80)));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Once there are no readings for more than a minute: 1,200 s in all, and 1,200 s at most. The power in between was interpolated linearly, which is 100\u202fWh of 300\u202fWh.',
    ]);
  });
});

describe('the energy of a series', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 0, max: 700 })), { minLength: 2, maxLength: 20 });
  const seriesOf = (pairs: readonly (readonly [number, number])[]): readonly { time: number; watts: number }[] => {
    let time = 0;
    return pairs.map(([seconds, watts]) => {
      time += seconds;
      return { time, watts };
    });
  };

  it('is the same with a sample more on the line between two', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async (pairs, seed) => {
        const series = seriesOf(pairs);
        const at = seed % (series.length - 1);
        const [a, b] = [series[at], series[at + 1]];
        if (a === undefined || b === undefined) return;
        const time = a.time + 1;
        const watts = a.watts + ((b.watts - a.watts) * (time - a.time)) / (b.time - a.time);
        const rows = series.map((one) => row(one.time, `${one.watts}.00 W`));
        const split = rows.toSpliced(at + 1, 0, row(time, `${watts.toFixed(6)} W`));
        if (series.every((one) => one.watts === 0)) return;
        const [whole, same] = [await kWh(log(...rows)), await kWh(log(...split))];
        expect(same).toBeCloseTo(whole, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('is the sum over devices, whatever the order of their rows at one time', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), async (pairs, turns) => {
        const series = seriesOf(pairs).map(({ time, watts }) => ({ time, watts: watts + 1 }));
        const one = series.map(({ time, watts }) => row(time, `${watts}.00 W`, 0));
        const other = series.map(({ time, watts }) => row(time, `${(700 - watts / 2).toFixed(2)} W`, 1));
        const both = one.flatMap((first, at) => (turns[at] === true ? [other[at] ?? '', first] : [first, other[at] ?? '']));
        expect(await kWh(log(...both))).toBeCloseTo((await kWh(log(...one))) + (await kWh(log(...other))), 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('other outputs of nvidia-smi', () => {
  it.each([
    ['powers without times', 'power.draw [W]\n300.00 W\n301.00 W\n', 'no-times'],
    ['powers without times and header', '300.00 W\n301.00 W\n', 'no-times'],
    ['powers without times, by index', 'index, power.draw [W]\n0, 300.00 W\n1, 300.00 W\n', 'no-times'],
    ['dmon', '# gpu   pwr gtemp mtemp    sm   mem\n# Idx     W     C     C     %     %\n    0   300    41     -    98    40\n', 'no-date'],
    ['dmon with a time alone', '#Time        gpu   pwr\n#HH:MM:SS    Idx     W\n 12:00:00      0   300\n', 'no-date'],
    [
      'dmon without power',
      '#Date       Time        gpu    sm\n#YYYYMMDD   HH:MM:SS    Idx     %\n 20240305   12:00:00      0   30\n',
      'not-a-power-log',
    ],
    [
      'pmon',
      '# gpu        pid  type    sm   mem   enc   dec   command\n# Idx          #   C/G     %     %     %     %   name\n    0       1234     C    98    40     -     -   python\n',
      'not-a-power-log',
    ],
    [
      '-q',
      '\n==============NVSMI LOG==============\n\nTimestamp                                 : Tue Mar  5 12:00:00 2024\n',
      'not-a-power-log',
    ],
    [
      'the table',
      'Tue Mar  5 12:00:00 2024\n+----------+\n| NVIDIA-SMI 535.104.05   Driver Version: 535.104.05   CUDA Version: 12.2 |\n',
      'not-a-power-log',
    ],
    ['an error alone', "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n", 'not-a-power-log'],
  ])('say what they are, and what to ask for: %s', async (_, text, id) => {
    expect(recognised(text).map((one) => one.id)).toEqual(['nvidia-smi']);
    const [fault] = await faultsOf(nvidiaSmi, text);
    expect(fault).toMatchObject({ id, expected: expect.stringContaining('--query-gpu=timestamp,index,name,power.draw') });
  });

  it('dmon -o DT is read: (300 + 340) W ÷ 2 × 36 s + 200 W × 36 s = 0.0052 kWh', async () => {
    const head = '#Date       Time        gpu   pwr gtemp mtemp    sm   mem\n#YYYYMMDD   HH:MM:SS    Idx     W     C     C     %     %\n';
    const lines = [0, 36].flatMap((second) => [
      ` 20240305   12:00:${String(second).padStart(2, '0')}      0   ${300 + (40 * second) / 36}    41     -    98    40`,
      ` 20240305   12:00:${String(second).padStart(2, '0')}      1   200    41     -    98    40`,
    ]);
    const text = `${head}${lines.slice(0, 2).join('\n')}\n${head}${lines.slice(2).join('\n')}\n 20240305   12:01:12      0     -    41     -    98    40\n 2024`;
    const { runs, diagnostics } = await readAll(nvidiaSmi, text);
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.0052, 9), ended: '2024-03-05T12:00:36', accelerator: { count: 2 } }]);
    expect(ids(diagnostics)).toEqual(['no-reading-at-ends 9', 'cut-row 10'].toReversed());
    const lostLater = await readAll(nvidiaSmi, `${text.trimEnd().replace(/\n 2024$/, '')}\nGPU is lost\nGPU is lost\n`);
    expect(lostLater.runs).toMatchObject([{ energy: expect.closeTo(0.0052, 9) }]);
    expect(ids(lostLater.diagnostics)).toContain('ends-in-text 10');
  });
});

describe('a log that a spreadsheet saved', () => {
  const saved = (text: string): string => text.replaceAll(', ', ';').replaceAll(/(\d)\.(\d\d) W/g, '$1,$2 W');

  it('is read with semicolons and decimal commas throughout: 300,00 W is 300 W', async () => {
    const { runs, diagnostics } = await readAll(nvidiaSmi, saved(log(...hour())));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }]);
    expect(ids(diagnostics)).toEqual(['decimal-commas 2']);
  });

  it.each([
    ['commas between cells too', log(...hour()).replaceAll('300.00', '300,5')],
    [
      'what may be thousands',
      log(...hour())
        .replaceAll(', ', ';')
        .replaceAll('300.00', '1,300'),
    ],
    ['points as well', saved(log(...hour())).replaceAll(/(:30.*)300,00/g, '$1300.50')],
  ])('never takes 300,5 for 300 or 3005: %s', async (_, text) => {
    const faults = await faultsOf(nvidiaSmi, text);
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe('rows of several GPUs without a column for them', () => {
  const bundles = (gpus: number, samples: number): string =>
    [
      'timestamp, name, power.draw [W]',
      ...Array.from({ length: samples * gpus }, (_, at) => {
        const seconds = 10 * Math.floor(at / gpus);
        const clock = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
        return `2024/03/05 12:${clock}.${String(123 + 2 * (at % gpus)).padStart(3, '0')}, NVIDIA A100-SXM4-80GB, ${300 - 100 * (at % gpus)}.00 W`;
      }),
      '',
    ].join('\n');

  it.each([2, 3, 8])('are refused: %d GPUs', async (gpus) => {
    expect((await faultsOf(nvidiaSmi, bundles(gpus, 30))).map(({ id }) => id)).toEqual(['no-gpu-column']);
  });

  it('of one GPU are read', async () => {
    expect((await readAll(nvidiaSmi, bundles(1, 30))).runs).toMatchObject([{ hours: 290 / 3600, accelerator: { count: 1 } }]);
  });
});

describe('a German date in a log that a spreadsheet saved', () => {
  it('is a date', async () => {
    const text =
      'timestamp;index;name;power.draw [W]\n03.11.2024 14:00:00;0;NVIDIA GeForce RTX 4090;350,5\n03.11.2024 14:01:00;0;NVIDIA GeForce RTX 4090;350,5\n';
    expect((await readAll(nvidiaSmi, text)).runs).toMatchObject([{ ended: '2024-11-03T14:01:00', energy: (350.5 * 60) / 3.6e6 }]);
  });
});
