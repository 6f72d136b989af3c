// Builds the site into `site/`: `npm run site`, after a build of the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite, sizesOf } from './build/site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, 'site');
await buildSite({ root, site, compiled: join(root, 'build') });
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const sizes = sizesOf(files.map((file) => ({ name: file.slice(site.length + 1), bytes: readFileSync(file) })));
for (const { name, bytes, gzip, brotli } of sizes.sort((a, b) => b.bytes - a.bytes))
  console.log(`${name}: ${kB(bytes)}, gzip ${kB(gzip)}, brotli ${kB(brotli)}`);
const sum = (key) => sizes.reduce((all, one) => all + one[key], 0);
console.log(`${sizes.length} files: ${kB(sum('bytes'))}, gzip ${kB(sum('gzip'))}, brotli ${kB(sum('brotli'))}`);

function kB(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
