import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexBody } from './index-body.mjs';
import { modelBody } from './model-body.mjs';
import { libraryProgram, readModels } from './models.mjs';

const sheet = 'library/library.css';

/** The library of published models: a page of all with their comparison, and a page a model; all figures are calculated here. */
export async function libraryPages({ root, compiled }) {
  const program = await libraryProgram(compiled);
  const context = await program.readRenderContext(undefined);
  const models = await readModels({ root, program, context });
  const common = { group: 'library', sheets: ['assets/charts.css', sheet] };
  return [
    {
      ...common,
      path: 'library/index.html',
      title: 'Library of published models',
      listTitle: 'All published models',
      description: `The emissions of ${models.length} published models: as printed, as calculated, and compared on a common boundary.`,
      isWide: true,
      keywords: ['compare', 'comparison', 'library'],
      body: await indexBody({ program, context, models }),
      writes: { [sheet]: readFileSync(join(root, 'src/site/library/library.css'), 'utf8') },
    },
    ...models.map((model) => ({
      ...common,
      path: `library/${model.id}.html`,
      title: model.name,
      description: `The carbon footprint of ${model.name}: published and calculated figures, manifest, carbon section and sources.`,
      isListed: false,
      keywords: [model.id],
      body: modelBody(program, model),
      writes: { [`library/${model.id}.yaml`]: model.text },
    })),
  ];
}
