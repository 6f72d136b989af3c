import type { Progress } from '../progress.js';
import type { PlainError } from './plain-error.js';
import type { MadeReport, MakeOptions } from './report.js';

/** What a thread begins with. */
export interface ThreadData {
  readonly options: MakeOptions;
}

/** To a thread: a manifest to make the report of; the document that it asked to be printed. */
export type ToThread =
  | { readonly kind: 'make'; readonly file: string }
  | { readonly kind: 'printed'; readonly pdf: Uint8Array }
  | { readonly kind: 'not-printed'; readonly error: PlainError };

/** From a thread. It makes one report after the other, so that nothing needs a number. */
export type FromThread =
  | { readonly kind: 'step'; readonly progress: Progress }
  | { readonly kind: 'print'; readonly html: string }
  | { readonly kind: 'made'; readonly made: MadeReport }
  | { readonly kind: 'failed'; readonly error: PlainError };
