import { arithmetic } from './arithmetic.js';
import { assumptions } from './assumptions.js';
import { attachments } from './attachments.js';
import { breakdown } from './breakdown.js';
import { citation } from './citation.js';
import { cover } from './cover.js';
import { equivalents } from './equivalents.js';
import { factors } from './factors.js';
import { gaps } from './gaps.js';
import { hub } from './hub.js';
import type { SectionId } from './ids.js';
import { links } from './links.js';
import { method } from './method.js';
import { notCounted } from './not-counted.js';
import { power } from './power.js';
import type { Section } from './section.js';
import { sources } from './sources.js';
import { summary } from './summary.js';
import { uncertainty } from './uncertainty.js';
import { use } from './use.js';

export const sections = {
  summary,
  hub,
  gaps,
  links,
  cover,
  breakdown,
  use,
  power,
  equivalents,
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

/** The section of a model card, in reading order: what fits on one screen. */
export const sectionArrangement: readonly SectionId[] = ['summary', 'hub', 'gaps', 'links'];

/** The report, in reading order: as a PDF, and in Markdown beside the section. */
export const reportArrangement: readonly SectionId[] = [
  'cover',
  'breakdown',
  'not-counted',
  'use',
  'power',
  'equivalents',
  'uncertainty',
  'method',
  'assumptions',
  'factors',
  'sources',
  'arithmetic',
  'citation',
  'attachments',
];
