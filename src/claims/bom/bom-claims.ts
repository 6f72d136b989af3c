import { propertyNames as names } from '../../assessment/bom/properties.js';
import type { ClaimedValue, Measure, Qualifier, Subject, Sum } from '../claim.js';
import { Collector } from '../collector.js';
import type { Locate, Path } from '../plain.js';
import { isAmount } from '../text/numbers.js';
import { type BomConsumption, bomModels, first, type Properties, quantityIn, sizeOfUnit } from './models.js';

/** Reads what a CycloneDX BOM claims of the energy and emissions of its models, whoever wrote it. */
export function bomClaims(bom: unknown, locate: Locate, file?: string): Subject {
  const models = bomModels(bom);
  const reader = new BomReader(locate);
  const read = models.map(({ consumptions, properties, path }) => ({
    properties,
    path,
    parts: consumptions.map((one) => reader.consumption(one)),
  }));
  const sums = read.flatMap(({ properties, path, parts }) =>
    (['development', 'deployment'] as const).flatMap((which) => reader.total(which, { properties, path, parts }) ?? []),
  );
  const { values, devices, places } = reader.collector;
  return {
    kind: 'assessment',
    name: models[0]?.name,
    file,
    values,
    devices,
    places,
    passages: [],
    answers: [],
    sums,
    works: [],
    years: [],
    offsets: undefined,
  };
}

/** A consumption with all emissions of its phase. */
interface ReadConsumption {
  readonly isUse: boolean;
  /** Those of its energy, and those of making the hardware. */
  readonly emissions: readonly ClaimedValue[];
}

interface ModelContext {
  readonly properties: Properties;
  readonly path: Path;
  readonly parts: readonly ReadConsumption[];
}

interface Figure {
  /** In the measure's own unit. */
  readonly value: number | undefined;
  /** As printed. */
  readonly text: string;
  readonly unit: string;
  readonly path: Path;
  readonly scopes: readonly number[];
  readonly is?: readonly Qualifier[] | undefined;
}

class BomReader {
  readonly collector = new Collector();
  readonly #root = this.collector.scope();

  constructor(readonly locate: Locate) {}

  consumption({ path, phase, energy, emissions, properties }: BomConsumption): ReadConsumption {
    const scopes = this.#scopes();
    const field = (
      key: string,
      { value, unit }: Readonly<Record<string, unknown>>,
      size: number | undefined,
      own: readonly number[] = scopes,
    ) => ({
      value: typeof value === 'number' && size !== undefined ? value * size : undefined,
      text: `${String(value)} ${String(unit ?? '')}`.trim(),
      unit: String(unit ?? ''),
      path: [...path, key, 'value'],
      scopes: own,
    });
    this.#add('energy', field('activityEnergyCost', energy, sizeOfUnit(energy['unit'], 'energy')));
    // Claims have grams.
    const grams = sizeOfUnit(emissions['unit'], 'emissions');
    const ofEnergy = this.#add('emissions', field('co2CostEquivalent', emissions, grams === undefined ? undefined : grams * 1000));
    const property = (name: string, value: number | undefined, own: readonly number[], is: readonly Qualifier[] = []): Figure => {
      const text = first(properties, name) ?? '';
      return { value, text, unit: text.replace(/^[\d.]+\s*/, ''), path: [...path, 'properties'], scopes: own, is };
    };
    this.#add('intensity', property(names.intensity, quantityIn(properties, names.intensity, 'intensity'), scopes));
    const made = quantityIn(properties, names.embodied, 'emissions');
    const embodied = this.#add(
      'emissions',
      property(names.embodied, made === undefined ? undefined : made * 1000, this.#scopes(), ['embodied']),
    );
    // Facts of the phase are apart from its figures: the energy of the facility is no product of accelerators and PUE.
    this.#add('pue', property(names.pue, quantityIn(properties, names.pue, 'ratio'), this.#scopes()));
    return { isUse: phase === 'deployment', emissions: [ofEnergy, embodied].filter((one) => one !== undefined) };
  }

  /** The total that the properties of the model state, beside the consumptions that it is the sum of. */
  total(which: 'development' | 'deployment', { properties, path, parts }: ModelContext): Sum | undefined {
    const name = `${names.total}:${which}`;
    const kg = quantityIn(properties, name, 'emissions');
    const text = first(properties, name) ?? '';
    const total = this.#add('emissions', {
      value: kg === undefined ? undefined : kg * 1000,
      text,
      unit: text.replace(/^[\d.]+\s*/, ''),
      path: [...path, 'modelCard', 'considerations', 'environmentalConsiderations', 'properties'],
      scopes: this.#scopes(),
      is: ['total'],
    });
    const own = parts.filter(({ isUse }) => isUse === (which === 'deployment')).flatMap(({ emissions }) => emissions);
    const isWhole = !properties.has(names.lineWithoutEnergy);
    return total === undefined || own.length === 0 ? undefined : { what: name, total, parts: own, isWhole };
  }

  #scopes(): readonly number[] {
    return [this.collector.scope(), this.#root];
  }

  #add(measure: Measure, { value, text, unit, path, scopes, is = [] }: Figure): ClaimedValue | undefined {
    if (value === undefined || !isAmount(value)) return undefined;
    const [number = ''] = text.split(' ');
    const claimed: ClaimedValue = {
      ...{ measure, value, low: value, high: value, text, number, unit },
      at: this.locate(path),
      scopes,
      context: path.join('.'),
      is: new Set(is),
    };
    this.collector.values.push(claimed);
    return claimed;
  }
}
