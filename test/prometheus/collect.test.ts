import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Measurement, measurementSchema } from '../../src/measurement/measurement.js';
import { measurementOf } from '../../src/telemetry/measurement-of.js';
import type { FoundRun } from '../../src/trackers/tracker.js';
import { collect } from '../../src/verbs/collect.js';
import { collectFromServer, type ServerLimits } from '../../src/verbs/shared/collected/from-server.js';
import { readLog } from '../../src/verbs/shared/logs/read-logs.js';
import { begin, counterOf, day, type MadeDevice, openMetrics, samplesOf, trapezoid } from './fleet.js';
import { serverWith, type TestServer, withoutPrometheus } from './program.js';

const days = 14;
const interval = 15;
const longest = 150;
const perDay = day / interval;
const never = (): boolean => false;
/** Two nodes with three GPUs each. One is silent for a week, one loses single scrapes, one has five gaps. */
const fleet: readonly MadeDevice[] = [
  { node: 'rack7-gpu2', gpu: 0, phase: 0, isLost: never },
  { node: 'rack7-gpu2', gpu: 1, phase: 1700, isLost: (nth) => nth % 97 === 50 },
  { node: 'rack7-gpu2', gpu: 2, phase: 3400, isLost: (nth) => nth >= 3 * perDay && nth < 10 * perDay },
  { node: 'rack7-gpu10', gpu: 0, phase: 14_990, isLost: never },
  { node: 'rack7-gpu10', gpu: 1, phase: 8500, isLost: (nth) => nth % 14_000 > 13_960 },
  { node: 'rack7-gpu10', gpu: 2, phase: 11_000, isLost: never },
];
const samples = fleet.map((device) => samplesOf(device, days, interval));
const truth = samples.map((one) => trapezoid(one, longest));
const restarts = [4000, 50_000];
const counters = [samples[0] ?? [], samples[5] ?? []].map((one, nth) => counterOf(one, nth === 0 ? restarts : []));
const labelsOf = ({ node, gpu }: MadeDevice): string =>
  `gpu="${gpu}",UUID="GPU-${node}-${gpu}",modelName="NVIDIA A100-SXM4-80GB",Hostname="${node}",instance="${node}:9400",job="train"`;
const data = (): string =>
  openMetrics([
    {
      name: 'DCGM_FI_DEV_POWER_USAGE',
      type: 'gauge',
      lines: fleet.flatMap((device, nth) => {
        const values = samples[nth] ?? [];
        // After a week another pod works on the second GPU: a series of its own.
        const pod = (time: number): string => (nth === 1 && time > begin + 7 * day ? ',pod="b"' : nth === 1 ? ',pod="a"' : '');
        const byPod = [...new Set(values.map(([time]) => pod(time)))];
        return byPod.flatMap((label) =>
          values
            .filter(([time]) => pod(time) === label)
            .map(([time, power]) => `DCGM_FI_DEV_POWER_USAGE{${labelsOf(device)}${label}} ${power} ${time}`),
        );
      }),
    },
    {
      name: 'kepler_node_platform_joules',
      type: 'counter',
      lines: counters.flatMap(({ values }, nth) =>
        // DCGM has such a value where one is missing.
        values.map(
          ([time, joules], at) =>
            `kepler_node_platform_joules_total{node_name="n${nth}"} ${nth === 1 && at === 7000 ? '9223372036854775794' : joules} ${time}`,
        ),
      ),
    },
    {
      name: 'odd_watts',
      type: 'gauge',
      lines: (samples[0] ?? []).map(
        ([time, power], nth) => `odd_watts{gpu="0"} ${nth === 9000 ? 'NaN' : nth === 9500 ? '1.4e14' : power} ${time}`,
      ),
    },
  ]);

const query = 'DCGM_FI_DEV_POWER_USAGE{job="train"}';
const time = { start: String(begin - 5000), end: String(begin + days * day + 5000) };
const home = mkdtempSync(join(tmpdir(), 'carboncard-home-'));
const environment = { HOME: home };

