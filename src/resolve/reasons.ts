/** Why a component of a phase is not counted, or where it is included. */
export const reasons = {
  outsideBoundary: "outside the manifest's system boundary",
  noRecord: 'no record given',
  noPue: 'no PUE and no infrastructure power given',
  noHours: 'no accelerator-hours given, so no share of the hardware can be told',
  noEmbodied: 'no published figure for this hardware is known',
  noReservedIdle: 'no record of machines held idle',
  inNode: "the machines' baseline is inside the metered energy",
  inNodeOfOurs: "the machines' baseline is inside the power that was taken for them, host included",
  inFacility: "the facility's overhead is inside the metered energy",
  heldIdle: (hours: string, metered: boolean): string =>
    `${metered ? 'the energy of the work holds the baseline of its own hours, but' : 'no record of idle draw, though'} machines were held for ${hours} accelerator-hours more than they worked; \`idle_power:\` would count them`,
  noElectricity: 'no electricity is counted that it could be a part of',
  absentPhase: 'no record given',
  failedRuns: 'no record given; whether the hours hold them is not said',
  failedRunsInside: (what: string): string => `inside the hours, as far as the manifest says (${what})`,
  noPueApplied: (what: string, pue: string, size: string): string =>
    `no PUE and no infrastructure power given; at ${pue}, the ${what}, it would be some ${size}`,
  noPueSized: (pues: string, sizes: string): string =>
    `no PUE and no infrastructure power given; at a PUE of ${pues} it would be some ${sizes}`,
  hostOutside: (shares: string, sizes: string | undefined): string =>
    sizes === undefined
      ? 'outside the accelerator boundary'
      : `outside the accelerator boundary; at ${shares} × accelerator energy, some ${sizes}`,
  restOutside: 'outside the components boundary, which holds accelerators, processors and memory; no figure is known for the rest',
  notInMethod: 'outside the method: no line covers it',
} as const;
