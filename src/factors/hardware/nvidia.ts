import type { FactorSource } from '../factor.js';
import { once } from '../once.js';
import { type Accelerator, type AcceleratorRow, accelerator } from './accelerator.js';
import { a100Embodied, b200Embodied, h100SxmEmbodied } from './embodied.js';

const sheet = (id: string, product: string, year: number, url: string): FactorSource => ({
  id: `nvidia-${id}-datasheet`,
  title: `NVIDIA ${product}, data sheet`,
  url: `https://www.nvidia.com/en-us/${url}`,
  year,
  licence: '© NVIDIA; figure quoted',
});

const p100 = sheet('p100', 'Tesla P100', 2016, 'data-center/tesla-p100/');
const v100 = sheet('v100', 'V100 Tensor Core GPU', 2020, 'data-center/v100/');
const a100 = sheet('a100', 'A100 Tensor Core GPU', 2021, 'data-center/a100/');
const a100Pcie40: FactorSource = { ...sheet('a100-pcie', 'A100 PCIe 40GB', 2020, 'data-center/a100/'), title: 'NVIDIA A100 40GB PCIe GPU Accelerator, product brief' };
const h100 = sheet('h100', 'H100 Tensor Core GPU', 2024, 'data-center/h100/');
const h200 = sheet('h200', 'H200 Tensor Core GPU', 2024, 'data-center/h200/');
const b200 = sheet('hgx-b200', 'HGX B200', 2025, 'data-center/hgx/');
const gh200 = sheet('gh200', 'GH200 Grace Hopper Superchip', 2024, 'data-center/grace-hopper-superchip/');
const quadro = sheet('quadro-rtx', 'Quadro RTX 6000 and 8000', 2018, 'design-visualization/quadro/');
const a10g: FactorSource = {
  id: 'aws-g5-a10g-power-cap',
  title: 'NVIDIA A10G in Amazon EC2 G5: power limit as nvidia-smi prints it',
  url: 'https://aws.amazon.com/ec2/instance-types/g5/',
  year: 2021,
  licence: 'observation; no rights claimed',
};

const row = (family: string, name: string, formFactor: string, memoryGB: number, watts: number, source: FactorSource, rest: Partial<AcceleratorRow> = {}): Accelerator =>
  accelerator({ family, name: `NVIDIA ${name}`, vendor: 'NVIDIA', formFactor, memoryGB, watts, source, ...rest });

/**
 * NVIDIA's accelerators. Within a family the first that fits a name is taken, so the order is a policy: the form of the
 * data centre (SXM) before PCIe, since that is what clusters and clouds mostly hold, and the larger figure.
 */
