import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { screen } from './streams.js';

const manifest = 'model: X\nhardware: 8 x A100\nduration: 3 weeks\nlocation: France\nyear: 2023\n';
const files: Readonly<Record<string, string>> = {
  'carboncard.yaml': manifest,
  'README.md': '---\nlicense: mit\n---\n# X\n',
  'emissions.csv': 'timestamp,duration\n2024-03-01,1\n',
  'empty.yaml': '',
  'unnamed.yaml': manifest.replace('X', 'My model'),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-mistakes-'));
  mkdirSync(join(folder, 'models'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a person reads; `@` in the words is the folder. */
async function typed(line: string) {
  const { terminal, stdout, stderr } = screen();
  const code = await run(line.replaceAll('@', folder).split(' '), { terminal, env: {} });
  return { code, stdout: stdout(), stderr: stderr().replaceAll(folder, '@') };
}

describe('a mistake of a beginner gets the command that was meant', () => {
  it.each([
    ['render @/emissions.csv', '@/emissions.csv is a log, by its name.', '`carboncard init @/emissions.csv`'],
    ['render @/README.md', '@/README.md is a model card, by its name.', '`carboncard card @/README.md`'],
    [
      'card @/carboncard.yaml -m @/carboncard.yaml',
      '@/carboncard.yaml is a manifest, by its name.',
      '`carboncard card README.md -m @/carboncard.yaml`',
    ],
    ['check @/carboncard.yaml --card @/carboncard.yaml', '@/carboncard.yaml is a manifest, by its name.', '`carboncard card README.md -m'],
    ['audit @/emissions.csv', '@/emissions.csv is a log, by its name.', '`carboncard init @/emissions.csv`'],
    ['init @/carboncard.yaml -o -', 'The file is a manifest, not a log.', 'fix: Run `carboncard render` with it'],
    ['explain @/carboncard.yaml', '@/carboncard.yaml is a file, and no line of a manifest.', '`carboncard explain -m @/carboncard.yaml`'],
    ['render @/carboncard.yml', 'There is no file @/carboncard.yml.', 'did you mean @/carboncard.yaml?'],
    ['card @/READNE.md -m @/carboncard.yaml', 'There is no file @/READNE.md.', 'did you mean @/README.md?'],
    ['init @/emission.csv -o -', 'There is no file @/emission.csv.', 'did you mean @/emissions.csv?'],
    ['render @/nothing-like-it.yaml', 'There is no file @/nothing-like-it.yaml.', 'or start one with `carboncard init`'],
    ['render @/models', '@/models is a folder.', 'such as carboncard.yaml in it'],
    [
      'render @/empty.yaml',
      'The manifest is empty.',
      'fix: Write `model:`, `hardware:`, `duration:`, `location:` and `year:`, a line each',
    ],
    ['card @/README.md -m @/unnamed.yaml', 'The model is still called “My model”, and the card would say so.', 'fix: Write the model'],
    ['card', 'Which card?', 'fix: Name it, as in `carboncard card README.md -m carboncard.yaml --dry-run`'],
    ['completion', 'Which shell?', 'fix: Name it, as in `source <(carboncard completion bash)`'],
    ['audit', 'Which file?', 'fix: Name a model card, a manifest or an assessment.json, as in `carboncard audit README.md`'],
    ['render -o', 'Missing value of `-o, --out <dir>`.', '`carboncard render --help`'],
    ['-v', 'Unknown option `-v` of `carboncard`.', 'did you mean -V?'],
    ['help rendr', 'Unknown command `rendr`.', 'did you mean render?'],
    ['help nonsense', 'Unknown command `nonsense`.', 'one of init, render'],
    ['chekc', 'Unknown command `chekc`.', 'did you mean check?'],
  ])('%s', async (line, fault, instead) => {
    const { code, stdout, stderr } = await typed(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(fault);
    expect(stderr).toContain(instead);
  });

  const start = 'or start one with `carboncard init`';
  it.each([
    ['card README.md', `fix: Go to the folder of carboncard.yaml, name it with -m, ${start}`],
    ['explain', `fix: Go to the folder of carboncard.yaml, name it with -m, ${start}`],
    ['check', `fix: Go to the folder of carboncard.yaml, name it, as in \`carboncard check FILE\`, ${start}`],
    ['card README.md -m other.yaml', `fix: Name a manifest in YAML or JSON, ${start}`],
  ])('%s in a folder without a manifest', async (line, fix) => {
    const { code, stderr } = await typed(line);
    expect(code).toBe(2);
    expect(stderr).toContain(fix);
  });

  it('and nothing was written', () => {
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});
