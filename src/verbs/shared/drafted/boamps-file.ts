import { type Basis, confidentialities, dataTypes, dataUsages, infrastructures } from '../../../assessment/ids.js';
import type { DatasetFacts, TaskFacts } from '../../../assessment/phase-facts.js';
import { present } from '../../../assessment/present.js';
import type { StatedAssessment, StatedLine, StatedPhase } from '../../../assessment/stated/stated.js';
import { list, type Plain, plain } from '../../../claims/plain.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { boamps } from '../../../trackers/boamps/boamps.js';
import { algorithmIn, baseModelIn, describedIn, modelNameIn } from '../../../trackers/boamps/own-report.js';
import type { RunRecord } from '../../../trackers/record.js';
import type { StatedFile } from './bom-file.js';

/**
 * What a BoAmps report of carboncard states of an assessment, read as a log is, with what no log has: the name of the phase, the task,
 * the software. Nothing where somebody else wrote the report, or where it states no grid.
 */
export async function boampsAssessment(text: string, value: Plain, file: string): Promise<StatedFile | undefined> {
  if (!boamps.recognises(text)) return undefined;
  const { run, diagnostics } = await wholeIn(text, file);
  const name = modelNameIn(value);
  if (run?.whole === undefined || run.phase === undefined || name === undefined) return undefined;
  if (run.intensity === undefined || run.place.country === undefined) return undefined;
  const algorithm = plain(algorithmIn(value));
  const parameters = numberOf(algorithm['parametersNumber']);
  const base = baseModelIn(value);
  const assessment: StatedAssessment = {
    model: { name, url: textOf(algorithm['algorithmUri']), parameters: parameters && Number((parameters * 1e9).toPrecision(15)) },
    report: reportOf(plain(value['header'])),
    software: some({
      os: textOf(plain(value['system'])['os']),
      language: textOf(plain(value['software'])['language']),
      framework: textOf(algorithm['framework']),
    }),
    baseModels: base && [base],
    ...phaseOf(run, value),
  };
  return { assessment, diagnostics };
}

/** The only run of a report, where it lists every component; faults are for whoever reads it as a log. */
async function wholeIn(text: string, file: string): Promise<{ readonly run?: RunRecord; readonly diagnostics: readonly Diagnostic[] }> {
  const runs: RunRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    for await (const item of boamps.read(onePiece(text))) {
      if ('run' in item) runs.push(item.run);
      else diagnostics.push({ ...item.diagnostic, file });
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { diagnostics: [] };
  }
  const [run, ...others] = runs;
  return run === undefined || others.length > 0 ? { diagnostics: [] } : { run, diagnostics };
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}

function phaseOf(run: RunRecord, value: Plain): Pick<StatedAssessment, 'phases' | 'lines' | 'states'> {
  const { phase = 'training', place, intensity = 0, accelerator, hours, requests, started, whole, accuracy } = run;
  const { name, share } = describedIn(value);
  const at = { phase, name };
  const count = accelerator?.count === undefined ? undefined : Number((accelerator.count / (share ?? 1)).toPrecision(12));
  const facts: StatedPhase = {
    ...at,
    share,
    device: accelerator?.name,
    accelerators: count,
    duration: hours === undefined ? undefined : { value: hours, unit: 'h' },
    requests,
    place: {
      label: place.region ?? place.country ?? '',
      country: place.country,
      cloud: place.cloud,
      region: place.cloudRegion,
    },
    grid: { intensity: { value: intensity, unit: 'gCO2e/kWh' } },
    started: started?.slice(0, 10),
    task: taskOf(value),
  };
  const energies = { dynamic: run.energy, host: whole?.host, idle: whole?.idle, overhead: whole?.overhead };
  const lines = Object.entries(energies).flatMap(([id, kWh]): readonly StatedLine[] => {
    const component = id as keyof typeof energies;
    if (kWh === undefined) return [];
    const ends = accuracy === undefined ? {} : { low: kWh * (1 - accuracy), high: kWh * (1 + accuracy) };
    const basis: Basis | undefined = whole?.bases?.[component];
    return [
      {
        ...{ ...at, component, basis, energy: { value: kWh, unit: 'kWh', ...ends } },
        boundary: component === 'dynamic' ? (run.boundary === 'processors' ? undefined : run.boundary) : undefined,
        emissions: { value: (kWh * intensity) / 1000, unit: 'kgCO2e' },
        // The quality is of the whole energy.
        unknown: `quality of ${[phase, name].filter((part) => part !== undefined).join(' ')}`,
      },
    ];
  });
  return {
    phases: [facts],
    lines,
    states: [
      { ...at, component: 'embodied', state: 'not-counted', reason: 'not in a BoAmps report' },
      // Idle machines beside a host are those that were held without work.
      ...(whole?.host === undefined ? [{ ...at, component: 'host' as const, state: 'included' as const }] : []),
    ],
  };
}

function taskOf(value: Plain): TaskFacts | undefined {
  const task = plain(value['task']);
  const datasets = list(task['dataset']).flatMap((one): readonly DatasetFacts[] => {
    const type = wordOf(one['dataType'], dataTypes);
    const usage = wordOf(one['dataUsage'], dataUsages) ?? 'input';
    return type === undefined ? [] : [{ type, usage, items: numberOf(one['dataQuantity']), url: textOf(one['sourceUri']) }];
  });
  const { infraType, cloudProvider } = plain(value['infrastructure']);
  const infrastructure = wordOf(infraType, infrastructures);
  return some({
    family: textOf(task['taskFamily']),
    algorithm: textOf(plain(algorithmIn(value))['algorithmType']),
    datasets: datasets.length === 0 ? undefined : datasets,
    // A cloud says so by itself.
    infrastructure: cloudProvider !== undefined && infrastructure === 'publicCloud' ? undefined : infrastructure,
  });
}

function reportOf(header: Plain): StatedAssessment['report'] {
  const date = /^\d{4}-\d\d-\d\d/.exec(textOf(header['reportDatetime']) ?? '')?.[0];
  const publisher = plain(header['publisher']);
  return some({
    date,
    publisher: textOf(publisher['name']),
    confidentiality: wordOf(publisher['confidentialityLevel'], confidentialities),
    licence: textOf(header['licensing']),
  });
}

/** What is stated; nothing where nothing is. */
function some<T extends object>(value: T): T | undefined {
  const stated = present(value);
  return Object.keys(stated).length === 0 ? undefined : stated;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function wordOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}