export const nvidiaAccelerators = once((): readonly Accelerator[] => [
  row('b200', 'B200 SXM6 180GB', 'SXM6', 180, 1000, b200, { memories: [180, 192], embodied: b200Embodied }),
  row('gh200', 'GH200 96GB', 'superchip', 96, 1000, gh200, {
    memories: [96, 120, 144, 480, 624],
    boundary: 'components',
    kind: 'rated power of the module (maximum)',
    note: 'GPU, Grace CPU and its memory together; set between 450 and 1,000 W by the operator.',
  }),
  row('h200', 'H200 SXM5 141GB', 'SXM5', 141, 700, h200),
  row('h200', 'H200 NVL 141GB', 'NVL', 141, 600, h200),
  row('h100', 'H100 SXM5 80GB', 'SXM5', 80, 700, h100, { memoryType: 'hbm3', embodied: h100SxmEmbodied }),
  row('h100', 'H100 NVL 94GB', 'NVL', 94, 400, h100, { memoryType: 'hbm3', note: 'Set between 350 and 400 W by the operator.' }),
  row('h100', 'H100 PCIe 80GB', 'PCIe', 80, 350, h100, { memoryType: 'hbm2e', note: 'Set between 300 and 350 W by the operator.' }),
  row('a100', 'A100 SXM4 80GB', 'SXM4', 80, 400, a100, { embodied: a100Embodied }),
  row('a100', 'A100 SXM4 40GB', 'SXM4', 40, 400, a100, { embodied: a100Embodied }),
  row('a100', 'A100 PCIe 80GB', 'PCIe', 80, 300, a100, { embodied: a100Embodied }),
  row('a100', 'A100 PCIe 40GB', 'PCIe', 40, 250, a100Pcie40, { embodied: a100Embodied }),
  row('v100', 'V100 SXM2 32GB', 'SXM2', 32, 300, v100),
  row('v100', 'V100 SXM2 16GB', 'SXM2', 16, 300, v100),
  row('v100', 'V100 PCIe 32GB', 'PCIe', 32, 250, v100),
  row('v100', 'V100 PCIe 16GB', 'PCIe', 16, 250, v100),
  row('v100s', 'V100S PCIe 32GB', 'PCIe', 32, 250, v100),
  row('p100', 'P100 SXM2 16GB', 'SXM2', 16, 300, p100),
  row('p100', 'P100 PCIe 16GB', 'PCIe', 16, 250, p100),
  row('p100', 'P100 PCIe 12GB', 'PCIe', 12, 250, p100),
  row('l40s', 'L40S', 'PCIe', 48, 350, sheet('l40s', 'L40S', 2023, 'data-center/l40s/')),
  row('l40', 'L40', 'PCIe', 48, 300, sheet('l40', 'L40', 2022, 'data-center/l40/')),
  row('l4', 'L4', 'PCIe', 24, 72, sheet('l4', 'L4 Tensor Core GPU', 2023, 'data-center/l4/')),
  row('a40', 'A40', 'PCIe', 48, 300, sheet('a40', 'A40', 2021, 'data-center/a40/')),
  row('a30', 'A30', 'PCIe', 24, 165, sheet('a30', 'A30 Tensor Core GPU', 2021, 'data-center/products/a30-gpu/')),
  row('a10', 'A10', 'PCIe', 24, 150, sheet('a10', 'A10 Tensor Core GPU', 2021, 'data-center/products/a10-gpu/')),
  row('a10g', 'A10G', 'PCIe', 24, 300, a10g, {
    kind: 'power limit',
    note: 'NVIDIA publishes no data sheet for this variant made for AWS; it is not the A10 of 150 W.',
  }),
  row('t4', 'T4', 'PCIe', 16, 70, sheet('t4', 'T4 Tensor Core GPU', 2019, 'data-center/tesla-t4/')),
  row('rtxa6000', 'RTX A6000', 'PCIe', 48, 300, sheet('rtx-a6000', 'RTX A6000', 2021, 'products/workstations/rtx-a6000/')),
  row('rtx6000ada', 'RTX 6000 Ada', 'PCIe', 48, 300, sheet('rtx-6000-ada', 'RTX 6000 Ada Generation', 2022, 'products/workstations/rtx-6000/')),
  row('rtxpro6000server', 'RTX PRO 6000 Blackwell Server', 'PCIe', 96, 600, sheet('rtx-pro-6000-server', 'RTX PRO 6000 Blackwell Server Edition', 2025, 'data-center/rtx-pro-6000-blackwell-server-edition/'), { note: 'Set between 400 and 600 W by the operator.' }),
  row('quadrortx8000', 'Quadro RTX 8000', 'PCIe', 48, 260, quadro, { note: 'Power of the graphics; 295 W with what the board gives on by USB.' }),
  row('quadrortx6000', 'Quadro RTX 6000', 'PCIe', 24, 260, quadro, { note: 'Power of the graphics; 295 W with what the board gives on by USB.' }),
  row('rtx4090', 'GeForce RTX 4090', 'PCIe', 24, 450, sheet('rtx-4090', 'GeForce RTX 4090', 2022, 'geforce/graphics-cards/40-series/rtx-4090/')),
  row('rtx3090', 'GeForce RTX 3090', 'PCIe', 24, 350, sheet('rtx-3090', 'GeForce RTX 3090', 2020, 'geforce/graphics-cards/30-series/rtx-3090-3090ti/')),
  row('titanv', 'TITAN V', 'PCIe', 12, 250, sheet('titan-v', 'TITAN V', 2017, 'titan/titan-v/')),
  row('titanxp', 'TITAN Xp', 'PCIe', 12, 250, sheet('titan-xp', 'TITAN Xp', 2017, 'titan/titan-xp/')),
  row('gtx1650', 'GeForce GTX 1650', 'PCIe', 4, 75, sheet('gtx-1650', 'GeForce GTX 1650', 2019, 'geforce/graphics-cards/gtx-1650/')),
  row('m40', 'Tesla M40', 'PCIe', 24, 250, sheet('m40', 'Tesla M40', 2015, 'data-center/tesla-m40/'), { memories: [12, 24] }),
  row('k80', 'Tesla K80', 'PCIe', 24, 300, sheet('k80', 'Tesla K80', 2014, 'data-center/tesla-k80/'), {
    memories: [12, 24],
    note: 'For the board of two chips. nvidia-smi counts chips: two of its are one of these.',
  }),
]);
