import type { OutputId } from '../../outputs/ids.js';

/** What a verb does now, for a person who waits. */
export type Step =
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'rendering'; readonly slug: string; readonly format: OutputId }
  /** A manifest of several is done with. */
  | { readonly kind: 'done'; readonly file: string; readonly state: 'written' | 'unchanged' | 'refused' }
  /** The browser that prints the PDF, once on a machine. */
  | { readonly kind: 'unpacking'; readonly megabytes: number };

/** A step, and which manifest of how many it is about. */
export type Progress = Step & { readonly nth?: number | undefined; readonly total?: number | undefined };

/** Takes what a verb does now. */
export type OnProgress = (progress: Progress) => void;
