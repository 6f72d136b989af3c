import type { Section } from './section.js';

/** How to cite the report and the model. */
export const citation = {
  id: 'citation',
  data: ({ model, report }) => ({
    model: model.name,
    id: model.id,
    cite: model.cite,
    url: model.url,
    authors: report.authors.length === 0 ? undefined : report.authors.join(', '),
    date: report.date,
  }),
} as const satisfies Section;
