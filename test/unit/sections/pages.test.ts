import { describe, expect, it } from 'vitest';
import { sectionIds } from '../../../src/sections/ids.js';
import { reportArrangement, sectionArrangement } from '../../../src/sections/index.js';
import { figuresIn, isKnown, numbersOf } from '../../golden/figures.js';
import { expectGolden } from '../../golden-file.js';
import { least, rich } from './assessments.js';
import { rendered } from './rendered.js';

const arrangements = { card: sectionArrangement, report: reportArrangement } as const;
const cases = [
  ['rich', rich],
  ['least', least],
] as const;

/** A section of both assessments, as it is in the card and in the report. */
function pageOf(id: (typeof sectionIds)[number]): string {
  const pages = cases.flatMap(([name, assessment]) =>
    (['card', 'report'] as const)
      .filter((document) => arrangements[document].includes(id))
      .map((document) => `<!-- ${name}, ${document} -->\n\n${rendered(id, assessment) || '(left out)\n'}`),
  );
  return pages.join('\n');
}

describe('every section of a rich and of the least assessment is its golden', () => {
  it.each(sectionIds)('%s', (id) => {
    expectGolden(`test/unit/sections/goldens/${id}.md`, pageOf(id));
  });
});

describe('every section', () => {
  it.each(sectionIds)('%s prints numbers of the assessment only', (id) => {
    for (const [, assessment] of cases) {
      const known = numbersOf(assessment);
      // The points of a range, the errors of instruments and the width of the chart are words of the templates.
      const words = new Set(['5 %', '95 %', '90 %', '10 %', '2 %', '1,000', '400']);
      const unknown = figuresIn(rendered(id, assessment))
        .filter((figure) => !words.has(figure.text) && !isKnown(figure, known))
        .filter(({ unit, value }) => unit !== undefined || value > assessment.sources.length)
        .map(({ text }) => text);
      expect(unknown).toEqual([]);
    }
  });

  it.each(sectionIds)('%s leaves no braces, and no value that is missing', (id) => {
    for (const [, assessment] of cases) expect(rendered(id, assessment)).not.toMatch(/\{\{|undefined|NaN|\[object|\bnull\b| ,|\(\)|:\s*\./);
  });
});
