import { isThere } from '../../../io/compare.js';
import { namesIn } from '../../../io/template-files.js';
import { outputTexts } from '../../../outputs/ids.js';
import { reportFolder } from './index-files.js';

/**
 * Folders of reports that the index has, and that a run did not make.
 *
 * @param own Folders of the run's reports. Names that differ in case alone are one folder on some machines.
 */
export async function otherReports(outDir: string, own: readonly string[]): Promise<readonly string[]> {
  const made = new Set(own.map((name) => name.toLowerCase()));
  const others: string[] = [];
  for (const name of (await namesIn(outDir)) ?? []) {
    if (!reportFolder.test(name) || made.has(name.toLowerCase())) continue;
    if (await isThere(`${outDir}/${name}/${outputTexts.json.files}`)) others.push(name);
  }
  return others;
}
