import { version } from '../assessment/version.js';
import type { Section } from './section.js';
import { bibtexOf } from './words/tex/bibtex.js';

/** How to cite the report, as text and for a bibliography, and the model. */
export const citation = {
  id: 'citation',
  data: (assessment) => {
    const { model, report, method } = assessment;
    return {
      model: model.name,
      id: model.id,
      cite: model.cite,
      url: model.url,
      authors: report.authors.length === 0 ? undefined : report.authors.join(', '),
      date: report.date,
      version,
      factors: method.factors,
      bibtex: bibtexOf(assessment).split('\n'),
    };
  },
} as const satisfies Section;
