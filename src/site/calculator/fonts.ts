import { type FontLibrary, type FontSource, fontLibrary } from '../../render/fonts.js';
import { harfBuzzSubset } from './harfbuzz-subset.js';

/** The faces of charts, as files beside the scripts: the text of the page itself is set in them too. */
const faces = [
  [400, 'IBMPlexSans_400Regular.ttf'],
  [600, 'IBMPlexSans_600SemiBold.ttf'],
] as const;

/** The bundled fonts, read from the page's own folder when a chart needs them. */
export function pageFonts(): FontLibrary {
  const subset = harfBuzzSubset(() => ownFile('harfbuzz-subset.wasm'));
  const main = faces.map(
    ([weight, file]): FontSource => ({
      family: 'IBM Plex Sans',
      weight,
      style: 'normal',
      format: 'truetype',
      subset,
      load: () => ownFile(file),
    }),
  );
  return fontLibrary(main, async () => []);
}

/** A file of the page's own folder of assets. */
async function ownFile(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`../assets/${name}`, import.meta.url));
  if (!response.ok) throw new TypeError(`${name} could not be read: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
