import type { Assessment } from '../assessment/assessment.js';
import { InputError } from '../diagnostics/diagnostic.js';
import type { AssessmentHistory } from '../explain/history/figure-history.js';
import { history, type Origin } from '../explain/history/history.js';
import { type Timeline, type TimelineRow, timelineRows } from '../explain/history/timeline.js';
import { defaultReports } from '../io/default-paths.js';
import { pathInRepository, type Repository, tagsByCommit } from '../io/git/repository.js';
import { assessFile, type DateOptions } from './shared/assess.js';
import { askedGit, commitNamed, repositoryWith } from './shared/history/asked-git.js';
import { assessmentAt, assessmentInFile } from './shared/history/earlier-assessment.js';
import { manifestAt } from './shared/history/earlier-manifest.js';
import { historyMessages as messages } from './shared/history/messages.js';
import { reportPlaces } from './shared/history/report-places.js';
import { rangeOf, timedAssessments } from './shared/history/timed.js';

export type * from '../explain/history/figure-history.js';
export type { Timeline, TimelineRow } from '../explain/history/timeline.js';
export { rangeOf } from './shared/history/timed.js';

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
  const { before, origin } = await earlier(file, now, options);
  return history({ before, now }, { before: origin, now: { file, from: 'manifest' } }, options.asked);
}

/**
 * What the committed assessment of a manifest said at each revision of a range in which it changed, the oldest first; at the end what the
 * manifest gives now, where that is something else and the range is open.
 *
 * @param text `v1.0..`, or `v1.0..v2.0`.
 * @throws {InputError} With every fault of the manifest; where a revision, or any committed report, is not there.
 * @throws {MissingError} Where git is missing.
 */
export async function listHistory(file: string, text: string, options: Omit<HistoryOptions, 'since'> = {}): Promise<Timeline> {
  const range = rangeOf(text);
  if (range === undefined) throw new InputError([messages.invalidRevision(text)]);
  const { asked, outDir = defaultReports } = options;
  const { assessment } = await assessFile(file, options);
  const { id, name, slug } = assessment.model;
  const repository = await repositoryWith(file);
  const committed = await timedAssessments(repository, range, await reportPlaces(repository, { file, outDir, slug }));
  const timed = range.to === undefined ? [...committed, { origin: { file, from: 'manifest' } as const, assessment }] : committed;
  const figure = timed.some((one) => one.assessment?.totals.development !== undefined) ? 'development' : 'deployment';
  const rows = timelineRows(timed, figure, asked);
  // What is committed already is not said again.
  const isNew = ({ difference, onlyInterval, figure: value }: TimelineRow): boolean =>
    difference === undefined ? value !== undefined : difference.value !== 0 || onlyInterval === true;
  const shown = rows.filter((row, n) => n < committed.length || isNew(row));
  return { asked, file, range: range.text, model: { id, name, slug }, figure: asked ?? figure, rows: shown };
}

interface Earlier {
  readonly before: Assessment;
  readonly origin: Origin;
}

async function earlier(
  file: string,
  now: Assessment,
  { since, outDir = defaultReports, sourceDateEpoch }: HistoryOptions,
): Promise<Earlier> {
  if (/\.json$/i.test(since)) return { before: await assessmentInFile(since), origin: { file: since, from: 'assessment' } };
  const repository = await repositoryWith(file);
  const commit = await commitNamed(repository, since);
  const origin = { revision: since, commit: commit.id, date: commit.date, tags: (await tagsOf(repository)).get(commit.id) };
  const places = await reportPlaces(repository, { file, outDir, slug: now.model.slug });
  for (const place of places) {
    const before = await assessmentAt(repository, commit, place, since);
    if (before !== undefined) return { before, origin: { ...origin, file: place, from: 'assessment' } };
  }
  const path = await askedGit(() => pathInRepository(repository, file));
  const before = path === undefined ? undefined : await manifestAt(repository, commit, path, { revision: since, sourceDateEpoch });
  if (before !== undefined) return { before, origin: { ...origin, file: path, from: 'manifest' } };
  throw new InputError([messages.notAtRevision(since, [...places, ...(path === undefined ? [] : [path])])]);
}

async function tagsOf(repository: Repository): Promise<ReadonlyMap<string, readonly string[]>> {
  return askedGit(() => tagsByCommit(repository));
}
