import { clouds } from '../factors/cloud/clouds.js';
import { countryRows } from '../factors/grid/country-rows.js';
import { devices } from '../factors/hardware/index.js';
import type { Suggestions } from './calculation.js';

/** Devices and places that a form suggests, as the factor tables name them. A manifest may name many more. */
export function suggestions(): Suggestions {
  const regions = clouds.flatMap(({ id, regions: rows }) => rows.map(({ region }) => `${id} ${region}`));
  return {
    hardware: [...new Set(devices().map(({ name }) => name))],
    places: [...countryRows.map(([, , name]) => name), ...regions],
  };
}
