import { escapeXml } from '../render/svg.js';
import { figuresOf } from './figures.js';
import { coverageLetter, letterOf, type Overview, type OverviewRow, type OverviewTable } from './rows.js';
import { linkedFiles, reportFile, words } from './words.js';

/** The mark of a page that carboncard wrote. */
export const htmlMark = '<meta name="generator" content="carboncard index">';

/** A chart laid out for a wide page and for a phone, each an SVG that needs nothing beside it. */
export interface InlineCharts {
  readonly wide: string;
  readonly narrow: string;
}

/** The page in HTML: one file, no script, nothing remote, light and dark, from 400 px on. */
export function overviewHtml(overview: Overview, styleSheet: string, charts: InlineCharts | undefined): string {
  const title = text(words.title(overview));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${htmlMark}
<title>${title}</title>
<style>
${styleSheet.replace(/<\//g, '<\\/').trimEnd()}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${charts === undefined ? '' : `<figure><div class="wide">${charts.wide}</div><div class="narrow">${charts.narrow}</div></figure>\n`}${overview.tables.map(sectionOf).join('\n')}${overview.without.length === 0 ? '' : `\n<p>${text(words.without(overview.without))}</p>`}
</main>
</body>
</html>
`;
}

function sectionOf(table: OverviewTable): string {
  const { side, rows, coverages } = table;
  const { columns } = words;
  const isAlike = coverages.length < 2;
  const covers = (cell: string): string => (isAlike ? '' : cell);
  const body = rows.map((row) => {
    const { emissions, interval = words.notAssessed, energy = words.unknown } = figuresOf(row);
    const letter = covers(`<td>${coverageLetter(table, row)}</td>`);
    return `<tr><th scope="row">${nameOf(row)}</th>${letter}${number(emissions)}${number(interval)}${number(energy)}<td class="files">${linksOf(row)}</td></tr>`;
  });
  const heads = [
    head(columns.model),
    covers(head(columns.covers)),
    head(columns.emissions, 'number', 'descending'),
    head(columns.interval, 'number'),
    head(columns.energy, 'number'),
    head(columns.files),
  ];
  const key = coverages.map((one, index) => `<li><b>${letterOf(index)}</b> <span>${text(words.coverage(one, table))}</span></li>`).join('');
  return `<section>
<h2>${text(words.side(side))}</h2>
<p>${text(words.intro(table))}</p>
${isAlike ? '' : `<ul class="letters">${key}</ul>\n`}<div class="table" tabindex="0" role="region" aria-label="${text(words.side(side))}">
<table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>
<p class="notes">${text(words.notes(table))}</p>
</section>`;
}

function head(word: string, kind?: 'number', sort?: 'descending'): string {
  return `<th scope="col"${kind === undefined ? '' : ` class="${kind}"`}${sort === undefined ? '' : ` aria-sort="${sort}"`}>${text(word)}</th>`;
}

function number(word: string): string {
  return `<td class="number">${text(word)}</td>`;
}

/** The name leads to the report, where there is one to read. */
function nameOf({ name, folder, files }: OverviewRow): string {
  const shown = `<bdi>${text(name)}</bdi>`;
  return files.includes(reportFile) ? `<a href="${text(`${folder}/${reportFile}`)}">${shown}</a>` : shown;
}

function linksOf({ folder, files }: OverviewRow): string {
  const links = linkedFiles.filter(([file]) => files.includes(file));
  return links.map(([file, name]) => `<a href="${text(`${folder}/${file}`)}">${name}</a>`).join(' · ');
}

/** Somebody's text as text: no tag, no direction that goes on after it, no line break. */
function text(value: string): string {
  return escapeXml(value.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
}
