import type { z } from 'zod';
import { placeAt } from '../../diagnostics/json-places.js';
import type { Report } from '../../diagnostics/report.js';
import { type Measurement, measurementSchema, measurementVersion } from '../../measurement/measurement.js';
import { fatal, type LogReport } from '../log-report.js';
import { own } from '../texts/json-text.js';
import { messages } from './messages.js';

export type JsonPath = readonly (string | number)[];

/** Reports what is wrong with the value at a path. */
export type ReportAt = (path: JsonPath) => Report;

/** Reports with the line of the value that a path leads to, or of the nearest value around it. */
export function reportsAt(text: string, log: LogReport): ReportAt {
  return (path) => {
    let place = placeAt(text, path);
    for (let length = path.length - 1; place === undefined && length >= 0; length -= 1) place = placeAt(text, path.slice(0, length));
    return log.at(lineAt(text, place?.start ?? 0));
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** `devices[0].energy.value` */
export function pathText(path: JsonPath): string {
  return path.map((part, n) => (typeof part === 'number' ? `[${part}]` : n === 0 ? part : `.${part}`)).join('');
}

/**
 * The value as a measurement; `undefined` where it has another shape, which is reported.
 *
 * @throws {InputError} Where the file is of another version, whose keys may mean something else.
 */
export function shapeOf(value: unknown, at: ReportAt): Measurement | undefined {
  const version = own(value, 'schemaVersion');
  if (typeof version === 'string' && version !== measurementVersion) throw fatal(messages.version(JSON.stringify(version.slice(0, 20))));
  const parsed = measurementSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const found = valueAt(value, path);
    at(path)(messages.shape(pathText(path), faultOf(issue, found), expectedOf(issue)));
  }
  return undefined;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof key === 'number' ? (Array.isArray(part) ? (part[key] as unknown) : undefined) : own(part, key)),
    value,
  );
}

type Issue = z.core.$ZodIssue;

function faultOf(issue: Issue, found: unknown): string {
  if (issue.code === 'unrecognized_keys') return `Unknown key ${issue.keys.map((key) => JSON.stringify(key.slice(0, 40))).join(', ')}`;
  return found === undefined ? 'Missing value' : 'Invalid value';
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'the keys that `carboncard collect` writes';
    case 'invalid_type':
      return `a value of type ${issue.expected}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entry' : ''}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'the form that `carboncard collect` writes, such as `2022-03-11T12:00:00Z` for a time';
    default:
      return 'the value that `carboncard collect` writes';
  }
}
