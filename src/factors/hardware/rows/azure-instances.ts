import type { FactorSource } from '../../factor.js';
import { type Instance, instancesOf, onBoardsOfTwo } from '../instance.js';

const source: FactorSource = {
  id: 'azure-gpu-vm-sizes',
  title: 'Azure documentation, GPU accelerated virtual machine sizes',
  url: 'https://learn.microsoft.com/azure/virtual-machines/sizes/overview',
  year: 2025,
  licence: 'CC BY 4.0',
};

const azure = instancesOf('azure', source);

/** Some sizes have a share of a card: NC6 half a K80, the smaller NV A10 v5 a sixth to a half, NG V620 a quarter or a half. */
export const azureInstances: readonly Instance[] = [
  ...onBoardsOfTwo(azure('tesla-k80', 2, { Standard_NC6: 0.5, Standard_NC12: 1, Standard_NC24: 2, Standard_NC24r: 2 })),
  ...azure('p100-pcie-16gb', 4, { Standard_NC6s_v2: 1, Standard_NC12s_v2: 2, Standard_NC24s_v2: 4, Standard_NC24rs_v2: 4 }),
  ...azure('v100-pcie-16gb', 4, { Standard_NC6s_v3: 1, Standard_NC12s_v3: 2, Standard_NC24s_v3: 4, Standard_NC24rs_v3: 4 }),
  ...azure('t4', 4, { Standard_NC4as_T4_v3: 1, Standard_NC8as_T4_v3: 1, Standard_NC16as_T4_v3: 1, Standard_NC64as_T4_v3: 4 }),
  ...azure('a100-pcie-80gb', 4, { Standard_NC24ads_A100_v4: 1, Standard_NC48ads_A100_v4: 2, Standard_NC96ads_A100_v4: 4 }),
  ...azure('h100-nvl-94gb', 2, { Standard_NC40ads_H100_v5: 1, Standard_NC80adis_H100_v5: 2, Standard_NCC40ads_H100_v5: 1 }),
  ...azure('p40', 4, { Standard_ND6s: 1, Standard_ND12s: 2, Standard_ND24s: 4, Standard_ND24rs: 4 }),
  ...azure('v100-sxm2-32gb', 8, { Standard_ND40rs_v2: 8 }),
  ...azure('a100-sxm4-40gb', 8, { Standard_ND96asr_v4: 8, Standard_ND96asr_A100_v4: 8 }),
  ...azure('a100-sxm4-80gb', 8, { Standard_ND96amsr_A100_v4: 8, Standard_ND96ams_A100_v4: 8 }),
  ...azure('h100-sxm5-80gb', 8, { Standard_ND96isr_H100_v5: 8, Standard_ND96is_H100_v5: 8 }),
  ...azure('h200-sxm5-141gb', 8, { Standard_ND96isr_H200_v5: 8, Standard_ND96is_H200_v5: 8 }),
  ...azure('instinct-mi300x', 8, { Standard_ND96isr_MI300X_v5: 8, Standard_ND96is_MI300X_v5: 8 }),
  ...azure('gb200-186gb', 4, { Standard_ND128isr_NDR_GB200_v6: 4 }),
  ...azure('gb300-288gb', 4, { Standard_ND128isr_GB300_v6: 4 }),
  ...azure('tesla-m60', 4, { Standard_NV6: 1, Standard_NV12: 2, Standard_NV24: 4, Standard_NV12s_v3: 1, Standard_NV24s_v3: 2, Standard_NV48s_v3: 4 }),
  ...azure('radeon-pro-v620', 4, { Standard_NG8ads_V620_v1: 1 / 4, Standard_NG16ads_V620_v1: 1 / 2, Standard_NG32ads_V620_v1: 1, Standard_NG32adms_V620_v1: 1 }),
  ...azure('a10', 2, { Standard_NV6ads_A10_v5: 1 / 6, Standard_NV12ads_A10_v5: 1 / 3, Standard_NV18ads_A10_v5: 1 / 2, Standard_NV36ads_A10_v5: 1, Standard_NV36adms_A10_v5: 1, Standard_NV72ads_A10_v5: 2 }),
];
