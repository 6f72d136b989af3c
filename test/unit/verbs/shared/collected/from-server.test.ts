import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { InputError, MissingError } from '../../../../../src/diagnostics/diagnostic.js';
import type { CollectOptions } from '../../../../../src/verbs/shared/collected/collection.js';
import { collectFromServer } from '../../../../../src/verbs/shared/collected/from-server.js';
import { type Answer, type MadeServer, madeServer } from '../../../io/http/made-server.js';

const home = mkdtempSync(join(tmpdir(), 'carboncard-home-'));
const servers: MadeServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => rmSync(home, { recursive: true }));

/** Two samples a minute of 300 W for an hour, from 1,700,000,000 on. */
const halfMinutes = Array.from({ length: 121 }, (_, nth) => [1_700_000_000 + nth * 30, 300] as const);
const labels = { __name__: 'node_watts', instance: 'secret-host:9100' };

/** As much of the API as a short time takes. `more` goes into each answer. */
function fewSamples(more: object = {}, samples: readonly (readonly [number, number])[] = halfMinutes): Answer {
  return ({ path }, response) => {
    const url = new URL(path, 'http://made');
    const of = (name: string): number => Number(url.searchParams.get(name));
    const count = (from: number, to: number): number => samples.filter(([time]) => time > from && time <= to).length;
    const ends = Array.from(
      { length: Math.floor((of('end') - of('start')) / Math.max(1, of('step'))) + 1 },
      (_, nth) => of('start') + nth * of('step'),
    );
    const values = ends.map((end) => [end, String(count(end - of('step'), end))]);
    const seconds = Number(/\[(\d+)ms\]$/.exec(url.searchParams.get('query') ?? '')?.[1]) / 1000;
    const raw = samples.filter(([time]) => time > of('time') - seconds && time <= of('time')).map(([time, watts]) => [time, String(watts)]);
    const data = url.pathname.endsWith('/series')
      ? [labels]
      : url.pathname.endsWith('/values')
        ? ['node_watts', 'up', 'DCGM_FI_DEV_POWER_USAGE']
        : {
            resultType: 'matrix',
            result: [url.pathname.endsWith('/query_range') ? { metric: {}, values } : { metric: labels, values: raw }],
          };
    response.end(JSON.stringify({ status: 'success', data, ...more }));
  };
}

async function collected(answer: Answer, options: CollectOptions = {}, path = '') {
  const server = await madeServer(answer);
  servers.push(server);
  const given = {
    query: 'node_watts',
    start: '1699999000',
    end: '1700009000',
    boundary: 'node',
    environment: { HOME: home },
    ...options,
  } as const;
  return collectFromServer(server.url + path, given, { firstWaitSeconds: 0.01, patienceSeconds: 0.05 });
}

const fault = (found: Promise<unknown>): Promise<string> =>
  found.then(
    () => '',
    (error: unknown) =>
      error instanceof InputError
        ? `${error.diagnostics.map(({ id }) => id).join(' ')}: ${error.message}`
        : error instanceof MissingError
          ? `${error.message} | ${error.remedy}`
          : String(error),
  );

