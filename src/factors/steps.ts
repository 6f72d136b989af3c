import type { Factor, LookupStep } from './factor.js';

/** The sentences on what a look-up took in place of what was asked for. Reports show them behind a label, so they start in lower case. */
export const steps = {
  nearestYear: (what: string, wanted: number, taken: number, of: string | undefined): LookupStep => ({
    id: 'nearest-year',
    text: `no figure${of === undefined ? '' : ` of ${of}`} for ${what} in ${wanted}; ${taken} is the nearest year with one`,
  }),
  newestYear: (what: string, taken: number): LookupStep => ({
    id: 'nearest-year',
    text: `no year was given for ${what}; ${taken} is the newest with a figure`,
  }),
  countryForZone: (what: string, country: string): LookupStep => ({
    id: 'coarser-place',
    text: `no grid figure for ${what}; the average of ${country} was used`,
  }),
  nationalGrid: (what: string, country: string): LookupStep => ({
    id: 'coarser-place',
    text: `no figure for the grid of ${what} alone; that of ${country} was used`,
  }),
  countryOrState: (code: string, country: string, state: string): LookupStep => ({
    id: 'country-or-state',
    text: `“${code}” was read as the country, ${country}; it could also be ${state}`,
  }),
  consumedForProduced: (what: string, year: number): LookupStep => ({
    id: 'other-basis',
    text: `no figure for electricity produced in ${what} in ${year}; that for electricity consumed there was used, which includes imports`,
  }),
  producedForConsumed: (what: string, year: number): LookupStep => ({
    id: 'other-basis',
    text: `no figure for electricity consumed in ${what} in ${year}; that for electricity produced there was used, which excludes imports`,
  }),
  producedInCountry: (what: string, country: string): LookupStep => ({
    id: 'other-basis',
    text: `the basis differs too: electricity produced in ${country}, not consumed in ${what}`,
  }),
  zoneOfSeveral: (region: string, zone: string, others: readonly string[]): LookupStep => ({
    id: 'zone-taken',
    text: `${region} lies in several grid zones; ${zone}, the largest there, was used; others are ${others.join(', ')}`,
  }),
  hosterWithoutRegion: (hoster: string, cloud: string | undefined): LookupStep => ({
    id: 'coarser-place',
    text: `${hoster} names no region${cloud === undefined ? '' : ` of ${cloud}, where its machines are`}: the range covers all of them; add the country, state or city of its data centre`,
  }),
  neighbourGrid: (country: string, neighbour: string): LookupStep => ({
    id: 'coarser-place',
    text: `no grid figure for ${country}; that of ${neighbour}, which supplies it, was used`,
  }),
  fleetForRegion: (what: string, provider: string): LookupStep => ({
    id: 'coarser-place',
    text: `no figure is published for ${what}; the average of all data centres of ${provider} was used`,
  }),
  variantTaken: (asked: string, taken: string, power: Factor, others: readonly string[]): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” is ambiguous: ${taken} (${power.value} ${power.unit}) was used; it could also be ${others.join(' or ')}`,
  }),
  highestVariant: (asked: string, taken: string, power: Factor): LookupStep => ({
    id: 'variant-taken',
    text: `the factor tables have no sourced power of “${asked}”; ${power.value} ${power.unit} was used, the highest figure of the variants of ${taken} in huggingface.js`,
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
