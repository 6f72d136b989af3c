import type { FactorSource } from '../../factor.js';
import type { AcceleratorRow } from '../accelerator.js';
import { a100Embodied, b200Embodied, h100SxmEmbodied } from './embodied.js';
import { epoch, nvidiaSmi, reported, nvidiaSheet as sheet } from './sources.js';

const p100 = sheet('p100', 'Tesla P100', 2016, 'data-center/tesla-p100/');
const v100 = sheet('v100', 'V100 Tensor Core GPU', 2020, 'data-center/v100/');
const a100 = sheet('a100', 'A100 Tensor Core GPU', 2021, 'data-center/a100/');
const a100Pcie40: FactorSource = { ...sheet('a100-pcie', 'A100 PCIe 40GB', 2020, 'data-center/a100/'), title: 'NVIDIA A100 40GB PCIe GPU Accelerator, product brief' };
const h100 = sheet('h100', 'H100 Tensor Core GPU', 2024, 'data-center/h100/');
const h200 = sheet('h200', 'H200 Tensor Core GPU', 2024, 'data-center/h200/');
const b200 = sheet('hgx-b200', 'HGX B200', 2025, 'data-center/hgx/');
const b300 = sheet('blackwell-ultra', 'Blackwell Ultra', 2025, 'data-center/gb300-nvl72/');
const gh200 = sheet('gh200', 'GH200 Grace Hopper Superchip', 2024, 'data-center/grace-hopper-superchip/');
const gb200 = sheet('gb200', 'GB200 NVL72', 2025, 'data-center/gb200-nvl72/');
const maxwell = reported('anandtech-tesla-maxwell', 'AnandTech: NVIDIA Announces Tesla M40 and M4 Server Cards (November 2015), with the K40 and M60 beside', 2015, 'https://www.anandtech.com/show/9776/nvidia-announces-tesla-m40-m4-server-cards-data-center-machine-learning');
const a10g: FactorSource = {
  id: 'aws-a10g-datasheet',
  title: 'NVIDIA A10G in Amazon EC2 G5, data sheet',
  url: 'https://d1.awsstatic.com/product-marketing/ec2/NVIDIA_AWS_A10G_DataSheet_FINAL_02_17_2022.pdf',
  year: 2022,
  licence: '© NVIDIA; figure quoted',
};

const nvidia = { vendor: 'NVIDIA' } as const;

const b200Made = { name: 'B200 SXM6 180GB', memoryGB: 180, embodied: b200Embodied } as const;
const blackwell = { sibling: b200Made } as const;
const ofSuperchip = 'One GPU of the superchip, without its share of the Grace CPU: a superchip has two GPUs and one CPU.';
/** Sold only in China, with data sheets only there. */
const china = 'Reduced for export to China; as tabulated by Epoch AI, since its data sheet is not public.';
/** No data sheet is public. */
const limit = 'Reduced for export to China; the limit that nvidia-smi prints in each public log that was read.';
/** The rest of the family follows the published figure: the same die, with more memory or on a card. */
const h100Made = { name: 'H100 SXM5 80GB', memoryGB: 80, embodied: h100SxmEmbodied } as const;
const hopper = { sibling: h100Made } as const;
const ampere = { sibling: { name: 'A100', memoryGB: 80, embodied: a100Embodied }, bf16: 312 } as const;
const a100Idle = [44, 57, 100] as const;
const h100Idle = [66, 71, 145] as const;
const volta = { die: 815, hbm: true } as const;

/**
 * NVIDIA's accelerators for data centres. Within a family the first row that fits a name is taken, so the order is a policy: SXM
 * before PCIe, since most clusters and clouds have SXM and its power is higher. The P100 is PCIe, as on Kaggle, Colab and Google Cloud.
 */
