import type { Plain } from '../../../claims/plain.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import { messages } from '../messages.js';
import { pathText } from './schema-fault.js';
import { assessmentFault } from './stated-parts.js';

/**
 * Refuses what is no assessment, with the key at fault.
 *
 * @param more Parts that the caller reads too.
 * @throws {InputError}
 */
export function checkAssessment(value: Plain, file: string, more: readonly 'totals'[] = []): void {
  const fault = assessmentFault(value, more);
  if (fault === undefined) return;
  const message = fault.isMissing ? messages.incompleteAssessment : messages.notAnAssessment;
  throw new InputError([{ ...message(pathText(fault.path)), file, line: 1, column: 1 }]);
}
