import { InputError } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { FileError, readTextFile } from '../../io/files.js';
import { namesIn, ownTemplates } from '../../io/template-files.js';
import type { Templates } from '../../render/compose.js';
import { prepareTemplate } from '../../render/templates.js';
import { sectionIds } from '../../sections/ids.js';
import { messages } from './messages.js';

export interface Layout {
  readonly templates: Templates;
  readonly styleSheet: string;
}

const limits = { maxBytes: 1_000_000 };

/**
 * Templates and style sheet: those of the user's folder where it has them, ours for the rest.
 *
 * @throws {InputError} When the folder is not there, or holds a template that no section has.
 */
export async function readLayout(folder: string | undefined): Promise<Layout> {
  if (folder !== undefined) await checkFolder(folder);
  const text = async (name: string): Promise<{ readonly source: string; readonly file: string }> => {
    const theirs = folder === undefined ? undefined : await readIfThere(`${folder}/${name}`);
    return theirs ?? { source: await readTextFile(`${ownTemplates}${name}`, limits), file: name };
  };
  const templates = await Promise.all(
    sectionIds.map(async (id) => {
      const { source, file } = await text(`sections/${id}.md`);
      return [id, prepareTemplate(source, file)] as const;
    }),
  );
  return { templates: new Map(templates), styleSheet: (await text('report.css')).source };
}

async function readIfThere(file: string): Promise<{ readonly source: string; readonly file: string } | undefined> {
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
  const strange = ((await namesIn(`${folder}/sections`)) ?? []).filter((name) => name.endsWith('.md') && !known.includes(name));
  if (strange.length > 0)
    throw new InputError(
      strange.map((name) => ({ ...messages.unknownTemplate(name, known, nearest(name, known)[0]), file: `${folder}/sections/${name}` })),
    );
}
