// Compiles src into dist. Only what changed is compiled again; what has lost its source is removed, so that no package
// ships a module that isn't there any more.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const state = join(dist, '.tsbuildinfo');
if (compilerPath() === undefined) installDependencies();
const compiler = compilerPath();

const sources = filesIn(join(root, 'src'));
const modules = sources.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
const data = sources.filter((name) => extname(name) !== '.ts');
const outputs = modules.flatMap((name) => ['.js', '.d.ts'].map((end) => name.replace(/\.ts$/, end)));

// The compiler believes its notes; where an output is missing, they are wrong.
if (outputs.some((name) => !existsSync(join(dist, name)))) rmSync(state, { force: true });
const options = ['-p', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile', state];
const { status } = spawnSync(process.execPath, [compiler, ...options], { cwd: root, stdio: 'inherit' });
if (status !== 0) {
  // The compiler writes in spite of errors. A half-right dist must not be taken for a build, nor its notes believed by the next one.
  rmSync(state, { force: true });
  console.error('The types are wrong (see above). dist was written in spite of that: fix them, and run `npm run build` again.');
  process.exit(status ?? 1);
}

const kept = new Set([...outputs, ...data, '.tsbuildinfo']);
for (const name of filesIn(dist)) if (!kept.has(name)) rmSync(join(dist, name));
for (const name of data) cpSync(join(root, 'src', name), join(dist, name));
// npm sets it on install, but not for `npx carboncard` in a checkout.
if (existsSync(join(dist, 'cli/main.js'))) chmodSync(join(dist, 'cli/main.js'), 0o755);

/** The compiler's program; nothing where the dependencies are not installed. */
function compilerPath() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return undefined;
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
