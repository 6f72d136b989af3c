import type { FactorSource } from '../../factor.js';
import type { AcceleratorRow } from '../accelerator.js';
import { epoch, ownPowerEstimate } from './sources.js';

const neuron: FactorSource = {
  id: 'aws-neuron-documentation',
  title: 'AWS Neuron documentation, Trainium and Inferentia architecture',
  url: 'https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/',
  year: 2025,
  licence: '© Amazon; figure quoted',
};

const aws = { vendor: 'AWS', formFactor: 'chip', estimated: true, peakSource: neuron } as const;
const estimate = 'power of the chip, carboncard’s estimate';

/** AWS publishes no power of its chips, so each has a spread of its own and a note on what it rests on. */
export const amazonRows: readonly AcceleratorRow[] = [
  {
    ...aws,
    aliases: ['trn3'],
    name: 'Trainium3',
    memoryGB: 144,
    watts: 700,
    spread: [560, 840],
    kind: 'power of the chip, estimated by others',
    note: 'AWS publishes none; about 700 W by SemiAnalysis (December 2025).',
    bf16: 671,
    source: epoch,
  },
  {
    ...aws,
    aliases: ['trn2'],
    name: 'Trainium2',
    memoryGB: 96,
    watts: 500,
    spread: [400, 600],
    kind: 'power of the chip, estimated by others',
    note: 'AWS publishes none; about 500 W by SemiAnalysis (December 2024).',
    bf16: 667,
    source: epoch,
  },
  {
    ...aws,
    family: 'trainium',
    aliases: ['trainium1', 'trn1'],
    name: 'Trainium1',
    memoryGB: 32,
    watts: 240,
    spread: [130, 330],
    kind: estimate,
    note: 'None is published: 190 TFLOP/s at the efficiency of an A100 SXM4 (312 TFLOP/s at 400 W).',
    bf16: 190,
    source: ownPowerEstimate,
  },
  {
    ...aws,
    aliases: ['inf2'],
    name: 'Inferentia2',
    memoryGB: 32,
    watts: 240,
    spread: [90, 330],
    kind: estimate,
    note: 'None is published: 190 TFLOP/s at the efficiency of an A100 SXM4 (312 TFLOP/s at 400 W).',
    bf16: 190,
    source: ownPowerEstimate,
  },
  {
    ...aws,
    family: 'inferentia',
    aliases: ['inferentia1', 'inf1'],
    name: 'Inferentia1',
    build: 'card',
    memoryGB: 8,
    watts: 70,
    spread: [40, 110],
    kind: estimate,
    note: 'None is published: 64 TFLOP/s, about as a T4 of the same year at 70 W.',
    bf16: 64,
    source: ownPowerEstimate,
  },
];
