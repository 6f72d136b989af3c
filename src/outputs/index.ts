import type { OutputId } from './ids.js';
import type { Output } from './output.js';

/** Every format, by id. One is loaded when it is asked for, so that JSON doesn't pay for charts, nor Markdown for a PDF. */
export const outputs = {
  md: () => import('./md.js').then(({ md }) => md),
  json: () => import('./json.js').then(({ json }) => json),
  pdf: () => import('./pdf.js').then(({ pdf }) => pdf),
  charts: () => import('./charts.js').then(({ charts }) => charts),
  eu: () => import('./eu/eu.js').then(({ eu }) => eu),
  sci: () => import('./sci/sci.js').then(({ sci }) => sci),
  carbontxt: () => import('./carbontxt/carbontxt.js').then(({ carbontxt }) => carbontxt),
} as const satisfies { readonly [Id in OutputId]: () => Promise<Output & { readonly id: Id }> };
