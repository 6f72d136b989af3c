import { hardware } from './hardware.js';

/**
 * Whether `hardware` at the top is one machine, and not hardware by name: `{ accelerator: A100, power: 400 W }`.
 *
 * A name can equal a key: `{ accelerator: { accelerator: A100 } }` is a machine of that name, since its value is one.
 */
export function isOneMachine(written: unknown): boolean {
  if (!isMapping(written)) return false;
  const entries = Object.entries(written);
  if (Object.hasOwn(written, 'accelerator')) return !isMapping(written['accelerator']);
  if (entries.some(([key, value]) => fits(key, value))) return true;
  return entries.length > 0 && entries.every(([key, value]) => isKey(key) && !hasKeyOfMachine(value));
}

/** Whether a key has a value of its own kind: `rating: 280 W`, and not `rating: 8 x A100`. A citation fits any text. */
function fits(key: string, value: unknown): boolean {
  return key !== 'cite' && isKey(key) && hardware.shape[key].safeParse(value).success;
}

function hasKeyOfMachine(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).some(isKey);
}

function isKey(key: string): key is keyof typeof hardware.shape {
  return Object.hasOwn(hardware.shape, key);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
