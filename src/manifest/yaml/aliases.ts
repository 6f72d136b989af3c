import { isAlias, isCollection, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';

/** Far above what a manifest of a few hundred phases repeats, and far below what slows a machine. */
const maxAliases = 10_000;
const maxNodes = 200_000;

/** A few hundred bytes of keys within keys would keep the parser busy for minutes. */
const compoundKey = 'a key is a list or a mapping, where only text can stand.';

export interface AliasFault {
  readonly message: Message;
  readonly offset: number;
}

interface Anchored {
  readonly node: Node;
  /** Nodes that it expands to; unknown while it is being read, when it contains itself. */
  size?: number | undefined;
}

/**
 * What is wrong with the aliases of a YAML document: without an anchor, merged where nothing can be, or expanding to
 * far more than the file holds. Sizes are added and nothing is expanded, so an alias bomb is rejected as fast as it is read.
 */
export function aliasFaults(contents: unknown): readonly AliasFault[] {
  const anchors = new Map<string, Anchored>();
  const faults: AliasFault[] = [];
  let [aliases, repeated, bomb] = [0, 0, false];
  const addFault = (message: Message, node: unknown): number => {
    faults.push({ message, offset: (node as Node | null)?.range?.[0] ?? 0 });
    return 1;
  };
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) {
      const found = anchors.get(node.source);
      if (found === undefined) return addFault(messages.unknownAlias(node.source), node);
      aliases += 1;
      repeated += found.size ?? Infinity;
      if (!bomb && (aliases > maxAliases || repeated > maxNodes)) {
        bomb = true;
        addFault(messages.aliasBomb(), node);
      }
      return found.size ?? Infinity;
    }
    const anchored: Anchored | undefined = isNamed(node) ? { node } : undefined;
    if (anchored !== undefined && isNamed(node)) anchors.set(node.anchor, anchored);
    let size = 1;
    if (isSeq(node)) for (const item of node.items) size += sizeOf(item);
    if (isMap(node))
      for (const { key, value } of node.items) {
        size += sizeOf(key) + sizeOf(value);
        if (isCollection(isAlias(key) ? anchors.get(key.source)?.node : key)) addFault(messages.notYaml(compoundKey), key ?? value);
        if (isMergeKey(key) && !isMergeable(value, anchors)) addFault(messages.notMergeable(), value ?? key);
      }
    if (anchored !== undefined) anchored.size = size;
    return size;
  };
  sizeOf(contents);
  return faults;
}

/** Whether a key is `<<`, and not the text `"<<"`. */
export function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || (key.type !== undefined && key.type !== 'PLAIN')) return false;
  return key.value === '<<' || (typeof key.value === 'symbol' && key.value.description === '<<');
}

function isNamed(node: unknown): node is Node & { readonly anchor: string } {
  return typeof node === 'object' && node !== null && 'anchor' in node && typeof node.anchor === 'string';
}

/** A mapping, or a list of them; an alias without an anchor is a fault of its own. */
function isMergeable(value: unknown, anchors: ReadonlyMap<string, Anchored>, inList = false): boolean {
  if (isAlias(value)) {
    const found = anchors.get(value.source);
    return found === undefined || isMergeable(found.node, anchors, inList);
  }
  return isMap(value) || (!inList && isSeq(value) && value.items.every((item) => isMergeable(item, anchors, true)));
}
