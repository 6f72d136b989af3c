import type { Device } from './device.js';

/** The index at the end of an id: 1 of `1` and of `card1`. */
const indexOf = ({ id }: Device): number => Number(/(?<!\d)\d{1,9}$/.exec(id)?.[0] ?? Number.NaN);

/** Names of AMD cards that have one die: all but MI250 and MI250X, which a driver may call MI200. */
const ofOneDie = /\bMI[- ]?(?!200|250)\d{2,3}|\bradeon\b|\bvega\b/i;

/**
 * Second dies of modules whose first die reports the power of both. Each has an odd index and no power, and the device before it is the
 * first die. A second die whose first die has no power either is part of a module that was not read. Where a device with an odd index
 * has a power, the devices are cards of one die each.
 */
export function secondaryDies(devices: Iterable<Device>, measured: readonly Device[]): readonly Device[] {
  if (measured.some((device) => indexOf(device) % 2 === 1)) return [];
  const byIndex = new Map([...devices].map((device) => [indexOf(device), device]));
  const seconds = [...byIndex].flatMap(([index, device]) => {
    const first = index % 2 === 1 ? byIndex.get(index - 1) : undefined;
    return first === undefined || hasOneDie(device) || hasOneDie(first) ? [] : [{ first, device }];
  });
  // Without a module that has a power there is no sign of dies.
  return seconds.some(({ first }) => measured.includes(first)) ? seconds.map(({ device }) => device) : [];
}

function hasOneDie({ name }: Device): boolean {
  return name !== undefined && ofOneDie.test(name);
}
