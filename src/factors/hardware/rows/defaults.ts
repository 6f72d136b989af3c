import type { Factor } from '../../factor.js';
import { bloom, ecologits, ownAssumption } from '../../sources.js';

/** As in BLOOM's paper: no leap days. */
const hoursAYear = 8760;

/** The default where the manifest gives none, with the range of published lives; a declared lifetime has none. */
export const defaultLifetime: Factor<'h'> = {
  id: 'lifetime-5-years',
  title: 'Lifetime of servers and accelerators, five years',
  value: 5 * hoursAYear,
  low: 3 * hoursAYear,
  high: 7 * hoursAYear,
  unit: 'h',
  kind: 'service life, assumed',
  note: 'Published: 3 years (EcoLogits), 4 (Morrison et al.; Cloud Carbon Footprint), 5 to 6 (AWS), 6 (Azure; IDRIS for Jean Zay).',
  source: ownAssumption,
};

export const longerLifetime: Factor<'h'> = {
  id: 'lifetime-6-years',
  title: 'Lifetime of servers and accelerators, six years',
  value: 6 * hoursAYear,
  range: 'definition',
  unit: 'h',
  kind: 'depreciation life',
  note: 'IDRIS for Jean Zay; AWS and Azure depreciate most servers over six years as well.',
  source: bloom,
};

export const shorterLifetime: Factor<'h'> = {
  id: 'lifetime-4-years',
  title: 'Lifetime of servers and accelerators, four years',
  value: 4 * hoursAYear,
  range: 'definition',
  unit: 'h',
  kind: 'depreciation life',
  note: 'Also in Cloud Carbon Footprint.',
  source: {
    id: 'morrison-2025',
    title: 'J. Morrison et al.: Holistically Evaluating the Environmental Impact of Creating Language Models. arXiv 2503.05804',
    url: 'https://arxiv.org/abs/2503.05804',
    year: 2025,
    licence: '© the authors; figure quoted',
  },
};

const loadOf = (id: string, [low, value, high]: readonly [number, number, number], where: string, note: string): Factor<'1'> => ({
  id: `default-load-${id}`,
  title: `Load: average power ÷ rated power, ${where}`,
  value,
  low,
  high,
  unit: '1',
  kind: 'assumed',
  note,
  source: ownAssumption,
});

/** Average power ÷ rated power of a busy accelerator. Not utilisation and not MFU: a job at 40 % MFU may take 90 % of the rating. */
export const defaultLoads = {
  large: loadOf(
    'large',
    [0.6, 0.8, 1],
    'training on many accelerators',
    'From 64 accelerators or 100,000 accelerator-hours on. Between what was metered for StarCoder (0.70) and OLMo 3 (0.89–0.93).',
  ),
  small: loadOf('small', [0.4, 0.75, 1], 'other work', 'Smaller runs wait more for data: Dodge et al. 2022 metered 0.43.'),
  deployment: loadOf('deployment', [0.15, 0.4, 0.9], 'deployment', 'BLOOM’s endpoint took 0.33 of the rating, processors and memory included.'),
} as const;

/** From so many accelerators, or accelerator-hours where their number is not given, a training counts as large. */
export const largeRun = { accelerators: 64, acceleratorHours: 100_000 } as const;

/** Accelerators in a server, where the manifest gives no number. */
export const defaultPerNode: Factor<'accelerators'> = {
  id: 'default-accelerators-per-node',
  title: 'Accelerators in a server',
  value: 8,
  range: 'definition',
  unit: 'accelerators',
  kind: 'assumed',
  note: 'SXM and OAM accelerators are mostly sold on baseboards of eight; some machines hold four.',
  source: ownAssumption,
};

/** Cards in slots, where no machine type of a cloud says more. */
export const cardsPerNode: Factor<'accelerators'> = {
  ...defaultPerNode,
  id: 'default-cards-per-node',
  title: 'Cards in a server',
  value: 4,
  note: 'A server holds 1 to 10 cards; four are assumed.',
};

/** A laptop, a workstation or a desktop has one card or chip, where nothing else is said. */
export const onePerComputer: Factor<'accelerators'> = {
  ...defaultPerNode,
  id: 'default-cards-per-computer',
  title: 'Cards or chips in a laptop or desktop',
  value: 1,
  note: 'Consumer cards and chips: one in a computer.',
};

/** Modules of two dies. */
export const modulesPerNode: Factor<'accelerators'> = {
  ...defaultPerNode,
  id: 'default-modules-of-two-dies-per-node',
  title: 'Modules of two dies in a node',
  value: 4,
  note: 'As in Frontier and LUMI: four MI250X, which tools count as eight dies.',
};

/** Superchips have their own processors; most nodes have four GPUs of them. */
export const superchipsPerNode: Factor<'accelerators'> = {
  id: 'default-superchips-per-node',
  title: 'GPUs of superchips in a node',
  value: 4,
  range: 'definition',
  unit: 'accelerators',
  kind: 'assumed',
  note: 'Four GH200, or two GB200 of two GPUs each, as in Google Cloud’s A4X and in nodes of supercomputers; a single one in a server is sold too.',
  source: ownAssumption,
};

const hostShareOf = (id: string, [low, value, high]: readonly [number, number, number], title: string, note: string): Factor<'1'> => ({
  id: `default-host-share-${id}`,
  title,
  value,
  low,
  high,
  unit: '1',
  kind: 'assumed',
  note,
  source: ownAssumption,
});