export const nvidiaRows: readonly AcceleratorRow[] = [
  { ...nvidia, name: 'B300 SXM6 288GB', idle: [135, 160, 240], formFactor: 'SXM6', memoryGB: 288, watts: 1100, ...blackwell, memories: [270, 288], bf16: 2250, note: 'As Epoch AI quotes the data sheet.', source: b300 },
  { ...nvidia, name: 'B200 SXM6 180GB', formFactor: 'SXM6', memoryGB: 180, watts: 1000, memories: [180, 192], embodied: b200Embodied, bf16: 2250, source: b200 },
  { ...nvidia, name: 'GB300 288GB', formFactor: 'superchip', memoryGB: 288, watts: 1400, ...blackwell, memories: [279, 288], bf16: 2500, note: ofSuperchip, source: b300 },
  { ...nvidia, name: 'GB200 186GB', formFactor: 'superchip', memoryGB: 186, watts: 1200, ...blackwell, memories: [184, 186, 192], bf16: 2500, note: ofSuperchip, source: gb200 },
  { ...nvidia, name: 'GH200 96GB', formFactor: 'superchip', memoryGB: 96, watts: 700, spread: [450, 1000], ...hopper, dieNote: 'The Grace CPU and its memory are not included.', bf16: 989.4, memories: [96, 120, 144, 480, 624], boundary: 'components', kind: 'rated power of the module, as set by the operator', note: 'GPU, Grace CPU and its memory together; set between 450 and 1,000 W by the operator.', source: gh200 },
  { ...nvidia, name: 'H200 SXM5 141GB', formFactor: 'SXM5', memoryGB: 141, watts: 700, ...hopper, bf16: 989.4, source: h200 },
  { ...nvidia, name: 'H200 NVL 141GB', formFactor: 'NVL', memoryGB: 141, watts: 600, ...hopper, bf16: 835.5, note: 'Set up to 600 W by the operator.', source: h200 },
  { ...nvidia, name: 'H100 SXM5 80GB', idle: h100Idle, formFactor: 'SXM5', memoryGB: 80, watts: 700, memoryType: 'hbm3', embodied: h100SxmEmbodied, bf16: 989.4, source: h100 },
  { ...nvidia, name: 'H100 NVL 94GB', formFactor: 'NVL', memoryGB: 94, watts: 400, spread: [350, 400], ...hopper, memoryType: 'hbm3', bf16: 835.5, note: 'Set between 350 and 400 W by the operator.', source: h100 },
  { ...nvidia, name: 'H100 PCIe 80GB', formFactor: 'PCIe', memoryGB: 80, watts: 350, spread: [300, 350], ...hopper, memoryType: 'hbm2e', bf16: 756, note: 'Set between 300 and 350 W by the operator.', source: h100 },
  { ...nvidia, name: 'H800 SXM5 80GB', formFactor: 'SXM5', memoryGB: 80, watts: 700, ...hopper, bf16: 989.4, note: china, source: epoch },
  { ...nvidia, name: 'H800 PCIe 80GB', formFactor: 'PCIe', memoryGB: 80, watts: 350, ...hopper, bf16: 756, note: 'Reduced for export to China; power and peak are the H100 PCIe’s.', source: h100 },
  { ...nvidia, name: 'H20 96GB', idle: [73, 74, 124], formFactor: 'SXM5', memoryGB: 96, watts: 500, ...hopper, bf16: 148, peakSource: epoch, kind: 'power limit', note: `${limit} Epoch AI has 400 W.`, source: nvidiaSmi },
  { ...nvidia, name: 'H20-3e 141GB', idle: [73, 74, 124], formFactor: 'SXM5', memoryGB: 141, watts: 500, ...hopper, bf16: 148, peakSource: epoch, kind: 'power limit', note: limit, source: nvidiaSmi },
  { ...nvidia, name: 'A100 SXM4 80GB', idle: a100Idle, formFactor: 'SXM4', memoryGB: 80, watts: 400, embodied: a100Embodied, bf16: 312, source: a100 },
  { ...nvidia, name: 'A100 SXM4 40GB', idle: a100Idle, formFactor: 'SXM4', memoryGB: 40, watts: 400, embodied: a100Embodied, bf16: 312, source: a100 },
  { ...nvidia, name: 'A100 SXM4 64GB', idle: a100Idle, formFactor: 'SXM4', memoryGB: 64, meantBy: 'memory', watts: 467, spread: [467, 479], embodied: a100Embodied, bf16: 312, peakSource: a100, kind: 'power limit', note: 'Made for the supercomputer Leonardo; nvidia-smi prints 467 W, in one log 479 W.', source: nvidiaSmi },
  { ...nvidia, name: 'A100 PCIe 80GB', formFactor: 'PCIe', memoryGB: 80, watts: 300, embodied: a100Embodied, bf16: 312, source: a100 },
  { ...nvidia, name: 'A100 PCIe 40GB', formFactor: 'PCIe', memoryGB: 40, watts: 250, embodied: a100Embodied, bf16: 312, source: a100Pcie40 },
  { ...nvidia, name: 'A800 SXM4 80GB', formFactor: 'SXM4', memoryGB: 80, watts: 400, ...ampere, note: china, source: epoch },
  { ...nvidia, name: 'A800 PCIe 80GB', formFactor: 'PCIe', memoryGB: 80, watts: 300, ...ampere, note: 'Reduced for export to China; power and peak are the A100 PCIe’s. Some tables have 250 W.', source: a100 },
  { ...nvidia, name: 'A800 PCIe 40GB', formFactor: 'PCIe', memoryGB: 40, watts: 250, ...ampere, note: china, source: epoch },
  { ...nvidia, name: 'V100 SXM2 32GB', formFactor: 'SXM2', memoryGB: 32, watts: 300, ...volta, fp16: 125, source: v100 },
  { ...nvidia, name: 'V100 SXM2 16GB', formFactor: 'SXM2', memoryGB: 16, watts: 300, ...volta, fp16: 125, source: v100 },
  { ...nvidia, name: 'V100 SXM3 32GB', idle: [52, 57, 61], formFactor: 'SXM3', memoryGB: 32, meantBy: 'form', watts: 350, ...volta, fp16: 125, peakSource: v100, kind: 'power limit', note: 'The module of the DGX-2.', source: nvidiaSmi },
  { ...nvidia, name: 'V100 PCIe 32GB', formFactor: 'PCIe', memoryGB: 32, watts: 250, ...volta, fp16: 112, source: v100 },
  { ...nvidia, name: 'V100 PCIe 16GB', formFactor: 'PCIe', memoryGB: 16, watts: 250, ...volta, fp16: 112, source: v100 },
  { ...nvidia, name: 'V100S PCIe 32GB', formFactor: 'PCIe', memoryGB: 32, watts: 250, ...volta, fp16: 130, source: v100 },
  { ...nvidia, name: 'P100 PCIe 16GB', formFactor: 'PCIe', memoryGB: 16, watts: 250, die: 610, hbm: true, fp16: 18.7, source: p100 },
  { ...nvidia, name: 'P100 PCIe 12GB', formFactor: 'PCIe', memoryGB: 12, watts: 250, die: 610, hbm: true, fp16: 18.7, source: p100 },
  { ...nvidia, name: 'P100 SXM2 16GB', formFactor: 'SXM2', memoryGB: 16, watts: 300, die: 610, fp16: 21.2, source: p100 },
  { ...nvidia, name: 'L40S', formFactor: 'PCIe', memoryGB: 48, watts: 350, die: 609, bf16: 362, source: sheet('l40s', 'L40S', 2023, 'data-center/l40s/') },
  { ...nvidia, name: 'L40', formFactor: 'PCIe', memoryGB: 48, watts: 300, die: 609, bf16: 181, source: sheet('l40', 'L40', 2022, 'data-center/l40/') },
  { ...nvidia, name: 'L20', idle: [25, 33, 73], formFactor: 'PCIe', memoryGB: 48, watts: 350, die: 609, bf16: 119.5, peakSource: epoch, kind: 'power limit', note: `${limit} Epoch AI has 275 W.`, source: nvidiaSmi },
  { ...nvidia, name: 'L4', idle: [11, 20, 35], formFactor: 'PCIe', memoryGB: 24, watts: 72, die: 294, bf16: 121, source: sheet('l4', 'L4 Tensor Core GPU', 2023, 'data-center/l4/') },
  { ...nvidia, name: 'A40', formFactor: 'PCIe', memoryGB: 48, watts: 300, die: 628, bf16: 149.7, source: sheet('a40', 'A40', 2021, 'data-center/a40/') },
  { ...nvidia, name: 'A30', formFactor: 'PCIe', memoryGB: 24, watts: 165, die: 826, hbm: true, bf16: 165, source: sheet('a30', 'A30 Tensor Core GPU', 2021, 'data-center/products/a30-gpu/') },
  { ...nvidia, name: 'A10', formFactor: 'PCIe', memoryGB: 24, watts: 150, die: 628, bf16: 125, source: sheet('a10', 'A10 Tensor Core GPU', 2021, 'data-center/products/a10-gpu/') },
  { ...nvidia, name: 'A10G', formFactor: 'PCIe', memoryGB: 24, watts: 300, die: 628, bf16: 70, kind: 'power limit', note: 'The variant made for AWS, which nvidia-smi limits to 300 W; tables that have 150 W have the A10’s.', source: a10g },
  { ...nvidia, name: 'T4', idle: [9, 20, 35], formFactor: 'PCIe', memoryGB: 16, watts: 70, die: 545, fp16: 65, source: sheet('t4', 'T4 Tensor Core GPU', 2019, 'data-center/tesla-t4/') },
  { ...nvidia, name: 'Tesla A16', family: 'teslaa16', formFactor: 'PCIe', memoryGB: 16, watts: 62, kind: 'power limit', note: 'For one of the four GPUs on a board, as nvidia-smi counts them.', source: nvidiaSmi },
  { ...nvidia, name: 'Tesla P4', family: 'teslap4', formFactor: 'PCIe', memoryGB: 8, watts: 75, die: 314, kind: 'power limit', source: nvidiaSmi },
  { ...nvidia, name: 'Tesla M4', family: 'teslam4', formFactor: 'PCIe', memoryGB: 4, watts: 75, spread: [50, 75], die: 228, note: 'Set between 50 and 75 W by the operator.', source: maxwell },
  { ...nvidia, name: 'Tesla M60', formFactor: 'PCIe', memoryGB: 8, watts: 150, die: 398, kind: 'power limit', note: 'For one of the two GPUs on a board of 300 W, as nvidia-smi counts them.', source: nvidiaSmi },
  { ...nvidia, name: 'Tesla K40', aliases: ['k40m', 'k40c', 'k40s', 'k40t'], formFactor: 'PCIe', memoryGB: 12, watts: 235, die: 561, fp32: 4.29, peakSource: maxwell, kind: 'power limit', note: 'Epoch AI has 245 W for the K40s.', source: nvidiaSmi },
  { ...nvidia, name: 'Tesla K20X', aliases: ['k20xm'], formFactor: 'PCIe', memoryGB: 6, watts: 235, die: 561, fp32: 3.935, source: epoch },
  { ...nvidia, name: 'Tesla K20', aliases: ['k20m', 'k20c'], formFactor: 'PCIe', memoryGB: 5, watts: 225, die: 561, fp32: 3.52, peakSource: epoch, kind: 'power limit', source: nvidiaSmi },
  { ...nvidia, name: 'Tesla M40', formFactor: 'PCIe', memoryGB: 24, watts: 250, die: 601, fp32: 6.84, memories: [12, 24], source: sheet('m40', 'Tesla M40', 2015, 'data-center/tesla-m40/') },
  { ...nvidia, name: 'Tesla K80', formFactor: 'PCIe', memoryGB: 24, watts: 300, die: 1122, dies: 2, fp32: 8.73, memories: [12, 24], note: 'For the board of two chips. nvidia-smi counts chips: two of them are one board.', source: sheet('k80', 'Tesla K80', 2014, 'data-center/tesla-k80/') },
];
