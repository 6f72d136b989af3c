/** Why a component of a phase is not counted, or where it is included. */
export const reasons = {
  outsideBoundary: "outside the manifest's system boundary",
  noRecord: 'no record given',
  noPue: 'no PUE and no infrastructure power given',
  noHours: 'no accelerator-hours given, so the share of the hardware is unknown',
  noEmbodied: 'no published figure for this hardware',
  unknownDevice: (name: string): string => `unknown device \`${name}\``,
  noReservedIdle: 'no record of reserved machines',
  inNode: 'the baseline of the machines is included in the metered energy',
  inNodeOfTables: 'the baseline of the machines is included in the power from the factor tables, which covers the host',
  inFacility: 'the overhead of the facility is included in the metered energy',
  reservedIdle: (hours: string, isMetered: boolean): string =>
    `machines were reserved for ${hours} accelerator-hours beyond the busy hours, and ${isMetered ? 'the metered energy covers the hours of work only' : 'no idle power is given'}; \`idle_power:\` would count them`,
  noElectricity: 'no electricity is counted that needs cooling',
  absentPhase: 'no record given',
  failedRuns: 'no record given; it is unknown whether the hours include them',
  failedRunsInside: (what: string): string => `included in the hours, according to the manifest (${what})`,
  noPueApplied: (what: string, pue: string, size: string): string =>
    `no PUE and no infrastructure power given; about ${size} at ${pue}, the ${what}`,
  noPueSized: (pues: string, sizes: string): string => `no PUE and no infrastructure power given; about ${sizes} at a PUE of ${pues}`,
  hostOutside: (shares: string, sizes: string | undefined): string =>
    sizes === undefined
      ? 'outside the accelerator boundary'
      : `outside the accelerator boundary; about ${sizes} at ${shares} × accelerator energy`,
  restOutside: 'outside the components boundary, which covers accelerators, processors and memory; no figure for the rest',
  notInMethod: 'outside the method',
} as const;
