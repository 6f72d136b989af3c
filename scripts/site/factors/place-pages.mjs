import { h } from 'hastscript';
import { factorTable } from './factor-table.mjs';
import { factorPage } from './page.mjs';
import { codeOf, folded, placePath } from './year-pages.mjs';

/** A page for each country, with all that the tables have of it: its grid by year, its zones, the cloud regions there, water. */
export function placePages({ countries: grids, zones, regions, water, impacts, facility }, program) {
  const codes = [...new Set([...grids, ...zones, ...water].map(({ zone }) => codeOf(zone)))].toSorted();
  const countryOfRegion = regionCountries(program);
  const centres = new Map(program.centres.map(({ id, country }) => [`facility-${id}-pue`, country]));
  return codes.map((code) => {
    const isHere = ({ zone }) => codeOf(zone) === code;
    const here = grids.filter(isHere);
    const parts = [
      { id: 'grid', title: 'Grid of the country', factors: here },
      { id: 'zones', title: 'Grid zones', factors: zones.filter(isHere).toSorted(byZoneAndYear) },
      { id: 'regions', title: 'Cloud regions', factors: regions.filter(({ id }) => countryOfRegion(id) === code) },
      { id: 'centres', title: 'Computing centres', factors: facility.filter(({ id }) => centres.get(id) === code) },
      { id: 'water', title: 'Water and other impacts of electricity', factors: [...water, ...impacts].filter(isHere) },
    ].filter(({ factors }) => factors.length > 0);
    const name = capital(here[0]?.title.replace(/, \d{4}$/, '') ?? program.countries.get(code) ?? code);
    return placePage({ code, name, parts }, program);
  });
}

function placePage({ code, name, parts }, program) {
  const kinds = {
    grid: 'its grid by year',
    zones: 'its grid zones',
    regions: 'cloud regions',
    centres: 'computing centres',
    water: 'water',
  };
  return factorPage({
    path: placePath(code),
    title: `${name}: electricity and data centres`,
    description: `What the factor tables have of ${name} (${code}): ${parts.map(({ id }) => kinds[id]).join(', ')}.`,
    isListed: false,
    isIndexed: 'head',
    keywords: [code, 'grid intensity', ...(program.aliases.get(code) ?? [])],
    factors: parts.flatMap(({ factors }) => factors),
    body: (from) =>
      parts.flatMap(({ id, title, factors }) => [
        h('h2', { id }, title),
        ...(id === 'grid' ? [h('p', gridUse(name, factors[0], program))] : []),
        ...factorTable({ id, caption: title, factors, program, from }),
      ]),
  });
}

/** How a manifest takes the figure, as an example that works: by the name, or by the code where the name has two meanings. */
function gridUse(name, { year, zone }, { parsePlace }) {
  const { found } = parsePlace(name);
  const isNamed = found !== undefined && (found.country ?? zone) === zone;
  const place = isNamed ? name.replace(/^The /, 'the ') : zone;
  return [
    'A manifest takes it with ',
    h('code', `location: ${place}`),
    ' and ',
    h('code', `year: ${year}`),
    '; ',
    h('code', `carboncard factors ${place} ${year}`),
    ' prints it with its range.',
  ];
}

/** The country of a cloud region, by the beginning of a factor's id. */
export function regionCountries({ clouds }) {
  const starts = clouds
    .flatMap(({ id, regions }) => regions.map(({ region, country }) => [`cloud-${id}-${region}-`, country]))
    .toSorted(([a], [b]) => b.length - a.length);
  return (id) => starts.find(([start]) => id.startsWith(start))?.[1];
}

const byZoneAndYear = (a, b) => (a.zone === b.zone ? b.year - a.year : folded(a.zone) < folded(b.zone) ? -1 : 1);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
