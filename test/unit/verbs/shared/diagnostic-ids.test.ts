import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, expectTypeOf, it } from 'vitest';
import { InputError } from '../../../../src/diagnostics/diagnostic.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import type { DiagnosticId } from '../../../../src/verbs/shared/diagnostic-ids.js';

const composed = 'src/verbs/shared/diagnostic-ids.ts';

/** The ids in the tables that `DiagnosticId` is composed of, read from their source. */
function knownIds(): ReadonlySet<string> {
  const tables = [...readFileSync(composed, 'utf8').matchAll(/^import type \{[^}]*essages[^}]*\} from '(\S+)\.js';$/gm)].map(
    ([, path = '']) => `${path}.ts`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const texts = tables.map((table) => readFileSync(join(dirname(composed), table), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/\b(?:error|warning|note)\(\s*'([a-z0-9-]+)'/g)].map(([, id = '']) => id)));
}

/** Every table of messages, but those of the command line and of the calculator alone, and those that give no diagnostics. */
it('composes every table of messages', () => {
  const text = readFileSync(composed, 'utf8');
  const tables = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)(?:[a-z]+-)?messages\.ts$/.test(file) && !/^(?:cli|calculator|audits|io\/chromium)\//.test(file))
    .map((file) => file.replace(/\.ts$/, '.js'));
  expect(tables.filter((file) => !text.includes(file.startsWith('verbs/shared/') ? `./${file.slice(13)}` : `../../${file}`))).toEqual([]);
});

it('knows every id that the invalid fixtures give', async () => {
  const known = knownIds();
  const given = new Set<string>();
  for (const name of readdirSync('fixtures/invalid')) {
    const error = await assessFile(`fixtures/invalid/${name}`).catch((caught: unknown) => caught);
    if (error instanceof InputError) for (const { id } of error.diagnostics) given.add(id);
  }
  expect(given.size).toBeGreaterThan(30);
  expect([...given].filter((id) => !known.has(id))).toEqual([]);
});

it('is a union of literal ids: one message whose id is any string would make every word an id', () => {
  expectTypeOf<string>().not.toExtend<DiagnosticId>();
  expectTypeOf<'missing-unit' | 'default-pue' | 'figure-inferred' | 'pue-below-one'>().toExtend<DiagnosticId>();
});
