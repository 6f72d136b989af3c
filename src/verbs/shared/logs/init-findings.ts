import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Message } from '../../../diagnostics/message.js';
import type { OddLine } from '../../../init/odd-lines.js';
import { fieldsOf } from '../../../runs/fields.js';
import type { Group } from '../../../runs/groups.js';
import { impliedPowerFinding } from '../../../runs/implied-power.js';
import { overlapMessage, messages as runMessages } from '../../../runs/messages.js';
import type { EndedOverlaps } from '../../../runs/overlaps.js';
import { messages } from '../messages.js';
import { known } from './read-runs.js';

/** What was found of the runs of all logs together. */
export interface GroupFinding {
  readonly diagnostic: Diagnostic;
  /** The groups whose drafts do not say it by themselves. */
  readonly groups: readonly Group[];
}

/**
 * What is odd about the runs of all logs together, each with the first log that it is about.
 *
 * @param files Paths of the logs by their names.
 */
export function findingsOf(
  groups: readonly Group[],
  { overlaps, apart, tooMany }: EndedOverlaps,
  files: ReadonlyMap<string, string>,
): readonly GroupFinding[] {
  const fileOf = ([log]: readonly string[]): string | undefined => (log === undefined ? undefined : files.get(log));
  const order = new Map([...files.keys()].map((log, at) => [log, at]));
  const placeIn = (log: string): number => order.get(log) ?? Infinity;
  const firstOf = (logs: Iterable<string>): string | undefined =>
    fileOf([...logs].reduce<string[]>(([first], log) => [first === undefined || placeIn(log) < placeIn(first) ? log : first], []));
  const countries = [...new Set(groups.flatMap(({ sums }) => sums.kinds('place').flatMap(({ place }) => place.country ?? [])))];
  const several = countries.length > 1 ? [messages.severalCountries(countries)] : [];
  const ofGroups = groups.flatMap(({ sums, logs }) => {
    const file = firstOf(logs.keys());
    return ofGroup(sums).map((finding) => ({ diagnostic: { ...finding, file }, groups: [] }));
  });
  const whole: readonly Message[] = [...several, ...(tooMany === undefined ? [] : [tooMany])];
  const file = firstOf(groups.flatMap(({ logs }) => [...logs.keys()]));
  return [
    ...ofGroups,
    ...whole.map((message) => ({ diagnostic: { ...message, file }, groups: groups.slice(0, 1) })),
    ...overlaps.map((overlap) => ({
      diagnostic: {
        ...overlapMessage(overlap),
        // The lines are those of the first log.
        file: fileOf([...overlap.logs.keys()]),
        line: overlap.lines[1] ?? overlap.lines[0],
        column: 1,
      },
      // A question is in the draft with its answers.
      groups: overlap.kind === 'overlap' ? [] : groups.filter((group) => overlap.phases.includes(group)),
    })),
    ...apart.map((one) => ({
      diagnostic: { ...runMessages.readApart(one), file: fileOf([...one.processors.keys()]), line: one.line, column: 1 },
      groups: groups.filter((group) => one.phases[0].includes(group)),
    })),
  ];
}

/** What is odd about the runs of a group, which its draft says too. */
function ofGroup(sums: Group['sums']): readonly Message[] {
  const fields = fieldsOf(sums, '', known);
  const implied = impliedPowerFinding(sums, fields, known);
  // An unknown device is asked for in the draft.
  return [...fields.diagnostics.filter(({ id }) => id !== 'unknown-device'), ...(implied === undefined ? [] : [implied])];
}

/** What is odd about the power of a group is odd about one of its runs, and reported of that. */
export function withFindings(ofLogs: readonly Diagnostic[], findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ id, file }: Diagnostic): string => JSON.stringify([id, file]);
  const reported = new Set(ofLogs.map(keyOf));
  // What is not counted comes first.
  return [...findings.filter((finding) => finding.line !== undefined || !reported.has(keyOf(finding))), ...ofLogs];
}

/**
 * What is odd about each log, for the first group with runs around its line; for one about the log as a whole the first of its groups.
 * What was found of several logs is for each of its groups.
 */
export function oddOf(
  logs: readonly { readonly log: string; readonly diagnostics: readonly Diagnostic[] }[],
  groups: readonly Group[],
  findings: readonly GroupFinding[],
): (group: Group) => readonly OddLine[] {
  const found = new Map<Group, OddLine[]>(groups.map((group) => [group, []]));
  const byLog = new Map<string, Group[]>();
  for (const group of groups)
    for (const log of group.logs.keys()) {
      const own = byLog.get(log);
      if (own === undefined) byLog.set(log, [group]);
      else own.push(group);
    }
  for (const { log, diagnostics } of logs) {
    const own = byLog.get(log) ?? [];
    for (const diagnostic of diagnostics) {
      const { line } = diagnostic;
      const around = own.find(({ logs: lines }) => {
        const [first, last] = lines.get(log) ?? [Infinity, 0];
        return line !== undefined && line >= first && line <= last;
      });
      const owner = around ?? own[0];
      if (owner !== undefined) found.get(owner)?.push({ log, diagnostic });
    }
  }
  for (const { diagnostic, groups: owners } of findings) for (const owner of owners) found.get(owner)?.push({ diagnostic });
  return (group) => found.get(group) ?? [];
}
