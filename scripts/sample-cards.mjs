// Puts the section into a copy of each card of fixtures/cards/*/before, in after/ beside it: what a card is afterwards.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const name of readdirSync(join(root, 'fixtures/cards'))) {
  const folder = `fixtures/cards/${name}`;
  const card = `${folder}/after/README.md`;
  mkdirSync(join(root, folder, 'after'), { recursive: true });
  copyFileSync(join(root, folder, 'before/README.md'), join(root, card));
  const words = ['dist/cli/main.js', 'card', card, '-m', `${folder}/carboncard.yaml`];
  const { status, signal, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  if (status !== 0) throw new Error(`carboncard ${words.slice(1).join(' ')} ended with ${status ?? signal}:\n${stderr}`);
}
