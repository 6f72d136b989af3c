import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultOutputIds, outputIds, outputTexts } from '../../src/outputs/ids.js';
import { blocksOf, pattern, root } from './blocks.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = readdirSync(join(root, 'docs/formats')).filter((name) => name !== 'README.md');
const others = outputIds.filter((id) => !defaultOutputIds.some((known) => known === id));
const table = readFileSync(join(root, 'docs/formats/README.md'), 'utf8');

it('docs/formats has a page for each format that is not a default one', () => {
  expect(written.toSorted()).toEqual(others.map((id) => `${id}.md`).toSorted());
});

it.each(outputIds)('the table of docs/formats has %s and its file', (id) => {
  expect(table).toMatch(new RegExp(`^\\| (?:\\[)?\`${id}\`.*\`${outputTexts[id].files.replaceAll('.', '\\.')}`, 'm'));
});

/** A block of a file that a fixture gives names both: \`\`\`json fixtures/runs/bloom/carboncard.yaml */
describe.each(written)('%s', (name) => {
  const id = basename(name, '.md');
  const blocks = blocksOf(`docs/formats/${name}`).filter(({ language }) => language.includes(' fixtures/'));

  it('has a real example', () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('has excerpts of HTML that are short', () => {
    const lengths = blocks.filter(({ language }) => language.startsWith('html ')).map(({ text }) => text.length);
    expect(Math.max(0, ...lengths)).toBeLessThan(400);
  });

  it.each(blocks.map((block) => [`line ${block.line}`, block] as const))('shows what is written: %s', (_, { language, text }) => {
    const [, manifest = '', wanted] = language.split(' ');
    const out = mkdtempSync(join(folder, 'run-'));
    const words = ['render', manifest, '-o', out, '--format', id, '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { cwd: root, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const [slug = ''] = readdirSync(out).filter((entry) => !entry.startsWith('index'));
    const file = wanted ?? Object.entries(outputTexts).find(([key]) => key === id)?.[1].files ?? '';
    const content = readFileSync(join(out, slug, file), 'utf8');
    // An excerpt may begin and end anywhere, at a line.
    expect(content).toMatch(pattern(`…\n${text}\n…`));
  });
});
