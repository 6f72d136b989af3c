import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/charts/index.js';
import { ink } from '../../../src/charts/theme.js';
import { inlineSvg, screenSvg, standaloneSvg, textsIn } from '../../../src/render/svg.js';
import { readFontLibrary } from '../../../src/verbs/shared/bundled-fonts.js';
import * as cases from '../charts/assessments.js';
import { contrastOnWhite, paints } from '../charts/contrast.js';
import { type TextBox, textBoxes } from './text-boxes.js';

const fonts = readFontLibrary();
const { assessmentOf: _, ...assessments } = cases;
const drawings = Object.entries(assessments).flatMap(([name, assessment]) =>
  chartsOf(assessment).map((drawing) => ({ name: `${name} ${drawing.id}`, drawing })),
);

function meet(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Each layout, and the size of its text: 12 of 640 px on 170 mm of paper are 9 pt; where a phone shows 400 px on 367, 12 are 11 px. */
const layouts = [
  { layout: 'print', svgOf: inlineSvg, shownWidth: 640, minSize: (9 / 72) * 25.4 * (640 / 170) },
  { layout: 'screen', svgOf: screenSvg, shownWidth: 400, minSize: 11 * (400 / 367) },
] as const;

describe.each(drawings)('$name', ({ drawing }) => {
  it.each(layouts)('has no text that is cut, small, shortened by Vega, or on another: $layout', async ({ svgOf, shownWidth, minSize }) => {
    const svg = await svgOf(drawing, fonts);
    const [, width, height] = /width="(\d+)" height="([\d.]+)"/.exec(svg) ?? [];
    const boxes = await textBoxes(svg, fonts);
    expect(Number(width)).toBe(shownWidth);
    expect(boxes.length).toBeGreaterThan(6);
    for (const box of boxes) {
      expect(box.size, box.text).toBeGreaterThanOrEqual(minSize);
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(shownWidth);
      expect(box.top, box.text).toBeGreaterThanOrEqual(0);
      expect(box.bottom, box.text).toBeLessThanOrEqual(Number(height));
    }
    const meeting = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => meet(a, b))
        .map((b) => [a.text, b.text]),
    );
    expect(meeting).toEqual([]);
  });

  it.each(layouts)('has text of 4.5 : 1 and marks of 3 : 1 on white, by fill or outline: $layout', async ({ svgOf }) => {
    const painted = paints(await svgOf(drawing, fonts));
    expect(painted.length).toBeGreaterThan(10);
    for (const { tag, fill, stroke } of painted) {
      const colours = [fill, stroke].filter((colour) => colour !== undefined);
      const isPaper = colours.every((colour) => colour.toLowerCase() === ink.paper);
      // Lines between blocks only separate.
      if (isPaper || (fill === undefined && stroke === ink.rule)) continue;
      const contrast = Math.max(...colours.map(contrastOnWhite));
      expect(contrast, `${tag} ${colours}`).toBeGreaterThanOrEqual(tag === 'text' ? 4.5 : 3);
    }
  });

  it('is the same file twice, complete in itself', async () => {
    const [svg, again] = await Promise.all([standaloneSvg(drawing, fonts), standaloneSvg(drawing, readFontLibrary())]);
    expect(again).toBe(svg);
    expect(svg).toMatch(/^<svg [^>]* role="img" aria-labelledby="/);
    expect(svg).toContain('<title id=');
    expect(svg).not.toMatch(/<script|<foreignObject|<image|\bon\w+="|(?:href|src)="|url\((?!data:font\/ttf;base64,)/);
  });
});

describe('text', () => {
  const [hostile] = chartsOf(assessments.hostile);
  if (hostile === undefined) throw new Error('nothing drawn');

  it('of a hostile name stays text, escaped once', async () => {
    const texts = textsIn(await inlineSvg(hostile, fonts)).map(({ text }) => text);
    expect(texts.join('\n')).toContain('<script>alert(1)</script> | {{x}} \\input{y} ](http://a)');
    expect(texts).toContain('signal');
  });

  it('of a chart drawn beside another is measured with its own fonts', async () => {
    const alone = await Promise.all(drawings.map(({ drawing }) => inlineSvg(drawing, fonts)));
    for (const [index, { drawing }] of drawings.entries()) expect(await inlineSvg(drawing, readFontLibrary())).toBe(alone[index]);
  });
});
