import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectOptions } from '../../src/verbs/collect.js';
import { collectFromServer } from '../../src/verbs/shared/collected/from-server.js';
import { begin, counterOf, day, type MadeDevice, openMetrics, samplesOf, trapezoid } from './fleet.js';
import { type TestServer, victoriaWith, withoutVictoria } from './program.js';

const days = 7;
/** Two GPUs; the second is silent for a day. */
const fleet: readonly MadeDevice[] = [
  { node: 'a', gpu: 0, phase: 0, isLost: () => false },
  { node: 'a', gpu: 1, phase: 1700, isLost: (nth) => nth >= 5760 && nth < 11_520 },
];
const samples = fleet.map((device) => samplesOf(device, days, 15));
const counter = counterOf(samples[0] ?? [], [4000, 20_000]);
const home = mkdtempSync(join(tmpdir(), 'carboncard-home-'));

describe.skipIf(withoutVictoria)('VictoriaMetrics', { timeout: 180_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await victoriaWith(
      openMetrics([
        {
          name: 'DCGM_FI_DEV_POWER_USAGE',
          type: 'gauge',
          lines: fleet.flatMap(({ gpu }, nth) =>
            (samples[nth] ?? []).map(
              ([time, power]) =>
                `DCGM_FI_DEV_POWER_USAGE{gpu="${gpu}",UUID="GPU-${gpu}",modelName="NVIDIA A100-SXM4-80GB",Hostname="a"} ${power} ${time}`,
            ),
          ),
        },
        {
          name: 'kepler_node_platform_joules',
          type: 'counter',
          lines: counter.values.map(([time, joules]) => `kepler_node_platform_joules_total{node_name="a"} ${joules} ${time}`),
        },
      ]),
    );
  }, 180_000);
  afterAll(async () => {
    await server?.remove();
    rmSync(home, { recursive: true });
  });

  const devices = async (query: string, options: CollectOptions = {}) => {
    const time = { start: String(begin - 5000), end: String(begin + days * day + 5000) };
    const { measured, written } = await collectFromServer(server.url, { query, ...time, environment: { HOME: home }, ...options });
    await written?.();
    return measured.devices;
  };

  it('sums powers as the trapezoids of their samples, to 1e-6, and has the silent day as one gap', async () => {
    const found = await devices('DCGM_FI_DEV_POWER_USAGE');
    for (const [nth, device] of found.entries()) {
      const { kWh, hours } = trapezoid(samples[nth] ?? [], 150);
      expect(device.joules / 3.6e6 / kWh).toBeCloseTo(1, 6);
      expect(device.covered / 3600e6 / hours).toBeCloseTo(1, 6);
    }
    expect(found.map(({ gaps, samples: count }) => [gaps, count])).toEqual(samples.map((one, nth) => [nth, one.length]));
  });

  it('adds up a counter of energy over its two restarts', async () => {
    const [device] = await devices('kepler_node_platform_joules_total');
    expect((device?.joules ?? 0) / counter.joules).toBeCloseTo(1, 6);
    expect(device?.resets).toBe(2);
  });

  it('tells idle time from work', async () => {
    const [device] = await devices('DCGM_FI_DEV_POWER_USAGE{gpu="0"}', { idleBelow: 180 });
    const { idle } = trapezoid(samples[0] ?? [], 150, 180);
    expect((device?.idle?.joules ?? 0) / 3.6e6 / idle.kWh).toBeCloseTo(1, 3);
  });
});
