import type { Factor } from '../factor.js';
import type { Device, InstanceOfDevice } from './device.js';
import { instances } from './instances.js';
import { defaultPerNode, superchipsPerNode } from './rows/defaults.js';
import { genericServer, p5Server } from './rows/servers.js';

/** Default number of a device in a node: eight for modules on a baseboard. None for cards, of which a machine holds 1 to 16. */
export function nodeOf({ formFactor }: Device): Factor<'accelerators'> | undefined {
  return formFactor !== undefined && /^(?:SXM\d|OAM)$/.test(formFactor) ? defaultPerNode : undefined;
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
  const ofForm = nodeOf(device);
  if (ofForm !== undefined) return { factor: ofForm, known: 'form' };
  const rows = instances.filter((row) => row.device === device.id);
  const [first] = rows;
  if (first === undefined || rows.some(({ perServer }) => perServer !== first.perServer))
    return { factor: device.formFactor === 'superchip' ? superchipsPerNode : defaultPerNode, known: 'no' };
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

/** The server of a machine type where its figure is published, else BLOOM's. */
export function serverOf(instance: InstanceOfDevice | undefined): Factor<'kgCO2e'> {
  return instance?.cloud === 'aws' && instance.name.startsWith('p5.') ? p5Server : genericServer;
}
