import type { OutputId } from './ids.js';
import type { Output } from './output.js';

/** Every format, by id. One is loaded when it is asked for, so that JSON doesn't pay for charts, nor Markdown for a PDF. */
export const outputs = {
  md: () => import('./md.js').then(({ md }) => md),
  json: () => import('./json.js').then(({ json }) => json),
  pdf: () => import('./pdf.js').then(({ pdf }) => pdf),
  charts: () => import('./charts.js').then(({ charts }) => charts),
  html: () => import('./html.js').then(({ html }) => html),
  tex: () => import('./tex/tex.js').then(({ tex }) => tex),
  bib: () => import('./bib/bib.js').then(({ bib }) => bib),
  csv: () => import('./csv.js').then(({ csv }) => csv),
  checklist: () => import('./checklist/checklist.js').then(({ checklist }) => checklist),
  cyclonedx: () => import('./cyclonedx/cyclonedx.js').then(({ cyclonedx }) => cyclonedx),
  spdx: () => import('./spdx/spdx.js').then(({ spdx }) => spdx),
  boamps: () => import('./boamps/boamps.js').then(({ boamps }) => boamps),
  eu: () => import('./eu/eu.js').then(({ eu }) => eu),
  sci: () => import('./sci/sci.js').then(({ sci }) => sci),
  carbontxt: () => import('./carbontxt/carbontxt.js').then(({ carbontxt }) => carbontxt),
  badge: () => import('./badge/badge.js').then(({ badge }) => badge),
} as const satisfies { readonly [Id in OutputId]: () => Promise<Output & { readonly id: Id }> };
