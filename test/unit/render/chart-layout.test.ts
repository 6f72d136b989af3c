import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { componentIds, phaseKinds } from '../../../src/assessment/ids.js';
import { chartsOf } from '../../../src/charts/index.js';
import { inlineSvg, screenSvg } from '../../../src/render/svg.js';
import { quantity } from '../../../src/units/quantity.js';
import { readFontLibrary } from '../../../src/verbs/shared/bundled-fonts.js';
import { assessmentOf } from '../charts/assessments.js';
import { type TextBox, textBoxes } from './text-boxes.js';

const fonts = readFontLibrary();
const layouts = [
  [inlineSvg, 640],
  [screenSvg, 400],
] as const;

const mass = fc
  .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -7, max: 9 }))
  .map(([digits, power]) => digits * 10 ** power);
const name = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constant('多语言语料库上的第二次训练'.repeat(5)),
);
const phase = fc.record({
  phase: fc.constantFrom(...phaseKinds),
  title: name.map((text) => `Phase ${text}`),
  kilograms: fc.dictionary(fc.constantFrom(...componentIds), fc.oneof(mass, fc.constant(0)), { minKeys: 1 }),
  spread: fc.option(fc.double({ min: 1, max: 9, noNaN: true }), { nil: undefined }),
});

function withBreakEven(assessment: Assessment, served: number, kilograms: number): Assessment {
  const { deployment } = assessment.totals;
  if (deployment === undefined) return assessment;
  const perRequest = quantity(kilograms, 'kgCO2e', { low: kilograms * 0.6, high: kilograms * 1.8 });
  const development = quantity(1000 * kilograms, 'kgCO2e', { low: 500 * kilograms, high: 2000 * kilograms });
  return {
    ...assessment,
    totals: {
      ...assessment.totals,
      deployment: { ...deployment, perRequest: { emissions: perRequest, requests: served, components: [] } },
    },
    breakEven: { requests: 1000, low: 400, high: 3000, compares: [], components: ['dynamic'], development, perRequest },
  };
}

const isEmpty = ({ text }: TextBox): boolean => text.trim() === '';

it('keeps every text inside and off the others, whatever the sizes and names', async () => {
  const cases = fc.array(phase, { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(cases, name, fc.integer({ min: 200, max: 5000 }), mass, async (phases, model, served, kilograms) => {
      const made = assessmentOf(
        `Model ${model}`,
        phases.map(({ spread, ...one }, n) => ({
          ...one,
          name: `${n}`,
          interval: spread === undefined ? undefined : (value: number) => ({ low: value / spread, high: value * spread }),
        })),
      );
      for (const chart of chartsOf(withBreakEven(made, served, kilograms))) {
        for (const [svgOf, width] of layouts) {
          const boxes = (await textBoxes(await svgOf(chart, fonts), fonts)).filter((box) => !isEmpty(box));
          const outside = boxes.filter(({ left, right }) => left < 0 || right > width + 0.01);
          expect(outside.map(({ text }) => text)).toEqual([]);
          const meeting = boxes.flatMap((a, n) =>
            boxes
              .slice(n + 1)
              .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
              .map((b) => [a.text, b.text]),
          );
          expect(meeting).toEqual([]);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
