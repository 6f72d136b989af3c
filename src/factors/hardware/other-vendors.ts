import type { FactorSource } from '../factor.js';
import { once } from '../once.js';
import { patterson } from '../sources.js';
import { type Accelerator, accelerator } from './accelerator.js';

const amdSheet = (id: string, product: string, year: number): FactorSource => ({
  id: `amd-${id}-datasheet`,
  title: `AMD Instinct ${product}, data sheet`,
  url: `https://www.amd.com/en/products/accelerators/instinct.html`,
  year,
  licence: '© AMD; figure quoted',
});

const intelSheet = (id: string, product: string, year: number, url: string): FactorSource => ({
  id: `intel-${id}`,
  title: `Intel ${product}, white paper`,
  url,
  year,
  licence: '© Intel; figure quoted',
});

const palm: FactorSource = {
  id: 'chowdhery-2022-palm',
  title: 'A. Chowdhery et al.: PaLM: Scaling Language Modeling with Pathways, appendix on energy. arXiv 2204.02311',
  url: 'https://arxiv.org/abs/2204.02311',
  year: 2022,
  licence: 'CC BY 4.0',
};

const dies = 'For the module of two dies (GCDs). Tools such as rocm-smi and Slurm count dies: two of theirs are one of these.';
const amd = { vendor: 'AMD', formFactor: 'OAM' } as const;
const gaudi = { vendor: 'Intel', formFactor: 'OAM' } as const;
const gaudiUrl = 'https://habana.ai/products/';

/** Average draw of a chip with its share of host, in Google's own data centres: no host is added, no load applied twice. */
const tpu = {
  vendor: 'Google',
  formFactor: 'chip',
  boundary: 'node',
  observed: true,
  kind: 'measured average power of a chip and its share of the host, in training',
  note: 'An average draw, not a rating: no load factor applies to it.',
} as const;

export const otherAccelerators = once((): readonly Accelerator[] => [
  accelerator({ ...amd, family: 'mi355x', name: 'AMD Instinct MI355X', memoryGB: 288, watts: 1400, source: amdSheet('mi355x', 'MI355X', 2025) }),
  accelerator({ ...amd, family: 'mi325x', name: 'AMD Instinct MI325X', memoryGB: 256, watts: 1000, source: amdSheet('mi325x', 'MI325X', 2024) }),
  accelerator({ ...amd, family: 'mi300x', name: 'AMD Instinct MI300X', memoryGB: 192, watts: 750, source: amdSheet('mi300x', 'MI300X', 2023) }),
  accelerator({
    ...amd,
    family: 'mi250x',
    name: 'AMD Instinct MI250X',
    memoryGB: 128,
    memories: [64, 128],
    watts: 560,
    note: dies,
    source: amdSheet('mi250x', 'MI250X', 2021),
  }),
  accelerator({ ...amd, family: 'mi250', name: 'AMD Instinct MI250', memoryGB: 128, memories: [64, 128], watts: 560, note: dies, source: amdSheet('mi250', 'MI250', 2021) }),
  accelerator({ vendor: 'AMD', formFactor: 'PCIe', family: 'mi210', name: 'AMD Instinct MI210', memoryGB: 64, watts: 300, source: amdSheet('mi210', 'MI210', 2022) }),
  accelerator({ ...gaudi, family: 'gaudi3', name: 'Intel Gaudi 3 OAM', memoryGB: 128, watts: 900, source: intelSheet('gaudi-3', 'Gaudi 3 AI Accelerator', 2024, gaudiUrl) }),
  accelerator({ ...gaudi, family: 'gaudi2', name: 'Intel Gaudi 2 OAM', memoryGB: 96, watts: 600, source: intelSheet('gaudi-2', 'Gaudi 2 AI Accelerator', 2022, gaudiUrl) }),
  accelerator({ ...tpu, family: 'tpuv4', name: 'Google TPU v4', memoryGB: 32, watts: 378.5, source: palm }),
  accelerator({ ...tpu, family: 'tpuv3', name: 'Google TPU v3', memoryGB: 32, watts: 283, source: patterson }),
  accelerator({ ...tpu, family: 'tpuv2', name: 'Google TPU v2', memoryGB: 16, watts: 221, source: patterson }),
]);
