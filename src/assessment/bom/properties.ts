/** A name with a text: a `property` of CycloneDX, a `CdxPropertyEntry` of SPDX. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** Properties with another beginning are somebody else's. */
export const propertyPrefix = 'carboncard:';

/**
 * What the formats of bills of materials have no field for, by name. Values are texts: a number with its unit, a word, or a list with
 * commas. The names are a public interface: `init` and `audit` read them, and so may others.
 */
export const propertyNames = {
  // Of one consumption of energy
  phase: 'carboncard:phase',
  name: 'carboncard:name',
  systemBoundary: 'carboncard:system-boundary',
  boundary: 'carboncard:boundary',
  basis: 'carboncard:basis',
  energyLow: 'carboncard:energy:low',
  energyHigh: 'carboncard:energy:high',
  component: 'carboncard:component',
  emissions: 'carboncard:emissions',
  emissionsLow: 'carboncard:emissions:low',
  emissionsHigh: 'carboncard:emissions:high',
  embodied: 'carboncard:emissions:embodied',
  embodiedLow: 'carboncard:emissions:embodied:low',
  embodiedHigh: 'carboncard:emissions:embodied:high',
  market: 'carboncard:emissions:market-based',
  intensity: 'carboncard:grid-intensity',
  intensityLow: 'carboncard:grid-intensity:low',
  intensityHigh: 'carboncard:grid-intensity:high',
  gridYear: 'carboncard:grid-year',
  gridSource: 'carboncard:grid-source',
  pue: 'carboncard:pue',
  place: 'carboncard:place',
  country: 'carboncard:country',
  cloud: 'carboncard:cloud',
  region: 'carboncard:cloud-region',
  year: 'carboncard:year',
  hardware: 'carboncard:hardware',
  hardwareTaken: 'carboncard:hardware:taken-as',
  accelerators: 'carboncard:accelerators',
  acceleratorHours: 'carboncard:accelerator-hours',
  share: 'carboncard:share',
  duration: 'carboncard:duration',
  requests: 'carboncard:requests',
  water: 'carboncard:water',
  source: 'carboncard:source',
  // Of the model
  schema: 'carboncard:schema-version',
  factors: 'carboncard:factors',
  electricity: 'carboncard:electricity',
  embodiedConvention: 'carboncard:embodied',
  author: 'carboncard:author',
  cite: 'carboncard:cite',
  total: 'carboncard:total',
  lineWithoutEnergy: 'carboncard:line-without-energy',
  notCounted: 'carboncard:not-counted',
  offsets: 'carboncard:offsets',
} as const;
