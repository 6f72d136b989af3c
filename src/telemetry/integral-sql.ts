/** What the values of the samples are: power in W, or the reading of a counter of energy in J. */
export type SampleKind = 'power' | 'counter';

/** How the samples are integrated, as the first look at them has it. */
export interface Integral {
  readonly kind: SampleKind;
  /** Length of a part of time (µs). */
  readonly resolution: number;
  /** Steps between samples are counted by their length, rounded to this (µs). */
  readonly quantum: number;
  /** Steps from this length on (µs) are kept one by one. */
  readonly single: number;
  /** Energies are whole numbers of 1 ÷ scale, so that their sum depends on no order. */
  readonly scale: number;
  /** W; absent where idle is not told from work. */
  readonly idleBelow: number | undefined;
  /** A condition that a sample has to meet, in SQL: it has a time and a value, among others. */
  readonly accepts: string;
  /** Number of the device of a sample, in SQL. */
  readonly device: string;
  /** W above which a counter did not count energy. */
  readonly highest: number;
}

/** Classes of steps that are not told apart by their length. */
export const stepClasses = { single: -1, duplicate: -2, conflict: -3, implausible: -4 } as const;

/**
 * The first look at the samples: what devices there are. `k` is the device, the host, the model and the number, with unit separators
 * between them.
 */
export const devicesSql = 'SELECT k, count(*) AS samples FROM samples GROUP BY k ORDER BY k';

/** From when to when there are samples; of counters, up to which value. */
export const rangeSql = (kind: SampleKind): string =>
  `SELECT min(t) AS first, max(t) AS last, ${kind === 'power' ? 'NULL' : 'max(w)'} AS high FROM samples`;

/** How many samples each day has, and from when to when. */
export const daysSql =
  'SELECT t // 86400000000 AS day, count(*) AS n, min(t) AS first, max(t) AS last FROM samples WHERE t IS NOT NULL GROUP BY day ORDER BY day';

/** What is wrong with the samples of which the one pass used less than there are. */
export const wrongSql = (device: string, isInTime: string, highest: string): string =>
  `SELECT count(*) FILTER (t IS NULL) AS untimed, count(*) FILTER (w IS NULL AND odd IS NULL) AS unread, count(odd) AS odd, min(odd) AS example,
  count(*) FILTER (w IS NOT NULL AND NOT (${isInTime})) AS stray, count(*) FILTER (w < 0 AND ${isInTime}) AS negative,
  count(*) FILTER ((w > ${highest} OR isnan(w)) AND ${isInTime}) AS implausible FROM (SELECT ${device} AS d, t, w, odd FROM samples)`;

/** Numbers of 16 and of 31 bits for keys, for the one pass; which keys have one in common is looked at before. */
export const hashSql = { short: '(hash(k) >> 48)::INTEGER', long: '(hash(k) >> 33)::INTEGER' } as const;
export const hashesSql = `SELECT k, ${hashSql.short} AS short, ${hashSql.long} AS long FROM keys ORDER BY k`;

/**
 * The one pass over all samples: each with the one before it in time, of the same device, and the energy of the step between them, by
 * device, part of time and length of the step. A step that begins in one part and ends in another has a row of its own, `x`; so has
 * the first sample of a device, which ends no step.
 *
 * Samples with one time are in order of their values, so that the result depends on no order of rows.
 */
export function partsSql(integral: Integral): string {
  const { kind, resolution, quantum, single, scale, idleBelow, accepts, device, highest } = integral;
  const { single: far, duplicate, conflict, implausible } = stepClasses;
  const energy = kind === 'power' ? '(w + w0) * dt' : 'CASE WHEN w < w0 THEN w ELSE w - w0 END';
  const mean = kind === 'power' ? '(w + w0) < 2 *' : `e * ${float(1e6 / scale)} < dt *`;
  const odd = kind === 'power' ? '' : `WHEN e * ${float(1e6 / scale)} > dt * ${float(highest)} THEN ${implausible}`;
  return `CREATE OR REPLACE TEMP TABLE parts AS
WITH x AS (SELECT ${device} AS d, t, w FROM samples WHERE ${accepts}),
y AS (SELECT d, t, w, lag(t) OVER v AS t0, lag(w) OVER v AS w0 FROM x WINDOW v AS (PARTITION BY d ORDER BY t, w)),
z AS (SELECT d, t, w, w0, t0, t - t0 AS dt, t // ${resolution} AS b FROM y),
s AS (SELECT d, t, w, w0, t0, dt, b, CAST((${energy}) * ${float(scale)} AS BIGINT) AS e FROM z)
SELECT d, b,
  CASE WHEN dt < ${single} AND dt > 0 THEN ${odd === '' ? '' : `CASE ${odd} ELSE `}CAST(dt * ${float(1 / quantum)} AS INTEGER)${odd === '' ? '' : ' END'}
    WHEN dt = 0 THEN CASE WHEN w = w0 THEN ${duplicate} ELSE ${conflict} END ${odd} WHEN dt > 0 THEN ${far} END AS c,
  CASE WHEN t0 >= b * ${resolution} AND dt < ${single} THEN NULL ELSE t END AS x,
  count(*) AS n, sum(e) AS e, sum(dt) AS dt, max(w) AS peak, max(t) AS last
  ${kind === 'power' ? '' : ', count(*) FILTER (w < w0) AS resets'}
  ${idleBelow === undefined ? '' : `, sum(CASE WHEN ${mean} ${float(idleBelow)} THEN dt END) AS idle_dt, sum(CASE WHEN ${mean} ${float(idleBelow)} THEN e END) AS idle_e`}
FROM s GROUP BY ALL`;
}

