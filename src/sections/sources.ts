import type { Section } from './section.js';

/** The sources, numbered as the inputs cite them. */
export const sources = {
  id: 'sources',
  data: (assessment) => ({
    items: assessment.sources.map(({ id, title, url, year, licence }) => ({
      title,
      url,
      particulars: [year === undefined ? undefined : String(year), licence].filter((part) => part !== undefined).join(', ') || undefined,
      isManifest: id === 'manifest',
    })),
  }),
} as const satisfies Section;
