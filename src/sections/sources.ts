import type { Section } from './section.js';
import { type Work, worksOf } from './words/works.js';

/** The works that figures rest on, numbered as the inputs cite them; then those of figures that were not used. */
export const sources = {
  id: 'sources',
  data: (assessment) => {
    const works = worksOf(assessment);
    const used = works.filter(({ isUsed }) => isUsed);
    const others = works.filter(({ isUsed }) => !isUsed);
    return {
      used: used.map((work, index) => itemOf(work, index)),
      others: others.length === 0 ? undefined : others.map((work, index) => itemOf(work, used.length + index)),
    };
  },
} as const satisfies Section;

function itemOf({ title, url, year, licence }: Work, index: number): { readonly [key: string]: string | undefined } {
  const particulars = [year === undefined ? undefined : String(year), licence].filter((part) => part !== undefined);
  return { number: String(index + 1), title, url, particulars: particulars.join(', ') || undefined };
}
