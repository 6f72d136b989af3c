import type { FactorSource } from '../../factor.js';
import { once } from '../../once.js';
import { type AcceleratorDraft, type AcceleratorRow, accelerator } from '../accelerator.js';
import { a100Embodied, b200Embodied, h100SxmEmbodied } from './embodied.js';
import { epoch, nvidiaSheet as sheet } from './sources.js';

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
const a10g: FactorSource = {
  id: 'aws-a10g-datasheet',
  title: 'NVIDIA A10G in Amazon EC2 G5, data sheet',
  url: 'https://d1.awsstatic.com/product-marketing/ec2/NVIDIA_AWS_A10G_DataSheet_FINAL_02_17_2022.pdf',
  year: 2022,
  licence: '© NVIDIA; figure quoted',
};

const row = (family: string, name: string, formFactor: string, memoryGB: number, watts: number, source: FactorSource, rest: Partial<AcceleratorRow> = {}): AcceleratorDraft =>
  accelerator({ family, name: `NVIDIA ${name}`, vendor: 'NVIDIA', formFactor, memoryGB, watts, source, ...rest });

/** Two dies at the limit of the mask; NVIDIA prints no area. */
const blackwell = { die: 1600, dieNote: 'Two dies of about 800 mm²; NVIDIA prints no area.' } as const;
const ofSuperchip = 'One GPU of the superchip, without its share of the Grace CPU: a superchip has two GPUs and one CPU.';
/** Sold in China only, without data sheets outside it. */
const china = 'Cut down for export to China; as tabulated, since its data sheet is not public.';
const hopper = { die: 814, hbm: true } as const;
const ampere = { die: 826, hbm: true, bf16: 312 } as const;
const volta = { die: 815, hbm: true } as const;

/**
 * NVIDIA's accelerators of the data centre. Within a family the first that fits a name is taken, so the order is a policy:
 * SXM before PCIe, since that is what clusters and clouds mostly hold, and the larger figure.
 */
