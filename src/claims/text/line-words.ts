import { type NamedDevice, namedDevices, withoutDeviceNames } from './devices.js';
import type { Label } from './label.js';

/** A line of text, with what is known of it before its numbers are read. */
export interface LineWords {
  readonly text: string;
  readonly label?: Label | undefined;
  readonly devices: readonly NamedDevice[];
  /** The text with its device names hidden, so that `A100 hours` are hours of a device, and 4090 is no number. */
  readonly hidden: string;
}

/** Finds the device names of a line. */
export function wordsOf(text: string, label?: Label | undefined): LineWords {
  const devices = namedDevices(text, namesDevice(text, label));
  return { text, label, devices, hidden: withoutDeviceNames(text, devices) };
}

/** Whether a text is labelled as a device: `1,660` beside `accelerators` is how many, and 3090 beside `GPU` is which. */
export function namesDevice(text: string, label: Label | undefined): boolean {
  if (label?.isDevice !== true) return false;
  const isNumber = /^[\s\d,]+$/.test(text);
  return !isNumber || !(text.includes(',') || /s\)?$|\bnumber|\bcount|#/i.test(label.text));
}
