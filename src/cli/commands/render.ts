import { InputError } from '../../diagnostics/diagnostic.js';
import { defaultManifest } from '../../io/default-paths.js';
import { isThere, placeOf } from '../../io/files.js';
import { type BatchReport, renderBatch, renderIndex } from '../../verbs/render.js';
import { faultsOf, openReport, showProgress, warningsOf } from '../batch-talk.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { manifestsArgument } from '../options.js';
import type { RenderOptions } from '../render-options.js';
import { nextStep, summaryText } from '../texts/summary-text.js';
import { visibleJson } from '../texts/visible.js';
import { summaryWords } from '../texts/words.js';

/** Writes the reports of manifests, and sums up each in a few lines. */
export async function render(manifests: readonly string[], options: RenderOptions, context: Context): Promise<void> {
  if (options.watch === true) {
    const { renderWatch } = await import('./render-watch.js');
    return renderWatch(manifests, options, context);
  }
  const { terminal, env } = context;
  const isIndexOnly = options.index === true;
  if (isIndexOnly && manifests !== manifestsArgument.default) throw new InputError([messages.indexOfManifests()]);
  const batch = isIndexOnly
    ? await renderIndex({ outDir: options.out, templates: options.templates })
    : await renderBatch(manifests, {
        outDir: options.out,
        formats: chosenFormats(options.format),
        full: options.full,
        whatIf: options.whatIf,
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
  await context.report([...diagnostics, ...reports.flatMap(warningsOf)]);
  const { shard } = options;
  if (shard !== undefined && reports.length + refused.length === 0) terminal.result(summaryWords.emptyShard(shard.nth, shard.of));
  const summary = summaryText(batch, terminal.paintResult, options.quiet === true);
  if (summary !== '') terminal.result(summary);
  await context.report(faults);
  const [report, ...others] = reports;
  const card = report === undefined || others.length > 0 ? undefined : await cardOf(report.manifest);
  if (report !== undefined && card !== undefined) terminal.talk(nextStep(report.manifest, card, defaultManifest));
  if (options.open === true) await openReport(reports, context);
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

function forMachines({ manifest, slug, folder, files, totals, diagnostics, state }: BatchReport): object {
  return { manifest, slug, folder, state, files, totals, diagnostics };
}
