import type { Assessment } from '../../assessment/assessment.js';
import { type OutputId, outputTexts } from '../../outputs/ids.js';
import type { OutputFiles } from '../../outputs/output.js';
import type { RenderContext } from '../../render/context.js';
import type { ResolvedManifest } from '../../resolve/resolve.js';
import type { WhatIf } from '../../what-if/what-if.js';

export interface WhatIfChoice {
  /** Whether alternatives are calculated where the manifest asks for none. */
  readonly whatIf?: boolean | undefined;
}

/** The files of alternatives, by the format that they belong to; of `charts` the id of the chart. */
export const whatIfNames = { md: 'what-if.md', json: 'what-if.json', charts: 'what-if' } as const;

const { md: page, json: data } = whatIfNames;
const chart = `${outputTexts.charts.files}${whatIfNames.charts}`;
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
