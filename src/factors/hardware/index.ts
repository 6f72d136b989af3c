import type { Factor } from '../factor.js';
import { devices } from './devices.js';
import { hostFactors } from './hosts.js';

export type { Device, DeviceMatch, PowerBoundary } from './device.js';
export { devices } from './devices.js';
export { findDevice } from './find-device.js';
export {
  defaultHostShare,
  defaultLifetime,
  defaultLoad,
  defaultPerNode,
  genericServer,
  hostPower,
  nodeOf,
  otherServers,
  shorterLifetime,
} from './hosts.js';

/** Every figure of hardware; a factor that several devices share stands once. */
export function hardwareFactors(): readonly Factor[] {
  const figures = devices().flatMap(({ power, embodied }): readonly Factor[] => (embodied === undefined ? [power] : [power, embodied]));
  return [...new Set([...figures, ...hostFactors])];
}
