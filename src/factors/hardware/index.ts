import type { Factor } from '../factor.js';
import { devices } from './devices.js';
import { processorFactors } from './processors.js';
import { defaultOccupancy, machineDefaults } from './rows/defaults.js';
import { otherServers, servers } from './rows/servers.js';

export type { Device, DeviceMatch, DeviceUse, FormFactor, InstanceOfDevice, PowerBoundary } from './device.js';
export { accelerators, devices } from './devices.js';
export { hostShareFor, type ServerSize, serverOf, serverSizeOf } from './host.js';
export type { Instance, InstanceMatch } from './instance.js';
export { instances } from './instances.js';
export { devicesNamed, findDevice } from './names/find-device.js';
export { findInstance } from './names/find-instance.js';
export { type Processor, processorNamed } from './names/processor.js';
export { readName, vendorWords } from './names/read-name.js';
export { coresOf, coresPerProcessor, processorRating } from './processors.js';
export {
  cardsPerNode,
  defaultHostShares,
  defaultLifetime,
  defaultLoads,
  defaultMfu,
  defaultMfuFp8,
  defaultOccupancy,
  defaultPerNode,
  hostFloor,
  hostFloorShare,
  idleShare,
  largeRun,
  longerLifetime,
  memoryPower,
  shorterLifetime,
  superchipsPerNode,
} from './rows/defaults.js';
export { otherServers, servers } from './rows/servers.js';

/** Every figure of hardware; a factor that several devices share is listed once. */
export function hardwareFactors(): readonly Factor[] {
  const figures = devices().flatMap(({ power, idle, embodied, peak }): readonly Factor[] => [
    power,
    ...(idle === undefined ? [] : [idle]),
    embodied,
    ...(peak === undefined ? [] : [peak]),
  ]);
  return [
    ...new Set([...figures, ...Object.values(servers), ...otherServers, ...machineDefaults, ...processorFactors(), defaultOccupancy]),
  ];
}