async function measured(url: string, options: object, limits: ServerLimits = {}): Promise<Measurement> {
  const { measured: found, facts, written } = await collectFromServer(url, { query, ...time, environment, ...options }, limits);
  await written?.();
  return measurementSchema.parse(measurementOf(found, { ...facts, program: 'test' }));
}

// A server on a busy machine takes its time.
describe.skipIf(withoutPrometheus)('a Prometheus server', { timeout: 180_000 }, () => {
  let server: TestServer;
  let whole: Measurement;
  let received = 0;
  beforeAll(async () => {
    server = await serverWith(data());
    whole = await measured(server.url, {}, { onReceived: (values) => (received = values) });
  }, 180_000);
  afterAll(async () => {
    await server?.remove();
    rmSync(home, { recursive: true });
  });

  it('sums each device as the trapezoids of its samples, to 0.1 %', () => {
    expect(whole.devices.map(({ name }) => name)).toEqual([
      'node 0, gpu 0',
      'node 0, gpu 1',
      'node 0, gpu 2',
      'node 1, gpu 0',
      'node 1, gpu 1',
      'node 1, gpu 2',
    ]);
    for (const [nth, { energy, covered, samples: count, model }] of whole.devices.entries()) {
      expect(energy.value / (truth[nth]?.kWh ?? 0), whole.devices[nth]?.name).toBeCloseTo(1, 4);
      expect(covered.value / (truth[nth]?.hours ?? 0)).toBeCloseTo(1, 4);
      expect(count).toBe(samples[nth]?.length);
      expect(model).toBe('NVIDIA A100-SXM4-80GB');
    }
    const total = truth.reduce((sum, { kWh }) => sum + kWh, 0);
    expect(whole.energy.value / total).toBeCloseTo(1, 5);
  });

  it('does not bridge gaps: a silent week lowers coverage', () => {
    const [, , silent, , gappy] = whole.devices;
    expect(silent?.coverage).toBeCloseTo(0.5, 3);
    expect(silent?.gaps).toBe(1);
    expect(silent?.longestGap?.value).toBeCloseTo(7 * 24, 1);
    expect(gappy?.gaps).toBe(truth[4]?.gaps);
    expect(truth[4]?.gaps).toBeGreaterThan(1);
    for (const [nth, { longestGap }] of whole.devices.entries()) {
      const { gaps = 0, longestGap: longestOf = 0 } = truth[nth] ?? {};
      if (gaps === 0) expect(longestGap).toBeUndefined();
      // To a step of the grid.
      else expect(Math.abs((longestGap?.value ?? 0) - longestOf)).toBeLessThanOrEqual((interval + 0.1) / 3600);
    }
    expect(whole.coverage).toBeCloseTo(truth.reduce((sum, { hours }) => sum + hours, 0) / (6 * days * 24), 3);
  });

  it('tells idle time from work, by a quarter of the power limit or what a person gives', async () => {
    expect(whole.method.idleBelow).toEqual({ value: 100, unit: 'W', from: 'a quarter of the power limit, 400 W' });
    const given = await measured(server.url, { query: 'DCGM_FI_DEV_POWER_USAGE{Hostname="rack7-gpu10"}', idleBelow: 180 });
    expect(given.method.idleBelow).toEqual({ value: 180, unit: 'W', from: '--idle-below' });
    const found = [
      [100, whole, samples],
      [180, given, samples.slice(3)],
    ] as const;
    for (const [watts, { devices, idle }, ofDevices] of found) {
      const expected = ofDevices.map((one) => trapezoid(one, longest, watts).idle);
      for (const [nth, device] of devices.entries()) {
        expect((device.idle?.energy.value ?? 0) / (expected[nth]?.kWh ?? 0), device.name).toBeCloseTo(1, 2);
        expect((device.idle?.duration.value ?? 0) / (expected[nth]?.hours ?? 0), device.name).toBeCloseTo(1, 2);
      }
      const kWh = expected.reduce((sum, one) => sum + one.kWh, 0);
      expect((idle?.energy.value ?? 0) / kWh).toBeCloseTo(1, 2);
    }
  });

  it('is read back from its file, without a fault', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-measured-'));
    const file = join(folder, 'fleet.measurement.json');
    const runs: FoundRun['run'][] = [];
    try {
      writeFileSync(file, JSON.stringify(whole, undefined, 2));
      const { tracker, diagnostics } = await readLog(file, {}, ({ run }) => void runs.push(run));
      expect(tracker.id).toBe('measurement');
      // The silent week is told; no figure disagrees with another.
      expect(diagnostics.map(({ id, severity }) => [id, severity])).toEqual([['power-coverage', 'note']]);
      expect(runs.reduce((sum, { energy }) => sum + (energy ?? 0), 0)).toBeCloseTo(whole.energy.value, 9);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('moves less than 1 % of the samples', () => {
    expect(received).toBeGreaterThan(0);
    expect(received / samples.reduce((sum, one) => sum + one.length, 0)).toBeLessThan(0.01);
  });

  it('has hours and steps that sum to the total', () => {
    const hourly = whole.hourly.energy.reduce((sum: number, value) => sum + (value ?? 0), 0);
    expect(hourly / whole.energy.value).toBeCloseTo(1, 9);
    expect(whole.hourly.energy).toHaveLength(days * 24 + 1);
    const { series } = whole;
    for (const [at, peak] of series.peak.entries()) expect(peak ?? 0).toBeGreaterThanOrEqual((series.mean[at] ?? 0) * 0.999);
    expect(Math.max(...series.coverage)).toBe(1);
  });

  it('agrees with the files of the same samples to 0.1 %', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-csv-'));
    const rows = fleet.flatMap(({ node, gpu }, nth) => (samples[nth] ?? []).map(([at, power]) => `${at},${node}-${gpu},${power}`));
    writeFileSync(join(folder, 'power.csv'), ['timestamp,gpu,power (W)', ...rows].join('\n'));
    try {
      const columns = 'time: timestamp, device: gpu, power: power (W)';
      const { measurement } = await collect([join(folder, 'power.csv')], { out: '-', columns });
      expect(whole.energy.value / measurement.energy.value).toBeCloseTo(1, 3);
      expect(whole.coverage).toBeCloseTo(measurement.coverage, 3);
      expect(whole.method.longestStep.value / measurement.method.longestStep.value).toBeCloseTo(1, 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads a short time as samples, to the last digit', async () => {
    const [from, to] = [begin + 4 * day + 100, begin + 4 * day + 9000];
    const short = await measured(server.url, { start: String(from), end: String(to) });
    const inside = samples
      .map((one) =>
        trapezoid(
          one.filter(([at]) => at >= from && at <= to),
          longest,
        ),
      )
      .filter(({ kWh }) => kWh > 0);
    expect(short.devices.map(({ energy }) => energy.value)).toEqual(inside.map(({ kWh }) => expect.closeTo(kWh, 9)));
    expect(short.devices).toHaveLength(5);
  });

  it('adds up counters of energy, with restarts', async () => {
    const nodes = await measured(server.url, { query: 'kepler_node_platform_joules_total' });
    expect(nodes.method.integral).toBe('counter');
    expect(nodes.boundary).toBe('node');
    expect(nodes.rejected.implausible).toBe(1);
    expect(nodes.devices.map(({ resets }) => resets)).toEqual([restarts.length, 0]);
    expect(nodes.idle).toBeUndefined();
    const idle = await measured(server.url, { query: 'kepler_node_platform_joules_total{node_name="n1"}', idleBelow: 180 });
    const expected = trapezoid(samples[5] ?? [], longest, 180).idle;
    expect((idle.devices[0]?.idle?.energy.value ?? 0) / expected.kWh).toBeCloseTo(1, 3);
    expect((idle.devices[0]?.idle?.duration.value ?? 0) / expected.hours).toBeCloseTo(1, 3);
    for (const [nth, { energy, peak }] of nodes.devices.entries()) {
      expect(energy.value / ((counters[nth]?.joules ?? 0) / 3.6e6)).toBeCloseTo(1, 6);
      expect(peak).toBeUndefined();
    }
  });

  it('leaves out what is no power', async () => {
    const odd = await measured(server.url, { query: 'odd_watts', boundary: 'accelerator' });
    expect(odd.rejected).toMatchObject({ 'not-available': 1, 'implausible': 1, 'negative': 0 });
    expect(odd.energy.value / (truth[0]?.kWh ?? 0)).toBeCloseTo(1, 4);
    expect(odd.devices[0]?.peak?.value).toBeLessThan(1000);
  });

  it('gives the same whatever the division of the time', async () => {
    const divided = await measured(server.url, {}, { maxPoints: 40_000 });
    expect({ ...divided, source: { ...divided.source, digest: '' } }).toEqual(
      closeTo({ ...whole, source: { ...whole.source, digest: '' } }),
    );
  });

  it('goes on after the server was away, within one call and across two', async () => {
    const folder = join(home, '.cache/carboncard/collect');
    const proxy = await proxyOf(server.url, 14);
    const patient = { firstWaitSeconds: 0.05, patienceSeconds: 0.3, maxPoints: 100_000 };
    try {
      await expect(measured(proxy.url, {}, patient)).rejects.toThrow('No connection to the server');
      expect(readdirSync(folder)).toHaveLength(1);
      // The server itself is stopped, and starts while the program waits.
      proxy.revive();
      await server.stop();
      const waiting = measured(proxy.url, {}, { ...patient, patienceSeconds: 60 });
      await server.start();
      expect((await waiting).energy.value).toBeCloseTo(whole.energy.value, 6);
      expect(proxy.repeated()).toBe(0);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await proxy.close();
    }
  }, 120_000);

  it('divides the time where the server can do less at once', async () => {
    const small = await serverWith(
      openMetrics([
        {
          name: 'node_watts',
          type: 'gauge',
          lines: (samples[0] ?? []).slice(0, 3 * perDay).map(([at, power]) => `node_watts{instance="a"} ${power} ${at}`),
        },
      ]),
      ['--query.max-samples=9000'],
    );
    try {
      const found = await measured(small.url, { query: 'node_watts', boundary: 'node' }, { maxRaw: 1000 });
      expect(found.energy.value / trapezoid((samples[0] ?? []).slice(0, 3 * perDay), longest).kWh).toBeCloseTo(1, 4);
    } finally {
      await small.remove();
    }
  }, 60_000);

  it('says which metrics there are', async () => {
    const message = (options: object): Promise<string> =>
      measured(server.url, options).then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await message({ query: 'DCGM_FI_DEV_POWER_USAG' })).toBe('The server has no metric "DCGM_FI_DEV_POWER_USAG".');
    expect(await message({ query: undefined })).toBe('No query is given.');
    expect(await message({ query: 'DCGM_FI_DEV_POWER_USAGE{job="other"}' })).toContain('no sample of it in this time');
    expect(await message({ query: 'DCGM_FI_DEV_POWER_USAGE{job=~"("}' })).toContain('refuses the query');
    expect(await message({ start: '2020-01-01', end: '2020-02-01' })).toContain('no sample of it in this time');
  });

  it('names no machine', () => {
    expect(JSON.stringify(whole)).not.toMatch(/rack7|UUID|127\.0\.0\.1|9400/);
  });
});

/** Numbers to ten digits. */
function closeTo(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 6);
  if (Array.isArray(value)) return value.map(closeTo);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closeTo(one)]));
  return value;
}

/** A way to a server that is cut after so many answers, until it is revived. */
async function proxyOf(target: string, answers: number) {
  let left = answers;
  const seen = new Set<string>();
  let repeated = 0;
  const server: Server = createServer((request, response) => {
    if (left-- <= 0) {
      request.socket.destroy();
      return;
    }
    fetch(target + request.url).then(
      async (reply) => {
        const path = request.url ?? '';
        if (seen.has(path)) repeated += 1;
        if (reply.status === 200) seen.add(path);
        response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text());
      },
      () => request.socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    revive: () => {
      left = Number.POSITIVE_INFINITY;
    },
    repeated: () => repeated,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
