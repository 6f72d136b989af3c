// The declarations of types that are shipped: those of the entry points, and what they refer to. A consumer's compiler reads no others.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/**
 * @param {string} folder Where the compiler wrote all declarations.
 * @param {readonly string[]} entries Paths of entry points in the folder.
 * @returns {readonly string[]} Paths in the folder, in order.
 */
export function reachableDeclarations(folder, entries) {
  const found = new Set(entries);
  for (const name of found) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, name), 'utf8'));
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.')) found.add(join(dirname(name), fileName.replace(/\.js$/, '.d.ts')));
    }
  }
  return [...found].sort();
}
