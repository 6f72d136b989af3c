import type { AcceleratorRow } from '../accelerator.js';
import { nvidiaSheet as sheet } from './sources.js';

const quadro = sheet('quadro-rtx', 'Quadro RTX 6000 and 8000', 2018, 'design-visualization/quadro/');
const rtx3080 = sheet('rtx-3080', 'GeForce RTX 3080', 2020, 'geforce/graphics-cards/30-series/rtx-3080-3080ti/');

const card = { vendor: 'NVIDIA', formFactor: 'PCIe' } as const;
const workstation = { use: 'workstation' } as const;
const consumer = { use: 'consumer' } as const;
const turing = { die: 754, fp16: 130.5, note: 'Power of the graphics; 295 W with what the board supplies over USB.' } as const;

/**
 * NVIDIA's cards for workstations and desks, each with the sheet that rates it. GeForce cards accumulate in FP32 at half the rate
 * that their data sheets print for FP16.
 */
export const nvidiaCardRows: readonly AcceleratorRow[] = [
  { ...card, name: 'RTX PRO 6000 Blackwell Server', memoryGB: 96, watts: 600, spread: [400, 600], aliases: ['rtxpro6000'], die: 750, note: 'Set between 400 and 600 W by the operator.', source: sheet('rtx-pro-6000-server', 'RTX PRO 6000 Blackwell Server', 2025, 'data-center/rtx-pro-6000-blackwell-server-edition/') },
  { ...card, ...workstation, name: 'RTX 6000 Ada', aliases: ['rtx6000'], memoryGB: 48, watts: 300, die: 609, bf16: 364.2, source: sheet('rtx-6000-ada', 'RTX 6000 Ada', 2022, 'products/workstations/rtx-6000/') },
  { ...card, ...workstation, name: 'RTX A6000', memoryGB: 48, watts: 300, die: 628, bf16: 154.8, source: sheet('rtx-a6000', 'RTX A6000', 2021, 'products/workstations/rtx-a6000/') },
  { ...card, ...workstation, name: 'Quadro RTX 8000', aliases: ['rtx8000'], memoryGB: 48, watts: 260, ...turing, source: quadro },
  { ...card, ...workstation, name: 'Quadro RTX 6000', aliases: ['rtx6000'], memoryGB: 24, watts: 260, ...turing, source: quadro },
  { ...card, ...consumer, name: 'GeForce RTX 5090', memoryGB: 32, watts: 575, die: 750, bf16: 209.5, source: sheet('rtx-5090', 'GeForce RTX 5090', 2025, 'geforce/graphics-cards/50-series/rtx-5090/') },
  { ...card, ...consumer, name: 'GeForce RTX 4090', memoryGB: 24, watts: 450, die: 609, bf16: 165.2, source: sheet('rtx-4090', 'GeForce RTX 4090', 2022, 'geforce/graphics-cards/40-series/rtx-4090/') },
  { ...card, ...consumer, name: 'GeForce RTX 4080', memoryGB: 16, watts: 320, die: 379, bf16: 97.5, source: sheet('rtx-4080', 'GeForce RTX 4080', 2022, 'geforce/graphics-cards/40-series/rtx-4080-family/') },
  { ...card, ...consumer, name: 'GeForce RTX 3090', memoryGB: 24, watts: 350, die: 628, bf16: 71, source: sheet('rtx-3090', 'GeForce RTX 3090', 2020, 'geforce/graphics-cards/30-series/rtx-3090-3090ti/') },
  { ...card, ...consumer, name: 'GeForce RTX 3080 10GB', memoryGB: 10, watts: 320, die: 628, bf16: 59.5, source: rtx3080 },
  { ...card, ...consumer, name: 'GeForce RTX 3080 12GB', memoryGB: 12, watts: 350, die: 628, source: rtx3080 },
  { ...card, ...consumer, name: 'GeForce RTX 2080 Ti', memoryGB: 11, watts: 250, die: 754, fp16: 53.8, memories: [11, 22], note: 'The Founders Edition is rated at 260 W.', source: sheet('rtx-2080-ti', 'GeForce RTX 2080 Ti', 2018, 'geforce/20-series/') },
  { ...card, ...consumer, name: 'GeForce GTX 1080 Ti', memoryGB: 11, watts: 250, die: 471, fp32: 11.3, source: sheet('gtx-1080-ti', 'GeForce GTX 1080 Ti', 2017, 'geforce/10-series/') },
  { ...card, ...consumer, name: 'TITAN V', memoryGB: 12, watts: 250, die: 815, hbm: true, fp16: 110, source: sheet('titan-v', 'TITAN V', 2017, 'titan/titan-v/') },
  { ...card, ...consumer, name: 'TITAN Xp', memoryGB: 12, watts: 250, die: 471, fp32: 12.15, source: sheet('titan-xp', 'TITAN Xp', 2017, 'titan/titan-xp/') },
  { ...card, ...consumer, name: 'GeForce GTX 1650', memoryGB: 4, watts: 75, die: 200, source: sheet('gtx-1650', 'GeForce GTX 1650', 2019, 'geforce/graphics-cards/gtx-1650/') },
];
