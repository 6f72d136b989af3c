import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where the programs are: on the path, or where `.ci/run` unpacked Debian's package. */
const folders = [process.env['CARBONCARD_PROMETHEUS'], ...(process.env['PATH'] ?? '').split(delimiter)];

function programPath(name: string): string | undefined {
  return folders
    .filter((folder) => folder !== undefined && folder !== '')
    .map((folder) => join(folder ?? '', name))
    .find((path) => spawnSync(path, ['--version']).status === 0);
}

const [prometheus, promtool] = [programPath('prometheus'), programPath('promtool')];
const victoria = programPath('victoria-metrics');

/** Whether tests of Prometheus are left out: only where it is missing, and never where it was brought for them. */
export const withoutPrometheus = (prometheus === undefined || promtool === undefined) && process.env['CARBONCARD_PROMETHEUS'] === undefined;

/** The same for VictoriaMetrics. */
export const withoutVictoria = victoria === undefined && process.env['CARBONCARD_PROMETHEUS'] === undefined;

if (withoutVictoria) {
  process.stderr.write('Tests of VictoriaMetrics are skipped: victoria-metrics not found. `.ci/run test` brings Debian’s package.\n');
}

if (withoutPrometheus) {
  process.stderr.write('Tests of Prometheus are skipped: prometheus or promtool not found. `.ci/run test` brings Debian’s package.\n');
}

/** A Prometheus server on this machine, with data of a text in the format of OpenMetrics. */
export interface TestServer {
  readonly url: string;
  readonly folder: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops it, and removes its data. */
  readonly remove: () => Promise<void>;
}

export async function serverWith(openMetrics: string, options: readonly string[] = []): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-prometheus-'));
  writeFileSync(join(folder, 'data.txt'), openMetrics);
  writeFileSync(join(folder, 'prometheus.yml'), 'global: {}\n');
  const made = spawnSync(
    promtool ?? 'promtool',
    ['tsdb', 'create-blocks-from', '--max-block-duration=744h', 'openmetrics', 'data.txt', 'data'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`promtool: ${made.stderr}`);
  const words = ['--config.file=prometheus.yml', '--storage.tsdb.path=data', '--storage.tsdb.retention.time=100y', '--log.level=error'];
  return started(folder, (address) => [prometheus ?? 'prometheus', ...words, `--web.listen-address=${address}`, ...options]);
}

/** VictoriaMetrics with data of the same format, which it is sent. */
export async function victoriaWith(openMetrics: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-victoria-'));
  const words = ['-storageDataPath=data', '-retentionPeriod=100y'];
  const server = await started(folder, (address) => [victoria ?? 'victoria-metrics', ...words, `-httpListenAddr=${address}`]);
  // It takes times in milliseconds.
  const lines = openMetrics
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/ ([\d.]+)$/, (_, seconds: string) => ` ${Math.round(Number(seconds) * 1000)}`));
  await fetch(`${server.url}/api/v1/import/prometheus`, { method: 'POST', body: `${lines.join('\n')}\n` });
  await fetch(`${server.url}/internal/force_flush`);
  return server;
}

async function started(folder: string, command: (address: string) => readonly [string, ...string[]]): Promise<TestServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const url = `http://127.0.0.1:${port}`;
  const start = async (): Promise<void> => {
    const [program, ...words] = command(`127.0.0.1:${port}`);
    child = spawn(program, words, { cwd: folder, stdio: 'ignore' });
    await ready(`${url}/-/ready`);
  };
  const stop = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  };
  await start();
  const remove = async (): Promise<void> => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, start, stop, remove };
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await wait(100);
  }
  throw new Error('The server did not start');
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
