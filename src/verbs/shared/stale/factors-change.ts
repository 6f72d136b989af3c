import type { Assessment } from '../../../assessment/assessment.js';

/** Editions of the factor tables: of a report on disk, and of this version. */
export interface FactorsChange {
  readonly before: string;
  readonly now: string;
}

/**
 * The editions of the factor tables, where they differ and what the manifest itself gives does not.
 *
 * @param found The text of the `assessment.json` on disk.
 */
export function factorsChange(assessment: Assessment, found: string | undefined): FactorsChange | undefined {
  const before = found === undefined ? undefined : parsedAssessment(found);
  if (before === undefined || before.method.factors === assessment.method.factors) return undefined;
  return declaredText(before) === declaredText(assessment) ? { before: before.method.factors, now: assessment.method.factors } : undefined;
}

function parsedAssessment(text: string): Assessment | undefined {
  try {
    const value = JSON.parse(text) as Assessment;
    return typeof value.method.factors === 'string' && Array.isArray(value.lines) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The values that a manifest has itself, wherever they are in it. */
function declaredText({ model, lines }: Assessment): string {
  const inputs = lines.map(({ id, inputs }) => [
    id,
    inputs.flatMap(({ path, name, value, unit }) => (path === undefined ? [] : [[path, name, value, unit]])),
  ]);
  return JSON.stringify([model, inputs]);
}
