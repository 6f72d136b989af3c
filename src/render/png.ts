import { type FontFace, type FontLibrary, type OpenFont, openFont, subsetFace } from './fonts.js';
import { paint } from './rasterizer.js';
import { escapeXml, type FontRun, fontRuns, runWidth, textFaces, textsIn, unescapeXml } from './svg.js';

/** Twice the size at which it is shown, for dense screens. */
const zoom = 2;

/** An SVG as pixels, with the library's fonts and none of the machine's. */
export async function renderPng(svg: string, fonts: FontLibrary, readRasterizer: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const text = textsIn(svg)
    .map((one) => one.text)
    .join('');
  const faces = await fonts.facesFor(text);
  const [regular, strong] = [textFaces(faces, 400), textFaces(faces, 600)];
  const open = (own: readonly FontFace[]): Promise<readonly OpenFont[]> => Promise.all(own.map((face) => openFont(face, text)));
  const opened = { 400: await open(regular), 600: await open(strong) };
  const painted = await Promise.all([...regular, ...strong].map((face) => trueType(face, text)));
  return paint({ svg: oneFontAtATime(svg, opened), fonts: painted, zoom }, readRasterizer);
}

/**
 * Places each stretch of a mixed text by itself. resvg sets a text in one font and takes the others' glyphs by their
 * number, so that Arabic, where one letter may be two glyphs, came out as boxes, and all fallback after it.
 */
function oneFontAtATime(svg: string, fonts: Readonly<Record<400 | 600, readonly OpenFont[]>>): string {
  return svg.replace(/<text\b([^>]*)>([\s\S]*?)<\/text>/g, (whole, attributes: string, content: string) => {
    const own = fonts[/font-weight="600"/.test(attributes) ? 600 : 400];
    const lines = (content.startsWith('<tspan') ? content.split('</tspan>').slice(0, -1) : [content]).map((line) => ({
      dy: Number(/^<tspan[^>]* dy="([\d.]+)"/.exec(line)?.[1] ?? 0),
      runs: joined(fontRuns(own, unescapeXml(line.replace(/^<tspan[^>]*>/, '')))),
    }));
    if (lines.every(({ runs }) => runs.every(({ font }) => font === own[0]))) return whole;
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 12);
    const side = /text-anchor="end"/.test(attributes) ? 1 : /text-anchor="middle"/.test(attributes) ? 0.5 : 0;
    let y = 0;
    const placed = lines.map(({ dy, runs }) => {
      y += dy;
      return placedRuns(runs, size, side, y);
    });
    return `<text${attributes.replace(/text-anchor="\w+"/, 'text-anchor="start"')}>${placed.join('')}</text>`;
  });
}

/** Spaces and signs between two stretches of one font go to it, so that a phrase from right to left keeps its order. */
function joined(runs: readonly FontRun[]): readonly FontRun[] {
  const all: FontRun[] = [];
  for (const run of runs) {
    const [before, between] = all.slice(-2);
    if (before !== undefined && between !== undefined && before.font === run.font && belongs(between, run)) {
      all.splice(-2, 2, { font: run.font, text: before.text + between.text + run.text });
    } else all.push(run);
  }
  return all;
}

/** Whether the font of a run can set what is before it, and that is no word. */
function belongs(between: FontRun, { font }: FontRun): boolean {
  return !/[\p{L}\p{N}]/u.test(between.text) && [...between.text].every((c) => font?.has(c.codePointAt(0) ?? 0) === true);
}

function placedRuns(runs: readonly FontRun[], size: number, side: number, y: number): string {
  const widths = runs.map((run) => runWidth(run) * size);
  let x = -side * widths.reduce((all, width) => all + width, 0);
  return runs
    .map(({ text }, index) => {
      const tspan = `<tspan x="${x.toFixed(2)}" y="${y}">${escapeXml(text)}</tspan>`;
      x += widths[index] ?? 0;
      return tspan;
    })
    .join('');
}

/** resvg renders no text from woff2, and reports no error. */
async function trueType(face: FontFace, text: string): Promise<FontFace> {
  return face.format === 'truetype' ? face : subsetFace(face, text, 'truetype');
}
