import type { Lookups } from './lookups.js';

/** More kinds than one phase has. */
const maxKinds = 20;

/**
 * The devices of a text that names several kinds; empty where it names one, or none that is known.
 *
 * Of `8 x A100 + 4 x H100` these are `8 x A100` and `4 x H100`.
 */
export function severalDevicesIn(text: string, lookups: Pick<Lookups, 'device'>): readonly string[] {
  const parts = text
    .replace(/\s+/g, ' ')
    .split(/[,;&+]| (?:and|plus|\/) /)
    .map((part) => part.trim());
  if (parts.length > maxKinds) return [];
  const known = parts.map((part) => lookups.device(part).found?.device.id);
  const kinds = new Set(known);
  const areDevices = parts.every((part, at) => known[at] !== undefined || /^\d+\s*[x×]\s/i.test(part));
  return areDevices && kinds.size > 1 ? parts : [];
}
