import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { authorization, isExposed, redacted } from '../../../../src/io/http/credentials.js';
import { HttpError, type HttpProblem } from '../../../../src/io/http/http-error.js';
import { openServer, type ServerOptions } from '../../../../src/io/http/server.js';
import { type Answer, type MadeServer, madeServer } from './made-server.js';

const servers: MadeServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function made(answer: Answer): Promise<MadeServer> {
  const server = await madeServer(answer);
  servers.push(server);
  return server;
}

const ask = (server: MadeServer, options: Partial<ServerOptions> = {}, path = '') =>
  openServer(server.url + path, { environment: {}, firstWaitSeconds: 0.01, patienceSeconds: 0.2, ...options }).ask('/api/v1/query', [
    ['query', 'a{b="c d"}'],
  ]);

const problemOf = (asked: Promise<unknown>): Promise<HttpProblem | undefined> =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof HttpError ? error.problem : undefined),
  );

describe('a server', () => {
  it('is asked below its path, with parameters', async () => {
    const server = await made((_, response) => response.end('{}'));
    expect(await ask(server, { tenant: 'team-a' }, '/select/0/prometheus/')).toEqual({ status: 200, text: '{}' });
    expect(server.asked[0]?.path).toBe('/select/0/prometheus/api/v1/query?query=a%7Bb%3D%22c%20d%22%7D');
    expect(server.asked[0]?.headers).toMatchObject({ 'x-scope-orgid': 'team-a' });
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('is asked by POST where the address would be too long', async () => {
    const server = await made((_, response) => response.end('{}'));
    const long = 'x'.repeat(7000);
    await openServer(server.url, { environment: {} }).ask('/api/v1/query', [['query', long]]);
    expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/api/v1/query', body: `query=${long}` });
  });

  it.each([429, 500, 502, 503, 504])('is asked again after status %i', async (status) => {
    const server = await made((_, response) => (server.asked.length < 3 ? response.writeHead(status).end('busy') : response.end('{}')));
    expect((await ask(server)).text).toBe('{}');
    expect(server.asked).toHaveLength(3);
  });

  it('is asked again after a connection that broke, and after a body that was cut', async () => {
    const server = await made((request, response) => {
      if (server.asked.length === 1) response.destroy();
      else if (server.asked.length === 2) {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"a":');
        setTimeout(() => response.destroy(), 5);
      } else response.end(request.method);
    });
    expect((await ask(server)).text).toBe('GET');
  });

  it('says how long to wait, and is not asked before', async () => {
    const waits: number[] = [];
    const server = await made((_, response) =>
      server.asked.length < 2 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.end('{}'),
    );
    await ask(server, { patienceSeconds: 3, onWait: (seconds) => waits.push(seconds) });
    expect(waits).toEqual([1]);
  });

  it('waits twice as long each time, and gives up', async () => {
    const waits: number[] = [];
    const server = await made((_, response) => response.writeHead(503).end('<html>away</html>'));
    const problem = await problemOf(ask(server, { onWait: (seconds) => waits.push(seconds) }));
    expect(problem).toEqual({ kind: 'status', status: 503, attempts: 5, beginning: '<html>away</html>' });
    expect(waits).toEqual([0.01, 0.02, 0.04, 0.08]);
  });

  it('answers an error of its own interface at once', async () => {
    const text = '{"status":"error","errorType":"timeout","error":"query timed out"}';
    const server = await made((_, response) => response.writeHead(503).end(text));
    expect(await ask(server)).toEqual({ status: 503, text });
    expect(server.asked).toHaveLength(1);
  });

  it.each([401, 403])('is not asked again after status %i', async (status) => {
    const server = await made((_, response) => response.writeHead(status).end());
    expect(await problemOf(ask(server))).toMatchObject({ kind: 'status', status, attempts: 1 });
    expect(server.asked).toHaveLength(1);
  });

  it('has a time in which to answer', async () => {
    const server = await made(() => {});
    expect(await problemOf(ask(server, { timeoutSeconds: 0.05, patienceSeconds: 0.02 }))).toMatchObject({ kind: 'timed-out', attempts: 2 });
  });

  it('has a time in which its answer must end', async () => {
    const drip: NodeJS.Timeout[] = [];
    const server = await made((_, response) => {
      response.writeHead(200);
      drip.push(setInterval(() => response.write(' '), 5));
    });
    const asked = problemOf(ask(server, { timeoutSeconds: 0.1, patienceSeconds: 0.005 }));
    expect(await asked).toMatchObject({ kind: 'timed-out', attempts: 1 });
    for (const timer of drip) clearInterval(timer);
  });

  it('sends no more than the limit after it is unpacked', async () => {
    const server = await made((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1e6))));
    expect(await problemOf(ask(server, { maxBytes: 100_000 }))).toEqual({ kind: 'too-large', maxBytes: 100_000 });
  });

  it('sends no more than the limit', async () => {
    const server = await made((_, response) => response.end('x'.repeat(2000)));
    expect(await problemOf(ask(server, { maxBytes: 1000 }))).toEqual({ kind: 'too-large', maxBytes: 1000 });
  });

  it.each([1, 25, 6667])('is not asked at port %i', async (port) => {
    const asked = openServer(`http://127.0.0.1:${port}`, { environment: {} }).ask('/api/v1/query', []);
    expect(await problemOf(asked)).toEqual({ kind: 'invalid-address', reason: 'port' });
  });

  it('is refused by nobody: a port where no one listens', async () => {
    const server = await madeServer(() => {});
    await server.close();
    expect(await problemOf(ask(server))).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED' });
  });
});

