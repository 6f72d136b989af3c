import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import type { TimedAssessment } from '../../../explain/history/timeline.js';
import { type Commit, commitsBetween, type Repository, tagsByCommit } from '../../../io/git/repository.js';
import { askedGit, commitNamed } from './asked-git.js';
import { assessmentAt } from './earlier-assessment.js';
import { historyMessages as messages } from './messages.js';

/** Revisions from one to another; to the newest commit where no second one is named. */
export interface RevisionRange {
  readonly text: string;
  readonly from: string;
  readonly to?: string | undefined;
}

/** @example rangeOf('v1.0..') //=> { text: 'v1.0..', from: 'v1.0', to: undefined } */
export function rangeOf(text: string): RevisionRange | undefined {
  const [, from, to = ''] = /^(.+?)(?<!\.)\.\.(?!\.)(.*)$/.exec(text) ?? [];
  return from === undefined || from.startsWith('.') ? undefined : { text, from, to: to === '' ? undefined : to };
}

/**
 * The assessment of a report at the first revision of a range, then at each commit that changed it.
 *
 * @param places Where the report may be, from the top of the repository on; the first that has commits is taken.
 * @throws {InputError} Where a revision, or any report, is not there.
 */
export async function timedAssessments(
  repository: Repository,
  range: RevisionRange,
  places: readonly string[],
): Promise<readonly TimedAssessment[]> {
  const from = await commitNamed(repository, range.from);
  const to = await commitNamed(repository, range.to ?? 'HEAD');
  const tags = await askedGit(() => tagsByCommit(repository));
  for (const place of places) {
    const at = (commit: Commit, revision?: string): Promise<TimedAssessment> =>
      timed(repository, commit, { place, revision, tags: tags.get(commit.id) });
    const first = await at(from, range.from);
    const commits = await askedGit(() => commitsBetween(repository, from, to, place));
    const isThere = first.assessment !== undefined || first.fault !== undefined;
    if (!isThere && commits.length === 0) continue;
    const rows = isThere ? [first] : [];
    for (const commit of commits) rows.push(await at(commit));
    return rows;
  }
  throw new InputError([messages.noReportInRange(range.text, places)]);
}

async function timed(
  repository: Repository,
  commit: Commit,
  {
    place,
    revision,
    tags,
  }: { readonly place: string; readonly revision: string | undefined; readonly tags: readonly string[] | undefined },
): Promise<TimedAssessment> {
  const origin = { file: place, from: 'assessment', revision, commit: commit.id, date: commit.date, tags } as const;
  try {
    return { origin, assessment: await assessmentAt(repository, commit, place, revision ?? commit.id.slice(0, 10)) };
  } catch (error) {
    // One that can't be read stops no other.
    const fault: Diagnostic | undefined = error instanceof InputError ? error.diagnostics[0] : undefined;
    if (fault === undefined) throw error;
    return { origin, fault };
  }
}
