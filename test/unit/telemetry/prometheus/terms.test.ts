import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleetOf, type Labels } from '../../../../src/telemetry/prometheus/devices.js';
import { gridQueries, sampleQueries } from '../../../../src/telemetry/prometheus/expressions.js';
import { gapsBetween, type Interval, intervalsOf } from '../../../../src/telemetry/prometheus/gaps.js';
import { instantSeconds } from '../../../../src/telemetry/prometheus/instants.js';
import { knownMetrics, metricOf } from '../../../../src/telemetry/prometheus/metrics.js';
import { halvesOf, planOf } from '../../../../src/telemetry/prometheus/plan.js';
import { replyOf } from '../../../../src/telemetry/prometheus/replies.js';
import { addRejected, addSteps, joined, noneRejected, noTotals } from '../../../../src/telemetry/prometheus/samples.js';
import { narrowed, publicText, selectorOf } from '../../../../src/telemetry/prometheus/selector.js';
import { instantText } from '../../../../src/units/instant.js';

describe('an instant', () => {
  it('is RFC 3339 with an offset, a day, or Unix seconds', () => {
    expect(instantSeconds('2022-03-11T12:00:00Z')).toBe(1_647_000_000);
    expect(instantSeconds('2022-03-11T13:00:00.5+01:00')).toBe(1_647_000_000.5);
    expect(instantSeconds('2024-02-29')).toBe(1_709_164_800);
    expect(instantSeconds('1647000000')).toBe(1_647_000_000);
  });

  it.each([
    '',
    'now',
    '2022-03-11T12:00:00',
    '2023-02-29',
    '2022-13-01',
    '11.03.2022',
    '1',
    '2022-03-11T24:00:00Z',
    '-1d',
  ])('is not %j', (text) => {
    expect(instantSeconds(text)).toBeUndefined();
  });

  it('reads what the file has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000_000, max: 9_999_999_999_999 }),
        (ms) => instantSeconds(instantText(ms * 1000)) === ms / 1000,
      ),
    );
  });
});

describe('a selector', () => {
  it.each([
    ['up', 'up'],
    [' DCGM_FI_DEV_POWER_USAGE { job = "train" , } ', 'DCGM_FI_DEV_POWER_USAGE{job="train"}'],
    ['m{a=~"x|y",b!=\'z\',c!~`q`}', 'm{a=~"x|y",b!=\'z\',c!~`q`}'],
    ['m{a="}{,\\""}', 'm{a="}{,\\""}'],
    ['a:b:c{}', 'a:b:c'],
  ])('%j is %j', (text, expected) => {
    expect(selectorOf(text)?.text).toBe(expected);
  });

  it.each([
    '',
    '{job="a"}',
    'rate(m[5m])',
    'm[5m]',
    'm offset 1h',
    'sum(m)',
    'a + b',
    'm{a="b"',
    'm{a=b}',
    'm{a="b" c="d"}',
    'm{a="b"} or n',
    'm{a="b\n"}',
  ])('%j is none', (text) => {
    expect(selectorOf(text)).toBeUndefined();
  });

  it('takes a condition more, where it has none on that label', () => {
    const of = (text: string): string => narrowed(selectorOf(text) ?? { metric: '', matchers: '', text: '' }, 'zone', 'zone!="core"').text;
    expect(of('m')).toBe('m{zone!="core"}');
    expect(of('m{my_zone="a"}')).toBe('m{my_zone="a",zone!="core"}');
    expect(of('m{zone="dram"}')).toBe('m{zone="dram"}');
  });
});

