import { assessmentClaims } from '../../../claims/assessment.js';
import type { Subject } from '../../../claims/claim.js';
import type { Path } from '../../../claims/plain.js';
import { type Diagnostic, InputError, type Position } from '../../../diagnostics/diagnostic.js';
import type { YamlText } from '../../../manifest/yaml/yaml.js';
import { boamps } from '../../../trackers/boamps/boamps.js';
import type { RunRecord } from '../../../trackers/record.js';

/** What a BoAmps report claims, and what is odd about it. */
export interface BoampsClaims {
  readonly claims: Subject;
  readonly remarks: readonly Diagnostic[];
}

/** Whether a text is a BoAmps report. */
export const isBoamps = boamps.recognises;

/**
 * Reads a BoAmps report as `init` does, so that both have the same numbers, and states them as an assessment does: a line of energy for
 * each component, and the phase with its devices, hours and grid.
 *
 * @throws {InputError} With every fault of the report.
 */
export async function boampsClaims(text: string, read: YamlText, file: string): Promise<BoampsClaims> {
  const runs: RunRecord[] = [];
  const remarks: Diagnostic[] = [];
  try {
    for await (const item of boamps.read(onePiece(text))) {
      if ('run' in item) runs.push(item.run);
      else if (item.diagnostic.severity !== 'note') remarks.push({ ...item.diagnostic, file });
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
  }
  const stated = runs.flatMap((run, at) => statedLines(run, at));
  const value = { model: { name: runs[0]?.model?.name }, lines: stated.map(({ line }) => line), phases: runs.slice(0, 1).map(statedPhase) };
  const locate = (path: Path): Position => read.positionOf(placeOf(path, stated), 'value') ?? { line: 1, column: 1 };
  return { claims: assessmentClaims(value, locate, file), remarks };
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}

/** A line as an assessment has it, and the measure that it is of. */
interface StatedLine {
  readonly line: object;
  readonly measure: number;
}

function statedLines(run: RunRecord, at: number): readonly StatedLine[] {
  const { energy, whole, boundary, phase, intensity } = run;
  const energies =
    whole === undefined ? { dynamic: energy } : { host: whole.host, idle: whole.idle, overhead: whole.overhead, dynamic: energy };
  const grid = intensity === undefined ? [] : [{ name: 'grid intensity', value: intensity, unit: 'gCO2e/kWh' }];
  return Object.entries(energies).flatMap(([component, kWh]) => {
    if (kWh === undefined) return [];
    const work = component === 'dynamic' && at === 0 ? [{ name: 'energy', value: kWh, unit: 'kWh', basis: 'declared' }] : [];
    const line = { phase, component, boundary, energy: { value: kWh, unit: 'kWh' }, inputs: [...grid, ...work] };
    const counted: readonly string[] | undefined = whole?.counted;
    return [{ line, measure: counted?.indexOf(component) ?? at }];
  });
}

function statedPhase({ phase, accelerator, hours, intensity }: RunRecord): object {
  const count = accelerator?.count;
  return {
    phase,
    device: accelerator?.name,
    accelerators: count,
    acceleratorHours: count === undefined || hours === undefined ? undefined : { value: count * hours, unit: 'h' },
    duration: hours === undefined ? undefined : { value: hours, unit: 'h' },
    grid: intensity === undefined ? undefined : { intensity: { value: intensity, unit: 'gCO2e/kWh' } },
  };
}

/** Where the report has what a part of the assessment states. */
function placeOf([part, at, key]: Path, stated: readonly StatedLine[]): Path {
  if (key === 'grid' || key === 'inputs') return ['environment', 'powerSourceCarbonIntensity'];
  if (part === 'lines' && typeof at === 'number') return ['measures', stated[at]?.measure ?? 0, 'powerConsumption'];
  if (key === 'energy') return ['measures', 0, 'powerConsumption'];
  if (key === 'duration' || key === 'acceleratorHours') return ['measures', 0, 'measurementDuration'];
  return ['infrastructure', 'components'];
}
