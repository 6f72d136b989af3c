import { createHash } from 'node:crypto';
import type { Assessment } from '../../assessment/assessment.js';
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
    reportId: idOf(task),
    reportDatetime: `${date} 00:00:00`,
    reportStatus: isComplete ? undefined : 'draft',
    publisher: confidentiality === undefined ? undefined : { name: publisher, confidentialityLevel: confidentiality },
  };
}

/** A UUID of version 8 (RFC 9562) from the SHA-256 of the report: the same report has the same id. */
function idOf(task: TaskReport): string {
  const digits = createHash('sha256').update(JSON.stringify(task)).digest('hex');
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4] ?? '8';
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
