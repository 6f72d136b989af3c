import { spawnSync } from 'node:child_process';
import { accessSync, constants, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const dist = new URL('../../dist/', import.meta.url).href;
const chunks = JSON.parse(readFileSync(new URL('../../build/chunks.json', import.meta.url), 'utf8')) as Record<string, string[]>;
const recorder = new URL('./record-modules.mjs', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'carboncard-cli-'));
// Beside the commands, so that no path of this machine has to be typed.
const bloom = 'bloom.yaml';
copyFileSync(new URL('../../fixtures/runs/bloom/carboncard.yaml', import.meta.url), join(folder, bloom));
afterAll(() => rmSync(folder, { recursive: true }));

function carboncard(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Files that one command loads, by URL. */
function filesOf(...args: readonly string[]): readonly string[] {
  const list = join(folder, 'modules.txt');
  writeFileSync(list, '');
  const env = { ...process.env, MODULES_LOADED: list };
  spawnSync(process.execPath, ['--import', recorder, main, ...args], { cwd: folder, env });
  return [...new Set(readFileSync(list, 'utf8').split('\n'))];
}

/** Modules that one command loads, by path: those of the bundle's files, and others as they are. */
function modulesOf(...args: readonly string[]): readonly string[] {
  return filesOf(...args).flatMap((url) => (url.startsWith(dist) ? (chunks[url.slice(dist.length)] ?? url) : url));
}

describe('the built program', () => {
  it('can be run as it is', () => {
    accessSync(main, constants.X_OK);
    expect(spawnSync(main, ['--version'], { encoding: 'utf8' }).status).toBe(0);
  });

  it('prints a schema, and nothing beside it', () => {
    const { status, stdout, stderr } = carboncard('schema');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toHaveProperty('$schema');
  });

  it('is content with a reader who leaves', () => {
    const started = (args: string) =>
      spawnSync('bash', ['-o', 'pipefail', '-c', `'${process.execPath}' '${main}' ${args}`], { cwd: folder, encoding: 'utf8' });
    expect(started('schema | head -c 1')).toMatchObject({ status: 0, stdout: '{', stderr: '' });
    expect(started(`explain -m ${bloom} | head -n 1`)).toMatchObject({ status: 0, stdout: 'BLOOM\n', stderr: '' });
    expect(started('factors --json | head -c 1')).toMatchObject({ status: 0, stdout: '{', stderr: '' });
  });

  it('ends with 1 where a claim does not hold', () => {
    writeFileSync(join(folder, 'wrong.md'), '# A\n\nThe PUE is 0.9.\n');
    const { status, stdout } = carboncard('audit', 'wrong.md');
    expect([status, stdout.split('\n')[0]]).toEqual([1, 'wrong.md:3:12: error[pue-below-one]: Invalid PUE 0.9: below 1.']);
    rmSync(join(folder, 'wrong.md'));
  });

  it('tells when its result is lost', () => {
    const line = `'${process.execPath}' '${main}' schema > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect([status, stderr.includes('error[result-lost]')]).toEqual([3, true]);
  });

  it.each([
    ['render absent.yaml', 'absent.yaml: error['],
    ['render .', '.: error['],
    ['render /dev/zero', '/dev/zero: error['],
    ['render --format nonsense', 'error[unknown-format]'],
    ['explain -m absent.yaml', 'absent.yaml: error['],
    [`explain nonsense -m ${bloom}`, 'error[unknown-line]'],
    ['factors nonsense', 'error[unknown-factor]'],
    ['audit absent.md', 'absent.md: error[not-found]'],
    ['nonsense', 'error[unknown-command]'],
  ])('ends %s with 2, says why, and writes nothing', (line, said) => {
    const before = readdirSync(folder);
    const { status, stdout, stderr } = carboncard(...line.split(' '));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('cheap commands', () => {
  const heavy = /node_modules\/(?:vega|vega-lite|puppeteer|puppeteer-core|@cantoo|@resvg|@sparticuz|unified|remark|fontkit|handlebars)/;

  it.each([
    '--version',
    '--help',
    'render --help',
    'schema',
    `explain -m ${bloom}`,
    `explain training.dynamic --json -m ${bloom}`,
    'factors',
    'factors us-central1 2021',
    `audit ${bloom}`,
    'audit --list',
    'init --model M -o begun.yaml',
    'nonsense',
  ])('%s loads neither charts nor browser', (line) => {
    const modules = modulesOf(...line.split(' '));
    expect(modules).toContain('src/cli/run.ts');
    expect(modules.filter((url) => heavy.test(url))).toEqual([]);
  });

  it('audit of a card loads neither charts nor browser, but reads Markdown', () => {
    writeFileSync(join(folder, 'README.md'), '# A\n\nTraining emitted 5 kg CO2eq.\n');
    const modules = modulesOf('audit', 'README.md');
    expect(modules.some((url) => url.includes('node_modules/remark-parse/'))).toBe(true);
    const drawing =
      /node_modules\/(?:vega|vega-lite|puppeteer|puppeteer-core|@cantoo|@resvg|@sparticuz|fontkit|handlebars)|^src\/(?:charts|render|sections)\//;
    expect(modules.filter((url) => drawing.test(url))).toEqual([]);
  });

  it.each(['factors A100'])('%s loads no manifest and no assessment either', (line) => {
    const modules = modulesOf(...line.split(' '));
    expect(modules.filter((url) => /^src\/(?:manifest|assess|uncertainty)\/|node_modules\/(?:zod|yaml)\//.test(url))).toEqual([]);
  });

  it.each(['--version', '--help', 'nonsense'])('%s does not even load the public API', (line) => {
    expect(modulesOf(...line.split(' ')).filter((url) => url === 'src/index.ts')).toEqual([]);
  });
});
