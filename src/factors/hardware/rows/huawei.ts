import type { AcceleratorRow } from '../accelerator.js';
import { epoch } from './sources.js';

const ascend = { vendor: 'Huawei', formFactor: 'chip', source: epoch } as const;

/** Huawei's accelerators for data centres. It publishes no rating of them. */
export const huaweiRows: readonly AcceleratorRow[] = [
  {
    ...ascend,
    name: 'Ascend 910C',
    memoryGB: 128,
    watts: 700,
    spread: [560, 840],
    kind: 'rated power (TDP), as reported',
    estimated: true,
    fp16: 800,
    note: 'Huawei publishes none.',
  },
  {
    ...ascend,
    name: 'Ascend 910B',
    aliases: ['ascend910b1', 'ascend910b2', 'ascend910b3', 'ascend910b4'],
    memoryGB: 64,
    memories: [32, 64],
    watts: 400,
    spread: [310, 400],
    kind: 'rated power (TDP), as reported',
    estimated: true,
    note: 'Huawei publishes none: 400 W by Epoch AI’s source, 310 W for the 910 before it.',
  },
];
