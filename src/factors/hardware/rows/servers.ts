import type { Factor, FactorSource } from '../../factor.js';
import { bloom, ecologits } from '../../sources.js';

const server = (
  id: string,
  title: string,
  value: number,
  { kind = 'embodied, cradle-to-gate', note, source }: { readonly kind?: string; readonly note?: string; readonly source: FactorSource },
): Factor<'kgCO2e'> => ({ id: `server-${id}-embodied`, title, value, range: 'embodied-server', unit: 'kgCO2e', kind, note, source });

const ademe: FactorSource = {
  id: 'ademe-base-empreinte',
  title: 'ADEME, Base Empreinte: serveur',
  url: 'https://base-empreinte.ademe.fr',
  year: 2024,
  licence: 'Licence Ouverte 2.0 (Etalab)',
};

const dell: FactorSource = {
  id: 'dell-r740-pcf',
  title: 'Dell: Carbon footprint of PowerEdge R740 (PAIA)',
  url: 'https://www.dell.com/en-us/lp/carbon-footprint',
  year: 2019,
  licence: '© Dell; figure quoted',
};

const schneider: FactorSource = {
  id: 'schneider-2025-tpu',
  title: 'I. Schneider et al.: Life-Cycle Emissions of AI Hardware. arXiv 2502.01671; as quoted by EcoLogits',
  url: 'https://arxiv.org/abs/2502.01671',
  year: 2025,
  licence: '© the authors; figure quoted',
};

/** Manufacture of a server without its accelerators, cradle-to-gate, by class. The same machine has the same figure however it is named. */
export const servers = {
  hopper: server('aws-p5', 'Server of eight H100 or later modules, without them, manufacture', 5700, {
    kind: 'embodied, cradle-to-gate, modelled',
    note: 'AWS p5.48xlarge by EcoLogits, after the model of Boavizta; taken for every node of eight H100 or later modules.',
    source: ecologits,
  }),
  ampere: server('ademe', 'Server of eight A100 modules, without them, manufacture', 3660, {
    note: 'A generic server in the source; taken for nodes of eight A100 modules.',
    source: ademe,
  }),
  generic: server('bloom', 'Server without accelerators, manufacture', 2500, {
    note: 'From the product sheet of the HPE DL345 Gen10 Plus, a server without accelerators; taken for servers of processors or cards, and for nodes of V100 and before.',
    source: bloom,
  }),
  superchip: server('superchips', 'Node of superchips with four GPUs, without them, manufacture', 2850, {
    kind: 'embodied, cradle-to-gate, modelled',
    note: 'Half of the server of eight H100: the processors are parts of the modules. Four GH200, or two GB200 of two GPUs each.',
    source: ecologits,
  }),
  tpu: server('tpu-host', 'Host of TPUs, without them, manufacture', 3550, { note: 'Of the host of TPU v6e; its storage is included.', source: schneider }),
} as const satisfies Readonly<Record<string, Factor<'kgCO2e'>>>;
export type ServerClass = keyof typeof servers;

/** Half of a server of eight, for nodes of four modules such as Leonardo’s and Perlmutter’s. */
export function halfServer(whole: Factor<'kgCO2e'>): Factor<'kgCO2e'> {
  return {
    ...whole,
    id: `${whole.id}-half`,
    title: `${whole.title}, half of it for a node of four`,
    value: whole.value / 2,
    note: `Half of ${whole.value} kg. ${whole.note ?? ''}`.trim(),
  };
}

/** Another published server, to compare with the defaults. */
export const otherServers: readonly Factor<'kgCO2e'>[] = [
  server('dell-r740', 'Dell PowerEdge R740, manufacture', 1313, { kind: 'embodied, cradle-to-gate, by PAIA', source: dell }),
];
