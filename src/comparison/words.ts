import { componentPhrases, phaseNames } from '../assessment/component-names.js';
import type { ComponentId } from '../assessment/ids.js';
import type { Cell, ComparedModel, NormalUnit } from '../compare/comparison.js';
import { counted, THIN } from '../units/format.js';
import { listed } from '../units/listed.js';

/** `computing and idle machines in training; computing in evaluation` */
export function cellsText(cells: readonly Cell[]): string {
  const kinds = [...new Set(cells.map(({ phase }) => phase))];
  return kinds
    .map((kind) => {
      const components = cells.filter(({ phase }) => phase === kind).map(({ component }) => componentPhrases[component]);
      return `${listed(components)} in ${phaseNames[kind]}`;
    })
    .join('; ');
}

const unitHeads: Readonly<Record<NormalUnit, string>> = {
  'parameters': 'Per 10⁹ parameters',
  'tokens': 'Per 10⁹ training tokens',
  'operations': 'Per 10²¹ FLOP',
  'accelerator-hours': 'Per GPU-hour or TPU-hour',
};

/** The words of a comparison, which Markdown, HTML, PDF and the terminal share. */
export const words = {
  title: (names: readonly string[]): string =>
    names.length > 4 ? `${counted(String(names.length), 'model')} compared` : `${listed(names)} compared`,
  /** Of the PDF. */
  subject: 'Comparison of screening carbon footprints',
  data: 'every figure in full precision, for machines',
  /** Below the chart. */
  star: '* The figure also includes parts that others do not count.',
  /** Of every page and of the terminal. */
  disclaimer: 'Not critically reviewed; not a comparative assertion under ISO 14044.',
  intro: (cells: readonly Cell[]): string =>
    cells.length === 0
      ? 'No part of development is counted by every model, so no figure can be compared.'
      : `The comparison counts what every model counts: ${cellsText(cells)}. The compared figures are location-based.`,
  chartTitle: (cells: readonly Cell[]): string => `Emissions from ${cellsText(cells)}`,
  holds: (names: readonly string[], cells: readonly Cell[]): string =>
    `* The figure${names.length === 1 ? '' : 's'} of ${listed(names)} also ${names.length === 1 ? 'includes' : 'include'} ${cellsText(cells)}, which the comparison does not count for the others.`,
  notRanked: (pairs: readonly string[], all: number): string =>
    pairs.length > 6
      ? `The intervals of ${pairs.length} of ${all} pairs of models overlap: they are not ranked.`
      : `Not ranked, since the intervals overlap: ${pairs.join('; ')}.`,
  pair: (one: string, other: string): string => `${one} and ${other}`,
  outside: ({ name, outside }: Pick<ComparedModel, 'name' | 'outside'>): string => {
    if (outside?.kind === 'published-total') return `${name} is not compared: its total is published without its parts.`;
    if (outside?.kind === 'no-phase') return `${name} is not compared: it has no record of ${phaseNames[outside.phase]}.`;
    return `${name} is not compared: no part of it is counted by all the others.`;
  },
  columns: {
    model: 'Model',
    compared: 'Compared (CO₂e)',
    interval: `90${THIN}% interval`,
    against: (name: string): string => `Against ${name}`,
    all: 'All of development',
    published: 'Published',
    perRequest: 'Per request',
    counts: 'Counts',
  },
  unit: (unit: NormalUnit): string => unitHeads[unit],
  overlap: 'intervals overlap',
  same: 'the same',
  unsure: 'interval unknown',
  noInterval: (names: readonly string[]): string => `Not ranked, since the interval is unknown: ${listed(names)}.`,
  basis: (groups: readonly (readonly [string, readonly string[]])[]): string =>
    `The grid intensities differ in what they cover: ${groups.map(([basis, names]) => `${basis} (${listed(names)})`).join('; ')}.`,
  notDrawn: (names: readonly string[]): string => `Not in the chart, since it emitted nothing: ${listed(names)}.`,
  reference: 'reference',
  none: '–',
  notAssessed: 'not assessed',
  headings: {
    figures: 'On a common boundary',
    parts: 'What each model counts',
    units: 'Per unit of work',
    use: 'Use',
    publications: 'As published',
    method: 'How it is compared',
  },
  part: ({ phase, component }: Cell): string =>
    `${phaseNames[phase].charAt(0).toUpperCase()}${phaseNames[phase].slice(1)}: ${componentPhrases[component]}`,
  partsIntro: (isSome: boolean): string =>
    `${isSome ? 'Parts in bold are compared. ' : ''}Parts that only some models count are not compared, and nothing is added for the other models. A part that is included in another part has no separate figure.`,
  states: {
    inside: (component: ComponentId): string => `in ${componentPhrases[component]}`,
    total: (text: string): string => `${text} in all`,
    inTotal: 'in the total',
    'not-counted': 'not counted',
    'not-applicable': 'none',
    'unknown': 'unknown',
    'partly': 'in some phases',
    'included': 'included',
    'counted': 'counted',
  },
  unitsIntro:
    'Emissions of the compared parts. Parameters are all parameters of a model, also where each token uses some of them. Tokens, operations and hours are as each manifest or assessment gives them.',
  useCounts: (components: readonly ComponentId[]): string => listed(components.map((id) => componentPhrases[id])),
  useIntro:
    'Emissions of one request, each over the deployment of its own model. Models can count different parts of it (last column), so they are not ranked.',
  method: [
    'Each model is assessed from its manifest, or read from its assessment. The comparison adds up the parts that all models count.',
    'Differences and ratios are calculated sample by sample. Models share the samples of a factor that they have in common, such as the grid of one place and year, so its uncertainty cancels. Defaults and what a manifest declares are of each model alone.',
    'The lines of an assessment are taken to be high or low together, since the file has their formulas as text.',
    'Models whose intervals overlap are not ranked.',
    'The sources of all figures are in the report of each model.',
  ],
} as const;
