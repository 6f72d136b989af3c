/** The formats that `render` can write, in the order in which they are listed and written. */
export const outputIds = [
  'md',
  'json',
  'pdf',
  'charts',
  'html',
  'tex',
  'bib',
  'csv',
  'checklist',
  'cyclonedx',
  'spdx',
  'boamps',
  'eu',
  'sci',
  'carbontxt',
  'badge',
] as const;
export type OutputId = (typeof outputIds)[number];

/** Words that people write for a format, in lower case and with `_` for blanks and hyphens. */
export const outputNames: Readonly<Partial<Record<OutputId, readonly string[]>>> = {
  md: ['markdown', 'carbon.md'],
  json: ['assessment', 'assessment.json'],
  pdf: ['carbon.pdf'],
  charts: ['chart', 'png', 'svg', 'vega', 'vega_lite', 'images', 'figures'],
  html: ['htm', 'web', 'page', 'carbon.html'],
  tex: ['latex', 'carbon.tex'],
  bib: ['bibtex', 'biblatex', 'bibliography', 'carbon.bib'],
  csv: ['excel', 'xlsx', 'spreadsheet', 'carbon.csv'],
  checklist: ['neurips', 'acl', 'checklist.md'],
  cyclonedx: ['cdx', 'bom', 'ml_bom', 'mlbom', 'cyclonedx.json'],
  spdx: ['spdx.json'],
  boamps: ['boamps.json'],
  eu: ['ai_act', 'eu_ai_act', 'eu.md'],
  sci: ['iso_21031', 'sci.json'],
  carbontxt: ['carbon.txt', 'carbon_txt', 'txt'],
  badge: ['shield', 'badge.svg'],
};

/** The formats that are written where neither the command line nor the manifest names any. */
export const defaultOutputIds = ['md', 'json', 'pdf', 'charts'] as const satisfies readonly OutputId[];

/** Formats that a browser prints, known before any is loaded: the browser starts meanwhile. */
const printedIds: readonly OutputId[] = ['pdf'];

export function isPrinted(id: OutputId): boolean {
  return printedIds.includes(id);
}

/** What a format writes, for `--help` and the README. It is here so that listing the formats loads none of them. */
export interface OutputText {
  /** Path in the folder of the report: a file, or a folder with `/` at its end. */
  readonly files: string;
  readonly description: string;
}

/** The whole report in Markdown, which the section beside it links to. */
export const reportFile = 'report.md';

export const outputTexts = {
  md: {
    files: 'carbon.md',
    description: `the section, ready to paste into a card, under the Hub's heading; and ${reportFile}, the whole report`,
  },
  json: { files: 'assessment.json', description: 'everything in full precision, with every source' },
  pdf: {
    files: 'carbon.pdf',
    description: 'the report, tagged; the assessment and the manifest are attached inside',
  },
  charts: {
    files: 'charts/',
    description: 'each chart as SVG for print, as PNG for the Hub, and as a Vega-Lite spec',
  },
  html: {
    files: 'carbon.html',
    description: 'the report as one page for a screen, which needs no network and no script',
  },
  tex: { files: 'carbon.tex', description: 'the statement and a table of the lines for a paper in LaTeX, each figure a macro' },
  bib: { files: 'carbon.bib', description: 'the sources and the report as BibTeX' },
  csv: { files: 'carbon.csv', description: 'the lines as a table, in full precision, for spreadsheets and scripts' },
  checklist: { files: 'checklist.md', description: 'answers for the checklists of NeurIPS and ACL' },
  cyclonedx: {
    files: 'cyclonedx.json',
    description: 'an ML-BOM of CycloneDX 1.6 or 1.7, by itself or merged into a BOM',
  },
  spdx: { files: 'spdx.json', description: 'an SPDX 3.0.1 document of the AI profile' },
  boamps: {
    files: 'boamps.json',
    description: 'the energy of the main task as a BoAmps report; of each further task in a file beside it',
  },
  eu: {
    files: 'eu.md',
    description: 'computation and energy in the words of the EU Model Documentation Form for general-purpose AI',
  },
  sci: {
    files: 'sci.json',
    description: 'scores of the Software Carbon Intensity (ISO/IEC 21031, SCI for AI), with goal and scope',
  },
  carbontxt: {
    files: 'carbon.txt',
    description: 'the report among the disclosures of an organisation; of several reports also one list beside their index',
  },
  badge: { files: 'badge.svg', description: 'the total with its interval, as a badge for a README, on light and dark pages' },
} as const satisfies Readonly<Record<OutputId, OutputText>>;
