import type { FactorSource } from '../../factor.js';
import { type Instance, instancesOf } from '../instance.js';

const gpuDocs: FactorSource = {
  id: 'google-compute-gpu-machine-types',
  title: 'Google Compute Engine documentation, GPU machine types',
  url: 'https://cloud.google.com/compute/docs/gpus',
  year: 2025,
  licence: 'CC BY 4.0',
};

const tpuDocs: FactorSource = {
  id: 'google-kubernetes-tpu-machine-types',
  title: 'Google Cloud documentation, TPU machine types',
  url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/tpus',
  year: 2025,
  licence: 'CC BY 4.0',
};

const gpu = instancesOf('gcp', gpuDocs);
const tpu = instancesOf('gcp', tpuDocs);

export const gcpInstances: readonly Instance[] = [
  ...gpu('a100-sxm4-40gb', 8, { 'a2-highgpu-1g': 1, 'a2-highgpu-2g': 2, 'a2-highgpu-4g': 4, 'a2-highgpu-8g': 8 }),
  ...gpu('a100-sxm4-40gb', 16, { 'a2-megagpu-16g': 16 }),
  ...gpu('a100-sxm4-80gb', 8, { 'a2-ultragpu-1g': 1, 'a2-ultragpu-2g': 2, 'a2-ultragpu-4g': 4, 'a2-ultragpu-8g': 8 }),
  ...gpu('h100-sxm5-80gb', 8, {
    'a3-highgpu-1g': 1,
    'a3-highgpu-2g': 2,
    'a3-highgpu-4g': 4,
    'a3-highgpu-8g': 8,
    'a3-edgegpu-8g': 8,
    'a3-megagpu-8g': 8,
  }),
  ...gpu('h200-sxm5-141gb', 8, { 'a3-ultragpu-8g': 8 }),
  ...gpu('b200-sxm6-180gb', 8, { 'a4-highgpu-8g': 8 }),
  ...gpu('gb200-186gb', 4, { 'a4x-highgpu-4g': 4 }),
  ...gpu('gb300-288gb', 4, { 'a4x-maxgpu-4g-metal': 4 }),
  ...gpu('l4', 8, {
    'g2-standard-4': 1,
    'g2-standard-8': 1,
    'g2-standard-12': 1,
    'g2-standard-16': 1,
    'g2-standard-24': 2,
    'g2-standard-32': 1,
    'g2-standard-48': 4,
    'g2-standard-96': 8,
  }),
  ...gpu('rtx-pro-6000-blackwell-server', 8, { 'g4-standard-48': 1, 'g4-standard-96': 2, 'g4-standard-192': 4, 'g4-standard-384': 8 }),
  ...tpu('tpu-v3', 4, { 'ct3-hightpu-4t': 4, 'ct3p-hightpu-4t': 4 }),
  ...tpu('tpu-v4', 4, { 'ct4p-hightpu-4t': 4 }),
  ...tpu('tpu-v5e', 8, { 'ct5lp-hightpu-1t': 1, 'ct5lp-hightpu-4t': 4, 'ct5lp-hightpu-8t': 8 }),
  ...tpu('tpu-v5p', 4, { 'ct5p-hightpu-1t': 1, 'ct5p-hightpu-2t': 2, 'ct5p-hightpu-4t': 4 }),
  ...tpu('tpu7x', 4, { 'tpu7x-standard-4t': 4 }),
  ...tpu('tpu-v6e', 8, { 'ct6e-standard-1t': 1, 'ct6e-standard-4t': 4, 'ct6e-standard-8t': 8 }),
];
