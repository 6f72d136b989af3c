import { assess } from '../../../assess/assess.js';
import type { Assessment } from '../../../assessment/assessment.js';
import { lineId } from '../../../assessment/line.js';
import type { StatedAssessment } from '../../../assessment/stated/stated.js';
import { printedFigure } from '../../../compare/printed.js';
import { type Side, type SideNames, sideOfAssessment, sideOfManifest } from '../../../compare/side.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { nearest } from '../../../diagnostics/nearest.js';
import { isThere, realPath } from '../../../io/files.js';
import { findLibraryModels, isLibraryId, type LibraryId, libraryIds, listLibrary, readLibraryModel } from '../../../library/library.js';
import type { ResolvedManifest } from '../../../resolve/resolve.js';
import { assessmentFile } from '../drafted/assessment-file.js';
import { messages } from '../messages.js';
import { resolveFile, resolveText } from '../read-manifests.js';
import { committedIn, committedSide } from './committed-side.js';

/**
 * The models that a person named, in that order: manifests, assessments, models of the library. Each has a key and a name of its own.
 *
 * @throws {InputError} With every fault of every file, and where something is neither a file nor in the library.
 */
export async function readSides(asked: readonly string[]): Promise<readonly Side[]> {
  const sides: { readonly side: Side; readonly asked: string }[] = [];
  const faults: Diagnostic[] = [];
  for (const word of asked) {
    try {
      const committed = (await isThere(word)) ? undefined : committedIn(word);
      const side = committed === undefined ? await sideOf(word) : await committedSide(committed);
      sides.push({ side, asked: committed?.revision ?? word });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.diagnostics);
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return toldApart(sides);
}

/** Names that several have get what the person typed, and keys a number. */
function toldApart(sides: readonly { readonly side: Side; readonly asked: string }[]): readonly Side[] {
  const given = new Set(sides.map(({ side }) => side.key));
  const keys = new Set<string>();
  const names = new Set<string>();
  const countOf = (name: string): number => sides.filter(({ side }) => side.name === name).length;
  return sides.map(({ side, asked }) => {
    const key = keys.has(side.key) ? numbered(side.key, '-', (one) => given.has(one) || keys.has(one)) : side.key;
    keys.add(key);
    const own = countOf(side.name) === 1 ? side.name : `${side.name} (${asked})`;
    const name = names.has(own) ? numbered(own, ' ', (one) => names.has(one)) : own;
    names.add(name);
    return { ...side, key, name };
  });
}

/** The first of `a-2`, `a-3`, … that nobody has. */
function numbered(word: string, between: string, isTaken: (one: string) => boolean): string {
  for (let n = 2; ; n += 1) if (!isTaken(`${word}${between}${n}`)) return `${word}${between}${n}`;
}

/** A file goes before a model of the library with its name. */
async function sideOf(asked: string): Promise<Side> {
  if (!(await isThere(asked))) {
    // A path that is wrong is none of a published model.
    const [id, ...others] = isLibraryId(asked) ? [asked] : /[/\\]/.test(asked) ? [] : await findLibraryModels(asked);
    if (id !== undefined && others.length === 0) return librarySide(id);
    throw new InputError([
      id === undefined
        ? messages.unknownModel(asked, nearest(asked.toLowerCase(), libraryIds)[0])
        : messages.severalModels(asked, [id, ...others]),
    ]);
  }
  const found = await assessmentFile(asked);
  // One file, however it is written.
  const place = await realPath(asked);
  if (found === undefined) return manifestSide(await resolveFile(asked), { place, file: asked }, { origin: 'manifest' });
  const assessment = wholeAssessment(found.assessment);
  const { slug, name } = assessment.model;
  return sideOfAssessment({ key: slug, name, origin: 'assessment', file: asked }, place, assessment);
}

/** A file of an older version, or in the words of another format, with what a comparison reads and such a file may leave out. */
function wholeAssessment({ model, lines, states = [], ...rest }: StatedAssessment): Assessment {
  const { totals = {} } = rest as Partial<Pick<Assessment, 'totals'>>;
  const named = lines.map((line) => ({
    ...line,
    id: line.id ?? lineId(line),
    inputs: line.inputs ?? [],
  }));
  return { ...rest, model: { ...model, slug: model.slug ?? model.name }, lines: named, states, totals } as unknown as Assessment;
}

async function librarySide(id: LibraryId): Promise<Side> {
  const { text, file } = await readLibraryModel(id);
  const entry = (await listLibrary()).find((row) => row.id === id);
  const publication = entry && { cite: entry.publication, printed: entry.published.map(printedFigure), remark: entry.remark };
  return manifestSide(await resolveText(text, file), { place: file, file }, { origin: 'library', publication });
}

function manifestSide(
  resolved: ResolvedManifest,
  { place, file }: { readonly place: string; readonly file: string },
  names: Pick<SideNames, 'origin' | 'publication'>,
): Side {
  const assessment = assess(resolved);
  const { slug, name } = assessment.model;
  return sideOfManifest({ ...names, key: slug, name, file }, place, assessment, resolved.phases);
}
