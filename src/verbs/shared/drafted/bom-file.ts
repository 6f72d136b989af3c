import { isBom } from '../../../assessment/bom/components.js';
import type { StatedAssessment } from '../../../assessment/stated/stated.js';
import { statedBom } from '../../../claims/bom/stated.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { messages } from '../messages.js';

/** What a file states of an assessment, and what is odd about it. */
export interface StatedFile {
  readonly assessment: StatedAssessment;
  readonly diagnostics: readonly Diagnostic[];
}

/** The assessment that a CycloneDX BOM of carboncard was written from; nothing where the value is something else. */
export function bomAssessment(value: unknown, file: string): StatedFile | undefined {
  const stated = isBom(value) ? statedBom(value) : undefined;
  if (stated === undefined) return undefined;
  return {
    assessment: stated.assessment,
    diagnostics: stated.invalid.map(({ name, text }) => ({ ...messages.invalidProperty(name, text), file })),
  };
}
