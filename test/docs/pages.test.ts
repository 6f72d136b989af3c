import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../src/cli/command-table.js';
import * as api from '../../src/index.js';
import { outputIds, outputTexts } from '../../src/outputs/ids.js';
import { trackerIds } from '../../src/trackers/ids.js';
import { pages, root } from './blocks.js';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const contributing = read('CONTRIBUTING.md');
const manifest = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
const steps = /^steps=\((.+)\)$/m.exec(read('.ci/run'))?.[1]?.split(' ') ?? [];

/** Names as the page writes them: `@fontsource/noto-*`, or `-mono` after another of its scope. */
const section = contributing.slice(contributing.indexOf('## Dependencies'), contributing.indexOf('## Changes'));
const written = [...section.matchAll(/`(@?[\w./*-]+)`/g)].map(([, name = '']) => name);

it.each([
  ...Object.keys(manifest['dependencies'] ?? {}),
  ...Object.keys(manifest['peerDependencies'] ?? {}),
])('CONTRIBUTING says why: %s', (name) => {
  const isWritten = written.some((one) => {
    if (one.endsWith('*')) return name.startsWith(one.slice(0, -1));
    return one.startsWith('-') ? name.endsWith(one) : one === name;
  });
  expect(isWritten).toBe(true);
});

it.each(Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] }))('is pinned to one version: %s', (_, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

it('every script of the table is one of package.json, and the other way round', () => {
  const table = contributing.slice(contributing.indexOf('| script |'), contributing.indexOf('## How the code'));
  const named = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(?:npm run )?([a-z-]+)/g)].map(([, name]) => name),
  );
  const hooks = ['prepare', 'prepack', 'postpack', 'demo'];
  const scripts = Object.keys(manifest['scripts'] ?? {}).filter((name) => !hooks.includes(name));
  expect([...new Set(named)].toSorted()).toEqual(scripts.toSorted());
});

it('CI has the steps of .ci/run, by the names of the scripts', () => {
  const workflow = [...read('.github/workflows/ci.yml').matchAll(/- name: (\w+)\n\s+run: \.ci\/run (\w+)$/gm)];
  expect(workflow.map(([, name]) => name)).toEqual(steps);
  expect(workflow.map(([, , step]) => step)).toEqual(steps);
  for (const step of steps) expect(Object.keys(manifest['scripts'] ?? {})).toContain(step);
});

it('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
});

it('every package of the lock file has a licence that lets it be passed on', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { license?: string }> };
  const known =
    /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|CC0-1\.0|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|OFL-1\.1|Python-2\.0|Unlicense|Zlib)(?: (?:AND|OR) [\w.-]+)*\)?$/;
  const others = Object.entries(packages).flatMap(([name, { license = '' }]) =>
    name === '' || known.test(license) ? [] : [`${name}: ${license}`],
  );
  expect(others).toEqual([]);
});

const readme = read('README.md');
const firstCells = (page: string): string => [...page.matchAll(/^\| (`.+?) \|/gm)].map(([, cell]) => cell).join(' ');

it.each(trackerIds)('docs/manifest.md says what is read of %s', (id) => {
  expect(firstCells(read('docs/manifest.md')), `Add a row for \`${id}\` to its table of \`--format\``).toContain(`\`${id}\``);
});

it.each(outputIds)('the README says what %s writes', (id) => {
  expect(firstCells(readme), `Add a row for ${outputTexts[id].files} to README's table of files`).toContain(`\`${outputTexts[id].files}`);
});

it.each(commands.map(({ name }) => name))('the README lists the command %s', (name) => {
  expect(readme, `Add \`carboncard ${name}\` to README's list of commands`).toMatch(new RegExp(`^carboncard ${name}\\b`, 'm'));
});

it('every function of docs/api.md is exported', () => {
  const page = read('docs/api.md');
  const table = page.slice(page.indexOf('| function |'), page.indexOf('Bad input is'));
  const names = [...table.matchAll(/`(\w+)\(/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(8);
  expect(Object.keys(api)).toEqual(expect.arrayContaining(names));
});

const paths = pages().flatMap((file) =>
  [...read(file).matchAll(/`((?:src|test|scripts|templates|fixtures)\/[\w./-]*)`/g)].map(([, path = '']) => [file, path] as const),
);

it.each(paths)('%s names a path that is there: %s', (_, path) => {
  const found = [path, `${path}.ts`].some((one) => existsSync(join(root, one)));
  expect(found).toBe(true);
});
