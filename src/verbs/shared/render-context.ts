import { InputError } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { FileError, readTextFile } from '../../io/files.js';
import { bundledTemplates, namesIn } from '../../io/template-files.js';
import type { RenderContext } from '../../render/context.js';
import { compiledTemplate } from '../../render/templates/compiled.js';
import { loadTemplate, type TemplateFunction } from '../../render/templates/program.js';
import { type KnownTrees, prepareTemplate } from '../../render/templates.js';
import { sectionIds } from '../../sections/ids.js';
import { readFontLibrary, readRasterizer } from './bundled-fonts.js';
import { messages } from './messages.js';

/** What the index of many reports is made with. */
export interface IndexContext extends Pick<RenderContext, 'fonts' | 'readRasterizer'> {
  /** The texts of `screen.css` and `index.css`. */
  readonly indexSheet: string;
}

const limits = { maxBytes: 1_000_000 };

interface TemplateFile {
  readonly source: string;
  /** As a message names it. */
  readonly file: string;
}

/**
 * What rendering needs: templates and style sheet, from the user's folder where it has them and else the bundled ones;
 * bundled fonts, read when a text asks for them.
 *
 * @param folder The user's templates.
 * @param known What their texts were parsed to before.
 * @throws {InputError} When the folder does not exist, or holds a template that no section has.
 */
export async function readRenderContext(folder: string | undefined, known?: KnownTrees): Promise<RenderContext> {
  if (folder !== undefined) await checkFolder(folder);
  const templates = await Promise.all(
    sectionIds.map(async (id) => {
      const { source, file } = await readTemplate(`sections/${id}.md`, folder);
      return [id, prepareTemplate(await programOf(source), file, known)] as const;
    }),
  );
  const { source: styleSheet, file: styleSheetFile } = await readTemplate('report.css', folder);
  const screenSheet = await readScreenSheet('html.css', folder);
  return { templates: new Map(templates), styleSheet, styleSheetFile, screenSheet, fonts: readFontLibrary(), readRasterizer };
}

async function programOf(source: string): Promise<TemplateFunction> {
  const code = compiledTemplate(source);
  if (code !== undefined) return loadTemplate(code);
  const { compileTemplate } = await import('../../render/templates/compile.js');
  return compileTemplate(source);
}

/** What the index of many reports is made with. */
export async function readIndexContext(folder: string | undefined): Promise<IndexContext> {
  return { indexSheet: await readScreenSheet('index.css', folder), fonts: readFontLibrary(), readRasterizer };
}

/** What all pages on a screen have, and what one of them has. */
async function readScreenSheet(name: string, folder: string | undefined): Promise<string> {
  const sheets = await Promise.all(['screen.css', name].map((file) => readTemplate(file, folder)));
  return sheets.map(({ source }) => source.trimEnd()).join('\n\n');
}

async function readTemplate(name: string, folder: string | undefined): Promise<TemplateFile> {
  const own = folder === undefined ? undefined : await readIfThere(`${folder}/${name}`);
  return own ?? { source: await readTextFile(`${bundledTemplates}${name}`, limits), file: name };
}

/** A template of the user's; an empty one leaves its section out. */
async function readIfThere(file: string): Promise<TemplateFile | undefined> {
  try {
    return { source: await readTextFile(file, limits), file };
  } catch (error) {
    if (error instanceof FileError && error.problem.kind === 'not-found') return undefined;
    if (error instanceof FileError && error.problem.kind === 'empty') return { source: '', file };
    throw error;
  }
}

async function checkFolder(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names === undefined) throw new InputError([{ ...messages.noTemplates(folder), file: folder }]);
  const known = sectionIds.map((id) => `${id}.md`);
  const unknown = ((await namesIn(`${folder}/sections`)) ?? []).filter((name) => name.endsWith('.md') && !known.includes(name));
  if (unknown.length === 0) return;
  throw new InputError(
    unknown.map((name) => ({ ...messages.unknownTemplate(name, known, nearest(name, known)[0]), file: `${folder}/sections/${name}` })),
  );
}
