import type { LoggedPhase } from '../manifest/logged.js';
import type { Group } from '../runs/groups.js';
import { messages } from '../runs/messages.js';
import type { Overlap } from '../runs/overlap-readings.js';
import type { Answers } from './questions.js';
import { comment, type DraftLine, decimal, question } from './yaml-text.js';

/** Runs of a phase that overlap in time, which a person has to judge. */
export interface OverlapQuestion {
  readonly overlaps: readonly Overlap[];
  /** The `from` that reads the runs of the phase and no others; `undefined` where there is none. */
  readonly from: string | undefined;
  /** Logs that another tool made at the same time, and that have as much of the machine or more. */
  readonly whole: string | undefined;
}

/**
 * Both readings, and the question. A phase that reads its logs counts as the answer says; in one that has values, they are for the
 * person to change.
 */
export function overlapLines(
  { overlaps, from, whole }: OverlapQuestion,
  { energy }: LoggedPhase,
  { machine }: Answers,
): readonly DraftLine[] {
  const readings = overlaps.map((overlap) => `    # ${comment(messages.overlap(overlap).message)}`);
  if (from !== undefined && machine !== undefined) return [`    from: ${from}`, `    same_machine: ${machine === 'one'}`];
  if (from !== undefined)
    return [
      ...readings,
      `    from: ${from}`,
      question('    # same_machine: true', 'did they run on one machine: true counts it once, false adds the runs'),
    ];
  const own = overlaps.filter(({ phases }) => phases.length === 1);
  const surplus = own.reduce((sum, { added, once }) => sum + added - once, 0);
  return [
    ...readings,
    ...(own.length === 0 || energy === undefined
      ? []
      : [question(`    # energy: ${decimal(energy.value - surplus)} kWh`, 'in place of the energy below: did they run on one machine')]),
    ...(whole === undefined ? [] : [question('    # This phase', `was it on the machine of ${comment(whole)}: then remove it`)]),
  ];
}

/** Logs that a comment and a citation name. */
const maxLogs = 4;

/** `a.csv, line 2; b.csv, lines 2 to 5` */
export function whereText({ logs }: Group): string {
  const all = [...logs].map(([log, [first, last]]) => `${log}, ${first === last ? `line ${first}` : `lines ${first} to ${last}`}`);
  return all.length > maxLogs + 1 ? `${all.slice(0, maxLogs).join('; ')}; and ${all.length - maxLogs} more logs` : all.join('; ');
}
