import type { Measurement } from '../../measurement/measurement.js';
import type { MetricUnitId } from '../ids.js';

/** What a metric says of a device: how much it takes now, or how much it took since some start. */
export interface Metric {
  readonly kind: 'power' | 'energy';
  /** Watts or joules of one unit of the value. */
  readonly scale: number;
  readonly boundary?: Measurement['boundary'] | undefined;
  /** Labels that tell one device from another, the first set that is there; all lasting labels where absent. */
  readonly identity?: readonly (readonly string[])[] | undefined;
  /** What a device is called, with a number: `gpu 3`. */
  readonly noun?: string | undefined;
  /** Labels whose values are of parts of other values, which would count energy twice: `zone="core"` is in `zone="package"`. */
  readonly exclude?: { readonly label: string; readonly condition: string } | undefined;
}

const ofGpu = { boundary: 'accelerator', noun: 'gpu' } as const;
const ofNode = { boundary: 'node', noun: 'node' } as const;
const ofProcessor = { boundary: 'components' } as const;

const partsOfPackage = (label: string) => ({ label, condition: `${label}!~"core|uncore|psys"` });

/** DCGM exporter: the series of each MIG instance has the value of the whole GPU (its issues 257 and 317), so a GPU is one device. */
const dcgmIdentity = [['UUID'], ['Hostname', 'gpu']];

/**
 * Metrics whose unit and device are known from the exporter's own text or source.
 *
 * - DCGM exporter (NVIDIA): names, types and units are in `etc/default-counters.csv`; that of the energy is mJ. A metric has the name of its
 *   field, so `DCGM_FI_DEV_POWER_USAGE_INSTANT` (W, `dcgm_fields.h`) is there where someone added it. Labels of
 *   `internal/pkg/rendermetrics`: `gpu`, `UUID`, `pci_bus_id`, `device`, `modelName`, `Hostname`, and of MIG `GPU_I_PROFILE`, `GPU_I_ID`;
 *   `pod`, `namespace`, `container` in Kubernetes, which change with the work.
 * - nvidia_gpu_exporter (utkuozdemir, `docs/METRICS.md`): `nvidia_smi_power_draw_watts{uuid}`, and with its NVML backend the counter
 *   `nvidia_smi_energy_joules_total{uuid}`.
 * - IPMI exporter (prometheus-community): power of a machine from DCMI, without labels of its own. `collector_dcmi.go` names it
 *   `ipmi_dcmi_power_consumption_watts`, `docs/metrics.md` `ipmi_dcmi_power_consumption_current_watts`. Sensors are in
 *   `ipmi_power_watts{id, name}`, which are not known here: which sensors hold others depends on the machine.
 * - Kepler (`docs/user/metrics.md`): `kepler_node_cpu_joules_total` and `kepler_node_cpu_watts` with `zone`, `path` and `node_name`. Core and
 *   uncore are parts of a package, and psys holds it. `kepler_platform_watts` is not known here: its entries can hold each other. The first
 *   generation (`pkg/metrics/consts`) had `kepler_node_{package,dram,platform}_joules_total{package, instance, mode, source}`, whose modes
 *   `idle` and `dynamic` add up to the whole.
 * - node_exporter (`collector/rapl_linux.go`): a counter in J of each RAPL zone, `node_rapl_package_joules_total{index, path}`; with
 *   `--collector.rapl.enable-zone-label` one metric of all zones, `node_rapl_joules_total{index, path, rapl_zone}`.
 */
export const knownMetrics: Readonly<Record<string, Metric>> = {
  DCGM_FI_DEV_POWER_USAGE: { kind: 'power', scale: 1, identity: dcgmIdentity, ...ofGpu },
  DCGM_FI_DEV_POWER_USAGE_INSTANT: { kind: 'power', scale: 1, identity: dcgmIdentity, ...ofGpu },
  DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION: { kind: 'energy', scale: 1e-3, identity: dcgmIdentity, ...ofGpu },
  nvidia_smi_power_draw_watts: { kind: 'power', scale: 1, identity: [['uuid']], ...ofGpu },
  nvidia_smi_energy_joules_total: { kind: 'energy', scale: 1, identity: [['uuid']], ...ofGpu },
  ipmi_dcmi_power_consumption_watts: { kind: 'power', scale: 1, ...ofNode },
  ipmi_dcmi_power_consumption_current_watts: { kind: 'power', scale: 1, ...ofNode },
  kepler_node_cpu_joules_total: { kind: 'energy', scale: 1, exclude: partsOfPackage('zone'), ...ofProcessor },
  kepler_node_cpu_watts: { kind: 'power', scale: 1, exclude: partsOfPackage('zone'), ...ofProcessor },
  kepler_node_package_joules_total: { kind: 'energy', scale: 1, ...ofProcessor },
  kepler_node_dram_joules_total: { kind: 'energy', scale: 1, ...ofProcessor },
  kepler_node_platform_joules_total: { kind: 'energy', scale: 1, boundary: 'node' },
  node_rapl_package_joules_total: { kind: 'energy', scale: 1, noun: 'package', ...ofProcessor },
  node_rapl_dram_joules_total: { kind: 'energy', scale: 1, noun: 'memory', ...ofProcessor },
  node_rapl_joules_total: { kind: 'energy', scale: 1, exclude: partsOfPackage('rapl_zone'), ...ofProcessor },
};

/** Units that a person can name for a metric of their own. */
const units = {
  mW: { kind: 'power', scale: 1e-3 },
  W: { kind: 'power', scale: 1 },
  kW: { kind: 'power', scale: 1e3 },
  uJ: { kind: 'energy', scale: 1e-6 },
  mJ: { kind: 'energy', scale: 1e-3 },
  J: { kind: 'energy', scale: 1 },
  kJ: { kind: 'energy', scale: 1e3 },
  Wh: { kind: 'energy', scale: 3600 },
  kWh: { kind: 'energy', scale: 3.6e6 },
} as const satisfies { readonly [Id in MetricUnitId]: Pick<Metric, 'kind' | 'scale'> };

export const metricUnits: Readonly<Record<string, Pick<Metric, 'kind' | 'scale'>>> = units;

/** Endings of names by the conventions of Prometheus. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/_milliwatts$/, 'mW'],
  [/_kilowatts$/, 'kW'],
  [/_watts$/, 'W'],
  [/_microjoules(?:_total)?$/, 'uJ'],
  [/_millijoules(?:_total)?$/, 'mJ'],
  [/_joules(?:_total)?$/, 'J'],
  [/_watt_hours(?:_total)?$/, 'Wh'],
  [/_kwh(?:_total)?$/, 'kWh'],
];

/**
 * What is known of a metric, by its name.
 *
 * @param unit As the person gave it; it comes first.
 * @returns Nothing where neither the table, nor the unit, nor the ending of the name tells.
 * @example metricOf('node_power_milliwatts')?.scale //=> 0.001
 */
export function metricOf(name: string, unit?: string): Metric | undefined {
  // OpenMetrics adds `_total` to a counter.
  const known = [name, name.replace(/_total$/, '')].find((one) => Object.hasOwn(knownMetrics, one));
  const inUnit = unit !== undefined && Object.hasOwn(metricUnits, unit) ? metricUnits[unit] : undefined;
  if (known !== undefined) return { ...(knownMetrics[known] as Metric), ...inUnit };
  if (inUnit !== undefined) return inUnit;
  const ending = endings.find(([pattern]) => pattern.test(name))?.[1];
  return ending === undefined ? undefined : metricUnits[ending];
}
