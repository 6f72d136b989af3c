// `npm pack` leaves package-lock.json out; under this name it is shipped, and an installed package has the versions we tested.
import { cpSync, rmSync } from 'node:fs';

const from = new URL('../package-lock.json', import.meta.url);
const to = new URL('../npm-shrinkwrap.json', import.meta.url);
// npm prefers a shrinkwrap to the lock, so none may stay behind in a checkout.
if (process.argv[2] === 'remove') rmSync(to, { force: true });
else cpSync(from, to);
