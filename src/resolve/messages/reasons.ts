/** Why a component of a phase is not counted, or where it is included. */
export const reasons = {
  outsideBoundary: "outside the manifest's system boundary",
  noRecord: 'no record given',
  noPue: 'no PUE and no infrastructure power given',
  noHours: 'no accelerator-hours given, so the share of the hardware is unknown',
  noEmbodied: 'no published figure for this hardware',
  unknownDevice: (name: string): string => `unknown device \`${name}\``,
  noReservedIdle: 'no record of reserved machines',
  baselineIn: {
    meter: 'the energy of the work includes the baseline of the machines',
    tables: 'the baseline of the machines is included in the power from the factor tables, which covers the host',
    manifest: 'the baseline of the machines is included in their rated power, which covers the host',
  },
  hostIn: {
    meter: 'the energy of the work includes the host',
    tables: 'the power from the factor tables covers the host',
    manifest: 'the rated power of the machines covers the host',
  },
  hostInBaseline: 'the baseline of the nodes includes the host',
  hostUnknown: 'it is unknown whether the metered energy includes the host',
  hostOutside: (size: string, share: string): string =>
    `outside the manifest's system boundary; about ${size} at the default share of ${share}`,
  inFacility: 'the energy of the work includes the overhead of the facility',
  noFacility: 'no data centre is around the machines',
  inPublished: 'included in the published total',
  unknownInPublished: 'it is unknown whether the published total includes it',
  outsidePublished: 'outside the boundary of the published total, which gives no energy to calculate it from',
  reservedIdle: (hours: string, isMetered: boolean, size: string | undefined): string =>
    `machines were reserved for ${hours} accelerator-hours beyond the busy hours${size === undefined ? '' : `, about ${size} by default figures`}, and ${isMetered ? 'the metered energy covers the hours of work only' : 'no idle power is given'}; \`idle_power:\` would count them`,
  noElectricity: 'no electricity is counted that needs cooling',
  absentPhase: 'no record given',
  failedRuns: 'no record given; it is unknown whether the hours include them',
  failedRunsInPublished: 'no record given; it is unknown whether the published total includes them',
  failedRunsOutside: 'no record given; the hours exclude them, according to the manifest',
  failedRunsOfSome: (unknown: string, outside: string): string =>
    [
      'no record given',
      ...(unknown === '' ? [] : [`it is unknown whether the hours of ${unknown} include them`]),
      ...(outside === '' ? [] : [`the hours of ${outside} exclude them, according to the manifest`]),
    ].join('; '),
  /** @param names Base models whose emissions the manifest does not state. */
  baseModelUnknown: (names: string): string => `the emissions of ${names} are not known`,
  noBaseModel: 'not given; `base_model:` would show its emissions by reference',
  impactsOfManufacture: (categories: string): string =>
    `no factors for ${categories}; of the abiotic resource depletion that MLCA (Morand et al. 2024) found for BLOOM, manufacture was 97 %`,
  waterOfManufacture: 'no factors; only water of cooling and of generating electricity is counted',
  notInMethod: 'outside the method',
} as const;
