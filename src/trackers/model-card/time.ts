import type { Declared } from '../../claims/declared.js';

interface CardTime {
  /** By the clock. */
  readonly hours?: number | undefined;
  readonly acceleratorHours?: number | undefined;
  /** The card has several devices, and leaves open whether the hours are theirs together. */
  readonly isOpen: boolean;
}

/** Hours by the clock, or of all devices: as the words say; else of all devices, as the ML Impact calculator asks for them. */
export function timeOf({ time, isTimeOfMetadata, hardware }: Pick<Declared, 'time' | 'isTimeOfMetadata' | 'hardware'>): CardTime {
  if (time === undefined || !(time.value > 0)) return { isOpen: false };
  const { measure, value, is, text } = time;
  if (measure === 'accelerator-hours' || is.has('cumulative')) return { acceleratorHours: value, isOpen: false };
  // Nobody counts the time of devices in weeks.
  const isByClock = isTimeOfMetadata || is.has('wall') || /\b(?:d|days?|weeks?|months?)$/i.test(text);
  if (isByClock) return { hours: value, isOpen: false };
  return { acceleratorHours: value, isOpen: hardware?.count !== undefined && hardware.count > 1 };
}
