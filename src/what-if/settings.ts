import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { pathText, under } from '../manifest/yaml/yaml.js';
import { resolvePhase } from '../resolve/phase.js';
import { pathOfKey } from '../resolve/references.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import { percentExactly } from '../units/format.js';
import type { Change, Question } from './change.js';
import { hasDeclaredGrid, moved } from './moved.js';

type Where = (phase: Phase) => boolean;
const resolve: Question['resolve'] = (_, names) => resolvePhase(names);

/** The same in other years: grid and PUE are those of the year. */
export function yearsQuestion({ manifest, phases }: ResolvedManifest, years: readonly number[]): Question {
  const electric = new Set(phases.filter(({ grid }) => grid !== undefined).map(({ path }) => path));
  const isChanged: Where = ({ path }) => electric.has(path);
  // The year of the figures that a grid declares is replaced, too.
  const inYear = (year: number): Manifest => {
    const free = moved(manifest, isChanged);
    const undated = (site: Phase['site']): Phase['site'] => (typeof site === 'object' ? { ...site, grid: undefined } : site);
    const sites = Object.fromEntries(Object.entries(free.sites).map(([name, site]) => [name, { ...site, grid: undefined }]));
    const dated = free.phases.map((phase) =>
      isChanged(phase) ? { ...phase, site: undated(phase.site), grid: undefined, started: undefined, year } : phase,
    );
    return { ...free, sites, phases: dated };
  };
  const changes = years.map((year): Change => ({ label: String(year), manifest: inYear(year), isChanged }));
  return { by: 'years', isChanged, resolve, changes, base: hasDeclaredGrid(manifest, isChanged) ? moved(manifest, isChanged) : undefined };
}

const hoursOfOther =
  'Hours on record are those of the hardware of the runs. Give the operations (`flops`) in place of the hours, and the hours follow from the device.';

/** The same operations on other devices, where the hours are calculated from them. */
export function hardwareQuestion({ manifest }: ResolvedManifest, names: readonly string[]): Question {
  const isOfOperations: Where = ({ flops, accelerator_hours: recorded, duration, energy, emissions }) =>
    flops !== undefined && [recorded, duration, energy, emissions].every((given) => given === undefined);
  const hasSome = manifest.phases.some(isOfOperations);
  const isChanged: Where = hasSome ? isOfOperations : () => true;
  const changes = names.map((name): Change => {
    const phases = manifest.phases.map((phase) => (isChanged(phase) ? { ...phase, hardware: name } : phase));
    return { label: name, isChanged, manifest: { ...manifest, phases }, reason: hasSome ? undefined : hoursOfOther };
  });
  return { by: 'hardware', isChanged, resolve, changes };
}

/** The same at another load, where the energy is made from a rated power. */
export function loadQuestion({ manifest, phases }: ResolvedManifest, loads: readonly ManifestQuantity[]): Question {
  const rated = new Set(phases.filter(({ work }) => work?.ratedBy !== undefined).map(({ path }) => path));
  const isChanged: Where = ({ path }) => rated.has(path);
  const changes = loads.map(
    (load): Change => ({
      label: percentExactly(load.value),
      isChanged,
      manifest: {
        ...manifest,
        phases: manifest.phases.map((phase) =>
          isChanged(phase) ? { ...phase, load: at(load, under(phase.path, 'load'), identityOf(phase, 'load')) } : phase,
        ),
      },
    }),
  );
  return { by: 'load', isChanged, resolve, changes };
}

/** Another lifetime of the hardware, or another convention, where making it is calculated. */
export function embodiedQuestion(
  { manifest, phases }: ResolvedManifest,
  by: 'lifetime' | 'convention',
  values: readonly { readonly label: string; readonly embodied: ParsedEmbodied }[],
): Question {
  const made = new Set(phases.filter(({ embodied }) => embodied?.convention !== undefined).map(({ path }) => path));
  const isChanged: Where = ({ path, hardware }) => made.has(path) && hardware !== undefined;
  const changes = values.map(
    ({ label, embodied }): Change => ({ label, isChanged, manifest: withEmbodied(manifest, isChanged, embodied) }),
  );
  return { by, isChanged, resolve, changes };
}

type ParsedEmbodied = NonNullable<ParsedHardware['embodied']>;

/** A manifest whose hardware has other keys of `embodied`. Named hardware keeps its name and its path. */
function withEmbodied(manifest: Manifest, isChanged: Where, embodied: ParsedEmbodied): Manifest {
  const hardware = { ...manifest.hardware };
  const phases = manifest.phases.map((phase): Phase => {
    if (!isChanged(phase) || phase.hardware === undefined) return phase;
    const { hardware: own } = phase;
    if (typeof own === 'string' && Object.hasOwn(manifest.hardware, own)) {
      const named = manifest.hardware[own];
      if (named !== undefined) hardware[own] = withKeys(named, embodied, pathText(['hardware', own]));
      return phase;
    }
    const machine: ParsedHardware = typeof own === 'string' ? { accelerator: own } : own;
    return { ...phase, hardware: withKeys(machine, embodied, pathOfKey(phase, 'hardware')) };
  });
  return { ...manifest, hardware, phases };
}

function withKeys(hardware: ParsedHardware, { lifetime, ...embodied }: ParsedEmbodied, path: string): ParsedHardware {
  const own = lifetime === undefined ? {} : { lifetime: at(lifetime, `${path}.embodied.lifetime`) };
  const { occupancy, ...before } = hardware.embodied ?? {};
  // The calendar takes no occupancy, and one on record is of the other convention.
  const busy = embodied.convention === 'calendar' ? {} : { occupancy };
  return { ...hardware, embodied: { ...before, ...busy, ...embodied, ...own } };
}

/** A quantity as the manifest would have it at another place: its identity decides the order of its samples. */
function at(quantity: ManifestQuantity, path: string, identity = path): ManifestQuantity {
  return { ...quantity, path, identity };
}

/** Of a key of a phase, as `buildManifest` names it. */
function identityOf({ phase, name, path }: Phase, key: string): string {
  return path === '' ? key : `${pathText(name === undefined ? [phase] : [phase, name])}.${key}`;
}
