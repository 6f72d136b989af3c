import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openParsedTexts } from '../../../../src/io/known/parsed-texts.js';

const folders: string[] = [];
const cache = (): { readonly XDG_CACHE_HOME: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-parsed-'));
  folders.push(folder);
  return { XDG_CACHE_HOME: folder };
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('what texts were parsed to', () => {
  it('is there in the next run, for the same text alone', async () => {
    const env = cache();
    const first = await openParsedTexts('texts', env);
    first?.add('# 0', { type: 'root', children: [{ type: 'heading' }] });
    expect((await openParsedTexts('texts', env))?.get('# 0')).toBeUndefined();
    await first?.save();
    const next = await openParsedTexts('texts', env);
    expect(next?.get('# 0')).toEqual({ type: 'root', children: [{ type: 'heading' }] });
    expect(next?.get('# 1')).toBeUndefined();
    // Each caller has its own.
    expect(next?.get('# 0')).not.toBe(next?.get('# 0'));
  });

  it('is forgotten where the note was changed', async () => {
    const env = cache();
    const first = await openParsedTexts('texts', env);
    first?.add('a', { value: 1 });
    await first?.save();
    const folder = join(env.XDG_CACHE_HOME, 'carboncard/texts');
    const [name = ''] = readdirSync(folder);
    const note = readFileSync(join(folder, name), 'utf8');
    expect(note).toContain('value\\":1');
    writeFileSync(join(folder, name), note.replace('value\\":1', 'value\\":2'));
    expect((await openParsedTexts('texts', env))?.get('a')).toBeUndefined();
  });

  it('is kept of the latest texts', async () => {
    const env = cache();
    const first = await openParsedTexts('texts', env);
    for (let n = 0; n < 100; n += 1) first?.add(`text ${n}`, { n });
    await first?.save();
    const next = await openParsedTexts('texts', env);
    expect([next?.get('text 0'), next?.get('text 99')]).toEqual([undefined, { n: 99 }]);
  });
});
