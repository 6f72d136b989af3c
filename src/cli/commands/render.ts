import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { defaultManifest } from '../../io/default-paths.js';
import { openFile } from '../../io/files.js';
import { type RenderedReport, renderManifests } from '../../verbs/render.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { progressText } from '../texts/progress-text.js';
import { nextStep, summaryText } from '../texts/summary-text.js';
import { visibleJson } from '../texts/visible.js';

export interface RenderOptions {
  readonly out: string;
  readonly format?: readonly string[] | undefined;
  readonly open?: true | undefined;
  readonly quiet?: true | undefined;
  readonly json?: true | undefined;
  readonly full?: true | undefined;
  readonly templates?: string | undefined;
}

/** Writes the reports of manifests, and sums up each in a few lines. */
export async function render(manifests: readonly string[], options: RenderOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  const { reports } = await renderManifests(manifests, {
    outDir: options.out,
    formats: chosenFormats(options.format),
    full: options.full,
    templates: options.templates,
    onProgress: (progress) => terminal.progress(progressText(progress)),
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
  });
  if (options.json === true) {
    terminal.result(visibleJson({ reports: reports.map(forMachines) }));
    return;
  }
  await context.report(reports.flatMap(warnings));
  terminal.result(summaryText(reports, terminal.paintResult, options.quiet === true));
  const next = nextStep(reports, defaultManifest);
  if (next !== undefined) terminal.talk(next);
  if (options.open === true) await open(reports, context);
}

/** Opens the first report, for a person who is there. */
async function open([report]: readonly RenderedReport[], context: Context): Promise<void> {
  const name = ['carbon.pdf', 'report.md', 'carbon.md'].find((file) => report?.files.includes(file));
  if (report === undefined || name === undefined) return;
  const file = `${report.folder}/${name}`;
  if (!context.terminal.isInteractive) await context.report([messages.notOpened(file, 'no-terminal')]);
  else if (!(await openFile(file, { env: context.env }))) await context.report([messages.notOpened(file, 'no-program')]);
}

function warnings({ manifest, diagnostics }: RenderedReport): readonly Diagnostic[] {
  return diagnostics.filter((d) => d.severity === 'warning').map((d) => ({ file: manifest, ...d }));
}

function forMachines({ manifest, slug, folder, files, assessment, diagnostics }: RenderedReport): object {
  return { manifest, slug, folder, files, totals: assessment.totals, diagnostics };
}
