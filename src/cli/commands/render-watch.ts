import { InputError } from '../../diagnostics/diagnostic.js';
import { defaultManifest } from '../../io/default-paths.js';
import { type Look, watchReports } from '../../verbs/watch.js';
import { faultsOf, openReport, showProgress, warningsOf } from '../batch-talk.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import type { RenderOptions } from '../render-options.js';
import { changeText, fullCommand, summaryText } from '../texts/summary-text.js';
import { summaryWords as words } from '../texts/words.js';

/** Options of which a person means something else: a part for a build server, a result for a program, the index alone. */
const others = ['shard', 'json', 'index'] as const;

/** `render --watch`: writes the reports again after each change, until the person ends it. */
export async function renderWatch(manifests: readonly string[], options: RenderOptions, context: Context): Promise<void> {
  const faults = others.filter((name) => options[name] !== undefined).map((name) => messages.notTogether('--watch', `--${name}`));
  if (faults.length > 0) throw new InputError(faults);
  const { terminal, env } = context;
  const formats = chosenFormats(options.format);
  const isQuiet = options.quiet === true;
  let isFirst = true;
  const show = async ({ reports, refused, diagnostics, error }: Look): Promise<void> => {
    terminal.progress('');
    if (!isFirst && reports.length + refused.length + diagnostics.length === 0 && error === undefined) return;
    await context.report([...diagnostics, ...reports.flatMap(warningsOf)]);
    const text = isFirst ? summaryText({ reports, refused }, terminal.paintResult, isQuiet) : changeText(reports, isQuiet);
    if (text !== '') terminal.result(text);
    await context.report(await faultsOf(refused, context));
    if (error !== undefined) await context.report((await context.outcomeOf(error)).diagnostics);
    if (!isFirst) return;
    isFirst = false;
    terminal.talk(words.watching(formats === undefined ? fullCommand(manifests, defaultManifest) : undefined));
    if (options.open === true) await openReport(reports, context);
  };
  await watchReports(manifests, {
    outDir: options.out,
    formats,
    full: options.full,
    whatIf: options.whatIf,
    templates: options.templates,
    onProgress: (progress) => showProgress(progress, terminal, false),
    onLook: show,
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
  });
}
