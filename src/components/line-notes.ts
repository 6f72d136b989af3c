/** What a line says beside its figures. */
export const lineNotes = {
  unmetered: 'A part was not metered. It is calculated from the rated power of the accelerators, and is of these alone.',
  overheadInside: 'Metered at the facility, with an unknown PUE: overhead is included here.',
  onSiteWaterMissing: 'On-site water is not counted: no WUE is given.',
  offSiteWaterMissing: 'Off-site water is not counted: no figure for the grid is given.',
  convention: {
    occupancy: 'Occupancy convention: the idle life of the hardware is attributed to its busy hours.',
    calendar: 'Calendar convention (as in ISO/IEC 21031): reserved hours, no occupancy.',
  },
  shared: (share: string, key: string | undefined): string =>
    `Several models share this phase; ${share} of it is counted here${key === undefined ? '' : `, by ${key}`}.`,
  market: {
    contract: 'Market-based by contract.',
    claim: "Market-based by the provider's claim to have matched its electricity.",
    'residual mix': 'Market-based by the residual mix: no contract covers it.',
    none: 'No contract and no residual mix is given, so the market-based figure equals the location-based one.',
  },
  waterOnFacility: 'On-site water was calculated from energy that includes the overhead, so it is an upper bound.',
  hourly: (hours: number, emitted: string, energy: string, intensity: string): string =>
    `The grid intensity is that of the hours in which it ran: Σ energy of the hour × intensity of the hour ÷ Σ energy = ${emitted} ÷ ${energy} = ${intensity}, over ${hours} hours.`,
  directGrid: 'The grid intensity is direct (operational), without the life cycle of generation.',
} as const;
