import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/charts/index.js';
import { renderPng } from '../../../src/render/png.js';
import { screenSvg } from '../../../src/render/svg.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { readFontLibrary, readRasterizer } from '../../../src/verbs/shared/bundled-fonts.js';
import { bloom } from '../charts/assessments.js';

const fonts = readFontLibrary();

function svgOf(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30"><text text-anchor="start" transform="translate(5,20)" font-family="IBM Plex Sans" font-size="12px" fill="#000">${text}</text></svg>`;
}

it('a breakdown of BLOOM leaves room for the rest of a section on one screen: at most 330 px of 400 px width', async () => {
  const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
  const [drawing] = chartsOf(assessment);
  if (drawing === undefined) throw new Error('nothing drawn');
  expect(Number(/height="(\d+)"/.exec(await screenSvg(drawing, fonts))?.[1])).toBeLessThanOrEqual(330);
});

describe('renderPng', () => {
  it('is twice 400 px wide, and the same bytes twice', async () => {
    const [drawing] = chartsOf(bloom);
    if (drawing === undefined) throw new Error('nothing drawn');
    const svg = await screenSvg(drawing, fonts);
    const png = Buffer.from(await renderPng(svg, fonts, readRasterizer));
    const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 2 * height]);
    expect(Buffer.from(await renderPng(svg, readFontLibrary(), readRasterizer)).equals(png)).toBe(true);
  });

  it.each([
    'CO₂e',
    'Ωμέγα',
    'हिन्दी',
    'Latin مدل بزرگ x',
    '大语言模型 مدل 🌍',
  ])('%s is drawn, and not as the boxes of a missing glyph', async (text) => {
    const drawn = await renderPng(svgOf(text), fonts, readRasterizer);
    // Egyptian hieroglyphs are in no font of ours: as many of them show what boxes would look like.
    const boxes = await renderPng(svgOf([...text].map((c) => (/[\p{L}\p{S}]/u.test(c) ? '𓀀' : c)).join('')), fonts, readRasterizer);
    const nothing = await renderPng(svgOf(''), fonts, readRasterizer);
    expect(Buffer.from(drawn).equals(Buffer.from(nothing))).toBe(false);
    expect(Buffer.from(drawn).equals(Buffer.from(boxes))).toBe(false);
  });

  it('draws each script of a mixed text: changing any of them changes the picture', async () => {
    const pictures = await Promise.all(
      ['مدل 大 🌍 x', 'مدر 大 🌍 x', 'مدل 小 🌍 x', 'مدل 大 🌕 x'].map((text) => renderPng(svgOf(text), fonts, readRasterizer)),
    );
    expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(4);
  });
});
