import type { AssessedAt, Cause, OtherChange } from '../../verbs/history.js';

/** The words of `carboncard explain --since` beside the values. */
export const historyWords = {
  before: 'before',
  now: 'now',
  at: ({ file, revision, commit, tags = [], date, from, factors }: AssessedAt) => {
    const names = [
      ...tags.filter((tag) => tag !== revision),
      ...(commit === undefined || (revision !== undefined && commit.startsWith(revision)) ? [] : [commit.slice(0, 10)]),
    ];
    const dated = [...names, ...(date === undefined ? [] : [date])].join(', ');
    const place = revision === undefined ? file : `${file} at ${revision}${dated === '' ? '' : ` (${dated})`}`;
    const how = from === 'manifest' ? 'assessed by this program' : 'as it was reported';
    return `${place}, ${how}; factors of edition ${factors}`;
  },
  figures: { development: 'Development', deployment: 'Deployment', lifecycle: 'Development + deployment' } as Readonly<
    Record<string, string | undefined>
  >,
  title: (what: string, before: string, now: string) => `${what}: ${before} → ${now}`,
  absent: 'none',
  difference: 'difference',
  differs: (figure: string, exact: string, ratio: string | undefined) =>
    `${figure}, exactly ${exact}${ratio === undefined ? '' : `; now ${ratio} of the figure before`}`,
  interval: 'interval',
  intervals: (before: string, now: string) => (before === now ? `${now}, as before` : `${before} → ${now}`),
  noInterval: 'not assessed',
  same: 'The figure is the same.',
  onlyInterval: 'The figure is the same, and its interval changed.',
  nothing: 'Nothing changed.',
  parts: 'What changed it',
  sum: 'sum',
  rest: 'no line accounts for it',
  inLines: 'in lines',
  cause: 'cause',
  source: 'source',
  given: 'given in',
  reason: 'reason',
  causes: {
    manifest: 'the manifest states another value',
    factor: 'the tables have another figure',
    'factor-row': 'another row of the tables',
    default: 'another default',
    evidence: 'the value comes from elsewhere',
    calculation: 'another calculation, or other inputs',
    'phase-added': 'the phase is new',
    'phase-removed': 'the phase is gone',
    'line-added': 'the line is new',
    'line-removed': 'the line is gone',
    figure: 'another figure; its formula does not give it',
  } satisfies Record<Cause, string>,
  editions: (cause: string, before: string, now: string) =>
    before === now ? `${cause}; edition ${now} of the tables before and now` : `${cause}; edition ${before} of the tables → ${now}`,
  none: 'none',
  calculated: (formula: string | undefined, numbers: string) => (formula === undefined ? numbers : `${formula}: ${numbers}`),
  notCounted: (reason: string) => `not counted: ${reason}`,
  range: (figure: string, range: string) => `${figure} (${range})`,
  others: 'Changed, without an effect on the value',
  kinds: { range: 'range', source: 'source', basis: 'evidence' } satisfies Record<OtherChange['differs'][number], string>,
  other: (what: string, kinds: readonly string[]) => `${what}, another ${kinds.join(', another ')}`,
  of: (what: string, phase: string | undefined) => (phase === undefined ? what : `${phase}: ${what}`),
  timeline: (what: string, range: string, unit: string) => `${what} in ${unit}, ${range}`,
  head: ['revision', 'date', 'figure', 'difference', 'main cause'],
  removed: 'no report',
  notRead: (reason: string) => `the report can't be read: ${reason}`,
  first: 'first of the list',
  sameFigure: 'the same figure',
  sameOnlyInterval: 'the same figure, another interval',
  mainCause: (what: string, cause: string, more: number) => `${what}: ${cause}${more === 0 ? '' : `, and ${more} more`}`,
  fromTo: (before: string, now: string) => `${before} → ${now}`,
  askForOne: 'All that changed since one of them:',
} as const;
