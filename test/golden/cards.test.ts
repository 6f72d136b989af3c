import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { updateModelCard } from '../../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-cards-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('fixtures/cards/*/after is what card makes of before (accept a change with `npm run reports`)', () => {
  it.each(readdirSync('fixtures/cards'))('%s', async (name) => {
    const own = `fixtures/cards/${name}`;
    copyFileSync(`${own}/before/README.md`, join(folder, 'README.md'));
    const { changed } = await updateModelCard(join(folder, 'README.md'), { manifest: `${own}/carboncard.yaml` });
    expect(changed).toContain('README.md');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(readFileSync(`${own}/after/README.md`, 'utf8'));
    for (const file of changed) expect(readFileSync(join(folder, file)).equals(readFileSync(`${own}/after/${file}`)), file).toBe(true);
  });
});
