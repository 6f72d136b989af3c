import type { Contribution, InputBasis } from '../../assessment/assessment.js';

type Advised = Pick<Contribution, 'input' | 'basis' | 'range' | 'path'>;

/** What would narrow the range of an input, by what the input is now; `otherwise` where its basis has no row. */
type Advice = { readonly [B in Exclude<InputBasis, 'measured'>]?: string } & {
  readonly otherwise: string;
  /** For a declared figure that has a range of its own. */
  readonly ranged?: string | undefined;
};

const averagePower = 'measure the average power (nvidia-smi: ±10 %, PDU: ±2 %)';
const wholeNodes = 'measure whole nodes (BMC: ±5 %, PDU: ±2 %)';
const hoursOfScheduler = 'take the accelerator-hours from the scheduler’s accounting';
const countOfScheduler = 'take the number from the scheduler’s accounting';
const footprint = (of: string): string => `ask the manufacturer for the product carbon footprint of ${of}`;
const closer = 'only a closer count would narrow it: its range is given';

const making = (of: string): Advice => ({
  otherwise: footprint(`this ${of}`),
  declared: `give the figure the range of its source, or ${footprint(`this ${of}`)}`,
  ranged: `find a figure for this ${of} with a narrower range`,
});
const metered: Advice = { otherwise: averagePower };
const cluster = (what: string): Advice => ({ otherwise: `meter ${what} (BMC: ±5 %, PDU: ±2 %)` });
const hours: Advice = {
  otherwise: hoursOfScheduler,
  declared: 'state their range, in place of the default one: accounting is nearly exact',
  ranged: closer,
};
const fromWork: Advice = { otherwise: `${hoursOfScheduler}, in place of operations ÷ speed` };

/** Rows by the name of the input, as the lines have it. */
const byInput: Readonly<Record<string, Advice>> = {
  'power': metered,
  'observed power': metered,
  'load': metered,
  'rated power': metered,
  'estimated power': metered,
  'energy': { otherwise: 'read the energy from a meter or PDU (±2 %) or from the sensors of the nodes (±5 %)' },
  'host share': { otherwise: wholeNodes },
  'least host power': { otherwise: wholeNodes },
  'least host share': { otherwise: wholeNodes },
  'host power': cluster('the rest of the nodes'),
  'memory': { otherwise: 'state the memory of the nodes, or measure whole nodes', declared: wholeNodes },
  'power of a GB': { otherwise: wholeNodes },
  'baseline power': cluster('the nodes while they are on but idle'),
  'idle power': cluster('the machines while they are reserved but idle'),
  'power of reserved machines': cluster('the machines while they are reserved but idle'),
  'infrastructure power': { otherwise: 'meter cooling and power loss (±2 %), or ask the facility for its PUE of that year' },
  'accelerator-hours': hours,
  'reserved accelerator-hours': hours,
  'duration': { otherwise: `${hoursOfScheduler}, in place of accelerators × duration` },
  'accelerators': { otherwise: countOfScheduler, ranged: closer },
  'servers': { otherwise: countOfScheduler, ranged: closer },
  'operations': fromWork,
  'peak': fromWork,
  'MFU': fromWork,
  'PUE': {
    otherwise: 'ask the facility or the cloud provider for the PUE of this data centre in that year',
    declared: 'ask the facility for the meters behind its PUE, and give the range of that year',
    ranged: 'ask the facility for the meters behind its PUE',
  },
  'grid intensity': {
    otherwise: 'cite the grid operator’s figure for that year, with its range',
    declared: 'give the figure the range of its source',
    ranged: 'find a figure for this grid in that year with a narrower range',
  },
  'making a server': making('server'),
  'making an accelerator': making('accelerator'),
  'embodied emissions': making('hardware'),
  'published emissions': { otherwise: 'ask for the energy and the place behind the published total, from which it can be calculated' },
  'lifetime': {
    otherwise: 'ask the operator for how many years the hardware stays in use',
    declared: 'give the lifetime the range of the operator’s records',
    ranged: closer,
  },
  'occupancy': {
    otherwise: 'take the occupancy from the accounting of the cluster',
    declared: 'give the occupancy the range of the accounting',
    ranged: closer,
  },
  'share of the phase': { otherwise: 'state how the share was determined, with its range', ranged: closer },
};

/** What an instrument measured is better measured by a better one. */
const byInstrument: Readonly<Record<string, string>> = {
  'meter': 'already metered; only the error of the meter remains',
  'node-sensor': 'a meter or PDU would be more accurate (±2 %)',
  'gpu-sensor': 'a meter or PDU would be more accurate (±2 %)',
  'measured': 'name the instrument; a meter or PDU is accurate to ±2 %',
};

const ofOwnRange = 'already measured, with a range of its own; only a better instrument would narrow it';
const unknown: Advice = { otherwise: 'measure it, or cite a figure with a range' };

/** What to do about an input: never what it is already. */
export function adviceFor({ input, basis = 'assumed', range, path }: Advised): string {
  if (path?.endsWith('.hourly')) return 'compare with the hourly intensities of another publisher';
  if (basis === 'measured') return byInstrument[range ?? ''] ?? ofOwnRange;
  const advice = (Object.hasOwn(byInput, input) ? byInput[input] : undefined) ?? unknown;
  if (basis === 'declared' && range === undefined) return advice.ranged ?? advice.otherwise;
  return advice[basis] ?? advice.otherwise;
}

/** Inputs that have a row; for the test that every input of a line has one. */
export const advisedInputs = Object.keys(byInput);
