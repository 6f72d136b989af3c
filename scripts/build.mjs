// Compiles src into build, module by module, for scripts and tests; only what changed is compiled again. Then bundles what is
// shipped into dist, with the declarations of types that its entry points need. What has lost its source is removed, so that no
// package ships a module that isn't there any more.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build/bundle.mjs';
import { writeCode } from './build/code.mjs';
import { isOfOtherBuild, replace } from './build/replace.mjs';
import { thirdPartyText } from './build/third-party.mjs';
import { hasBundler, projectFor, writeUnbundled } from './build/unbundled.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const compiled = join(root, 'build');
const state = join(compiled, '.tsbuildinfo');
if (!['typescript/bin/tsc', 'rolldown'].every(isInstalled)) installDependencies();
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

// What only a browser runs is no part of the program: `npm run site` bundles it.
const sources = filesIn(join(root, 'src')).filter((name) => !name.startsWith('site/'));
const modules = sources.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
const data = sources.filter((name) => extname(name) !== '.ts');
const outputs = modules.map((name) => join(compiled, name.replace(/\.ts$/, '.js')));
const declarations = modules.map((name) => name.replace(/\.ts$/, '.d.ts'));

// The compiler believes its notes; where an output is missing, they are wrong.
if ([...outputs, ...declarations.map((name) => join(compiled, name))].some((file) => !existsSync(file))) rmSync(state, { force: true });
const options = ['-p', projectFor(root), '--incremental', '--tsBuildInfoFile', state];
const { status } = spawnSync(process.execPath, [compiler, ...options], { cwd: root, stdio: 'inherit' });
if (status !== 0) {
  // The compiler writes in spite of errors. A half-right build must not be taken for a build, nor its notes believed by the next one.
  rmSync(state, { force: true });
  console.error('The types are wrong (see above). build was written in spite of that: fix them, and run `npm run build` again.');
  process.exit(status ?? 1);
}

const compiledFiles = modules.map((name) => name.replace(/\.ts$/, '.js'));
removeOthers(compiled, [...compiledFiles, ...declarations, ...data, '.tsbuildinfo', 'optional.d.ts', 'tsconfig.json']);
for (const name of data) cpSync(join(root, 'src', name), join(compiled, name));

// Only now: where the compiler was missing, it has been installed above.
const { reachableDeclarations } = await import('./build/declarations.mjs');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.values(exports).flatMap(({ types }) => (types === undefined ? [] : [types.replace('./dist/', '')]));
const shipped = reachableDeclarations(compiled, entries);
for (const name of shipped) replace(join(dist, name), readFileSync(join(compiled, name), 'utf8'));
if (await hasBundler()) await writeBundle();
else {
  const written = writeUnbundled(
    dist,
    entries.map((name) => name.replace(/\.d\.ts$/, '.js')),
  );
  removeOthers(dist, [...shipped, ...written, 'package.json']);
  console.error(
    'The bundler is an optional package, which is not installed: the program runs from build, and starts more slowly. `npm ci` installs it.',
  );
}

async function writeBundle() {
  const { chunks, build } = await bundle({ root, dist, compiled });
  replace(join(dist, 'THIRD-PARTY.txt'), thirdPartyText(root, Object.values(chunks).flat()));
  // Which modules are in which file, for the tests of what a command loads.
  replace(join(compiled, 'chunks.json'), `${JSON.stringify(chunks, undefined, 2)}\n`);
  // By which a run knows whether what it wrote before was written by this program.
  const program = programOf(Object.keys(chunks), Object.values(chunks).flat());
  replace(join(dist, 'program.json'), `${JSON.stringify(program)}\n`);
  removeOthers(dist, [...shipped, ...Object.keys(chunks), 'THIRD-PARTY.txt', 'program.json', 'package.json', 'code.bin']);
  writeCode({ root, dist }, build);
}

/** The digest of all files of the bundle, and the packages that are not in it. */
function programOf(files, bundled) {
  const hash = createHash('sha256');
  for (const name of [...files].sort()) hash.update(`${name}\n`).update(readFileSync(join(dist, name)));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packages = Object.keys(dependencies).filter(
    (name) => !name.startsWith('@types/') && !bundled.some((path) => path.includes(`node_modules/${name}/`)),
  );
  return { digest: hash.digest('hex'), packages };
}

function removeOthers(folder, names) {
  const kept = new Set(names);
  for (const name of filesIn(folder)) if (!kept.has(name) && !isOfOtherBuild(name)) rmSync(join(folder, name), { force: true });
}

function isInstalled(specifier) {
  try {
    createRequire(import.meta.url).resolve(specifier);
    return true;
  } catch {
    return false;
  }
}

/** `npm install -g .` in a fresh clone runs this script and installs no dependency: they are those of the clone. */
function installDependencies() {
  // What the outer npm was asked for, such as --global, is not meant for this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|prefix|location|local_prefix)$/i.test(name)),
  );
  const [npm, ...before] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status } = spawnSync(npm, [...before, 'ci', '--ignore-scripts'], { cwd: root, env, stdio: 'inherit' });
  if (status === 0) return;
  console.error('The dependencies are missing, and could not be installed (see above). Run `npm ci`, and then this again.');
  process.exit(status ?? 1);
}

/** Files below a folder, by their path in it. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}
