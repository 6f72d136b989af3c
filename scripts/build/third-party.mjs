// The licences of the packages whose modules are in the bundle: most ask that their text goes with every copy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const licenceFile = /^(?:licen[cs]e|copying)(?:[.-](?:md|txt|mit))?$/i;
const noticeFile = /^notice(?:\.(?:md|txt))?$/i;

/**
 * Each package once, by name and version, with its licence and the text of its files.
 *
 * @param modules Paths of all modules in the bundle, from the root.
 * @throws {Error} Where a package names no licence or has no text of it: it can't be bundled then.
 */
export function thirdPartyText(root, modules) {
  const folders = [...new Set(modules.flatMap((path) => packageFolder(path) ?? []))].sort();
  const apache = readFileSync(join(root, 'LICENSE'), 'utf8');
  const parts = folders.map((folder) => partOf(join(root, folder), apache));
  return `carboncard contains the following packages, in dist/. Each has the licence that is printed with it.\n\n${parts.join('\n')}`;
}

/** `node_modules/a/node_modules/@b/c` of a path in it. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** @param apache The Apache License 2.0, whose text is the same for every package; one may come without it. */
function partOf(folder, apache) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder).sort();
  const texts = [licenceFile, noticeFile].flatMap((kind) => names.filter((each) => kind.test(each)));
  const hasText = texts.some((each) => licenceFile.test(each));
  if (typeof license !== 'string' || !(hasText || license === 'Apache-2.0'))
    throw new Error(
      `${name} ${version} has no text of its licence, and can't be bundled: list it as external in scripts/build/bundle.mjs.`,
    );
  const own = texts.map((each) => readFileSync(join(folder, each), 'utf8'));
  const printed = (hasText ? own : [apache, ...own]).map((text) => text.replaceAll('\r\n', '\n').trim());
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${printed.join('\n\n')}\n`;
}
