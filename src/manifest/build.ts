import type { Message } from '../diagnostics/message.js';
import { under } from '../resolve/references.js';
import { type LoggedPhases, withLogs } from './logged.js';
import type { Manifest, Phase } from './manifest.js';
import { isManifestQuantity } from './manifest-quantity.js';
import { messages } from './messages.js';
import { type ParsedManifest, type ParsedPhase, workKeys } from './schema.js';
import { slugOf } from './slug.js';
import { type Path, pathSteps, pathText, type Read } from './yaml.js';

export type Tell = (sentence: Message, path: Path, part?: 'key' | 'value') => void;

/** A manifest whose shape is right, with names resolved to one form: phases in a list, paths on quantities, a slug. */
export function buildManifest(
  parsed: ParsedManifest,
  {
    read,
    text,
    file,
    logs,
  }: { readonly read: Read; readonly text: string; readonly file: string | undefined; readonly logs: LoggedPhases | undefined },
  tell: Tell,
): Manifest {
  const placed = withPaths(parsed, [], phaseNames(parsed)) as ParsedManifest;
  const model = typeof placed.model === 'string' ? { name: placed.model } : placed.model;
  const name = model.name ?? model.id;
  if (name === undefined) tell(messages.missingKey('name', "the model's name, or its id on the Hub"), ['model']);
  const slug = slugIn(placed, name ?? 'model', tell);
  const { id, parameters, cite, url } =
    'id' in model || 'parameters' in model || 'cite' in model || 'url' in model ? model : ({} as Exclude<ParsedManifest['model'], string>);
  const logFindings: { readonly sentence: Message; readonly path: string }[] = [];
  const told = (sentence: Message, path: string): void => {
    if (sentence.severity === 'error') tell(sentence, pathSteps(path), 'value');
    else logFindings.push({ sentence, path });
  };
  const { system_boundary: systemBoundary, not_counted: notCounted } = placed;
  return {
    model: {
      name: name ?? 'model',
      ...(id !== undefined && { id }),
      ...(parameters !== undefined && { parameters: parameters.value }),
      ...(cite !== undefined && { cite }),
      ...(url !== undefined && { url }),
    },
    slug,
    sites: placed.sites ?? {},
    hardware: typeof placed.hardware === 'object' ? placed.hardware : {},
    phases: phasesIn(placed, tell).map((phase) => withItsLogs(phase, logs, Object.keys(placed.sites ?? {}).length === 1, told)),
    logFindings,
    ...(systemBoundary !== undefined && { systemBoundary }),
    ...(notCounted !== undefined && { notCounted }),
    ...(placed.cite !== undefined && { cite: placed.cite }),
    impacts: placed.impacts ?? [],
    ...(placed.offsets !== undefined && { offsets: placed.offsets }),
    report: placed.report ?? {},
    ...(placed.output?.formats !== undefined && { formats: placed.output.formats }),
    ...(placed.factors !== undefined && { factors: placed.factors }),
    ...(placed.audits !== undefined && { audits: placed.audits }),
    positionOf: (path) => read.positionOf(pathSteps(path), 'value'),
    ...(file !== undefined && { file }),
    text,
  };
}

function slugIn(parsed: ParsedManifest, name: string, tell: Tell): string {
  const model = typeof parsed.model === 'string' ? {} : parsed.model;
  if (parsed.slug !== undefined && model.slug !== undefined && parsed.slug !== model.slug) tell(messages.twoSlugs(), ['slug'], 'value');
  const given = parsed.slug ?? model.slug;
  const slug = slugOf({ name, ...(given !== undefined && { slug: given }), ...(model.id !== undefined && { id: model.id }) });
  if ('slug' in slug) return slug.slug;
  const inModel = typeof parsed.model === 'string' ? ['model'] : ['model', slug.at];
  tell(slug.problem, slug.at === 'slug' && parsed.slug !== undefined ? ['slug'] : inModel, 'value');
  return '';
}

/** The phases, or the one that a manifest without `phases` describes at its top. */
function phasesIn(parsed: ParsedManifest, tell: Tell): readonly Phase[] {
  const shared: readonly string[] = ['system_boundary', 'not_counted', 'cite'];
  const here = workKeys.filter(
    (key) => parsed[key] !== undefined && !shared.includes(key) && !(key === 'hardware' && typeof parsed.hardware === 'object'),
  );
  if (parsed.phases !== undefined) {
    for (const key of here) tell(messages.phasesBesideShorthand(key), [key]);
    if (parsed.phases.length === 0) tell(messages.noPhases(), ['phases']);
    return parsed.phases.map((phase, index) => ({ ...phase, path: `phases[${index}]` }));
  }
  if (here.length === 0) {
    tell(messages.noPhases(), []);
    return [];
  }
  const work = Object.fromEntries(here.map((key) => [key, parsed[key]])) as Omit<ParsedPhase, 'phase'>;
  return [{ phase: 'training', ...work, path: '' }];
}

function withItsLogs(
  phase: Phase,
  logs: LoggedPhases | undefined,
  hasSite: boolean,
  tell: (sentence: Message, path: string) => void,
): Phase {
  if (phase.from === undefined) return phase;
  if (logs === undefined) tell(messages.logsNotGiven(), under(phase.path, 'from'));
  const logged = logs?.get(phase.path);
  return logged === undefined ? phase : withLogs(phase, phase.path, logged, hasSite && phase.path !== '', tell);
}

/** Phases by what they are called, since their numbers move when one is added. */
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
