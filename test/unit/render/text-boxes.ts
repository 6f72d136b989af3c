import { type FontLibrary, openFont } from '../../../src/render/fonts.js';
import { textFaces, unescapeXml, widthIn } from '../../../src/render/svg.js';

/** Where one line of text stands in an SVG, in px of its view. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Every line of text of an SVG that Vega wrote, measured with the fonts that draw it. */
export async function textBoxes(svg: string, fonts: FontLibrary): Promise<readonly TextBox[]> {
  const faces = await fonts.facesFor(svg);
  const opened = {
    400: await Promise.all(textFaces(faces, 400).map((face) => openFont(face))),
    600: await Promise.all(textFaces(faces, 600).map((face) => openFont(face))),
  };
  const boxes: TextBox[] = [];
  const offsets: (readonly [number, number])[] = [];
  for (const match of svg.matchAll(/<(\/?\w+)[^>]*>/g)) {
    const [tag, name = ''] = match;
    if (name === 'g') offsets.push(translation(tag));
    else if (name === '/g') offsets.pop();
    else if (name === 'text') boxes.push(...linesOf(svg.slice(match.index + tag.length), tag, sum([...offsets, translation(tag)]), opened));
  }
  return boxes;
}

type Opened = Readonly<Record<400 | 600, Parameters<typeof widthIn>[0]>>;

function linesOf(rest: string, tag: string, [x, y]: readonly [number, number], opened: Opened): readonly TextBox[] {
  const content = rest.slice(0, rest.indexOf('</text>'));
  const size = Number(/font-size="([\d.]+)px"/.exec(tag)?.[1]);
  const fonts = opened[/font-weight="600"/.test(tag) ? 600 : 400];
  const lines = content.startsWith('<tspan') ? content.split('</tspan>').slice(0, -1) : [content];
  let baseline = y;
  return lines.map((line) => {
    baseline += Number(/ dy="([\d.]+)"/.exec(line)?.[1] ?? 0);
    const text = unescapeXml(line.replace(/^<tspan[^>]*>/, ''));
    const width = widthIn(fonts, text) * size;
    const left = x - (/anchor="end"/.test(tag) ? width : /anchor="middle"/.test(tag) ? width / 2 : 0);
    return { text, left, right: left + width, top: baseline - 0.75 * size, bottom: baseline + 0.2 * size, size };
  });
}

function translation(tag: string): readonly [number, number] {
  const [, x = '0', y = '0'] = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(tag) ?? [];
  return [Number(x), Number(y)];
}

function sum(offsets: readonly (readonly [number, number])[]): readonly [number, number] {
  return offsets.reduce<readonly [number, number]>(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0]);
}
