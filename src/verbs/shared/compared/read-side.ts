import { assess } from '../../../assess/assess.js';
import type { Assessment } from '../../../assessment/assessment.js';
import { printedFigure } from '../../../compare/printed.js';
import type { Side } from '../../../compare/side.js';
import { sideOfAssessment, sideOfManifest } from '../../../compare/side.js';
import { isLibraryId, type LibraryId, listLibrary, readLibraryModel } from '../../../library/library.js';
import type { ResolvedManifest } from '../../../resolve/resolve.js';
import { assessmentFile } from '../drafted/assessment-file.js';
import { resolveFile, resolveText } from '../read-manifests.js';

/**
 * A model that a person named: of the library, by a manifest, or by an assessment. A file goes before a model of the library.
 *
 * @param key By which it is told from the others.
 * @throws {InputError} With every fault of the file.
 */
export async function readSide(asked: string, key: string): Promise<Side> {
  if (isLibraryId(asked)) return librarySide(asked, key);
  const assessment = (await assessmentFile(asked)) as Assessment | undefined;
  if (assessment !== undefined) {
    const { model } = assessment;
    return sideOfAssessment({ key, name: model.name, origin: 'assessment' }, asked, assessment);
  }
  return manifestSide(await resolveFile(asked), asked, { key, origin: 'manifest' });
}

async function librarySide(id: LibraryId, key: string): Promise<Side> {
  const { text, file } = await readLibraryModel(id);
  const entry = (await listLibrary()).find((row) => row.id === id);
  const publication = entry && {
    cite: entry.publication,
    printed: entry.published.map(printedFigure),
    remark: entry.remark,
  };
  return manifestSide(await resolveText(text, file), file, { key, origin: 'library', publication });
}

function manifestSide(resolved: ResolvedManifest, place: string, names: Pick<Side, 'key' | 'origin' | 'publication'>): Side {
  const assessment = assess(resolved);
  return sideOfManifest({ ...names, name: assessment.model.name }, place, assessment, resolved.phases);
}
