import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 180_000 });

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const count = 6;

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-batch-'));
  const cache = join(folder, 'cache');
  mkdirSync(cache, { mode: 0o700 });
  env = { ...process.env, XDG_CACHE_HOME: cache, CI: '', NO_COLOR: '1' };
  for (let n = 1; n <= count; n += 1) writeManifest(n, n * 10);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeManifest(n: number, hours: number, model = `{ name: Model ${n}, slug: m${n} }`): void {
  mkdirSync(join(folder, `models/m${n}`), { recursive: true });
  const text = `model: ${model}\nphases:\n  - { phase: training, hardware: 8 x A100 SXM 80GB, duration: ${hours} h, location: FR, year: 2022 }\n`;
  writeFileSync(join(folder, `models/m${n}/carboncard.yaml`), text);
}

const pattern = 'models/**/carboncard.yaml';

function render(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, 'render', ...args], { cwd: folder, encoding: 'utf8', env });
}

/** Digests of every file below a folder. */
function tree(name: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((file) => statSync(join(folder, name, file)).isFile());
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, name, file)))
      .digest('hex');
  return Object.fromEntries(files.map((file) => [file, digest(file)]));
}

describe('a batch', () => {
  it('writes the bytes of single runs, with any number of jobs, and an index', () => {
    for (let n = 1; n <= count; n += 1)
      expect(render(`models/m${n}/carboncard.yaml`, '-o', 'single', '--format', 'md,json,charts').status).toBe(0);
    expect(readdirSync(join(folder, 'single'))).not.toContain('index.md');
    expect(render('--index', '-o', 'single').status).toBe(0);
    const single = tree('single');
    expect(Object.keys(single)).toContain('index.html');
    for (const jobs of ['1', '3']) {
      const { status, stdout, stderr } = render(pattern, '-o', `out-${jobs}`, '--format', 'md,json,charts', '--jobs', jobs);
      expect([status, stdout.split('\n').at(-3)]).toEqual([0, `${count} written`]);
      expect(stderr.match(/^\d of 6 {2}models\/m\d\/carboncard\.yaml: written$/gm)).toHaveLength(count);
      expect(tree(`out-${jobs}`)).toEqual(single);
    }
  });

  it('is the same in shards, in any order', () => {
    expect(render(pattern, '-o', 'whole', '--format', 'md,json').status).toBe(0);
    for (const shard of ['3/3', '1/3', '2/3'])
      expect(render(pattern, '-o', 'parts', '--format', 'md,json', '--shard', shard).status).toBe(0);
    expect(tree('parts')).toEqual(tree('whole'));
    // A shard that is empty is no fault.
    expect(render(pattern, '-o', 'none', '--format', 'md,json', '--shard', '9/9').status).toBe(0);
  });

  it('goes on after a manifest with a fault, whose report alone is missing', () => {
    writeFileSync(join(folder, 'models/m3/carboncard.yaml'), 'model: M\nphases: 3\n');
    const { status, stdout, stderr } = render(pattern, '--format', 'md,json');
    expect([status, stdout.includes('5 written, 1 not written')]).toEqual([2, true]);
    expect(stderr).toContain('models/m3/carboncard.yaml:2');
    expect(readdirSync(join(folder, 'reports')).sort()).toEqual(['index.html', 'index.md', 'index.png', 'm1', 'm2', 'm4', 'm5', 'm6']);
  });

  it('refuses two manifests with one folder, both, in whatever shard they are', () => {
    writeManifest(2, 20, '{ name: Another, slug: M1 }');
    for (const shard of [[], ['--shard', '1/2'], ['--shard', '2/2']]) {
      const { status, stderr } = render(pattern, '--format', 'md', ...shard);
      expect([status, stderr.includes('error[same-slug]')]).toEqual([2, true]);
    }
    expect(readdirSync(join(folder, 'reports')).filter((name) => /m[12]/i.test(name))).toEqual([]);
  });

  it('refuses a pattern that matches nothing, before anything is written', () => {
    const { status, stderr } = render(pattern, 'absent/*.yaml');
    expect([status, stderr.includes('error[no-manifest-found]: No file matches absent/*.yaml.')]).toEqual([2, true]);
    expect(readdirSync(folder)).not.toContain('reports');
  });

  it('keeps an index.md that a person wrote', () => {
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports/index.md'), '# Mine\n');
    expect(render(pattern, '--format', 'md,json').stderr).toContain('warning[foreign-index]');
    expect(readFileSync(join(folder, 'reports/index.md'), 'utf8')).toBe('# Mine\n');
    expect(readdirSync(join(folder, 'reports'))).not.toContain('index.html');
  });

  it('is checked with its index', () => {
    const check = () =>
      spawnSync(process.execPath, [main, 'check', pattern, '--format', 'md,json'], { cwd: folder, encoding: 'utf8', env });
    expect(render(pattern, '--format', 'md,json').status).toBe(0);
    expect(check()).toMatchObject({ status: 0, stdout: 'Up to date\n' });
    writeFileSync(join(folder, 'reports/index.html'), 'changed', { flag: 'a' });
    const { status, stdout } = check();
    expect([status, stdout.includes('reports/index.html'), stdout.includes('carboncard render --index -o reports')]).toEqual([
      1,
      true,
      true,
    ]);
    expect(render('--index').status).toBe(0);
    expect(check().status).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('leaves whole files only where it is interrupted', async () => {
    const child = spawn(process.execPath, [main, 'render', pattern, '--format', 'md,json,charts'], { cwd: folder, env });
    let text = '';
    const ended = new Promise<string | null>((done) => child.once('close', (_, signal) => done(signal)));
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/^1 of 6/m.test(text)) child.kill('SIGINT');
    });
    expect(await ended).toBe('SIGINT');
    const names = readdirSync(join(folder, 'reports'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const before = tree('reports');
    expect(render(pattern, '--format', 'md,json,charts', '--force').status).toBe(0);
    expect(tree('reports')).toMatchObject(before);
  });
});

describe('a second run', () => {
  const formats = ['--format', 'md,json'] as const;
  const counts = (...args: readonly string[]): string | undefined =>
    render(pattern, ...formats, ...args)
      .stdout.split('\n')
      .at(-3);

  it('leaves what is up to date, by content, and makes again what is not', () => {
    expect(counts()).toBe('6 written');
    expect(counts()).toBe('0 written, 6 unchanged');
    expect(counts('--force')).toBe('6 written');
    writeManifest(2, 7);
    expect(counts()).toBe('1 written, 5 unchanged');
    // Touched, but with the same content.
    writeManifest(2, 7);
    expect(counts()).toBe('0 written, 6 unchanged');
    writeFileSync(join(folder, 'reports/m4/carbon.md'), 'by hand');
    rmSync(join(folder, 'reports/m5/report.md'));
    expect(counts()).toBe('2 written, 4 unchanged');
    expect(readFileSync(join(folder, 'reports/m4/carbon.md'), 'utf8')).toContain('## Environmental Impact');
  });

  it('makes again what other options or another date change', () => {
    expect(counts()).toBe('6 written');
    expect(counts('--full')).toBe('6 written');
    env = { ...env, SOURCE_DATE_EPOCH: '86400' };
    expect(counts('--full')).toBe('6 written');
    mkdirSync(join(folder, 'mine/sections'), { recursive: true });
    expect(counts('--templates', 'mine')).toBe('6 written');
    expect(counts('--templates', 'mine')).toBe('0 written, 6 unchanged');
    writeFileSync(join(folder, 'mine/sections/summary.md'), 'Mine.\n');
    expect(counts('--templates', 'mine')).toBe('6 written');
  });

  it('makes again the report of a log that changed, and of a pattern with a new log', () => {
    cpSync(fileURLToPath(new URL('../../fixtures/trackers/codecarbon/', import.meta.url)), join(folder, 'logs'), { recursive: true });
    const [log = ''] = readdirSync(join(folder, 'logs')).filter((name) => name.endsWith('.csv'));
    cpSync(join(folder, 'logs', log), join(folder, 'models/m1/a-emissions.csv'));
    writeFileSync(
      join(folder, 'models/m1/carboncard.yaml'),
      'model: { name: Model 1, slug: m1 }\nphases:\n  - { phase: training, location: FR, year: 2022, from: ["*-emissions.csv"] }\n',
    );
    expect(counts()).toBe('6 written');
    expect(counts()).toBe('0 written, 6 unchanged');
    const text = readFileSync(join(folder, 'models/m1/a-emissions.csv'), 'utf8').trimEnd().split('\n');
    writeFileSync(join(folder, 'models/m1/a-emissions.csv'), `${text.slice(0, 2).join('\n')}\n\n`);
    expect(counts()).toBe('1 written, 5 unchanged');
    cpSync(join(folder, 'logs', log), join(folder, 'models/m1/b-emissions.csv'));
    expect(render(pattern, ...formats).stdout).not.toContain('6 unchanged');
  });

  it('makes all again where the notes are damaged', () => {
    expect(counts()).toBe('6 written');
    const notes = join(folder, 'cache/carboncard/reports');
    for (const name of readdirSync(notes)) writeFileSync(join(notes, name), '{"mark":');
    expect(counts()).toBe('6 written');
  });
});
