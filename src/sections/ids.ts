export const sectionIds = [
  'cover',
  'headline',
  'breakdown',
  'use',
  'hub',
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
