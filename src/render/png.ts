import { subsetFace, type FontFace, type FontLibrary } from './fonts.js';
import { textsIn } from './svg.js';

/** Twice the size at which it is shown, for dense screens. */
const zoom = 2;

/** An SVG as pixels, with the library's fonts and none of the machine's. */
export async function renderPng(svg: string, fonts: FontLibrary, readRasterizer: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const { Resvg } = await started(readRasterizer);
  const text = textsIn(svg).map((one) => one.text).join('');
  const faces = (await fonts.facesFor(text)).filter(isForText);
  const fontBuffers = await Promise.all(faces.map(async (face) => (await trueType(face, text)).data));
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers, defaultFontFamily: 'IBM Plex Sans', sansSerifFamily: 'IBM Plex Sans' },
  });
  const image = resvg.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    resvg.free();
  }
}

function isForText(face: FontFace): boolean {
  return face.style === 'normal' && !face.family.endsWith('Mono');
}

/** resvg draws nothing from woff2, and says nothing of it. */
async function trueType(face: FontFace, text: string): Promise<FontFace> {
  return face.format === 'truetype' ? face : subsetFace(face, text, 'truetype');
}

type Rasterizer = typeof import('@resvg/resvg-wasm');

let rasterizer: Promise<Rasterizer> | undefined;

/** WebAssembly is started once in a process; a second start throws. */
function started(readRasterizer: () => Promise<Uint8Array>): Promise<Rasterizer> {
  rasterizer ??= start(readRasterizer);
  return rasterizer;
}

async function start(readRasterizer: () => Promise<Uint8Array>): Promise<Rasterizer> {
  const resvg = await import('@resvg/resvg-wasm');
  await resvg.initWasm(await readRasterizer());
  return resvg;
}
