import type { StatedAssessment } from '../../../assessment/stated.js';
import { type Plain, plain } from '../../../claims/plain.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import { readTextFile } from '../../../io/files.js';
import { readNamed } from '../file-faults.js';
import { messages } from '../messages.js';
import { bomAssessment, type StatedFile } from './bom-file.js';
import { pathText } from './schema-fault.js';
import { assessmentFault } from './stated-parts.js';

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/**
 * The assessment that a file is, or that a BOM of carboncard was written from; nothing where it is something else.
 *
 * @throws {InputError} Where it has the parts of an assessment, and they are not those of one.
 */
export async function assessmentFile(file: string): Promise<(StatedFile & { readonly kind: 'assessment' | 'bom' }) | undefined> {
  if (!/\.json$/i.test(file)) return undefined;
  const value = plain(parsed(await readNamed(file, 'log', () => readTextFile(file, { maxBytes }))));
  const stated = bomAssessment(value, file);
  if (stated !== undefined) return { ...stated, kind: 'bom' };
  if (!hasParts(value)) return undefined;
  checkAssessment(value, file);
  return { assessment: value as unknown as StatedAssessment, diagnostics: [], kind: 'assessment' };
}

/** Whether a value is meant to be an assessment. */
function hasParts({ lines, totals, phases }: Plain): boolean {
  return lines !== undefined && totals !== undefined && phases !== undefined;
}

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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // Whoever reads it as a log says what is wrong.
    return undefined;
  }
}
