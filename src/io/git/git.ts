import { codeOf } from '../system-error.js';

/** Why git gave no answer. */
export type GitProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'too-large' }
  /** What git said. */
  | { readonly kind: 'refused'; readonly words: string };

export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(readonly problem: GitProblem) {
    super(`git: ${problem.kind}`);
  }
}

/** Longer than reading a large repository takes, and shorter than a person waits. */
const seconds = 30;

/** No assessment and no log that this program reads is larger. */
const maxBytes = 200_000_000;

/**
 * Of the settings of a repository and a user, git obeys none that runs a program, asks a question or reaches a network: a repository is a
 * file of others. A partial clone doesn't fetch what it lacks.
 */
const settings = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'protocol.allow=never', 'log.showSignature=false'];
const environment = {
  LC_ALL: 'C',
  GIT_PAGER: 'cat',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
};

/**
 * What git answers, run in a folder, without a shell.
 *
 * @throws {GitError} Where git is missing, refuses, takes too long or says too much.
 */
export async function git(folder: string, words: readonly string[]): Promise<Buffer> {
  // Loaded here and not above, since few commands ask git.
  const { execFile } = await import('node:child_process');
  const options = settings.flatMap((setting) => ['-c', setting]);
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      ['--no-pager', ...options, '-C', folder, ...words],
      { encoding: 'buffer', timeout: seconds * 1000, maxBuffer: maxBytes, env: { ...process.env, ...environment }, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) done(stdout);
        else fail(new GitError(problemOf(error, stderr.toString('utf8'))));
      },
    );
    child.stdin?.end();
  });
}

function problemOf(error: Error, words: string): GitProblem {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'EACCES') return { kind: 'missing' };
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { kind: 'too-large' };
  if ('killed' in error && error.killed === true) return { kind: 'too-slow', seconds };
  return { kind: 'refused', words: firstLine(words) };
}

/** `fatal: not a git repository` as `not a git repository`. */
function firstLine(words: string): string {
  return (words.split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '').trim();
}
