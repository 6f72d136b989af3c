import type { TopLevelSpec } from 'vega-lite';
import type { ChartContent } from '../charts/chart.js';
import { chartExpressions } from '../charts/expressions.js';
import { withFacts } from '../charts/facts.js';
import type { Sheet } from '../charts/sheet.js';
import { type FontFace, type FontLibrary, needsGlyph, type OpenFont, openFont } from './fonts.js';
import { embeddedFaces } from './html/embedded-faces.js';

/** A chart as a file of its own, laid out for print: title and description in it, and its fonts, cut to the glyphs that it shows. */
export async function standaloneSvg(chart: ChartContent, fonts: FontLibrary): Promise<string> {
  return standing(chart, await printed(chart, fonts), fonts);
}

/** The same, laid out for a phone. */
export async function screenSheetSvg(chart: ChartContent, fonts: FontLibrary): Promise<string> {
  return standing(chart, await renderInTurn(chart.id, chart.screen, fonts), fonts);
}

async function standing(chart: ChartContent, { root, body }: RenderedSvg, fonts: FontLibrary): Promise<string> {
  const [title, desc] = [`${chart.id}-title`, `${chart.id}-desc`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${root} role="img" aria-labelledby="${title} ${desc}">`,
    `<title id="${title}">${escapeXml(chart.title)}</title>`,
    `<desc id="${desc}">${escapeXml(chart.longAlt)}</desc>`,
    `<style>${await embeddedFonts(body, fonts)}</style>`,
    `${body}</svg>\n`,
  ].join('\n');
}

/** A chart for a page that has the fonts already. Its ids are unique to it, so that several fit on one page. */
export async function inlineSvg(chart: ChartContent, fonts: FontLibrary): Promise<string> {
  const { root, body } = await printed(chart, fonts);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${root} role="img" aria-label="${escapeXml(chart.longAlt)}">${body}</svg>`;
}

/** A chart laid out for a phone, of which the PNG is made. */
export async function screenSvg(chart: ChartContent, fonts: FontLibrary): Promise<string> {
  const { root, body } = await renderInTurn(chart.id, chart.screen, fonts);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${body}</svg>`;
}

/** A chart whose marks have what they show as `aria-label`, for a page that has the fonts already. Its ids are unique to it and to the sheet. */
export async function describedSvg(chart: ChartContent, sheet: Sheet['id'], fonts: FontLibrary): Promise<string> {
  const [id, spec] = sheet === 'print' ? [chart.id, chart.spec] : [`${chart.id}-${sheet}`, chart.screen];
  const described = withFacts(spec, chart.facts ?? {});
  const key = JSON.stringify(described);
  const known = lastDescribed.get(id);
  if (known?.key === key && known.fonts === fonts) return known.svg;
  const { root, body } = await renderInTurn(id, described, fonts);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${body}</svg>`;
  lastDescribed.set(id, { key, fonts, svg });
  return svg;
}

/** The last SVG of each chart and sheet: where a manifest is saved again and again, most often its charts stay. */
const lastDescribed = new Map<string, { readonly key: string; readonly fonts: FontLibrary; readonly svg: string }>();

/** Charts laid out for print, as long as they are kept: the same one is a file of its own and on the page of a PDF. */
const forPrint = new WeakMap<ChartContent, { readonly fonts: FontLibrary; readonly svg: Promise<RenderedSvg> }>();

function printed(chart: ChartContent, fonts: FontLibrary): Promise<RenderedSvg> {
  const known = forPrint.get(chart);
  if (known?.fonts === fonts) return known.svg;
  const svg = renderInTurn(chart.id, chart.spec, fonts);
  forPrint.set(chart, { fonts, svg });
  return svg;
}

interface RenderedSvg {
  /** Width, height, viewBox and how text is set. */
  readonly root: string;
  /** All between the outer tags. */
  readonly body: string;
}

/** Vega's measuring of text, which its types leave out. */
interface TextMetrics {
  width: (item: MeasuredItem, text: unknown) => number;
}

interface MeasuredItem {
  readonly fontSize?: number | undefined;
  readonly fontWeight?: number | string | undefined;
}

/**
 * Vega measures text with one function for the whole process, and guesses without a canvas.
 * So charts are rendered one at a time, each with the advances of the fonts that its own text needs.
 */
let turn: Promise<unknown> = Promise.resolve();

function renderInTurn(id: string, spec: TopLevelSpec, fonts: FontLibrary): Promise<RenderedSvg> {
  const mine = turn.then(() => renderAlone(id, spec, fonts));
  turn = mine.catch(() => undefined);
  return mine;
}

async function renderAlone(id: string, chart: TopLevelSpec, fonts: FontLibrary): Promise<RenderedSvg> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const texts = JSON.stringify(chart);
  const faces = await fonts.facesFor(texts);
  const widths = { 400: await measure(faces, 400, texts), 600: await measure(faces, 600, texts) };
  const { textMetrics, resetSVGDefIds } = vega as unknown as { textMetrics: TextMetrics; resetSVGDefIds: () => void };
  textMetrics.width = (item, text) => {
    const size = item.fontSize ?? 11;
    return size * widths[Number(item.fontWeight) >= 600 || item.fontWeight === 'bold' ? 600 : 400](String(text ?? '').trim());
  };
  resetSVGDefIds();
  const { spec } = compile(chart, { logger: strictLogger });
  const view = new vega.View(vega.parse(spec, {}, { ast: true }), { expr: chartExpressions, renderer: 'none', logLevel: vega.Error });
  try {
    return taken(await view.toSVG(), id);
  } finally {
    view.finalize();
  }
}

