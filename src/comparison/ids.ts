/** The formats of a comparison, and where each is written. */
export const comparisonFiles = {
  md: 'comparison.md',
  json: 'comparison.json',
  pdf: 'comparison.pdf',
  html: 'comparison.html',
  charts: 'charts/',
} as const;

export const comparisonFormats = ['md', 'json', 'pdf', 'html', 'charts'] as const;
/** Those that are written where nobody names any. */
export const defaultComparisonFormats = ['md', 'json', 'pdf', 'charts'] as const satisfies readonly ComparisonFormat[];

export type ComparisonFormat = (typeof comparisonFormats)[number];
