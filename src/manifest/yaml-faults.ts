import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';

/** A fault as the YAML parser gives it. */
export interface YamlFault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The parser's words for the commonest slips, what they mean, and what to do. Any other fault keeps the parser's words. */
const slips: readonly (readonly [words: RegExp, reason: string, expected: string])[] = [
  [/^Missing closing "/, 'Missing closing quotation mark.', 'Close the text with `"`'],
  [/^Missing closing '/, 'Missing closing quotation mark.', "Close the text with `'`"],
  [/end with a \]/, 'Missing `]`.', 'Close the list with `]`'],
  [/end with a \}/, 'Missing `}`.', 'Close the mapping with `}`'],
  [/^Nested mappings are not allowed/, 'A second `: ` in one line.', 'Put text that contains `: ` in quotation marks'],
  [/^Tabs are not allowed/, 'A tab in the indentation.', 'Indent with spaces'],
  [/^Plain value cannot start with/, 'Text that starts with a special character.', 'Put it in quotation marks'],
];

export function yamlMessage({ code, message, pos }: YamlFault, text: string): Message {
  if (code === 'DUPLICATE_KEY') return messages.duplicateKey(/^["']?([^:"'\n]*)/.exec(text.slice(pos[0]))?.[1]?.trim() ?? '');
  if (code === 'MULTIPLE_DOCS') return messages.severalDocuments();
  const slip = slips.find(([words]) => words.test(message));
  if (slip !== undefined) return messages.notYaml(slip[1], slip[2]);
  return messages.notYaml(message.replace(/ at line \d+, column \d+:?.*$/s, '').replace(/([^.])$/, '$1.'));
}
