import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isTouched, placesOf } from '../../../../src/io/watch/places.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'carboncard-places-')));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...names: readonly string[]): string => join(root, ...names);
for (const folder of ['models/a/logs', 'models/b', 'models/node_modules/x', 'elsewhere']) mkdirSync(at(folder), { recursive: true });
writeFileSync(at('models/a/carboncard.yaml'), '');
writeFileSync(at('elsewhere/real.csv'), '');
symlinkSync(at('elsewhere/real.csv'), at('models/a/logs/link.csv'));

const foldersOf = async (pattern: string): Promise<readonly string[]> =>
  (await placesOf({ kind: 'pattern', path: `${root}\0${pattern}`, digest: '' })).map(({ folder }) => folder.slice(root.length + 1)).sort();

describe('where a change is seen', () => {
  it('of a file: its name in its folder, whether it is there or not', async () => {
    for (const name of ['carboncard.yaml', 'absent.yaml'])
      expect(await placesOf({ kind: 'file', path: at('models/a', name), digest: '' })).toEqual([{ folder: at('models/a'), name }]);
  });

  it('of a file behind a link: also where the file is', async () => {
    expect(await placesOf({ kind: 'file', path: at('models/a/logs/link.csv'), digest: '' })).toEqual([
      { folder: at('models/a/logs'), name: 'link.csv' },
      { folder: at('elsewhere'), name: 'real.csv' },
    ]);
  });

  it('of a file without a folder: the first folder that would appear', async () => {
    const expected = [{ folder: at('models'), name: 'new' }];
    expect(await placesOf({ kind: 'there', path: at('models/new/deep/x.csv'), digest: '' })).toEqual(expected);
    expect(await placesOf({ kind: 'names', path: at('models/new'), digest: '' })).toEqual(expected);
    expect(await placesOf({ kind: 'pattern', path: `${at('models/new')}\0*.csv`, digest: '' })).toEqual(expected);
  });

  it('of the names in a folder: whatever is in it, and itself', async () => {
    expect(await placesOf({ kind: 'names', path: at('models/b'), digest: '' })).toEqual([
      { folder: at('models/b') },
      { folder: at('models'), name: 'b' },
    ]);
  });

  it.each([
    ['*.yaml', ['']],
    ['models/*.yaml', ['models']],
    ['models/*/carboncard.yaml', ['models', 'models/a', 'models/b']],
    ['models/*/logs/*.csv', ['models', 'models/a', 'models/a/logs', 'models/b']],
    ['models/**/carboncard.yaml', ['models', 'models/a', 'models/a/logs', 'models/b']],
    ['models/{a/logs,b}/*.csv', ['models', 'models/a', 'models/a/logs', 'models/b']],
  ])('of the pattern %s: each folder on its way', async (pattern, folders) => {
    const found = await foldersOf(pattern);
    // The folder of node_modules itself may be watched; nothing in it is.
    expect(found.filter((name) => name !== 'models/node_modules')).toEqual(folders);
    expect(await foldersOf(at(pattern))).toEqual(found);
  });
});

it('is touched by its name, by any name where it has none, and where the whole folder is in doubt', () => {
  const touched = new Map<string, ReadonlySet<string> | 'all'>([
    ['/a', new Set(['x'])],
    ['/b', 'all'],
  ]);
  const places = [
    { folder: '/a', name: 'x' },
    { folder: '/a', name: 'y' },
    { folder: '/a' },
    { folder: '/b', name: 'z' },
    { folder: '/c' },
  ];
  expect(places.map((place) => isTouched(place, touched))).toEqual([true, false, true, true, false]);
});
