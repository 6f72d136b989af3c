import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { defaultManifest } from '../../io/default-paths.js';
import { isThere, openFile, placeOf } from '../../io/files.js';
import { type BatchReport, type Progress, type Refused, renderBatch, renderIndex, type Shard } from '../../verbs/render.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import { messages } from '../messages.js';
import { manifestsArgument } from '../options.js';
import { doneLine, progressText } from '../texts/progress-text.js';
import { nextStep, summaryText } from '../texts/summary-text.js';
import { visibleJson } from '../texts/visible.js';
import { summaryWords } from '../texts/words.js';

export interface RenderOptions {
  readonly out: string;
  readonly format?: readonly string[] | undefined;
  readonly jobs?: number | undefined;
  readonly shard?: Shard | undefined;
  readonly index?: true | undefined;
  readonly force?: true | undefined;
  readonly open?: true | undefined;
  readonly quiet?: true | undefined;
  readonly json?: true | undefined;
  readonly full?: true | undefined;
  readonly templates?: string | undefined;
}

/** Writes the reports of manifests, and sums up each in a few lines. */
export async function render(manifests: readonly string[], options: RenderOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  const isIndexOnly = options.index === true;
  if (isIndexOnly && manifests !== manifestsArgument.default) throw new InputError([messages.indexOfManifests()]);
  const batch = isIndexOnly
    ? await renderIndex({ outDir: options.out, templates: options.templates })
    : await renderBatch(manifests, {
        outDir: options.out,
        formats: chosenFormats(options.format),
        full: options.full,
        templates: options.templates,
        jobs: options.jobs,
        shard: options.shard,
        force: options.force,
        onProgress: (progress) => showProgress(progress, terminal, options.json === true),
        sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
      });
  const { reports, refused, diagnostics } = batch;
  const [only] = refused;
  // One manifest is all or nothing.
  if (only !== undefined && refused.length + reports.length === 1) throw only.error;
  const faults = await faultsOf(refused, context);
  if (options.json === true) {
    terminal.result(
      visibleJson({
        reports: reports.map(forMachines),
        index: batch.index,
        others: batch.others,
        diagnostics: [...diagnostics, ...faults],
      }),
    );
    return;
  }
  await context.report([...diagnostics, ...reports.flatMap(warnings)]);
  const { shard } = options;
  if (shard !== undefined && reports.length + refused.length === 0) terminal.result(summaryWords.emptyShard(shard.nth, shard.of));
  const summary = summaryText(batch, terminal.paintResult, options.quiet === true);
  if (summary !== '') terminal.result(summary);
  await context.report(faults);
  const [report, ...others] = reports;
  const card = report === undefined || others.length > 0 ? undefined : await cardOf(report.manifest);
  if (report !== undefined && card !== undefined) terminal.talk(nextStep(report.manifest, card, defaultManifest));
  if (options.open === true) await open(reports, context);
}

/** On a terminal one line that changes; elsewhere a line for each manifest of several. */
function showProgress(progress: Progress, terminal: Context['terminal'], isForMachines: boolean): void {
  terminal.progress(progressText(progress));
  const line = terminal.showsProgress || isForMachines ? undefined : doneLine(progress);
  if (line !== undefined) terminal.talk(line);
}

/** What is wrong with the manifests that have no report; the exit code is that of the gravest. */
async function faultsOf(refused: readonly Refused[], context: Context): Promise<readonly Diagnostic[]> {
  const outcomes = [];
  for (const { error } of refused) outcomes.push(await context.outcomeOf(error));
  if (outcomes.length > 0) context.end(Math.max(...outcomes.map(({ code }) => code)) as ExitCode);
  return outcomes.flatMap((outcome) => outcome.diagnostics);
}

/**
 * The card that the section of a manifest is for: the README.md beside it. In another folder it has to be there; a README.md of
 * this folder may be of something else. Of several manifests there is none, since a card has the section of one.
 */
async function cardOf(manifest: string): Promise<string | undefined> {
  const { folder } = placeOf(manifest);
  if (folder === '.') return 'README.md';
  const card = `${folder}/README.md`;
  return (await isThere(card)) ? card : undefined;
}

/** Opens the first report, for a person who is there. */
async function open([report]: readonly BatchReport[], context: Context): Promise<void> {
  const name = ['carbon.pdf', 'report.md', 'carbon.md'].find((file) => report?.files.includes(file));
  if (report === undefined || name === undefined) return;
  const file = `${report.folder}/${name}`;
  if (!context.terminal.isInteractive) await context.report([messages.notOpened(file, 'no-terminal')]);
  else if (!(await openFile(file, { env: context.env }))) await context.report([messages.notOpened(file, 'no-program')]);
}

function warnings({ manifest, diagnostics }: BatchReport): readonly Diagnostic[] {
  return diagnostics.filter((d) => d.severity === 'warning').map((d) => ({ file: manifest, ...d }));
}

function forMachines({ manifest, slug, folder, files, totals, diagnostics, state }: BatchReport): object {
  return { manifest, slug, folder, state, files, totals, diagnostics };
}
