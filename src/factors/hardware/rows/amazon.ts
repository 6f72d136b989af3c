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
const reckoned = 'power of the chip, our estimate';

/** AWS publishes the power of none of them, so each has a range of its own and says what it rests on. */
export const amazonRows: readonly AcceleratorRow[] = [
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
    kind: reckoned,
    note: 'Nobody has published one: 190 TFLOP/s at what an A100 SXM4 does per watt (312 TFLOP/s with 400 W).',
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
    kind: reckoned,
    note: 'Nobody has published one: 190 TFLOP/s at what an A100 SXM4 does per watt (312 TFLOP/s with 400 W).',
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
    kind: reckoned,
    note: 'Nobody has published one: 64 TFLOP/s, about those of a T4 of the same year with 70 W.',
    bf16: 64,
    source: ownPowerEstimate,
  },
];
