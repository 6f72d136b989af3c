import { grouped, significant } from '../units/format.js';

/** What a finding says: what was found, what was expected, and why. */
export interface Sentence {
  readonly message: string;
  readonly expected?: string | undefined;
  readonly note?: string | undefined;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const say = (message: string, expected?: string, note?: string): Sentence => ({
  message,
  ...(expected !== undefined && { expected }),
  ...(note !== undefined && { note }),
});

/** Emissions in the unit that reads well. */
export function mass(grams: number): string {
  const size = Math.abs(grams);
  if (size >= 1e6) return `${significant(grams / 1e6, 3)} t`;
  return size >= 1e3 ? `${significant(grams / 1e3, 3)} kg` : `${significant(grams, 3)} g`;
}

const plainGrams = (grams: number): string =>
  Number.isInteger(grams) ? grouped(grams, 0).replaceAll(',', '') : String(Number(grams.toPrecision(12)));
const three = (value: number): string => significant(value, 3);
const intensity = (value: number): string => `${three(value)} g/kWh`;
const span = (low: number, high: number): string => (Number.isFinite(high) ? `${mass(low)} to ${mass(high)}` : `at least ${mass(low)}`);

/** Every sentence of the audits. Tests assert these, so that no wording lives in two places. */
export const messages = {
  metadataUnreadable: (reason: string) =>
    say(`The Hub can't read this front matter, and so no emissions: ${reason}`, 'YAML between two lines `---`'),

  // The number of the metadata
  metadataText: (raw: string, reads: number | undefined) =>
    say(
      `\`emissions: ${raw}\` is text and no number.`,
      'grams of CO2eq as a plain number, such as `emissions: 149200`',
      reads === undefined ? 'The Hub reads no number in it.' : `The Hub takes the first digits of it: ${reads}, as grams.`,
    ),
  metadataExponent: (raw: string, value: number, reads: number | undefined) =>
    say(
      `\`${raw}\` has an exponent, which readers disagree about.`,
      `a plain decimal: \`${value >= 1e21 || Math.abs(value) < 1e-12 ? raw : plainGrams(value)}\``,
      reads === undefined || reads === value ? undefined : `The Hub reads ${reads} g here.`,
    ),
  metadataNegative: (raw: string) => say(`${raw} g is below zero.`, 'what was emitted, without what was offset or avoided'),
  metadataNotFinite: (raw: string) => say(`\`${raw}\` is no amount.`, 'grams of CO2eq as a plain number, such as `emissions: 149200`'),
  metadataList: () =>
    say(
      '`co2_eq_emissions` is a list.',
      'a mapping: `emissions:` and `source:` below it, without dashes',
      'The Hub finds no emissions in a list.',
    ),
  metadataWithoutEmissions: () =>
    say('`co2_eq_emissions` has no key `emissions`.', '`emissions:` with grams of CO2eq', "The Hub's filter fails on such a mapping."),
  metadataNothing: () => say('`co2_eq_emissions` is empty.', 'grams of CO2eq, or no such key'),
  metadataPlaceholder: (raw: string) =>
    say(`\`${raw}\` looks like a placeholder and not like a figure.`, 'grams of CO2eq as they were measured or estimated, or no such key'),

  // Units
  metadataUnitByText: (raw: string, printed: string, unit: string, grams: number) =>
    say(
      `The metadata says ${raw}, and the text ${printed}: the number of ${unit} stands where grams belong.`,
      `\`emissions: ${plainGrams(grams)}\``,
      'The Hub reads `co2_eq_emissions` as grams of CO2eq.',
    ),
  metadataUnitBySize: (raw: string, low: number, high: number, words: string, unit: string) =>
    say(
      `${raw} g is far too little for ${words}; as ${unit} it would fit.`,
      `${span(low, high)}, in grams`,
      'The Hub reads `co2_eq_emissions` as grams of CO2eq; CodeCarbon writes kilograms.',
    ),
  metadataPretraining: (raw: string) =>
    say(
      `${raw} g is too little for pre-training.`,
      'grams of CO2eq',
      'The Hub reads `co2_eq_emissions` as grams; CodeCarbon writes kilograms.',
    ),
  metadataDisagrees: (grams: number, printed: string) =>
    say(`The metadata says ${mass(grams)}, and the text ${printed}.`, 'one figure in both places, or a word on what each of them counts'),

  // Arithmetic
  arithmetic: (printed: string, factors: string, product: number, repair: string | undefined) =>
    say(`${factors} is ${mass(product)}, and the text says ${printed}.`, `about ${mass(product)}, or up to twice that with a PUE`, repair),
  assessmentArithmetic: (printed: string, factors: string, product: number, repair: string | undefined) =>
    say(`${factors} is ${mass(product)}, and this line says ${printed}.`, mass(product), repair),
  energyArithmetic: (printed: string, factors: string, product: string, repair: string | undefined) =>
    say(
      `${factors} is ${product} at most, and the text says ${printed}.`,
      `energy that this work can have drawn, with a PUE of 2 at most`,
      repair,
    ),
  repair: {
    scale: (factor: number) => `They differ by a factor of ${three(factor)}: a unit was mistaken (g, kg, t; Wh, kWh, MWh).`,
    pueMissing: (ratio: number) =>
      `The emissions are ${three(ratio)} of the product: as if a PUE of ${three(1 / ratio)} were in the energy and not in the emissions.`,
    pueTwice: () => 'The PUE seems to be in the energy already.',
    pound: () => 'They differ by 2.2: pounds and kilograms.',
    perAccelerator: (count: string) => `They differ by the number of accelerators (${count}): GPU-hours are hours × accelerators.`,
  },
  sumLess: (what: string, total: string, sum: string) =>
    say(`The total ${total} is less than its parts, which come to ${sum} (${what}).`, sum),
  sumMore: (what: string, total: string, sum: string) =>
    say(
      `The parts come to ${sum}, and the total says ${total} (${what}).`,
      'all parts listed, or a word on what the total holds beside them',
    ),
  sumOff: (what: string, total: string, sum: string) => say(`${what} says ${total}, and its lines come to ${sum}.`, sum),
  rateBeyondRounding: (rate: string, hours: string, product: number, total: string) =>
    say(`${rate} × ${hours} is ${mass(product)}, and the text says ${total}: more apart than the rate's rounding explains.`, mass(product)),
  rateRounded: (rate: string, total: string) =>
    say(
      `${total} was multiplied out of the rounded rate ${rate}.`,
      'the total from the rate with all its digits',
      'A rate with one digit can be half a digit off, here more than five per cent of the total.',
    ),
  hoursPerAccelerator: (stated: string, count: string, hours: string, product: number) =>
    say(
      `${stated}, and ${count} for ${hours} are ${three(product)} accelerator-hours.`,
      `${three(product)} GPU-hours: hours on the clock × accelerators`,
    ),

  // PUE
  pueBelowOne: (value: string) =>
    say(
      `A PUE of ${value} is not possible.`,
      'facility energy ÷ machine energy, 1 or more',
      'Below 1 it may be its inverse (DCiE), or a share.',
    ),
  pueTwiceInEmissions: (energy: string, pue: string) =>
    say(`The emissions multiply ${energy} by a PUE of ${pue} that this energy already includes.`, 'the PUE once'),
  pueTwiceByTool: (tool: string, energy: string, pue: string) =>
    say(
      `The emissions multiply ${energy} by a PUE of ${pue}, and energies of ${tool} already include one.`,
      'the PUE once',
      'CodeCarbon from 2.2.3 on, carbontracker, Eco2AI and experiment-impact-tracker multiply by a PUE themselves.',
    ),
  pueSquared: (pue: string) => say(`The figures come out only with the PUE of ${pue} taken twice.`, 'the PUE once'),

  // Power
  powerAsEnergy: (printed: string) =>
    say(
      `${printed} is an energy, and the words around it speak of a power.`,
      'watts or kilowatts for a power; kilowatt-hours for an energy over some hours',
    ),
  clusterPowerAsEnergy: (printed: string, hours: string) =>
    say(
      `${printed} can't be what this drew in ${hours}.`,
      'kW for a power; as an energy, power × hours',
      'It seems to be a power, printed in kWh.',
    ),
  energyAsPower: (printed: string) =>
    say(`${printed} is a rate, and the words around it speak of an energy.`, 'kilowatt-hours for an energy'),
  powerAboveLimit: (printed: string, device: string, limit: number) =>
    say(
      `${printed} is more than a ${device} may draw.`,
      `at most ${limit} W`,
      'Cards of one name differ by form: an A100 is 400 W as SXM, 250 or 300 W as PCIe.',
    ),
  cpuAboveLimit: (printed: string, cpu: string, limit: number) =>
    say(`${printed} is more than a ${cpu} can draw.`, `at most ${limit} W`, 'Some tools multiply the rating of a processor by its cores.'),
  aboveStatedRating: (printed: string, rating: string) =>
    say(`An average of ${printed} is more than the rating of ${rating} beside it.`, `at most ${rating}`),
  impliedAboveLimit: (watts: number, energy: string, hours: string, device: string, limit: number) =>
    say(`${energy} in ${hours} is ${three(watts)} W for each ${device}.`, `at most ${limit} W, and what host and facility add`),
  powerBelowIdle: (printed: string, device: string, watts: number) =>
    say(
      `${printed} is less than a ${device} draws while it does nothing.`,
      `an average between about ${three(watts)} W and its rating`,
      'A last sample after the work, or one card of several, can read so.',
    ),
  impliedBelowIdle: (watts: number, energy: string, hours: string, device: string, least: number) =>
    say(
      `${energy} in ${hours} is ${three(watts)} W for each ${device}, less than one draws while it does nothing.`,
      `about ${three(least)} W or more`,
    ),
  guessedPower: () =>
    say(
      'A CPU power of 42.5 W is what CodeCarbon takes for a processor that it does not know.',
      'a measured power, or the rating of the processor',
      'It is half of a default of 85 W, whatever the machine.',
    ),

  // Grids
  impliedIntensity: (printed: string, energy: string, implied: number | undefined, expected: Bounds, grids: Bounds, where: string) =>
    say(
      implied === undefined ? `${printed} does not fit ${energy}.` : `${printed} for ${energy} implies ${intensity(implied)}.`,
      `${span(expected.low, expected.high)}: grids${where} have ${three(grids.low)} to ${intensity(grids.high)}`,
      'Grams, kilograms or tonnes, or Wh and kWh, may have been mistaken.',
    ),
  statedIntensity: (printed: string, least: number, most: number) =>
    say(`No grid emits ${printed}.`, `between ${three(least)} and ${intensity(most)}`, 'kg/MWh are g/kWh; lb/MWh are 0.4536 g/kWh.'),
  worldAverage: (value: number, place: string, low: number, high: number) =>
    say(
      `The emissions imply ${value} g/kWh, a world average, and the place is ${place}.`,
      `the figure of that grid, ${low === high ? intensity(low) : `${three(low)} to ${intensity(high)}`} in published years`,
      'Tools fall back to it without a word where they do not recognise a place.',
    ),
  gridYear: (grid: number, run: number) =>
    say(
      `The grid's figure is of ${grid}, and the run of ${run}.`,
      `a figure at most 3 years from ${run}`,
      'Grids change by several per cent a year.',
    ),

  // Zeros
  zeroGpuEnergy: (printed: string) =>
    say(
      `${printed} for the GPUs means that they were not measured.`,
      'their energy, or a word that it is missing',
      'Cards without an energy counter, WSL and Jetson report 0.',
    ),
  zeroEnergy: (printed: string) => say(`${printed} means that nothing was measured.`, 'an energy above zero, or a word that it is missing'),
  zeroEmissions: (printed: string, work: string) =>
    say(`${printed} for ${work} means that nothing was measured.`, 'location-based emissions, which are above zero on every grid'),
  zeroPower: (printed: string, energy: string) =>
    say(`A power of ${printed} beside ${energy} is a last sample, or was not measured.`, 'the average power over the run'),
  roundedAway: (printed: string) =>
    say(`${printed} was rounded until nothing was left.`, 'significant digits in a smaller unit, such as `0.42 g`'),

  // Whose electricity
  marketAlone: (printed: string) =>
    say(
      `${printed} is market-based, and no location-based figure stands beside it.`,
      'the location-based emissions too',
      'Contracts do not change what the grid emitted; GHG Protocol Scope 2 asks for both.',
    ),
  offsetsSubtracted: (printed: string) =>
    say(`${printed} has offsets taken off.`, 'the emissions in full, with offsets apart', 'Offsets are a third thing, and never subtract.'),
  sameClaim: (printed: string, others: readonly string[]) =>
    say(
      `${printed} is also claimed by ${others.join(', ')}.`,
      "each model's share, with its key (GPU-hours, FLOPs), or one card with the whole",
      'A shared effort that several cards claim in full is counted several times.',
    ),
  placeholderLeft: (text: string) => say(`A placeholder is left here: ${text}`, 'a figure, or a word that it is not known'),
  embodiedSilent: () =>
    say(
      'Nothing is said of making the hardware (embodied emissions).',
      'its share, or that it is not counted',
      "BLOOM's training was 24.7 t for electricity alone, and 50.5 t with its hardware and its idle and infrastructure power.",
    ),
  deploymentSilent: () => say('Nothing is said of deployment (inference).', 'an estimate per request, or that it is not counted'),
} as const;
