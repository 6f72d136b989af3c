import type { ClaimedValue, Recorded } from '../../claims/claim.js';
import { atMost, plain } from '../../units/format.js';
import { mass, says, three } from './message.js';

/** What the emissions may be, where the text leaves it open; and the likely cause. */
export interface Allowed {
  readonly range: { readonly low: number; readonly high: number } | undefined;
  readonly repair: string | undefined;
}

const allowed = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  Number.isFinite(high)
    ? `between ${mass(low)} and ${mass(high)}, with the load, the hosts and the PUE that the text leaves open`
    : `at least ${mass(low)}`;

const productText = (count: ClaimedValue, hours: ClaimedValue): string => atMost(count.value * hours.value, 6);
/** An assessment has a bare number. */
const countText = ({ text }: ClaimedValue): string => (/^[\d,]+$/.test(text) ? `${text} accelerators` : plain(text));
const doNotMatch = ({ text, value }: ClaimedValue): string => `${plain(text)} ${value === 1 ? 'does' : 'do'} not match`;

/** The lines of values that are not on the line of a finding: `Line 12 has 200 hours.` */
function elsewhere(line: number, values: readonly ClaimedValue[]): string | undefined {
  const lines = [...new Set(values.map(({ at }) => at.line))].filter((other) => other !== line);
  const texts = lines.map((other) => {
    const there = values.filter(({ at }) => at.line === other).map(({ text }) => plain(text));
    return `line ${other} has ${there.join(' and ')}`;
  });
  return texts.length === 0 ? undefined : `${texts.join(', ').replace(/^l/, 'L')}.`;
}

/** What does not follow from the values beside it: products, sums, rates, hours and PUE. */
export const arithmeticMessages = {
  arithmetic: (printed: string, factors: string, product: number, { range, repair }: Allowed) =>
    says(`${factors} is ${mass(product)}, but the text has ${printed}.`, {
      expected: range === undefined ? `about ${mass(product)}, or up to twice that with a PUE` : allowed(range),
      note: repair,
    }),
  assessmentArithmetic: (printed: string, factors: string, product: number, repair: string | undefined) =>
    says(`${factors} is ${mass(product)}, but this line has ${printed}.`, { expected: mass(product), note: repair }),
  energyArithmetic: (
    printed: string,
    factors: string,
    { product, max }: { readonly product: string; readonly max: string },
    repair: string | undefined,
  ) =>
    says(`${factors} is ${product}, but the text has ${printed}.`, { expected: `at most ${max}, with hosts and a PUE of 2`, note: repair }),
  repair: {
    scale: (factor: number) => `They differ by a factor of ${three(factor)}: check the units (g, kg, t; Wh, kWh, MWh).`,
    pueMissing: (ratio: number) =>
      `The emissions are ${three(ratio)} of the product, as if the energy included a PUE of ${three(1 / ratio)} and the emissions did not.`,
    pueTwice: () => 'The energy seems to include the PUE already.',
    pound: () => 'They differ by a factor of 2.2: check for pounds in place of kilograms.',
    perAccelerator: (count: string) => `They differ by the number of accelerators (${count}): GPU-hours are hours × accelerators.`,
  },
  sumLess: (what: string, total: string, sum: string) =>
    says(`The total ${total} is less than the sum of its parts, ${sum} (${what}).`, { expected: sum }),
  sumMore: (what: string, total: string, sum: string, isWhole: boolean) =>
    says(`The total ${total} is more than the sum of its parts, ${sum} (${what}).`, {
      expected: isWhole ? sum : 'all parts listed, or a sentence on what else the total includes',
    }),
  sumOff: (what: string, total: string, sum: string) => says(`${what} is ${total}, but its lines add up to ${sum}.`, { expected: sum }),
  rateBeyondRounding: (rate: string, hours: string, product: number, total: string) =>
    says(`${rate} × ${hours} is ${mass(product)}, but the text has ${total}: rounding of the rate does not explain the difference.`, {
      expected: mass(product),
    }),
  rateRounded: (rate: string, total: string) =>
    says(`${total} was calculated from the rounded rate ${rate}.`, {
      expected: 'the total from the rate with all its digits',
      note: 'A rate with one digit can be off by half a digit, here more than 5 % of the total.',
    }),
  hoursPerAccelerator: (stated: ClaimedValue, count: ClaimedValue, hours: ClaimedValue) =>
    says(`${doNotMatch(stated)}: ${countText(count)} for ${hours.text} make ${productText(count, hours)} accelerator-hours.`, {
      expected: `${productText(count, hours)} GPU-hours: hours on the clock × accelerators`,
      note: elsewhere(stated.at.line, [hours, count]),
    }),
  hoursBesideSection: (stated: ClaimedValue, count: ClaimedValue, hours: ClaimedValue) =>
    says(
      `${countText(count)} for ${hours.text} make ${productText(count, hours)} accelerator-hours, but the carbon section has ${plain(stated.text)}.`,
      {
        expected: 'the same work in both places, or a sentence on what each of them counts',
        note: elsewhere(hours.at.line, [stated, count]),
      },
    ),
  hoursOfManifest: (stated: ClaimedValue, { acceleratorHours, product }: Recorded) => {
    const hours = `${atMost(acceleratorHours, 6)} accelerator-hours`;
    return says(`${doNotMatch(stated)} the manifest: ${product === undefined ? `its phases have ${hours}` : `${product} make ${hours}`}.`, {
      expected: `Write ${atMost(acceleratorHours, 6)} GPU-hours: \`carboncard card\` writes the section again`,
    });
  },
  pueBelowOne: (value: string) =>
    says(`Invalid PUE ${value}: below 1.`, {
      expected: 'facility energy ÷ machine energy, 1 or more',
      note: 'A value below 1 can be its inverse (DCiE), or a share.',
    }),
  pueTwiceInEmissions: (energy: string, pue: string) =>
    says(`The emissions multiply ${energy} by a PUE of ${pue}, but this energy already includes it.`, { expected: 'the PUE once' }),
  pueTwiceByTool: (tool: string, energy: string, pue: string) =>
    says(`The emissions multiply ${energy} by a PUE of ${pue}, but energies from ${tool} already include a PUE.`, {
      expected: 'the PUE once',
      note: 'CodeCarbon (from 2.2.3), carbontracker, Eco2AI and experiment-impact-tracker apply a PUE themselves.',
    }),
  pueSquared: (pue: string) => says(`The values agree only if the PUE of ${pue} is applied twice.`, { expected: 'the PUE once' }),
} as const;
