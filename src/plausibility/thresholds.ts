import type { MeasurementBoundary, PhaseKind } from '../assessment/assessment.js';

/** A limit beyond which a value is questioned, and what it rests on. */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  readonly why: string;
}

const times = (value: number, why: string): Threshold => ({ value, unit: '× the power limit', why });
const share = (value: number, why: string): Threshold => ({ value, unit: '× the rated power', why });

/** Average power of one accelerator above which it is questioned, by what the power includes. */
export const maxPower: Readonly<Record<MeasurementBoundary, Threshold>> = {
  accelerator: times(1.1, 'Rated powers are printed rounded, and boards exceed their limit for moments.'),
  components: times(2, 'Processors and memory take at most as much as the accelerators: 424 W for an A100 in MLCA.'),
  node: times(2.5, 'A metered 8-GPU H100 node took 1.5 times the power of its GPUs; idle ones of A100 and H100 take 200 to 310 W a GPU.'),
  facility: times(4, 'The node, with the highest PUE that is not questioned.'),
};

const aboveIdle = share(0.08, 'Data-centre cards that are on and idle take a tenth to a sixth of their rating (A100: 50 to 60 of 400 W).');
const atWork = share(0.2, 'The lowest published average in training is 43 %.');

/** Average power of one accelerator below which it is questioned, by what it was used for. */
export const minPower: Readonly<Record<PhaseKind, Threshold>> = {
  data: aboveIdle,
  experiments: aboveIdle,
  training: atWork,
  finetuning: atWork,
  evaluation: aboveIdle,
  deployment: aboveIdle,
};

/** What else the checks of powers, PUEs, runs and totals go by. */
export const thresholds = {
  /** Beside the factors of `maxPower` for all boundaries but the accelerator. */
  nodePower: { value: 150, unit: 'W a node', why: 'A small card in a virtual machine: the host takes more than a T4.' },
  minConsumerPower: share(0.03, 'Consumer cards idle lower, and often wait for a person.'),
  fewCards: share(
    0.3,
    'As much as if a quarter of the cards worked at 75 % of their rating and the others idled at 15 %. The lowest published average in training is 43 %.',
  ),
  idleCard: share(
    0.25,
    'Data-centre cards that are on and idle take a tenth to a sixth of their rating. The lowest published average in training is 43 %.',
  ),
  consumerLimit: share(1.5, 'Makers sell consumer cards with higher limits than the reference card, and owners raise them.'),
  observedLimit: share(1.6, 'An average that was observed in use, such as 283 W of a TPU v3, is below the limit of the device.'),
  impossiblePower: share(10, 'No boundary, load or form factor explains ten times the rated power.'),
  highPue: { value: 2, unit: '', why: 'No data centre that published its PUE is above 2, and few server rooms are.' },
  impossiblePue: { value: 3, unit: '', why: 'More is a percentage, a typing error or another figure.' },
  sample: times(2, 'A sample is an average over 20 ms or more; boards exceed their limit by less than half of it in that time.'),
  unknownSample: { value: 5000, unit: 'W a sample', why: 'The largest module with accelerators, a GB200 superchip, takes 2,700 W.' },
  unknownMeterSample: { value: 1e8, unit: 'W a sample', why: 'A meter may be that of a building; few data centres take 100 MW.' },
  unknownMachine: { value: 20_000, unit: 'W a run', why: 'A server of 8 accelerators takes some 10 kW (a rating: 10.2 kW).' },
  serverProcessor: { value: 1.5, unit: '× the rated power', why: 'Processors of servers keep to their rating but for moments.' },
  desktopProcessor: {
    value: 3.5,
    unit: '× the rated power',
    why: 'Boards of desktops let a processor of 65 W take 224 W, and makers of laptops choose the limit.',
  },
  serverMemory: { value: 500, unit: 'W', why: 'A terabyte by the 3 W for 8 GB of tools that estimate it, and a margin.' },
  desktopMemory: { value: 100, unit: 'W', why: '128 GB by the same, and a margin.' },
  shortRun: { value: 60, unit: 's', why: 'In less than a minute, one late sample makes an average large.' },
  impossibleMfu: { value: 1, unit: '× the declared peak', why: 'No accelerator computes faster than its peak.' },
  impossibleMfu16: { value: 2, unit: '× the 16-bit peak', why: 'Where no peak is declared: that of FP8 is twice as high.' },
  highMfu: { value: 0.7, unit: '× the peak', why: 'Published MFUs of 12 runs are between 0.20 and 0.54.' },
  lowMfu: { value: 0.02, unit: '× the peak', why: 'A tenth of the lowest published MFU: hours or operations are probably wrong.' },
  largestTraining: { value: 1e28, unit: 'FLOP', why: 'Twenty times the largest training that Epoch AI estimates, 5e26 in 2025.' },
  highOperations: { value: 20, unit: '× 6 × parameters × tokens', why: 'Attention, recomputation and several passes together add less.' },
  lowOperations: {
    value: 0.01,
    unit: '× 6 × parameters × tokens',
    why: 'The sparsest published mixtures of experts compute with about a thirtieth of their parameters.',
  },
  totalOff: { value: 0.03, unit: '', why: 'Rounding of inputs and totals in publications.' },
  totalAgrees: { value: 0.1, unit: '', why: 'Two loads, PUEs or editions of a grid that are both usual.' },
  totalFarOff: { value: 1.5, unit: '×', why: 'More than any load, PUE or grid edition explains.' },
  slipFits: { value: 0.01, unit: '', why: 'A slip that explains a ratio explains it but for rounding.' },
} as const satisfies Readonly<Record<string, Threshold>>;
