import { compare } from '../compare/compare.js';
import type { Comparison } from '../compare/comparison.js';
import type { FigureTable } from '../comparison/figure-table.js';
import type { ComparisonFormat } from '../comparison/ids.js';
import type { UseTable } from '../comparison/use-table.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { reportDate } from '../io/clock.js';
import { writeWhole } from '../io/files.js';
import { type LibraryEntry, type LibraryId, listLibrary } from '../library/library.js';
import type { DateOptions } from './shared/assess.js';
import { askedLoad } from './shared/compared/asked-load.js';
import { readSides } from './shared/compared/read-sides.js';
import { messages } from './shared/messages.js';
import type { OnProgress } from './shared/progress.js';

export type * from '../compare/comparison.js';
export type { FigureTable } from '../comparison/figure-table.js';
export type { ComparisonFormat } from '../comparison/ids.js';
export type { UseTable } from '../comparison/use-table.js';

/**
 * Compares models on a common boundary: read → parse → resolve → assess → compare. Nothing is written.
 *
 * @param models Manifests, assessments, or ids of the library of published models; at least two.
 * @throws {InputError} With every fault of every file, and where something is neither a file nor in the library.
 */
export async function compareModels(models: readonly string[], { samples, use }: CompareOptions = {}): Promise<Comparison> {
  if (models.length < 2) throw new InputError([messages.compareFew(models.length)]);
  const load = use === undefined ? undefined : askedLoad(use);
  return compare(await readSides(models), { samples, load });
}

/** The compared figures as a table of texts, as every page has it. */
export async function comparisonTable(comparison: Comparison, { isNarrow }: ComparisonTableOptions = {}): Promise<FigureTable> {
  const { figureTable } = await import('../comparison/figure-table.js');
  return figureTable(comparison, isNarrow);
}

/** Use against development as a table of texts; nothing where no model has a figure. */
export async function useAgainstDevelopmentTable(
  comparison: Comparison,
  { isNarrow }: ComparisonTableOptions = {},
): Promise<UseTable | undefined> {
  const { useTable } = await import('../comparison/use-table.js');
  return useTable(comparison, isNarrow);
}

export interface ComparisonTableOptions {
  /** Whether there is no room for what publications print, for figures of one request, and for the names of parts. */
  readonly isNarrow?: boolean | undefined;
}

export interface CompareOptions {
  /** Samples that intervals are made from; 10,000 where absent, and no intervals for 0. */
  readonly samples?: number | undefined;
  /** A load for all models, such as `1e9 requests per year`, at which use is compared with development. */
  readonly use?: string | undefined;
}

/**
 * Writes a comparison into a folder.
 *
 * @returns The paths in the folder.
 * @throws {MissingError} Where a PDF is asked for and the machine has no browser.
 */
export async function writeComparison(comparison: Comparison, options: WriteComparisonOptions): Promise<WrittenComparison> {
  const { outDir, formats, sourceDateEpoch, onProgress } = options;
  if (outDir === '') throw new InputError([messages.emptyOutDir()]);
  const { filesOf } = await import('../comparison/files.js');
  const { readRenderContext } = await import('./shared/render-context.js');
  const context = await readRenderContext(undefined);
  const date = reportDate(undefined, { SOURCE_DATE_EPOCH: sourceDateEpoch });
  const diagnostics: Diagnostic[] = [];
  const made = formats.includes('pdf')
    ? await import('./shared/reports.js').then(({ withPage }) =>
        withPage((page) => filesOf(comparison, formats, { ...context, page }, date), {
          onProgress,
          report: (remark) => void diagnostics.push(remark),
        }),
      )
    : await filesOf(comparison, formats, context, date);
  await writeWhole(outDir, made);
  return { files: [...made.keys()], diagnostics };
}

export interface WriteComparisonOptions extends DateOptions {
  /** Folder of the files. */
  readonly outDir: string;
  readonly formats: readonly ComparisonFormat[];
  readonly onProgress?: OnProgress | undefined;
}

export interface WrittenComparison {
  readonly files: readonly string[];
  /** What is odd about this machine, such as a cache that can't be used. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A model of the library, as a list shows it. */
export type PublishedModel = LibraryEntry & { readonly id: LibraryId };

/** The published models that can be compared by their ids. */
export function publishedModels(): Promise<readonly PublishedModel[]> {
  return listLibrary();
}
