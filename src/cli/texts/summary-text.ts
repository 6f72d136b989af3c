import { percent, plain } from '../../units/format.js';
import type { Batch, BatchReport } from '../../verbs/render.js';
import type { Paint } from '../terminal.js';
import { quoted } from './shell-words.js';
import { visible } from './visible.js';
import { summaryWords as words } from './words.js';

/** Assumptions that are named; the others are counted. */
const maxAssumptions = 5;
/** With more reports than this, each has one line. */
const maxInFull = 3;

/** Folders of other reports that are named; the others are counted. */
const maxOthers = 10;

/** What a person wants to know of reports that were written. Of several, the quiet one has the counts alone. */
export function summaryText(
  { reports, refused, index, others = [] }: Pick<Batch, 'reports' | 'refused' | 'index' | 'others'>,
  paint: Paint,
  isQuiet: boolean,
): string {
  const isBatch = reports.length + refused.length > 1;
  if (isQuiet && isBatch) return countsText({ reports, refused });
  const isShort = isQuiet || reports.length > maxInFull;
  const texts = reports.map((report) => (isShort ? shortText(report) : fullText(report, paint)));
  const ending = [
    ...(isBatch ? [countsText({ reports, refused })] : []),
    ...(index === undefined ? [] : [words[index.state](index.folder, index.files)]),
    ...(index === undefined || others.length === 0 ? [] : [words.others(index.folder, someOf(others), refused.length > 0)]),
  ];
  return [...texts, ...(isQuiet || ending.length === 0 ? [] : [ending.join('\n')])].join(isShort ? '\n' : '\n\n');
}

/** The reports that a change brought, in short: the person has seen the rest. */
export function changeText(reports: readonly BatchReport[], isQuiet: boolean): string {
  const lines = reports.flatMap((report) => {
    const { folder, files, state } = report;
    return [shortText(report), ...(isQuiet || files.length === 0 ? [] : [visible(words[state](folder, byFolder(files)))])];
  });
  return lines.join('\n');
}

function someOf(names: readonly string[]): readonly string[] {
  const more = names.length - maxOthers;
  return more <= 0 ? names : [...names.slice(0, maxOthers), words.moreFolders(more)];
}

/** `3 written, 997 unchanged` */
function countsText({ reports, refused }: Pick<Batch, 'reports' | 'refused'>): string {
  const written = reports.filter(({ state }) => state === 'written').length;
  const [unchanged, missing] = [reports.length - written, refused.length];
  return [
    words.counts.written(written),
    ...(unchanged === 0 ? [] : [words.counts.unchanged(unchanged)]),
    ...(missing === 0 ? [] : [words.counts.refused(missing)]),
  ].join(', ');
}

function shortText({ folder, headline: { total, interval } }: BatchReport): string {
  return visible(words.short(folder, total, interval));
}

/** Total, interval, the largest parts, what was assumed, and where the files are. */
function fullText({ headline, folder, files, state }: BatchReport, paint: Paint): string {
  const { total, interval, largest, largestPhase, use, impacts } = headline;
  const lines = [
    interval,
    ...(largest.length === 0 ? [] : [words.largest(largest, largestPhase)]),
    ...(use === undefined ? [] : [words.use(use)]),
    ...(impacts === undefined ? [] : [words.impacts(impacts)]),
    ...assumedLines(headline),
    files.length === 0 ? words.noFile(folder) : words[state](folder, byFolder(files)),
  ];
  return [paint(visible(total), 'bold'), ...lines.map(visible)].join('\n');
}

function assumedLines({ assumed }: BatchReport['headline']): readonly string[] {
  if (assumed.length === 0) return [words.nothingAssumed];
  const named = assumed.slice(0, maxAssumptions);
  const shares = named.map(({ share }) => (share === undefined ? '' : plain(percent(share))));
  const widest = Math.max(...shares.map((share) => share.length));
  const margin = widest === 0 ? '  ' : `  ${' '.repeat(widest)}  `;
  const more = assumed.length - named.length;
  return [
    widest === 0 ? words.assumed : words.assumedShared,
    ...named.map(({ text }, n) => (widest === 0 ? `  ${text}` : `  ${(shares[n] ?? '').padStart(widest)}  ${text}`)),
    ...(more === 0 ? [] : [`${margin}${words.more(more)}`]),
  ];
}

/** `carbon.md, carbon.pdf, 9 files in charts/` */
function byFolder(files: readonly string[]): readonly string[] {
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
  return files.flatMap((file, n) => {
    const folder = folderOf(file);
    if (folder === '') return [file];
    const own = files.filter((other) => folderOf(other) === folder);
    if (own.length === 1) return [file];
    return files.findIndex((other) => folderOf(other) === folder) === n ? [words.filesIn(own.length, folder)] : [];
  });
}

/** The command that comes after a report. */
export function nextStep(manifest: string, card: string, defaultManifest: string): string {
  const named = manifest === defaultManifest ? [] : ['-m', manifest];
  return words.next(['carboncard', 'card', card, ...named].map(quoted).join(' '));
}

/** The command that writes every format of the manifests. */
export function fullCommand(manifests: readonly string[], defaultManifest: string): string {
  const named = manifests.length === 1 && manifests[0] === defaultManifest ? [] : manifests;
  return ['carboncard', 'render', ...named].map(quoted).join(' ');
}
