import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/charts/index.js';
import { renderPng } from '../../../src/render/png.js';
import { nativeRasterizer, type Rasterizer, wasmRasterizer } from '../../../src/render/rasterizer.js';
import { screenSvg, standaloneSvg, textFaces } from '../../../src/render/svg.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { readFontLibrary, readRasterizer } from '../../../src/verbs/shared/bundled-fonts.js';

const fonts = readFontLibrary();
const native = nativeRasterizer();
const runs = readdirSync('fixtures/runs').sort();

// Only a platform without the package may leave it out: elsewhere a package that does not load would go unnoticed.
it('the platform of the tests has a program', () => {
  expect(native !== undefined).toBe(process.platform === 'linux' && process.arch === 'x64' && hasGlibc());
});

function hasGlibc(): boolean {
  const { header } = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}

describe.skipIf(native === undefined)('the program paints the bytes of the WebAssembly (skipped where the platform has no program)', () => {
  it.each(runs)('every chart of %s, for the screen and for print', async (run) => {
    const { assessment } = await assessFile(`fixtures/runs/${run}/carboncard.yaml`);
    for (const chart of chartsOf(assessment)) {
      for (const svg of [await screenSvg(chart, fonts), await standaloneSvg(chart, fonts)]) {
        const faces = (await fonts.facesFor('')).filter((face) => [400, 600].some((w) => textFaces([face], w as 400).length > 0));
        const painted = (rasterizer: Rasterizer): Promise<Uint8Array> => rasterizer({ svg, fonts: faces, zoom: 2 });
        const [one, other] = [await painted(native as Rasterizer), await painted(await wasmRasterizer(readRasterizer))];
        expect(Buffer.from(one).equals(Buffer.from(other)), chart.id).toBe(true);
      }
    }
  });

  it('many at once, as one after the other', async () => {
    const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
    const svgs = await Promise.all(chartsOf(assessment).map((chart) => screenSvg(chart, fonts)));
    const many = [...svgs, ...svgs, ...svgs];
    const together = await Promise.all(many.map((svg) => renderPng(svg, fonts, readRasterizer)));
    const apart: Uint8Array[] = [];
    for (const svg of many) apart.push(await renderPng(svg, fonts, readRasterizer));
    expect(together.map((png) => Buffer.from(png).toString('base64'))).toEqual(apart.map((png) => Buffer.from(png).toString('base64')));
  });
});

it('text in fonts that are no files is painted by the WebAssembly', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="30"><text y="20" font-family="IBM Plex Sans" font-size="12px">大x</text></svg>`;
  const faces = await fonts.facesFor('大');
  expect(faces.some(({ file }) => file === undefined)).toBe(true);
  const empty = svg.replace('大x', '');
  const pngs = await Promise.all([svg, empty].map((one) => renderPng(one, fonts, readRasterizer)));
  expect(Buffer.from(pngs[0] ?? []).equals(Buffer.from(pngs[1] ?? []))).toBe(false);
});
