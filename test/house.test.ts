import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Limits beyond which a file, a function or a folder has more than one responsibility. */
const maxLines = 250;
const maxFunctionLines = 60;
const maxFiles = 20;

/** Folders whose files all have one shape, an entry each, so that their number says nothing. */
const registries = ['src/audits', 'src/sections', 'src/trackers'];

interface SourceFile {
  readonly name: string;
  readonly text: string;
}

const files: readonly SourceFile[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: `src/${name}`, text: readFileSync(join(root, 'src', name), 'utf8') }));

describe('the house', () => {
  it('is asked of every file', () => {
    expect(files.length).toBeGreaterThan(300);
  });

  it(`has no file of over ${maxLines} lines but tables of data`, () => {
    expect(files.filter((file) => !isData(file) && linesOf(file.text) > maxLines).map(({ name }) => name)).toEqual([]);
  });

  it(`has no function of over ${maxFunctionLines} lines`, () => {
    expect(files.flatMap(({ name, text }) => longFunctions(name, text))).toEqual([]);
  });

  it(`has no folder of over ${maxFiles} files but registries`, () => {
    const folders = new Map<string, SourceFile[]>();
    for (const file of files) folders.set(dirname(file.name), [...(folders.get(dirname(file.name)) ?? []), file]);
    const large = [...folders].filter(([folder, own]) => own.length > maxFiles && !registries.includes(folder));
    expect(large.map(([folder, own]) => `${folder}: ${own.length}`)).toEqual([]);
  });

  it('reports in one way: no function that tells or says', () => {
    expect(files.filter(({ text }) => /\b(?:tell|told|Tell)\b\s*[(:=]/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('defines error, warning and note of messages once', () => {
    const definitions = files.filter(({ text }) => /\b(?:const|function) (?:error|warning|note)\b[^;\n]*(?:=>|message\()/.test(text));
    expect(definitions.map(({ name }) => name)).toEqual(['src/diagnostics/message.ts']);
  });
});

describe('a planted breach is found', () => {
  it('a long function', () => {
    const body = Array.from({ length: 60 }, (_, n) => `  call(${n});`).join('\n');
    expect(longFunctions('bad.ts', `const long = () => {\n${body}\n};`)).toEqual(['bad.ts:1 long: 62 lines']);
    expect(longFunctions('fine.ts', `const short = () => {\n  call(1);\n};`)).toEqual([]);
  });

  it('a long file, unless it holds data', () => {
    const text = '\n'.repeat(300);
    expect(linesOf(text)).toBe(300);
    expect(
      [
        { name: 'src/factors/grid/country-rows.ts', text },
        { name: 'src/factors/hardware/rows/nvidia.ts', text },
      ].every(isData),
    ).toBe(true);
    expect(isData({ name: 'src/assess/assess.ts', text })).toBe(false);
  });
});

/** Tables of figures: named so, or in a folder of rows. */
function isData({ name }: SourceFile): boolean {
  return /-(?:data|rows)\.ts$/.test(name) || basename(dirname(name)) === 'rows';
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}

function longFunctions(name: string, text: string): readonly string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const [first, last] = [node.getStart(), node.end].map((offset) => source.getLineAndCharacterOfPosition(offset).line) as [
        number,
        number,
      ];
      const length = last - first + 1;
      if (length > maxFunctionLines) found.push(`${name}:${first + 1} ${nameOf(node)}: ${length} lines`);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  const { name, parent } = node;
  const own = name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined);
  return own?.getText() ?? 'a function';
}
