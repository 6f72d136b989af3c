import { type Document, isScalar, type Pair, type ParseOptions, parseDocument, type SchemaOptions, visit } from 'yaml';

type Options = Pick<ParseOptions, 'lineCounter' | 'strict'> & Pick<SchemaOptions, 'merge'>;

/**
 * Parses YAML in time that is linear in its length: the parser's own search for duplicate keys takes the square of their number, and
 * its errors each carry a trace of calls that nobody reads. Duplicate keys are found by `duplicateKeys`.
 */
export function yamlDocument(source: string, options: Options = {}): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(source, { ...options, prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Offsets of the keys that are in one mapping twice. `<<` may be. */
export function duplicateKeys(document: Document.Parsed): readonly number[] {
  const found: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items as readonly Pair[]) {
        if (!isScalar(key) || key.value === '<<') continue;
        if (keys.has(key.value)) found.push(key.range?.[0] ?? 0);
        keys.add(key.value);
      }
    },
  });
  return found;
}
