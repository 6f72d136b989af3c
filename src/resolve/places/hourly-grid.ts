import type { Message } from '../../diagnostics/message.js';
import type { Report } from '../../diagnostics/report.js';
import type { Intensity } from '../../factors/grid/index.js';
import type { Input } from '../../formulas/expression.js';
import { type HourlySeries, hourlyKey } from '../../manifest/hourly/series.js';
import type { ParsedSite } from '../../manifest/schema.js';
import { under } from '../../manifest/yaml/yaml.js';
import { gridIn, withdrawnRow } from '../../search/earlier-edition.js';
import { gridAt, otherGridAt } from '../../search/place-factors.js';
import { exactSum } from '../../units/exact-sum.js';
import { utcText, utcYear } from '../../units/instant.js';
import { editionOf } from '../edition.js';
import { type Citations, citationOf, fromManifest } from '../inputs.js';
import { hourlyMessages } from '../messages/hourly.js';
import { pathIn, type Reference } from '../references.js';
import type { GridHours } from '../resolved.js';
import type { PhaseScope } from '../scope.js';
import type { Located } from './place.js';

/** What of a phase its hours are matched for. */
export interface HourlyContext {
  readonly scope: PhaseScope;
  readonly site: Reference<ParsedSite>;
  readonly located: Located | undefined;
  /** Year of the phase. */
  readonly year: number | undefined;
}

/** The intensity of the hours in which a phase ran. */
export interface HourlyGrid {
  readonly intensity: Input;
  readonly year: number | undefined;
  readonly zone: string | undefined;
  readonly lifeCycle: 'life-cycle' | 'direct' | undefined;
  readonly hours: GridHours;
}

/**
 * The intensity of the hours in which a phase ran, weighted by their energy: Σ energy × intensity ÷ Σ energy. Nothing where the phase has
 * no energy by hour, which is reported; then the yearly average is used.
 */
export function hourlyGridOf(context: HourlyContext, file: string, cites: Citations): HourlyGrid | undefined {
  const { scope, site } = context;
  const { manifest, phase } = scope;
  const { grid } = site.value;
  const path = under(pathIn(site, 'grid'), 'hourly');
  const report: Report = (message) => scope.report({ ...message, path, part: 'value' });
  const refuse = (message: Message): undefined => {
    report(message);
    return undefined;
  };
  if (manifest.hourlySeries === undefined) return refuse(hourlyMessages.notGiven(file));
  const series = manifest.hourlySeries.get(hourlyKey(file, grid?.basis));
  // What is wrong with the file was reported where it was read.
  if (series === undefined) return undefined;
  const energies = phase.record?.hourly;
  if (energies === undefined || energies.size === 0) return refuse(hourlyMessages.noEnergy(phase.name ?? phase.phase));
  const quantity = {
    value: 0,
    unit: 'gCO2e/kWh',
    dimension: 'intensity',
    path,
    identity: `hourly:${hourlyKey(file, grid?.basis)}`,
  } as const;
  if (citationOf(quantity, cites) === undefined) return refuse(hourlyMessages.uncited());
  const matched = matchedHours(energies, series.values);
  if (matched === undefined) return refuse(hourlyMessages.noOverlap(spanText(energies), spanText(series.values)));
  const { value, year, ...sums } = matched;
  const withoutEnergy = Math.max(0, (phase.record?.hours ?? energies.size) - energies.size);
  const estimated = [...energies.keys()].filter((hour) => series.values.has(hour) && series.estimated.has(hour)).length;
  for (const { message, severity } of series.remarks)
    report(hourlyMessages.remark(file, message, severity === 'warning' ? 'warning' : 'note'));
  report(hourlyMessages.used(value, sums.hours, series.column));
  if (sums.withoutIntensity !== undefined) {
    const { hours, energy } = sums.withoutIntensity;
    report(hourlyMessages.withoutIntensity(hours, hours + sums.hours, energy / (energy + sums.energy)));
  }
  if (withoutEnergy > 0) report(hourlyMessages.withoutEnergy(withoutEnergy, withoutEnergy + energies.size));
  if (estimated > 0) report(hourlyMessages.estimated(estimated, sums.hours));
  const placed = context.located?.place;
  const zone = placed?.region?.zone ?? placed?.zone;
  if (series.zone !== undefined && isOtherZone(series.zone, zone, placed?.country))
    report(hourlyMessages.otherZone(series.zone, placed?.label ?? zone ?? ''));
  const input = fromManifest(
    { ...quantity, value, year: grid?.year ?? year },
    { name: 'grid intensity', cites, common: true },
    scope.report,
  );
  const origin = `mean of ${sums.hours === 1 ? 'one hour' : `${sums.hours} hours`}, weighted by energy`;
  return {
    // One series is one unknown, whatever the hours that a phase takes of it.
    intensity: { ...input, identity: quantity.identity, origin },
    year,
    zone: series.zone,
    lifeCycle: series.lifeCycle,
    hours: { ...sums, withoutEnergy, estimated, column: series.column, yearly: yearlyOf(context, series, year) },
  };
}

