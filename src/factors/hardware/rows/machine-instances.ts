import type { FactorSource } from '../../factor.js';
import { type Instance, instancesOf } from '../instance.js';

const dgx: FactorSource = {
  id: 'nvidia-dgx-systems',
  title: 'NVIDIA DGX systems, user guides',
  url: 'https://docs.nvidia.com/dgx/',
  year: 2025,
  licence: '© NVIDIA; facts quoted',
};

const spaces: FactorSource = {
  id: 'huggingface-spaces-hardware',
  title: 'Hugging Face Hub documentation, Using GPU Spaces',
  url: 'https://huggingface.co/docs/hub/spaces-gpus',
  year: 2026,
  licence: '© Hugging Face; facts quoted',
};

const oci: FactorSource = {
  id: 'oracle-compute-shapes',
  title: 'Oracle Cloud Infrastructure documentation, compute shapes',
  url: 'https://docs.oracle.com/en-us/iaas/Content/Compute/References/computeshapes.htm',
  year: 2026,
  licence: '© Oracle; facts quoted',
};

const box = instancesOf(undefined, dgx);
const space = instancesOf(undefined, spaces);
const shape = instancesOf(undefined, oci);

/** Machines that one buys, and machine types of providers whose regions are in no table of places. */
export const machineInstances: readonly Instance[] = [
  ...box('b300-sxm6-288gb', 8, { 'DGX B300': 8 }),
  ...box('b200-sxm6-180gb', 8, { 'DGX B200': 8 }),
  ...box('h200-sxm5-141gb', 8, { 'DGX H200': 8 }),
  ...box('h100-sxm5-80gb', 8, { 'DGX H100': 8, 'DGX H100 80GB': 8, 'DGX H100 640GB': 8 }),
  ...box('a100-sxm4-80gb', 8, { 'DGX A100': 8, 'DGX A100 80GB': 8, 'DGX A100 640GB': 8 }),
  ...box('a100-sxm4-40gb', 8, { 'DGX A100 40GB': 8, 'DGX A100 320GB': 8 }),
  ...box('a100-sxm4-80gb', 4, { 'DGX Station A100': 4 }),
  ...box('v100-sxm3-32gb', 16, { 'DGX-2': 16 }),
  ...box('v100-sxm2-32gb', 8, { 'DGX-1': 8, 'DGX-1V': 8 }),
  ...box('gb10', 1, { 'DGX Spark': 1 }),
  ...space('t4', 4, { 't4-small': 1, 't4-medium': 1 }),
  ...space('a10g', 8, { 'a10g-small': 1, 'a10g-large': 1, 'a10g-largex2': 2, 'a10g-largex4': 4 }),
  ...space('a100-sxm4-80gb', 8, { 'a100-large': 1 }),
  ...shape('p100-pcie-16gb', 2, { 'VM.GPU2.1': 1, 'BM.GPU2.2': 2 }),
  ...shape('v100-sxm2-16gb', 8, { 'VM.GPU3.1': 1, 'VM.GPU3.2': 2, 'VM.GPU3.4': 4, 'BM.GPU3.8': 8 }),
  ...shape('a100-sxm4-40gb', 8, { 'BM.GPU4.8': 8 }),
  ...shape('a100-sxm4-80gb', 8, { 'BM.GPU.A100-v2.8': 8 }),
  ...shape('a10', 4, { 'VM.GPU.A10.1': 1, 'VM.GPU.A10.2': 2, 'BM.GPU.A10.4': 4 }),
  ...shape('l40s', 4, { 'BM.GPU.L40S.4': 4 }),
  ...shape('h100-sxm5-80gb', 8, { 'BM.GPU.H100.8': 8 }),
  ...shape('h200-sxm5-141gb', 8, { 'BM.GPU.H200.8': 8 }),
  ...shape('b200-sxm6-180gb', 8, { 'BM.GPU.B200.8': 8 }),
  ...shape('gb200-186gb', 4, { 'BM.GPU.GB200.4': 4 }),
  ...shape('instinct-mi300x', 8, { 'BM.GPU.MI300X.8': 8 }),
  ...shape('instinct-mi355x', 8, { 'BM.GPU.MI355X.8': 8, 'BM.GPU.MI355X-v1.8': 8 }),
];
