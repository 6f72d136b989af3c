import { cloudFactors } from './cloud/index.js';
import { facilityFactors } from './facility/index.js';
import type { Factor } from './factor.js';
import { gridFactors, waterFactors } from './grid/index.js';
import { hardwareFactors } from './hardware/index.js';
import { once } from './once.js';

export const groupIds = ['countries', 'zones', 'regions', 'devices', 'servers', 'facility', 'water'] as const;
export type GroupId = (typeof groupIds)[number];

/** The tables as a reader thinks of them: every row is in one. */
export interface FactorGroup {
  readonly id: GroupId;
  /** Queries that name the whole group. */
  readonly words: readonly string[];
  readonly factors: readonly Factor[];
}

const words: Readonly<Record<GroupId, readonly string[]>> = {
  countries: ['country', 'grid', 'grids', 'intensity'],
  zones: ['zone', 'grid zones'],
  regions: ['region', 'cloud', 'clouds', 'cloud regions'],
  devices: ['device', 'accelerators', 'accelerator', 'gpu', 'gpus', 'hardware'],
  servers: ['server', 'hosts', 'host', 'defaults'],
  facility: ['facilities', 'data centres', 'data centers'],
  water: ['off-site water'],
};

/** Newest first where rows have years; else as the tables have them. */
export const factorGroups = once((): readonly FactorGroup[] => {
  const hardware = hardwareFactors();
  const grids = gridFactors();
  const isZone = ({ id }: Factor): boolean => id.startsWith('grid-zone-');
  const isDevice = ({ id }: Factor): boolean => id.startsWith('device-');
  const rows: Readonly<Record<GroupId, readonly Factor[]>> = {
    countries: grids.filter((row) => !isZone(row)),
    zones: grids.filter(isZone),
    regions: cloudFactors(),
    devices: hardware.filter(isDevice),
    servers: hardware.filter((row) => !isDevice(row)),
    facility: facilityFactors,
    water: waterFactors(),
  };
  const dated = (id: GroupId): readonly Factor[] =>
    id === 'devices' ? rows[id] : rows[id].toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return groupIds.map((id) => ({ id, words: [id, ...words[id]], factors: dated(id) }));
});
