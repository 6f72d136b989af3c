import type { OutputId } from '../../../outputs/ids.js';
import type { OutputFiles } from '../../../outputs/output.js';
import type { PlannedReport } from '../reports.js';
import { leftWhatIf } from '../what-if.js';
import { leftBoamps } from './left-boamps.js';

/** Files in the folder of a report that an earlier run wrote and that the report does not have any more. */
export async function leftFiles(
  { folder, whatIf }: Pick<PlannedReport, 'folder' | 'whatIf'>,
  files: OutputFiles,
  formats: readonly OutputId[],
): Promise<readonly string[]> {
  return [...(await leftBoamps(folder, files, formats)), ...(await leftWhatIf(folder, whatIf))];
}
