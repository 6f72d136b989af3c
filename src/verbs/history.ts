import type { Assessment } from '../assessment/assessment.js';
import { InputError } from '../diagnostics/diagnostic.js';
import type { AssessmentHistory } from '../explain/history/figure-history.js';
import { history, type Origin } from '../explain/history/history.js';
import { defaultReports } from '../io/default-paths.js';
import { pathInRepository, type Repository, tagsByCommit } from '../io/git/repository.js';
import { assessFile, type DateOptions } from './shared/assess.js';
import { askedGit, commitNamed, repositoryWith } from './shared/history/asked-git.js';
import { assessmentAt, assessmentInFile } from './shared/history/earlier-assessment.js';
import { manifestAt } from './shared/history/earlier-manifest.js';
import { historyMessages as messages } from './shared/history/messages.js';
import { reportPlaces } from './shared/history/report-places.js';

export type * from '../explain/history/figure-history.js';

export interface HistoryOptions extends DateOptions {
  /** A revision of git, or the path of an earlier assessment.json. */
  readonly since: string;
  /** A line, a phase, a component or a total; else every total. */
  readonly asked?: string | undefined;
  /** Folder of the reports; `reports` where it is not given. */
  readonly outDir?: string | undefined;
}

/**
 * What changed since a revision, and which input did it: read → parse → resolve → assess, then the assessment of the revision, then the
 * difference in parts. The assessment of then is the committed one; where there is none, the manifest of then is assessed.
 *
 * @throws {InputError} With every fault of the manifest; where the revision, or what it should hold, is not there.
 * @throws {MissingError} Where git is missing.
 */
export async function explainHistory(file: string, options: HistoryOptions): Promise<AssessmentHistory> {
  const { assessment: now } = await assessFile(file, options);
  const { then, origin } = await earlier(file, now, options);
  return history({ then, now }, { then: origin, now: { file, from: 'manifest' } }, options.asked);
}

interface Earlier {
  readonly then: Assessment;
  readonly origin: Origin;
}

async function earlier(
  file: string,
  now: Assessment,
  { since, outDir = defaultReports, sourceDateEpoch }: HistoryOptions,
): Promise<Earlier> {
  if (/\.json$/i.test(since)) return { then: await assessmentInFile(since), origin: { file: since, from: 'assessment' } };
  const repository = await repositoryWith(file);
  const commit = await commitNamed(repository, since);
  const origin = { revision: since, commit: commit.id, date: commit.date, tags: (await tagsOf(repository)).get(commit.id) };
  const places = await reportPlaces(repository, { file, outDir, slug: now.model.slug });
  for (const place of places) {
    const then = await assessmentAt(repository, commit, place, since);
    if (then !== undefined) return { then, origin: { ...origin, file: place, from: 'assessment' } };
  }
  const path = await askedGit(() => pathInRepository(repository, file));
  const then = path === undefined ? undefined : await manifestAt(repository, commit, path, { revision: since, sourceDateEpoch });
  if (then !== undefined) return { then, origin: { ...origin, file: path, from: 'manifest' } };
  throw new InputError([messages.notAtRevision(since, [...places, ...(path === undefined ? [] : [path])])]);
}

async function tagsOf(repository: Repository): Promise<ReadonlyMap<string, readonly string[]>> {
  return askedGit(() => tagsByCommit(repository));
}
