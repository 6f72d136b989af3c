import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateModelCard } from '../../../src/verbs/card.js';
import { checkReports } from '../../../src/verbs/check.js';

let folder = '';
let card = '';
let manifest = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  [card, manifest] = [join(folder, 'README.md'), join(folder, 'carboncard.yaml')];
  await writeFile(card, '---\nlicense: mit\n---\n\n# M\n\nText.\n');
  await writeFile(manifest, 'model: M\nhardware: 8 x A100\nduration: 3 weeks\nlocation: FR\nreport: { date: 2024-05-01 }\n');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** What `check` says of the card, without the note on reports that are not there. */
async function checked() {
  const { stale, diagnostics } = await checkReports([manifest], { card, formats: ['md'], outDir: join(folder, 'reports') });
  const notes = diagnostics.filter(({ id }) => id !== 'only-card').map(({ id, message, note }) => ({ id, message, note }));
  return { files: stale.flatMap(({ files }) => files), notes };
}

async function edit(from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(card, 'utf8');
  expect(text).toMatch(from);
  await writeFile(card, text.replace(from, to));
}

describe('check of a card', () => {
  it('finds nothing in a card as it was written', async () => {
    await updateModelCard(card, { manifest, formats: ['md'] });
    expect(await checked()).toEqual({ files: [], notes: [] });
  });

  it('says that the section was long, where it held the whole report', async () => {
    await updateModelCard(card, { manifest, formats: ['md'], full: true });
    const { files, notes } = await checked();
    expect(files.map(({ file }) => file)).toEqual([card]);
    expect(notes).toEqual([
      {
        id: 'short-section',
        message: 'The section is now short: the whole report is in a file of its own, report.md.',
        note: '`--full`, or `output: { section: full }` in the manifest, puts the whole report into the section.',
      },
    ]);
  });

  it('says how the emissions in the front matter differ', async () => {
    await updateModelCard(card, { manifest, formats: ['md'] });
    const [, grams = ''] = /emissions: (\d+)/.exec(await readFile(card, 'utf8')) ?? [];
    await edit(/emissions: \d+/, 'emissions: 999');
    const { files } = await checked();
    expect(files).toMatchObject([{ file: card, metadata: { before: '999', after: grams } }]);
    await edit(/co2_eq_emissions:\n(?: .*\n)+/, '');
    expect((await checked()).files).toMatchObject([{ metadata: { before: undefined, after: grams } }]);
  });

  it('says nothing of the front matter where another line differs', async () => {
    await updateModelCard(card, { manifest, formats: ['md'] });
    await edit('**Hours used:**', '**Hours:**');
    const { files } = await checked();
    expect(files.map(({ metadata }) => metadata)).toEqual([undefined]);
  });
});