describe('a server of time series', () => {
  it('is asked again where its answers were no measurement', async () => {
    let isEmpty = true;
    const server = await madeServer((request, response) => (isEmpty ? fewSamples({ data: [] }) : fewSamples())(request, response));
    servers.push(server);
    const asked = () =>
      collectFromServer(
        server.url,
        { query: 'node_watts', start: '1699999000', end: '1700009000', boundary: 'node', environment: { HOME: home } },
        { firstWaitSeconds: 0.01, patienceSeconds: 0.05 },
      );
    expect(await fault(asked())).toContain('unknown-metric');
    isEmpty = false;
    expect((await asked()).measured.devices).toHaveLength(1);
  });

  it('300 W × 1 h = 0.3 kWh', async () => {
    const { measured, facts, diagnostics } = await collected(fewSamples());
    expect(measured.devices).toEqual([
      expect.objectContaining({ name: 'device 0', joules: 300 * 3600, covered: 3600e6, samples: 121, gaps: 0 }),
    ]);
    expect(facts).toMatchObject({
      boundary: 'node',
      source: { format: 'prometheus', queries: ['node_watts'] },
      method: { integral: 'trapezoid' },
    });
    expect(JSON.stringify([measured, facts, diagnostics])).not.toContain('secret');
  });

  it('with a sample each hour: a hole of three hours is no gap, one of twelve hours is', async () => {
    const hours = [0, 1, 2, 3, 6, 7, 8, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36];
    const hourly = hours.map((hour) => [1_700_000_000 + hour * 3600, 100] as const);
    const { measured } = await collected(fewSamples({}, hourly), { end: '1700300000' });
    expect(measured).toMatchObject({ interval: 3600e6, longestStep: 36_000e6 });
    expect(measured.devices).toEqual([
      expect.objectContaining({ joules: 100 * 24 * 3600, covered: 24 * 3600e6, samples: 24, gaps: 1, longestGap: 12 * 3600e6 }),
    ]);
  });

  it('tells apart what is wrong with samples that are not used', async () => {
    const odd = new Map([
      [7, Number.NaN],
      [20, -5],
      [21, -1],
      [40, 1e15],
    ]);
    const given = halfMinutes.map(([time, watts], nth) => [time, odd.get(nth) ?? watts] as const);
    const { facts, measured, diagnostics } = await collected(fewSamples({}, given));
    expect(facts.rejected).toEqual({
      ...{ 'duplicate': 0, 'without-time': 0, 'without-device': 0 },
      ...{ 'not-available': 1, 'negative': 2, 'implausible': 1 },
    });
    expect(measured.devices[0]).toMatchObject({ joules: 300 * 3600, samples: 117 });
    expect(diagnostics.map(({ message }) => message)).toContain(
      '4 samples are negative, not a number or beyond what a device can take, and not used.',
    );
  });

  it.each(['/prometheus', '/select/0/prometheus/', '/api/prom'])('may be below %s', async (path) => {
    await collected(fewSamples(), {}, path);
    expect(new Set(servers[0]?.asked.map((one) => one.path.startsWith(path.replace(/\/$/, ''))))).toEqual(new Set([true]));
  });

  it('has idle time below a threshold that a person gives', async () => {
    const idleOf = async (idleBelow?: number) => (await collected(fewSamples(), { idleBelow })).measured.devices[0]?.idle;
    expect(await idleOf(301)).toEqual({ joules: 300 * 3600, covered: 3600e6 });
    expect(await idleOf(300)).toEqual({ joules: 0, covered: 0 });
    expect(await idleOf()).toBeUndefined();
    expect((await collected(fewSamples(), { idleBelow: 40 })).facts.method.idleBelow).toEqual({
      value: 40,
      unit: 'W',
      from: '--idle-below',
    });
  });

  it('keeps no credentials in what it says and writes, even where the server shows them', async () => {
    const environment = { HOME: home, CARBONCARD_USERNAME: 'ada', CARBONCARD_PASSWORD: 'pw-7f3a' };
    const answer: Answer = ({ headers }, response) =>
      response.end(`{"status":"error","error":"no: ${headers.authorization} ada:pw-7f3a","errorType":"bad_data"}`);
    const message = await fault(collected(answer, { environment }));
    expect(message).toContain('query-refused');
    for (const secret of ['pw-7f3a', Buffer.from('ada:pw-7f3a').toString('base64')]) expect(message).not.toContain(secret);
  });

  it('measures whole machines where neither the metric nor its labels say what they are of', async () => {
    const { facts, diagnostics } = await collected(fewSamples(), { boundary: undefined });
    expect(facts.boundary).toBe('node');
    expect(diagnostics.filter(({ id }) => id === 'boundary-assumed')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: '"node_watts" does not say what its powers include. Whole machines were assumed.',
      }),
    ]);
  });

  it('has one digest for one content', async () => {
    const digestOf = async (): Promise<string> => (await collected(fewSamples())).facts.source.digest;
    expect(await digestOf()).toBe(await digestOf());
  });

  it('says where its answer is partial', async () => {
    const { diagnostics } = await collected(fewSamples({ warnings: ['No StoreAPIs matched for this query'] }));
    expect(diagnostics.map(({ id, message }) => [id, message])).toEqual([
      ['partial-answer', 'The server warns: No StoreAPIs matched for this query.'],
      ['idle-not-told', 'Idle time cannot be distinguished from work: the power limit of the devices is not known.'],
    ]);
  });

  it.each([401, 503])('keeps its answers where status %i ends it half-way', async (status) => {
    const folder = join(home, '.cache/carboncard/collect');
    const others = new Set(readdirSync(folder));
    let left = 3;
    const answer = fewSamples();
    expect(
      await fault(collected((request, response) => (left-- > 0 ? answer(request, response) : response.writeHead(status).end()))),
    ).toContain(String(status));
    expect(readdirSync(folder).filter((name) => !others.has(name))).toHaveLength(1);
  });

  it('keeps its answers until the file is written', async () => {
    const folder = join(home, '.cache/carboncard/collect');
    // Other tests write no file, so their answers are kept.
    const others = new Set(readdirSync(folder));
    const kept = (): readonly string[] => readdirSync(folder).filter((name) => !others.has(name));
    let left = 3;
    const answer = fewSamples();
    await fault(collected((request, response) => (left-- > 0 ? answer(request, response) : response.writeHead(503).end())));
    expect(kept()).toHaveLength(1);
    left = Number.POSITIVE_INFINITY;
    const [dead] = servers;
    expect(dead?.asked.length).toBeGreaterThan(3);
    const { written } = await collected(answer);
    // That was another server, with answers of its own.
    expect(kept()).toHaveLength(2);
    await written?.();
    expect(kept()).toHaveLength(1);
  });
});