/** How many steps of which length each device has. */
export const stepsSql =
  'SELECT d, c, sum(n)::BIGINT AS n, max(dt)::BIGINT AS dt FROM parts WHERE c >= 0 OR c = -1 GROUP BY d, c, CASE WHEN c = -1 THEN dt END';

/** What is counted: no duplicate, and no step above the longest of its device. */
const counted = (quantum: number): string =>
  `(c >= 0 AND c::BIGINT * ${quantum} <= longest OR c = ${stepClasses.single} AND dt <= longest)`;

/** Figures of each device. The table `limits` has its longest step (µs). */
export function totalsSql({ kind, quantum, idleBelow }: Integral): string {
  const is = counted(quantum);
  const isGap = `c IS NOT NULL AND c >= ${stepClasses.single} AND NOT ${is}`;
  return `SELECT d, sum(n)::BIGINT AS n, min(x) FILTER (c IS NULL) AS first, max(last) AS last, sum(n) FILTER (c IN (${stepClasses.duplicate}, ${stepClasses.conflict}))::BIGINT AS duplicates,
  sum(n) FILTER (c = ${stepClasses.conflict})::BIGINT AS conflicts, sum(n) FILTER (c = ${stepClasses.implausible})::BIGINT AS implausible,
  sum(e) FILTER (${is}) AS e, sum(dt) FILTER (${is})::BIGINT AS dt, max(peak) AS peak,
  sum(n) FILTER (${isGap})::BIGINT AS gaps, max(dt // n) FILTER (${isGap}) AS longest
  ${kind === 'power' ? '' : `, sum(resets)::BIGINT AS resets`}
  ${idleBelow === undefined ? '' : `, sum(idle_e) FILTER (${is}) AS idle_e, sum(idle_dt) FILTER (${is})::BIGINT AS idle_dt`}
  FROM parts JOIN limits USING (d) GROUP BY d ORDER BY d`;
}

/**
 * Energy in each part of time. A step over several parts is divided exactly: power is linear in it, or constant where it is of a
 * counter.
 */
export function timeSql({ kind, resolution, quantum, scale }: Integral): string {
  const r = float(resolution);
  // The power at both ends of a step, in units of the energy: twice the energy is (w0 + w1) × dt.
  const [w1, w0] = [`peak * ${float(scale)}`, `e / dt - peak * ${float(scale)}`];
  const until = (s: string): string => (kind === 'power' ? `(2 * w0 * ${s} + (w1 - w0) * ${s} * ${s} / dt)` : `e * ${s} / dt`);
  return `WITH p AS (SELECT b, x, dt::DOUBLE AS dt, e::DOUBLE AS e, peak, e AS whole FROM parts JOIN limits USING (d) WHERE ${counted(quantum)}),
split AS (SELECT x - dt AS t0, x AS t1, dt, e, ${w0} AS w0, ${w1} AS w1,
    unnest(range(CAST(floor((x - dt) / ${r}) AS BIGINT), b + 1)) AS b FROM p WHERE x IS NOT NULL),
cut AS (SELECT b, greatest(t0, b * ${r}) - t0 AS s0, least(t1, (b + 1) * ${r}) - t0 AS s1, dt, e, w0, w1 FROM split),
pieces AS (SELECT b, whole AS e, dt::BIGINT AS dt FROM p WHERE x IS NULL
  UNION ALL SELECT b, CAST(${until('s1')} - ${until('s0')} AS HUGEINT), CAST(s1 - s0 AS BIGINT) FROM cut WHERE s1 > s0)
SELECT b, sum(e) AS e, sum(dt)::BIGINT AS dt FROM pieces GROUP BY b ORDER BY b`;
}

/** A number that SQL reads as DOUBLE: one with a point alone is a DECIMAL, whose products are slow and limited. */
function float(value: number): string {
  return value.toExponential();
}