describe('a selector in the file', () => {
  it.each([
    ['m', 'm'],
    ['m{job="a,b"}', 'm{job="a,b"}'],
    ['m{gpu="0",modelName=~"H100.*",zone!="core",mode="idle"}', 'm{gpu="0",modelName=~"H100.*",zone!="core",mode="idle"}'],
    [
      'm{cluster="acme-7",namespace=~"team-ada",nodename!="n1",slurm_user!~`eve`}',
      'm{cluster="…",namespace=~"…",nodename!="…",slurm_user!~"…"}',
    ],
    ['m{Hostname=~"gpu-1|gpu-2",job="a",instance!="x:9400",UUID="GPU-1"}', 'm{Hostname=~"…",job="a",instance!="…",UUID="…"}'],
  ])('%j is %j', (text, expected) => {
    expect(publicText(selectorOf(text) ?? { metric: '', matchers: '', text: '' })).toBe(expected);
  });

  it('has no value of a label that is not known', () => {
    const label = fc.stringMatching(/^x_[a-zA-Z0-9_]{1,12}$/);
    const conditions = fc.array(fc.tuple(label, fc.constantFrom('=', '!=', '=~', '!~')), { minLength: 1 });
    fc.assert(
      fc.property(conditions, (ones) => {
        const text = `m{${ones.map(([name, operator]) => `${name}${operator}"s3cret"`).join(',')}}`;
        expect(publicText(selectorOf(text) ?? { metric: '', matchers: '', text })).toBe(text.replaceAll('s3cret', '…'));
      }),
    );
  });
});

describe('a metric', () => {
  it('is known by its name, also where `_total` was added', () => {
    expect(metricOf('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION_total')).toMatchObject({ kind: 'energy', scale: 1e-3, boundary: 'accelerator' });
    expect(metricOf('ipmi_dcmi_power_consumption_watts')).toMatchObject({ kind: 'power', scale: 1, boundary: 'node' });
    for (const [name, metric] of Object.entries(knownMetrics)) expect(metricOf(name)).toEqual(metric);
  });

  it('has the unit of its ending, or of whoever asks', () => {
    expect(metricOf('pdu_outlet_milliwatts')).toEqual({ kind: 'power', scale: 1e-3 });
    expect(metricOf('a_kwh_total')).toEqual({ kind: 'energy', scale: 3.6e6 });
    expect(metricOf('pdu', 'kW')).toEqual({ kind: 'power', scale: 1000 });
    for (const odd of ['pdu', 'constructor', 'toString', '__proto__']) expect(metricOf(odd)).toBeUndefined();
    expect(metricOf('pdu', 'constructor')).toBeUndefined();
  });
});

