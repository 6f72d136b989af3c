import type { Factor } from '../factor.js';
import type { Device } from './device.js';

/**
 * A slice of a card (MIG, vGPU) as a device: its power, its peak and what making it emitted are that part of the card's, since the
 * slices together are the card.
 *
 * @param label The slice as the driver prints it: `MIG 3g.20gb`.
 */
export function sliceOf(
  device: Device,
  { part, label, memoryGB }: { readonly part: number; readonly label: string; readonly memoryGB: number },
): Device {
  const name = `${device.name}, ${label}`;
  const id = `${device.id}-${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  const of = <U extends string>(factor: Factor<U>, what: 'power' | 'idle' | 'embodied' | 'peak'): Factor<U> => ({
    ...factor,
    id: `device-${id}-${what}`,
    title: factor.title.replace(device.name, name),
    value: factor.value * part,
    low: factor.low && factor.low * part,
    high: factor.high && factor.high * part,
    kind: `${factor.kind}, of a slice`,
    note: [`${percent(part)} of the card’s ${factor.value} ${factor.unit}.`, factor.note ?? ''].join(' ').trim(),
  });
  const { power, idle, embodied, peak } = device;
  return {
    ...device,
    id,
    name,
    memoryGB,
    share: { of: device.id, part },
    power: of(power, 'power'),
    idle: idle && of(idle, 'idle'),
    embodied: of(embodied, 'embodied'),
    peak: peak && of(peak, 'peak'),
  };
}

/** In whole per cents or tenths: 14.3 %. */
function percent(part: number): string {
  return `${Number((part * 100).toPrecision(3))} %`;
}
