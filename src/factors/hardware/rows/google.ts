import type { FactorSource } from '../../factor.js';
import { patterson } from '../../sources.js';
import type { AcceleratorRow } from '../accelerator.js';
import { tpuV6eEmbodied } from './embodied.js';
import { epoch } from './sources.js';

const palm: FactorSource = {
  id: 'chowdhery-2022-palm',
  title: 'A. Chowdhery et al.: PaLM: Scaling Language Modeling with Pathways, appendix on energy. arXiv 2204.02311',
  url: 'https://arxiv.org/abs/2204.02311',
  year: 2022,
  licence: 'CC BY 4.0',
};

const tenLessons: FactorSource = {
  id: 'jouppi-2021-ten-lessons',
  title: 'N. P. Jouppi et al.: Ten Lessons From Three Generations Shaped Google’s TPUv4i. ISCA 2021',
  url: 'https://ieeexplore.ieee.org/document/9499913',
  year: 2021,
  licence: '© IEEE; figure quoted',
};

const cloudTpu: FactorSource = {
  id: 'google-cloud-tpu-documentation',
  title: 'Google Cloud TPU documentation, system architecture',
  url: 'https://docs.cloud.google.com/tpu/docs/system-architecture-tpu-vm',
  year: 2025,
  licence: 'CC BY 4.0',
};

const tpu = { vendor: 'Google', formFactor: 'chip', peakSource: cloudTpu } as const;

/** Average power of a chip with its share of the host, in Google's own data centres: no host is added and no load is applied. */
const observed = {
  ...tpu,
  boundary: 'node',
  observed: true,
  kind: 'measured average power of a chip and its share of the host, in training',
  note: 'An average power, not a rating: no load factor applies to it.',
} as const;

const atMost = 'Google gives the area as an upper bound.';

/**
 * Later chips, whose rating Google does not publish. The low end is 0.56 of the estimate, as for TPU v4: measured at 192 W at most,
 * where the same estimate gives 340 W.
 */
const derived = 'rated power (TDP) of the chip, estimated by others';
const fromEfficiency =
  'Google publishes no rating: estimated from the operations per watt that it gives for its generations and the 280 W of TPU v2. The low end applies the ratio of measured power to the same estimate on TPU v4.';

export const googleRows: readonly AcceleratorRow[] = [
  {
    ...tpu,
    aliases: ['ironwood', 'tpuironwood', 'tpuv7', 'tpuv7x', 'tpu7xironwood', 'tpuv7ironwood'],
    name: 'TPU7x',
    memoryGB: 192,
    watts: 960,
    spread: [540, 1060],
    kind: derived,
    estimated: true,
    note: fromEfficiency,
    sibling: { name: 'TPU v6e', memoryGB: 32, embodied: tpuV6eEmbodied },
    bf16: 2307,
    source: epoch,
  },
  {
    ...tpu,
    aliases: ['trillium', 'tputrillium', 'tpuv6etrillium', 'tpuv6lite'],
    name: 'TPU v6e',
    memoryGB: 32,
    watts: 380,
    spread: [210, 420],
    kind: derived,
    estimated: true,
    note: fromEfficiency,
    embodied: tpuV6eEmbodied,
    bf16: 918,
    source: epoch,
  },
  {
    ...tpu,
    name: 'TPU v5p',
    memoryGB: 95,
    memories: [95, 96],
    watts: 540,
    spread: [300, 600],
    kind: derived,
    estimated: true,
    note: fromEfficiency,
    sibling: { name: 'TPU v6e', memoryGB: 32, embodied: tpuV6eEmbodied },
    bf16: 459,
    source: epoch,
  },
  {
    ...tpu,
    aliases: ['tpuv5lite', 'tpuv5litepod', 'v5litepod'],
    name: 'TPU v5e',
    memoryGB: 16,
    watts: 225,
    spread: [125, 300],
    kind: derived,
    estimated: true,
    note: 'Google publishes no rating: 225 W by The Next Platform, 300 W by SemiAnalysis. The low end applies the ratio of measured power to estimated rating on TPU v4.',
    die: 325,
    bf16: 197,
    source: epoch,
  },
  {
    ...observed,
    name: 'TPU v4',
    memoryGB: 32,
    watts: 378.5,
    die: 600,
    dieNote: atMost,
    bf16: 275,
    source: palm,
  },
  {
    ...tpu,
    name: 'TPU v4i',
    memoryGB: 8,
    watts: 175,
    die: 400,
    dieNote: atMost,
    bf16: 138,
    peakSource: tenLessons,
    source: tenLessons,
  },
  {
    ...observed,
    name: 'TPU v3',
    memoryGB: 32,
    watts: 283,
    die: 700,
    dieNote: atMost,
    bf16: 123,
    source: patterson,
  },
  {
    ...observed,
    name: 'TPU v2',
    memoryGB: 16,
    watts: 221,
    die: 625,
    dieNote: atMost,
    bf16: 46,
    source: patterson,
  },
];
