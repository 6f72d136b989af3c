// `npm pack` leaves package-lock.json out; under this name it is shipped, and an installed package has the versions we tested.
import { cpSync, rmSync } from 'node:fs';
import { hasBundler } from './build/unbundled.mjs';

const from = new URL('../package-lock.json', import.meta.url);
const to = new URL('../npm-shrinkwrap.json', import.meta.url);
// npm prefers a shrinkwrap to the lock, so none may stay behind in a checkout.
if (process.argv[2] === 'remove') rmSync(to, { force: true });
else {
  // Without the bundler the program runs from build, which no package has.
  if (!(await hasBundler())) throw new Error('The bundler is not installed, and a package needs the bundle: run `npm ci`.');
  cpSync(from, to);
}
