/**
 * Characters as commands that pdfTeX, XeTeX and LuaTeX print alike, with the fonts of every document class. Commands that the oldest
 * encoding of fonts (OT1) lacks have a default in `fallbacks`.
 */
export const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // Not `\{`: BibTeX counts the brace behind the backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // Not `\textless`: biber puts the character back, which OT1 prints as another.
  '<': '\\ensuremath{<}',
  '>': '\\ensuremath{>}',
  '|': '\\ensuremath{|}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  '\u00a0': '~',
  '\u2009': '\\,',
  '\u202f': '\\,',
  '\u2011': '\\mbox{-}',
  '–': '--',
  '—': '---',
  '−': '\\ensuremath{-}',
  '\u2044': '/',
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '„': '\\quotedblbase{}',
  '‚': '\\quotesinglbase{}',
  '«': '\\guillemotleft{}',
  '»': '\\guillemotright{}',
  '‹': '\\guilsinglleft{}',
  '›': '\\guilsinglright{}',
  '…': '\\dots{}',
  '•': '\\textbullet{}',
  '·': '\\textperiodcentered{}',
  '×': '\\ensuremath{\\times}',
  '÷': '\\ensuremath{\\div}',
  '±': '\\ensuremath{\\pm}',
  '≈': '\\ensuremath{\\approx}',
  '≠': '\\ensuremath{\\neq}',
  '≤': '\\ensuremath{\\leq}',
  '≥': '\\ensuremath{\\geq}',
  '→': '\\ensuremath{\\rightarrow}',
  '←': '\\ensuremath{\\leftarrow}',
  '∞': '\\ensuremath{\\infty}',
  '°': '\\ensuremath{{}^{\\circ}}',
  µ: '\\ensuremath{\\mu}',
  '™': '\\texttrademark{}',
  '®': '\\textregistered{}',
  '©': '\\textcopyright{}',
  '§': '\\S{}',
  '¶': '\\P{}',
  '†': '\\dag{}',
  '‡': '\\ddag{}',
  '£': '\\pounds{}',
  '¡': '\\textexclamdown{}',
  '¿': '\\textquestiondown{}',
  ß: '\\ss{}',
  æ: '\\ae{}',
  Æ: '\\AE{}',
  œ: '\\oe{}',
  Œ: '\\OE{}',
  ø: '\\o{}',
  Ø: '\\O{}',
  ł: '\\l{}',
  Ł: '\\L{}',
  ı: '\\i{}',
  đ: '\\dj{}',
  Đ: '\\DJ{}',
  ð: '\\dh{}',
  Ð: '\\DH{}',
  þ: '\\th{}',
  Þ: '\\TH{}',
  ŋ: '\\ng{}',
  Ŋ: '\\NG{}',
};

/** Commands that OT1 has no character for, with what is printed there. */
export const fallbacks: Readonly<Record<string, string>> = {
  '\\textquotedbl': '\\textquotedblright',
  '\\quotedblbase': ',,',
  '\\quotesinglbase': ',',
  '\\guillemotleft': '\\ensuremath{\\ll}',
  '\\guillemotright': '\\ensuremath{\\gg}',
  // biber writes the character, which newer kernels print by another name.
  '\\guillemetleft': '\\ensuremath{\\ll}',
  '\\guillemetright': '\\ensuremath{\\gg}',
  '\\guilsinglleft': '\\ensuremath{<}',
  '\\guilsinglright': '\\ensuremath{>}',
  '\\dj': 'd',
  '\\DJ': 'D',
  '\\dh': 'd',
  '\\DH': 'D',
  '\\th': 'th',
  '\\TH': 'Th',
  '\\ng': 'n',
  '\\NG': 'N',
  '\\k': '#1',
};

/** Accents by their combining character. */
export const accents: Readonly<Record<string, string>> = {
  '\u0300': '\\`',
  '\u0301': "\\'",
  '\u0302': '\\^',
  '\u0303': '\\~',
  '\u0304': '\\=',
  '\u0306': '\\u',
  '\u0307': '\\.',
  '\u0308': '\\"',
  '\u030a': '\\r',
  '\u030b': '\\H',
  '\u030c': '\\v',
  '\u0323': '\\d',
  '\u0326': '\\textcommabelow',
  '\u0327': '\\c',
  '\u0328': '\\k',
  '\u0331': '\\b',
};

/** Letters of other alphabets as a reader of Latin script reads them: Greek by its names, Cyrillic transliterated. */
export const letters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu', 'xi', 'o', 'pi'],
      ...['rho', 'varsigma', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega'],
    ].map((name, index) => [String.fromCodePoint(0x3b1 + index), name === 'o' ? 'o' : `\\ensuremath{\\${name}}`]),
  ),
  ...Object.fromEntries(
    ['Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Pi', 'Sigma', 'Phi', 'Psi', 'Omega'].map((name, index) => [
      [...'ΓΔΘΛΞΠΣΦΨΩ'][index] ?? '',
      `\\ensuremath{\\${name}}`,
    ]),
  ),
  ...Object.fromEntries([...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, index) => [letter, 'ABEZHIKMNOPTYX'.charAt(index)])),
  ...cyrillic(),
};

function cyrillic(): Readonly<Record<string, string>> {
  const lower = [...'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'];
  const latin = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch " y \' e yu ya yo i yi ye g'.split(' ');
  return Object.fromEntries(
    lower.flatMap((letter, index) => {
      const plain = (latin[index] ?? '').replace(/["']/, '');
      return [
        [letter, plain],
        [letter.toUpperCase(), plain.charAt(0).toUpperCase() + plain.slice(1)],
      ];
    }),
  );
}
