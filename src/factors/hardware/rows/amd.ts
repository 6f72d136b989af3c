import type { FactorSource } from '../../factor.js';
import type { AcceleratorRow } from '../accelerator.js';
import { epoch, greenAlgorithms, reported } from './sources.js';

const amdSheet = (id: string, product: string, year: number): FactorSource => ({
  id: `amd-${id}-datasheet`,
  title: `AMD Instinct ${product}, data sheet`,
  url: `https://www.amd.com/en/products/accelerators/instinct.html`,
  year,
  licence: '© AMD; figure quoted',
});

const v520: FactorSource = {
  id: 'amd-radeon-pro-v520',
  title: 'AMD Radeon PRO V520, product page',
  url: 'https://www.amd.com/en/products/accelerators/radeon-pro/amd-radeon-pro-v520.html',
  year: 2020,
  licence: '© AMD; figure quoted',
};

const rx6000 = reported('rx-6000', 'Custom PC: AMD RX 6900 XT, RX 6800 XT and RX 6800 graphics cards announced (October 2020)', 2020, 'https://custompc.raspberrypi.org/articles/amd-rx-6900-xt-rx-6800-xt-and-rx-6800-graphics-cards-announced');
const v620 = reported('radeon-pro-v620', 'Le Comptoir du Hardware: AMD Radeon PRO V620 (November 2021)', 2021, 'https://www.comptoir-hardware.com/actus/cartes-graphiques/44993-amd-devoile-sa-radeon-pro-v620-une-carte-concue-pour-le-cloud.html');

const mi250 = {
  memoryGB: 128,
  memories: [64, 128],
  watts: 560,
  die: 1448,
  dies: 2,
  note: 'At most; 500 W is typical for the MI250X. For the module of two dies (GCDs). Tools such as rocm-smi and Slurm count dies: two of them are one module.',
} as const;
const amd = { vendor: 'AMD', formFactor: 'OAM' } as const;
const card = { vendor: 'AMD', formFactor: 'PCIe' } as const;
const cdna4 = { die: 2400, dieNote: 'Its area is unknown: that of the MI325X is taken, its predecessor.' } as const;
const cdna3 = { die: 2400, dieNote: 'Eight dies of 115 mm² on four of about 370 mm².' } as const;

/** AMD's accelerators for data centres, and cards that huggingface.js lacks. Its other cards are in the fallback table, `hugging-face.ts`. */
export const amdRows: readonly AcceleratorRow[] = [
  { ...amd, name: 'Instinct MI355X', memoryGB: 288, watts: 1400, ...cdna4, bf16: 2516.6, source: amdSheet('mi355x', 'MI355X', 2025) },
  { ...amd, name: 'Instinct MI350X', memoryGB: 288, watts: 1000, ...cdna4, bf16: 2309.6, source: epoch },
  { ...amd, name: 'Instinct MI325X', memoryGB: 256, watts: 1000, ...cdna3, bf16: 1307.4, source: amdSheet('mi325x', 'MI325X', 2024) },
  { ...amd, name: 'Instinct MI300X', aliases: ['mi300'], memoryGB: 192, watts: 750, ...cdna3, bf16: 1307.4, source: amdSheet('mi300x', 'MI300X', 2023) },
  {
    vendor: 'AMD',
    formFactor: 'APU',
    name: 'Instinct MI300A',
    aliases: ['mi300'],
    memoryGB: 128,
    watts: 760,
    spread: [550, 760],
    bf16: 980.6,
    die: 2400,
    dieNote: 'About as the MI300X, with three CPU dies in place of two of its eight.',
    boundary: 'components',
    kind: 'rated power of the module (maximum)',
    note: 'GPU, CPU and memory in one; set between 550 and 760 W by the operator.',
    source: amdSheet('mi300a', 'MI300A', 2023),
  },
  { ...amd, ...mi250, name: 'Instinct MI250X', aliases: ['mi200', 'mi200c2', 'mi250xmi250'], fp16: 383, source: amdSheet('mi250x', 'MI250X', 2021) },
  { ...amd, ...mi250, name: 'Instinct MI250', aliases: ['mi200'], fp16: 362.1, source: amdSheet('mi250', 'MI250', 2021) },
  { ...card, name: 'Instinct MI210', memoryGB: 64, watts: 300, die: 724, hbm: true, fp16: 181, source: amdSheet('mi210', 'MI210', 2022) },
  { ...card, aliases: ['v520'], name: 'Radeon PRO V520', memoryGB: 8, watts: 225, die: 251, hbm: true, source: v520 },
  { ...card, aliases: ['v620'], name: 'Radeon PRO V620', memoryGB: 32, watts: 300, source: v620 },
  { ...card, use: 'consumer', name: 'Radeon RX 6900 XT', memoryGB: 16, watts: 300, source: rx6000 },
  { ...card, use: 'consumer', name: 'Radeon RX 6800 XT', memoryGB: 16, watts: 300, source: rx6000 },
  { ...card, use: 'consumer', name: 'Radeon RX 480', memoryGB: 8, memories: [4, 8], watts: 150, source: greenAlgorithms },
];
