/** What a line says beside its figures. */
export const lineNotes = {
  overheadInside: 'Metered at the facility with its PUE unknown: overhead is included here.',
  onSiteWaterMissing: 'On-site water is not counted: no WUE is given.',
  offSiteWaterMissing: 'Off-site water is not counted: no figure for the grid is given.',
  convention: {
    occupancy: 'Convention: occupancy. Busy hours carry the idle life of the hardware.',
    calendar: 'Convention: calendar (as in ISO/IEC 21031). Reserved hours, no occupancy.',
  },
  shared: (share: string, key: string | undefined): string =>
    `The phase is shared by several models; ${share} of it is counted here${key === undefined ? '' : `, by ${key}`}.`,
  market: {
    contract: 'Market-based by contract.',
    claim: "Market-based by the provider's claim to have matched its electricity.",
    'residual mix': 'Market-based by the residual mix: no contract covers it.',
    none: 'No contract and no residual mix is known, so market-based the location figure stands.',
  },
  impactsOfElectricity: 'Other impacts are those of electricity alone: making the hardware has no figure here.',
  waterOnFacility: 'On-site water was taken on energy that holds the overhead, which makes it an upper bound.',
  directGrid: 'The grid intensity is direct (operational), without the life cycle of generation.',
} as const;