describe('known metrics', () => {
  it('are in watts and joules', () => {
    const scales = Object.entries(knownMetrics).map(([name, { kind, scale }]) => [name, kind, scale] as const);
    for (const [name, kind, scale] of scales) {
      expect(kind, name).toBe(/joules_total$|ENERGY/.test(name) ? 'energy' : 'power');
      expect(scale, name).toBe(name === 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION' ? 1e-3 : 1);
    }
  });

  it('leave out zones that are in another zone, unless a person names them', () => {
    const { exclude } = metricOf('node_rapl_joules_total') ?? {};
    const of = (text: string): string => {
      const selector = selectorOf(text);
      return selector === undefined || exclude === undefined ? '' : narrowed(selector, exclude.label, exclude.condition).text;
    };
    expect(of('node_rapl_joules_total')).toBe('node_rapl_joules_total{rapl_zone!~"core|uncore|psys"}');
    expect(of('node_rapl_joules_total{rapl_zone="psys"}')).toBe('node_rapl_joules_total{rapl_zone="psys"}');
  });
});

describe('a fleet', () => {
  const gpu = (host: string, number: number, more: Labels = {}): Labels => ({
    __name__: 'DCGM_FI_DEV_POWER_USAGE',
    ...{ Hostname: host, gpu: String(number), UUID: `GPU-${host}-${number}`, modelName: 'H100', instance: `${host}:9400`, ...more },
  });
  const dcgm = knownMetrics['DCGM_FI_DEV_POWER_USAGE'] ?? { kind: 'power', scale: 1 };

  it('has a name without a host for each device, in the order of numbers', () => {
    const { devices, by } = fleetOf([gpu('h10', 0), gpu('h2', 1), gpu('h2', 0)], dcgm);
    expect(devices.map(({ name }) => name)).toEqual(['node 0, gpu 0', 'node 0, gpu 1', 'node 1, gpu 0']);
    expect(devices[2]?.key).toContain('h10');
    expect(devices.map(({ model }) => model)).toEqual(['H100', 'H100', 'H100']);
    expect(by).toBeUndefined();
  });

  it('joins the series of one device', () => {
    const series = [gpu('a', 0, { pod: 'x' }), gpu('a', 0, { pod: 'y' }), gpu('a', 1)];
    expect(fleetOf(series, dcgm)).toMatchObject({ by: ['UUID'], devices: [{ name: 'gpu 0' }, { name: 'gpu 1' }] });
    expect(fleetOf(series, dcgm, ['Hostname']).devices).toHaveLength(1);
  });

  it('tells parts of a GPU, sensors of a node, and metrics that nobody knows', () => {
    const parts = [gpu('a', 0, { GPU_I_ID: '1' }), gpu('a', 0, { GPU_I_ID: '2' })];
    expect(fleetOf(parts, dcgm, ['UUID', 'GPU_I_ID']).devices.map(({ name }) => name)).toEqual(['gpu 0, instance 1', 'gpu 0, instance 2']);
    // Each has the power of the whole GPU, which counts once.
    expect(fleetOf(parts, dcgm)).toMatchObject({ by: ['UUID'], devices: [{ name: 'gpu 0' }] });
    expect(fleetOf(parts, { kind: 'power', scale: 1 }).devices.map(({ name }) => name)).toEqual(['device 0']);
    const ipmi = knownMetrics['ipmi_dcmi_power_consumption_watts'] ?? dcgm;
    expect(fleetOf([{ instance: 'b' }, { instance: 'a' }], ipmi).devices.map(({ name }) => name)).toEqual(['node 0', 'node 1']);
    expect(fleetOf([{ outlet: 'b' }, { outlet: 'a' }], { kind: 'power', scale: 1 }).devices.map(({ name }) => name)).toEqual([
      'device 0',
      'device 1',
    ]);
  });

  it('is the same in any order of series, with unique names and no value of a label but a number', () => {
    const series = fc.uniqueArray(fc.record({ host: fc.constantFrom('rack-a', 'rack-b2', 'rack-b10'), number: fc.nat(9) }), {
      selector: ({ host, number }) => `${host}/${number}`,
      minLength: 1,
    });
    fc.assert(
      fc.property(series, (ones) => {
        const labels = ones.map(({ host, number }) => gpu(host, number));
        const { devices } = fleetOf(labels, dcgm);
        expect(fleetOf([...labels].reverse(), dcgm).devices).toEqual(devices);
        expect(new Set(devices.map(({ name }) => name)).size).toBe(ones.length);
        for (const { name } of devices) expect(name).toMatch(/^(?:node \d+, )?gpu \d+$/);
      }),
    );
  });
});

describe('a plan', () => {
  it('divides a week at 15 s into windows of half an hour', () => {
    const plan = planOf({ first: 7, last: 604_807, interval: 15, longestStep: 150, samples: 322_560, series: 8 });
    expect(plan).toMatchObject({ grid: 15, longest: 150, window: 1800, part: 60 });
    expect(plan.chunks.map(({ window }) => window)).toEqual([1620, 1800, 1650]);
  });

  it('covers the time between without a hole, in whole windows, whatever the time', () => {
    const input = fc.record({
      first: fc.integer({ min: 1_600_000_000, max: 1_700_000_000 }),
      length: fc.integer({ min: 4000, max: 20_000_000 }),
      interval: fc.constantFrom(1, 5, 7, 10, 14.998, 15, 30, 60, 300),
      series: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(input, ({ first, length, interval, series }) => {
        const plan = planOf({ first, last: first + length, interval, longestStep: 10 * interval, samples: 1e9, series });
        expect(3600 % plan.grid).toBe(0);
        expect(plan.window % plan.grid).toBe(0);
        expect(3600 % plan.window).toBe(0);
        expect(plan.window % plan.part).toBe(0);
        expect(plan.part % plan.grid).toBe(0);
        let at = plan.inner.from;
        for (const { from, to, window } of plan.chunks) {
          expect(from).toBe(at);
          expect((to - from) % window).toBe(0);
          expect((to - from) / window).toBeLessThanOrEqual(11_000);
          at = to;
        }
        expect(at).toBe(plan.inner.to);
      }),
    );
  });

  it.each([
    [15, 10, 15, 150],
    [14.998, 10, 15, 150],
    [15, 2.5, 15, 30],
    [15.02, 50, 15, 750],
    [7, 10, 6, 72],
    [7, 1, 6, 12],
    [3600, 10, 900, 36_000],
    [3600, 2.5, 900, 9000],
    [3600, 50, 900, 180_000],
    [7200, 3, 900, 21_600],
  ])('of samples %d s apart has no gap in %d times as much', (interval, gap, grid, longest) => {
    const long = { first: 0, last: 1e8, samples: 1e6, series: 8 };
    expect(planOf({ ...long, interval, longestStep: interval * gap })).toMatchObject({ grid, longest });
    // Samples that are read as they are need no grid.
    expect(planOf({ ...long, samples: 9, interval, longestStep: interval * gap }).longest).toBe(interval * gap);
  });

  it('tells a gap of some samples from one of one sample more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 12 }), (interval, gap) => {
        const { longest, grid } = planOf({ first: 0, last: 1e8, samples: 1e6, series: 1, interval, longestStep: interval * gap });
        expect(longest % grid).toBe(0);
        expect(longest).toBeGreaterThanOrEqual(interval * gap - grid / 4);
        expect(longest).toBeLessThan(interval * (gap + 1));
      }),
    );
  });

  it('halves a chunk down to one window', () => {
    expect(halvesOf({ from: 0, to: 5400, window: 1800 })).toEqual([
      { from: 0, to: 1800, window: 1800 },
      { from: 1800, to: 5400, window: 1800 },
    ]);
    expect(halvesOf({ from: 0, to: 1800, window: 1800 })).toBeUndefined();
  });
});

