import type { Assessment } from '../../assessment/assessment.js';
import { countedText, phasesOf } from '../../assessment/coverage.js';
import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { fileFrom, readTextFile, realPath, shownName } from '../../io/files.js';
import type { Manifest } from '../../manifest/manifest.js';
import { readYaml } from '../../manifest/yaml/yaml.js';
import type { BaseModelFacts, ReadBaseModels } from '../../resolve/base-models.js';
import { createFaults } from './faults.js';
import { readNamed } from './file-faults.js';
import { messages } from './messages.js';

/** Assesses the manifest of a base model. */
export type Assess = (text: string, file: string, realFile: string) => Promise<Assessment>;

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/** What is read of an assessment; a program may have written more, or less. */
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
export async function readBaseModels({ baseModels, positionOf, file = '' }: Manifest, assess: Assess): Promise<ReadBases> {
  const read = new Map<string, BaseModelFacts>();
  const all: Diagnostic[] = [];
  for (const one of baseModels) {
    if (!('file' in one)) continue;
    const faults = createFaults();
    const facts = await faults.attempt(() => baseModelIn(one.file, fileFrom(file, one.file), assess));
    if (facts !== undefined) read.set(one.path, facts);
    // What has no line of its own is reported where the manifest names the file.
    all.push(...faults.all().map((fault) => (fault.line === undefined ? { ...fault, file, ...positionOf(one.path) } : fault)));
  }
  return { baseModels: read, faults: all };
}

async function baseModelIn(name: string, file: string, assess: Assess): Promise<BaseModelFacts> {
  const text = await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes }));
  const assessment = assessmentIn(text, file) ?? (await assess(text, file, await realPath(file)));
  const { development } = assessment.totals;
  if (development === undefined) throw new InputError([{ ...messages.noBaseTotal(name), file }]);
  const { id, name: model } = assessment.model;
  return {
    id,
    name: model,
    emissions: development.emissions,
    energy: development.energy,
    counted: countedText(assessment, phasesOf(assessment, 'development')),
    source: { title: `Carbon footprint of ${model}, assessed by carboncard (${shownName(name)})` },
  };
}

/** The assessment that a file is; nothing where it is something else. */
function assessmentIn(text: string, file: string): Readable | undefined {
  if (!/\.json$/i.test(file)) return undefined;
  const value = readYaml(text).read?.value;
  if (typeof value !== 'object' || value === null || !('lines' in value) || !('totals' in value)) return undefined;
  if (!isReadable(value)) throw new InputError([{ ...messages.noAssessment(), file, line: 1, column: 1 }]);
  return value;
}

function isReadable(value: object): value is Readable {
  const { model, totals, phases, lines, states } = value as Partial<Readable>;
  const { development } = totals ?? {};
  return (
    [phases, lines, states].every(Array.isArray) &&
    typeof model?.name === 'string' &&
    (development === undefined || (Number.isFinite(development.emissions?.value) && development.emissions.unit === 'kgCO2e'))
  );
}
