import { checkReports, type StaleFile, type StaleReport } from '../../verbs/check.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import type { Paint } from '../terminal.js';
import { paintedDiff, shortened } from '../texts/diff-text.js';
import { visible, visibleJson } from '../texts/visible.js';

export interface CheckOptions {
  readonly out?: string | undefined;
  readonly card?: string | undefined;
  readonly format?: readonly string[] | undefined;
  readonly full?: true | undefined;
  readonly templates?: string | undefined;
  readonly json?: true | undefined;
}

/** Lines of a diff that are shown of one file. */
const diffLines = 12;

/** Reports which files on disk are not what would be written, with the command that updates them, and what `init` left open. */
export async function check(manifests: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  const { stale, unfinished, diagnostics } = await checkReports(manifests, {
    outDir: options.out,
    isOutDirGiven: options.out !== undefined,
    formats: chosenFormats(options.format),
    full: options.full,
    templates: options.templates,
    card: options.card,
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
  });
  if (stale.length + unfinished.length > 0) context.end(exitCodes.notSo);
  if (options.json === true) {
    terminal.result(visibleJson({ upToDate: stale.length === 0, stale, unfinished, diagnostics }));
    return;
  }
  await context.report([...unfinished, ...diagnostics]);
  terminal.result(
    stale.length === 0 ? upToDate(unfinished.length > 0) : stale.map((report) => staleText(report, terminal.paintResult)).join('\n\n'),
  );
}

function upToDate(isUnfinished: boolean): string {
  return isUnfinished ? 'Up to date, but the manifest is unfinished' : 'Up to date';
}

function staleText({ files, remedy, onlyFactors }: StaleReport, paint: Paint): string {
  return [
    ...files.map((file) => fileText(file, paint)),
    ...(onlyFactors === undefined
      ? []
      : [
          `Only the factors changed: the report uses edition ${visible(onlyFactors.before)} of the tables, this version edition ${visible(onlyFactors.now)}.`,
        ]),
    `To update: ${remedy.map(quoted).join(' ')}`,
  ].join('\n');
}

function fileText({ file, isMissing, diff }: StaleFile, paint: Paint): string {
  const heading = paint(`${visible(file)}: ${isMissing ? 'missing' : 'out of date'}`, 'bold');
  return diff === undefined ? heading : `${heading}\n${paintedDiff(shortened(diff, diffLines), paint)}`;
}

/** A word of a command line, in quotes where a shell would split it. */
function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${visible(word).replaceAll("'", "'\\''")}'`;
}
