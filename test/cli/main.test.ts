import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const recorder = new URL('./record-modules.mjs', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'carboncard-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function carboncard(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** What one command loads, by URL. */
function modulesOf(...args: readonly string[]): readonly string[] {
  const list = join(folder, 'modules.txt');
  writeFileSync(list, '');
  const env = { ...process.env, MODULES_LOADED: list };
  spawnSync(process.execPath, ['--import', recorder, main, ...args], { cwd: folder, env });
  return readFileSync(list, 'utf8').split('\n');
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
    const line = `'${process.execPath}' '${main}' schema | head -c 1`;
    const { stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['{', '']);
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

  it.each(['--version', '--help', 'render --help', 'schema', 'nonsense'])('%s loads neither charts nor browser', (line) => {
    const modules = modulesOf(...line.split(' '));
    expect(modules.length).toBeGreaterThan(10);
    expect(modules.filter((url) => heavy.test(url))).toEqual([]);
  });

  it.each(['--version', '--help', 'nonsense'])('%s does not even load the public API', (line) => {
    expect(modulesOf(...line.split(' ')).filter((url) => url.endsWith('/dist/index.js'))).toEqual([]);
  });
});
