import type { FactorSource } from '../../factor.js';
import { once } from '../../once.js';
import { type AcceleratorDraft, type AcceleratorRow, accelerator } from '../accelerator.js';
import { nvidiaSheet } from './sources.js';

type Card = readonly [family: string, name: string, memoryGB: number, watts: number, rest: Partial<AcceleratorRow>];
type Sheet = readonly [id: string, year: number, path: string];

const usb = 'Power of the graphics; 295 W with what the board gives on by USB.';
const turing: Partial<AcceleratorRow> = { die: 754, fp16: 130.5, note: usb };
/** GeForce cards accumulate in FP32 at half the rate that their data sheets print for FP16. */
const cards: readonly (readonly [Sheet, readonly Card[]])[] = [
  [
    ['rtx-pro-6000-server', 2025, 'data-center/rtx-pro-6000-blackwell-server-edition/'],
    [
      [
        'rtxpro6000server',
        'RTX PRO 6000 Blackwell Server',
        96,
        600,
        { aliases: ['rtxpro6000'], die: 750, note: 'Set between 400 and 600 W by the operator.' },
      ],
    ],
  ],
  [['rtx-6000-ada', 2022, 'products/workstations/rtx-6000/'], [['rtx6000ada', 'RTX 6000 Ada', 48, 300, { die: 609, bf16: 364.2 }]]],
  [['rtx-a6000', 2021, 'products/workstations/rtx-a6000/'], [['rtxa6000', 'RTX A6000', 48, 300, { die: 628, bf16: 154.8 }]]],
  [
    ['quadro-rtx', 2018, 'design-visualization/quadro/'],
    [
      ['quadrortx8000', 'Quadro RTX 8000', 48, 260, turing],
      ['quadrortx6000', 'Quadro RTX 6000', 24, 260, turing],
    ],
  ],
  [['rtx-5090', 2025, 'geforce/graphics-cards/50-series/rtx-5090/'], [['rtx5090', 'GeForce RTX 5090', 32, 575, { die: 750, bf16: 209.5 }]]],
  [['rtx-4090', 2022, 'geforce/graphics-cards/40-series/rtx-4090/'], [['rtx4090', 'GeForce RTX 4090', 24, 450, { die: 609, bf16: 165.2 }]]],
  [
    ['rtx-4080', 2022, 'geforce/graphics-cards/40-series/rtx-4080-family/'],
    [['rtx4080', 'GeForce RTX 4080', 16, 320, { die: 379, bf16: 97.5 }]],
  ],
  [
    ['rtx-3090', 2020, 'geforce/graphics-cards/30-series/rtx-3090-3090ti/'],
    [['rtx3090', 'GeForce RTX 3090', 24, 350, { die: 628, bf16: 71 }]],
  ],
  [
    ['rtx-3080', 2020, 'geforce/graphics-cards/30-series/rtx-3080-3080ti/'],
    [
      ['rtx3080', 'GeForce RTX 3080 10GB', 10, 320, { die: 628, bf16: 59.5 }],
      ['rtx3080', 'GeForce RTX 3080 12GB', 12, 350, { die: 628 }],
    ],
  ],
  [
    ['rtx-2080-ti', 2018, 'geforce/20-series/'],
    [
      [
        'rtx2080ti',
        'GeForce RTX 2080 Ti',
        11,
        250,
        { die: 754, fp16: 53.8, memories: [11, 22], note: 'The Founders Edition is rated at 260 W.' },
      ],
    ],
  ],
  [['gtx-1080-ti', 2017, 'geforce/10-series/'], [['gtx1080ti', 'GeForce GTX 1080 Ti', 11, 250, { die: 471, fp32: 11.3 }]]],
  [['titan-v', 2017, 'titan/titan-v/'], [['titanv', 'TITAN V', 12, 250, { die: 815, hbm: true, fp16: 110 }]]],
  [['titan-xp', 2017, 'titan/titan-xp/'], [['titanxp', 'TITAN Xp', 12, 250, { die: 471, fp32: 12.15 }]]],
  [['gtx-1650', 2019, 'geforce/graphics-cards/gtx-1650/'], [['gtx1650', 'GeForce GTX 1650', 4, 75, { die: 200 }]]],
];

/** NVIDIA's cards for workstations and desks, each with the sheet that rates it. */
export const nvidiaCards = once((): readonly AcceleratorDraft[] =>
  cards.flatMap(([[id, year, path], rows]) => {
    const product = rows.length === 1 ? rows[0]?.[1] : undefined;
    const source: FactorSource = nvidiaSheet(id, product ?? seriesOf[id] ?? id, year, path);
    return rows.map(([family, name, memoryGB, watts, rest]) =>
      accelerator({ family, name: `NVIDIA ${name}`, vendor: 'NVIDIA', formFactor: 'PCIe', memoryGB, watts, source, ...rest }),
    );
  }),
);

const seriesOf: Readonly<Record<string, string>> = { 'quadro-rtx': 'Quadro RTX 6000 and 8000', 'rtx-3080': 'GeForce RTX 3080' };
