import type { Report } from '../diagnostics/report.js';
import { type ManifestTop, withSharedKeys } from './inherit.js';
import type { BaseModelEntry, Manifest, Phase } from './manifest.js';
import { isManifestQuantity } from './manifest-quantity.js';
import { messages } from './messages.js';
import { isFileOfModel } from './schema/base-model.js';
import { isOneMachine } from './schema/one-machine.js';
import { type ParsedHardware, type ParsedManifest, type ParsedPhase, workKeys } from './schema.js';
import { manifestKeys, sharedKeys } from './shared-keys.js';
import { slugOf } from './slug.js';
import { type Path, pathSteps, pathText, under, type YamlText } from './yaml/yaml.js';

export interface BuildContext {
  readonly yaml: YamlText;
  readonly text: string;
  readonly file: string | undefined;
  readonly report: Report;
}

/** A manifest whose shape is right, in one form: phases in a list, paths on quantities, a slug. */
export function buildManifest(parsed: ParsedManifest, { yaml, text, file, report }: BuildContext): Manifest {
  const placed = withPaths(parsed, [], phaseNames(parsed)) as ParsedManifest;
  const model = modelOf(placed);
  const name = model.name ?? model.id;
  const { ofPhases, byName } = hardwareIn(placed, yaml.value);
  if (name === undefined) report({ ...messages.missingKey('name', "the model's name, or its id on the Hub"), path: 'model' });
  return {
    model: { ...model, name: name ?? 'model' },
    slug: slugIn(placed, name ?? 'model', report),
    baseModels: baseModelsIn(placed),
    sites: placed.sites ?? {},
    hardware: byName,
    phases: phasesIn({ ...placed, hardware: ofPhases }, report),
    systemBoundary: placed.system_boundary,
    notCounted: placed.not_counted,
    cite: placed.cite,
    impacts: placed.impacts ?? [],
    offsets: placed.offsets,
    report: placed.report ?? {},
    software: placed.software,
    formats: placed.output?.formats,
    section: placed.output?.section,
    equivalents: placed.output?.equivalents ?? [],
    cyclonedx: placed.output?.cyclonedx,
    use: useIn(placed, yaml.value, report),
    whatIf: placed.what_if,
    factors: placed.factors,
    audits: placed.audits,
    positionOf: (path) => yaml.positionOf(pathSteps(path), 'value'),
    file,
    text,
  };
}

function modelOf({ model }: ParsedManifest): Omit<Manifest['model'], 'name'> & { readonly name?: string | undefined } {
  if (typeof model === 'string') return { name: model };
  const { name, id, parameters, inference_flops: inferenceFlops, cite, url, version, released, supplier } = model;
  return { name, id, parameters: parameters?.value, inferenceFlops, cite, url, version, released, supplier };
}

/**
 * One load: requests or tokens, since each has emissions of its own.
 *
 * @param written The manifest as it is written: a load that is faulty is one all the same.
 */
function useIn({ use }: ParsedManifest, written: unknown, report: Report): ParsedManifest['use'] {
  if (use === undefined) return undefined;
  const { use: given } = written as { readonly use?: object | undefined };
  const loads = (['requests', 'tokens'] as const).filter((key) => given !== undefined && key in given);
  if (loads.length !== 1) report({ ...messages.oneLoad(loads.length > 1), path: 'use' });
  return use;
}

function baseModelsIn({ base_model: given }: ParsedManifest): readonly BaseModelEntry[] {
  if (given === undefined) return [];
  const isList = Array.isArray(given);
  return (isList ? given : [given]).map((one, index) => {
    const path = isList ? `base_model[${index}]` : 'base_model';
    if (typeof one !== 'string') return { ...one, path };
    return isFileOfModel(one) ? { file: one, path } : { id: one, path };
  });
}

function slugIn(parsed: ParsedManifest, name: string, report: Report): string {
  const model = typeof parsed.model === 'string' ? {} : parsed.model;
  if (parsed.slug !== undefined && model.slug !== undefined && parsed.slug !== model.slug)
    report({ ...messages.twoSlugs(), path: 'slug', part: 'value' });
  const slug = slugOf({ name, slug: parsed.slug ?? model.slug, id: model.id });
  if ('slug' in slug) return slug.slug;
  const inModel = typeof parsed.model === 'string' ? 'model' : `model.${slug.at}`;
  const path = slug.at === 'slug' && parsed.slug !== undefined ? 'slug' : inModel;
  report({ ...slug.problem, path, part: 'value' });
  return '';
}

interface TopHardware {
  /** That of the only phase, or of every phase without its own. */
  readonly ofPhases?: string | ParsedHardware | undefined;
  /** What phases choose from; in words, it is a mapping with these words. */
  readonly byName: Readonly<Record<string, ParsedHardware>>;
}

/** @param written The manifest as it is written: a machine whose keys are all faulty is still one machine. */
function hardwareIn({ hardware }: ParsedManifest, written: unknown): TopHardware {
  if (typeof hardware !== 'object') return { ofPhases: hardware, byName: {} };
  if (isOneMachine((written as Readonly<Record<string, unknown>>)['hardware'])) return { ofPhases: hardware as ParsedHardware, byName: {} };
  const named = Object.entries(hardware as Readonly<Record<string, string | ParsedHardware>>);
  return {
    byName: Object.fromEntries(named.map(([name, machine]) => [name, typeof machine === 'string' ? { accelerator: machine } : machine])),
  };
}

/** The phases, or the one that a manifest without `phases` describes at its top. */
function phasesIn(parsed: ManifestTop, report: Report): readonly Phase[] {
  const atTop = workKeys.filter((key) => parsed[key] !== undefined && !manifestKeys.includes(key));
  if (parsed.phases !== undefined) {
    for (const key of atTop.filter((name) => !(sharedKeys as readonly string[]).includes(name)))
      report({ ...messages.phasesBesideShorthand(key), path: under('', key) });
    if (parsed.phases.length === 0) report({ ...messages.noPhases(), path: 'phases' });
    return parsed.phases.map((phase, index) => withSharedKeys(phase, parsed, `phases[${index}]`));
  }
  if (atTop.length === 0) {
    report({ ...messages.noPhases(), path: '' });
    return [];
  }
  const work = Object.fromEntries(atTop.map((key) => [key, parsed[key]])) as Omit<ParsedPhase, 'phase'>;
  return [{ phase: 'training', ...work, path: '' }];
}

/** Phases by kind and name, since their numbers change when one is added. */
function phaseNames({ phases = [] }: ParsedManifest): readonly string[] {
  return phases.map(({ phase, name }) => pathText(name === undefined ? [phase] : [phase, name]));
}

/** Gives every quantity the path at which the manifest has it, and an identity. */
function withPaths(value: unknown, path: Path, phases: readonly string[]): unknown {
  if (isManifestQuantity(value)) {
    const at = pathText(path);
    const [, index] = path;
    const phase = path[0] === 'phases' && typeof index === 'number' ? phases[index] : undefined;
    return { ...value, path: at, identity: phase === undefined ? at : `${phase}.${pathText(path.slice(2))}` };
  }
  if (Array.isArray(value)) return value.map((item: unknown, index) => withPaths(item, [...path, index], phases));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPaths(item, [...path, key], phases)]));
}