/** A warning about a spec is a bug in a chart, so it is an error and not a line on the terminal. */
const strictLogger = {
  level: () => strictLogger,
  error: (...words: readonly unknown[]) => refuse(words),
  warn: (...words: readonly unknown[]) => refuse(words),
  info: () => strictLogger,
  debug: () => strictLogger,
};

function refuse(words: readonly unknown[]): never {
  throw new Error(`Vega-Lite rejects a chart: ${words.join(' ')}`);
}

/** Takes Vega's outer tag off, and makes ids the chart's own. */
function taken(svg: string, id: string): RenderedSvg {
  const match = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)">([\s\S]*)<\/svg>\s*$/.exec(svg);
  const [, width = '', height = '', viewBox = '', content] = match ?? [];
  if (content === undefined) throw new Error('Vega wrote an SVG of an unknown form');
  const body = content.replace(/(<[^>]*? id=")([^"]*")/g, `$1${id}-$2`).replace(/url\(#/g, `url(#${id}-`);
  // Without it browsers round every advance to whole pixels, and labels come out wider than they were measured.
  const precise = 'text-rendering="geometricPrecision"';
  return { root: `width="${width}" height="${height}" viewBox="${viewBox}" ${precise}`, body };
}

/** Width of a text of size 1, each character in the first face that has it, as a browser does. */
async function measure(faces: readonly FontFace[], weight: 400 | 600, texts: string): Promise<(text: string) => number> {
  const fonts = await Promise.all(textFaces(faces, weight).map((face) => openFont(face, texts)));
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? widthIn(fonts, text);
    known.set(text, width);
    return width;
  };
}

/** A stretch of text that one font sets; no font where none has its characters. */
export interface FontRun {
  readonly font: OpenFont | undefined;
  readonly text: string;
}

/** A text cut where the first font that has a character changes. Joiners and marks of direction stay with what is before them. */
export function fontRuns(fonts: readonly OpenFont[], text: string): readonly FontRun[] {
  const runs: { readonly font: OpenFont | undefined; text: string }[] = [];
  for (const character of text) {
    const run = runs.at(-1);
    const font = run !== undefined && !needsGlyph(character) ? run.font : fonts.find((f) => f.has(character.codePointAt(0) ?? 0));
    if (run !== undefined && run.font === font) run.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

/** Width of a run of size 1; an em a character for what no font has. */
export function runWidth({ font, text }: FontRun): number {
  return font === undefined ? [...text].filter(needsGlyph).length : font.advance(text);
}

/** Width of a text of size 1. */
export function widthIn(fonts: readonly OpenFont[], text: string): number {
  return fontRuns(fonts, text).reduce((width, run) => width + runWidth(run), 0);
}

/** The faces that set upright text of a weight. */
export function textFaces(faces: readonly FontFace[], weight: 400 | 600): readonly FontFace[] {
  return faces.filter((face) => face.weight === weight && face.style === 'normal' && !face.family.endsWith('Mono'));
}

/** `@font-face` rules with only the glyphs that the chart shows, for each weight. */
async function embeddedFonts(body: string, fonts: FontLibrary): Promise<string> {
  const texts = textsIn(body);
  const faces = await fonts.facesFor(texts.map(({ text }) => text).join(''));
  const rules: string[] = [];
  for (const weight of [400, 600] as const) {
    const own = texts.filter((t) => t.weight === weight).map(({ text }) => text);
    rules.push(...(await embeddedFaces(textFaces(faces, weight), own.join(''))));
  }
  return rules.join('');
}

/** The texts of Vega's SVG with their weights. Attributes hold nothing of the user's, so that a `>` ends a tag. */
export function textsIn(svg: string): readonly { readonly text: string; readonly weight: 400 | 600 }[] {
  return [...svg.matchAll(/<text\b([^>]*)>([\s\S]*?)<\/text>/g)].map(([, attributes = '', content = '']) => ({
    text: unescapeXml(content.replace(/<[^>]*>/g, '')),
    weight: /font-weight="(600|bold)"/.test(attributes) ? 600 : 400,
  }));
}

const entities: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
];

export function escapeXml(text: string): string {
  return entities.reduce((escaped, [character, entity]) => escaped.replaceAll(character, entity), text);
}

export function unescapeXml(text: string): string {
  return entities.reduceRight((plain, [character, entity]) => plain.replaceAll(entity, character), text);
}
