import type { FactorSource } from '../../factor.js';
import { once } from '../../once.js';
import { type AcceleratorDraft, accelerator } from '../accelerator.js';
import { epoch } from './sources.js';

const amdSheet = (id: string, product: string, year: number): FactorSource => ({
  id: `amd-${id}-datasheet`,
  title: `AMD Instinct ${product}, data sheet`,
  url: `https://www.amd.com/en/products/accelerators/instinct.html`,
  year,
  licence: '© AMD; figure quoted',
});

const intelSheet = (id: string, product: string, year: number): FactorSource => ({
  id: `intel-${id}`,
  title: `Intel ${product}, white paper`,
  url: 'https://habana.ai/products/',
  year,
  licence: '© Intel; figure quoted',
});

/** All three generations side by side. */
const intelHotChips: FactorSource = {
  id: 'intel-hot-chips-2024-gaudi',
  title: 'R. Kaplan (Intel): Intel Gaudi 3 AI Accelerator: Architected for Gen AI Training and Inference. Hot Chips 2024',
  url: 'https://hotchips.org/archives/hc36/',
  year: 2024,
  licence: '© Intel; figure quoted',
};

const v520: FactorSource = {
  id: 'amd-radeon-pro-v520',
  title: 'AMD Radeon PRO V520, product page',
  url: 'https://www.amd.com/en/products/accelerators/radeon-pro/amd-radeon-pro-v520.html',
  year: 2020,
  licence: '© AMD; figure quoted',
};

const dies = 'At most; 500 W is typical for the MI250X. For the module of two dies (GCDs). Tools such as rocm-smi and Slurm count dies: two of theirs are one of these.';
const amd = { vendor: 'AMD', formFactor: 'OAM' } as const;
const gaudi = { vendor: 'Intel', formFactor: 'OAM' } as const;
const cdna3 = { die: 2400, dieNote: 'Eight dies of 115 mm² on four of about 370 mm².' } as const;

export const otherAccelerators = once((): readonly AcceleratorDraft[] => [
  accelerator({ ...amd, family: 'mi355x', name: 'AMD Instinct MI355X', memoryGB: 288, watts: 1400, bf16: 2516.6, source: amdSheet('mi355x', 'MI355X', 2025) }),
  accelerator({ ...amd, family: 'mi325x', name: 'AMD Instinct MI325X', memoryGB: 256, watts: 1000, ...cdna3, bf16: 1307.4, source: amdSheet('mi325x', 'MI325X', 2024) }),
  accelerator({ ...amd, family: 'mi300x', name: 'AMD Instinct MI300X', memoryGB: 192, watts: 750, ...cdna3, bf16: 1307.4, source: amdSheet('mi300x', 'MI300X', 2023) }),
  accelerator({
    vendor: 'AMD',
    formFactor: 'APU',
    family: 'mi300a',
    name: 'AMD Instinct MI300A',
    memoryGB: 128,
    watts: 760,
    bf16: 980.6,
    die: 2400,
    dieNote: 'About as the MI300X, with three CPU dies in place of two of its eight.',
    boundary: 'components',
    kind: 'rated power of the module (maximum)',
    note: 'GPU, CPU and memory in one; set between 550 and 760 W by the operator.',
    source: amdSheet('mi300a', 'MI300A', 2023),
  }),
  accelerator({
    ...amd,
    family: 'mi250x',
    name: 'AMD Instinct MI250X',
    memoryGB: 128,
    memories: [64, 128],
    watts: 560,
    die: 1448,
    fp16: 383,
    note: dies,
    source: amdSheet('mi250x', 'MI250X', 2021),
  }),
  accelerator({ ...amd, family: 'mi250', name: 'AMD Instinct MI250', memoryGB: 128, memories: [64, 128], watts: 560, die: 1448, fp16: 362.1, note: dies, source: amdSheet('mi250', 'MI250', 2021) }),
  accelerator({ vendor: 'AMD', formFactor: 'PCIe', family: 'mi210', name: 'AMD Instinct MI210', memoryGB: 64, watts: 300, die: 724, hbm: true, fp16: 181, source: amdSheet('mi210', 'MI210', 2022) }),
  accelerator({ vendor: 'AMD', formFactor: 'PCIe', family: 'prov520', aliases: ['v520'], name: 'AMD Radeon PRO V520', memoryGB: 8, watts: 225, die: 251, hbm: true, source: v520 }),
  accelerator({
    ...gaudi,
    family: 'gaudi3',
    name: 'Intel Gaudi 3 OAM',
    memoryGB: 128,
    watts: 900,
    bf16: 1678,
    note: 'Cooled by air; 1,200 W at most by liquid. The PCIe card is rated at 600 W.',
    peakSource: epoch,
    peakNote: '1,835 in Intel’s white paper of early 2024.',
    source: intelSheet('gaudi-3', 'Gaudi 3 AI Accelerator', 2024),
  }),
  accelerator({ ...gaudi, family: 'gaudi2', name: 'Intel Gaudi 2 OAM', memoryGB: 96, watts: 600, die: 826, bf16: 432, peakSource: intelHotChips, source: intelSheet('gaudi-2', 'Gaudi 2 AI Accelerator', 2022) }),
  accelerator({
    ...gaudi,
    family: 'gaudi',
    aliases: ['gaudi1', 'gaudihl205', 'hl205'],
    name: 'Intel Gaudi OAM',
    memoryGB: 32,
    watts: 400,
    spread: [300, 400],
    bf16: 60,
    note: 'Rated at 300 W when it was announced in 2019.',
    source: intelHotChips,
  }),
]);
