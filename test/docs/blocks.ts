import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fenced block of a page: what a reader may copy. */
export interface Block {
  readonly file: string;
  /** Line of its first line of text. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The README and all pages of docs/; the pages of docs/audits have a test of their own. */
export function pages(): readonly string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('docs/audits/'));
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs.sort()];
}

export function blocksOf(file: string): readonly Block[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const blocks: Block[] = [];
  let open: { readonly language: string; readonly line: number } | undefined;
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('```')) continue;
    if (open === undefined) open = { language: line.slice(3).trim(), line: at + 2 };
    else {
      blocks.push({ file, ...open, text: lines.slice(open.line - 1, at).join('\n') });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${file}: the block at line ${open.line} has no end`);
  return blocks;
}

/** An expected output as an expression: `…` alone on a line is any lines, within a line any characters. */
export function pattern(expected: string): RegExp {
  const lines = expected.split('\n').map((line) => {
    if (line.trim() === '…') return '(?:.*\\n)*?';
    return `${line.split('…').map(escaped).join('.*')}\\n`;
  });
  return new RegExp(`^${lines.join('')}$`);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
