import type { Factor } from '../factor.js';
import { devices } from './devices.js';
import { hostFactors } from './rows/hosts.js';
import { defaultOccupancy } from './rows/occupancy.js';

export type { Device, DeviceMatch, InstanceOfDevice, PowerBoundary } from './device.js';
export { accelerators, devices } from './devices.js';
export { defaultMfu } from './estimates/peak.js';
export type { CloudName, Instance, InstanceMatch } from './instance.js';
export { instances } from './instances.js';
export { type DeviceName, deviceNames } from './names/device-names.js';
export { devicesNamed, findDevice } from './names/find-device.js';
export { findInstance } from './names/find-instance.js';
export { readName, vendorWords } from './names/read-name.js';
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
} from './rows/hosts.js';
export { defaultOccupancy } from './rows/occupancy.js';
export { genericServer, otherServers, serverOf } from './rows/servers.js';

/** Every figure of hardware; a factor that several devices share stands once. */
export function hardwareFactors(): readonly Factor[] {
  const figures = devices().flatMap(({ power, embodied, peak }): readonly Factor[] => [
    power,
    embodied,
    ...(peak === undefined ? [] : [peak]),
  ]);
  return [...new Set([...figures, ...hostFactors, defaultOccupancy])];
}
