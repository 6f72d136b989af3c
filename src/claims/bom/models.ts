import { activities, phaseOfActivity } from '../../assessment/bom/activities.js';
import { componentsOf, environmentPath } from '../../assessment/bom/components.js';
import { propertyNames as names } from '../../assessment/bom/properties.js';
import { type PhaseKind, phaseKinds } from '../../assessment/ids.js';
import { findUnit } from '../../units/convert.js';
import { parseQuantity } from '../../units/parse.js';
import type { Dimension } from '../../units/quantity.js';
import { list, type Path, type Plain, plain } from '../plain.js';

/** A component of a CycloneDX BOM that states what energy was used for it. */
export interface BomModel {
  readonly name: string | undefined;
  /** Package URL. */
  readonly purl: string | undefined;
  /** Where it is in the BOM. */
  readonly path: Path;
  readonly consumptions: readonly BomConsumption[];
  /** What its environmental considerations have as properties. */
  readonly properties: Properties;
}

/** An entry of `energyConsumptions`, whoever wrote it. */
export interface BomConsumption {
  readonly path: Path;
  readonly activity: string | undefined;
  /** The kind of phase: as a property of carboncard says, else by the activity. */
  readonly phase: PhaseKind | undefined;
  /** `activityEnergyCost` and `co2CostEquivalent`, with whatever unit they have. */
  readonly energy: Plain;
  readonly emissions: Plain;
  readonly properties: Properties;
}

/** Values of properties by name; a name may have several. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** All components of a BOM that have environmental considerations, in the order of the file. */
export function bomModels(bom: unknown): readonly BomModel[] {
  return componentsOf(bom).flatMap(({ component, path }) => {
    const environment = environmentOf(component);
    if (environment === undefined) return [];
    const { name, purl } = component;
    const at = [...path, ...environmentPath];
    return [
      {
        name: textIn(name),
        purl: textIn(purl),
        path,
        consumptions: list(environment['energyConsumptions']).map((one, n) => consumption(one, [...at, 'energyConsumptions', n])),
        properties: propertiesOf(environment['properties']),
      },
    ];
  });
}

function environmentOf(component: Plain): Plain | undefined {
  let value: unknown = component;
  for (const key of environmentPath) value = plain(value)[key];
  return value === undefined || value === null ? undefined : plain(value);
}

function consumption(one: Plain, path: Path): BomConsumption {
  const properties = propertiesOf(one['properties']);
  const activity = textIn(one['activity']);
  const known = activities.find((word) => word === activity);
  const own = first(properties, names.phase);
  return {
    path,
    activity,
    phase: phaseKinds.find((kind) => kind === own) ?? (known && phaseOfActivity[known]),
    energy: plain(one['activityEnergyCost']),
    emissions: plain(one['co2CostEquivalent']),
    properties,
  };
}

function propertiesOf(value: unknown): Properties {
  const found = new Map<string, string[]>();
  for (const { name, value: text } of list(value)) {
    if (typeof name !== 'string' || typeof text !== 'string') continue;
    const same = found.get(name);
    if (same === undefined) found.set(name, [text]);
    else same.push(text);
  }
  return found;
}

export function first(properties: Properties, name: string): string | undefined {
  return properties.get(name)?.[0];
}

/**
 * The size of a unit in that of the dimension inside the program (kWh, kgCO2e). The schema has kWh and tCO2eq alone; others write other
 * units. Nothing for a unit that is none.
 */
export function sizeOfUnit(unit: unknown, dimension: 'energy' | 'emissions'): number | undefined {
  if (unit === undefined || unit === '') return dimension === 'energy' ? 1 : 1000;
  const found = typeof unit === 'string' ? findUnit(unit, dimension) : undefined;
  return found?.kind === 'found' && found.dimension === dimension ? found.factor : undefined;
}

/** A property that is a number with its unit, in the unit of the program: `50.5 tCO2eq` is 50500. */
export function quantityIn(properties: Properties, name: string, dimension: Dimension): number | undefined {
  const text = first(properties, name);
  const parsed = text === undefined ? undefined : parseQuantity(text, dimension, true);
  return parsed?.ok === true && Number.isFinite(parsed.value) && parsed.value >= 0 ? parsed.value : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
