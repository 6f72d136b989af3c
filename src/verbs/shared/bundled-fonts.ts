import { packageFile, readPackageFile } from '../../io/package-files.js';
import { type FontLibrary, type FontSource, fontLibrary, type Subset, slicesIn } from '../../render/fonts.js';

/** Sans for all text, mono for code. TTF, because resvg renders no text from woff2, and reports no error. */
const mainFaces = [
  ['IBM Plex Sans', 400, 'normal', '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'],
  ['IBM Plex Sans', 600, 'normal', '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'],
  ['IBM Plex Sans', 400, 'italic', '@expo-google-fonts/ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf'],
  ['IBM Plex Sans', 600, 'italic', '@expo-google-fonts/ibm-plex-sans/600SemiBold_Italic/IBMPlexSans_600SemiBold_Italic.ttf'],
  ['IBM Plex Mono', 400, 'normal', '@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf'],
] as const;

/** Packages that are cut by Unicode range, in the order in which they are asked for a character. Emoji before Chinese, whose ranges claim some. */
const slicedPackages = [
  '@fontsource/noto-sans',
  '@fontsource/noto-sans-arabic',
  '@fontsource/noto-emoji',
  '@fontsource/noto-sans-sc',
] as const;

/** The bundled fonts. Each is read when a text needs it. */
export function readFontLibrary(): FontLibrary {
  const main = mainFaces.map(
    ([family, weight, style, file]): FontSource => ({
      family,
      weight,
      style,
      format: 'truetype',
      file: packageFile(file),
      subset,
      load: () => readPackageFile(file),
    }),
  );
  return fontLibrary(main, readSlices);
}

/** The compiled resvg, which turns SVG into pixels. */
export function readRasterizer(): Promise<Uint8Array> {
  return readPackageFile('@resvg/resvg-wasm/index_bg.wasm');
}

async function readSlices(): Promise<readonly FontSource[]> {
  const sheets = slicedPackages.flatMap((name) => ([400, 600] as const).map((weight) => ({ name, weight })));
  const read = sheets.map(async ({ name, weight }) => {
    const css = new TextDecoder().decode(await readPackageFile(`${name}/${weight}.css`));
    return slicesIn(css).map(
      ({ family, unicodeRange, file }): FontSource => ({
        family,
        weight,
        style: 'normal',
        format: 'woff2',
        unicodeRange,
        subset,
        load: () => readPackageFile(`${name}/${file}`),
      }),
    );
  });
  return (await Promise.all(read)).flat();
}

type SubsetFont = (font: Buffer, text: string, options: object) => Promise<Uint8Array>;

/** HarfBuzz, loaded when the first font is cut. */
const subset: Subset = async (font, text, options) => {
  const { default: subsetFont } = (await import('subset-font' as string)) as { readonly default: SubsetFont };
  // fontverter reads the signature with Buffer's toString.
  return new Uint8Array(await subsetFont(Buffer.from(font), text, options));
};
