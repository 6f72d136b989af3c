import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { drawCharts } from '../../../src/charts/index.js';
import { readFontLibrary, readRasterizer } from '../../../src/io/font-files.js';
import { renderPng } from '../../../src/render/png.js';
import { standaloneSvg } from '../../../src/render/svg.js';
import * as cases from './assessments.js';
test('look', async () => {
  const fonts = readFontLibrary();
  for (const [name, a] of Object.entries(cases)) {
    if (typeof a === 'function') continue;
    for (const d of drawCharts(a)) {
      let t = performance.now();
      const svg = await standaloneSvg(d, fonts);
      const t1 = performance.now() - t; t = performance.now();
      const png = await renderPng(svg, fonts, readRasterizer);
      console.log(name, d.id, svg.length, png.length, t1.toFixed(0), (performance.now() - t).toFixed(0), '\n', d.alt);
      writeFileSync(`/tmp/look/${name}-${d.id}.svg`, svg);
      writeFileSync(`/tmp/look/${name}-${d.id}.png`, png);
      writeFileSync(`/tmp/look/${name}-${d.id}.vl.json`, JSON.stringify(d.spec, null, 2));
    }
  }
}, 60000);
