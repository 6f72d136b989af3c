import type { Assessment } from '../assessment/assessment.js';
import { formatted, grouped } from '../units/format.js';
import type { Section, SectionContext, TemplateData } from './section.js';
import { answerOf } from './words/answer.js';
import { gridText, hardwareText, hoursText, placesText } from './words/facts.js';
import { distinct, mainTotal } from './words/words.js';

/** Head of the report's first page: model, total, interval, and the main facts. */
export const cover = {
  id: 'cover',
  data: (assessment: Assessment, context: SectionContext): TemplateData | undefined => {
    const answer = answerOf(assessment);
    const total = mainTotal(assessment);
    if (answer === undefined || total === undefined) return undefined;
    const { id, parameters } = assessment.model;
    const { date, authors } = assessment.report;
    return {
      ...answer,
      id,
      date,
      authors: authors.length === 0 ? undefined : authors.join(', '),
      parameters: parameters === undefined ? undefined : `${grouped(parameters / 1e9, parameters < 1e10 ? 2 : 0)} billion`,
      facts: [
        ['Energy', total.energy && formatted(total.energy).text],
        ['Water', total.water && formatted(total.water).text],
        ['Hardware', hardwareText(assessment)],
        ['Accelerator-hours', hoursText(assessment)],
        ['Location', placesText(assessment)],
        ['Grid', distinct(assessment.phases.map(gridText)).join('; ') || undefined],
      ].flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
      attached: context.attachments.length > 0,
    };
  },
} as const satisfies Section;
