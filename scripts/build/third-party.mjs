// The licences of the packages whose modules are in the bundle: most ask that their text goes with every copy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of fonts has the licence of its code, and that of the fonts. */
const licenceFile = /^(?:licen[cs]e|copying)(?:_font)?(?:[.-](?:md|txt|mit))?$/i;
const noticeFile = /^notice(?:\.(?:md|txt))?$/i;

/**
 * Each package once, by name and version, with its licence and the text of its files.
 *
 * @param modules Paths of all modules in the bundle, from the root.
 * @param where What they are in, as a reader knows it.
 * @param stated Whether a package may have no text where its package.json states the MIT License and an author.
 * @throws {Error} Where a package names no licence or has no text of it: it can't be bundled then.
 */
export function thirdPartyText(root, modules, { where = 'dist/', stated = false } = {}) {
  const folders = [...new Set(modules.flatMap((path) => packageFolder(path) ?? []))].sort();
  const apache = readFileSync(join(root, 'LICENSE'), 'utf8');
  const parts = folders.map((folder) => partOf(join(root, folder), { apache, stated }));
  return `carboncard contains the following packages, in ${where}. Each has the licence that is printed with it.\n\n${parts.join('\n')}`;
}

/** `node_modules/a/node_modules/@b/c` of a path in it. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** @param apache The Apache License 2.0, whose text is the same for every package; one may come without it. */
function partOf(folder, { apache, stated }) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder).sort();
  const texts = [licenceFile, noticeFile].flatMap((kind) => names.filter((each) => kind.test(each)));
  const hasText = texts.some((each) => licenceFile.test(each));
  const holder = (typeof author === 'object' ? author.name : author)?.replace(/ *<.*/, '');
  const isStated = stated && license === 'MIT' && holder !== undefined;
  if (typeof license !== 'string' || !(hasText || license === 'Apache-2.0' || isStated))
    throw new Error(
      `${name} ${version} has no text of its licence, and can't be bundled: list it as external in scripts/build/bundle.mjs.`,
    );
  const own = texts.map((each) => readFileSync(join(folder, each), 'utf8'));
  const printed = (hasText ? own : [license === 'MIT' ? mitText(holder) : apache, ...own]).map((text) =>
    text.replaceAll('\r\n', '\n').trim(),
  );
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${printed.join('\n\n')}\n`;
}

/** Of a package that has no text of it, in the words of the Open Source Initiative. */
function mitText(holder) {
  return `The package has no text of its licence. Its package.json states the MIT License, and ${holder} as the author.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
