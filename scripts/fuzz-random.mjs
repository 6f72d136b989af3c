// Numbers and changed texts by a seed, the same on every machine.

/** Pieces that readers stumble over. */
const odd = [
  ...[
    '\0',
    '\uFEFF',
    '\u2028',
    '\u202E',
    '\uD800',
    '\r',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '  ',
    '"',
    "'",
    '`',
    '|',
    ',',
    ';',
    ':',
    '\\',
    '/',
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '---\n',
    '<!-- ',
    ' -->',
    '<!-- carboncard:begin -->',
    '<td ',
    '> ',
    '1. ',
    '- ',
    '# ',
    '{{x}}',
    '{% if %}',
    '*a',
    '&a ',
    '!!js',
    '<<: *a\n',
    '__proto__',
    'constructor',
  ],
  ...[
    'NaN',
    'nan',
    'Infinity',
    '1e309',
    '1e-400',
    '-1',
    '0',
    '18446744073709551614',
    '9'.repeat(400),
    '0.1',
    '1,5',
    '1.234.567',
    '\u0663',
    'None',
    'null',
    'true',
    '[N/A]',
  ],
  ...['::error::a', '$(a)', '=cmd()', '<script>', '../../a', 'file:///a', 'https://a.example', '中文', 'é', '👍🏽', '\u0627'],
];

/** Numbers by a seed, and by the words that name an input: each input has numbers of its own. */
export function createRandom(seed, words = '') {
  let state = seed >>> 0;
  // FNV-1a
  for (const letter of words) state = Math.imul(state ^ letter.codePointAt(0), 0x01000193) >>> 0;
  /** Mulberry32: 32 bits of state, good enough to choose changes. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  const of = (list) => list[below(list.length)];
  const changes = [
    (text) => text.slice(0, below(text.length + 1)),
    (text, at) => text.slice(0, at) + of(odd) + text.slice(at),
    (text, at) => text.slice(0, at) + of(odd) + text.slice(at + 1 + below(8)),
    (text, at) => text.slice(0, at) + text.slice(at + 1 + below(40)),
    // A piece again, up to a thousand times.
    (text, at) => text.slice(0, at) + text.slice(at, at + 1 + below(12)).repeat(1 + below(10) ** 3) + text.slice(at),
    (text, at) => text.slice(0, at) + of(odd).repeat(1 + below(10) ** 3) + text.slice(at),
    // A piece of another text.
    (text, at, all) => {
      const other = of(all);
      const from = below(other.length);
      return text.slice(0, at) + other.slice(from, from + below(200)) + text.slice(at);
    },
    // A number in the place of another.
    (text, at) =>
      text.slice(0, at) +
      text.slice(at).replace(/\d+(?:\.\d+)?/, () => of(['0', '1e309', '-5', '1e12', '0.0000001', String(below(1e6)), ''])),
  ];
  return {
    below,
    of,
    /** A text with one piece of it, or an odd one, again and again: up to some 100 KB. */
    repeated(text) {
      const at = below(text.length + 1);
      const piece = [of(odd), text.slice(at, at + 1 + below(20)), of(odd) + of(odd)][below(3)];
      return text.slice(0, at) + piece.repeat(1 + Math.floor((10 ** (1 + below(5)) * next()) / (piece.length + 1))) + text.slice(at);
    },
    /** A text with one change or several. */
    changed(text, all) {
      let result = text;
      for (let count = 1 + below(4) * below(2); count > 0; count -= 1) result = of(changes)(result, below(result.length + 1), all);
      return result;
    },
  };
}
