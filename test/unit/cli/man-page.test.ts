import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { version } from '../../../src/assessment/version.js';
import { type CommandDeclaration, commands } from '../../../src/cli/command-table.js';
import { flagOf } from '../../../src/cli/command-words.js';
import { exitCodes } from '../../../src/cli/exit-codes.js';
import { manPage } from '../../../src/cli/texts/man-page.js';
import { edition } from '../../../src/factors/edition.js';

const facts = { version, date: `${edition}-01` };
const page = manPage(commands, facts);
const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** What a reader sees, and what the formatter warns of. */
function shown(roff: string): { readonly text: string; readonly warnings: string } {
  const { stdout, stderr } = spawnSync('groff', ['-ww', '-man', '-Tutf8', '-P-cbou', '-rLL=200n'], { input: roff, encoding: 'utf8' });
  return { text: stdout, warnings: stderr };
}

describe('the manual page', () => {
  it('in docs is made from the declarations of today: else run `npm run man`', () => {
    expect(readFileSync(new URL('../../../docs/carboncard.1', import.meta.url), 'utf8')).toBe(page);
  });

  it('names every command, option and exit code', () => {
    const plain = page.replaceAll('\\-', '-');
    const words = commands.flatMap(({ name, options }) => [`.SS ${name}`, ...options.map(({ flags }) => flagOf(flags).long)]);
    expect(words.filter((word) => !plain.includes(word))).toEqual([]);
    for (const code of Object.values(exitCodes)) expect(page).toContain(`\\fB${code}\\fR`);
  });

  it.runIf(isInstalled('groff'))('is formatted without a warning', () => {
    const { text, warnings } = shown(page);
    expect(warnings).toBe('');
    expect(text).toContain('CARBONCARD(1)');
    expect(text).toContain('-o, --out dir');
    expect(text).toContain('source <(carboncard completion bash)');
  });

  it.runIf(isInstalled('mandoc'))('has nothing that mandoc warns of', () => {
    expect(spawnSync('mandoc', ['-Tlint', '-Wwarning'], { input: page, encoding: 'utf8' }).stdout).toBe('');
  });

  it.runIf(isInstalled('groff'))('shows any text of a declaration as text', () => {
    const characters = fc.constantFrom(...'ab .\'\\-"`^~$é→₂'.split(''));
    const words = fc.string({ unit: characters, minLength: 1, maxLength: 12 }).map((some) => `x${some}x`.replaceAll(/`| (?= )/g, ''));
    const example = fc.oneof(
      words,
      words.map((some) => `.${some}`),
      words.map((some) => `'${some}`),
    );
    fc.assert(
      fc.property(example, (line) => {
        const [first] = commands as readonly [CommandDeclaration];
        const { text, warnings } = shown(manPage([{ ...first, example: line }], facts));
        expect(warnings).toBe('');
        expect(text).toContain(line);
      }),
      { numRuns: 15 },
    );
  });
});
