import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the pages of factors need of the compiled program. */
export async function loadProgram(compiled) {
  const load = (path) => import(pathToFileURL(join(compiled, path)).href);
  const [verb, texts, words, inputs, rows, cloud, format] = await Promise.all([
    load('verbs/factors.js'),
    load('cli/texts/factors-text.js'),
    load('cli/texts/words.js'),
    load('resolve/inputs.js'),
    load('factors/grid/country-rows.js'),
    load('factors/cloud/clouds.js'),
    load('units/format.js'),
  ]);
  const [{ devices }, { centreRows, centrePueOf }, place, { parsePlace }, region] = await Promise.all([
    load('factors/hardware/index.js'),
    load('factors/facility/centre-rows.js'),
    load('search/place-factors.js'),
    load('search/places.js'),
    load('factors/cloud/find-region.js'),
  ]);
  return {
    allFactors: verb.allFactors(),
    groups: verb.factorGroups(),
    ranges: verb.defaultRanges,
    edition: verb.edition,
    valueText: texts.valueText,
    spreadText: texts.spreadText,
    rangesHow: words.factorWords.rangesHow,
    fromFactor: inputs.fromFactor,
    atMost: format.atMost,
    grouped: format.grouped,
    countries: new Map(rows.countryRows.map(([code, , name]) => [code, name])),
    aliases: new Map(rows.countryRows.map(([code, alpha3, , ...aliases]) => [code, [alpha3, ...aliases]])),
    clouds: cloud.clouds,
    regionOf: region.regionOf,
    place,
    parsePlace,
    devices: devices(),
    centres: centreRows,
    centrePueOf,
  };
}
