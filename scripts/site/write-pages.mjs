import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { toHtml } from 'hast-util-to-html';
import { frameOf } from './frame.mjs';
import { policy } from './policy.mjs';

/** The page of the calculator: a whole document of its own, with the header of the site in the place of a comment. */
const calculator = 'calculator/index.html';
const headerPlace = '<!-- header of the site -->';

/** Writes pages into the folder of the site, each in the frame of `src/site/pages/frames/page.njk`, and the files that they need. */
export async function writePages({ root, site, pages }) {
  const input = `./${relative(process.cwd(), join(root, 'src/site/pages')).split(sep).join('/')}`;
  const eleventy = new Eleventy(input, site, {
    quietMode: true,
    config(configuration) {
      configuration.setUseGitIgnore(false);
      configuration.setIncludesDirectory('frames');
      configuration.setTemplateFormats(['html']);
      configuration.addGlobalData('policy', policy);
      for (const page of pages) {
        configuration.addTemplate(page.path, toHtml(page.body), {
          ...frameOf(page, pages),
          layout: 'page.njk',
          // Bodies may show braces: the frame alone is a template.
          templateEngineOverride: 'html',
          permalink: page.path,
        });
      }
      const document = readFileSync(join(root, 'src/site', calculator), 'utf8');
      configuration.addTemplate(calculator, document.replace(headerPlace, '{% include "header.njk" %}'), {
        ...frameOf({ path: calculator, title: '', description: '', group: '', body: [] }, pages),
        isCalculator: true,
        templateEngineOverride: 'njk',
        permalink: calculator,
      });
    },
  });
  // What it says of files is for a terminal; an error is thrown.
  eleventy.disableLogger();
  await eleventy.write();
  for (const { files = [], writes = {} } of pages) {
    for (const file of new Set(files)) put(join(site, file), (target) => cpSync(join(root, file), target));
    for (const [file, text] of Object.entries(writes)) put(join(site, file), (target) => writeFileSync(target, text));
  }
}

function put(file, write) {
  mkdirSync(dirname(file), { recursive: true });
  write(file);
}
