import { InputError, MissingError } from '../../../diagnostics/diagnostic.js';
import { GitError } from '../../../io/git/git.js';
import { type Commit, commitOf, isRevision, type Repository, repositoryOf } from '../../../io/git/repository.js';
import { historyMessages as messages } from './messages.js';

/**
 * Asks git, and says what is wrong in words for a person.
 *
 * @throws {InputError} Where git refuses.
 * @throws {MissingError} Where there is no git.
 */
export async function askedGit<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw plainError(error);
  }
}

function plainError({ problem }: GitError): Error {
  switch (problem.kind) {
    case 'missing':
      return new MissingError('git is missing, which reads an earlier revision', 'apt install git   # or name an earlier assessment.json');
    case 'too-slow':
      return new InputError([messages.gitFailed(`it took longer than ${problem.seconds} seconds`)]);
    case 'too-large':
      return new InputError([messages.gitFailed('its answer is too large')]);
    case 'refused':
      return new InputError([messages.gitFailed(problem.words === '' ? 'it gave no reason' : problem.words)]);
  }
}

/**
 * The repository of a file.
 *
 * @throws {InputError} Where it is in none.
 * @throws {MissingError} Where there is no git.
 */
export async function repositoryWith(file: string): Promise<Repository> {
  try {
    return await repositoryOf(file);
  } catch (error) {
    if (error instanceof GitError && error.problem.kind === 'refused')
      throw new InputError([{ ...messages.notInRepository(file, error.problem.words.replace(/^not a git repository.*$/, '')), file }]);
    if (error instanceof GitError) throw plainError(error);
    throw error;
  }
}

/**
 * The commit of a revision that a person named.
 *
 * @throws {InputError} Where there is none.
 */
export async function commitNamed(repository: Repository, revision: string): Promise<Commit> {
  if (!isRevision(revision)) throw new InputError([messages.invalidRevision(revision)]);
  const commit = await askedGit(() => commitOf(repository, revision));
  if (commit === undefined) throw new InputError([messages.unknownRevision(revision, repository.isShallow)]);
  return commit;
}
