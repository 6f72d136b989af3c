import type { Factor } from '../factor.js';
import { devices } from './devices.js';
import { hostFactors } from './hosts.js';
import { defaultOccupancy } from './occupancy.js';

export type { Device, DeviceMatch, InstanceOfDevice, PowerBoundary } from './device.js';
export { devices } from './devices.js';
export { findDevice } from './find-device.js';
export {
  defaultHostShare,
  defaultLifetime,
  defaultLoad,
  defaultPerNode,
  hostPower,
  nodeOf,
  type ServerSize,
  serverSizeOf,
  shorterLifetime,
  superchipsPerNode,
} from './hosts.js';
export { findInstance } from './instances/find-instance.js';
export type { CloudName, Instance, InstanceMatch } from './instances/instance.js';
export { instances } from './instances/instances.js';
export { defaultOccupancy } from './occupancy.js';
export { defaultMfu } from './peak.js';
export { genericServer, otherServers, serverOf } from './servers.js';

/** Every figure of hardware; a factor that several devices share stands once. */
export function hardwareFactors(): readonly Factor[] {
  const figures = devices().flatMap(({ power, embodied, peak }): readonly Factor[] => [
    power,
    embodied,
    ...(peak === undefined ? [] : [peak]),
  ]);
  return [...new Set([...figures, ...hostFactors, defaultOccupancy])];
}
