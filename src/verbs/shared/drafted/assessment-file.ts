import { assessmentJsonSchema } from '../../../assessment/schema-at-build.js';
import { type Path, type Plain, plain } from '../../../claims/plain.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import type { DraftedAssessment } from '../../../init/assessment-draft.js';
import { readTextFile } from '../../../io/files.js';
import { readNamed } from '../file-faults.js';
import { messages } from '../messages.js';
import { pathText, schemaFault } from './schema-fault.js';

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/**
 * The assessment that a file is; nothing where it is something else.
 *
 * @throws {InputError} Where it has the parts of one, and they are not those of an assessment.
 */
export async function assessmentFile(file: string): Promise<DraftedAssessment | undefined> {
  if (!/\.json$/i.test(file)) return undefined;
  const value = plain(parsed(await readNamed(file, 'log', () => readTextFile(file, { maxBytes }))));
  const { lines, totals, phases } = value;
  if (lines === undefined || totals === undefined || phases === undefined) return undefined;
  const fault = faultIn(value);
  if (fault !== undefined) throw new InputError([{ ...messages.notAnAssessment(pathText(fault)), file, line: 1, column: 1 }]);
  return value as unknown as DraftedAssessment;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // Whoever reads it as a log says what is wrong.
    return undefined;
  }
}

/** What a manifest is drafted from. An assessment without another part, or with one of another version, can be drafted. */
const needed = ['model', 'phases', 'lines', 'states'] as const satisfies readonly (keyof DraftedAssessment)[];
const optional = ['report', 'software', 'baseModels', 'offsets', 'sources'] as const;

/** Where something that a manifest is drafted from is not as an assessment has it. */
function faultIn(value: Plain): Path | undefined {
  const { $defs, properties } = plain(assessmentJsonSchema());
  const all = plain(properties);
  const parts = Object.fromEntries([...needed, ...optional].map((key) => [key, all[key]]));
  return schemaFault(value, { type: 'object', properties: parts, required: needed }, plain($defs));
}
