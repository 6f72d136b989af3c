import type { Message } from '../../../diagnostics/message.js';
import { findCountry } from '../../../factors/grid/index.js';
import type { Selection } from '../../../manifest/schema/from.js';
import type { FoundRun } from '../../../trackers/tracker.js';
import { messages } from '../messages.js';

/** Which runs of its logs a phase takes. */
export interface LogSelection {
  readonly takes: (found: FoundRun) => boolean;
  /** Why no run was selected. */
  readonly fault: () => Message;
}

/** Names that are kept for the error where no run is taken. */
const maxNames = 100;

/** The runs that `project`, `run`, `country`, `since` and `until` of a `from` select. */
export function createSelection({ project, run, country, since, until }: Selection): LogSelection {
  const seen = { project: new Set<string>(), country: new Set<string>() };
  const keep = (names: Set<string>, name: string): void => void (names.size < maxNames && names.add(name));
  const [projects, ids] = [listOf(project), listOf(run)];
  return {
    takes: ({ run: record, id }) => {
      // The measurements of one task have its project in common, and differ in their method.
      const names = [record.project, record.alternative].filter((name) => name !== undefined);
      for (const name of names) keep(seen.project, name);
      const place = record.place.country;
      if (place !== undefined) keep(seen.country, place);
      if (projects !== undefined && !names.some((name) => projects.includes(name))) return false;
      if (ids !== undefined && (id === undefined || !ids.includes(id))) return false;
      if (country !== undefined && (place === undefined || codeOf(place) !== codeOf(country))) return false;
      return isWithin((record.started ?? record.ended ?? record.dated)?.slice(0, 10), since, until);
    },
    fault: () => {
      if (projects !== undefined && !projects.some((name) => seen.project.has(name)))
        return messages.noRunSelected(`of project ${projects.join(' or ')}`, [...seen.project]);
      if (country !== undefined && ![...seen.country].some((found) => codeOf(found) === codeOf(country)))
        return messages.noRunSelected(`in ${country}`, [...seen.country]);
      if (ids !== undefined) return messages.noRunSelected('with these ids', []);
      return messages.noRunSelected('within these dates, or meets all conditions', []);
    },
  };
}

function listOf(words: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof words === 'string' ? [words] : words;
}

function codeOf(country: string): string {
  return findCountry(country).found?.code ?? country.toLowerCase();
}

/** Whether a day, `2023-11-09`, is in a range that may be open; a run without a day is in an open one alone. */
function isWithin(day: string | undefined, since: string | undefined, until: string | undefined): boolean {
  if (since !== undefined && (day === undefined || day < since)) return false;
  return until === undefined || (day !== undefined && day <= until);
}
