import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { StaleFile, StaleReport } from '../../verbs/check.js';
import type { Paint } from '../terminal.js';
import { paintedDiff } from './diff-text.js';
import { quoted } from './shell-words.js';
import { visible } from './visible.js';
import { staleWords as words } from './words.js';

/** More files of a folder than this, without a figure of their own, are counted and not listed. */
const maxListed = 3;

/** A file, or files of one folder, with what is wrong. */
interface Headline {
  readonly where: string;
  readonly what: string;
  /** The first of its files. */
  readonly first: StaleFile;
}

/** What of one manifest is out of date, a headline a file, and the command that updates it; with `isVerbose` every line that differs. */
export function staleText({ files, remedy, onlyFactors }: StaleReport, paint: Paint, isVerbose: boolean): string {
  const lines = isVerbose ? files.map((first) => ({ where: first.file, what: whatOf(first), first })) : headlines(files);
  return [
    ...lines.flatMap(({ where, what, first }) => [
      paint(visible(words.of(where, what)), 'bold'),
      ...(isVerbose && first.diff !== undefined ? [paintedDiff(first.diff.trimEnd(), paint)] : []),
    ]),
    ...(onlyFactors === undefined ? [] : [visible(words.onlyFactors(onlyFactors.before, onlyFactors.now))]),
    words.remedy(remedy.map(quoted).join(' ')),
  ].join('\n');
}

/** The headlines as findings, each at the first line that differs, with the command that updates the files. */
export function staleFindings(reports: readonly StaleReport[]): readonly Diagnostic[] {
  return reports.flatMap(({ files, remedy }) =>
    headlines(files).map(({ where, what, first }) => ({
      id: first.isMissing ? 'missing-file' : 'out-of-date',
      severity: 'error' as const,
      message: where === first.file ? what : words.of(where, what),
      file: first.file,
      line: first.isMissing ? undefined : firstLine(first.diff),
      note: words.remedy(remedy.map(quoted).join(' ')),
    })),
  );
}

/** One for each file; charts and the like together, one for each folder. */
function headlines(files: readonly StaleFile[]): readonly Headline[] {
  const alike = files.filter(({ before, after }) => before === undefined && after === undefined);
  const groups = [...new Set(alike.map(folderOf))].map((folder) => alike.filter((file) => folderOf(file) === folder));
  const counted = groups.filter((group) => group.length > maxListed);
  return files.flatMap((first) => {
    const group = counted.find((one) => one.includes(first));
    if (group === undefined) return [{ where: first.file, what: whatOf(first), first }];
    const areMissing = group.every(({ isMissing }) => isMissing);
    return group[0] === first ? [{ where: folderOf(first), what: words.several(group.length, areMissing), first }] : [];
  });
}

function folderOf({ file }: StaleFile): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** `50.5 t → 51.2 t CO₂e` */
function whatOf({ isMissing, isLeft, before, after, diff, metadata }: StaleFile): string {
  if (isMissing) return words.missing;
  if (isLeft === true) return words.left;
  if (after === undefined) return words.outOfDate;
  if (before === undefined) return words.withoutTotal(after);
  if (before !== after) return words.changed(before, after);
  const lines = changedLines(diff ?? '');
  return metadata === undefined ? words.sameTotal(after, lines) : words.metadata(metadata.before, metadata.after, Math.max(0, lines - 1));
}

/** Lines that would be written in the place of others, or beside them. */
function changedLines(diff: string): number {
  const count = (sign: string): number => diff.split('\n').filter((line) => line.startsWith(sign)).length;
  return Math.max(count('+'), count('-'));
}

/** The line of the file on disk that differs first: of `@@ -12,2 +12,3 @@`, 12. */
function firstLine(diff: string | undefined): number {
  return Math.max(1, Number(/^@@ -(\d+)/.exec(diff ?? '')?.[1] ?? 1));
}
