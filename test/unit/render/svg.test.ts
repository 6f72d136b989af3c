import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/charts/index.js';
import { inlineSvg, standaloneSvg, textsIn } from '../../../src/render/svg.js';
import { readFontLibrary } from '../../../src/verbs/shared/bundled-fonts.js';
import * as cases from '../charts/assessments.js';
import { type TextBox, textBoxes } from './text-boxes.js';

const fonts = readFontLibrary();
const { assessmentOf: _, ...assessments } = cases;
const drawings = Object.entries(assessments).flatMap(([name, assessment]) =>
  chartsOf(assessment).map((drawing) => ({ name: `${name} ${drawing.id}`, drawing })),
);

function meet(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe.each(drawings)('$name', ({ drawing }) => {
  it('has no text that is cut, small, shortened by Vega, or on another', async () => {
    const svg = await inlineSvg(drawing, fonts);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const boxes = await textBoxes(svg, fonts);
    expect(Number(width)).toBe(640);
    expect(boxes.length).toBeGreaterThan(6);
    for (const box of boxes) {
      expect(box.size, box.text).toBeGreaterThanOrEqual(12);
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(640);
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

  it('is the same file twice, complete in itself', async () => {
    const [svg, again] = await Promise.all([standaloneSvg(drawing, fonts), standaloneSvg(drawing, readFontLibrary())]);
    expect(again).toBe(svg);
    expect(svg).toMatch(/^<svg [^>]* role="img" aria-labelledby="/);
    expect(svg).toContain('<title id=');
    expect(svg).not.toMatch(/<script|<foreignObject|<image|\bon\w+="|(?:href|src)="|url\((?!data:font\/woff2;base64,)/);
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