describe('gaps', () => {
  it('are between what is covered, whatever the order and the division', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 20, max: 900 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(lengths, fc.nat(20_000), (pairs, cut) => {
        let at = 0;
        const covered = pairs.map(([length, gap]): Interval => {
          const from = at;
          at += length + gap;
          return [from, from + length];
        });
        const expected = { count: pairs.length - 1, longest: Math.max(0, ...pairs.slice(0, -1).map(([, gap]) => gap)) };
        const [, last = 0] = covered.at(-1) ?? [];
        const middle = Math.min(cut, last);
        const raw = covered.filter(([from]) => from < middle).map(([from, to]): Interval => [from, Math.min(to, middle)]);
        const edges = covered.flatMap(([from, to]) => [
          ...(from >= middle ? [[from, 1] as const] : []),
          ...(to > middle ? [[to, -1] as const] : []),
        ]);
        expect(gapsBetween([...intervalsOf(edges, [middle, last], false), ...raw].reverse(), 15)).toEqual(expected);
      }),
    );
  });
});

describe('the texts of queries', () => {
  const terms = { series: 'm', kind: 'power', grid: 15, longest: 30 } as const;
  it('are trapezoids where a sample is near on both sides', () => {
    expect(gridQueries(terms).deviceEnergy(3600)).toBe(
      'sum_over_time((((last_over_time(m[29999ms] offset 30000ms) + last_over_time(m[29999ms] offset 15000ms)) / 2) and (count_over_time((present_over_time(m[29999ms]))[37500ms:15s]) == 3))[3599999ms:15s])',
    );
    expect(gridQueries(terms).at(3600)).toBe(3615);
  });

  it('count what is no sample, by reason', () => {
    const samples = sampleQueries({ ...terms, below: 3000 });
    expect(samples.negative(60)).toBe('sum(count_over_time((last_over_time(m[14999ms]) < 0)[59999ms:15s]))');
    expect(samples.implausible(60)).toBe('sum(count_over_time((last_over_time(m[14999ms]) >= 3000)[59999ms:15s]))');
    expect(samples.notAvailable(60)).toBe('sum(count_over_time((last_over_time(m[14999ms]) != last_over_time(m[14999ms]))[59999ms:15s]))');
  });

  it('do not extrapolate, and take each sample once', () => {
    for (const kind of ['power', 'energy'] as const) {
      const grid = gridQueries({ ...terms, kind, by: ['UUID'] });
      const samples = sampleQueries({ ...terms, kind, by: ['UUID'], below: 1e4 });
      const texts = [
        grid.fleetEnergy(60),
        grid.fleetCovered(60),
        grid.deviceStarts(60),
        grid.deviceIdleEnergy(60),
        grid.deviceEdges(60),
        samples.samples(60),
        samples.fleetPeak(3600, 60),
        samples.resets(60),
      ];
      for (const text of texts) expect(text).not.toMatch(/\b(?:increase|rate|irate|delta|timestamp)\(|\[\d+000ms\]/);
    }
  });
});

describe('a reply', () => {
  const error = (type: string, text: string): string => JSON.stringify({ status: 'error', errorType: type, error: text });
  it('has series with values that JSON does not have', () => {
    const text =
      '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1,"NaN"],[2,"+Inf"],[3.5,"1e3"]]}]},"warnings":["w"]}';
    expect(replyOf(200, text)).toEqual({
      kind: 'series',
      series: [
        {
          labels: { a: 'b' },
          points: [
            [1, Number.NaN],
            [2, Number.POSITIVE_INFINITY],
            [3.5, 1000],
          ],
        },
      ],
      warnings: ['w'],
    });
  });

  it('says where the answer is partial', () => {
    for (const data of ['{"resultType":"vector","result":[]}', '[{"a":"b"}]', '["a"]']) {
      expect(replyOf(200, `{"status":"success","isPartial":true,"data":${data}}`)).toMatchObject({ warnings: ['The response is partial'] });
    }
  });

  it.each([
    [422, error('execution', 'query processing would load too many samples into memory in query execution')],
    [503, error('timeout', 'query timed out in expression evaluation')],
    [400, error('bad_data', 'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)')],
    [422, error('execution', 'the query hit the max number of chunks limit (limit: 2000000 chunks) (err-mimir-max-chunks-per-query)')],
    [422, error('422', 'cannot select more than -search.maxSamplesPerQuery=1000000000 samples')],
    [422, error('execution', 'exceeded series limit: exceeded limit 1000')],
  ])('%i %s is too much', (status, text) => {
    expect(replyOf(status, text).kind).toBe('too-much');
  });

  it('is refused for another fault', () => {
    expect(replyOf(400, error('bad_data', 'invalid parameter "query": 1:3: parse error'))).toMatchObject({
      kind: 'refused',
      type: 'bad_data',
    });
  });

  it.each([
    [200, '<!doctype html><title>Sign in</title>'],
    [200, '{"status":"success","data":{"resu'],
    [404, '404 page not found'],
    [200, '[]'],
    [200, 'null'],
    [200, '{"status":"success","data":7}'],
    [200, ''],
  ])('%i %s is none of the API', (status, text) => {
    expect(replyOf(status, text).kind).toBe('not-the-api');
  });
});

describe('samples', () => {
  const whole = { from: 0, to: 1e6, startsAfter: -1, startsUntil: 1e6, longest: 30, kind: 'power' } as const;
  it('100 W to 200 W in 10 s are 1500 J; a gap is not bridged', () => {
    const totals = noTotals();
    addSteps(
      [
        [0, 100],
        [10, 200],
        [100, 200],
        [110, 200],
      ],
      whole,
      totals,
      () => {},
    );
    expect(totals).toMatchObject({ joules: 3500, covered: 20, starts: 2 });
  });

  it('a counter that begins again at 0 has grown by what it shows', () => {
    const totals = noTotals();
    addSteps(
      [
        [0, 500],
        [10, 600],
        [20, 40],
      ],
      { ...whole, kind: 'energy' },
      totals,
      () => {},
    );
    expect(totals).toMatchObject({ joules: 140, covered: 20, resets: 1 });
  });

  it('of two series are in order, without duplicates and invalid values', () => {
    const one = joined(
      [
        [
          [10, 5],
          [0, 1],
        ],
        [
          [10, 7],
          [20, Number.NaN],
          [30, -1],
          [40, 1e9],
        ],
      ],
      1e6,
    );
    expect(one).toEqual({
      samples: [
        [0, 1],
        [10, 7],
      ],
      rejected: [
        [20, Number.NaN],
        [30, -1],
        [40, 1e9],
      ],
    });
    const rejected = noneRejected();
    addRejected(one.rejected, rejected);
    expect(rejected).toEqual({ notAvailable: 1, negative: 1, implausible: 1 });
  });

  it('amount to the same when they are divided at any time', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 2 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 2000 }), (some, cut) => {
        const samples = [...some].sort((a, b) => a - b).map((time): [number, number] => [time, (time * 37) % 400]);
        const sum = (from: number, to: number): number => {
          const totals = noTotals();
          addSteps(samples, { ...whole, from, to, longest: 100 }, totals, () => {});
          return totals.joules;
        };
        expect(sum(0, cut) + sum(cut, 2000)).toBeCloseTo(sum(0, 2000), 6);
      }),
    );
  });
});
