import { fallbacks } from './characters-data.js';
import type { OtherCharacters } from './text.js';

/** Other scripts as the command that `definitionsFor` defines. */
export function carbontext({ native, replacement }: OtherCharacters): string {
  return `\\carbontext{${native}}{${replacement}}`;
}

/**
 * Definitions that text from `texText` needs beside the kernel of LaTeX. The defaults are for encodings that lack a character; one
 * that has it is left alone. `\carbontext` prints its first text where XeLaTeX or LuaLaTeX has a font with every character of it, else
 * its second; pdfLaTeX prints the second. A document may define it before, to set other scripts with fonts of its own.
 */
export function definitionsFor(content: string): readonly string[] {
  const used = Object.entries(fallbacks).filter(([command]) =>
    new RegExp(`\\${command.replace('guillemet', 'guillemot')}(?![A-Za-z])`).test(content),
  );
  return [
    ...used.map(([command, text]) => `\\ProvideTextCommandDefault{${command}}${text.includes('#1') ? '[1]' : ''}{${text}}`),
    ...(content.includes('\\carbontext{') ? otherScripts : []),
  ];
}

/** Each balanced in its braces, as BibTeX has to read it. */
const otherScripts = [
  '\\ifdefined\\carbontext\\else',
  '\\protected\\def\\carbontext#1#2{\\begingroup\\def\\carbonshown{#2}\\ifdefined\\Umathchar\\def\\carbonother{#2}\\def\\carbonshown{#1}\\carbonscan#1\\relax\\fi\\expandafter\\endgroup\\carbonshown}',
  '\\def\\carbonscan#1{\\ifx\\relax#1\\else\\iffontchar\\font`#1 \\else\\let\\carbonshown\\carbonother\\fi\\expandafter\\carbonscan\\fi}',
  '\\fi',
];
