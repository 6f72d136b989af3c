import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { root } from './blocks.js';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'carboncard-workflow-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

const { jobs } = parse(readFileSync(join(root, 'docs/carbon.yml'), 'utf8')) as Workflow;
const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));

function run(command: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const words = command.replace(/^npx carboncard /, '').split(' ');
  const env = { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: 'true' };
  return spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { cwd: folder, encoding: 'utf8', env });
}

it('passes where the card is up to date, and fails where a person changed a figure of it', () => {
  expect(commands.map((command) => command.split(' ').slice(0, 3).join(' '))).toEqual(['npx carboncard check', 'npx carboncard audit']);
  cpSync(join(root, 'fixtures/cards/small-lm/before/README.md'), join(folder, 'README.md'));
  cpSync(join(root, 'fixtures/cards/small-lm/carboncard.yaml'), join(folder, 'carboncard.yaml'));
  expect(run('npx carboncard card README.md').status).toBe(0);
  for (const command of commands) expect(run(command), command).toMatchObject({ status: 0 });

  const card = readFileSync(join(folder, 'README.md'), 'utf8');
  const [, total = ''] = /emitted about \*\*(\d+)/.exec(card) ?? [];
  expect(total).not.toBe('');
  writeFileSync(join(folder, 'README.md'), card.replaceAll(total, String(Number(total) + 100)));
  const { status, stdout, stderr } = run(commands[0] ?? '');
  expect(status).toBe(1);
  expect(stdout + stderr).toContain('README.md');
});
