// Builds the site into `site/`: `npm run site`, after a build of the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite, filesIn, sizesOf } from './build/site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, 'site');
await buildSite({ root, site, compiled: join(root, 'build') });
const sizes = sizesOf(filesIn(site).map((name) => ({ name, bytes: readFileSync(join(site, name)) })));
for (const { name, bytes, gzip, brotli } of sizes.sort((a, b) => b.bytes - a.bytes))
  console.log(`${name}: ${kB(bytes)}, gzip ${kB(gzip)}, brotli ${kB(brotli)}`);
const sum = (key) => sizes.reduce((all, one) => all + one[key], 0);
console.log(`${sizes.length} files: ${kB(sum('bytes'))}, gzip ${kB(sum('gzip'))}, brotli ${kB(sum('brotli'))}`);

function kB(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
