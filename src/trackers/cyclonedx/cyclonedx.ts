import { activityOf } from '../../assessment/bom/activities.js';
import { environmentPath, firstMinorVersion, minorVersion } from '../../assessment/bom/components.js';
import { propertyNames as names } from '../../assessment/bom/properties.js';
import { type BomConsumption, type BomModel, bomModels, first, sizeOfUnit } from '../../claims/bom/models.js';
import { lineFinder } from '../../claims/lines.js';
import { bomMessages } from '../../diagnostics/bom-messages.js';
import { itemsAt, placeAt } from '../../diagnostics/json-places.js';
import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal, type LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import type { NamedModel, RunRecord } from '../record.js';
import { numberIn, readJson, wholeText } from '../texts/json-text.js';
import type { LogItem, LogText, Tracker } from '../tracker.js';
import { messages } from './messages.js';
import { type BomFigures, invalidCountOf, statedFields } from './stated-fields.js';
import { linesWithoutEnergy } from './without-energy.js';

/**
 * A bill of materials of CycloneDX 1.6 or later in JSON (ECMA-424), whose components of models may state
 * `modelCard.considerations.environmentalConsiderations.energyConsumptions`: for an `activity` the energy (`activityEnergyCost`, kWh)
 * and the emissions of that energy (`co2CostEquivalent`, tonnes of CO2 equivalent). What carboncard writes has more in its properties:
 * phase, boundary, embodied emissions, grid intensity, place, hardware and time. The emissions of others are kept as the total that they
 * report, and the intensity that they imply is an answer to the question of the place.
 */
export const cyclonedx = {
  id: 'cyclonedx',
  title: 'CycloneDX BOM',
  recognises: (beginning) => /^\uFEFF?\s*\{/.test(beginning) && /"bomFormat"\s*:\s*"CycloneDX"/.test(beginning),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const whole = await wholeText(text);
  const bom = readJson(whole);
  const version = versionOf(bom);
  const models = bomModels(bom).filter(
    ({ consumptions, properties }) => consumptions.length > 0 || properties.has(names.lineWithoutEnergy),
  );
  if (models.length === 0) throw fatal(bomMessages.silentBom());
  const log = createLogReport();
  if (models.length > 1) log.report(messages.severalModels(models.map(({ name }, n) => name ?? `component ${n + 1}`)));
  const lineAt = lineFinder(whole);
  const runs = models.flatMap((model) => runsOf(model, { whole, lineAt, log, version, isOne: models.length === 1 }));
  log.throwErrors();
  if (runs.length === 0) throw fatal(bomMessages.silentBom());
  log.report(messages.declared());
  for (const run of runs) yield { run };
  yield* log.remarks();
}

/** The release of CycloneDX; before 1.6 it had no place for energy. */
function versionOf(bom: unknown): string | undefined {
  const minor = minorVersion(bom);
  if (minor !== undefined && minor < firstMinorVersion) throw fatal(bomMessages.oldBom(`1.${minor}`));
  return minor === undefined ? undefined : `1.${minor}`;
}

interface BomContext {
  readonly whole: string;
  readonly lineAt: (offset: number) => { readonly line: number };
  readonly log: LogReport;
  readonly version: string | undefined;
  /** No other component states energy. */
  readonly isOne: boolean;
}

function runsOf(model: BomModel, { whole, lineAt, log, version, isOne }: BomContext): readonly RunRecord[] {
  const list = placeAt(whole, [...model.path, ...environmentPath, 'energyConsumptions']);
  const items = list === undefined || whole[list.start] !== '[' ? [] : itemsAt(whole, list);
  const place = placeAt(whole, model.path);
  const linesOf = (one = place): RunRecord['lines'] =>
    one === undefined ? [1, 1] : [lineAt(one.start).line, lineAt(Math.max(one.start, one.end - 1)).line];
  const common = { tracker: 'cyclonedx', version, model: named(model), isMeasured: false, parts: {} } as const;
  const inModel = (name: string | undefined): string | undefined =>
    isOne || model.name === undefined ? name : [model.name, name].filter((part) => part !== undefined).join(', ');
  const runs = model.consumptions.flatMap((one, n): readonly RunRecord[] => {
    const lines = linesOf(items[n]);
    const report = log.at(lines[0]);
    const figures = figuresOf(one, report);
    if (figures === undefined) return [];
    if (one.phase === undefined && one.activity !== undefined) report(messages.otherActivity(one.activity));
    const stated = statedFields(one, figures);
    const count = invalidCountOf(one);
    if (count !== undefined) report(messages.invalidCount(count));
    if (stated.intensityOf !== undefined) report(messages.emissionsOfEnergy());
    return [{ ...common, lines, phase: one.phase, name: inModel(nameOf(one)), ...stated }];
  });
  const without = linesWithoutEnergy(model).map(({ name, ...fields }) => ({
    ...common,
    lines: linesOf(),
    name: inModel(name),
    place: {},
    ...fields,
  }));
  return [...runs, ...without];
}

/** Its name; else the activity, where that is another one than what carboncard writes for the phase. */
function nameOf({ properties, phase, activity }: BomConsumption): string | undefined {
  const isOther = phase === undefined || (activity !== undefined && activity !== activityOf[phase]);
  return first(properties, names.name) ?? (isOther && !properties.has(names.phase) ? activity : undefined);
}

/** Energy and emissions, in units of the program. Energy of 0 beside emissions is not known; a consumption without both is nothing. */
function figuresOf({ energy, emissions }: BomConsumption, report: Report): BomFigures | undefined {
  const figure = (of: 'energy' | 'emissions', stated: BomConsumption['energy'], unit: string): number | undefined => {
    const size = sizeOfUnit(stated['unit'], of);
    const value = numberIn(stated['value'], of === 'energy' ? 'activityEnergyCost' : 'co2CostEquivalent', report);
    if (size === undefined) report(messages.unknownUnit(of, String(stated['unit'])));
    else if (value !== undefined && stated['unit'] !== undefined && stated['unit'] !== unit)
      report(messages.otherUnit(of, String(stated['unit'])));
    return value === undefined || size === undefined ? undefined : value * size;
  };
  const [kWh, kg] = [figure('energy', energy, 'kWh'), figure('emissions', emissions, 'tCO2eq')];
  const isKnown = kWh !== undefined && kWh > 0;
  if (kWh === 0) report(shared.notMeasured('A consumption'));
  if (!isKnown && (kg === undefined || kg === 0)) {
    report(messages.nothingStated());
    return undefined;
  }
  if (!isKnown) report(messages.noEnergy());
  return { kWh: isKnown ? kWh : undefined, kg };
}

/** The model by its component: the id on the Hub from its package URL. */
function named({ name, purl }: BomModel): NamedModel | undefined {
  const [, id] = /^pkg:huggingface\/([\w.-]+\/[\w.-]+)(?:[@?#]|$)/.exec(purl ?? '') ?? [];
  return name === undefined && id === undefined ? undefined : { name: name ?? id, id, isStated: true, bases: [] };
}
