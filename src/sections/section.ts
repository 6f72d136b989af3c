import type { Assessment } from '../assessment/assessment.js';
import type { SectionId } from './ids.js';

/** What a template gets: text, lists and booleans. No numbers, so that no template can round or add. */
export type TemplateValue = string | boolean | undefined | readonly TemplateValue[] | { readonly [key: string]: TemplateValue };
export type TemplateData = Readonly<Record<string, TemplateValue>>;

/** Files that are written with a document, each as links in the document name it. */
export interface FilesBeside {
  /** The whole report in Markdown. */
  readonly report?: string | undefined;
  readonly pdf?: string | undefined;
  /** The assessment. */
  readonly data?: string | undefined;
}

export interface SectionContext {
  /** Alt text of each chart that is written with the document. */
  readonly charts: ReadonlyMap<string, string>;
  /** Files attached to the document, by name, with what each is. */
  readonly attachments: readonly { readonly name: string; readonly what: string }[];
  /** Absent where nothing is written beside the document. */
  readonly beside?: FilesBeside | undefined;
}

export interface Section {
  readonly id: SectionId;
  /** Data of the section's template; nothing where the section has nothing to say and is left out. */
  readonly data: (assessment: Assessment, context: SectionContext) => TemplateData | undefined;
}
