import type { YAMLMap } from 'yaml';
import { co2Key } from '../../card/co2-emissions.js';
import { hubEmissions } from '../../card/hub/emissions.js';
import { entryOf, pythonValue } from '../../card/hub/python-yaml.js';
import { hubFaults } from '../../card/hub/rules.js';
import type { Position } from '../../diagnostics/diagnostic.js';
import type { HubClaims } from '../hub-claims.js';

/** What the Hub reads of a card's front matter, and what it rejects. */
export function hubClaims(map: YAMLMap, start: number, at: (offset: number) => Position): HubClaims {
  const { value } = pythonValue(map);
  const emissions = entryOf(value, co2Key);
  return {
    emissions: emissions && hubEmissions(emissions.value),
    faults: hubFaults(value).map(({ offset = 0, ...fault }) => ({ ...fault, at: at(start + offset) })),
  };
}