type Matched = Pick<GridHours, 'first' | 'last' | 'hours' | 'energy' | 'grams' | 'mean' | 'withoutIntensity'> & {
  readonly value: number;
  readonly year: number | undefined;
};

/**
 * Energy and intensity of the same hours. Sums are taken against the first intensity, so that a series of one value gives that value.
 *
 * @param energies kWh by hour since 1970; intensities gCO2e/kWh.
 * @example matchedHours(new Map([[0, 1], [1, 3]]), new Map([[0, 100], [1, 200]])).value //=> 175
 */
export function matchedHours(energies: ReadonlyMap<number, number>, intensities: ReadonlyMap<number, number>): Matched | undefined {
  const [energy, excess, means, missing] = [exactSum(), exactSum(), exactSum(), exactSum()];
  const years = new Map<number | undefined, number>();
  let base: number | undefined;
  let [first, last] = [Number.NaN, Number.NaN];
  for (const [hour, kWh] of [...energies].sort(([a], [b]) => a - b)) {
    const intensity = intensities.get(hour);
    if (intensity === undefined) {
      missing.add(kWh);
      continue;
    }
    base ??= intensity;
    if (Number.isNaN(first)) first = hour;
    last = hour;
    energy.add(kWh);
    excess.add(kWh * (intensity - base));
    means.add(intensity - base);
    const year = utcYear(hour * 3600);
    years.set(year, (years.get(year) ?? 0) + kWh);
  }
  if (base === undefined || !(energy.value > 0)) return undefined;
  // The last digits are those of the order of additions.
  const value = Number((base + excess.value / energy.value).toPrecision(14));
  const [[year] = [undefined]] = [...years].sort(([, a], [, b]) => b - a);
  return {
    value,
    year,
    first,
    last,
    hours: energy.count,
    energy: energy.value,
    grams: value * energy.value,
    mean: base + means.value / means.count,
    withoutIntensity: missing.count === 0 ? undefined : { hours: missing.count, energy: missing.value },
  };
}

/** `2024-03-11 to 2024-03-14` */
function spanText(hours: ReadonlyMap<number, number>): string {
  const [first, last] = [...hours.keys()].reduce(([low, high], hour) => [Math.min(low, hour), Math.max(high, hour)], [Infinity, -Infinity]);
  const [from, to] = [first, last].map((hour) => utcText(hour * 3600)?.slice(0, 10) ?? '');
  return from === to ? `${from}` : `${from} to ${to}`;
}

/** Whether a zone is certainly another one than that of the place. */
function isOtherZone(zone: string, ofPlace: string | undefined, country: string | undefined): boolean {
  if (ofPlace !== undefined) return zone.toUpperCase() !== ofPlace.toUpperCase();
  return country !== undefined && (zone.split('-')[0] ?? zone).toUpperCase() !== country.toUpperCase();
}

/** The yearly average beside: that of the manifest, else of the tables for the same place and year, of the same kind where there is one. */
function yearlyOf(context: HourlyContext, series: HourlySeries, ran: number | undefined): GridHours['yearly'] {
  const { scope, site, located, year } = context;
  const declared = site.value.grid?.intensity;
  if (declared !== undefined) {
    const own = declared.year ?? site.value.grid?.year;
    return { title: 'yearly average of the manifest', value: declared.value, year: own, source: citationOf(declared, scope.cites.site) };
  }
  const of = site.value.grid?.year ?? ran ?? year;
  if (located === undefined || located.isUnknown || of === undefined) return undefined;
  const pinned = editionOf(scope.manifest);
  if (withdrawnRow(pinned, 'grid', located.place, of) !== undefined) return undefined;
  const found = gridAt(located.place, of)?.found;
  const all = [found && gridIn(pinned, found), otherGridAt(located.place, of)].filter((one) => one !== undefined);
  const best = series.isElectricityMaps ? (all.find(isConsumed) ?? all[0]) : all[0];
  return best && { title: best.title, value: best.value, year: best.year, kind: best.kind, source: best.source };
}

function isConsumed({ kind }: Intensity): boolean {
  return kind.includes('consumption');
}
