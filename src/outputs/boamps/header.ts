import type { Assessment } from '../../assessment/assessment.js';
import { digestId } from '../../assessment/bom/digest-id.js';
import type { TaskReport } from './task-report.js';

/** The release that the report follows. */
const formatVersion = '1.1.0';
const specification = 'https://github.com/Boavizta/BoAmps/tree/main/model';

/** The header of a report; absent without a date, which the format requires in it. */
export function headerOf({ report }: Assessment, task: TaskReport, isComplete: boolean): object | undefined {
  const { date, publisher, confidentiality, licence } = report;
  if (date === undefined) return undefined;
  return {
    licensing: licence,
    formatVersion,
    formatVersionSpecificationUri: specification,
    // The same report has the same id.
    reportId: digestId(JSON.stringify(task)),
    reportDatetime: `${date} 00:00:00`,
    reportStatus: isComplete ? undefined : 'draft',
    publisher: confidentiality === undefined ? undefined : { name: publisher, confidentialityLevel: confidentiality },
  };
}
