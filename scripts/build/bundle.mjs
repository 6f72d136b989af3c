// Bundles the program into dist: the modules of src and of most packages in few files, since reading a thousand small ones
// costs more than the work of a cheap command. Chunks are split where commands differ, so that each loads only what it needs.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { replace } from './replace.mjs';

/** What a program outside may load, by its path in dist. */
const entries = { 'cli/program': 'src/cli/main.ts', index: 'src/index.ts', 'verbs/schema': 'src/verbs/schema.ts' };

/** Packages that read files of their own (a browser, fonts, WebAssembly), or that only some machines have. They are installed. */
export const external = [
  // What Puppeteer loads where it is asked to speak in another way, or to find a browser.
  /^(?:chromium-bidi|@puppeteer\/browsers)(?:\/|$)/,
  '@sparticuz/chromium',
  '@resvg/resvg-wasm',
  '@resvg/resvg-js-linux-x64-gnu',
  '@duckdb/node-api',
  'fontkit',
  // Of the old format WOFF, which no font has here.
  'woff2sfnt-sfnt2woff',
];

/** What a package reads itself, by its path in `node_modules`. It is put into `chunks`, beside the code that reads it. */
const data = ['harfbuzzjs/dist/harfbuzz-subset.wasm'];

/** Modules that are called when the program is built, and the least text of a result that is a file of its own. */
const atBuild = /-at-build\.ts$/;
const minTable = 20_000;

/** Packages whose modules only define things, though they do not say so: what is not used of them is left out. */
const withoutSideEffects = /node_modules[\\/](?:@huggingface[\\/]tasks)[\\/]/;

/**
 * Writes the bundle, and which modules are in which of its files.
 *
 * @returns Paths in dist, with the modules of each, and the id of the build.
 */
export async function bundle({ root, dist, compiled }) {
  // Loaded here, since the build installs it where it is missing.
  const { rolldown } = await import('rolldown');
  const tables = new Map();
  const bundled = await rolldown({
    cwd: root,
    input: { ...entries, ...threadsIn(join(root, 'src')) },
    platform: 'node',
    external: [/^node:/, ...external],
    plugins: [computedAtBuild(root, compiled, tables), compiledTemplates(root, compiled), leanPackages()],
    // Vega's build for browsers looks for no canvas, so that a package that happens to be there changes no chart.
    resolve: { alias: { 'vega-canvas': join(root, 'node_modules/vega-canvas/build/vega-canvas.browser.js') } },
    treeshake: { moduleSideEffects: [{ test: withoutSideEffects, sideEffects: false }] },
    logLevel: 'warn',
  });
  const { output } = await bundled.generate({
    // Files that `build/main.cjs` can load with code that was compiled before; Node has no way to do so with others.
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    hashCharacters: 'hex',
    // Licences are in a file of their own; names stay, for the stack trace of a bug.
    comments: { legal: false, jsdoc: false, annotation: false },
    minify: { compress: false, mangle: false, codegen: true },
  });
  await bundled.close();
  assertBesideTables(output);
  const contents = [
    ...output.map(({ fileName, code, moduleIds }) => ({ fileName, content: inAscii(code), modules: moduleIds })),
    ...[...tables].map(([name, content]) => ({ fileName: `chunks/${name}`, content, modules: [] })),
    ...data.map((path) => ({
      fileName: `chunks/${basename(path)}`,
      content: readFileSync(join(root, 'node_modules', path)),
      modules: [join(root, 'node_modules', path)],
    })),
  ].map(({ modules, ...rest }) => ({ ...rest, modules: modules.map((id) => inRoot(root, id)).sort() }));
  const build = digestOf(contents);
  const main = readFileSync(new URL('main.cjs', import.meta.url), 'utf8').replace("'BUILD'", `'${build}'`);
  // What is loaded by others first: a process that starts meanwhile has all of the old program, or all of the new one.
  const isLoadedByOthers = ({ fileName }) => fileName.startsWith('chunks/');
  const inOrder = [...contents.filter(isLoadedByOthers), ...contents.filter((one) => !isLoadedByOthers(one))];
  replace(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  for (const { fileName, content } of inOrder) replace(join(dist, fileName), content);
  // npm sets the mode on install, but not for `npx carboncard` in a checkout.
  replace(join(dist, 'cli/main.js'), inAscii(main), { mode: 0o755 });
  const chunks = Object.fromEntries(
    [...contents, { fileName: 'cli/main.js', modules: [] }].map(({ fileName, modules }) => [fileName, modules]),
  );
  return { chunks, build };
}

/** By which `dist/cli/main.js` knows the compiled code that belongs to the other files. */
function digestOf(contents) {
  const hash = createHash('sha256');
  for (const { fileName, content } of contents.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
    hash.update(`${fileName} ${content.length}\n`).update(content);
  return hash.digest('hex').slice(0, 32);
}

/**
 * Modules that begin threads. Whoever starts one names it by `new URL('./name.js', import.meta.url)`, and is itself in a file of
 * `chunks`, so it is put there under its name.
 */
function threadsIn(folder) {
  // The workers of a browser are not of this bundle.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('site'),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/new URL\('\.\/([\w-]+)\.js', import\.meta\.url\)/g)].map(([, module]) =>
      join(folder, dirname(name), `${module}.ts`),
    ),
  );
  return Object.fromEntries(found.map((file) => [`chunks/${basename(file, '.ts')}`, file]));
}

