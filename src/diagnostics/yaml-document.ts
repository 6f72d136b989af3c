import { type Document, isScalar, type Pair, type ParseOptions, parseDocument, type SchemaOptions, visit, YAMLParseError } from 'yaml';
import { repetitionIn } from './repetition.js';
import { nestingIn } from './yaml-nesting.js';

type Options = Pick<ParseOptions, 'lineCounter' | 'strict'> & Pick<SchemaOptions, 'merge'>;

/**
 * Parses YAML in time that is linear in its length: the parser's own search for duplicate keys takes the square of their number, and
 * its errors each carry a trace of calls that nobody reads. Duplicate keys are found by `duplicateKeys`. A text that repeats one
 * pattern without end, or that nests without end, has that one fault.
 */
export function yamlDocument(source: string, options: Options = {}): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const endless = repetitionIn(source) ?? nestingIn(source);
    if (endless !== undefined) return faulty(source, endless, options);
    return parseDocument(source, { ...options, prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface Endless {
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

/** A document that has one fault and no content. The lines up to the fault are counted. */
function faulty(source: string, { start, end, sentence }: Endless, { lineCounter }: Options): Document.Parsed {
  lineCounter?.addNewLine(0);
  for (let at = source.indexOf('\n'); at >= 0 && at < start; at = source.indexOf('\n', at + 1)) lineCounter?.addNewLine(at + 1);
  const document = parseDocument('');
  document.errors.push(new YAMLParseError([start, end], 'RESOURCE_EXHAUSTION', sentence));
  return document;
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
