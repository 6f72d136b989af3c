import type { Factor } from '../factor.js';
import type { Device } from './device.js';
import { deviceById } from './devices.js';
import { instances } from './instances.js';
import { cardsPerNode, defaultHostShares, defaultPerNode, modulesPerNode, onePerComputer, superchipsPerNode } from './rows/defaults.js';
import { halfServer, type ServerClass, servers } from './rows/servers.js';

const isModule = ({ formFactor }: Device): boolean => formFactor !== undefined && /^(?:SXM\d|OAM)$/.test(formFactor);
/** Tools and schedulers count the dies of these modules. */
const hasTwoDies = ({ id }: Device): boolean => /^instinct-mi250x?$/.test(id);
/** Modules with a processor of their own, or two of them with one. */
const isSuperchip = ({ formFactor }: Device): boolean => formFactor === 'superchip' || formFactor === 'APU';

/** Default number of a device in a node: eight for modules on a baseboard. None for cards, of which a machine holds 1 to 16. */
export function nodeOf(device: Device): Factor<'accelerators'> | undefined {
  if (hasTwoDies(device)) return modulesPerNode;
  return isModule(device) ? defaultPerNode : undefined;
}

/** How many of a device share a server, and from what: its form, a machine type of a cloud, or neither. */
export interface ServerSize {
  readonly factor: Factor<'accelerators'>;
  readonly known: 'form' | 'instance' | 'no';
  /** The machine type that it is from. */
  readonly instance?: string | undefined;
}

/** The size of a device's server: eight modules on a baseboard, else the number that all machine types of the clouds have, else a default. */
export function serverSizeOf(device: Device): ServerSize {
  const card = device.share && deviceById().get(device.share.of);
  if (device.share !== undefined && card !== undefined) return inSlices(serverSizeOf(card), device, device.share.part);
  const ofForm = nodeOf(device);
  if (ofForm !== undefined) return { factor: ofForm, known: 'form' };
  // A small card may be one of few: what the largest machine type of a cloud holds says little of it.
  if (device.use === 'data-centre' && device.power.value < 100 && device.formFactor === 'PCIe')
    return { factor: cardsPerNode, known: 'no' };
  const rows = instances.filter((row) => row.device === device.id);
  const [first] = rows;
  if (first === undefined || rows.some(({ perServer }) => perServer !== first.perServer))
    return { factor: perNodeByForm(device), known: 'no' };
  const factor: Factor<'accelerators'> = {
    id: `server-size-${device.id}`,
    title: `${device.name} in a server`,
    value: first.perServer,
    range: 'definition',
    unit: 'accelerators',
    kind: 'assumed',
    source: first.source,
  };
  return { factor, known: 'instance', instance: first.name };
}

/** The server of the card, by the slices that it has. */
function inSlices(size: ServerSize, { id, name }: Device, part: number): ServerSize {
  const { factor } = size;
  const value = Number((factor.value / part).toPrecision(6));
  return { ...size, factor: { ...factor, id: `server-size-${id}`, title: `${name} in a server`, value } };
}

function perNodeByForm(device: Device): Factor<'accelerators'> {
  if (device.use !== 'data-centre') return onePerComputer;
  if (isSuperchip(device)) return superchipsPerNode;
  return device.formFactor === 'PCIe' || device.formFactor === undefined ? cardsPerNode : defaultPerNode;
}

/** The class of server around a device. None for consumer cards and workstations, whose computers differ from one to the next. */
export function serverClassOf(device: Device): ServerClass | undefined {
  if (device.use !== 'data-centre') return undefined;
  if (device.vendor === 'Google') return 'tpu';
  if (isSuperchip(device)) return 'superchip';
  if (!isModule(device)) return 'generic';
  if (/^(?:v100|p100)/.test(device.id)) return 'generic';
  return /^(?:a100|a800|instinct-mi250)/.test(device.id) ? 'ampere' : 'hopper';
}

/**
 * The server around a device, by its class: the same figure however the machine is named.
 *
 * @param perNode Accelerators in the node, where they are known: a node of four modules is half of one of eight.
 */
export function serverOf(device: Device | undefined, perNode: number | undefined): Factor<'kgCO2e'> | undefined {
  if (device === undefined) return servers.generic;
  const found = serverClassOf(device);
  if (found === undefined) return undefined;
  const isHalf = perNode === 4 && isModule(device) && !hasTwoDies(device);
  return isHalf ? halfServer(servers[found]) : servers[found];
}

/**
 * The share of the metered energy that a device's node takes outside a meter of the device.
 *
 * @param perNode Accelerators in the node; eight where unknown, of modules that are mostly sold so.
 */
export function hostShareFor(device: Device | undefined, perNode = 8): Factor<'1'> {
  if (device === undefined) return defaultHostShares.accelerators;
  if (device.powerBoundary === 'components') return isSuperchip(device) ? defaultHostShares.superchips : defaultHostShares.restOfNode;
  const isBaseboard = isModule(device) && !hasTwoDies(device) && !/^(?:v100|p100)/.test(device.id) && perNode === 8;
  return isBaseboard ? defaultHostShares.baseboards : defaultHostShares.accelerators;
}
