import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type RenderedReport, renderManifests } from '../../verbs/render.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import type { Paint } from '../terminal.js';
import { visible, visibleJson } from '../texts/visible.js';

export interface RenderOptions {
  readonly out: string;
  readonly format?: readonly string[] | undefined;
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
    onProgress: terminal.progress,
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
  });
  if (options.json === true) {
    terminal.result(visibleJson({ reports: reports.map(forMachines) }));
    return;
  }
  await context.report(reports.flatMap(warnings));
  terminal.result(reports.map((report) => summaryLines(report, terminal.paintResult)).join('\n\n'));
}

function warnings({ manifest, diagnostics }: RenderedReport): readonly Diagnostic[] {
  return diagnostics.filter((d) => d.severity === 'warning').map((d) => ({ file: manifest, ...d }));
}

function forMachines({ manifest, slug, folder, files, assessment, diagnostics }: RenderedReport): object {
  return { manifest, slug, folder, files, totals: assessment.totals, diagnostics };
}

/** Total, interval, the two largest lines, further impacts, what was assumed, where the files are. */
function summaryLines({ headline, folder, files }: RenderedReport, paint: Paint): string {
  const { total, interval, largest, impacts, assumed } = headline;
  const written = `${folder} (${files.join(', ')})`;
  return [
    paint(visible(total), 'bold'),
    visible(interval),
    `Largest: ${visible(largest.slice(0, 2).join('; '))}`,
    ...(impacts === undefined ? [] : [`Further impacts: ${visible(impacts)}`]),
    `Assumed: ${visible(assumed)}`,
    `Written: ${visible(written)}`,
  ].join('\n');
}
