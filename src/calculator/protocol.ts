import type { CalculatedFiles, Calculation, CalculationRequest } from './calculation.js';

/**
 * What a page asks a worker, and what the worker answers. Of each kind only the newest question is answered: whoever types on has no
 * use for older answers.
 */
export type Question =
  | { readonly id: number; readonly kind: 'calculate'; readonly request: CalculationRequest }
  | { readonly id: number; readonly kind: 'files'; readonly request: CalculationRequest };

export type Reply =
  | { readonly id: number; readonly kind: 'calculate'; readonly calculation: Calculation }
  | { readonly id: number; readonly kind: 'files'; readonly files: CalculatedFiles }
  /** A bug: what is wrong with a manifest is in the calculation. */
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
