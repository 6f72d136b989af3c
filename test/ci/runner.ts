import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** What a job that has the action as its one step looks like when it has ended. */
export interface Job {
  readonly code: number;
  /** All that the steps printed. */
  readonly log: string;
  readonly annotations: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Names of the steps that ran. */
  readonly ran: readonly string[];
}

/**
 * Runs the steps of action.yml as the runner does: expressions are replaced, each step runs by itself in its shell with files for its
 * outputs and its summary, and one behind a failed step only where its condition says so.
 *
 * @param workspace The repository that was checked out.
 * @param temporary A folder for what the runner keeps outside the repository, and for an `npm` that installs nothing.
 */
export function runAction(workspace: string, temporary: string, inputs: Readonly<Record<string, string>> = {}): Job {
  const folder = mkdtempSync(join(temporary, 'job-'));
  const path = `${npmThatLinks(folder)}:${process.env['PATH'] ?? ''}`;
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default ?? '']));
  const steps: Record<string, Record<string, string>> = {};
  const job = { code: 0, log: '', summary: '', ran: [] as string[] };
  for (const [n, step] of action.runs.steps.entries()) {
    const condition = step.if ?? 'success()';
    if (step.run === undefined || evaluated(condition, { given, steps, hasFailed: job.code !== 0 }) !== 'true') continue;
    if (!/\b(?:always|cancelled|failure)\(\)/.test(condition) && job.code !== 0) continue;
    const expand = (text: string): string => text.replace(/\$\{\{(.*?)\}\}/g, (_, e: string) => evaluated(e, { given, steps }));
    const [output, summary] = [join(folder, `output-${n}`), join(folder, `summary-${n}`)];
    for (const file of [output, summary]) writeFileSync(file, '');
    const env = {
      PATH: path,
      HOME: folder,
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'an-org/a-model',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value)])),
    };
    const cwd = join(workspace, expand(step['working-directory'] ?? '.'));
    const words = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', expand(step.run)];
    const { status, stdout, stderr } = spawnSync('bash', words, { cwd, env, encoding: 'utf8' });
    if (job.code === 0) job.code = status ?? -1;
    job.log += `${stdout}${stderr}`;
    job.summary += readFileSync(summary, 'utf8');
    job.ran.push(step.name ?? '');
    const lines = readFileSync(output, 'utf8').split('\n');
    if (step.id !== undefined)
      steps[step.id] = Object.fromEntries(
        lines.flatMap((line) => [/^([\w-]+)=(.*)$/.exec(line)?.slice(1) ?? []].filter(({ length }) => length > 0)),
      );
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, evaluated(value, { given, steps })] as const);
  const annotations = job.log.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line));
  return { ...job, annotations, outputs: Object.fromEntries(outputs) };
}

interface Known {
  readonly given: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly hasFailed?: boolean;
}

/** The expressions that the action has: inputs and outputs of steps, comparisons, `&&`, and states of the job. */
function evaluated(expression: string, known: Known): string {
  const text = expression
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/, '$1')
    .trim();
  const parts = text.split('&&').map((part) => part.trim());
  if (parts.length > 1) return String(parts.every((part) => evaluated(part, known) === 'true'));
  const [, left, right] = /^(.+?) == '([^']*)'$/.exec(text) ?? [];
  if (left !== undefined) return String(evaluated(left, known) === right);
  const [, input] = /^inputs\.([\w-]+)$/.exec(text) ?? [];
  if (input !== undefined && known.given[input] !== undefined) return known.given[input];
  const [, step = '', output = ''] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(text) ?? [];
  if (step !== '') return known.steps[step]?.[output] ?? '';
  if (text === '!cancelled()') return 'true';
  if (text === 'success()') return String(known.hasFailed !== true);
  throw new Error(`An expression that this runner does not know: ${text}`);
}

/** An `npm` that writes down what it is to install, and links the program of this checkout in its place. */
function npmThatLinks(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const main = join(root, 'dist/cli/main.js');
  const script = `#!/usr/bin/env bash
echo "npm $*"
mkdir -p "$RUNNER_TEMP/carboncard/node_modules/.bin"
ln -s '${main}' "$RUNNER_TEMP/carboncard/node_modules/.bin/carboncard"
`;
  writeFileSync(join(bin, 'npm'), script, { mode: 0o755 });
  return bin;
}
