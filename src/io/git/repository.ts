import { dirname, resolve } from 'node:path';
import { realPath, wayTo } from '../compare.js';
import { GitError, git } from './git.js';

/** A repository, by the folder of its work tree. */
export interface Repository {
  readonly top: string;
  /** Whether older commits are not on this machine. */
  readonly isShallow: boolean;
}

/** A commit, as git has it. */
export interface Commit {
  readonly id: string;
  /** Day of the commit, `2026-03-01`, in its own time zone. */
  readonly date: string;
}

/** A file of a commit. */
export interface CommittedFile {
  /** From the top of the repository on, with forward slashes. */
  readonly path: string;
  readonly blob: string;
  /** Absent for a link. */
  readonly bytes?: number | undefined;
}

/**
 * The repository that a file is in.
 *
 * @throws {GitError} Where it is in none, or git is missing.
 */
export async function repositoryOf(file: string): Promise<Repository> {
  const folder = dirname(await realPath(resolve(file)));
  const [top = '', isShallow] = linesOf(await git(folder, ['rev-parse', '--show-toplevel', '--is-shallow-repository']));
  return { top, isShallow: isShallow === 'true' };
}

/** The path of a file from the top of its repository on; nothing where it is outside. */
export async function pathInRepository({ top }: Repository, file: string): Promise<string | undefined> {
  // The file itself need not be there any more.
  const whole = resolve(file);
  const folder = await realFolder(dirname(whole));
  const path = wayTo(await realPath(top), `${folder}/${whole.slice(dirname(whole).length).replace(/^[\\/]/, '')}`);
  return path.startsWith('../') || path === '..' || /^(?:[A-Za-z]:|\/)/.test(path) ? undefined : path;
}

/** A folder behind links, also where its last parts are not there. */
async function realFolder(folder: string): Promise<string> {
  const real = await realPath(folder);
  const parent = dirname(folder);
  if (real !== folder || parent === folder) return real;
  return `${await realFolder(parent)}/${folder.slice(parent.length).replace(/^[\\/]/, '')}`.replace(/^\/\//, '/');
}

/**
 * Whether a text can be asked for as a revision: git would take one that begins with `-` for an option, and one with `:` for a path.
 */
export function isRevision(text: string): boolean {
  return /^[^-]/.test(text) && !/[:\0\r\n]/.test(text) && !text.includes('..');
}

/**
 * The commit of a revision; nothing where there is none.
 *
 * @throws {GitError} Where git fails otherwise.
 */
export async function commitOf({ top }: Repository, revision: string): Promise<Commit | undefined> {
  if (!isRevision(revision)) return undefined;
  try {
    const [id = ''] = linesOf(await git(top, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]));
    return await dated(top, id);
  } catch (error) {
    if (error instanceof GitError && error.problem.kind === 'refused') return undefined;
    throw error;
  }
}

async function dated(top: string, id: string): Promise<Commit> {
  const lines = linesOf(await git(top, ['rev-list', '--max-count=1', '--format=%cd', '--date=short', id, '--']));
  // The first line is `commit` and the id.
  return { id, date: lines[1] ?? '' };
}

/** The commits from one to another, without the first, in which a file is another one: the oldest first. */
export async function commitsBetween({ top }: Repository, from: Commit, to: Commit, path: string): Promise<readonly Commit[]> {
  const lines = linesOf(
    await git(top, ['rev-list', '--topo-order', '--reverse', '--format=%cd', '--date=short', `${from.id}..${to.id}`, '--', path]),
  );
  return lines.flatMap((line, n) => {
    const id = /^commit ([0-9a-f]+)$/.exec(line)?.[1];
    return id === undefined ? [] : [{ id, date: lines[n + 1] ?? '' }];
  });
}

/** The tags of each commit, in the order of their names. */
export async function tagsByCommit({ top }: Repository): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = linesOf(await git(top, ['for-each-ref', '--format=%(objectname) %(*objectname) %(refname:strip=2)', 'refs/tags']));
  const tags = new Map<string, string[]>();
  for (const line of lines) {
    // An annotated tag is an object of its own, and names its commit.
    const [, own = '', of = '', name = ''] = /^(\S*) (\S*) (.+)$/.exec(line) ?? [];
    const id = of === '' ? own : of;
    tags.set(id, [...(tags.get(id) ?? []), name]);
  }
  return tags;
}

/** A file of a commit; nothing where the commit has no such file. */
export async function fileAt({ top }: Repository, { id }: Commit, path: string): Promise<CommittedFile | undefined> {
  const found = filesOf(await git(top, ['ls-tree', '-z', '-l', '--full-tree', id, '--', path]));
  return found.find((file) => file.path === path && file.bytes !== undefined);
}

/** All files below a folder of a commit; of the whole commit where the folder is empty. */
export async function filesBelow({ top }: Repository, { id }: Commit, folder: string): Promise<readonly CommittedFile[]> {
  const below = folder === '' ? [] : ['--', folder];
  return filesOf(await git(top, ['ls-tree', '-r', '-z', '-l', '--full-tree', id, ...below]));
}

export async function bytesOf({ top }: Repository, { blob }: CommittedFile): Promise<Buffer> {
  return git(top, ['cat-file', 'blob', blob]);
}

/** Regular files and links: `100644 blob 8baef1b 1024\tfixtures/a.yaml`. */
function filesOf(answer: Buffer): readonly CommittedFile[] {
  return answer
    .toString('utf8')
    .split('\0')
    .flatMap((row) => {
      const [, mode, blob, size, path] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(row) ?? [];
      if (blob === undefined || path === undefined) return [];
      return [{ path, blob, bytes: mode === '120000' ? undefined : Number(size) }];
    });
}

function linesOf(answer: Buffer): readonly string[] {
  return answer
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
