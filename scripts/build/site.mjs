// Builds the site: the calculator is bundled for browsers from the modules of the program that need no Node, in files that a page and
// its worker load (a module of Node in it is an error of the build); then come the pages, their fonts, and their search.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { siteFonts } from '../site/fonts.mjs';
import { searchFiles } from '../site/search.mjs';
import { sitePages } from '../site/site-pages.mjs';
import { writePages } from '../site/write-pages.mjs';
import { compiledTemplates, computedAtBuild } from './bundle.mjs';
import { thirdPartyText } from './third-party.mjs';

const entries = { 'calculator/page': 'src/site/calculator/page.ts', 'calculator/worker': 'src/site/calculator/worker.ts' };

/** Files of packages that the page reads beside its scripts. */
const assets = [
  'harfbuzzjs/dist/harfbuzz-subset.wasm',
  '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  '@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
];

/** The licences of what is bundled; the page of the calculator links to it. */
const licencesFile = 'licences.txt';

/** Sheets that a report for a screen has too. */
const sheets = ['screen.css', 'html.css'];

/** Sheets and pictures of the site, by where they are in it and in `src/site`. */
const own = {
  'icon.svg': 'icon.svg',
  'calculator/calculator.css': 'calculator/calculator.css',
  'assets/header.css': 'pages/header.css',
  'assets/site.css': 'pages/site.css',
  'assets/start.css': 'pages/start.css',
};

/** What the calculator needs without a network, beside its own folder and the files of packages. */
const offline = [
  'icon.svg',
  licencesFile,
  'assets/screen.css',
  'assets/html.css',
  'assets/charts.css',
  'assets/header.css',
  'assets/search.js',
];

/**
 * Writes the site into a folder, which any static host serves.
 */
export async function buildSite({ root, site, compiled }) {
  rmSync(site, { recursive: true, force: true });
  await bundleCalculator({ root, site, compiled });
  await writeSite({ root, site, compiled });
  writeOfflineWorker({ root, site });
}

async function bundleCalculator({ root, site, compiled }) {
  const { rolldown } = await import('rolldown');
  const bundled = await rolldown({
    cwd: root,
    input: entries,
    platform: 'browser',
    moduleTypes: { '.md': 'text', '.yaml': 'text' },
    plugins: [withoutNode(), inPlaceOf(root), computedAtBuild(root, compiled), compiledTemplates(root, compiled)],
    resolve: {
      // Some packages have a build for pages that asks the document, which a worker has not.
      conditionNames: ['worker', 'browser', 'import', 'module', 'default'],
      alias: { 'vega-canvas': join(root, 'node_modules/vega-canvas/build/vega-canvas.browser.js') },
    },
    // Commands load later what the calculator always needs.
    checks: { ineffectiveDynamicImport: false },
    logLevel: 'warn',
  });
  const { output } = await bundled.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'calculator/chunks/[name]-[hash].js',
    comments: { legal: false, jsdoc: false, annotation: false },
    minify: true,
  });
  await bundled.close();
  for (const { fileName, code } of output) write(join(site, fileName), code);
  const bundledPaths = output.flatMap(({ moduleIds = [] }) => moduleIds).map((path) => relative(root, path).split(sep).join('/'));
  writeLicences({ root, site }, bundledPaths);
}

/** Of the packages that the site contains, with what NOTICE says of the figures' sources. */
function writeLicences({ root, site }, bundledPaths) {
  const paths = [...bundledPaths, ...[...assets, 'minisearch/package.json'].map((path) => `node_modules/${path}`)];
  const texts = [
    readFileSync(join(root, 'NOTICE'), 'utf8'),
    thirdPartyText(root, paths, { where: 'the calculator and the search', stated: true }),
  ];
  write(join(site, licencesFile), texts.join(`\n${'-'.repeat(80)}\n`));
}

/** All of the site but the scripts of the calculator. */
export async function writeSite({ root, site, compiled }) {
  for (const path of assets) copy(join(root, 'node_modules', path), join(site, 'assets', basename(path)));
  for (const name of sheets) copy(join(root, 'templates', name), join(site, 'assets', name));
  for (const [path, source] of Object.entries(own)) copy(join(root, 'src/site', source), join(site, path));
  // Colours of charts on a dark page, by the same function as in a report for a screen.
  const { darkRule } = await import(pathToFileURL(join(compiled, 'render/html/screen-figure.js')).href);
  write(join(site, 'assets/charts.css'), `${darkRule()}\n`);
  const pages = await sitePages({ root, compiled });
  for (const [path, bytes] of await siteFonts({ root, pages })) write(join(site, path), bytes);
  for (const [path, text] of await searchFiles({ root, pages })) write(join(site, path), text);
  await writePages({ root, site, pages });
}

/** The list of files that the calculator needs, in the worker that keeps them; with their digest, so that a new build replaces them. */
function writeOfflineWorker({ root, site }) {
  const known = new Set([...offline, ...assets.map((path) => `assets/${basename(path)}`)]);
  const names = filesIn(site).filter((name) => name.startsWith('calculator/') || known.has(name));
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(site, name)));
  const paths = ['./', ...names.map((name) => `../${name}`)];
  const text = readFileSync(join(root, 'src/site/calculator/offline.js'), 'utf8')
    .replace("['FILES']", () => JSON.stringify(paths))
    .replace('DIGEST', hash.digest('hex').slice(0, 16));
  write(join(site, 'calculator/offline.js'), text);
}

/** Files below a folder, by their path in it, in order. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** Every import of Node's modules is an error, so that a page never asks for one. */
function withoutNode() {
  return {
    name: 'without-node',
    resolveId(source, importer) {
      if (source.startsWith('node:') || builtinModules.includes(source))
        throw new Error(`${importer} imports ${source}, which no browser has`);
    },
  };
}

/** Modules of the site that stand for packages whose builds for browsers differ. */
function inPlaceOf(root) {
  const own = (name) => join(root, 'src/site/calculator', name);
  const replacements = { 'csv-parse': own('csv-parse.ts'), 'brotli/decompress.js': own('brotli.ts') };
  return { name: 'in-place-of', resolveId: (source) => replacements[source] };
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
