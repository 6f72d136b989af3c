// The least that reports of many models can take: the browser prints the finished pages, Vega draws the charts, the rasteriser
// paints them, and attachments and files are written. Nothing is read, computed or composed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const compiled = (path) => import(`../../build/${path}`);

/** Pages and attachments of finished reports, which `floorTask` prints: the page of each as carboncard would give it to the browser. */
export async function prepareTask(models, folder) {
  const { resolveText } = await compiled('verbs/shared/read-manifests.js');
  const { assessDated } = await compiled('verbs/shared/assess.js');
  const { readRenderContext } = await compiled('verbs/shared/render-context.js');
  const { chartsOf } = await compiled('charts/index.js');
  const { pdf } = await compiled('outputs/pdf.js');
  const context = await readRenderContext(undefined);
  for (const name of readdirSync(models)) {
    const manifest = readFileSync(join(models, name, 'carboncard.yaml'), 'utf8');
    const assessment = assessDated(await resolveText(manifest, join(models, name, 'carboncard.yaml')), {});
    let html;
    const page = {
      print: (text) => {
        html = text;
        return Promise.reject(new Error('not printed'));
      },
    };
    await pdf.render(assessment, { ...context, page, formats: ['pdf'], manifest }).catch(() => undefined);
    if (html === undefined) throw new Error(`${name} has no page`);
    const charts = chartsOf(assessment).map(({ id, spec, screen }) => ({ id, spec, screen }));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ html, charts, manifest, assessment: JSON.stringify(assessment) }));
  }
}

/** Makes the files of all reports from what was prepared. */
export async function floorTask(folder, out) {
  const { withBrowserHome } = await compiled('io/chromium/index.js');
  const { withBrowser } = await compiled('render/browser.js');
  const { readRenderContext } = await compiled('verbs/shared/render-context.js');
  const context = await readRenderContext(undefined);
  const names = readdirSync(folder);
  const waiting = [...names];
  const work = async (page) => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const prepared = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const target = join(out, name.replace('.json', ''));
      mkdirSync(target, { recursive: true });
      const printed = page.print(prepared.html);
      await drawn(prepared.charts, context, target);
      writeFileSync(join(target, 'carbon.pdf'), await withAttachments(await printed, prepared));
      writeFileSync(join(target, 'assessment.json'), prepared.assessment);
    }
  };
  // As many pages as the machine has processors: one prints while the charts of another are drawn.
  const pages = Array.from({ length: availableParallelism() });
  await withBrowserHome((home) => withBrowser(home, (browser) => Promise.all(pages.map(() => browser.withPage(work)))));
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
}

async function drawn(charts, { fonts, readRasterizer }, folder) {
  const { screenSvg } = await compiled('render/svg.js');
  const { renderPng } = await compiled('render/png.js');
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  for (const chart of charts) {
    const view = new vega.View(vega.parse(compile(chart.spec).spec), { renderer: 'none' });
    writeFileSync(join(folder, `${chart.id}.svg`), await view.toSVG());
    view.finalize();
    writeFileSync(join(folder, `${chart.id}.png`), await renderPng(await screenSvg(chart, fonts), fonts, readRasterizer));
  }
}

async function withAttachments(printed, { assessment, manifest }) {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  for (const [name, text] of Object.entries({ 'assessment.json': assessment, 'carboncard.yaml': manifest }))
    await document.attach(new TextEncoder().encode(text), name);
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}
