import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let folder: string;
let env: NodeJS.ProcessEnv;
const open: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-watch-'));
  const cache = join(folder, 'cache');
  mkdirSync(cache, { mode: 0o700 });
  env = { ...process.env, XDG_CACHE_HOME: cache, CI: '', NO_COLOR: '1' };
  save('carboncard.yaml', manifest(10));
});
afterEach(() => {
  for (const child of open.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const manifest = (hours: number, place = 'FR'): string =>
  `model: { name: M, slug: m }\nphases:\n  - { phase: training, hardware: 8 x A100 SXM 80GB, duration: ${hours} h, location: ${place}, year: 2022 }\n`;

function save(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function saveByRename(name: string, text: string): void {
  save(`${name}.swp`, text);
  renameSync(join(folder, `${name}.swp`), join(folder, name));
}

const report = (): string => readFileSync(join(folder, 'reports/m/report.md'), 'utf8');

function carboncard(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

interface Watching {
  /** What it prints from the last call on, once a pattern is in it. */
  readonly printed: (pattern: RegExp) => Promise<string>;
  /** Ends it as Ctrl-C does. */
  readonly interrupted: () => Promise<NodeJS.Signals | null>;
}

/** The program in a process of its own, without a terminal or standard input. */
function watching(...args: readonly string[]): Watching {
  const child = spawn(process.execPath, [main, 'render', ...args, '--watch'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  open.push(child);
  let text = '';
  let onText = (): void => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      onText();
    });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('close', (_, signal) => done(signal)));
  return {
    printed: (pattern) =>
      new Promise((done, failed) => {
        onText = () => {
          if (!pattern.test(text)) return;
          const all = text;
          text = '';
          done(all);
        };
        onText();
        void ended.then(() => failed(new Error(`It ended: ${text}`)));
      }),
    interrupted: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe.skipIf(process.platform === 'win32')('render --watch', () => {
  it('writes the Markdown after each save, shows a fault, and says when it is gone', async () => {
    const { printed, interrupted } = watching();
    expect(await printed(/^Watching: .*$/m)).toContain('Written: reports/m (carbon.md, report.md)');
    expect(readdirSync(join(folder, 'reports/m'))).toEqual(['carbon.md', 'report.md']);

    save('carboncard.yaml', manifest(7));
    expect(await printed(/^Written: .*\n/m)).not.toContain('error');
    expect(report()).toContain('8 accelerators × 7 h');

    saveByRename('carboncard.yaml', manifest(9));
    await printed(/^Written: .*\n/m);
    expect(report()).toContain('8 accelerators × 9 h');

    save('carboncard.yaml', manifest(11, 'Frence'));
    expect(await printed(/did you mean France.*\n/)).toContain('carboncard.yaml:3:79: error[unknown-place]: Unknown place `Frence`.');
    expect(report()).toContain('8 accelerators × 9 h');

    saveByRename('carboncard.yaml', manifest(11));
    expect(await printed(/^Written: .*\n/m)).not.toContain('error');
    expect(report()).toContain('8 accelerators × 11 h');

    // What comes back as it was is not written again, and the person sees that the fault is gone.
    const { mtimeNs } = statSync(join(folder, 'reports/m/report.md'), { bigint: true });
    rmSync(join(folder, 'carboncard.yaml'));
    expect(await printed(/error\[not-found\].*\n/)).not.toContain('Written');
    save('carboncard.yaml', manifest(11));
    expect(await printed(/^Unchanged: reports\/m .*\n/m)).not.toContain('Written');
    expect(statSync(join(folder, 'reports/m/report.md'), { bigint: true }).mtimeNs).toBe(mtimeNs);

    expect(await interrupted()).toBe('SIGINT');
    expect(readdirSync(join(folder, 'reports/m'))).toEqual(['carbon.md', 'report.md']);
  });

  it('takes new manifests of a pattern, also in new folders', async () => {
    mkdirSync(join(folder, 'models/a'), { recursive: true });
    save('models/a/carboncard.yaml', manifest(4).replace('slug: m', 'slug: a'));
    const { printed } = watching('models/**/carboncard.yaml', 'carboncard.yaml', '--format', 'md,json');
    await printed(/^Watching: .*$/m);
    mkdirSync(join(folder, 'models/deep/er'), { recursive: true });
    save('models/deep/er/carboncard.yaml', manifest(3).replace('slug: m', 'slug: new'));
    expect(await printed(/^Written: .*\n/m)).toContain('Written: reports/new (carbon.md, report.md, assessment.json)');
    save('models/a/carboncard.yaml', manifest(4).replace('slug: m', 'slug: new'));
    await printed(/(?:error\[same-slug\][\s\S]*){2}/);
    save('models/a/carboncard.yaml', manifest(4).replace('slug: m', 'slug: b'));
    expect((await printed(/^Written: reports\/b .*\n/m)).match(/^(?:Written|Unchanged): reports\/(?:b|new) /gm)).toHaveLength(2);
  });

  it('leaves a whole render nothing wrong to believe', async () => {
    const formats = ['--format', 'md,json'] as const;
    expect(carboncard('render', ...formats).stdout).toContain('Written: reports/m');
    const { printed, interrupted } = watching();
    await printed(/^Watching: .*$/m);
    save('carboncard.yaml', manifest(7));
    await printed(/^Written: .*\n/m);
    await interrupted();
    // The section has no links to files that were not asked for, and `check` finds that.
    expect(carboncard('check', ...formats)).toMatchObject({ status: 1, stdout: expect.stringContaining('carbon.md: out of date') });
    expect(carboncard('render', ...formats).stdout).toContain('Written: reports/m');
    expect(carboncard('check', ...formats)).toMatchObject({ status: 0, stdout: 'Up to date\n' });
    expect(carboncard('render', ...formats).stdout).toContain('Unchanged: reports/m');
    // The same where the manifest is again as it was when it was last rendered as a whole.
    const again = watching();
    await again.printed(/^Watching: .*$/m);
    save('carboncard.yaml', manifest(12));
    await again.printed(/^Written: .*\n/m);
    save('carboncard.yaml', manifest(7));
    await again.printed(/^Written: .*\n/m);
    await again.interrupted();
    carboncard('render', ...formats);
    expect(carboncard('check', ...formats).status).toBe(0);
  });

  it('ends at once where a pattern matches nothing, and beside options that mean something else', () => {
    expect(carboncard('render', 'absent/*.yaml', '--watch')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('No file matches absent/*.yaml.'),
    });
    for (const [flag = '', ...value] of [['--shard', '1/2'], ['--index']])
      expect(carboncard('render', '--watch', flag, ...value)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`Contradictory options: \`--watch\` and \`${flag}\`.`),
      });
    expect(carboncard('render', '--watch', '--json')).toMatchObject({ status: 2, stdout: expect.stringContaining('`--json`') });
    expect(readdirSync(folder)).not.toContain('reports');
  });
});
