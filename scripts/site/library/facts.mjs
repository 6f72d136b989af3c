import { ofPhase } from './models.mjs';

/** What a publication does not state. */
export const none = '–';

/** What a table says of the phases of a figure, in the words of the program's reports. */
export function factsOf({ formatted, mostDevices, deviceHours, placesText, gridsText }, model, { published, total }) {
  const assessment = ofPhase(model.assessment, published.phase);
  return {
    energy: total.energy === undefined ? none : formatted(total.energy).text,
    hardware: mostDevices(assessment, ({ device, statedDevice }) => statedDevice ?? device) ?? none,
    hours: deviceHours(assessment) ?? none,
    place: placesText(assessment) ?? none,
    grid: gridsText(assessment) ?? none,
  };
}

/**
 * A figure that a publication prints, and the calculated one beside it, as texts: in the unit of the publication with digits to compare
 * them by, and rounded to what its interval allows, as a report has it.
 */
export function figureTexts(program, { published, total }) {
  const { printedFigure, phaseNames, massText, intervalText } = program;
  const { emissions, emissionsMarket } = total;
  const phase = phaseNames[published.phase];
  return {
    phase,
    printed: massOf(printedFigure(published)).slice(phase.length + 1),
    calculated: inUnitOf(program, published, emissions),
    market: emissionsMarket === undefined ? undefined : inUnitOf(program, published, emissionsMarket),
    rounded: `${massText(emissions)} (${intervalText(emissions)})`,
  };
}

/** `1,438 lb`: the head of the column says what is emitted. */
const massOf = (text) => text.replace(/ CO₂e$/, '');

/** Four digits, and one behind the point of larger figures. */
const digits = 4;

function inUnitOf({ parseQuantity, printedFigure, phaseNames, grouped }, { phase, unit }, { value }) {
  const one = parseQuantity(`1 ${unit}`, 'emissions', false);
  if (!one.ok) throw new TypeError(`Unknown unit ${unit}`);
  const figure = value / one.value;
  const decimals = figure === 0 ? 0 : Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(figure))), 1), 6);
  // The unit as it is printed: `t`.
  const printed = massOf(printedFigure({ phase, value: 1, unit })).slice(`${phaseNames[phase]} 1`.length);
  return `${grouped(figure, decimals)}${printed}`;
}
