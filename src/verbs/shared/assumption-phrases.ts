import type { DiagnosticId } from './diagnostic-ids.js';

/** What each note of an assessment is about, as the list of assumptions names it. Notes about one thing share a phrase. */
export const assumptionPhrases: Readonly<Partial<Record<DiagnosticId, string>>> = {
  'variant-taken': 'device variant',
  'rated-power': 'rated power',
  'default-load': 'average power',
  'default-host-share': 'host share',
  'hours-from-duration': 'accelerator-hours',
  'hours-from-flops': 'accelerator-hours',
  'default-mfu': 'model FLOPs utilisation',
  'flops-beside-hours': 'operations not used',
  'beside-energy': 'values beside the energy not used',
  'log-energy-not-used': "logs' energy not used",
  'one-instance': 'number of machines',
  'processors-beside': 'host share',
  'one-device': 'number of accelerators',
  'duration-of-accelerators': 'accelerator-hours',
  'instance-server': 'accelerators in a server',
  'default-per-node': 'accelerators in a server',
  'default-embodied': 'embodied emissions',
  'estimated-embodied': 'embodied emissions',
  'server-not-counted': 'servers not counted',
  'default-lifetime': 'lifetime',
  'reserved-as-busy': 'reserved hours',
  'endpoint-by-calendar': 'reserved hours of the endpoint',
  'only-site': 'site',
  'unknown-cloud': 'cloud provider',
  'country-or-state': 'place of the grid',
  'coarser-place': 'place of the grid',
  'default-grid': 'grid intensity',
  'nearest-year': 'year of a factor',
  'other-basis': 'kind of the grid intensity',
  'market-claim': 'market-based claim',
  'default-pue': 'PUE',
  'pue-on-accelerators': 'PUE applied to accelerators alone',
  'default-water': 'water',
  'baseline-holds-accelerators': 'idle power counted twice',
  'co2-read-as-co2e': 'CO2 read as CO2e',
  'figure-back-calculated': 'back-calculated values',
  'figure-inferred': 'inferred values',
  'figure-assumed': "manifest's own assumptions",
  'restarts-unknown': 'restarted runs',
  'value-outside-interval': 'widened intervals',
};

/** The phrase of a note; the words of its id where it has none. */
export function assumptionPhrase(id: string): string {
  return (Object.hasOwn(assumptionPhrases, id) ? assumptionPhrases[id as DiagnosticId] : undefined) ?? id.replaceAll('-', ' ');
}
