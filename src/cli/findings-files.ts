import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { appendText, placeOf, realPath, writeWhole } from '../io/files.js';
import type { Context } from './context.js';
import { visibleJson } from './texts/visible.js';

/** Files for a CI service that `check` and `audit` write beside what they print, as typed. */
export interface FindingsOptions {
  readonly summary?: string | undefined;
  readonly codequality?: string | undefined;
}

/** Adds a summary to the file that was named, and writes the report of code quality. */
export async function writeFindings(
  { summary, codequality }: FindingsOptions,
  findings: readonly Diagnostic[],
  markdown: () => Promise<string>,
): Promise<void> {
  if (codequality !== undefined) {
    const { codeQuality } = await import('./texts/findings/code-quality.js');
    await writeJson(codequality, codeQuality(findings));
  }
  if (summary !== undefined) await appendText(summary, await markdown());
}

/** Writes a file of JSON, in the place of an earlier one. */
export async function writeJson(file: string, value: object): Promise<void> {
  const { folder, name } = placeOf(file);
  await writeWhole(folder, new Map([[name, `${visibleJson(value)}\n`]]));
}

/** Where GitHub shows the files of the commit of a job, up to a path from this folder; nothing elsewhere. */
export async function picturesOf(env: Context['env']): Promise<string | undefined> {
  const [server, repository, commit] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], env['GITHUB_SHA']];
  if (server === undefined || repository === undefined || commit === undefined) return undefined;
  const [workspace, here] = await Promise.all([realPath(env['GITHUB_WORKSPACE'] ?? '.'), realPath('.')]);
  const inside = here.startsWith(`${workspace}/`) ? `${here.slice(workspace.length + 1)}/` : '';
  return `${server}/${repository}/raw/${commit}/${inside}`;
}
