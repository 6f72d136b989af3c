import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import subsetFont from 'subset-font';

/** Faces of the pages, cut to the characters that these show. The calculator has whole ones, since it draws charts of any text. */
const faces = [
  { name: 'plex-sans', file: 'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf' },
  { name: 'plex-sans-semibold', file: 'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf' },
  { name: 'plex-sans-italic', file: 'ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf' },
  { name: 'plex-mono', file: 'ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf' },
];

/** What a reader may type into the search, and what results show. */
const always = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('');

/** The font files of the site by their names: the same pages give the same bytes. */
export async function siteFonts({ root, pages }) {
  const used = new Set(always);
  for (const { title, listTitle = '', body } of pages) {
    for (const character of title + listTitle + body.map(textOf).join('')) used.add(character);
  }
  const text = [...used].sort().join('');
  const files = [];
  for (const { name, file } of faces) {
    const whole = readFileSync(join(root, 'node_modules/@expo-google-fonts', file));
    files.push([`assets/${name}.woff2`, await subsetFont(whole, text, { targetFormat: 'woff2' })]);
  }
  return files;
}
