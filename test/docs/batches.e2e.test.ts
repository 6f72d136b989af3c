import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { blocksOf, root } from './blocks.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'carboncard-batches-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (language: string): string =>
  blocksOf('docs/batches.md')
    .filter((block) => block.language === language)
    .map(({ text }) => text)
    .join('\n');

/** A folder of three models, without PDF, so that no browser is needed. */
function models(name: string): string {
  const path = join(folder, name);
  for (const n of [1, 2, 3]) {
    mkdirSync(join(path, `models/m${n}`), { recursive: true });
    writeFileSync(
      join(path, `models/m${n}/carboncard.yaml`),
      `model: { name: Model ${n}, slug: m${n} }\noutput: { formats: [md, json] }\nphases:\n  - { phase: training, hardware: 8 x A100 80GB, duration: ${n} h, location: FR, year: 2022 }\n`,
    );
  }
  return path;
}

/** Runs a script in a shell that has a `carboncard`. */
function bash(script: string, cwd: string, variables: Readonly<Record<string, string>> = {}): void {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`, ...variables };
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env });
  expect(status, stderr).toBe(0);
}

function tree(path: string): Readonly<Record<string, string>> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(path, name)).isFile());
  const own = names.filter((name) => !name.startsWith('.shard-'));
  return Object.fromEntries(own.sort().map((name) => [name, readFileSync(join(path, name), 'latin1')]));
}

let whole: Readonly<Record<string, string>>;
beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/carboncard'), `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli/main.js')}' "$@"\n`, {
    mode: 0o755,
  });
  const path = models('whole');
  bash("carboncard render 'models/**/carboncard.yaml' -o reports", path);
  whole = tree(join(path, 'reports'));
  expect(Object.keys(whole)).toEqual(expect.arrayContaining(['index.md', 'index.html', 'm1/carbon.md', 'm3/assessment.json']));
});

describe('two shards give what one run gives', () => {
  it('in a matrix, on machines of their own', () => {
    interface Job {
      readonly steps: readonly { readonly run?: string }[];
      readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
    }
    const { jobs } = parse(textOf('yaml')) as { readonly jobs: Readonly<Record<string, Job>> };
    const runs = (job: Job | undefined): readonly string[] => (job?.steps ?? []).flatMap(({ run = [] }) => run);
    const shards = jobs['render']?.strategy?.matrix.shard ?? [];
    expect(shards).toHaveLength(2);
    const merged = join(folder, 'merged');
    for (const shard of shards) {
      const machine = models(`machine-${shard}`);
      for (const line of runs(jobs['render']))
        bash(line.replace('npx ', '').replaceAll(/\$\{\{ matrix\.shard \}\}/g, String(shard)), machine);
      cpSync(join(machine, 'reports'), join(merged, 'reports'), { recursive: true });
    }
    for (const line of runs(jobs['index'])) bash(line.replace('npx ', ''), merged);
    expect(tree(join(merged, 'reports'))).toEqual(whole);
  });

  it('in an array of Slurm', () => {
    const path = models('slurm');
    // In the order in which they happen to end.
    for (const task of ['2', '1'])
      bash(textOf('bash'), path, { SLURM_ARRAY_TASK_ID: task, SLURM_ARRAY_TASK_COUNT: '2', SLURM_CPUS_PER_TASK: '1' });
    expect(tree(join(path, 'reports'))).toEqual(whole);
  });

  it('in rules of Snakemake, by their shell lines', () => {
    const path = models('snakemake');
    const [index = '', shard = ''] = [...textOf('python').matchAll(/shell: "(.+)"/g)].map(([, line]) => line);
    for (const k of ['1', '2']) bash(shard.replace('{wildcards.k}', k).replace('{params.parts}', '2').replace('{threads}', '1'), path);
    bash(index, path);
    expect(tree(join(path, 'reports'))).toEqual(whole);
  });
});