describe('credentials', () => {
  const environment = { CARBONCARD_BEARER_TOKEN: 's3cret' };

  it('go with redirects within the origin', async () => {
    const server = await made((request, response) =>
      request.path.startsWith('/new') ? response.end('{}') : response.writeHead(308, { location: `/new${request.path}` }).end(),
    );
    await ask(server, { environment });
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer s3cret', 'Bearer s3cret']);
  });

  it('never go to another origin', async () => {
    const other = await made((_, response) => response.end('{}'));
    const server = await made((_, response) => response.writeHead(302, { location: other.url }).end());
    const problem = await problemOf(ask(server, { environment }));
    expect(problem).toEqual({ kind: 'elsewhere', origin: other.url });
    expect(other.asked).toEqual([]);
    expect(JSON.stringify(problem)).not.toContain('s3cret');
  });

  it('are not taken from a redirect', async () => {
    const server = await made((request, response) =>
      request.path.startsWith('/new')
        ? response.end('{}')
        : response.writeHead(307, { location: `${server.url.replace('//', '//eve:other@')}/new` }).end(),
    );
    await ask(server, { environment });
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer s3cret', 'Bearer s3cret']);
  });

  it('are not in what a server shows of them', async () => {
    const server = await made((request, response) => response.end(`<p>${request.headers.authorization}</p>`));
    expect((await ask(server, { environment })).text).toBe('<p>Bearer …</p>');
    expect(redacted('ada:pw=1 YWRhOnB3PTE=', 'Basic YWRhOnB3PTE=')).toBe('… …');
    expect(redacted('nothing', undefined)).toBe('nothing');
  });

  it.each([
    ['http://prometheus.example:9090', true],
    ['http://10.0.0.7', true],
    ['http://localhost.example', true],
    ['http://127.0.0.1.example', true],
    ['https://prometheus.example', false],
    ['http://localhost:9090', false],
    ['http://127.0.0.1:9090', false],
    ['http://[::1]:9090', false],
  ])('go to %s unencrypted over a network: %s', (address, expected) => {
    expect(isExposed(new URL(address), 'Bearer abc')).toBe(expected);
    expect(isExposed(new URL(address), undefined)).toBe(false);
    expect(openServer(address, { environment }).isExposed).toBe(expected);
  });

  it('end a circle of redirects', async () => {
    const server = await made((_, response) => response.writeHead(302, { location: '/again' }).end());
    expect(await problemOf(ask(server))).toEqual({ kind: 'redirects' });
  });

  it('are a token, or a name with its password', () => {
    const [token, username, password] = ['CARBONCARD_BEARER_TOKEN', 'CARBONCARD_USERNAME', 'CARBONCARD_PASSWORD'];
    expect(authorization({})).toBeUndefined();
    expect(authorization({ [token]: '' })).toBeUndefined();
    expect(authorization({ [token]: 'abc\n' })).toBe('Bearer abc');
    expect(authorization({ [username]: 'ada', [password]: 'pw:é' })).toBe(`Basic ${Buffer.from('ada:pw:é').toString('base64')}`);
    const reasonOf = (given: Record<string, string>): unknown => {
      try {
        return authorization(given);
      } catch (error) {
        return error instanceof HttpError ? error.problem : error;
      }
    };
    expect(reasonOf({ [token]: 'a', [password]: 'b' })).toMatchObject({ reason: 'both' });
    expect(reasonOf({ [username]: 'a' })).toMatchObject({ reason: 'no-password' });
    expect(reasonOf({ [password]: 'a' })).toMatchObject({ reason: 'no-username' });
    expect(reasonOf({ [token]: 'a\r\nb' })).toMatchObject({ reason: 'line-break' });
  });

  it.each([
    ['http://ada:pw@127.0.0.1:9090', 'credentials'],
    ['ftp://127.0.0.1', 'protocol'],
    ['http://', 'not-a-url'],
    ['http://127.0.0.1/?query=up', 'query'],
  ])('and other faults of the address %s are refused', (address, reason) => {
    expect(() => openServer(address, { environment: {} })).toThrow(
      expect.objectContaining({ problem: { kind: 'invalid-address', reason } }),
    );
  });
});
