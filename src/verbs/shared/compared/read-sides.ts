import { assess } from '../../../assess/assess.js';
import type { Assessment } from '../../../assessment/assessment.js';
import type { StatedAssessment } from '../../../assessment/stated/stated.js';
import { printedFigure } from '../../../compare/printed.js';
import { type Side, type SideNames, sideOfAssessment, sideOfManifest } from '../../../compare/side.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { nearest } from '../../../diagnostics/nearest.js';
import { isThere } from '../../../io/files.js';
import { isLibraryId, type LibraryId, libraryIds, listLibrary, readLibraryModel } from '../../../library/library.js';
import type { ResolvedManifest } from '../../../resolve/resolve.js';
import { assessmentFile } from '../drafted/assessment-file.js';
import { messages } from '../messages.js';
import { resolveFile, resolveText } from '../read-manifests.js';

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
      sides.push({ side: await sideOf(word), asked: word });
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
  const names = sides.map(({ side }) => side.name);
  const keys = new Map<string, number>();
  return sides.map(({ side, asked }) => {
    const nth = (keys.get(side.key) ?? 0) + 1;
    keys.set(side.key, nth);
    const isAlone = names.filter((name) => name === side.name).length === 1;
    return { ...side, key: nth === 1 ? side.key : `${side.key}-${nth}`, name: isAlone ? side.name : `${side.name} (${asked})` };
  });
}

/** A file goes before a model of the library with its name. */
async function sideOf(asked: string): Promise<Side> {
  if (isLibraryId(asked) && !(await isThere(asked))) return librarySide(asked);
  if (!/[./\\]/.test(asked) && !(await isThere(asked)))
    throw new InputError([messages.unknownModel(asked, nearest(asked.toLowerCase(), libraryIds)[0])]);
  const found = await assessmentFile(asked);
  if (found === undefined) return manifestSide(await resolveFile(asked), asked, { origin: 'manifest' });
  const assessment = wholeAssessment(found.assessment);
  const { slug, name } = assessment.model;
  return sideOfAssessment({ key: slug, name, origin: 'assessment' }, asked, assessment);
}

/** A file of an older version, or in the words of another format, with what a comparison reads and such a file may leave out. */
function wholeAssessment({ model, lines, states = [], ...rest }: StatedAssessment): Assessment {
  const { totals = {} } = rest as Partial<Pick<Assessment, 'totals'>>;
  const named = lines.map((line) => ({
    ...line,
    id: line.id ?? [line.phase, line.name, line.component].filter((part) => part !== undefined).join('.'),
    inputs: line.inputs ?? [],
  }));
  return { ...rest, model: { ...model, slug: model.slug ?? model.name }, lines: named, states, totals } as unknown as Assessment;
}

async function librarySide(id: LibraryId): Promise<Side> {
  const { text, file } = await readLibraryModel(id);
  const entry = (await listLibrary()).find((row) => row.id === id);
  const publication = entry && { cite: entry.publication, printed: entry.published.map(printedFigure), remark: entry.remark };
  return manifestSide(await resolveText(text, file), file, { origin: 'library', publication });
}

function manifestSide(resolved: ResolvedManifest, place: string, names: Pick<SideNames, 'origin' | 'publication'>): Side {
  const assessment = assess(resolved);
  const { slug, name } = assessment.model;
  return sideOfManifest({ ...names, key: slug, name }, place, assessment, resolved.phases);
}
