import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whether git can be called here. */
export const hasGit = spawnSync('git', ['--version']).status === 0;
/** The title of what needs git, which says why it is skipped. */
export const needsGit = (title: string): string => (hasGit ? title : `${title} (skipped: git is not installed)`);

/** A repository in a temporary folder, the same in every run: names and dates are given, and no setting of the user counts. */
export interface MadeRepository {
  readonly folder: string;
  readonly git: (...words: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Writes files, and commits all that is in the folder, a day after the commit before. */
  readonly commit: (files: Readonly<Record<string, string>>) => string;
  readonly remove: () => void;
}

export function madeRepository(): MadeRepository {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-git-'));
  let day = 0;
  const git = (...words: readonly string[]): string => {
    const date = `2026-03-${String(Math.max(1, day)).padStart(2, '0')}T12:00:00+00:00`;
    const person = { NAME: 'Ada', EMAIL: 'ada@example.org', DATE: date };
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        Object.entries(person).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    };
    const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, encoding: 'utf8', env });
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  git('init', '--quiet', '--initial-branch', 'main');
  return {
    folder,
    git,
    write,
    commit: (files) => {
      day += 1;
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--message', `day ${day}`);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
