import { InputError } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import { findUnit } from '../../units/convert.js';
import { fatal } from '../log-report.js';
import { mappedColumn } from '../texts/columns.js';
import { own } from '../texts/json-text.js';
import { messages } from './messages.js';
import type { Names, Parameter } from './steps.js';

/** Meanings whose unit a manifest may state. Of durations, Impact Framework fixes the unit: seconds. */
const meanings = ['energy', 'emissions'] as const;

/**
 * The parameters with the units that `parameter-metadata` of the plugins states for them. A unit that a person has given is kept.
 * With `parameter-metadata: { outputs: { energy: { unit: Wh } } }`, 1000 of `energy` are 1 kWh.
 *
 * @param given Meanings for which a person has given a column.
 * @throws {InputError} Where the unit of the energy is unknown or does not fit, or plugins state different ones.
 */
export function withStatedUnits(names: Names, manifest: unknown, given: object, report: Report): Names {
  const stated = meanings.flatMap((meaning) => {
    const { name } = names[meaning];
    const units = Object.hasOwn(given, meaning) ? [] : unitsOf(manifest, name);
    const [unit, ...others] = units;
    if (unit === undefined) return [];
    if (others.length > 0) throw fatal(messages.severalUnits(meaning, name, units));
    const factor = factorOf(meaning, name, unit);
    if (factor !== undefined) return [[meaning, { name, factor }] as const];
    if (meaning === 'energy') throw fatal(messages.statedUnit(name, unit));
    // Emissions are only compared, so an unknown unit is no reason to refuse the energy.
    report(messages.unitOfEmissions(name, unit));
    return [];
  });
  return {
    ...names,
    ...Object.fromEntries(stated),
    embodied: names.embodied.map((parameter) => otherParameter(parameter, { manifest, dimension: 'emissions' }, report) ?? parameter),
    intensity: names.intensity && otherParameter(names.intensity, { manifest, dimension: 'intensity' }, report),
  };
}

interface Stated {
  readonly manifest: unknown;
  readonly dimension: 'emissions' | 'intensity';
}

/** A parameter in the unit that is stated for it; nothing where that is unknown. */
function otherParameter(parameter: Parameter, { manifest, dimension }: Stated, report: Report): Parameter | undefined {
  const [unit, ...others] = unitsOf(manifest, parameter.name);
  if (unit === undefined) return parameter;
  const found = findUnit(unit, dimension);
  if (others.length === 0 && found.kind === 'found' && found.dimension === dimension)
    return { name: parameter.name, factor: (value) => value * found.factor };
  report(dimension === 'emissions' ? messages.unitOfEmissions(parameter.name, unit) : messages.unitOfIntensity(parameter.name, unit));
  return undefined;
}

/** Converts to kWh or kgCO2e; `undefined` where the unit is unknown or does not fit. */
function factorOf(meaning: (typeof meanings)[number], column: string, unit: string): ((value: number) => number) | undefined {
  try {
    return mappedColumn({ [meaning]: { column, unit } }, meaning)?.factor;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The units that plugins state for a parameter of their outputs; where none does, for one of their inputs. */
export function unitsOf(manifest: unknown, parameter: string): readonly string[] {
  const plugins = own(own(manifest, 'initialize'), 'plugins');
  const list: readonly unknown[] = typeof plugins === 'object' && plugins !== null ? Object.values(plugins) : [];
  const unitsIn = (side: 'inputs' | 'outputs'): readonly string[] => [
    ...new Set(
      list.flatMap((plugin) => {
        const unit = own(own(own(own(plugin, 'parameter-metadata'), side), parameter), 'unit');
        return typeof unit === 'string' && unit.trim() !== '' ? [unit.trim()] : [];
      }),
    ),
  ];
  const outputs = unitsIn('outputs');
  return outputs.length > 0 ? outputs : unitsIn('inputs');
}
