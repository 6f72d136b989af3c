// Builds the site into `site/`: `npm run site`, after a build of the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSite, filesIn } from './build/site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, 'site');
await buildSite({ root, site, compiled: join(root, 'build') });
const files = filesIn(site).map((name) => {
  const bytes = readFileSync(join(site, name));
  return { name, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
});

/** Files of the site by what they are for, each in the first that it fits. */
const parts = [
  { what: 'pages', isIn: (name) => name.endsWith('.html') && !name.startsWith('calculator/') },
  { what: 'calculator', isIn: (name) => /^calculator\/|\.(?:ttf|wasm)$/.test(name) },
  { what: 'search', isIn: (name) => /^assets\/search/.test(name) },
  { what: 'sheets and fonts', isIn: (name) => name.startsWith('assets/') },
  { what: 'pictures and files that pages link to', isIn: () => true },
];
const sums = parts.map(({ what }) => ({ what, files: 0, bytes: 0, gzip: 0 }));
for (const { name, bytes, gzip } of files) {
  const sum = sums[parts.findIndex(({ isIn }) => isIn(name))];
  sum.files += 1;
  sum.bytes += bytes;
  sum.gzip += gzip;
}
for (const { what, files: number, bytes, gzip } of sums) console.log(`${what}: ${number} files, ${kB(bytes)}, gzip ${kB(gzip)}`);
console.log('Written: site/, which any static host serves, and which opens from a disk: site/index.html');

function kB(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
