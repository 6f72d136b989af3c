import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { checkReports, type SummedModel } from '../../verbs/check.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { type FindingsOptions, picturesOf, writeFindings } from '../findings-files.js';
import { annotations } from '../texts/findings/annotations.js';
import { hubText } from '../texts/hub-text.js';
import { progressText } from '../texts/progress-text.js';
import { staleFindings, staleText } from '../texts/stale-text.js';
import { visible, visibleJson } from '../texts/visible.js';
import { staleWords } from '../texts/words.js';

export interface CheckOptions extends FindingsOptions {
  readonly out?: string | undefined;
  readonly card?: string | undefined;
  readonly format?: readonly string[] | undefined;
  readonly full?: true | undefined;
  readonly whatIf?: true | undefined;
  readonly templates?: string | undefined;
  readonly verbose?: true | undefined;
  readonly quiet?: true | undefined;
  readonly json?: true | undefined;
}

/** Reports which files on disk are not what would be written, with the command that updates them, and what `init` left open. */
export async function check(manifests: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  const isOnActions = env['GITHUB_ACTIONS'] === 'true';
  const checked = await checkReports(manifests, {
    outDir: options.out,
    isOutDirGiven: options.out !== undefined,
    formats: chosenFormats(options.format),
    full: options.full,
    whatIf: options.whatIf,
    templates: options.templates,
    card: options.card,
    isSummed: options.summary !== undefined,
    onProgress: (progress) => terminal.progress(progressText(progress)),
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
  }).catch(async (error: unknown) => {
    // What is wrong with a manifest too; the caller prints it again, with its line and a caret.
    if (!(error instanceof InputError)) throw error;
    if (isOnActions && options.json !== true) terminal.command(annotations(error.diagnostics));
    await writeFindings(options, error.diagnostics, () => summaryOf([], error.diagnostics, false, context));
    throw error;
  });
  const { stale, unfinished, diagnostics, hub, rejected } = checked;
  const findings = [...unfinished, ...rejected, ...diagnostics];
  const isRight = stale.length + unfinished.length + rejected.filter(({ severity }) => severity === 'error').length === 0;
  if (!isRight) context.end(exitCodes.notSo);
  const all = [...staleFindings(stale), ...findings];
  await writeFindings(options, all, () => summaryOf(checked.models ?? [], all, isRight, context));
  if (options.json === true) {
    terminal.result(visibleJson({ upToDate: stale.length === 0, stale, unfinished, hub, rejected, diagnostics }));
    return;
  }
  // As the audits do: beside the lines of a pull request.
  if (isOnActions) {
    const text = annotations(all);
    if (text !== '') terminal.command(text);
  } else await context.report(findings);
  if (stale.length > 0)
    terminal.result(stale.map((report) => staleText(report, terminal.paintResult, options.verbose === true)).join('\n\n'));
  else if (options.quiet !== true)
    terminal.result(staleWords.upToDate(unfinished.length > 0, (hub?.rejects ?? []).map(visible), visible(options.card ?? '')));
  if (hub !== undefined && options.quiet !== true) terminal.talk(hubText(options.card ?? '', hub));
  if (options.verbose !== true && stale.some(({ files }) => files.some(({ diff }) => diff !== undefined)))
    terminal.talk(staleWords.verbose);
}

async function summaryOf(
  models: readonly SummedModel[],
  findings: readonly Diagnostic[],
  isRight: boolean,
  { env }: Context,
): Promise<string> {
  const { checkSummary } = await import('../../verbs/shared/job-summary/document.js');
  return checkSummary(models, findings, isRight, { pictures: await picturesOf(env) });
}
