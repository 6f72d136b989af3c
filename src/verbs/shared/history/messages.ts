import { error, listed } from '../../../diagnostics/message.js';

const revisions = 'a commit, a tag or a branch, such as `v1.0` or `HEAD~3`';

/** What can be wrong with the time that an assessment is compared with. */
export const historyMessages = {
  invalidRevision: (text: string) =>
    error('invalid-revision', text === '' ? 'The revision is empty.' : `Invalid revision \`${text}\`.`, {
      expected: `${revisions}; \`v1.0..\` for all since then; or the path of an earlier assessment.json`,
    }),
  unknownRevision: (text: string, isShallow: boolean) =>
    error('unknown-revision', `The repository has no revision \`${text}\`.`, {
      expected: isShallow ? 'Run `git fetch --unshallow --tags`: the repository is shallow, without its older commits' : revisions,
    }),
  notInRepository: (file: string, words: string) =>
    error('not-in-repository', `${file} is in no git repository${words === '' ? '' : `: ${words}`}.`, {
      expected: 'a manifest in the work tree of a repository, or `--since` with the path of an earlier assessment.json',
    }),
  /** @param paths Reports that were looked for, and the manifest. */
  notAtRevision: (revision: string, paths: readonly string[]) =>
    error('not-at-revision', `Revision \`${revision}\` has none of ${listed(paths)}.`, {
      expected: 'a later revision, the folder of the reports in `-o`, or the path of an earlier assessment.json',
    }),
  notCommitted: (revision: string, file: string) =>
    error('not-at-revision', `Revision \`${revision}\` has no ${file}.`, {
      expected: 'a path of that revision, such as `v1.0:reports/bloom/assessment.json`',
    }),
  /** @param paths Reports that were looked for. */
  noReportInRange: (range: string, paths: readonly string[]) =>
    error('no-report-in-range', `No revision of \`${range}\` has ${paths.join(' or ')}.`, {
      expected: 'revisions with a committed report, or the folder of the reports in `-o`',
    }),
  pointerAtRevision: (place: string) =>
    error('pointer-at-revision', `${place} is a pointer of git LFS, not the assessment.`, {
      expected: `Run \`git show ${place} | git lfs smudge > then.json\`, and name \`then.json\``,
    }),
  notJsonAtRevision: (place: string) =>
    error('not-an-assessment', `${place} is not JSON.`, { expected: 'an assessment.json as `carboncard render` writes it' }),
  assessmentVersion: (version: string, known: string) =>
    error('assessment-version', `The assessment has version ${version} of its format; this program reads ${known}.`, {
      expected: `an assessment of version ${known}, or another version of carboncard`,
    }),
  tooManyFiles: (place: string, files: number) =>
    error('too-many-files', `The manifest ${place} names ${files} files or more.`, {
      expected: 'Use `--since` with an assessment.json that was made in a checkout of that revision',
    }),
  gitFailed: (words: string) => error('git-failed', `git failed: ${words}.`, { expected: 'Run `git status`, and repair the repository' }),
} as const;