/** What the nodes take outside the meter of the work, as a share of the metered energy. */
export const defaultHostShares = {
  accelerators: hostShareOf(
    'accelerators',
    [0.2, 0.4, 0.6],
    'Power of the host ÷ power of its accelerators',
    'Processors, memory, fans and conversion losses. OLMo 3 metered 1.74 × the accelerators with the facility.',
  ),
  baseboards: hostShareOf(
    'baseboards',
    [0.25, 0.5, 0.75],
    'Power of the host ÷ power of its accelerators, air-cooled node of eight',
    'Metered or published for nodes of eight H100: 0.5, 0.34 and 0.43.',
  ),
  restOfNode: hostShareOf(
    'rest-of-node',
    [0.05, 0.15, 0.35],
    'Power of the rest of the node ÷ power of processors, memory and accelerators',
    'Fans, mainboard, storage and conversion losses, which sensors of the components do not see.',
  ),
  superchips: hostShareOf(
    'superchips',
    [0.05, 0.15, 0.3],
    'Power of the rest of the node ÷ power of its modules with processors',
    'A superchip includes its processor and memory.',
  ),
} as const;

/** Power of the host that is there at any load, ÷ rating of its accelerators. */
export const hostFloorShare: Factor<'1'> = {
  id: 'default-host-floor-share',
  title: 'Least power of the host ÷ rated power of its accelerators',
  value: 0.2,
  range: 'assumed',
  unit: '1',
  kind: 'assumed',
  note: 'A host hardly takes less at a low load: idle DGX A100 and H100 take 200 and 310 W for each GPU, some 60 W of it the GPU itself.',
  source: ownAssumption,
};

/** The same for accelerators of a low rating. */
export const hostFloor: Factor<'W'> = {
  id: 'default-host-floor',
  title: 'Least power of the host for one accelerator',
  value: 30,
  low: 20,
  high: 60,
  unit: 'W',
  kind: 'assumed',
  note: 'For cards of less than 150 W.',
  source: ownAssumption,
};

/** Power of an idle accelerator ÷ its rating: it says how much is left out, and is never in a total. */
export const idleShare: Factor<'1'> = {
  id: 'default-idle-share',
  title: 'Power of an idle accelerator ÷ its rated power',
  value: 0.15,
  low: 0.1,
  high: 0.2,
  unit: '1',
  kind: 'assumed',
  note: 'Where no idle power of the device is known. Idle A100s take 44 to 75 of 400 W, H100s 66 to 92 of 700 W.',
  source: ownAssumption,
};

/** Memory that is hardware of its own, as on nodes without accelerators. */
export const memoryPower: Factor<'W'> = {
  id: 'default-memory-power',
  title: 'Power of memory, for each GB',
  value: 0.3725,
  low: 0.284,
  high: 0.392,
  unit: 'W',
  kind: 'average power',
  note: 'Green Algorithms; Boavizta has 0.284 and Cloud Carbon Footprint 0.392 W/GB.',
  source: {
    id: 'green-algorithms',
    title: 'L. Lannelongue, J. Grealey, M. Inouye: Green Algorithms: Quantifying the Carbon Footprint of Computation. Advanced Science 8(12), 2100707',
    url: 'https://doi.org/10.1002/advs.202100707',
    year: 2021,
    licence: 'CC BY 4.0',
  },
};

/** Power of the host of eight accelerators, in watts; the default is the share above. */
export const hostPower: Factor<'W'> = {
  id: 'host-power-8-accelerators',
  title: 'Server without its eight GPUs, power',
  value: 1200,
  range: 'modelled',
  unit: 'W',
  kind: 'average power, modelled',
  note: 'For eight. The spread between systems is wide: 0.2 to 0.5 of the accelerators’ power.',
  source: ecologits,
};

/** Operations that the model needs ÷ operations that the device could do. It turns FLOPs into hours, and is no measure of power. */
export const defaultMfu: Factor<'1'> = {
  id: 'default-mfu',
  title: 'Model FLOPs utilisation (MFU), of a 16-bit peak',
  value: 0.35,
  low: 0.2,
  high: 0.5,
  unit: '1',
  kind: 'assumed',
  note: 'Between GPT-3 (0.21) and PaLM (0.46), with Megatron-Turing NLG (0.30) and Gopher (0.33), all as tabulated in the PaLM paper (arXiv 2204.02311).',
  source: ownAssumption,
};

/** The same of an FP8 peak, which is twice as high. */
export const defaultMfuFp8: Factor<'1'> = {
  id: 'default-mfu-fp8',
  title: 'Model FLOPs utilisation (MFU), of an FP8 peak',
  value: 0.2,
  low: 0.1,
  high: 0.35,
  unit: '1',
  kind: 'assumed',
  note: 'DeepSeek-V3 reached 0.166.',
  source: ownAssumption,
};

/** Busy share of a machine's life, for the occupancy convention where the manifest uses the calendar's. Never in a total. */
export const defaultOccupancy: Factor<'1'> = {
  id: 'default-occupancy',
  title: 'Occupancy: busy share of a machine’s life',
  value: 0.85,
  unit: '1',
  range: 'definition',
  kind: 'convention',
  note: 'Of Jean Zay; used only to show the other convention beside the one that is counted.',
  source: bloom,
};

/** Defaults for machines, where a manifest gives no figure. */
export const machineDefaults: readonly Factor[] = [
  defaultLifetime,
  shorterLifetime,
  longerLifetime,
  ...Object.values(defaultLoads),
  defaultPerNode,
  cardsPerNode,
  onePerComputer,
  modulesPerNode,
  superchipsPerNode,
  ...Object.values(defaultHostShares),
  hostFloorShare,
  hostFloor,
  idleShare,
  memoryPower,
  hostPower,
  defaultMfu,
  defaultMfuFp8,
];
