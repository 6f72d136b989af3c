import type { Assessment } from '../../../assessment/assessment.js';
import { countedText, phasesOf } from '../../../assessment/coverage.js';
import type { StatedAssessment, StatedPhase } from '../../../assessment/stated/stated.js';
import { plain } from '../../../claims/plain.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import type { Manifest } from '../../../manifest/manifest.js';
import { readYaml } from '../../../manifest/yaml/yaml.js';
import type { BaseModelFacts, ReadBaseModels } from '../../../resolve/base-models.js';
import { checkAssessment } from '../drafted/check-assessment.js';
import { createFaults } from '../faults.js';
import { messages } from '../messages.js';
import type { FileOfManifest, NamedFiles } from './named-files.js';

/** Assesses the manifest of a base model. */
export type Assess = (text: string, file: string, realFile: string) => Promise<Assessment>;

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/** What is read of an assessment. */
type Readable = Pick<Assessment, 'model' | 'totals' | 'phases' | 'lines' | 'states'>;

export interface ReadBases {
  readonly baseModels: ReadBaseModels;
  readonly faults: readonly Diagnostic[];
}

/**
 * Reads the base models that a manifest names by a file: an assessment as it is, a manifest once it is assessed.
 *
 * @param assess Assesses the manifest of a base model, given its text and file.
 */
export async function readBaseModels(
  { baseModels, positionOf, file = '' }: Manifest,
  files: NamedFiles,
  assess: Assess,
): Promise<ReadBases> {
  const read = new Map<string, BaseModelFacts>();
  const all: Diagnostic[] = [];
  for (const one of baseModels) {
    if (!('file' in one)) continue;
    const faults = createFaults();
    const facts = await faults.attempt(() => baseModelIn({ name: one.file, file: files.fileFrom(file, one.file) }, files, assess));
    if (facts !== undefined) read.set(one.path, facts);
    // What has no line of its own is reported where the manifest names the file.
    all.push(...faults.all().map((fault) => (fault.line === undefined ? { ...fault, file, ...positionOf(one.path) } : fault)));
  }
  return { baseModels: read, faults: all };
}

async function baseModelIn({ name, file }: FileOfManifest, files: NamedFiles, assess: Assess): Promise<BaseModelFacts> {
  const text = await files.readText(file, 'manifest', maxBytes);
  const assessment = assessmentIn(text, file) ?? (await assess(text, file, await files.realPath(file)));
  const { development } = assessment.totals;
  if (development === undefined) throw new InputError([{ ...messages.noBaseTotal(name), file }]);
  const { id, name: model } = assessment.model;
  return {
    id,
    name: model,
    emissions: development.emissions,
    energy: development.energy,
    counted: countedText(assessment, phasesOf(assessment, 'development')),
    source: { title: `Carbon footprint of ${model}, assessed by carboncard (${files.shownName(name)})` },
  };
}

/**
 * The assessment that a file is; nothing where it is something else.
 *
 * @throws {InputError} With the key that is missing or of another type.
 */
function assessmentIn(text: string, file: string): Readable | undefined {
  if (!/\.json$/i.test(file)) return undefined;
  const value = plain(readYaml(text).read?.value);
  if (value['lines'] === undefined || value['totals'] === undefined) return undefined;
  checkAssessment(value, file, ['totals']);
  // What an older version did not write has no part in the words on the base model but the title.
  const { phases, states = [], ...rest } = value as unknown as StatedAssessment & Pick<Assessment, 'totals'>;
  const titled = phases.map((one) => ({ ...one, title: one.title ?? titleOf(one) }));
  return { ...rest, phases: titled, states } as unknown as Readable;
}

function titleOf({ phase, name }: StatedPhase): string {
  return name === undefined ? phase : `${phase} (${name})`;
}
