import type { Element, ElementContent } from 'hast';
import type { ChartContent } from '../../charts/chart.js';
import { type ChartFacts, factRows } from '../../charts/facts.js';
import { darkColour } from '../../charts/theme.js';
import type { FontLibrary } from '../fonts.js';
import { screenWords } from '../messages.js';
import { noBreak } from '../no-break.js';
import { describedSvg } from '../svg.js';
import { element, type Properties } from './elements.js';
import { figure, graphic, svgParser } from './figure.js';
import type { Place } from './sieve.js';
import { oneLine } from './typeset.js';

/** The figures of a document on a screen: each laid out for a wide page and for a phone, with what its marks show. */
export async function screenFigures(charts: readonly ChartContent[], fonts: FontLibrary): Promise<Place['figureOf']> {
  const parse = await svgParser();
  const drawn = new Map<string, { readonly chart: ChartContent; readonly sheets: ElementContent[] }>();
  // One after the other, since Vega measures text with one function for the whole process.
  for (const chart of charts) {
    const sheets: ElementContent[] = [];
    for (const [sheet, name] of [
      ['print', 'wide'],
      ['screen', 'narrow'],
    ] as const) {
      const svg = parse(await describedSvg(chart, sheet, fonts));
      sheets.push(
        element(
          'div',
          { className: [name] },
          svg.flatMap((part) => graphic(part, chart.longAlt, finished)),
        ),
      );
    }
    drawn.set(chart.id, { chart, sheets });
  }
  return (id, caption) => {
    const one = drawn.get(id);
    if (one === undefined) return undefined;
    const { title, facts } = one.chart;
    return figure(id, [...one.sheets, ...caption, ...(facts === undefined ? [] : [factsTable(title, facts)])]);
  };
}

/** A mark with what it shows as its `title`, which a browser shows beside the pointer; colours that a dark page replaces. */
function finished(kept: Element, source: Element): Element {
  const fact = source.tagName === 'path' || source.tagName === 'line' ? source.properties['ariaLabel'] : undefined;
  const properties = coloured(kept.properties);
  if (typeof fact !== 'string') return { ...kept, properties };
  return { ...kept, properties, children: [element('title', {}, [{ type: 'text', value: fact }]), ...kept.children] };
}

function coloured(properties: Properties): Properties {
  const changed: Properties = { ...properties };
  for (const name of ['fill', 'stroke']) {
    const value = changed[name];
    if (typeof value === 'string' && darkColour.has(value)) changed[name] = `var(${variableOf(value)},${value})`;
  }
  return changed;
}

/** `--chart-994455` */
function variableOf(colour: string): string {
  return `--chart-${colour.slice(1).toLowerCase()}`;
}

/** The colours of charts on a dark page. On a light one, and on paper, they are those of the charts themselves. */
export function darkRule(): string {
  const values = [...darkColour].map(([light, dark]) => `${variableOf(light)}: ${dark};`);
  return `@media (prefers-color-scheme: dark) { :root { ${values.join(' ')} } }`;
}

/** The same facts for those who have no pointer. */
function factsTable(title: string, facts: ChartFacts): Element {
  const rows = factRows(facts).map(({ name, value, isPart }) =>
    element('tr', isPart ? { className: ['part'] } : {}, [
      element('th', { scope: 'row' }, [{ type: 'text', value: name }]),
      element('td', {}, oneLine(noBreak(value))),
    ]),
  );
  const { mark, shown } = screenWords.facts;
  const heads = [mark, shown].map((word) => element('th', { scope: 'col' }, [{ type: 'text', value: word }]));
  const caption = element('caption', {}, [{ type: 'text', value: title }]);
  const table = element('table', {}, [caption, element('thead', {}, [element('tr', {}, heads)]), element('tbody', {}, rows)]);
  return element('details', { className: ['facts'] }, [
    element('summary', {}, [{ type: 'text', value: screenWords.facts.summary }]),
    table,
  ]);
}
