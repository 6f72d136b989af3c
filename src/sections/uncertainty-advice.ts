import type { Contribution } from '../assess/assessment.js';
import { THIN } from '../units/format.js';

/**
 * What would make an input surer, by its name. The sizes are those of the table of default ranges, which a test compares.
 */
const advice: Readonly<Record<string, string>> = {
  'load': `meter the average power of the work (nvidia-smi: ±10${THIN}%, a PDU: ±2${THIN}%), which takes the place of rated power × load`,
  'rated power': `meter the average power of the work (nvidia-smi: ±10${THIN}%, a PDU: ±2${THIN}%), which takes the place of rated power × load`,
  'power': `meter the average power of the work (nvidia-smi: ±10${THIN}%, a PDU: ±2${THIN}%)`,
  'energy': `read the energy from a meter or PDU (±2${THIN}%), or from the nodes (±5${THIN}%)`,
  'host share': `meter whole nodes (BMC: ±5${THIN}%, a PDU: ±2${THIN}%), so that no share of the hosts need be added`,
  'baseline power': `meter the nodes while they are on without work (BMC: ±5${THIN}%, a PDU: ±2${THIN}%)`,
  'idle power': `meter what is held without work (nvidia-smi: ±10${THIN}%, a PDU: ±2${THIN}%)`,
  'infrastructure power': `meter cooling and power loss (±2${THIN}%), or ask the facility for its PUE of that year`,
  'accelerator-hours': 'take the hours from the scheduler’s accounting, and give them a range',
  'reserved accelerator-hours': 'take the hours from the scheduler’s accounting, and give them a range',
  'duration': 'take the hours from the scheduler’s accounting, and give them a range',
  'accelerators': 'take the accelerators from the scheduler’s accounting',
  'operations': 'take the accelerator-hours from the scheduler’s accounting instead of calculating them from operations',
  'peak': 'take the accelerator-hours from the scheduler’s accounting instead of calculating them from operations',
  'MFU': 'take the accelerator-hours from the scheduler’s accounting instead of calculating them from operations',
  'PUE': 'ask the facility or the cloud provider for the PUE of that place and year',
  'grid intensity': 'find a figure of the grid in that place and year, with its range',
  'making a server': 'ask the maker for the product carbon footprint of the server',
  'making an accelerator': 'ask the maker for the product carbon footprint of the accelerator',
  'embodied emissions': 'ask the maker for the product carbon footprint of the hardware',
  'share of the phase': 'state by what the phase is shared, and cite it',
};

/** What is metered already has no better instrument to be named. */
const metered = 'it is metered already; what is left is the error of the meter';

export function adviceFor({ input, range }: Pick<Contribution, 'input' | 'range'>): string {
  if (range === 'meter') return metered;
  return advice[input] ?? 'measure it, or cite a figure with a range';
}
