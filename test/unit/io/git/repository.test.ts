import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commitCopy } from '../../../../src/io/git/copy.js';
import { GitError, git } from '../../../../src/io/git/git.js';
import {
  bytesOf,
  commitOf,
  commitsBetween,
  fileAt,
  filesBelow,
  isRevision,
  pathInRepository,
  type Repository,
  repositoryOf,
  tagsByCommit,
} from '../../../../src/io/git/repository.js';
import { hasGit, type MadeRepository, madeRepository, needsGit } from '../../git-repository.js';

describe('a revision that git is asked for', () => {
  it.each(['v1.0', 'main', 'HEAD~3', 'HEAD^', 'origin/main', '0ed9d103c5', 'main@{1}', '中文'])('%s', (text) => {
    expect(isRevision(text)).toBe(true);
  });

  it.each(['', '-x', '--output=x', 'HEAD:a', ':/fix', 'a..b', 'a\nb', 'a\0b'])('is never %j', (text) => {
    expect(isRevision(text)).toBe(false);
  });
});

describe.skipIf(!hasGit)(needsGit('a repository'), () => {
  const odd = 'a folder/ü "1".txt';
  const outside = mkdtempSync(join(tmpdir(), 'carboncard-outside-'));
  let made: MadeRepository;
  let repository: Repository;
  let [first, second, third] = ['', '', ''];
  beforeAll(async () => {
    made = madeRepository();
    first = made.commit({ 'a.txt': 'one', [odd]: 'odd', 'logs/b.csv': 'x', '*.txt': 'star' });
    made.git('tag', 'v1.0');
    second = made.commit({ 'a.txt': 'two' });
    made.git('tag', '--annotate', 'v2.0', '--message', 'two');
    made.git('tag', 'also');
    third = made.commit({ 'logs/b.csv': 'y' });
    repository = await repositoryOf(join(made.folder, 'a.txt'));
  });
  afterAll(() => {
    made.remove();
    rmSync(outside, { recursive: true });
  });
  const at = async (revision: string) => {
    const commit = await commitOf(repository, revision);
    if (commit === undefined) throw new Error(`no commit ${revision}`);
    return commit;
  };
  const textAt = async (revision: string, path: string): Promise<string | undefined> => {
    const file = await fileAt(repository, await at(revision), path);
    return file && (await bytesOf(repository, file)).toString();
  };

  it('names commits by tag, branch, id and order, with their days', async () => {
    expect(await at('v1.0')).toEqual({ id: first, date: '2026-03-01' });
    expect(await at('v2.0')).toEqual({ id: second, date: '2026-03-02' });
    expect((await at('main')).id).toBe(third);
    expect((await at('HEAD~2')).id).toBe(first);
    expect((await at(second.slice(0, 9))).id).toBe(second);
    expect(await commitOf(repository, 'v3.0')).toBeUndefined();
    expect(await commitOf(repository, 'HEAD:a.txt')).toBeUndefined();
  });

  it('reads a file of a commit, whatever its name, and no pattern', async () => {
    expect(await textAt('v1.0', 'a.txt')).toBe('one');
    expect(await textAt('v2.0', 'a.txt')).toBe('two');
    expect(await textAt('v1.0', odd)).toBe('odd');
    expect(await textAt('v1.0', '*.txt')).toBe('star');
    expect(await textAt('v1.0', '?.txt')).toBeUndefined();
    expect(await textAt('v1.0', 'logs')).toBeUndefined();
    expect((await filesBelow(repository, await at('v1.0'), 'logs')).map(({ path }) => path)).toEqual(['logs/b.csv']);
    expect((await filesBelow(repository, await at('v1.0'), '')).map(({ path }) => path)).toContain(odd);
  });

  it('lists the commits that changed a file, and the tags of each', async () => {
    const commits = await commitsBetween(repository, await at('v1.0'), await at('HEAD'), 'a.txt');
    expect(commits).toEqual([{ id: second, date: '2026-03-02' }]);
    expect(await tagsByCommit(repository)).toEqual(
      new Map([
        [second, ['also', 'v2.0']],
        [first, ['v1.0']],
      ]),
    );
  });

  it('knows where a file is in it, also one that is not there, and behind a link', async () => {
    expect(await pathInRepository(repository, join(made.folder, 'a.txt'))).toBe('a.txt');
    expect(await pathInRepository(repository, join(made.folder, 'reports/x/assessment.json'))).toBe('reports/x/assessment.json');
    expect(await pathInRepository(repository, join(outside, 'a.txt'))).toBeUndefined();
    symlinkSync(made.folder, join(outside, 'link'));
    expect(await pathInRepository(repository, join(outside, 'link/logs/c.csv'))).toBe('logs/c.csv');
  });

  it('copies files of a commit under their paths, and takes them away', async () => {
    const copy = await commitCopy(repository);
    const blob = (await fileAt(repository, await at('v1.0'), 'a.txt'))?.blob ?? '';
    await copy.add([
      { path: 'sub/a.txt', blob, bytes: 3 },
      { path: '../escaped.txt', blob, bytes: 3 },
      { path: 'sub/../../escaped.txt', blob, bytes: 3 },
    ]);
    expect(existsSync(join(copy.folder, 'sub/a.txt'))).toBe(true);
    expect(existsSync(join(copy.folder, '../escaped.txt'))).toBe(false);
    copy.remove();
    expect(existsSync(copy.folder)).toBe(false);
  });

  it('runs no program that the settings of a repository name', async () => {
    const other = madeRepository();
    const mark = join(other.folder, 'ran');
    other.commit({ 'a.txt': 'one', '.gitattributes': '*.txt diff=evil filter=evil\n' });
    for (const [key, value] of Object.entries({
      'core.fsmonitor': `touch ${mark}; false`,
      'core.pager': `touch ${mark}`,
      'diff.evil.textconv': `touch ${mark}`,
      'filter.evil.smudge': `touch ${mark}`,
      'core.sshCommand': `touch ${mark}`,
      'log.showSignature': 'true',
      'gpg.program': `touch ${mark}`,
    }))
      other.git('config', key, value);
    const its = await repositoryOf(join(other.folder, 'a.txt'));
    const head = await commitOf(its, 'HEAD');
    if (head === undefined) throw new Error('no commit');
    const file = await fileAt(its, head, 'a.txt');
    expect(file && (await bytesOf(its, file)).toString()).toBe('one');
    await commitsBetween(its, head, head, 'a.txt');
    expect(existsSync(mark)).toBe(false);
    other.remove();
  });

  it('reaches no network for what a partial clone lacks', async () => {
    const clone = join(outside, 'clone');
    made.git('config', 'uploadpack.allowFilter', 'true');
    made.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${made.folder}`, clone);
    mkdirSync(join(clone, 'logs'));
    const its = await repositoryOf(join(clone, 'a.txt'));
    const blob = (await fileAt(repository, await at('v1.0'), 'a.txt'))?.blob ?? '';
    await expect(bytesOf(its, { path: 'a.txt', blob })).rejects.toThrow(GitError);
  });

  it('says what git lacks or refuses', async () => {
    const problemOf = async (work: Promise<unknown>): Promise<string> => {
      const error = await work.catch((thrown: unknown) => thrown);
      return error instanceof GitError ? error.problem.kind : String(error);
    };
    expect(await problemOf(repositoryOf(join(outside, 'a.txt')))).toBe('refused');
    vi.stubEnv('PATH', '/nowhere');
    expect(await problemOf(git(made.folder, ['status']))).toBe('missing');
    vi.unstubAllEnvs();
  });
});
