import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Replaced, textDiff, type UpdatedModelCard, updateModelCard } from '../../verbs/card.js';
import type { DiagnosticId } from '../../verbs/shared/diagnostic-ids.js';
import { chosenFormats } from '../chosen-formats.js';
import type { Context } from '../context.js';
import type { Paint } from '../terminal.js';
import { paintedDiff } from '../texts/diff-text.js';
import { progressText } from '../texts/progress-text.js';
import { visible, visibleJson } from '../texts/visible.js';

export interface CardOptions {
  readonly manifest: string;
  readonly dryRun?: true | undefined;
  readonly format?: readonly string[] | undefined;
  readonly full?: true | undefined;
  readonly templates?: string | undefined;
  readonly json?: true | undefined;
}

/** Puts the section into a model card, and reports what changed. */
export async function card(file: string, options: CardOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  const updated = await updateModelCard(file, {
    manifest: options.manifest,
    dryRun: options.dryRun === true,
    formats: chosenFormats(options.format),
    full: options.full,
    templates: options.templates,
    onProgress: (progress) => terminal.progress(progressText(progress)),
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'],
  });
  if (options.json === true) {
    terminal.result(visibleJson(forMachines(updated, options)));
    return;
  }
  await context.report(shownDiagnostics(updated, options));
  if (options.dryRun === true) terminal.result(dryRunText(updated, terminal.paintResult));
  else if (file === '-') terminal.copy(updated.after);
  else terminal.result(writtenText(updated));
  await context.report(updated.rejected);
}

/** Notes about the card itself. */
const cardHints: ReadonlySet<string> = new Set<DiagnosticId>(['large-files', 'no-images', 'no-card-pdf']);

/** Warnings, and hints about the card itself; the notes of the assessment are in the section. */
function shownDiagnostics({ file, diagnostics }: UpdatedModelCard, { manifest }: CardOptions): readonly Diagnostic[] {
  return diagnostics
    .filter(({ id, severity }) => severity !== 'note' || cardHints.has(id))
    .map((diagnostic) => ({ file: diagnostic.severity === 'note' && file !== '-' ? file : manifest, ...diagnostic }));
}

function forMachines({ file, before, after, replaced, changed, diagnostics, rejected }: UpdatedModelCard, options: CardOptions): object {
  return {
    file,
    written: options.dryRun !== true && file !== '-',
    changed,
    replaced,
    ...(file === '-' && options.dryRun !== true ? { text: after } : { diff: textDiff(before, after) }),
    rejected,
    diagnostics,
  };
}

function dryRunText({ file, before, after, replaced, changed, files }: UpdatedModelCard, paint: Paint): string {
  const beside = changed.filter((path) => files.has(path));
  if (before === after && beside.length === 0) return `${visible(file)}: nothing would change`;
  const where = visible(file);
  return [
    ...(before === after ? [] : [`--- ${where}`, `+++ ${where}`, paintedDiff(textDiff(before, after), paint).trimEnd()]),
    ...replaced.map(replacedText),
    ...beside.map((path) => `Would be written: ${visible(path)}, beside the card`),
  ].join('\n');
}

function writtenText({ file, replaced, changed, files }: UpdatedModelCard): string {
  const where = visible(file);
  if (changed.length === 0) return `${where}: nothing to change`;
  const beside = changed.filter((path) => files.has(path)).map(visible);
  const written = beside.length < changed.length ? [where] : [];
  return [`Written: ${[...written, ...beside].join(', ')}`, ...replaced.map(replacedText)].join('\n');
}

/** `Replaced, lines 32 to 40: - **Hardware Type:** … and 8 more lines`; the whole of it is in the diff. */
function replacedText({ line, text }: Replaced): string {
  const [first = '', ...more] = text.split(/\r\n|\r|\n/);
  const where = more.length === 0 ? `line ${line}` : `lines ${line} to ${line + more.length}`;
  return `Replaced, ${where}: ${visible(first)}${more.length === 0 ? '' : ' …'}`;
}
