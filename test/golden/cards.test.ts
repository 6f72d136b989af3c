import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { updateModelCard } from '../../src/index.js';
import { contentOf, expectGolden } from '../golden-file.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-cards-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('fixtures/cards/*/after is what card makes of before', () => {
  it.each(readdirSync('fixtures/cards'))('%s', async (name) => {
    const own = `fixtures/cards/${name}`;
    copyFileSync(`${own}/before/README.md`, join(folder, 'README.md'));
    const { changed } = await updateModelCard(join(folder, 'README.md'), { manifest: `${own}/carboncard.yaml` });
    expect(changed).toContain('README.md');
    for (const file of changed) expectGolden(`${own}/after/${file}`, contentOf(join(folder, file)), { accept: 'npm run reports' });
  });
});
