/** Characters by the names that LaTeX prints them with. */
const symbols: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textquotedbl: '"',
  textasciigrave: '`',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  ss: 'ß',
  allowbreak: '',
};

/** What LaTeX prints of a source, as far as these names go: comments, commands for characters, accents and `\carbontext` are read. */
export function texWords(source: string): string {
  return source
    .replaceAll(/(?<!\\)%.*\n/g, '')
    .replaceAll(/\{?\\carbontext\{([^{}]*)\}\{(?:[^{}]|\{[^{}]*\})*\}\}?/g, '$1')
    .replaceAll(/\\'\{(\w)\}/g, (_, letter: string) => `${letter}\u0301`.normalize('NFC'))
    .replaceAll(/\\ensuremath\{([<>|])\}/g, '$1')
    .replaceAll(/\\([a-z]+)\{\}|(?<=[-',])\{\}|\\([$&#%_])/g, (command, name?: string, sign?: string) =>
      name === undefined ? (sign ?? '') : (symbols[name] ?? command),
    );
}
