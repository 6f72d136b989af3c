import { arithmetic } from './arithmetic.js';
import { assumptions } from './assumptions.js';
import { attachments } from './attachments.js';
import { breakdown } from './breakdown.js';
import { citation } from './citation.js';
import { cover } from './cover.js';
import { factors } from './factors.js';
import { headline } from './headline.js';
import { hub } from './hub.js';
import type { SectionId } from './ids.js';
import { method } from './method.js';
import { notCounted } from './not-counted.js';
import type { Section } from './section.js';
import { sources } from './sources.js';
import { uncertainty } from './uncertainty.js';
import { use } from './use.js';

export const sections = {
  cover,
  headline,
  breakdown,
  use,
  hub,
  'not-counted': notCounted,
  uncertainty,
  method,
  assumptions,
  factors,
  sources,
  arithmetic,
  citation,
  attachments,
} as const satisfies { readonly [Id in SectionId]: Section & { readonly id: Id } };

/** A document's parts in reading order; those of `folded` are behind one click where the medium can fold. */
export interface Arrangement {
  readonly open: readonly SectionId[];
  readonly folded: readonly SectionId[];
}

/** The section of a model card. */
export const cardArrangement: Arrangement = {
  open: ['headline', 'breakdown', 'use', 'hub', 'not-counted'],
  folded: ['uncertainty', 'method', 'assumptions', 'factors', 'arithmetic', 'sources'],
};

/** The report that is attached to a paper. */
export const reportArrangement: Arrangement = {
  open: [
    'cover',
    'breakdown',
    'not-counted',
    'use',
    'uncertainty',
    'method',
    'assumptions',
    'factors',
    'sources',
    'arithmetic',
    'citation',
    'attachments',
  ],
  folded: [],
};
