// Rebuilds the tables of countries, zones and cloud regions from source files, and prints what would change: the entry for CHANGELOG.md.
// Usage, after `npm run build`: node scripts/tables.mjs FOLDER [--write]
//
// FOLDER has any of: country-intensity.csv (iso3, country, year, g_co2e_per_kwh: Our World in Data), ember-newest.csv (code,
// country_or_region, year, gco2_per_kwh: Ember), google-regions.csv (year, region, location, cfe, gco2eq_per_kwh: Google). Zones are those of
// the installed package @tgwf/co2. The checksum of each file that was read is printed with it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

export const checksum = (text) => createHash('sha256').update(text).digest('hex');

const rowsOf = (text) => parse(text, { columns: true, bom: true, skip_empty_lines: true });

/** A figure; 0 and blank mean missing, since every grid has a footprint on a life-cycle basis. */
const figure = (text) => (Number(text) > 0 ? Number(text) : undefined);

/** `{ FR: { 2022: 78.81113 } }` from Our World in Data. `codeOf` turns three letters into two; its own codes are the world and Kosovo. */
export function countryTable(text, codeOf) {
  const own = { OWID_WRL: 'WORLD', OWID_KOS: 'XK' };
  return tableOf(rowsOf(text).map((row) => [own[row.iso3] ?? codeOf(row.iso3), row.year, row.g_co2e_per_kwh]));
}

/** The same from Ember's newest averages. Rows without a code are regions of the world: of them the EU and the world. */
export function emberTable(text, codeOf) {
  const unions = { EU: 'EU27', World: 'WORLD' };
  return tableOf(
    rowsOf(text).map((row) => [row.code === '' ? unions[row.country_or_region] : codeOf(row.code), row.year, row.gco2_per_kwh]),
  );
}

/** `{ us-central1: { 2022: 460 } }` from Google's own file. */
export function googleTable(text) {
  return tableOf(rowsOf(text).map((row) => [row.region, row.year, row.gco2eq_per_kwh]));
}

/** `{ US-CAL-CISO: { 2021: 275 } }` from the package's module. */
export function zoneTable(published) {
  const rows = Object.entries(published).flatMap(([name, { data }]) =>
    /^yearly\d{4}$/.test(name) ? Object.entries(data).map(([zone, row]) => [zone, name.slice(-4), row.carbonIntensity?.value]) : [],
  );
  return tableOf(rows);
}

function tableOf(rows) {
  const table = {};
  for (const [key, year, text] of rows) {
    const value = figure(text);
    if (key !== undefined && value !== undefined) table[key] = { ...table[key], [year]: value };
  }
  return table;
}

/** Figures of a table that another lacks: Ember's newest beside the years that Our World in Data has. */
export function without(table, other) {
  const rows = Object.entries(table).flatMap(([key, years]) =>
    Object.entries(years).flatMap(([year, value]) => (other[key]?.[year] === undefined ? [[key, year, value]] : [])),
  );
  return tableOf(rows);
}

/** The text of country-data.ts with the figures of a table: a row a country, each figure by its year. */
export function withCountries(text, table) {
  return withRows(
    text,
    Object.keys(table)
      .sort((a, b) => Number(a === 'WORLD') - Number(b === 'WORLD') || (a < b ? -1 : 1))
      .map(
        (key) =>
          `  ${key}: { ${Object.entries(table[key])
            .map(([year, value]) => `${year}: ${value}`)
            .join(', ')} },`,
      ),
  );
}

/** The text of ember-data.ts with the figures of a table; `alpha3Of` turns two letters into three. */
export function withEmber(text, table, alpha3Of) {
  const rows = Object.entries(table).map(([key, years]) => {
    const year = Math.max(...Object.keys(years).map(Number));
    return `  ${key}: ['${alpha3Of(key)}', ${year}, ${years[year]}],`;
  });
  return withRows(text, rows.sort());
}

/** The text of gcp-rows.ts with Google's own figures. */
export function withGoogle(text, table) {
  return text.replaceAll(/^ {2}\{ region: '([^']+)'.*\},$/gm, (row, region) => {
    const figures = Object.entries(table[region] ?? {}).map(([year, value]) => `${year}: ${value}`);
    const bare = row.replace(/, provider: \{[^}]*\}/, '');
    return figures.length === 0 ? bare : bare.replace(/ \},$/, `, provider: { ${figures.join(', ')} } },`);
  });
}

function withRows(text, rows) {
  return text.replace(/(= \{\n)(?: {2}\w+: [[{].*[\]}],\n)+(\};)/, (_, head, tail) => `${head}${rows.join('\n')}\n${tail}`);
}

/** What differs, a line each: new, changed and missing figures of the same keys and years. */
export function changes(what, before, after) {
  const lines = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    for (const year of new Set([...Object.keys(before[key] ?? {}), ...Object.keys(after[key] ?? {})])) {
      const [was, is] = [before[key]?.[year], after[key]?.[year]];
      if (was !== is) lines.push(`${what} ${key} ${year}: ${was ?? 'none'} → ${is ?? 'none'}`);
    }
  }
  return lines.sort();
}

/** Rows of the tables by key and year, of one source. */
export function tableOfFactors(factors, keyOf) {
  return tableOf(factors.map((factor) => [keyOf(factor), factor.year, factor.value]));
}

async function main(folder, isWritten) {
  const { countryRows } = await import('../build/factors/grid/country-rows.js');
  const { allFactors } = await import('../build/factors/index.js');
  const codes = new Map(countryRows.map(([alpha2, alpha3]) => [alpha3, alpha2]));
  const alpha3 = new Map([...countryRows.map(([two, three]) => [two, three]), ['EU27', 'EU'], ['WORLD', 'World']]);
  const of = (source, keyOf) =>
    tableOfFactors(
      allFactors().filter((row) => row.source.id === source && row.unit === 'gCO2e/kWh'),
      keyOf,
    );
  const byZone = ({ zone }) => zone;
  const codeOf = (code) => codes.get(code);
  const countries = of('owid-carbon-intensity-2024', byZone);
  const regionOf = ({ id }) => id.slice('cloud-gcp-'.length, -'-provider-grid-2024'.length);
  const files = [
    ['country-intensity.csv', 'country', (text) => countryTable(text, codeOf), countries, 'grid/country-data.ts', withCountries],
    [
      ...['ember-newest.csv', 'country', (text) => without(emberTable(text, codeOf), countries), of('ember-averages-co2js', byZone)],
      ...['grid/ember-data.ts', (text, table) => withEmber(text, table, (code) => alpha3.get(code))],
    ],
    ['google-regions.csv', 'region', googleTable, of('google-region-carbon-info', regionOf), 'cloud/gcp-rows.ts', withGoogle],
  ];
  for (const [name, what, make, before, target, rewritten] of files) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    const table = make(text);
    console.log(`${name} sha256 ${checksum(text)}`);
    for (const line of changes(what, before, table)) console.log(`  ${line}`);
    const file = new URL(`../src/factors/${target}`, import.meta.url);
    if (isWritten) writeFileSync(file, rewritten(readFileSync(file, 'utf8'), table));
  }
  const path = createRequire(import.meta.url).resolve('@tgwf/co2/data/electricity-maps');
  console.log(`@tgwf/co2/data/electricity-maps sha256 ${checksum(readFileSync(path, 'utf8'))}`);
  const zones = zoneTable(createRequire(import.meta.url)(path));
  for (const line of changes('zone', of('electricity-maps-yearly', byZone), zones)) console.log(`  ${line}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2] ?? '.', process.argv.includes('--write'));
