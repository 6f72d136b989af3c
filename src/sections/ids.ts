export const sectionIds = [
  'summary',
  'hub',
  'gaps',
  'links',
  'cover',
  'breakdown',
  'use',
  'not-counted',
  'uncertainty',
  'method',
  'assumptions',
  'factors',
  'sources',
  'arithmetic',
  'citation',
  'attachments',
] as const;
export type SectionId = (typeof sectionIds)[number];
