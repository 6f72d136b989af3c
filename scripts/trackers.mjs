// Makes the examples and the messages of docs/trackers: npm run trackers. What is above them is written by people, and stays.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { trackerIds } from '../build/trackers/ids.js';
import { sharedPage, trackerPage } from './trackers/pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = fileURLToPath(new URL('../build/cli/main.js', import.meta.url));
const change = (name, made) => {
  const file = `${root}docs/trackers/${name}.md`;
  writeFileSync(file, made(readFileSync(file, 'utf8')));
};
for (const id of trackerIds) change(id, (page) => trackerPage({ root, cli, id, page }));
change('README', (page) => sharedPage({ root, page }));
