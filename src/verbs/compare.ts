import { compare } from '../compare/compare.js';
import type { Comparison } from '../compare/comparison.js';
import type { FigureTable } from '../comparison/figure-table.js';
import type { ComparisonFormat } from '../comparison/ids.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { reportDate } from '../io/clock.js';
import { writeWhole } from '../io/files.js';
import { type LibraryEntry, type LibraryId, listLibrary } from '../library/library.js';
import type { DateOptions } from './shared/assess.js';
import { readSides } from './shared/compared/read-sides.js';
import { messages } from './shared/messages.js';
import type { OnProgress } from './shared/progress.js';

export type * from '../compare/comparison.js';
export type { FigureTable } from '../comparison/figure-table.js';
export type { ComparisonFormat } from '../comparison/ids.js';

/**
 * Compares models on a common boundary: read → parse → resolve → assess → compare. Nothing is written.
 *
 * @param models Manifests, assessments, or ids of the library of published models; at least two.
 * @throws {InputError} With every fault of every file, and where something is neither a file nor in the library.
 */
export async function compareModels(models: readonly string[], { samples }: CompareOptions = {}): Promise<Comparison> {
  if (models.length < 2) throw new InputError([messages.compareFew(models.length)]);
  return compare(await readSides(models), { samples });
}

/** The compared figures as a table of texts, as every page has it. */
export async function comparisonTable(comparison: Comparison, { isNarrow }: ComparisonTableOptions = {}): Promise<FigureTable> {
  const { figureTable } = await import('../comparison/figure-table.js');
  return figureTable(comparison, isNarrow);
}

export interface ComparisonTableOptions {
  /** Whether there is no room for what publications print. */
  readonly isNarrow?: boolean | undefined;
}

export interface CompareOptions {
  /** Samples that intervals are made from; 10,000 where absent, and no intervals for 0. */
  readonly samples?: number | undefined;
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
