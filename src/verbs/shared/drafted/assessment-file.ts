import type { StatedAssessment } from '../../../assessment/stated/stated.js';
import { type Plain, plain } from '../../../claims/plain.js';
import { readTextFile } from '../../../io/files.js';
import { readNamed } from '../file-faults.js';
import { boampsAssessment } from './boamps-file.js';
import { bomAssessment, type StatedFile } from './bom-file.js';
import { checkAssessment } from './check-assessment.js';

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/** A file, and what it is. */
export type FoundFile = StatedFile & { readonly kind: 'assessment' | 'cyclonedx' | 'boamps' };

/**
 * The assessment that a file is, or that a BOM or a BoAmps report of carboncard was written from; nothing where it is something else.
 *
 * @throws {InputError} Where it has the parts of an assessment, and they are not those of one.
 */
export async function assessmentFile(file: string): Promise<FoundFile | undefined> {
  if (!/\.json$/i.test(file)) return undefined;
  const text = await readNamed(file, 'log', () => readTextFile(file, { maxBytes }));
  const value = plain(parsed(text));
  const bom = bomAssessment(value, file);
  if (bom !== undefined) return { ...bom, kind: 'cyclonedx' };
  const report = await boampsAssessment(text, value, file);
  if (report !== undefined) return { ...report, kind: 'boamps' };
  if (!hasParts(value)) return undefined;
  checkAssessment(value, file);
  return { assessment: value as unknown as StatedAssessment, diagnostics: [], kind: 'assessment' };
}

/** The one file, or all BoAmps reports of one model together: each is of one phase. Nothing where they are several things. */
export function joinedReports(all: readonly FoundFile[]): FoundFile | undefined {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first;
  const isOne = all.every(({ kind, assessment }) => kind === 'boamps' && assessment.model.name === first.assessment.model.name);
  if (!isOne) return undefined;
  const phases = all.flatMap(({ assessment }) => assessment.phases);
  const places = new Set(phases.map(({ phase, name }) => JSON.stringify([phase, name])));
  if (places.size < phases.length) return undefined;
  return {
    kind: 'boamps',
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
    assessment: {
      ...first.assessment,
      phases,
      lines: all.flatMap(({ assessment }) => assessment.lines),
      states: all.flatMap(({ assessment }) => assessment.states ?? []),
    },
  };
}

/** Whether a value is meant to be an assessment. */
function hasParts({ lines, totals, phases }: Plain): boolean {
  return lines !== undefined && totals !== undefined && phases !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // Whoever reads it as a log says what is wrong.
    return undefined;
  }
}
