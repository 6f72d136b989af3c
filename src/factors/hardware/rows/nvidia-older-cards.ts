import type { FactorSource } from '../../factor.js';
import type { AcceleratorRow } from '../accelerator.js';
import { epoch, nvidiaSmi, reported } from './sources.js';

const card = { vendor: 'NVIDIA', formFactor: 'PCIe' } as const;
const workstation = { use: 'workstation' } as const;
const consumer = { use: 'consumer' } as const;
const laptop = { use: 'laptop' } as const;
/** The limit that the driver prints is the rating, unless its owner changed it. */
const limited = { kind: 'power limit', source: nvidiaSmi } as const;

const super16 = reported('gtx-16-super', 'Frandroid: GeForce GTX 1650 et 1660 SUPER (October 2019)', 2019, 'https://www.frandroid.com/marques/nvidia/636214_geforce-gtx-1650-et-1660-super-le-meilleur-de-nvidia-a-petit-prix');
const super20 = reported('rtx-2060-super', 'HardwareDB: NVIDIA GeForce RTX 2060 SUPER', 2019, 'https://www.hardwaredb.net/geforce-rtx-2060-super-benchmark');
const gtx970 = reported('gtx-970', 'Soft Hand Tech: Power Consumption of the NVIDIA GeForce GTX 970', 2024, 'https://softhandtech.com/?p=83865');
const laptop3080ti = reported('rtx-3080-ti-laptop', 'Data-check: GeForce RTX 3080 Ti Laptop GPU', 2022, 'https://data-check.eu/en/geforce-rtx-3080-ti-laptop-gpu/');
const t1000 = reported('t1000', 'Technical City: NVIDIA T1000', 2025, 'https://technical.city/en/video/A100-PCIe-vs-T1000');
const rtxA1000 = reported('rtx-a1000', 'Avalanche Notícias: RTX A1000 e RTX A400 (April 2024)', 2024, 'https://avalanchenoticias.com.br/placas-de-video/nvidia-apresentou-placas-graficas-profissionais-rtx-a1000-e-rtx-a400-com-ray-tracing');
const partners = 'Makers of cards set it higher, to 200 W in logs.';

type Source = Pick<AcceleratorRow, 'kind'> & { readonly source: FactorSource };
const maxwell: Source = { source: epoch };

/** NVIDIA's cards for workstations, desks and laptops that huggingface.js lacks, by the names that logs print. */
export const nvidiaOlderCardRows: readonly AcceleratorRow[] = [
  { ...card, ...workstation, name: 'RTX A5500', memoryGB: 24, watts: 230, die: 628, ...limited },
  { ...card, ...workstation, name: 'RTX A4500', memoryGB: 20, watts: 200, die: 628, ...limited },
  { ...card, ...workstation, name: 'RTX A1000', memoryGB: 8, watts: 50, source: rtxA1000 },
  { ...card, ...workstation, name: 'T1000', aliases: ['quadrot1000'], memoryGB: 8, memories: [4, 8], watts: 50, source: t1000 },
  { ...card, ...workstation, name: 'Quadro RTX 5000', aliases: ['rtx5000'], memoryGB: 16, watts: 230, die: 545, ...limited },
  { ...card, ...workstation, name: 'Quadro RTX 4000', aliases: ['rtx4000'], memoryGB: 8, watts: 125, die: 545, note: 'The board is rated at 160 W with what it supplies over USB.', ...limited },
  { ...card, ...workstation, name: 'Quadro GV100', memoryGB: 32, watts: 250, die: 815, hbm: true, ...limited },
  { ...card, ...workstation, name: 'Quadro P5000', memoryGB: 16, watts: 180, die: 314, ...limited },
  { ...card, ...workstation, name: 'Quadro M6000', memoryGB: 12, memories: [12, 24], watts: 250, die: 601, ...limited },
  { ...card, ...laptop, name: 'GeForce RTX 3080 Ti Mobile', memoryGB: 16, watts: 150, spread: [80, 175], die: 496, note: 'Set between 80 and 175 W by the maker of the laptop.', source: laptop3080ti },
  { ...card, ...consumer, name: 'GeForce RTX 3050 8GB', memoryGB: 8, watts: 130, ...limited },
  { ...card, ...consumer, name: 'GeForce RTX 3050 6GB', memoryGB: 6, watts: 70, ...limited },
  { ...card, ...consumer, name: 'GeForce RTX 2060 SUPER', memoryGB: 8, watts: 175, source: super20 },
  { ...card, ...consumer, name: 'GeForce GTX 1660 Ti', memoryGB: 6, watts: 120, spread: [120, 130], die: 284, note: 'Some makers of cards set 130 W.', ...limited },
  { ...card, ...consumer, name: 'GeForce GTX 1660 SUPER', memoryGB: 6, watts: 125, die: 284, source: super16 },
  { ...card, ...consumer, name: 'GeForce GTX 1650 SUPER', memoryGB: 4, watts: 100, die: 284, source: super16 },
  { ...card, ...laptop, name: 'GeForce GTX 1650 Ti', memoryGB: 4, watts: 50, spread: [50, 55], note: 'In laptops only.', ...limited },
  { ...card, ...consumer, name: 'GeForce GTX 1050', memoryGB: 2, memories: [2, 3, 4], watts: 75, ...limited },
  { ...card, ...consumer, name: 'TITAN X Pascal', aliases: ['titanx'], memoryGB: 12, watts: 250, die: 471, ...limited },
  { ...card, ...consumer, name: 'GeForce GTX TITAN X', aliases: ['titanx'], memoryGB: 12, watts: 250, die: 601, ...maxwell },
  { ...card, ...consumer, name: 'GeForce GTX 980 Ti', memoryGB: 6, watts: 250, die: 601, ...limited },
  { ...card, ...consumer, name: 'GeForce GTX 980', memoryGB: 4, watts: 165, die: 398, ...maxwell },
  { ...card, ...consumer, name: 'GeForce GTX 970', memoryGB: 4, watts: 145, spread: [145, 200], die: 398, note: partners, source: gtx970 },
];
