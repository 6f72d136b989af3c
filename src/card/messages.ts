import { error } from '../diagnostics/message.js';

/** What can be wrong with a model card's front matter and markers. */
export const messages = {
  frontMatterNotYaml: (reason: string) =>
    error('front-matter', `The front matter is not YAML: ${reason}`, { expected: 'YAML that the Hub can read, such as `license: mit`' }),
  frontMatterNotKeys: () =>
    error('front-matter', 'The front matter holds no keys.', { expected: 'keys with values, such as `license: mit`' }),
  frontMatterTemplate: () =>
    error('front-matter', "The front matter holds a template's placeholder, which no reader understands.", {
      expected: 'keys with values in its place, such as `license: mit`',
    }),
  frontMatterTangled: (key: string) =>
    error('front-matter', `\`${key}\` can't be written here without changing other keys of the front matter.`, {
      expected: `\`${key}:\` with plain values of its own, without anchors that other keys use`,
    }),
  frontMatterOpen: () =>
    error('front-matter', 'The front matter that begins here has no end, so that the Hub finds none.', {
      expected: 'a line `---` behind its last key',
    }),
  frontMatterOpeningBlanks: () =>
    error('front-matter', 'Blanks stand behind this fence, so that the Hub finds no front matter.', {
      expected: '`---` and nothing behind it',
    }),
  frontMatterLineBreaks: () =>
    error('front-matter', 'The Hub finds no end of the front matter: this fence ends in a carriage return of its own.', {
      expected: 'lines that end in LF or CRLF',
    }),
  markerAlone: (marker: string, other: string) =>
    error('markers', `\`${marker}\` stands here alone.`, { expected: `one \`${other}\` that belongs to it, or neither of the two` }),
  markerTwice: (marker: string) => error('markers', `\`${marker}\` stands here a second time.`, { expected: 'one section in a card' }),
  markerInside: (marker: string) =>
    error('markers', `\`${marker}\` stands inside a list, a quotation or a block of HTML, where no section can stand.`, {
      expected: 'a line of its own at the margin, with an empty line above and below',
    }),
} as const;
