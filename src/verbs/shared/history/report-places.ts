import { placeOf } from '../../../io/files.js';
import { pathInRepository, type Repository } from '../../../io/git/repository.js';

/** Where the assessment of a manifest is committed: in the folder of the reports, or beside a model card. */
export async function reportPlaces(
  repository: Repository,
  { file, outDir, slug }: { readonly file: string; readonly outDir: string; readonly slug: string },
): Promise<readonly string[]> {
  const places = [`${outDir}/${slug}/assessment.json`, `${placeOf(file).folder}/carbon/assessment.json`];
  const paths = await Promise.all(places.map((place) => pathInRepository(repository, place)));
  return [...new Set(paths.filter((path) => path !== undefined))];
}
