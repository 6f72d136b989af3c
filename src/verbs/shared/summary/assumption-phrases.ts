import type { DiagnosticId } from '../diagnostic-ids.js';

/** What each note of an assessment is about, as a person would say it. Notes about one thing share a phrase. */
export const assumptionPhrases: Readonly<Partial<Record<DiagnosticId, string>>> = {
  'variant-taken': 'which variant of the device it is',
  'rated-power': 'rated power of the device, from the tables',
  'default-load': 'average power as a share of the rated power',
  'default-host': 'the rest of the servers, as a share of computing',
  'power-is-rating': 'rated power in place of the average power',
  'no-facility': 'no data centre around the machine',
  'superchip-meter': 'what the meter of a superchip includes',
  'rating-of-machine': 'rated power of the whole machine',
  'memory-power': 'power of the memory',
  'memory-not-used': 'memory left out beside the accelerators',
  'processor-unknown': 'rated power of a processor of unknown model',
  'cores-counted': 'cores counted as parts of processors',
  'default-cores': 'how many cores a processor has',
  'hours-from-duration': 'all accelerators busy for the whole duration',
  'hours-from-flops': 'accelerator-hours, from the operations',
  'default-mfu': 'how much of the peak speed was used (MFU)',
  'flops-beside-hours': 'operations left out beside the hours',
  'beside-energy': 'values left out beside the energy',
  'log-energy-not-used': 'energy of the logs left out',
  'one-instance': 'one machine, since no number is given',
  'processors-beside': 'processors counted beside the accelerators',
  'one-device': 'one accelerator, since no number is given',
  'duration-of-accelerators': 'accelerator-hours, from the duration',
  'instance-server': 'accelerators in a server',
  'default-per-node': 'accelerators in a server',
  'default-embodied': 'emissions of making the hardware',
  'estimated-embodied': 'emissions of making the hardware',
  'server-not-counted': 'making the servers, which is left out',
  'default-lifetime': 'how long the hardware is used',
  'reserved-as-busy': 'reserved hours, the same as the busy ones',
  'endpoint-by-calendar': 'an endpoint that is on all the time',
  'only-site': 'the only site for every phase',
  'unknown-cloud': 'a cloud provider that the tables lack',
  'country-or-state': 'which place the name means',
  'coarser-place': 'a larger area in place of the grid itself',
  'zone-taken': 'which grid the place has',
  'default-grid': 'emissions of the grid, from the tables',
  'several-zones': 'which grid the place has',
  'nearest-year': 'a factor of another year',
  'other-basis': 'a grid intensity that leaves out fuel supply or losses',
  'market-claim': 'electricity contracts, as claimed',
  'default-pue': 'PUE of the data centre',
  'pue-on-accelerators': 'PUE applied to the accelerators alone',
  'default-water': 'water for electricity and cooling',
  'baseline-holds-accelerators': 'idle power of the accelerators, partly counted twice',
  'co2-read-as-co2e': 'CO2 read as CO2e',
  'figure-back-calculated': 'a value calculated back from the publication',
  'figure-inferred': 'a value inferred from the publication',
  'figure-assumed': 'an assumption of the manifest itself',
  'host-inside-module': 'processor and memory inside the rated power of the module',
  'note-of-manifest': 'what the manifest notes on its records',
  'restarts-unknown': 'no failed or restarted runs beside the hours (unknown)',
  'pue-of-tool': 'PUE of the data centre, from the tool',
  'no-region': 'the grid of the country, since the log names no region',
  'dies-counted': 'how modules and boards of two dies are counted',
  'shared-cards': 'a share of the GPUs',
  'boamps-share': 'a share of the GPUs',
  'stated-quality': 'the error of the energy, as its authors state it',
  'idle-power-inside': 'idle power of the machine, inside the energy of the work',
  'idle-power-of-calibration': 'idle power of the machine, from its calibration',
  'idle-power-unclear': 'idle power of the machine, left out',
  'log-quoted-number': 'numbers that the log has in quotes',
  'row-without-time': 'rows of the log without a time, left out',
  'slurm-no-elapsed': 'rows of the log without a time, left out',
  'value-outside-interval': 'an interval widened to include its value',
};

/** The phrase of a note; the words of its id where it has none. */
export function assumptionPhrase(id: string): string {
  return (Object.hasOwn(assumptionPhrases, id) ? assumptionPhrases[id as DiagnosticId] : undefined) ?? id.replaceAll('-', ' ');
}

/** Notes that say which value was used; the others concern an input without being about its value. */
export const ofValues: readonly DiagnosticId[] = [
  'rated-power',
  'default-load',
  'default-host',
  'power-is-rating',
  'memory-power',
  'processor-unknown',
  'default-cores',
  'hours-from-duration',
  'default-mfu',
  'default-embodied',
  'estimated-embodied',
  'default-lifetime',
  'default-grid',
  'default-pue',
  'figure-back-calculated',
  'figure-inferred',
  'figure-assumed',
];

/** Notes that change what is counted and no interval: they matter without a share of the uncertainty. */
export const mattersAnyway: readonly DiagnosticId[] = [
  'restarts-unknown',
  'server-not-counted',
  'no-facility',
  'variant-taken',
  'market-claim',
];

/** Comparisons with totals of tools and authors, and how the method itself works: nothing is assumed. */
export const notAssumed: readonly DiagnosticId[] = [
  'own-total',
  'reported-total',
  'reported-total-boundary',
  'value-outside-interval',
  'cores-counted',
];
