import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The scripts and the sheet of tables, by their path on the site. The scripts are classic ones, which a page loads from a disk too. */
export async function tableFiles({ root }) {
  const script = async (name) => {
    const bundle = await rolldown({ cwd: root, input: join(root, `src/site/tables/${name}.ts`), platform: 'browser', logLevel: 'warn' });
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    await bundle.close();
    return output[0].code;
  };
  return {
    'assets/tables/tables.js': await script('tables'),
    'assets/tables/country-names.js': await script('country-names'),
    'assets/tables/tables.css': readFileSync(join(root, 'src/site/tables/tables.css'), 'utf8'),
  };
}
