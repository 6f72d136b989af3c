import type { Factor, LookupStep } from './factor.js';

/** Every sentence that a look-up can say about the way it took, so that tests and reports share one wording. */
export const steps = {
  nearestYear: (what: string, wanted: number, taken: number): LookupStep => ({
    id: 'nearest-year',
    text: `no figure for ${what} in ${wanted}; ${taken} is the nearest year that has one`,
  }),
  newestYear: (what: string, taken: number): LookupStep => ({
    id: 'nearest-year',
    text: `no year was given for ${what}; ${taken} is the newest that has a figure`,
  }),
  countryForZone: (what: string, country: string): LookupStep => ({
    id: 'coarser-place',
    text: `no grid figure for ${what}; the average of ${country} was taken`,
  }),
  nationalGrid: (what: string, country: string): LookupStep => ({
    id: 'coarser-place',
    text: `no figure is kept for the grid of ${what} alone; that of ${country} is taken`,
  }),
  consumedForProduced: (what: string, year: number): LookupStep => ({
    id: 'other-basis',
    text: `for ${year} there is no figure of the electricity produced in ${what}; that of the electricity consumed there was taken, which counts imports`,
  }),
  producedForConsumed: (what: string, year: number): LookupStep => ({
    id: 'other-basis',
    text: `for ${year} there is no figure of the electricity consumed in ${what}; that of the electricity produced there was taken, which leaves out imports`,
  }),
  producedInCountry: (what: string, country: string): LookupStep => ({
    id: 'other-basis',
    text: `the basis changes with it: electricity produced in ${country}, not consumed in ${what}`,
  }),
  zoneOfSeveral: (region: string, zone: string, others: readonly string[]): LookupStep => ({
    id: 'variant-taken',
    text: `${region} lies in several grid zones; ${zone}, the largest there, was taken; others are ${others.join(', ')}`,
  }),
  fleetForRegion: (what: string, provider: string): LookupStep => ({
    id: 'coarser-place',
    text: `no figure is published for ${what}; the average of all of ${provider} was taken`,
  }),
  variantTaken: (asked: string, taken: string, power: Factor, others: readonly string[]): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” names several devices: ${taken} (${power.value} ${power.unit}) was taken; it could also be ${others.join(' or ')}`,
  }),
  highestVariant: (asked: string, taken: string, power: Factor): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” is not in our sourced table; ${taken} (${power.value} ${power.unit}) is huggingface.js's figure, the highest of its variants`,
  }),
  pluralTaken: (asked: string, taken: string, other: string): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” was read as ${taken}; it could also be ${other}`,
  }),
  coresCounted: (asked: string, cores: number, chips: number): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” counts TensorCores: ${cores} cores are ${chips} chips, two cores on each`,
  }),
} as const;
