import { comparisonFormats, defaultComparisonFormats } from '../../comparison/ids.js';
import { InputError } from '../../diagnostics/diagnostic.js';
import {
  type Comparison,
  compareModels,
  comparisonTable,
  publishedModels,
  useAgainstDevelopmentTable,
  writeComparison,
} from '../../verbs/compare.js';
import { showProgress } from '../batch-talk.js';
import { chosenOf } from '../chosen-formats.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { gap, heading, pageText, strong, table, text } from '../texts/page.js';
import { visible, visibleJson } from '../texts/visible.js';

/** The words of a comparison, beside those that its pages have. */
const compareWords = {
  written: (file: string) => `Written: ${file}`,
  asked: 'To compare some of them: carboncard compare bloom gpt-3',
} as const;

export interface CompareOptions {
  readonly out?: string | undefined;
  readonly format?: readonly string[] | undefined;
  readonly use?: string | undefined;
  readonly list?: true | undefined;
  readonly quiet?: true | undefined;
  readonly json?: true | undefined;
}

/** Compares models on a common boundary: prints the figures, and writes the pages where a folder is named. */
export async function compare(models: readonly string[], options: CompareOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  if (options.list === true) {
    if (models.length > 0 || options.out !== undefined) throw new InputError([messages.listComparesNothing()]);
    await list(options, context);
    return;
  }
  const formats = chosenOf(comparisonFormats, options.format);
  if (formats !== undefined && options.out === undefined) throw new InputError([messages.formatsNowhere()]);
  const comparison = await compareModels(models, { use: options.use });
  const written =
    options.out === undefined
      ? undefined
      : await writeComparison(comparison, {
          outDir: options.out,
          formats: formats ?? defaultComparisonFormats,
          sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
          onProgress: (progress) => showProgress(progress, terminal, options.json === true),
        });
  if (options.json !== true) await context.report([...comparison.diagnostics, ...(written?.diagnostics ?? [])]);
  if (options.json === true) {
    terminal.result(visibleJson(comparison));
    return;
  }
  if (options.quiet !== true)
    terminal.result(pageText(await blocksOf(comparison), { columns: terminal.columns, paint: terminal.paintResult }));
  if (written !== undefined)
    terminal.result(written.files.map((file) => compareWords.written(visible(`${options.out}/${file}`))).join('\n'));
}

async function blocksOf(comparison: Comparison): Promise<Parameters<typeof pageText>[0]> {
  const { title, intro, rows, notes, disclaimer } = await comparisonTable(comparison, { isNarrow: true });
  return [
    heading(title),
    text(intro),
    gap,
    table(rows, 0),
    gap,
    ...notes.map((note) => text(note)),
    ...(await useBlocks(comparison)),
    text(disclaimer),
  ];
}

/** Use, where a load was asked for or several models have a day: the table of one model says no more than its report. */
async function useBlocks(comparison: Comparison): Promise<Parameters<typeof pageText>[0]> {
  const { models, load } = comparison;
  const known = models.filter(({ use }) => use?.against?.days !== undefined);
  const use = load === undefined && known.length < 2 ? undefined : await useAgainstDevelopmentTable(comparison, { isNarrow: true });
  if (use === undefined) return [];
  return [gap, strong(use.title), text(use.intro), gap, table(use.rows, 0), gap, ...use.notes.map((note) => text(note))];
}

async function list({ json }: CompareOptions, { terminal }: Context): Promise<void> {
  const models = await publishedModels();
  if (json === true) {
    terminal.result(visibleJson(models));
    return;
  }
  const rows = models.map(({ id, name, year, publication }) => [id, `${name}, ${year}`, publication]);
  terminal.result(pageText([table(rows, 0), gap, text(compareWords.asked)], { columns: terminal.columns, paint: terminal.paintResult }));
}
