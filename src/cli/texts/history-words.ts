import type { AssessedAt, Cause, OtherChange } from '../../verbs/history.js';

/** The words of `carboncard explain --since` beside the values. */
export const historyWords = {
  then: 'then',
  now: 'now',
  at: ({ file, revision, commit, tags = [], date, from, factors }: AssessedAt) => {
    const names = [
      ...tags.filter((tag) => tag !== revision),
      ...(commit === undefined || commit.startsWith(revision ?? ' ') ? [] : [commit.slice(0, 10)]),
    ];
    const dated = [...names, ...(date === undefined ? [] : [date])].join(', ');
    const place = revision === undefined ? file : `${file} at ${revision}${dated === '' ? '' : ` (${dated})`}`;
    const how = from === 'manifest' ? 'assessed by this program' : 'as it was reported';
    return `${place}, ${how}; factors of edition ${factors}`;
  },
  figures: { development: 'Development', deployment: 'Deployment', lifecycle: 'Development + deployment' } as Readonly<
    Record<string, string | undefined>
  >,
  title: (what: string, then: string, now: string) => `${what}: ${then} → ${now}`,
  absent: 'none',
  difference: 'difference',
  differs: (figure: string, exact: string, ratio: string | undefined) =>
    `${figure}${ratio === undefined ? '' : ` (${ratio})`}, exactly ${exact}`,
  ratio: (percent: string) => `${percent} of then`,
  interval: 'interval',
  intervals: (then: string, now: string) => `${then} → ${now}`,
  noInterval: 'not assessed',
  same: 'The figure is the same, to the last digit.',
  onlyInterval: 'The figure is the same; its interval is not.',
  nothing: 'Nothing changed.',
  parts: 'What changed it',
  sum: 'sum',
  rest: 'no line accounts for it',
  inLines: 'lines',
  cause: 'cause',
  source: 'source',
  range: 'range',
  given: 'given in',
  reason: 'reason',
  causes: {
    manifest: 'the manifest states another value',
    factor: 'the tables have another figure for it',
    'factor-row': 'another row of the tables',
    default: 'another default',
    evidence: 'it comes from elsewhere',
    calculation: 'it is calculated in another way, or from other inputs',
    'line-added': 'the line is new',
    'line-removed': 'the line is gone',
    figure: 'another figure; the formula in the file does not give it',
  } satisfies Record<Cause, string>,
  editions: (cause: string, then: string, now: string) =>
    then === now ? `${cause}, in edition ${now} both times` : `${cause}: edition ${then} → ${now}`,
  noPhase: 'no such phase',
  none: 'none',
  others: 'Without an effect on the value',
  kinds: { range: 'range', source: 'source', basis: 'evidence' } satisfies Record<OtherChange['differs'][number], string>,
  other: (what: string, phase: string | undefined, kinds: readonly string[]) =>
    `${what}${phase === undefined ? '' : ` (${phase})`}: another ${kinds.join(', another ')}`,
  of: (what: string, phase: string | undefined) => (phase === undefined ? what : `${what} (${phase})`),
} as const;
