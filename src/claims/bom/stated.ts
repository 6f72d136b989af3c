import type { OnInvalid } from '../../assessment/bom/fields/field.js';
import { numbered } from '../../assessment/bom/fields/field.js';
import { byCalendar, lineField, stateField } from '../../assessment/bom/fields/line-fields.js';
import { modelFields } from '../../assessment/bom/fields/model-fields.js';
import { inputFields, phaseFacts } from '../../assessment/bom/fields/phase-fields.js';
import { propertyNames as names } from '../../assessment/bom/properties.js';
import { componentIds } from '../../assessment/ids.js';
import type { StatedAssessment, StatedLine } from '../../assessment/stated/stated.js';
import { type BomConsumption, type BomModel, bomModels, type Properties, sizeOfUnit } from './models.js';

/** What a BOM states of an assessment. */
export interface StatedBom {
  readonly assessment: StatedAssessment;
  /** Properties of carboncard whose value is none of their kind; they are left out. */
  readonly invalid: readonly { readonly name: string; readonly text: string }[];
}

type StatedParts = { readonly [K in 'phases' | 'lines' | 'states' | 'embodiedAlternatives']: NonNullable<StatedAssessment[K]> };

/**
 * The assessment that a BOM was written from, by the properties that carboncard writes. Nothing where somebody else wrote some of its
 * consumptions or changed their energy or emissions: the fields of the standard come first.
 */
export function statedBom(bom: unknown): StatedBom | undefined {
  const [model, ...others] = bomModels(bom).filter(({ consumptions, properties }) => consumptions.length > 0 || properties.size > 0);
  if (model === undefined || others.length > 0 || !model.properties.has(names.modelName)) return undefined;
  const invalid = new Map<string, string>();
  const onInvalid: OnInvalid = (name, text) => void invalid.set(name, text);
  const read = model.consumptions.map((one) => ({ one, parts: partsOf(one.properties, onInvalid) }));
  const own = read.flatMap(({ one, parts }) => (parts !== undefined && isAsWritten(one, parts) ? [parts] : []));
  if (own.length < read.length) return undefined;
  const without = numbered('phase', { write: () => [], read: partsOf }).read(model.properties, onInvalid) ?? [];
  const facts = modelOf(model, onInvalid);
  if (facts === undefined) return undefined;
  const assessment: StatedAssessment = { ...facts, ...joined([...own, ...without]) };
  if (assessment.lines.length === 0) return undefined;
  return { assessment, invalid: [...invalid].map(([name, text]) => ({ name, text })) };
}

function modelOf({ properties }: BomModel, onInvalid: OnInvalid): Omit<StatedAssessment, keyof StatedParts> | undefined {
  const model = modelFields.model.read(properties, onInvalid);
  if (model === undefined) return undefined;
  return {
    model,
    report: modelFields.report.read(properties, onInvalid),
    software: modelFields.software.read(properties, onInvalid),
    offsets: modelFields.offsets.read(properties, onInvalid),
    baseModels: modelFields.baseModels.read(properties, onInvalid),
  };
}

/** A phase with its lines and states, from the properties of one consumption, or of a phase without one. */
function partsOf(properties: Properties, onInvalid: OnInvalid): StatedParts | undefined {
  const phase = phaseFacts.read(properties, onInvalid);
  if (phase === undefined) return undefined;
  const place = { phase: phase.phase, name: phase.name };
  const inputs = Object.entries(inputFields).flatMap(([name, field]) => {
    const found = field.read(properties, onInvalid);
    return found === undefined ? [] : [{ name, ...found, source: '', basis: 'declared' as const }];
  });
  const lines = componentIds.flatMap((component): readonly StatedLine[] => {
    const figures = lineField(component).read(properties, onInvalid);
    // Electricity beside that of the work is an energy.
    const isElectricity = component !== 'embodied' && component !== 'dynamic';
    return figures === undefined || (isElectricity && figures.energy === undefined)
      ? []
      : [{ ...place, id: idOf(place, component), component, ...figures, inputs }];
  });
  const states = componentIds.flatMap((component) => {
    const state = stateField(component).read(properties, onInvalid);
    return state === undefined ? [] : [{ ...place, component, ...state }];
  });
  const otherwise = byCalendar.read(properties, onInvalid);
  return {
    phases: [phase],
    lines,
    states,
    embodiedAlternatives:
      otherwise === undefined ? [] : [{ line: idOf(place, 'embodied'), convention: 'calendar' as const, emissions: otherwise }],
  };
}

/** Whether the energy and the emissions of a consumption are still those of its lines. */
function isAsWritten({ energy, emissions }: BomConsumption, { lines }: StatedParts): boolean {
  const electric = lines.filter((line) => line.energy !== undefined);
  const [kWh, tonnes] = [sizeOfUnit(energy['unit'], 'energy'), sizeOfUnit(emissions['unit'], 'emissions')];
  const isSum = (stated: unknown, size: number | undefined, values: readonly number[]): boolean => {
    const sum = values.reduce((all, value) => all + value, 0);
    return typeof stated === 'number' && size !== undefined && Math.abs(stated * size - sum) <= 1e-9 * sum;
  };
  const isSameEnergy = isSum(
    energy['value'],
    kWh,
    electric.flatMap((line) => line.energy?.value ?? []),
  );
  const ofElectricity = electric.map((line) => line.emissions.value);
  return electric.length > 0 && isSameEnergy && isSum(emissions['value'], tonnes, ofElectricity);
}

function joined(all: readonly StatedParts[]): StatedParts {
  return {
    phases: all.flatMap(({ phases }) => phases),
    lines: all.flatMap(({ lines }) => lines),
    states: all.flatMap(({ states }) => states),
    embodiedAlternatives: all.flatMap(({ embodiedAlternatives }) => embodiedAlternatives),
  };
}

function idOf({ phase, name }: Pick<StatedLine, 'phase' | 'name'>, component: string): string {
  return [phase, name, component].filter((part) => part !== undefined).join('.');
}
