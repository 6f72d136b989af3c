import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { drawCharts } from '../../../src/charts/index.js';
import { readFontLibrary, readRasterizer } from '../../../src/pipeline/bundled-files.js';
import { renderPng } from '../../../src/render/png.js';
import { standaloneSvg } from '../../../src/render/svg.js';
import { intervals, manyInputs, unsure } from './assessments.js';

it('looks', async () => {
  const fonts = readFontLibrary();
  for (const [name, a] of Object.entries({ unsure, manyInputs, intervals }))
    for (const d of drawCharts(a))
      writeFileSync(`/tmp/look/${name}-${d.id}.png`, await renderPng(await standaloneSvg(d, fonts), fonts, readRasterizer));
}, 60000);
