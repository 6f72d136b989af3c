import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';

/** A fault as the YAML parser gives it. */
export interface YamlFault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

const tab = ['A tab in the indentation.', 'Indent with spaces'] as const;

/** The parser's words for the commonest slips, what they mean, and what to do. Any other fault keeps the parser's words. */
const slips: readonly (readonly [words: RegExp, reason: string, expected: string])[] = [
  [/^Missing closing "/, 'Missing closing quotation mark.', 'Close the text with `"`'],
  [/^Missing closing '/, 'Missing closing quotation mark.', "Close the text with `'`"],
  [/end with a \]/, 'Missing `]`.', 'Close the list with `]`'],
  [/end with a \}/, 'Missing `}`.', 'Close the mapping with `}`'],
  [
    /^(?:Nested mappings|Block collections) are not allowed/,
    'A second `: ` in one line.',
    'Put text that contains `: ` in quotation marks',
  ],
  [/^Implicit keys need to be on a single line|start at the same column/, 'Wrong indentation.', 'Indent all keys of a mapping alike'],
  [/^Tabs are not allowed/, ...tab],
  [/^(?:Plain value cannot start with|Not a YAML token)/, 'Text that starts with a special character.', 'Put it in quotation marks'],
  [/ at node end$/, 'Text behind the end of a value.', 'Put the whole text in quotation marks'],
];

/**
 * The faults that are causes: of several at one place the last, which sees more of the text, and none that only follows
 * from another, since the parser goes on behind it.
 */
export function causesOf<Fault extends YamlFault>(faults: readonly Fault[]): readonly Fault[] {
  const [first] = faults;
  const atOnePlace = faults.filter(({ pos }, at) => faults[at + 1]?.pos[0] !== pos[0]);
  const causes = atOnePlace.filter(({ code, message }) => code !== 'UNEXPECTED_TOKEN' || !message.includes(' in YAML stream'));
  const isBroken = first?.code === 'UNEXPECTED_TOKEN';
  return isBroken || causes.length === 0 ? faults.slice(0, 1) : causes;
}

/** What the parser says of a line that is no key, where one was expected. */
const isFollowedWrongly = /^Implicit (?:map )?keys need to be/;

/** The first key in a line, and the ones below it, with a value right behind its colon: `model:X-1B`. */
function keyWithoutSpace(text: string, from: number): string | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  return unspacedKey(text.slice(start).split(/\r?\n/, 2).join('\n'));
}

/** `model` of `model:X-1B`, but nothing of `https://…`. */
export function unspacedKey(text: string): string | undefined {
  return /^[ ]*(?:- +)?([A-Za-z_]\w*):(?![\s/:])/m.exec(text)?.[1];
}

export function yamlMessage({ code, message, pos }: YamlFault, text: string): Message {
  if (code === 'DUPLICATE_KEY') return messages.duplicateKey(/^["']?([^:"'\n]*)/.exec(text.slice(pos[0]))?.[1]?.trim() ?? '');
  if (code === 'MULTIPLE_DOCS') return messages.severalDocuments();
  // Inside brackets, the parser takes a tab for a line that is not indented.
  if (code === 'BAD_INDENT' && /^[ ]*\t/.test(text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1))) return messages.notYaml(...tab);
  const unspaced = isFollowedWrongly.test(message) ? keyWithoutSpace(text, pos[0]) : undefined;
  if (unspaced !== undefined) return messages.noSpaceAfterColon(unspaced, 'not-yaml');
  if (code === 'RESOURCE_EXHAUSTION' && message.includes(' is repeated ')) return messages.notYaml(message, 'Remove the repetition');
  if (code === 'RESOURCE_EXHAUSTION' && message.includes(' inside each other')) return messages.notYaml(message, 'Remove the nesting');
  const slip = slips.find(([words]) => words.test(message));
  if (slip !== undefined) return messages.notYaml(slip[1], slip[2]);
  return messages.notYaml((message.split(/ at line \d+, column \d/, 1)[0] ?? message).replace(/([^.])$/, '$1.'));
}
