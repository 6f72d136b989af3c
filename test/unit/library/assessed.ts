import { assess } from '../../../src/assess/assess.js';
import type { Assessment, PhaseKind } from '../../../src/assessment/assessment.js';
import { type LibraryId, readLibraryModel } from '../../../src/library/library.js';
import { parseManifest, type ResolvedManifest } from '../../../src/resolve/resolve.js';
import { parseQuantity } from '../../../src/units/parse.js';

export interface AssessedModel {
  readonly resolved: ResolvedManifest;
  readonly assessment: Assessment;
}

/** A model of the library, read, parsed and assessed; without intervals, which no figure here depends on. */
export async function assessedModel(id: LibraryId): Promise<AssessedModel> {
  const { text, file } = await readLibraryModel(id);
  const resolved = parseManifest(text, file);
  return { resolved, assessment: assess(resolved, { samples: 0 }) };
}

/** Kilograms of all lines of one kind of phase. */
export function kilograms({ lines }: Assessment, phase: PhaseKind, field: 'emissions' | 'emissionsMarket' = 'emissions'): number {
  return lines.filter((line) => line.phase === phase).reduce((sum, line) => sum + (line[field]?.value ?? Number.NaN), 0);
}

/** A published figure in kilograms: `{ value: 1438, unit: 'lb' }` → 652.27. */
export function inKilograms({ value, unit }: { readonly value: number; readonly unit: string }): number {
  const parsed = parseQuantity(`${value} ${unit}`, 'emissions', false);
  if (!parsed.ok) throw new TypeError(`${value} ${unit}: ${parsed.problem.kind}`);
  return parsed.value;
}
