import type { Assessment } from '../../assessment/assessment.js';
import { isThere } from '../../io/files.js';
import { type OutputId, outputTexts } from '../../outputs/ids.js';
import type { OutputFiles } from '../../outputs/output.js';
import type { RenderContext } from '../../render/context.js';
import type { ResolvedManifest } from '../../resolve/resolve.js';
import type { WhatIf } from '../../what-if/what-if.js';

export interface WhatIfChoice {
  /** Whether alternatives are calculated where the manifest asks for none. */
  readonly whatIf?: boolean | undefined;
}

const page = 'what-if.md';
const data = 'what-if.json';
const chart = `${outputTexts.charts.files}what-if`;
const images = [`${chart}.svg`, `${chart}.png`, `${chart}.vl.json`] as const;

/**
 * The alternatives that the manifest or the person asks for. What calculates them is loaded only then.
 *
 * @throws {InputError} Where nothing says what to compare with.
 */
export async function whatIfOf(
  resolved: ResolvedManifest,
  assessment: Assessment,
  { whatIf: isAsked }: WhatIfChoice,
): Promise<WhatIf | undefined> {
  if (resolved.manifest.whatIf === undefined && isAsked !== true) return undefined;
  const { whatIf } = await import('../../what-if/assess-what-if.js');
  return whatIf(resolved, assessment);
}

/** Files of alternatives, of the formats that are rendered now. The page shows the chart where that is written too. */
export async function whatIfFiles(
  whatIf: WhatIf,
  rendered: readonly OutputId[],
  formats: readonly OutputId[],
  context: RenderContext,
): Promise<OutputFiles> {
  const files = new Map<string, Uint8Array | string>();
  if (rendered.includes('json')) files.set(data, `${JSON.stringify(whatIf, undefined, 2)}\n`);
  if (!rendered.includes('md') && !rendered.includes('charts')) return files;
  const { whatIfChart } = await import('../../overview/what-if/chart.js');
  const content = formats.includes('charts') ? whatIfChart(whatIf) : undefined;
  if (rendered.includes('md')) {
    const { whatIfMarkdown } = await import('../../overview/what-if/markdown.js');
    files.set(page, whatIfMarkdown(whatIf, content && { file: images[1], alt: content.alt }));
  }
  if (content === undefined || !rendered.includes('charts')) return files;
  const { chartImages } = await import('../../render/chart-images.js');
  const { svg, png } = await chartImages(content, context);
  return files
    .set(images[0], svg)
    .set(images[1], png)
    .set(images[2], `${JSON.stringify(content.spec, undefined, 2)}\n`);
}

/** Files of an earlier run with alternatives, in a folder whose report has none. */
export async function leftWhatIf(folder: string, whatIf: WhatIf | undefined): Promise<readonly string[]> {
  const own = whatIf === undefined ? [page, data, ...images] : [];
  const there = await Promise.all(own.map((name) => isThere(`${folder}/${name}`)));
  return own.filter((_, n) => there[n] === true);
}
