// What an installation without optional packages (`npm ci --omit=optional`) can build. The bundler's program and the types of DuckDB are
// among those. The program then runs from build, module by module: it starts more slowly, and does the same.
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { replace } from './replace.mjs';

/** Packages whose types the sources name, and that an installation may lack. */
const optional = ['@duckdb/node-api'];

/** Whether the bundler is here. Its package is, and throws where the one for this platform is not. */
export async function hasBundler() {
  try {
    await import('rolldown');
    return true;
  } catch {
    return false;
  }
}

/**
 * The project that the compiler reads: that of the repository, or one that says of the packages which are not here that they are anything.
 *
 * @returns Its path from the root.
 */
export function projectFor(root) {
  const missing = optional.filter((name) => !isInstalled(root, name));
  const [types, project] = ['build/optional.d.ts', 'build/tsconfig.json'];
  if (missing.length === 0) {
    for (const file of [types, project]) rmSync(join(root, file), { force: true });
    return 'tsconfig.build.json';
  }
  replace(join(root, types), missing.map((name) => `declare module '${name}';\n`).join(''));
  const options = { rootDir: '../src', outDir: '.' };
  const include = ['../src', './optional.d.ts'];
  replace(
    join(root, project),
    JSON.stringify({ extends: '../tsconfig.build.json', compilerOptions: options, include, exclude: ['../src/site'] }),
  );
  return project;
}

/**
 * Writes files into dist that load the modules of build.
 *
 * @param entries By their paths in dist, the modules that a program outside may load.
 * @returns Their paths in dist.
 */
export function writeUnbundled(dist, entries) {
  replace(join(dist, 'package.json'), '{ "type": "module" }\n');
  replace(join(dist, 'cli/main.js'), `#!/usr/bin/env node\nimport '../../build/cli/main.js';\n`, { mode: 0o755 });
  for (const name of entries) {
    const up = '../'.repeat(name.split('/').length);
    replace(join(dist, name), `export * from '${up}build/${name}';\n`);
  }
  return ['cli/main.js', ...entries];
}

function isInstalled(root, name) {
  return (
    createRequire(join(root, 'package.json'))
      .resolve.paths(name)
      ?.some((folder) => existsSync(join(folder, name))) === true
  );
}
