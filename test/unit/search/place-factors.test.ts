import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { clouds } from '../../../src/factors/cloud/clouds.js';
import { findCloudRegion } from '../../../src/factors/cloud/index.js';
import { dataCentrePue } from '../../../src/factors/facility/index.js';
import { countryRows } from '../../../src/factors/grid/country-rows.js';
import { gridIntensity, gridZones } from '../../../src/factors/grid/index.js';
import { gridAt, impactAt, marketGridAt, offSiteWaterAt, onSiteWaterAt, providerGridAt, pueAt } from '../../../src/search/place-factors.js';
import { parsePlace } from '../../../src/search/places.js';
import { type FactorRole, searchFactors } from '../../../src/search/search.js';
import { faultsOf, made } from '../made.js';

const france = { label: 'France', country: 'FR' } as const;
const oregon = { label: 'Oregon, US', country: 'US', zone: 'US-NW-BPAT' } as const;

describe('the grid of a place', () => {
  it('is of the cloud region, else of the zone, else of the country, else of the world', () => {
    const region = findCloudRegion('gcp', 'us-central1').found;
    expect(gridAt({ label: 'x', country: 'FR', zone: 'US-NW-BPAT', region }, 2023)?.found?.id).toBe('grid-zone-us-midw-miso-2023');
    expect(gridAt(oregon, 2023)?.found?.id).toBe('grid-zone-us-nw-bpat-2023');
    expect(gridAt(france, 2022)?.found?.id).toBe('grid-fr-2022');
    expect(gridAt({ ...france, within: 'Jean Zay' }, 2022)).toEqual(gridAt(france, 2022));
    expect(gridAt({ label: 'the world', world: true }, 2022)).toEqual(gridIntensity('world', 2022));
  });

  it('is the default of an unknown region where only a known provider is named: 350 g/kWh, from 20 to 700', () => {
    const provider = { label: 'aws', cloud: 'aws' };
    expect(gridAt(provider, 2022)).toMatchObject({ found: { value: 350, low: 20, high: 700 }, steps: [] });
    expect(gridAt({ label: 'x', cloud: 'basement-cloud' }, 2022)).toBeUndefined();
    for (const lookup of [providerGridAt, onSiteWaterAt]) expect(lookup(provider, 2022)).toBeUndefined();
    expect([marketGridAt(provider, 2022), offSiteWaterAt(provider), impactAt(provider, 'adpe')]).toEqual([undefined, undefined, undefined]);
    expect(pueAt(provider, 2023)?.found?.id).toBe('cloud-aws-pue-2023');
  });
});

describe('water, other impacts and PUE of a country', () => {
  it('are its own, and none is published on site', () => {
    expect(offSiteWaterAt(france)?.found?.value).toBe(3.6737);
    expect(impactAt(france, 'primary-energy')?.found?.value).toBe(9.3135);
    expect([pueAt(france, 2022), onSiteWaterAt(france, 2022), providerGridAt(france, 2022)]).toEqual([undefined, undefined, undefined]);
  });
});

const places = [
  ...countryRows.map(([code]) => code),
  ...gridZones().filter((zone) => zone.includes('-') && parsePlace(zone).found !== undefined),
  ...clouds.flatMap(({ id, regions }) => regions.map(({ region }) => `${id} ${region}`)),
  'world',
];

/** What a manifest of this place takes, by the role that the search gives it; nothing where it is refused. */
function taken(place: string, year: number): Readonly<Partial<Record<FactorRole, number | undefined>>> | undefined {
  let assessment: Assessment | undefined;
  const refused = faultsOf(() => {
    assessment = made(`{ phase: training, location: "${place}", year: ${year}, hardware: A100 SXM4 80GB, accelerator_hours: 10 }`);
  });
  if (refused.length > 0) return undefined;
  const inputs = assessment?.lines.flatMap((line) => line.inputs) ?? [];
  const inputOf = (name: string) => inputs.find((input) => input.name === name)?.value;
  return {
    'grid': inputOf('grid intensity'),
    'pue': inputOf('PUE'),
    'on-site-water': inputOf('on-site water'),
    'off-site-water': inputOf('off-site water'),
  };
}

describe('a manifest and the search', () => {
  it('take all four figures of a cloud region', () => {
    expect(taken('aws us-west-2', 2023)).toEqual({ 'grid': 123, 'pue': 1.15, 'on-site-water': 0.16, 'off-site-water': 3.1321 });
  });

  it('take the same figures for a place and a year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 2018, max: 2025 }), (place, year) => {
        const search = searchFactors(`${place} ${year}`);
        const findings = search.found ? (search.readings[0]?.findings ?? []) : [];
        const values = taken(place, year);
        // A place without a figure near the year is refused by both.
        expect(values !== undefined).toBe(findings.some(({ role }) => role === 'grid'));
        for (const [role, value] of Object.entries(values ?? {}))
          expect([role, findings.find((finding) => finding.role === role)?.factors[0]?.value]).toEqual([role, value]);
      }),
      { numRuns: 60, seed: 1 },
    );
  }, 60_000);

  it('take the same figures for every country, zone and cloud region', () => {
    for (const text of places) {
      const lookup = parsePlace(text);
      const search = searchFactors(`${text} 2023`);
      const findings = search.found ? (search.readings[0]?.findings ?? []) : [];
      const idOf = (wanted: FactorRole) => findings.find(({ role }) => role === wanted)?.factors[0]?.id;
      const place = lookup.found;
      if (place === undefined || gridAt(place, 2023)?.found === undefined) expect(idOf('grid'), text).toBeUndefined();
      else {
        expect(idOf('grid'), text).toBe(gridAt(place, 2023)?.found?.id);
        expect(idOf('pue'), text).toBe(pueAt(place, 2023)?.found?.id ?? dataCentrePue.id);
        expect(idOf('on-site-water'), text).toBe(onSiteWaterAt(place, 2023)?.found?.id);
        expect(idOf('off-site-water'), text).toBe(offSiteWaterAt(place)?.found?.id);
        expect(idOf('provider-grid'), text).toBe(providerGridAt(place, 2023)?.found?.id);
        expect(idOf('market'), text).toBe(marketGridAt(place, 2023)?.found?.id);
      }
    }
  }, 60_000);
});
