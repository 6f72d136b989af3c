import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { projectFor, writeUnbundled } from '../../scripts/build/unbundled.mjs';
import { root } from '../docs/blocks.js';

const clone = mkdtempSync(join(tmpdir(), 'carboncard-unbundled-'));
afterAll(() => rmSync(clone, { recursive: true }));
const write = (name: string, text: string): void => {
  mkdirSync(join(clone, name, '..'), { recursive: true });
  writeFileSync(join(clone, name), text);
};

/** What the compiler finds wrong in a project. */
function faultsOf(project: string): readonly string[] {
  const { config } = ts.readConfigFile(join(clone, project), (file) => readFileSync(file, 'utf8')) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(clone, project, '..'));
  const program = ts.createProgram(fileNames, { ...options, types: [], noEmit: true });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

it('a clone without DuckDB compiles: the compiler is told that the package is anything', () => {
  write('package.json', '{ "type": "module" }');
  write(
    'tsconfig.build.json',
    JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext', skipLibCheck: true }, include: ['src'] }),
  );
  write('src/one.ts', `type Package = typeof import('@duckdb/node-api');\nexport type Made = Awaited<ReturnType<Package['create']>>;\n`);
  expect(faultsOf('tsconfig.build.json').join()).toContain("Cannot find module '@duckdb/node-api'");
  const project = projectFor(clone);
  expect(project).toBe('build/tsconfig.json');
  expect(faultsOf(project)).toEqual([]);
});

it('a clone that has every package is compiled as it is, and nothing is left of the other way', () => {
  write('node_modules/@duckdb/node-api/package.json', '{}');
  expect([projectFor(clone), existsSync(join(clone, 'build/tsconfig.json')), existsSync(join(clone, 'build/optional.d.ts'))]).toEqual([
    'tsconfig.build.json',
    false,
    false,
  ]);
  expect(projectFor(root)).toBe('tsconfig.build.json');
});

it('what is loaded of dist is then what build has', () => {
  write('build/cli/main.js', `import { writeFileSync } from 'node:fs';\nwriteFileSync(1, 'started ' + process.argv[2]);\n`);
  write('build/index.js', 'export const answer = 42;\n');
  write('build/verbs/schema.js', 'export const schema = {};\n');
  expect(writeUnbundled(join(clone, 'dist'), ['index.js', 'verbs/schema.js'])).toEqual(['cli/main.js', 'index.js', 'verbs/schema.js']);
  expect(execFileSync(join(clone, 'dist/cli/main.js'), ['render'], { encoding: 'utf8' })).toBe('started render');
  const program = `Promise.all([import('${clone}/dist/index.js'), import('${clone}/dist/verbs/schema.js')]).then((all) => console.log(all.map(Object.keys).join()))`;
  expect(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })).toBe('answer,schema\n');
});
