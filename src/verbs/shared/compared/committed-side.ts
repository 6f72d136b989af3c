import { dirname } from 'node:path';
import { type Side, sideOfAssessment } from '../../../compare/side.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import { isThere } from '../../../io/files.js';
import { pathInRepository } from '../../../io/git/repository.js';
import { commitNamed, repositoryWith } from '../history/asked-git.js';
import { assessmentAt } from '../history/earlier-assessment.js';
import { historyMessages as messages } from '../history/messages.js';

/** An assessment of a commit, in the words of git: `v1.0:reports/bloom/assessment.json`. */
export interface Committed {
  readonly revision: string;
  /** From the working folder. */
  readonly file: string;
}

/** What a person means by a revision and a path. One letter before a colon is a drive. */
export function committedIn(asked: string): Committed | undefined {
  const [, revision, file] = /^([^:]{2,}):(.+\.json)$/i.exec(asked) ?? [];
  return revision === undefined || file === undefined ? undefined : { revision, file };
}

/**
 * @throws {InputError} Where the revision or its file is not there, or the file is no assessment.
 * @throws {MissingError} Where git is missing.
 */
export async function committedSide({ revision, file }: Committed): Promise<Side> {
  // The file and its folder may be gone today.
  const repository = await repositoryWith((await isThere(dirname(file))) ? file : 'assessment.json');
  const commit = await commitNamed(repository, revision);
  const path = await pathInRepository(repository, file);
  const assessment = path === undefined ? undefined : await assessmentAt(repository, commit, path, revision);
  if (assessment === undefined) throw new InputError([messages.notCommitted(revision, file)]);
  const { slug, name } = assessment.model;
  return sideOfAssessment({ key: slug, name, origin: 'assessment', file: `${revision}:${file}` }, `${commit.id}:${path}`, assessment);
}
