import type { Factor } from '../factors/factor.js';
import { allFactors } from '../factors/index.js';
import { once } from '../factors/once.js';

const groupIds = ['countries', 'zones', 'regions', 'devices', 'servers', 'facility', 'water', 'impacts'] as const;
export type GroupId = (typeof groupIds)[number];

/** A group of rows that belong together for a reader. Every row is in one group. */
export interface FactorGroup {
  readonly id: GroupId;
  /** Queries for the whole group. */
  readonly words: readonly string[];
  readonly factors: readonly Factor[];
}

const words: Readonly<Record<GroupId, readonly string[]>> = {
  countries: ['country', 'grid', 'grids', 'intensity'],
  zones: ['zone', 'grid zones'],
  regions: ['region', 'cloud', 'clouds', 'cloud regions'],
  devices: ['device', 'accelerators', 'accelerator', 'gpu', 'gpus', 'hardware'],
  servers: ['server', 'hosts', 'host', 'defaults', 'lifetimes'],
  facility: ['facilities', 'data centres', 'data centers'],
  water: ['off-site water'],
  impacts: ['impact', 'other impacts'],
};

/** Newest first, except devices, whose years are those of their data sheets. */
export const factorGroups = once((): readonly FactorGroup[] => {
  const rows = new Map<GroupId, Factor[]>(groupIds.map((id) => [id, []]));
  for (const factor of allFactors()) rows.get(groupOf(factor))?.push(factor);
  return groupIds.map((id) => {
    const own = rows.get(id) ?? [];
    return { id, words: [id, ...words[id]], factors: id === 'devices' ? own : own.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)) };
  });
});

/** By the first word of the id. A figure of neither a place nor a device is of a server, or a default. */
function groupOf({ id, unit }: Factor): GroupId {
  if (unit === 'gCO2e/kWh' && id.startsWith('grid-zone-')) return 'zones';
  if (id.startsWith('cloud-')) return 'regions';
  if (id.startsWith('device-')) return 'devices';
  if (id.startsWith('facility-')) return 'facility';
  if (!id.startsWith('grid-')) return 'servers';
  if (unit === 'gCO2e/kWh') return 'countries';
  return unit === 'L/kWh' ? 'water' : 'impacts';
}
