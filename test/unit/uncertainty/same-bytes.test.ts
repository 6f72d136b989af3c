import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../../src/', import.meta.url));

/** Prints the bits of an interval that all arithmetic went into. */
const program = `
import { createSampler } from './uncertainty/sampler.js';
import { input, product, quotient, sum } from './formulas/expression.js';
const unsure = (identity, value, low, high, rest) => input({ name: '', unit: '', basis: 'measured', identity, value, low, high, ...rest });
const e = quotient(
  sum(product(unsure('a', 3, 2, 5), unsure('é', 7, 4, 9, { centre: 'mean' })), unsure('c', 1, -2, 4)),
  unsure('d', 1.2, 1.1, 1.4, { above: 1, min: 1 }),
);
const { low, high } = createSampler().sample(e, 18);
console.log([low, high].map((x) => Buffer.from(new Float64Array([x]).buffer).reverse().toString('hex')).join(' '));
`;

it('the same interval to the last bit, in any process, language and time zone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  try {
    const modules = [...readdirSync(join(source, 'uncertainty')).map((name) => `uncertainty/${name}`), 'formulas/expression.ts'];
    for (const part of ['uncertainty', 'formulas']) mkdirSync(join(folder, part));
    for (const name of modules) {
      const { outputText } = ts.transpileModule(readFileSync(join(source, name), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
      });
      writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), outputText);
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'print.js'), program);
    const print = (env: NodeJS.ProcessEnv, ...flags: readonly string[]): string =>
      spawnSync(process.execPath, [...flags, join(folder, 'print.js')], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      }).stdout.trim();
    const found = [
      print({ LANG: 'C', TZ: 'UTC' }),
      print({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' }),
      // Neither does it matter which of the engine's compilers had the code.
      print({}, '--no-opt'),
    ];
    expect(found).toEqual(Array(3).fill('4023935f6a3fcc9d 4040c51a096c776e'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
