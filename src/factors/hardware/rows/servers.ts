import type { Factor } from '../../factor.js';
import { bloom, ecologits } from '../../sources.js';

/** Manufacture of a server without its accelerators, cradle-to-gate. The default, BLOOM's; a manifest can give another. */
export const genericServer: Factor<'kgCO2e'> = {
  id: 'server-bloom-embodied',
  title: 'Server without accelerators, manufacture',
  value: 2500,
  range: 'embodied-server',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate',
  note: 'From the product sheet of the HPE DL345 Gen10 Plus, a server without accelerators; taken for a node of eight.',
  source: bloom,
};

export const p5Server: Factor<'kgCO2e'> = {
  id: 'server-aws-p5-embodied',
  title: 'AWS p5.48xlarge without its GPUs, manufacture',
  value: 5700,
  range: 'embodied-server',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate, modelled',
  note: 'EcoLogits, by the model of Boavizta.',
  source: ecologits,
};

const ademeServer: Factor<'kgCO2e'> = {
  id: 'server-ademe-embodied',
  title: 'Generic server, manufacture',
  value: 3660,
  range: 'embodied-server',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate',
  source: {
    id: 'ademe-base-empreinte',
    title: 'ADEME, Base Empreinte: serveur',
    url: 'https://base-empreinte.ademe.fr',
    year: 2024,
    licence: 'Licence Ouverte 2.0 (Etalab)',
  },
};

const r740Server: Factor<'kgCO2e'> = {
  id: 'server-dell-r740-embodied',
  title: 'Dell PowerEdge R740, manufacture',
  value: 1313,
  range: 'embodied-server',
  unit: 'kgCO2e',
  kind: 'embodied, cradle-to-gate, by PAIA',
  source: {
    id: 'dell-r740-pcf',
    title: 'Dell: Carbon footprint of PowerEdge R740 (PAIA)',
    url: 'https://www.dell.com/en-us/lp/carbon-footprint',
    year: 2019,
    licence: '© Dell; figure quoted',
  },
};

/** Other published servers, to compare with the default. */
export const otherServers: readonly Factor<'kgCO2e'>[] = [p5Server, ademeServer, r740Server];
