import { defaultReports } from '../../../io/default-paths.js';
import { readIndexContext } from '../render-context.js';
import { withoutSlash } from './index-files.js';
import type { ComparedIndex } from './index-page.js';
import { openKnownIndex } from './known-index.js';
import type { MakeOptions } from './report.js';

/** Compares the index of several reports with what would be made from what is on disk. */
export async function checkIndex({
  outDir = defaultReports,
  templates,
}: Pick<MakeOptions, 'outDir' | 'templates'>): Promise<ComparedIndex> {
  const folder = withoutSlash(outDir);
  if ((await (await openKnownIndex(folder, templates))?.upToDate()) !== undefined) return { stale: [], diagnostics: [] };
  // Loaded here: an index that is known to be up to date needs no charts.
  const { staleIndex } = await import('./index-page.js');
  return staleIndex(folder, await readIndexContext(templates));
}
