/** What a run's lines state about its grid. */
export interface OpenGrid {
  intensity?: number | undefined;
  average?: number | undefined;
  country?: string | undefined;
  isDefaulted: boolean;
}

/** Intensities that the tool has as constants (gCO2e/kWh), for where it detects no place or can fetch no intensity. */
const constants: readonly (readonly [value: number, name: string])[] = [
  [294.2061, 'the average of the EU-28 in 2017'],
  [475, 'the world average of 2019'],
  [481, 'the world average'],
];

/** Logs have two decimals. */
const rounding = 0.006;

/** What the tool's constant is the average of, if an intensity is one. */
export function constantAt(intensity: number | undefined): string | undefined {
  return constants.find(([value]) => intensity !== undefined && Math.abs(intensity - value) < rounding)?.[1];
}

/** Adds what a line states about the grid: an intensity, the place that was detected, or that a constant was used. */
export function addGrid(grid: OpenGrid, text: string): void {
  const [, average, there] =
    /^Average carbon intensity during training was ([\d.]+) ?g\S*\/kWh(?: at detected location: (.*?)\.?$)?/.exec(text) ?? [];
  if (average !== undefined) grid.average = Number(average);
  const [, intensity, here] = /^Carbon intensity: ([\d.]+) ?g\S*\/kWh(?: at (.*?)\.?$)?/.exec(text) ?? [];
  if (intensity !== undefined) grid.intensity = Number(intensity);
  const fetched = /^Carbon intensities \(.*?\) fetched every .*? at detected location:? (.*?): \[/.exec(text)?.[1];
  const [, missed] = /^Live carbon intensity could not be fetched(?: at detected location: (.*?)\. )?/.exec(text) ?? [];
  if (/\b(?:Defaulted|Defaulting) to average |\bUsed average carbon intensity for /.test(text)) grid.isDefaulted = true;
  grid.country = [there, here, fetched, missed].map(countryIn).find((country) => country !== undefined) ?? grid.country;
}

/** The last part of `Copenhagen, Capital Region, DK`. A report has no need of the city. */
function countryIn(place: string | undefined): string | undefined {
  const last = place?.split(',').at(-1)?.trim();
  if (last === undefined || /^(?:undetected|unknown|none)$/i.test(last)) return undefined;
  return /^\p{L}[\p{L} .'-]{1,40}$/u.test(last) ? last : undefined;
}
