import type { FactorSource } from '../../factor.js';
import type { AcceleratorRow } from '../accelerator.js';
import { epoch } from './sources.js';

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

const gaudi = { vendor: 'Intel', formFactor: 'OAM' } as const;

/** Intel's accelerators for data centres. Its other cards are in the fallback table, `hugging-face.ts`. */
export const intelRows: readonly AcceleratorRow[] = [
  {
    ...gaudi,
    name: 'Gaudi 3 OAM',
    memoryGB: 128,
    watts: 900,
    bf16: 1678,
    note: 'Cooled by air; 1,200 W at most by liquid. The PCIe card is rated at 600 W.',
    peakSource: epoch,
    peakNote: '1,835 in Intel’s white paper of early 2024.',
    source: intelSheet('gaudi-3', 'Gaudi 3 AI Accelerator', 2024),
  },
  { ...gaudi, name: 'Gaudi 2 OAM', memoryGB: 96, watts: 600, bf16: 432, peakSource: intelHotChips, source: intelSheet('gaudi-2', 'Gaudi 2 AI Accelerator', 2022) },
  {
    ...gaudi,
    aliases: ['gaudi1', 'gaudihl205', 'hl205'],
    name: 'Gaudi OAM',
    memoryGB: 32,
    watts: 400,
    spread: [300, 400],
    bf16: 60,
    note: 'Rated at 300 W when it was announced in 2019.',
    source: intelHotChips,
  },
  {
    vendor: 'Intel',
    formFactor: 'OAM',
    name: 'Data Center GPU Max 1550',
    aliases: ['max1550', 'pvc1550'],
    memoryGB: 128,
    watts: 600,
    die: 1280,
    source: epoch,
  },
  {
    vendor: 'Intel',
    formFactor: 'PCIe',
    name: 'Data Center GPU Max 1100',
    aliases: ['max1100', 'pvc1100'],
    memoryGB: 48,
    watts: 300,
    die: 640,
    hbm: true,
    dieNote: 'Half of the Max 1550’s: one of its two stacks.',
    source: epoch,
  },
];
