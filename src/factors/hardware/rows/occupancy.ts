import type { Factor } from '../../factor.js';
import { bloom } from '../../sources.js';

/** Busy share of a machine's life, for the occupancy convention beside a manifest that follows the calendar. Never in a total. */
export const defaultOccupancy: Factor<'1'> = {
  id: 'default-occupancy',
  title: 'Occupancy: busy share of a machine’s life',
  value: 0.85,
  unit: '1',
  range: 'definition',
  kind: 'convention',
  note: 'Of Jean Zay; taken only to show the other convention beside the one that counts.',
  source: bloom,
};
