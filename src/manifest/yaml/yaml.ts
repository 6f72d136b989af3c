import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from 'yaml';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.js';
import { fileMessages } from '../../diagnostics/file-messages.js';
import type { Message } from '../../diagnostics/message.js';
import { duplicateKeys, yamlDocument } from '../../diagnostics/yaml-document.js';
import { aliasFaults, isMergeKey } from './aliases.js';
import { causesOf, type YamlFault, yamlMessage } from './yaml-faults.js';

/** Faults of one text that are reported: a text that is no YAML has one on each line. */
const maxFaults = 20;

export type Path = readonly (string | number)[];

/** A path as people read it: `phases[0].energy`. Keys that aren't words are quoted. */
export function pathText(path: Path): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`;
      if (/^[\w$-]+$/.test(part)) return at === 0 ? part : `.${part}`;
      return `[${JSON.stringify(part)}]`;
    })
    .join('');
}

/** The steps of a path's text; the inverse of `pathText`. */
export function pathSteps(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([\w$-]+)/g)].map(([, index, quoted, word]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(`"${quoted}"`) as string) : (word ?? ''),
  );
}

/** Path of a key; at the top of the manifest the key itself. */
export const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** The plain value of a YAML or JSON text, and the position of each part of it in the text. */
export interface YamlText {
  readonly value: unknown;
  /** Position of the key (or list item) that a path names; of its value where asked for. */
  readonly positionOf: (path: Path, part?: 'key' | 'value') => Position | undefined;
}

/** Reads YAML, of which JSON is a part. Errors are all those of the text, with line and column. */
export function readYaml(text: string): { readonly read?: YamlText | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const placed = (message: Message, offset = 0): Diagnostic => ({ ...message, ...at(offset) });
  const nul = text.indexOf('\0');
  const document = yamlDocument(text, { lineCounter: lines, strict: true, merge: true });
  if (nul >= 0) return { diagnostics: [placed(fileMessages.nulByte(), nul)] };
  const duplicates = duplicateKeys(document).map((offset) => ({ code: 'DUPLICATE_KEY', message: '', pos: [offset, offset] as const }));
  const faults: readonly YamlFault[] = [...document.errors, ...duplicates, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (faults.length > 0)
    return {
      diagnostics: causesOf(faults)
        .slice(0, maxFaults)
        .map((fault) => placed(yamlMessage(fault, text), fault.pos[0])),
    };
  if (document.contents === null) return { diagnostics: [placed(fileMessages.emptyFile())] };
  const aliases = aliasFaults(document.contents);
  if (aliases.length > 0) return { diagnostics: aliases.map(({ message, offset }) => placed(message, offset)) };
  // Aliases are counted and bounded already.
  const value: unknown = document.toJS({ maxAliasCount: -1 });
  return { read: { value, positionOf: (path, part = 'key') => locate(document, path, part, at) }, diagnostics: [] };
}

function locate(document: Document, path: Path, part: 'key' | 'value', at: (offset: number) => Position): Position | undefined {
  let node: unknown = document.contents;
  let start = rangeOf(node);
  for (const [depth, step] of path.entries()) {
    const container: unknown = isAlias(node) ? node.resolve(document) : node;
    const last = depth === path.length - 1;
    if (isMap(container)) {
      const pair = pairOf(container, step, document);
      if (pair === undefined) break;
      node = pair.value;
      start = last && part === 'key' ? (rangeOf(pair.key) ?? start) : (rangeOf(pair.value) ?? rangeOf(pair.key) ?? start);
    } else if (isSeq(container)) {
      node = container.items[Number(step)];
      start = rangeOf(node) ?? start;
    } else break;
  }
  return start === undefined ? undefined : at(start);
}

/** The pair of a key: the mapping's own, or else that of a mapping merged into it. */
function pairOf(map: YAMLMap, step: string | number, document: Document): YAMLMap['items'][number] | undefined {
  const own = map.items.find(({ key }) => isScalar(key) && !isMergeKey(key) && String(key.value) === String(step));
  if (own !== undefined) return own;
  for (const { key, value } of map.items) {
    if (!isMergeKey(key)) continue;
    const merged: unknown = isAlias(value) ? value.resolve(document) : value;
    for (const item of isSeq(merged) ? merged.items : [merged]) {
      const source: unknown = isAlias(item) ? item.resolve(document) : item;
      const pair = isMap(source) ? pairOf(source, step, document) : undefined;
      if (pair !== undefined) return pair;
    }
  }
  return undefined;
}

function rangeOf(node: unknown): number | undefined {
  return (node as Node | undefined | null)?.range?.[0];
}
