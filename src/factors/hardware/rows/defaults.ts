import type { Factor } from '../../factor.js';
import { bloom, ecologits, ownAssumption } from '../../sources.js';

/** As in BLOOM's paper: no leap days. */
const hoursAYear = 8760;

/** The default: six years, as in BLOOM's paper (after IDRIS) and at AWS and Azure. */
export const defaultLifetime: Factor<'h'> = {
  id: 'lifetime-6-years',
  title: 'Lifetime of servers and accelerators, six years',
  value: 6 * hoursAYear,
  range: 'definition',
  unit: 'h',
  kind: 'depreciation life',
  note: 'IDRIS for Jean Zay; AWS and Azure depreciate servers over six years as well.',
  source: bloom,
};

export const shorterLifetime: Factor<'h'> = {
  id: 'lifetime-4-years',
  title: 'Lifetime of servers and accelerators, four years',
  value: 4 * hoursAYear,
  range: 'definition',
  unit: 'h',
  kind: 'depreciation life',
  note: 'Also in Cloud Carbon Footprint, and for servers of Google Cloud.',
  source: {
    id: 'morrison-2025',
    title: 'J. Morrison et al.: Holistically Evaluating the Environmental Impact of Creating Language Models. arXiv 2503.05804',
    url: 'https://arxiv.org/abs/2503.05804',
    year: 2025,
    licence: '© the authors; figure quoted',
  },
};

/** Average power ÷ rated power of a busy accelerator. Not utilisation and not MFU: a job at 40 % MFU may take 90 % of the rating. */
export const defaultLoad: Factor<'1'> = {
  id: 'default-load',
  title: 'Load: average power ÷ rated power',
  value: 0.8,
  low: 0.6,
  high: 1,
  unit: '1',
  kind: 'assumed',
  note: 'Between what was metered for StarCoder (0.70) and OLMo 3 (0.89–0.93).',
  source: ownAssumption,
};

/** Accelerators in a server, where the manifest gives no number. */
export const defaultPerNode: Factor<'accelerators'> = {
  id: 'default-accelerators-per-node',
  title: 'Accelerators in a server',
  value: 8,
  range: 'definition',
  unit: 'accelerators',
  kind: 'assumed',
  note: 'SXM and OAM accelerators are mostly sold on baseboards of eight; some machines hold four.',
  source: ownAssumption,
};

/** Superchips have their own processors; most nodes have four. */
export const superchipsPerNode: Factor<'accelerators'> = {
  id: 'default-superchips-per-node',
  title: 'Superchips in a node',
  value: 4,
  range: 'definition',
  unit: 'accelerators',
  kind: 'assumed',
  note: 'As in Google Cloud’s A4X and in nodes of supercomputers; a single one in a server is sold too.',
  source: ownAssumption,
};

/** Power of a host ÷ power of its accelerators. Only where the program supplies their power itself (method, section 3). */
export const defaultHostShare: Factor<'1'> = {
  id: 'default-host-share',
  title: 'Power of the host ÷ power of its accelerators',
  value: 0.3,
  low: 0.2,
  high: 0.5,
  unit: '1',
  kind: 'assumed',
  note: 'EcoLogits has 1.2 kW for eight GPUs: 0.21 of eight H100 SXM, 0.38 of eight A100 SXM. A node of eight H100 was metered at 8.4 kW with 5.6 kW of GPUs: 0.5.',
  source: ownAssumption,
};

/** Power of the host of eight accelerators, in watts; the default is the share above. */
export const hostPower: Factor<'W'> = {
  id: 'host-power-8-accelerators',
  title: 'Server without its eight GPUs, power',
  value: 1200,
  range: 'modelled',
  unit: 'W',
  kind: 'average power, modelled',
  note: 'For eight. The spread between systems is wide: 0.2 to 0.5 of the accelerators’ power.',
  source: ecologits,
};

/** Operations that the model needs ÷ operations that the device could do. It turns FLOPs into hours, and is no measure of power. */
export const defaultMfu: Factor<'1'> = {
  id: 'default-mfu',
  title: 'Model FLOPs utilisation (MFU)',
  value: 0.35,
  low: 0.2,
  high: 0.5,
  unit: '1',
  kind: 'assumed',
  note: 'Between GPT-3 (0.21) and PaLM (0.46), with Megatron-Turing NLG (0.30) and Gopher (0.33), all as tabulated in the PaLM paper (arXiv 2204.02311).',
  source: ownAssumption,
};

/** Busy share of a machine's life, for the occupancy convention where the manifest uses the calendar's. Never in a total. */
export const defaultOccupancy: Factor<'1'> = {
  id: 'default-occupancy',
  title: 'Occupancy: busy share of a machine’s life',
  value: 0.85,
  unit: '1',
  range: 'definition',
  kind: 'convention',
  note: 'Of Jean Zay; used only to show the other convention beside the one that is counted.',
  source: bloom,
};

/** Defaults for machines, where a manifest gives no figure. */
export const machineDefaults: readonly Factor[] = [
  defaultLifetime,
  shorterLifetime,
  defaultLoad,
  defaultPerNode,
  superchipsPerNode,
  defaultHostShare,
  hostPower,
  defaultMfu,
];
