import { propertyNames as names } from '../../assessment/bom/properties.js';
import { bases, componentIds, measurementBoundaries } from '../../assessment/ids.js';
import { type BomConsumption, first, type Properties, quantityIn } from '../../claims/bom/models.js';
import type { Dimension } from '../../units/quantity.js';
import type { RunBoundary, RunPlace, RunRecord, StatedEvidence, StatedRange } from '../record.js';

/** What a consumption used and emitted. */
export interface BomFigures {
  readonly kWh: number | undefined;
  readonly kg: number | undefined;
}

type Fields = Omit<RunRecord, 'tracker' | 'lines' | 'phase' | 'project' | 'name' | 'model' | 'isMeasured' | 'parts' | 'version'>;

/** What a consumption states beside its activity. */
export function statedFields({ properties }: BomConsumption, { kWh, kg }: BomFigures): Fields & Pick<RunRecord, 'isMeasured' | 'parts'> {
  const intensity = quantityIn(properties, names.intensity, 'intensity');
  const implied = kWh === undefined || kg === undefined ? undefined : (kg * 1000) / kWh;
  const year = /^(?:19|20)\d\d$/.exec(first(properties, names.year) ?? '')?.[0];
  return {
    isMeasured: first(properties, names.basis) === 'measured',
    parts: {},
    stated: evidenceOf(properties, kWh, intensity),
    energy: kWh,
    boundary: boundaryOf(properties),
    systemBoundary: systemBoundaryOf(properties),
    reported: kg,
    embodied: quantityIn(properties, names.embodied, 'emissions'),
    intensity: intensity ?? implied,
    intensityOf: intensity === undefined && implied !== undefined ? 'emissions ÷ energy' : undefined,
    isGridStated: intensity !== undefined || undefined,
    place: placeOf(properties),
    dated: year,
    ...workOf(properties),
    requests: quantityIn(properties, names.requests, 'requests'),
  };
}

/** Evidence and 90 % intervals, as carboncard writes them. An interval without its figure inside is none. */
function evidenceOf(properties: Properties, kWh: number | undefined, intensity: number | undefined): StatedEvidence {
  const range = (value: number | undefined, ends: readonly [string, string], dimension: Dimension): StatedRange | undefined => {
    const [low, high] = ends.map((name) => quantityIn(properties, name, dimension));
    const isInside = value !== undefined && low !== undefined && high !== undefined && low <= value && value <= high;
    return isInside ? { low, high } : undefined;
  };
  const made = quantityIn(properties, names.embodied, 'emissions');
  const words = first(properties, `${names.component}:embodied`)?.split(', ');
  return {
    basis: bases.find((known) => known === first(properties, names.basis)),
    energy: range(kWh, [names.energyLow, names.energyHigh], 'energy'),
    intensity: range(intensity, [names.intensityLow, names.intensityHigh], 'intensity'),
    embodied: range(made, [names.embodiedLow, names.embodiedHigh], 'emissions'),
    embodiedBasis: bases.find((known) => words?.includes(known)),
  };
}

/** What the energy includes, all lines of the phase together: the widest of its components, else where the work was metered. */
function boundaryOf(properties: Properties): RunBoundary | undefined {
  const components = systemBoundaryOf(properties) ?? [];
  if (components.includes('overhead')) return 'facility';
  if (components.includes('host') || components.includes('idle')) return 'node';
  const metered = first(properties, names.boundary);
  return measurementBoundaries.find((known) => known === metered);
}

function systemBoundaryOf(properties: Properties): RunRecord['systemBoundary'] {
  const words = first(properties, names.systemBoundary)
    ?.split(',')
    .map((word) => word.trim());
  const found = componentIds.filter((id) => words?.includes(id));
  return found.length === 0 ? undefined : found;
}

/** A place as the tables have it, else its country. */
function placeOf(properties: Properties): RunPlace {
  const [cloud, cloudRegion, country] = [names.cloud, names.region, names.country].map((name) => wordIn(properties, name));
  return { cloud, cloudRegion, country };
}

/** A word of a code or a region; other text may be private. */
function wordIn(properties: Properties, name: string): string | undefined {
  return /^[A-Za-z][\w-]{1,40}$/.exec(first(properties, name) ?? '')?.[0];
}

/** A device, its number and its hours; without a duration, the hours that number and accelerator-hours give. */
function workOf(properties: Properties): Pick<RunRecord, 'hours' | 'accelerator' | 'acceleratorHours'> {
  const device = first(properties, names.hardware);
  const name = device !== undefined && /^[\w .()+/®™-]{1,80}$/.test(device) ? device : undefined;
  const [stated, acceleratorHours] = [
    quantityIn(properties, names.accelerators, 'accelerators'),
    quantityIn(properties, names.acceleratorHours, 'time'),
  ];
  const count = stated === 0 ? undefined : stated;
  const quotient = count === undefined || acceleratorHours === undefined ? undefined : acceleratorHours / count;
  return {
    hours: quantityIn(properties, names.duration, 'time') ?? quotient,
    accelerator: name === undefined && count === undefined ? undefined : { name, count },
    acceleratorHours,
  };
}

/** A number of devices that is none: its text. */
export function invalidCountOf({ properties }: BomConsumption): string | undefined {
  const text = first(properties, names.accelerators);
  const count = quantityIn(properties, names.accelerators, 'accelerators');
  return count === undefined || count === 0 ? text : undefined;
}
