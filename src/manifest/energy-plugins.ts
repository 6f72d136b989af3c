import type { MeasurementBoundary } from '../assessment/assessment.js';

/** Where the plugins of Slurm's `AcctGatherEnergyType` meter. RAPL sees processors and memory, and no accelerator. */
export const pluginBoundaries = {
  rapl: 'components',
  ipmi: 'node',
  xcc: 'node',
  pm_counters: 'node',
  ibmaem: 'node',
  gpu: 'accelerator',
} as const satisfies Readonly<Record<string, MeasurementBoundary>>;

export type EnergyPlugin = keyof typeof pluginBoundaries;
export const energyPlugins = Object.keys(pluginBoundaries) as readonly EnergyPlugin[];