describe('what can be wrong with a server', () => {
  it.each([
    ['a page', 200, '<!doctype html><title>Sign in</title>', 'not-prometheus'],
    ['JSON that was cut', 200, '{"status":"success","data":[{"__na', 'not-prometheus'],
    ['another path', 404, '404 page not found', 'not-prometheus'],
    ['no permission', 401, '', 'server-unauthorised'],
    ['another person', 403, 'forbidden', 'server-unauthorised'],
    ['a fault of the query', 400, '{"status":"error","errorType":"bad_data","error":"parse error"}', 'query-refused'],
    ['nothing', 200, '{"status":"success","data":[]}', 'unknown-metric'],
  ])('%s', async (_, status, text, id) => {
    expect(await fault(collected((__, response) => response.writeHead(status).end(text)))).toContain(`${id}: `);
  });

  it.each([
    [401, 'server-unauthorised: Unauthorized (status 401).'],
    [403, 'server-unauthorised: Forbidden (status 403).'],
    [308, 'server-redirects: Too many redirects.'],
  ])('answers with status %i', async (status, expected) => {
    expect(await fault(collected((_, response) => response.writeHead(status, { location: '/again' }).end()))).toBe(expected);
  });

  it('has a port that is not allowed', async () => {
    const asked = collectFromServer('http://127.0.0.1:1', { query: 'up', start: '2024-01-01', end: '2024-01-02', environment: {} });
    expect(await fault(asked)).toBe('invalid-server-address: The port of the server is not allowed: it belongs to another protocol.');
  });

  it('is away: what to do, without its address', async () => {
    const said = await fault(collected((_, response) => response.writeHead(502).end('<html>')));
    expect(said).toBe('The server answers with status 502, 3 times | Run the same command again: it goes on with what is missing');
  });

  it.each([
    [{ start: undefined }, 'invalid-instant: Missing --start.'],
    [{ start: 'yesterday', end: 'now' }, 'invalid-instant invalid-instant: Invalid --start: "yesterday".\nInvalid --end: "now".'],
    [{ start: '2024-01-02', end: '2024-01-01' }, 'empty-time: `--end` is not after `--start`.'],
    [
      { query: 'sum(node_watts)' },
      'query-not-a-selector: Unsupported query: "sum(node_watts)". Sums and functions are made by carboncard.',
    ],
    [{ unit: 'BTU' }, 'invalid-metric-unit: Unknown unit "BTU".'],
    [{ query: 'node_load1' }, 'unknown-metric-unit: Unknown unit of the metric "node_load1".'],
    [{ query: undefined }, 'no-query: No query is given.'],
    [{ by: 'gpu' }, 'unknown-label: No series has the label "gpu".'],
  ] satisfies (readonly [CollectOptions, string])[])('%j', async (options, expected) => {
    expect(await fault(collected(fewSamples(), options))).toBe(expected);
  });

  it('has credentials in its address', async () => {
    const said = await fault(
      collectFromServer('http://ada:pw@127.0.0.1:1', { query: 'up', start: '2024-01-01', end: '2024-01-02', environment: {} }),
    );
    expect(said).toContain('invalid-server-address');
    expect(said).not.toContain('ada');
  });
});
