import type { Position } from '../diagnostics/diagnostic.js';

const path = /(?<=^|[\s"'`([,:=])(?:\/(?:[\w.@~-]+\/)+[\w.@~*-]*|~\/[\w./@*-]+|[A-Za-z]:\\[^\s"']+)/g;

/** Paths of somebody's machine in a text, each once: the manifest is attached to the PDF, and they hold users' names. */
export function absolutePathsIn(text: string): readonly ({ readonly path: string } & Position)[] {
  const found = new Map<string, Position>();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const match of line.matchAll(path)) if (!found.has(match[0])) found.set(match[0], { line: index + 1, column: match.index + 1 });
  }
  return [...found].map(([name, position]) => ({ path: name, ...position }));
}
