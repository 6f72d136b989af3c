import { phaseKinds } from '../../../assessment/ids.js';
import { fileNamesIn } from '../../../io/files.js';
import type { OutputId } from '../../../outputs/ids.js';
import type { OutputFiles } from '../../../outputs/output.js';

/** Names that the format `boamps` gives: of the main task, and of the others by their kind. */
const ofBoamps = new RegExp(`^boamps(?:-(?:${phaseKinds.join('|')})(?:-[1-9][0-9]*)?)?\\.json$`);

/** BoAmps files of an earlier run whose phase the manifest does not have any more; none where the format is not written. */
export async function leftBoamps(folder: string, files: OutputFiles, formats: readonly OutputId[]): Promise<readonly string[]> {
  if (!formats.includes('boamps')) return [];
  const names = await fileNamesIn(folder);
  return names.filter((name) => ofBoamps.test(name) && !files.has(name)).sort();
}
