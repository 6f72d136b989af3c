import { InvalidArgumentError } from 'commander';
import { defaultManifest } from '../io/default-paths.js';
import { defaultOutputIds, outputIds, outputTexts } from '../outputs/ids.js';
import type { OptionDeclaration } from './command-words.js';

/** A value that may not be empty. */
export function notEmpty(value: string): string {
  if (value === '') throw new InvalidArgumentError('The value is empty.');
  return value;
}

/** Above it no machine gains, and memory is gone. */
const maxJobs = 64;

/** How many at the same time. */
export function jobsOption(value: string): number {
  const jobs = Number(value);
  if (!/^\d+$/.test(value) || jobs < 1 || jobs > maxJobs) throw new InvalidArgumentError(`Expected: a whole number from 1 to ${maxJobs}.`);
  return jobs;
}

/** A part of a batch, `3/10`. */
export function shardOption(value: string): { readonly nth: number; readonly of: number } {
  const [, nth, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (nth === undefined || of === undefined || nth < 1 || nth > of)
    throw new InvalidArgumentError('Expected: a part and how many there are, counted from 1, such as 3/10.');
  return { nth, of };
}

/** An option that may be given several times. */
export function collected(value: string, before: unknown): readonly unknown[] {
  return [...(Array.isArray(before) ? (before as readonly unknown[]) : []), value];
}

export const manifestsArgument = {
  name: '[manifest...]',
  description: "manifests, YAML or JSON; or patterns, such as 'models/**/carboncard.yaml'",
  default: [defaultManifest],
  takes: 'files',
} as const;

/** Options that several commands share, each written once. */
export const sharedOptions = {
  json: { flags: '--json', description: 'print the result, or what is wrong, as JSON' },
  quiet: { flags: '--quiet', description: 'print errors and the result in short, and nothing else' },
  manifest: {
    flags: '-m, --manifest <file>',
    description: 'manifest, YAML or JSON',
    parse: notEmpty,
    default: defaultManifest,
    takes: 'files',
  },
  formats: {
    flags: '--format <list>',
    description: `formats, such as ${outputIds.slice(0, 2).join(',')} (default: those of the manifest, else ${defaultOutputIds.join(',')})`,
    parse: collected,
    takes: outputIds,
    isList: true,
  },
  templates: {
    flags: '--templates <dir>',
    description: 'folder of templates that replace the bundled ones',
    parse: notEmpty,
    takes: 'folders',
  },
  whatIf: {
    flags: '--what-if',
    description: 'what the same runs would have emitted elsewhere: all regions of their cloud, or `what_if` of the manifest',
  },
  summary: {
    flags: '--summary <file>',
    description: 'add a summary in Markdown to the end of a file, such as "$GITHUB_STEP_SUMMARY"',
    parse: notEmpty,
    takes: 'files',
  },
  codequality: {
    flags: '--codequality <file>',
    description: 'write the findings into a file as a code quality report for GitLab',
    parse: notEmpty,
    takes: 'files',
  },
  full: { flags: '--full', description: 'put the whole report into the section, folded' },
} as const satisfies Readonly<Record<string, OptionDeclaration>>;

/** The formats with the files that they write, a line each. */
export function formatLines(): string {
  const widest = Math.max(...outputIds.map((id) => id.length));
  return outputIds.map((id) => `  ${id.padEnd(widest)}  ${outputTexts[id].files}: ${outputTexts[id].description}`).join('\n');
}

/** The files of the default formats, as a sentence lists them. */
export const defaultFiles = defaultOutputIds.map((id) => outputTexts[id].files).join(', ');
