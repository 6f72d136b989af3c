import type { TotalPlace } from '../../claims/claim.js';
import { intensity, says, span, three } from './message.js';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What an intensity is implied by, and what would be plausible. */
export interface ImpliedIntensity {
  readonly energy: string;
  /** g/kWh; absent where the energy is not exact. */
  readonly implied: number | undefined;
  /** g. */
  readonly expected: Bounds;
  /** g/kWh. */
  readonly grids: Bounds;
  /** The place with the published averages of its own grid, or of all the grids of a country. */
  readonly place: (Bounds & { readonly label: string; readonly kind: 'own' | 'all' }) | undefined;
}

const bounds = ({ low, high }: Bounds): string => (three(low) === three(high) ? intensity(low) : `${three(low)} to ${intensity(high)}`);

/** `the United States`, `France`. */
const withArticle = (country: string): string => (/^(?:United|Netherlands|Philippines)/.test(country) ? `the ${country}` : country);

function gridsText({ grids, place }: Pick<ImpliedIntensity, 'grids' | 'place'>): string {
  if (place === undefined) return `grids have ${bounds(grids)}`;
  const { label, kind } = place;
  if (kind === 'all') return `grids of ${withArticle(label)} have ${bounds(place)} in published years; other sources can differ`;
  return `the grid of ${withArticle(label)} has ${bounds(place)} in published years; other sources can differ`;
}

/** Where a section has its total. */
const placeTexts: Readonly<Record<TotalPlace, string>> = {
  sentence: 'in its first sentence',
  table: 'in the last row of its table',
  bullet: 'behind “Carbon Emitted”',
};

/** Grids, zeros, contracts, and what a card leaves open. */
export const claimMessages = {
  sectionDisagrees: (printed: string, own: string) =>
    says(`The text has ${printed}, the carbon section has ${own}.`, {
      expected: 'one figure: remove the older one, or say in the text what it counts',
    }),
  sectionTotals: (printed: string, place: TotalPlace, total: string, places: readonly TotalPlace[]) =>
    says(
      `The carbon section has ${printed} ${placeTexts[place]}, but ${total} ${places.map((other) => placeTexts[other]).join(' and ')}.`,
      {
        expected: 'Write one total: `carboncard card` writes the section again',
      },
    ),
  impliedIntensity: (printed: string, { energy, implied, expected, grids, place }: ImpliedIntensity) =>
    says(implied === undefined ? `${printed} does not fit ${energy}.` : `${printed} for ${energy} implies ${intensity(implied)}.`, {
      expected: `${span(expected.low, expected.high)}: ${gridsText({ grids, place })}`,
      note: 'Check the units: grams, kilograms or tonnes; Wh or kWh.',
    }),
  statedIntensity: (printed: string, low: number, high: number) =>
    says(`${printed} is outside the range of electricity grids.`, {
      expected: `between ${three(low)} and ${intensity(high)}`,
      note: 'kg/MWh are g/kWh; lb/MWh are 0.4536 g/kWh.',
    }),
  worldAverage: (value: number, place: string, { low, high }: Bounds) =>
    says(`The emissions imply ${value} g/kWh, a world average, but the location is ${place}.`, {
      expected: `the intensity of that grid, ${low === high ? intensity(low) : `${three(low)} to ${intensity(high)}`} in published years`,
      note: 'Some tools use a world average without a warning where they do not recognise a location.',
    }),
  gridYear: (grid: number, run: number) =>
    says(`The grid intensity is of ${grid}, the run of ${run}.`, {
      expected: `an intensity at most 3 years from ${run}`,
      note: 'Grid intensities change by several per cent a year.',
    }),
  zeroEmissions: (printed: string, work: string) =>
    says(`${printed} for ${work}: nothing was measured.`, { expected: 'location-based emissions, which are above zero on every grid' }),
  roundedAway: (printed: string) =>
    says(`${printed} was rounded to zero.`, { expected: 'significant digits in a smaller unit, such as `0.42 g`' }),
  marketAlone: (printed: string) =>
    says(`${printed} is market-based, without location-based emissions beside it.`, {
      expected: 'Add the location-based emissions.',
      note: 'Contracts do not change what the grid emitted; GHG Protocol Scope 2 asks for both.',
    }),
  offsetsSubtracted: (printed: string) =>
    says(`Offsets were subtracted from ${printed}.`, {
      expected: 'the emissions in full, and offsets apart',
      note: 'Offsets are reported beside emissions, never subtracted from them.',
    }),
  sameClaim: (printed: string, others: readonly string[]) =>
    says(`${printed} is also claimed by ${others.join(', ')}.`, {
      expected: "each model's share and how it was divided (GPU-hours, FLOPs), or one card with the whole",
      note: 'A shared effort that several cards claim in full is counted several times.',
    }),
  placeholderLeft: (text: string) => says(`Placeholder left: ${text}`, { expected: 'a value, or a sentence that it is unknown' }),
  embodiedSilent: () =>
    says('Embodied emissions (making the hardware) are not mentioned.', {
      expected: 'their share, or a sentence that they are not counted',
      note: "BLOOM's training was 24.7 t for the electricity of the work alone, and 50.5 t with hardware, idle power and infrastructure.",
    }),
  deploymentSilent: () =>
    says('Deployment (inference) is not mentioned.', { expected: 'an estimate per request, or a sentence that it is not counted' }),
} as const;
