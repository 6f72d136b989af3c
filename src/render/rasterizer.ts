import { createRequire } from 'node:module';
import type { FontFace } from './fonts.js';

/** An SVG that is to be painted. */
export interface Painting {
  readonly svg: string;
  /** The faces that its text may use, as TrueType: given another format, resvg draws no text, and reports no error. */
  readonly fonts: readonly FontFace[];
  /** Pixels for one unit of the SVG. */
  readonly zoom: number;
}

/** Paints as PNG, with the fonts of the painting and none of the machine's. */
export type Rasterizer = (painting: Painting) => Promise<Uint8Array>;

/**
 * Paints with the program for this platform where there is one and each font is a file, and else with the WebAssembly: the
 * same library of the same version, with the same bytes, which starts slower and keeps this thread busy.
 *
 * @param readWasm The compiled resvg.
 */
export async function paint(painting: Painting, readWasm: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const native = painting.fonts.every(({ file }) => file !== undefined) ? nativeRasterizer() : undefined;
  return (native ?? (await wasmRasterizer(readWasm)))(painting);
}

/** What the platform's package has; it ships no types. */
interface NativeResvg {
  readonly renderAsync: (svg: string, options: string) => Promise<{ readonly asPng: () => Uint8Array }>;
}

const families = { defaultFontFamily: 'IBM Plex Sans', sansSerifFamily: 'IBM Plex Sans' };

let native: { readonly rasterizer: Rasterizer | undefined } | undefined;

/**
 * resvg as a program of this platform: Linux x64 with glibc, where a test holds its bytes against the WebAssembly's.
 * Nothing elsewhere, and where npm left the optional package out.
 */
export function nativeRasterizer(): Rasterizer | undefined {
  native ??= { rasterizer: loadedNative() };
  return native.rasterizer;
}

function loadedNative(): Rasterizer | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let resvg: NativeResvg;
  try {
    resvg = createRequire(import.meta.url)('@resvg/resvg-js-linux-x64-gnu') as NativeResvg;
  } catch {
    return undefined;
  }
  return async ({ svg, fonts, zoom }) => {
    const fontFiles = fonts.map(({ file }) => file);
    const font = { ...families, fontFiles, loadSystemFonts: false };
    // In a thread of its own: this one goes on meanwhile.
    const image = await resvg.renderAsync(svg, JSON.stringify({ fitTo: { mode: 'zoom', value: zoom }, font }));
    return new Uint8Array(image.asPng());
  };
}

let wasm: Promise<Rasterizer> | undefined;

/** resvg as WebAssembly, started once in a process: a second start throws. */
export function wasmRasterizer(readWasm: () => Promise<Uint8Array>): Promise<Rasterizer> {
  wasm ??= startedWasm(readWasm);
  return wasm;
}

async function startedWasm(readWasm: () => Promise<Uint8Array>): Promise<Rasterizer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readWasm());
  return async ({ svg, fonts, zoom }) => {
    const font = { ...families, fontBuffers: fonts.map(({ data }) => data) };
    const resvg = new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font });
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
      resvg.free();
    }
  };
}