export const nvidiaAccelerators = once((): readonly AcceleratorDraft[] => [
  row('b300', 'B300 SXM6 288GB', 'SXM6', 288, 1100, b300, { ...blackwell, memories: [270, 288], bf16: 2250, note: 'As Epoch AI quotes the data sheet.' }),
  row('b200', 'B200 SXM6 180GB', 'SXM6', 180, 1000, b200, { memories: [180, 192], embodied: b200Embodied, bf16: 2250 }),
  row('gb300', 'GB300 288GB', 'superchip', 288, 1400, b300, { ...blackwell, memories: [279, 288], bf16: 2500, note: ofSuperchip }),
  row('gb200', 'GB200 186GB', 'superchip', 186, 1200, gb200, { ...blackwell, memories: [184, 186, 192], bf16: 2500, note: ofSuperchip }),
  row('gh200', 'GH200 96GB', 'superchip', 96, 1000, gh200, {
    ...hopper,
    dieNote: 'The Grace CPU and its memory are not in it.',
    bf16: 989.4,
    memories: [96, 120, 144, 480, 624],
    boundary: 'components',
    kind: 'rated power of the module (maximum)',
    note: 'GPU, Grace CPU and its memory together; set between 450 and 1,000 W by the operator.',
  }),
  row('h200', 'H200 SXM5 141GB', 'SXM5', 141, 700, h200, { ...hopper, bf16: 989.4 }),
  row('h200', 'H200 NVL 141GB', 'NVL', 141, 600, h200, { ...hopper, bf16: 835.5, note: 'Set up to 600 W by the operator.' }),
  row('h100', 'H100 SXM5 80GB', 'SXM5', 80, 700, h100, { memoryType: 'hbm3', embodied: h100SxmEmbodied, bf16: 989.4 }),
  row('h100', 'H100 NVL 94GB', 'NVL', 94, 400, h100, { ...hopper, memoryType: 'hbm3', bf16: 835.5, note: 'Set between 350 and 400 W by the operator.' }),
  row('h100', 'H100 PCIe 80GB', 'PCIe', 80, 350, h100, { ...hopper, memoryType: 'hbm2e', bf16: 756, note: 'Set between 300 and 350 W by the operator.' }),
  row('h800', 'H800 SXM5 80GB', 'SXM5', 80, 700, epoch, { ...hopper, bf16: 989.4, note: china }),
  row('h800', 'H800 PCIe 80GB', 'PCIe', 80, 350, h100, { ...hopper, bf16: 756, note: 'Cut down for export to China; power and peak are the H100 PCIe’s.' }),
  row('h20', 'H20 96GB', 'SXM5', 96, 400, epoch, { ...hopper, bf16: 148, note: china }),
  row('a100', 'A100 SXM4 80GB', 'SXM4', 80, 400, a100, { embodied: a100Embodied, bf16: 312 }),
  row('a100', 'A100 SXM4 40GB', 'SXM4', 40, 400, a100, { embodied: a100Embodied, bf16: 312 }),
  row('a100', 'A100 PCIe 80GB', 'PCIe', 80, 300, a100, { embodied: a100Embodied, bf16: 312 }),
  row('a100', 'A100 PCIe 40GB', 'PCIe', 40, 250, a100Pcie40, { embodied: a100Embodied, bf16: 312 }),
  row('a800', 'A800 SXM4 80GB', 'SXM4', 80, 400, epoch, { ...ampere, note: china }),
  row('a800', 'A800 PCIe 80GB', 'PCIe', 80, 300, a100, { ...ampere, note: 'Cut down for export to China; power and peak are the A100 PCIe’s. Some tables have 250 W.' }),
  row('a800', 'A800 PCIe 40GB', 'PCIe', 40, 250, epoch, { ...ampere, note: china }),
  row('v100', 'V100 SXM2 32GB', 'SXM2', 32, 300, v100, { ...volta, fp16: 125 }),
  row('v100', 'V100 SXM2 16GB', 'SXM2', 16, 300, v100, { ...volta, fp16: 125 }),
  row('v100', 'V100 PCIe 32GB', 'PCIe', 32, 250, v100, { ...volta, fp16: 112 }),
  row('v100', 'V100 PCIe 16GB', 'PCIe', 16, 250, v100, { ...volta, fp16: 112 }),
  row('v100s', 'V100S PCIe 32GB', 'PCIe', 32, 250, v100, { ...volta, fp16: 130 }),
  row('p100', 'P100 SXM2 16GB', 'SXM2', 16, 300, p100, { die: 610, fp16: 21.2 }),
  row('p100', 'P100 PCIe 16GB', 'PCIe', 16, 250, p100, { die: 610, hbm: true, fp16: 18.7 }),
  row('p100', 'P100 PCIe 12GB', 'PCIe', 12, 250, p100, { die: 610, hbm: true, fp16: 18.7 }),
  row('l40s', 'L40S', 'PCIe', 48, 350, sheet('l40s', 'L40S', 2023, 'data-center/l40s/'), { die: 609, bf16: 362 }),
  row('l40', 'L40', 'PCIe', 48, 300, sheet('l40', 'L40', 2022, 'data-center/l40/'), { die: 609, bf16: 181 }),
  row('l20', 'L20', 'PCIe', 48, 275, epoch, { die: 609, bf16: 119.5, note: china }),
  row('l4', 'L4', 'PCIe', 24, 72, sheet('l4', 'L4 Tensor Core GPU', 2023, 'data-center/l4/'), { die: 294, bf16: 121 }),
  row('a40', 'A40', 'PCIe', 48, 300, sheet('a40', 'A40', 2021, 'data-center/a40/'), { die: 628, bf16: 149.7 }),
  row('a30', 'A30', 'PCIe', 24, 165, sheet('a30', 'A30 Tensor Core GPU', 2021, 'data-center/products/a30-gpu/'), { die: 826, hbm: true, bf16: 165 }),
  row('a10', 'A10', 'PCIe', 24, 150, sheet('a10', 'A10 Tensor Core GPU', 2021, 'data-center/products/a10-gpu/'), { die: 628, bf16: 125 }),
  row('a10g', 'A10G', 'PCIe', 24, 300, a10g, {
    die: 628,
    bf16: 70,
    kind: 'power limit',
    note: 'The variant made for AWS, which nvidia-smi limits to 300 W; tables that have 150 W have the A10’s.',
  }),
  row('t4', 'T4', 'PCIe', 16, 70, sheet('t4', 'T4 Tensor Core GPU', 2019, 'data-center/tesla-t4/'), { die: 545, fp16: 65 }),
  row('m40', 'Tesla M40', 'PCIe', 24, 250, sheet('m40', 'Tesla M40', 2015, 'data-center/tesla-m40/'), { die: 601, fp32: 6.84, memories: [12, 24] }),
  row('k80', 'Tesla K80', 'PCIe', 24, 300, sheet('k80', 'Tesla K80', 2014, 'data-center/tesla-k80/'), {
    die: 1122,
    fp32: 8.73,
    memories: [12, 24],
    note: 'For the board of two chips. nvidia-smi counts chips: two of its are one of these.',
  }),
]);