/**
 * Modules named `…-at-build.ts` export functions that give plain JSON, mostly a small part of a large package. They are called
 * here, and the bundle has their results as text, which is parsed when it is asked for.
 *
 * @param tables Takes results that are long, by their names in `chunks`; absent for a browser, where nothing is read beside the code: V8 would hold such a text three times, in the code of a file,
 *   in what it made of that and as a string.
 */
export function computedAtBuild(root, compiled, tables) {
  const codeOf = (name, result) => {
    const text = inAscii(JSON.stringify(result));
    if (tables === undefined || text.length < minTable) return `JSON.parse(${JSON.stringify(text)})`;
    const file = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
    tables.set(file, text);
    return `JSON.parse(readFileSync(__dirname + '/${file}', 'latin1'))`;
  };
  return {
    name: 'computed-at-build',
    load: {
      filter: { id: atBuild },
      async handler(id) {
        const built = join(compiled, relative(join(root, 'src'), id)).replace(/\.ts$/, '.js');
        const functions = Object.entries(await import(pathToFileURL(built).href));
        // What takes an argument is used by the other functions, and not by other modules.
        const texts = functions
          .filter(([, make]) => make.length === 0)
          .map(([name, make]) => `export const ${name} = () => ${codeOf(name, make())};\n`);
        const reader = tables === undefined ? '' : `import { readFileSync } from 'node:fs';\n`;
        return { code: `${reader}${texts.join('')}`, moduleType: 'js', moduleSideEffects: false };
      },
    },
  };
}

/** @throws {Error} Where a module that reads its table beside it is not in `chunks`, where the tables are. */
function assertBesideTables(output) {
  const others = output.filter(({ fileName, moduleIds }) => !fileName.startsWith('chunks/') && moduleIds.some((id) => atBuild.test(id)));
  if (others.length > 0) throw new Error(`${others[0].fileName} has a module that reads a table of chunks: see computedAtBuild.`);
}

/** The programs of the bundled templates, so that no run compiles them, or loads Handlebars' compiler. */
export function compiledTemplates(root, compiled) {
  return {
    name: 'compiled-templates',
    load: {
      filter: { id: /[\\/]src[\\/]render[\\/]templates[\\/]compiled\.ts$/ },
      async handler() {
        const { templateCode } = await import(pathToFileURL(join(compiled, 'render/templates/compile.js')).href);
        const folder = join(root, 'templates/sections');
        const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
        const entries = sources.map((source) => `[${JSON.stringify(source)}, () => (${templateCode(source)})]`);
        return {
          code: `const programs = new Map([${entries.join(',\n')}]);\nexport const compiledTemplate = (source) => programs.get(source)?.();`,
          moduleType: 'js',
        };
      },
    },
  };
}

/**
 * Packages that load what few runs need: those that cut fonts have converters of a megabyte for fonts that need none, and look for
 * HarfBuzz beside them; Commander could start a command that is a program of its own.
 *
 * @throws {Error} Where a package is written in another way than it was.
 */
function leanPackages() {
  const changes = {
    'commander': [
      [
        `const childProcess = require('node:child_process');`,
        `const childProcess = { spawn: (...words) => require('node:child_process').spawn(...words) };`,
      ],
    ],
    'subset-font': [[`require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')`, `__dirname + '/harfbuzz-subset.wasm'`]],
    'fontverter': [
      [
        `const wawoff2 = require('wawoff2');`,
        `const wawoff2 = {
          compress: async (font) => (await import('wawoff2')).default.compress(font),
          decompress: async (font) => (await import('wawoff2')).default.decompress(font),
        };`,
      ],
      [
        `const woffTool = require('woff2sfnt-sfnt2woff');`,
        `const woffTool = { toSfnt: (font) => require('woff2sfnt-sfnt2woff').toSfnt(font), toWoff: (font) => require('woff2sfnt-sfnt2woff').toWoff(font) };`,
      ],
    ],
  };
  return {
    name: 'lean-packages',
    transform: {
      filter: { id: /node_modules[\\/](?:commander[\\/]lib[\\/]command|(?:subset-font|fontverter)[\\/]index)\.js$/ },
      handler(code, id) {
        const name = /node_modules[\\/]([\w-]+)/.exec(id)[1];
        return changes[name].reduce((text, [from, to]) => {
          if (!text.includes(from)) throw new Error(`${name} no longer has ${from}: look at leanPackages in scripts/build/bundle.mjs.`);
          return text.replace(from, () => to);
        }, code);
      },
    },
  };
}

/** Other characters as escapes: a file that has one above U+00FF takes V8 twice the memory, and is read more slowly. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function inRoot(root, id) {
  return relative(root, id).split(sep).join('/');
}
